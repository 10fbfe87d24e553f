//! Sets the policy beyond which a role's permissions never reach.

use model::RoleRecord;
use wire::iam::{PutRolePermissionsBoundary, PutRolePermissionsBoundaryRequest};

use super::super::hanging::{boundary_of, put_boundary};
use super::super::permitted::permitted_with;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutRolePermissionsBoundary> for Rooms {
    fn needs(&self, _: &Call, _: &PutRolePermissionsBoundaryRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<PutRolePermissionsBoundary>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let role = permitted_with::<PutRolePermissionsBoundary, RoleRecord>(
            self,
            &call,
            &input.role_name,
            |ask| {
                ask.key(
                    "iam:PermissionsBoundary",
                    input.permissions_boundary.clone(),
                )
            },
        )
        .await?;
        let boundary =
            boundary_of(&self.records, call.account(), &input.permissions_boundary).await?;
        put_boundary(&self.records, &role, Some(boundary)).await
    }
}
