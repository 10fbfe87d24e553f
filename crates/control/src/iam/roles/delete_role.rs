//! Deletes a role that nothing hangs on.

use model::RoleRecord;
use wire::iam::{DeleteRole, DeleteRoleRequest};

use super::super::departures::bind_to_id;
use super::super::entity::Entity as _;
use super::super::hanging::check_bare;
use super::super::instance_profiles::holding;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteRole> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteRoleRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteRole>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let role = permitted::<DeleteRole, RoleRecord>(self, &call, &input.role_name).await?;
        role.record().check_modifiable()?;
        let holding = holding(&self.records, call.account(), &input.role_name).await?;
        if !holding.is_empty() {
            return Err(Refusal::RoleInProfile.into());
        }
        check_bare(role.record())?;
        bind_to_id(&self.records, call.account(), &role).await?;
        role.delete(&self.records).await
    }
}
