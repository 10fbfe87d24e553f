//! Lists the names of a role's inline policies.

use model::RoleRecord;
use wire::iam::{ListRolePolicies, ListRolePoliciesRequest, ListRolePoliciesResponse};

use super::super::hanging::inline_names;
use super::super::pages::PageAsk;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListRolePolicies> for Rooms {
    fn needs(&self, _: &Call, _: &ListRolePoliciesRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListRolePolicies>,
    ) -> Result<ListRolePoliciesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let role = permitted::<ListRolePolicies, RoleRecord>(self, &call, &input.role_name).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = inline_names(role.record(), ask)?;
        Ok(ListRolePoliciesResponse {
            policy_names: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
