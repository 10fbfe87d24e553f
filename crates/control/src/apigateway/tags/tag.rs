//! TagResource.

use wire::apigateway::{TagResource, TagResourceRequest};

use std::collections::BTreeMap;

use super::super::asks;
use super::{Tagged, check, check_number};
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
        let change = |tags: &mut BTreeMap<String, String>| {
            tags.extend(input.tags.clone());
            check_number(tags)
        };
        tagged.change(self, &call, change).await
    }
}
