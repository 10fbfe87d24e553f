//! Deletes a stream and its events.

use model::{LogChunkRecord, LogStreamRecord};
use wire::logs::{DeleteLogStream, DeleteLogStreamRequest};

use super::group::Group;
use super::keeping::delete_all;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteLogStream> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteLogStreamRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group
            .ask("logs:DeleteLogStream", &input.log_stream_name)
            .into())
    }

    async fn handle(&self, authorized: Authorized<DeleteLogStream>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        let stored = self.log_stream(&group, &input.log_stream_name).await?;
        let id = group.stream_id(&input.log_stream_name);
        self.records
            .delete::<LogStreamRecord>(&id, stored.version)
            .await?;
        delete_all::<LogChunkRecord>(&self.records, &format!("{id}:")).await
    }
}
