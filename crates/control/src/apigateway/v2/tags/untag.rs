//! UntagResource.

use std::collections::BTreeMap;

use wire::apigatewayv2::{UntagResource, UntagResourceRequest};

use super::super::super::tags::Tagged;
use super::super::ask;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        let ask = ask::<UntagResource>(call, &[&input.resource_arn]);
        Ok(ask.naming_tags(input.tag_keys.clone()).into())
    }

    async fn handle(&self, authorized: Authorized<UntagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        let change = |tags: &mut BTreeMap<String, String>| {
            tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        };
        tagged.change(self, &call, change).await
    }
}
