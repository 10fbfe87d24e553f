//! Lists the tags of an instance profile.

use model::InstanceProfileRecord;
use wire::iam::{
    ListInstanceProfileTags, ListInstanceProfileTagsRequest, ListInstanceProfileTagsResponse,
};

use super::super::pages::PageAsk;
use super::super::permitted::permitted;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListInstanceProfileTags> for Rooms {
    fn needs(&self, _: &Call, _: &ListInstanceProfileTagsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListInstanceProfileTags>,
    ) -> Result<ListInstanceProfileTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let profile = permitted::<ListInstanceProfileTags, InstanceProfileRecord>(
            self,
            &call,
            &input.instance_profile_name,
        )
        .await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = tagging::paged(&profile.record().tags, ask)?;
        Ok(ListInstanceProfileTagsResponse {
            tags: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
