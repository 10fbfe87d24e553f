//! Takes a managed policy from a role.

use model::RoleRecord;
use wire::iam::{DetachRolePolicy, DetachRolePolicyRequest};

use super::super::hanging::detach;
use super::super::permitted::permitted_with;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DetachRolePolicy> for Rooms {
    fn needs(&self, _: &Call, _: &DetachRolePolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DetachRolePolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let role =
            permitted_with::<DetachRolePolicy, RoleRecord>(self, &call, &input.role_name, |ask| {
                ask.key("iam:PolicyARN", input.policy_arn.clone())
            })
            .await?;
        detach(&self.records, &role, &input.policy_arn).await
    }
}
