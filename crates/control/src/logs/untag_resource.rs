//! Takes tags from a group.

use wire::logs::{UntagResource, UntagResourceRequest};

use super::failures::invalid;
use super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::is_reserved;

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        let group = Group::identified(call, &input.resource_arn)?;
        let ask = group.ask_plainly("logs:UntagResource");
        Ok(ask.naming_tags(input.tag_keys.clone()).into())
    }

    async fn handle(&self, authorized: Authorized<UntagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::identified(&call, &input.resource_arn)?;
        check_gone(&input.tag_keys)?;
        let change = |record: &mut model::LogGroupRecord| {
            record.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        };
        self.change_group(&group, change).await
    }
}

/// What a stack marks its groups with, nobody takes.
pub(super) fn check_gone(keys: &[String]) -> Result<(), Refused> {
    match keys.iter().find(|key| is_reserved(key)) {
        Some(key) => Err(invalid(format!("The tag key {key} is reserved."))),
        None => Ok(()),
    }
}
