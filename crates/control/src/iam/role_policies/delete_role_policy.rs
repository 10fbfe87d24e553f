//! Deletes an inline policy of a role.

use model::RoleRecord;
use wire::iam::{DeleteRolePolicy, DeleteRolePolicyRequest};

use super::super::hanging::delete_inline;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteRolePolicy> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteRolePolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteRolePolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let role = permitted::<DeleteRolePolicy, RoleRecord>(self, &call, &input.role_name).await?;
        delete_inline(&self.records, &role, &input.policy_name).await
    }
}
