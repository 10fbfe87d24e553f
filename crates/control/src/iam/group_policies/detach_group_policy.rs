//! Takes a managed policy from a group.

use model::GroupRecord;
use wire::iam::{DetachGroupPolicy, DetachGroupPolicyRequest};

use super::super::hanging::detach;
use super::super::permitted::permitted_with;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DetachGroupPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &DetachGroupPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DetachGroupPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = permitted_with::<DetachGroupPolicy, GroupRecord>(
            self,
            &call,
            &input.group_name,
            |ask| ask.key("iam:PolicyARN", input.policy_arn.clone()),
        )
        .await?;
        detach(&self.records, &group, &input.policy_arn).await
    }
}
