//! Deletes an access key.

use model::UserRecord;
use wire::iam::{DeleteAccessKey, DeleteAccessKeyRequest};

use super::super::name_or_own;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteAccessKey> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteAccessKeyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteAccessKey>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<DeleteAccessKey, UserRecord>(self, &call, &name).await?;
        user.change(&self.records, |user| {
            let before = user.access_keys.len();
            user.access_keys.retain(|key| key.id != input.access_key_id);
            if user.access_keys.len() == before {
                return Err(Refusal::NoSuchAccessKey(input.access_key_id.clone()).into());
            }
            Ok(())
        })
        .await
    }
}
