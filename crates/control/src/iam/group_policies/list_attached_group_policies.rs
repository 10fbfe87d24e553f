//! Lists the managed policies attached to a group.

use model::GroupRecord;
use wire::iam::{
    ListAttachedGroupPolicies, ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse,
};

use super::super::hanging::attached;
use super::super::pages::PageAsk;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListAttachedGroupPolicies> for Rooms {
    fn needs(&self, _: &Call, _: &ListAttachedGroupPoliciesRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListAttachedGroupPolicies>,
    ) -> Result<ListAttachedGroupPoliciesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group =
            permitted::<ListAttachedGroupPolicies, GroupRecord>(self, &call, &input.group_name)
                .await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = attached(group.record(), input.path_prefix.as_deref(), ask)?;
        Ok(ListAttachedGroupPoliciesResponse {
            attached_policies: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
