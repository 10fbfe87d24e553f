//! Lists the tags of a group, by its name, in the older way.

use wire::logs::{ListTagsLogGroup, ListTagsLogGroupRequest, ListTagsLogGroupResponse};

use super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListTagsLogGroup> for Rooms {
    fn needs(&self, call: &Call, input: &ListTagsLogGroupRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group.ask_plainly("logs:ListTagsLogGroup").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListTagsLogGroup>,
    ) -> Result<ListTagsLogGroupResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        let record = self.log_group(&group).await?.record;
        Ok(ListTagsLogGroupResponse {
            tags: Some(record.tags),
        })
    }
}
