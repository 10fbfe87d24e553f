//! Deletes an inline policy of a group.

use model::GroupRecord;
use wire::iam::{DeleteGroupPolicy, DeleteGroupPolicyRequest};

use super::super::hanging::delete_inline;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteGroupPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteGroupPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteGroupPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group =
            permitted::<DeleteGroupPolicy, GroupRecord>(self, &call, &input.group_name).await?;
        delete_inline(&self.records, &group, &input.policy_name).await
    }
}
