//! Shows a mapping.

use wire::lambda::{
    EventSourceMappingConfiguration, GetEventSourceMapping, GetEventSourceMappingRequest,
};

use super::shown::{ask, state};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetEventSourceMapping> for Rooms {
    fn needs(&self, call: &Call, input: &GetEventSourceMappingRequest) -> Result<Needs, Refused> {
        Ok(ask("lambda:GetEventSourceMapping", call, &input.uuid).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetEventSourceMapping>,
    ) -> Result<EventSourceMappingConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let record = self.mapping(&call, &input.uuid).await?.record;
        self.shown_mapping(&record, state(&record)).await
    }
}
