//! Puts a role into an instance profile, which holds one at most. The role is thereby handed to
//! whatever machine has the profile.

use model::{InstanceProfileRecord, RoleRecord};
use wire::iam::{AddRoleToInstanceProfile, AddRoleToInstanceProfileRequest};

use super::super::entity::{Entity as _, Noun};
use super::super::permitted::{find, permitted};
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<AddRoleToInstanceProfile> for Rooms {
    fn needs(&self, _: &Call, _: &AddRoleToInstanceProfileRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<AddRoleToInstanceProfile>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let profile = permitted::<AddRoleToInstanceProfile, InstanceProfileRecord>(
            self,
            &call,
            &input.instance_profile_name,
        )
        .await?;
        let role = find::<RoleRecord>(&self.records, call.account(), &input.role_name)
            .await?
            .ok_or_else(|| Refusal::NoSuchEntity(Noun::Role, input.role_name.clone()))?;
        Ask::pass_role(role.arn(), "ec2.amazonaws.com").put_to(&self.identity, call.caller())?;
        role.check_modifiable()?;
        profile
            .change(&self.records, |profile| {
                if profile.role.is_some() {
                    let (name, most) = ("InstanceSessionsPerInstanceProfile", 1);
                    return Err(Refusal::Quota { name, most }.into());
                }
                profile.role = Some(role.name.clone());
                Ok(())
            })
            .await
    }
}
