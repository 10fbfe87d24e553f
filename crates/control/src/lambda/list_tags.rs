//! Lists the tags of a function, a mapping or a code signing configuration.

use wire::lambda::{ListTags, ListTagsRequest, ListTagsResponse};

use super::tags::Tagged;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListTags> for Rooms {
    fn needs(&self, call: &Call, input: &ListTagsRequest) -> Result<Needs, Refused> {
        let tagged = Tagged::read(call, &input.resource)?;
        Ok(tagged.ask(self, "lambda:ListTags").into())
    }

    async fn handle(&self, authorized: Authorized<ListTags>) -> Result<ListTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource)?;
        Ok(ListTagsResponse {
            tags: Some(self.tags_of(&tagged).await?),
        })
    }
}
