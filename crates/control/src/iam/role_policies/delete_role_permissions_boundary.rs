//! Takes the permissions boundary from a role.

use model::RoleRecord;
use wire::iam::{DeleteRolePermissionsBoundary, DeleteRolePermissionsBoundaryRequest};

use super::super::hanging::put_boundary;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteRolePermissionsBoundary> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteRolePermissionsBoundaryRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteRolePermissionsBoundary>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let role =
            permitted::<DeleteRolePermissionsBoundary, RoleRecord>(self, &call, &input.role_name)
                .await?;
        put_boundary(&self.records, &role, None).await
    }
}
