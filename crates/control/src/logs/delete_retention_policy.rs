//! Keeps the events of a group for ever again.

use wire::logs::{DeleteRetentionPolicy, DeleteRetentionPolicyRequest};

use super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteRetentionPolicy> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteRetentionPolicyRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group.ask("logs:DeleteRetentionPolicy", "").into())
    }

    async fn handle(&self, authorized: Authorized<DeleteRetentionPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        let change = |record: &mut model::LogGroupRecord| {
            record.retention_days = None;
            Ok(())
        };
        self.change_group(&group, change).await
    }
}
