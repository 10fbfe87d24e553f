//! Adds tags to a group, a destination or a part of a delivery.

use wire::logs::{TagResource, TagResourceRequest};

use super::tagged::{Tagged, add};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagResource> for Rooms {
    fn needs(&self, call: &Call, input: &TagResourceRequest) -> Result<Needs, Refused> {
        let ask = Tagged::read(call, &input.resource_arn)?.ask("logs:TagResource");
        Ok(ask.bringing_tags(&input.tags).into())
    }

    async fn handle(&self, authorized: Authorized<TagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        let change = |tags: &mut _| add(tags, &input.tags);
        self.change_log_tags(&call, &tagged, change).await
    }
}
