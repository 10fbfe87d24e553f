//! Changes a mapping; its poller starts anew with what it is now.

use model::EventSourceMappingRecord;
use wire::lambda::{
    EventSourceMappingConfiguration, UpdateEventSourceMapping, UpdateEventSourceMappingRequest,
};

use super::shown::{ask, id_of, unknown};
use super::{checks, settings};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateEventSourceMapping> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &UpdateEventSourceMappingRequest,
    ) -> Result<Needs, Refused> {
        Ok(ask("lambda:UpdateEventSourceMapping", call, &input.uuid).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateEventSourceMapping>,
    ) -> Result<EventSourceMappingConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let before = self.mapping(&call, &input.uuid).await?.record;
        checks::refuse_in_update(&input, before.stream.is_some())?;
        let after = self.changed(&call, &before, &input)?;
        checks::batch(&after)?;
        self.check_source(&call, &after).await?;
        let id = id_of(&call, &input.uuid);
        let change = |record: &mut EventSourceMappingRecord| {
            *record = after.clone();
            Ok::<_, Refused>(())
        };
        let updated = self.records.update(&id, change).await;
        updated.map_err(|error| Refused::of_update(error, unknown))?;
        let state = match (before.enabled, after.enabled) {
            (false, true) => "Enabling",
            (true, false) => "Disabling",
            (true, true) | (false, false) => "Updating",
        };
        self.shown_mapping(&after, state).await
    }
}

impl Rooms {
    fn changed(
        &self,
        call: &Call,
        before: &EventSourceMappingRecord,
        input: &UpdateEventSourceMappingRequest,
    ) -> Result<EventSourceMappingRecord, Refused> {
        let mut after = before.clone();
        let number = |value: i32| u32::try_from(value).ok();
        if let Some(name) = &input.function_name {
            after.function = self.mapped_function(call, name)?;
        }
        if let Some(enabled) = input.enabled {
            after.enabled = enabled;
        }
        if let Some(size) = input.batch_size.and_then(number) {
            after.batch_size = size;
        }
        if let Some(window) = input.maximum_batching_window_in_seconds.and_then(number) {
            after.batching_window_seconds = window;
        }
        if let Some(criteria) = &input.filter_criteria {
            after.filters = checks::filters(Some(criteria))?;
        }
        if let Some(types) = &input.function_response_types {
            after.reports_item_failures = !types.is_empty();
        }
        if let Some(settings) = &mut after.stream {
            settings::update(settings, input)?;
        } else if let Some(config) = &input.scaling_config {
            after.maximum_concurrency = checks::concurrency(Some(config));
        }
        after.modified = call.now();
        Ok(after)
    }
}
