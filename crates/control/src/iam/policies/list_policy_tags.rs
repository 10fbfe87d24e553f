//! Lists the tags of a managed policy; those of AWS have none.

use wire::iam::{ListPolicyTags, ListPolicyTagsRequest, ListPolicyTagsResponse};

use super::super::managed::Managed;
use super::super::pages::PageAsk;
use super::super::permitted::permitted_policy;
use super::super::tagging::{self, Tags};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListPolicyTags> for Rooms {
    fn needs(&self, _: &Call, _: &ListPolicyTagsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListPolicyTags>,
    ) -> Result<ListPolicyTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let policy = permitted_policy::<ListPolicyTags>(self, &call, &input.policy_arn).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let none = Tags::new();
        let tags = match &policy {
            Managed::Own(policy) => &policy.record().tags,
            Managed::Aws(_) => &none,
        };
        let page = tagging::paged(tags, ask)?;
        Ok(ListPolicyTagsResponse {
            tags: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
