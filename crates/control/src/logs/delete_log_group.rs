//! Deletes a log group with everything in it.

use model::{LogChunkRecord, LogGroupRecord, LogStreamRecord};
use wire::logs::{DeleteLogGroup, DeleteLogGroupRequest};

use super::group::Group;
use super::keeping::delete_all;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteLogGroup> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteLogGroupRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group.ask("logs:DeleteLogGroup", "").into())
    }

    /// The group goes first, so that nothing new comes in.
    async fn handle(&self, authorized: Authorized<DeleteLogGroup>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        let stored = self.log_group(&group).await?;
        self.records
            .delete::<LogGroupRecord>(&group.id(), stored.version)
            .await?;
        delete_all::<LogStreamRecord>(&self.records, &group.inside()).await?;
        delete_all::<LogChunkRecord>(&self.records, &group.inside()).await
    }
}
