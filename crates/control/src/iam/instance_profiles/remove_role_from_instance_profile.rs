//! Takes the role out of an instance profile.

use model::InstanceProfileRecord;
use wire::iam::{RemoveRoleFromInstanceProfile, RemoveRoleFromInstanceProfileRequest};

use super::super::entity::Noun;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<RemoveRoleFromInstanceProfile> for Rooms {
    fn needs(&self, _: &Call, _: &RemoveRoleFromInstanceProfileRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<RemoveRoleFromInstanceProfile>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let profile = permitted::<RemoveRoleFromInstanceProfile, InstanceProfileRecord>(
            self,
            &call,
            &input.instance_profile_name,
        )
        .await?;
        profile
            .change(&self.records, |profile| {
                if profile.role.as_ref() != Some(&input.role_name) {
                    return Err(Refusal::NoSuchEntity(Noun::Role, input.role_name.clone()).into());
                }
                profile.role = None;
                Ok(())
            })
            .await
    }
}
