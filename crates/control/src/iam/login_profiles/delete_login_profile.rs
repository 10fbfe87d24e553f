//! Takes the password from a user.

use model::UserRecord;
use wire::iam::{DeleteLoginProfile, DeleteLoginProfileRequest};

use super::super::name_or_own;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteLoginProfile> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteLoginProfileRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteLoginProfile>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<DeleteLoginProfile, UserRecord>(self, &call, &name).await?;

        user.change(&self.records, |user| match user.credentials.login.take() {
            Some(_) => Ok(()),
            None => Err(Refusal::NoLogin(name.clone()).into()),
        })
        .await
    }
}
