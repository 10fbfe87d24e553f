//! Attaches a managed policy to a group.

use model::GroupRecord;
use wire::iam::{AttachGroupPolicy, AttachGroupPolicyRequest};

use super::super::hanging::attach;
use super::super::permitted::permitted_with;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<AttachGroupPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &AttachGroupPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<AttachGroupPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = permitted_with::<AttachGroupPolicy, GroupRecord>(
            self,
            &call,
            &input.group_name,
            |ask| ask.key("iam:PolicyARN", input.policy_arn.clone()),
        )
        .await?;
        attach(&self.records, call.account(), &group, &input.policy_arn).await
    }
}
