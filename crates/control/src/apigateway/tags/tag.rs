//! TagResource.

use wire::apigateway::{TagResource, TagResourceRequest};

use super::super::asks;
use super::{Tagged, Tags, WORDS, check};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagResource> for Rooms {
    fn needs(&self, call: &Call, input: &TagResourceRequest) -> Result<Needs, Refused> {
        Ok(asks::ask::<TagResource>(call, &[&input.resource_arn])
            .bringing_tags(&input.tags)
            .into())
    }

    async fn handle(&self, authorized: Authorized<TagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        check(&input.tags)?;
        let change = |tags: &mut Tags| WORDS.add(tags, &input.tags);
        tagged.change(self, &call, change).await
    }
}
