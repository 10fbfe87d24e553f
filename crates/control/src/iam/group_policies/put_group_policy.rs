//! Writes an inline policy of a group, new or over the one of that name.

use model::GroupRecord;
use policy::PolicyType;
use wire::iam::{PutGroupPolicy, PutGroupPolicyRequest};

use super::super::hanging::put_inline;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutGroupPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &PutGroupPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<PutGroupPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group =
            permitted::<PutGroupPolicy, GroupRecord>(self, &call, &input.group_name).await?;
        put_inline(
            &self.records,
            &group,
            &input.policy_name,
            &input.policy_document,
        )
        .await?;
        let (arn, document) = (group.record().arn(), &input.policy_document);
        policy_lint::tell::<PutGroupPolicy>(self, &call, &arn, PolicyType::Identity, document);
        Ok(())
    }
}
