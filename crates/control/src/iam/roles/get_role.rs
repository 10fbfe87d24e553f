//! Tells everything about a role.

use model::RoleRecord;
use wire::iam::{GetRole, GetRoleRequest, GetRoleResponse};

use super::super::permitted::permitted;
use super::render::whole;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetRole> for Rooms {
    fn needs(&self, _: &Call, _: &GetRoleRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<GetRole>) -> Result<GetRoleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let role = permitted::<GetRole, RoleRecord>(self, &call, &input.role_name).await?;
        Ok(GetRoleResponse {
            role: Some(whole(role.record(), &self.region)),
        })
    }
}
