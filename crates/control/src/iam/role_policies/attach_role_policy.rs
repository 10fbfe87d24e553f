//! Attaches a managed policy to a role.

use model::RoleRecord;
use wire::iam::{AttachRolePolicy, AttachRolePolicyRequest};

use super::super::hanging::attach;
use super::super::permitted::permitted_with;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<AttachRolePolicy> for Rooms {
    fn needs(&self, _: &Call, _: &AttachRolePolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<AttachRolePolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let role =
            permitted_with::<AttachRolePolicy, RoleRecord>(self, &call, &input.role_name, |ask| {
                ask.key("iam:PolicyARN", input.policy_arn.clone())
            })
            .await?;
        attach(&self.records, call.account(), &role, &input.policy_arn).await
    }
}
