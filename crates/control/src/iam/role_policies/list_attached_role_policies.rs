//! Lists the managed policies attached to a role.

use model::RoleRecord;
use wire::iam::{
    ListAttachedRolePolicies, ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse,
};

use super::super::hanging::attached;
use super::super::pages::PageAsk;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListAttachedRolePolicies> for Rooms {
    fn needs(&self, _: &Call, _: &ListAttachedRolePoliciesRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListAttachedRolePolicies>,
    ) -> Result<ListAttachedRolePoliciesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let role = permitted::<ListAttachedRolePolicies, RoleRecord>(self, &call, &input.role_name)
            .await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = attached(role.record(), input.path_prefix.as_deref(), ask)?;
        Ok(ListAttachedRolePoliciesResponse {
            attached_policies: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
