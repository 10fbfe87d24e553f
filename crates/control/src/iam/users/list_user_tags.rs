//! Lists the tags of a user.

use model::UserRecord;
use wire::iam::{ListUserTags, ListUserTagsRequest, ListUserTagsResponse};

use super::super::pages::PageAsk;
use super::super::permitted::permitted;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListUserTags> for Rooms {
    fn needs(&self, _: &Call, _: &ListUserTagsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListUserTags>,
    ) -> Result<ListUserTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let user = permitted::<ListUserTags, UserRecord>(self, &call, &input.user_name).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = tagging::paged(&user.record().tags, ask)?;
        Ok(ListUserTagsResponse {
            tags: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
