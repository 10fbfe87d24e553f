//! Takes tags from a group, a destination or a part of a delivery.

use std::collections::BTreeMap;

use wire::logs::{UntagResource, UntagResourceRequest};

use super::failures::invalid;
use super::tagged::Tagged;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::is_reserved;

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        let ask = Tagged::read(call, &input.resource_arn)?.ask("logs:UntagResource");
        Ok(ask.naming_tags(input.tag_keys.clone()).into())
    }

    async fn handle(&self, authorized: Authorized<UntagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        check_gone(&input.tag_keys)?;
        let change = |tags: &mut BTreeMap<String, String>| {
            tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        };
        self.change_log_tags(&call, &tagged, change).await
    }
}

/// What a stack marks its groups with, nobody takes.
pub(super) fn check_gone(keys: &[String]) -> Result<(), Refused> {
    match keys.iter().find(|key| is_reserved(key)) {
        Some(key) => Err(invalid(format!("The tag key {key} is reserved."))),
        None => Ok(()),
    }
}
