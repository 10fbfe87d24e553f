//! Ends a mapping; what its poller has begun is finished.

use model::EventSourceMappingRecord;
use wire::lambda::{
    DeleteEventSourceMapping, DeleteEventSourceMappingRequest, EventSourceMappingConfiguration,
};

use super::shown::{ask, id_of};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteEventSourceMapping> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &DeleteEventSourceMappingRequest,
    ) -> Result<Needs, Refused> {
        Ok(ask("lambda:DeleteEventSourceMapping", call, &input.uuid).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteEventSourceMapping>,
    ) -> Result<EventSourceMappingConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let stored = self.mapping(&call, &input.uuid).await?;
        let id = id_of(&call, &input.uuid);
        self.records
            .delete::<EventSourceMappingRecord>(&id, stored.version)
            .await?;
        let shown = self.shown_mapping(&stored.record, "Deleting").await?;
        self.forget_positions(&stored.record).await?;
        Ok(shown)
    }
}
