//! Makes an access key valid or invalid.

use model::UserRecord;
use wire::iam::{UpdateAccessKey, UpdateAccessKeyRequest};

use super::super::name_or_own;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::status_of;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateAccessKey> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateAccessKeyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UpdateAccessKey>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<UpdateAccessKey, UserRecord>(self, &call, &name).await?;
        let status = status_of(&input.status);
        user.change(&self.records, |user| {
            let key = user
                .access_keys
                .iter_mut()
                .find(|key| key.id == input.access_key_id)
                .ok_or_else(|| Refusal::NoSuchAccessKey(input.access_key_id.clone()))?;
            key.status = status;
            Ok(())
        })
        .await
    }
}
