//! Changes a role's description and the longest session that callers may ask for.

use model::RoleRecord;
use wire::iam::{UpdateRole, UpdateRoleRequest, UpdateRoleResponse};

use super::super::entity::Entity as _;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateRole> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateRoleRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateRole>,
    ) -> Result<UpdateRoleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let role = permitted::<UpdateRole, RoleRecord>(self, &call, &input.role_name).await?;
        let seconds = input
            .max_session_duration
            .and_then(|seconds| u32::try_from(seconds).ok());
        if seconds.is_some() {
            role.record().check_modifiable()?;
        }
        role.change(&self.records, |role| {
            if let Some(description) = &input.description {
                role.description = Some(description.clone());
            }
            role.max_session_seconds = seconds.unwrap_or(role.max_session_seconds);
            Ok(())
        })
        .await?;
        Ok(UpdateRoleResponse {})
    }
}
