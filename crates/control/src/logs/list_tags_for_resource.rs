//! Lists the tags of a group, a destination or a part of a delivery.

use wire::logs::{ListTagsForResource, ListTagsForResourceRequest, ListTagsForResourceResponse};

use super::tagged::Tagged;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListTagsForResource> for Rooms {
    fn needs(&self, call: &Call, input: &ListTagsForResourceRequest) -> Result<Needs, Refused> {
        let tagged = Tagged::read(call, &input.resource_arn)?;
        Ok(tagged.ask("logs:ListTagsForResource").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListTagsForResource>,
    ) -> Result<ListTagsForResourceResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        Ok(ListTagsForResourceResponse {
            tags: Some(self.log_tags(&call, &tagged).await?),
        })
    }
}
