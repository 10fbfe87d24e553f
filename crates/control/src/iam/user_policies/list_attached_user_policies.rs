//! Lists the managed policies attached to a user.

use model::UserRecord;
use wire::iam::{
    ListAttachedUserPolicies, ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse,
};

use super::super::hanging::attached;
use super::super::pages::PageAsk;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListAttachedUserPolicies> for Rooms {
    fn needs(&self, _: &Call, _: &ListAttachedUserPoliciesRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListAttachedUserPolicies>,
    ) -> Result<ListAttachedUserPoliciesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let user = permitted::<ListAttachedUserPolicies, UserRecord>(self, &call, &input.user_name)
            .await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = attached(user.record(), input.path_prefix.as_deref(), ask)?;
        Ok(ListAttachedUserPoliciesResponse {
            attached_policies: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
