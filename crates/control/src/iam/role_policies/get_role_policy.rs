//! Tells the document of an inline policy of a role.

use model::RoleRecord;
use wire::iam::{GetRolePolicy, GetRolePolicyRequest, GetRolePolicyResponse};

use super::super::hanging::inline;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetRolePolicy> for Rooms {
    fn needs(&self, _: &Call, _: &GetRolePolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetRolePolicy>,
    ) -> Result<GetRolePolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let role = permitted::<GetRolePolicy, RoleRecord>(self, &call, &input.role_name).await?;
        let document = inline(role.record(), &input.policy_name)?;
        Ok(GetRolePolicyResponse {
            role_name: Some(input.role_name),
            policy_name: Some(input.policy_name),
            policy_document: Some(document),
        })
    }
}
