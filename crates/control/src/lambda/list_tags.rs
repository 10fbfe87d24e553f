//! Lists the tags of a function.

use wire::lambda::{ListTags, ListTagsRequest, ListTagsResponse};

use super::tags::tagged;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListTags> for Rooms {
    fn needs(&self, call: &Call, input: &ListTagsRequest) -> Result<Needs, Refused> {
        let target = tagged(call, &input.resource)?;
        Ok(self.ask_function("lambda:ListTags", &target).into())
    }

    async fn handle(&self, authorized: Authorized<ListTags>) -> Result<ListTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let record = self
            .function(&tagged(&call, &input.resource)?)
            .await?
            .record;
        Ok(ListTagsResponse {
            tags: Some(record.tags),
        })
    }
}
