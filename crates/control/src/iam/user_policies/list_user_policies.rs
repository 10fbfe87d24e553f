//! Lists the names of a user's inline policies.

use model::UserRecord;
use wire::iam::{ListUserPolicies, ListUserPoliciesRequest, ListUserPoliciesResponse};

use super::super::hanging::inline_names;
use super::super::pages::PageAsk;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListUserPolicies> for Rooms {
    fn needs(&self, _: &Call, _: &ListUserPoliciesRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListUserPolicies>,
    ) -> Result<ListUserPoliciesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let user = permitted::<ListUserPolicies, UserRecord>(self, &call, &input.user_name).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = inline_names(user.record(), ask)?;
        Ok(ListUserPoliciesResponse {
            policy_names: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
