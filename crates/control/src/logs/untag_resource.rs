//! Takes tags from a group.

use wire::logs::{UntagResource, UntagResourceRequest};

use super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        let group = Group::identified(call, &input.resource_arn)?;
        let ask = group.ask_plainly("logs:UntagResource");
        Ok(ask.naming_tags(input.tag_keys.clone()).into())
    }

    async fn handle(&self, authorized: Authorized<UntagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::identified(&call, &input.resource_arn)?;
        let change = |record: &mut model::LogGroupRecord| {
            record.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        };
        self.change_group(&group, change).await
    }
}
