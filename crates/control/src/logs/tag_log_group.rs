//! Adds tags to a group, by its name, in the older way.

use wire::logs::{TagLogGroup, TagLogGroupRequest};

use super::group::Group;
use super::tagged::add;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagLogGroup> for Rooms {
    fn needs(&self, call: &Call, input: &TagLogGroupRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        let ask = group.ask_plainly("logs:TagLogGroup");
        Ok(ask.bringing_tags(&input.tags).into())
    }

    async fn handle(&self, authorized: Authorized<TagLogGroup>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        let change = |record: &mut model::LogGroupRecord| add(&mut record.tags, &input.tags);
        self.change_group(&group, change).await
    }
}
