//! TagResource.

use std::collections::BTreeMap;

use wire::apigatewayv2::{TagResource, TagResourceRequest, TagResourceResponse};

use super::super::super::tags::{Tagged, check};
use super::super::ask;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagResource> for Rooms {
    fn needs(&self, call: &Call, input: &TagResourceRequest) -> Result<Needs, Refused> {
        let tags = input.tags.clone().unwrap_or_default();
        let ask = ask::<TagResource>(call, &[&input.resource_arn]);
        Ok(ask.bringing_tags(&tags).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<TagResource>,
    ) -> Result<TagResourceResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        let new = input.tags.unwrap_or_default();
        let change = |tags: &mut BTreeMap<String, String>| {
            tags.extend(new.clone());
            check(tags)
        };
        tagged.change(self, &call, change).await?;
        Ok(TagResourceResponse {})
    }
}
