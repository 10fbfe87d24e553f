//! Changes a role's description; superseded by UpdateRole, and still used.

use model::RoleRecord;
use wire::iam::{
    UpdateRoleDescription, UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse,
};

use super::super::permitted::permitted;
use super::render::listed;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateRoleDescription> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateRoleDescriptionRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateRoleDescription>,
    ) -> Result<UpdateRoleDescriptionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let role =
            permitted::<UpdateRoleDescription, RoleRecord>(self, &call, &input.role_name).await?;
        let role = role
            .change(&self.records, |role| {
                role.description = Some(input.description.clone());
                Ok(role.clone())
            })
            .await?;
        Ok(UpdateRoleDescriptionResponse {
            role: Some(listed(&role)),
        })
    }
}
