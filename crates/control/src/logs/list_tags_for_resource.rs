//! Lists the tags of a group.

use wire::logs::{ListTagsForResource, ListTagsForResourceRequest, ListTagsForResourceResponse};

use super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListTagsForResource> for Rooms {
    fn needs(&self, call: &Call, input: &ListTagsForResourceRequest) -> Result<Needs, Refused> {
        let group = Group::identified(call, &input.resource_arn)?;
        Ok(group.ask_plainly("logs:ListTagsForResource").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListTagsForResource>,
    ) -> Result<ListTagsForResourceResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::identified(&call, &input.resource_arn)?;
        let record = self.log_group(&group).await?.record;
        Ok(ListTagsForResourceResponse {
            tags: Some(record.tags),
        })
    }
}
