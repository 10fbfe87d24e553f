//! Tells the document of an inline policy of a group.

use model::GroupRecord;
use wire::iam::{GetGroupPolicy, GetGroupPolicyRequest, GetGroupPolicyResponse};

use super::super::hanging::inline;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetGroupPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &GetGroupPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetGroupPolicy>,
    ) -> Result<GetGroupPolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group =
            permitted::<GetGroupPolicy, GroupRecord>(self, &call, &input.group_name).await?;
        let document = inline(group.record(), &input.policy_name)?;
        Ok(GetGroupPolicyResponse {
            group_name: Some(input.group_name),
            policy_name: Some(input.policy_name),
            policy_document: Some(document),
        })
    }
}
