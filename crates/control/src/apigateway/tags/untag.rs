//! UntagResource.

use wire::apigateway::{UntagResource, UntagResourceRequest};

use super::super::asks;
use super::{Tagged, Tags, WORDS};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        Ok(asks::ask::<UntagResource>(call, &[&input.resource_arn])
            .naming_tags(input.tag_keys.clone())
            .into())
    }

    async fn handle(&self, authorized: Authorized<UntagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        WORDS.check_keys(&input.tag_keys)?;
        let change = |tags: &mut Tags| {
            tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        };
        tagged.change(self, &call, change).await
    }
}
