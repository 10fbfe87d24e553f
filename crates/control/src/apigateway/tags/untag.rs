//! UntagResource.

use wire::apigateway::{UntagResource, UntagResourceRequest};

use std::collections::BTreeMap;

use super::super::asks;
use super::super::failures::bad_request;
use super::Tagged;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::is_reserved;

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        Ok(asks::ask::<UntagResource>(call, &[&input.resource_arn])
            .naming_tags(input.tag_keys.clone())
            .into())
    }

    async fn handle(&self, authorized: Authorized<UntagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        if let Some(key) = input.tag_keys.iter().find(|key| is_reserved(key)) {
            return Err(bad_request(format!(
                "Tag key {key} begins with aws:, which is reserved"
            )));
        }
        let change = |tags: &mut BTreeMap<String, String>| {
            tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        };
        tagged.change(self, &call, change).await
    }
}
