//! Lists the names of a group's inline policies.

use model::GroupRecord;
use wire::iam::{ListGroupPolicies, ListGroupPoliciesRequest, ListGroupPoliciesResponse};

use super::super::hanging::inline_names;
use super::super::pages::PageAsk;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListGroupPolicies> for Rooms {
    fn needs(&self, _: &Call, _: &ListGroupPoliciesRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListGroupPolicies>,
    ) -> Result<ListGroupPoliciesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group =
            permitted::<ListGroupPolicies, GroupRecord>(self, &call, &input.group_name).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = inline_names(group.record(), ask)?;
        Ok(ListGroupPoliciesResponse {
            policy_names: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
