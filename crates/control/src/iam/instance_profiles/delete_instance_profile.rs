//! Deletes an instance profile that holds no role.

use model::InstanceProfileRecord;
use wire::iam::{DeleteInstanceProfile, DeleteInstanceProfileRequest};

use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteInstanceProfile> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteInstanceProfileRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteInstanceProfile>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let profile = permitted::<DeleteInstanceProfile, InstanceProfileRecord>(
            self,
            &call,
            &input.instance_profile_name,
        )
        .await?;
        if profile.record().role.is_some() {
            return Err(Refusal::RoleInProfile.into());
        }
        profile.delete(&self.records).await
    }
}
