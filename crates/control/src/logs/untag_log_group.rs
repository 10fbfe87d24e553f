//! Takes tags from a group, by its name, in the older way.

use model::LogGroupRecord;
use wire::logs::{UntagLogGroup, UntagLogGroupRequest};

use super::group::Group;
use super::untag_resource::check_gone;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagLogGroup> for Rooms {
    fn needs(&self, call: &Call, input: &UntagLogGroupRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        let ask = group.ask_plainly("logs:UntagLogGroup");
        Ok(ask.naming_tags(input.tags.clone()).into())
    }

    async fn handle(&self, authorized: Authorized<UntagLogGroup>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        check_gone(&input.tags)?;
        let change = |record: &mut LogGroupRecord| {
            record.tags.retain(|key, _| !input.tags.contains(key));
            Ok(())
        };
        self.change_group(&group, change).await
    }
}
