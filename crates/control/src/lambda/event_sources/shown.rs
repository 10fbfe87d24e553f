//! A mapping as AWS shows it.

use model::{
    EventSourceMappingRecord, EventSourcePositionRecord, Record as _, Region, StartingPosition,
    StreamSettings, Timestamp,
};
use wire::lambda::{EventSourceMappingConfiguration, Filter, FilterCriteria, ScalingConfig};

use super::settings;
use crate::call::Call;
use crate::lambda::failures::not_found;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;
use store::{StoreError, Stored};

/// What changes of state show; the recordings of SQS mappings have no other.
const REASON: &str = "USER_INITIATED";
const ITEM_FAILURES: &str = "ReportBatchItemFailures";

/// As it is between changes.
pub(super) fn state(record: &EventSourceMappingRecord) -> &'static str {
    if record.enabled {
        "Enabled"
    } else {
        "Disabled"
    }
}

/// What a stream's mapping shows that has read nothing yet.
const NOTHING_YET: &str = "No records processed";
const REASON_OF_STREAMS: &str = "User action";

fn shown(record: &EventSourceMappingRecord, state: &str) -> EventSourceMappingConfiguration {
    let number = |value: u32| i32::try_from(value).ok();
    let filters = record.filters.iter().map(|pattern| Filter {
        pattern: Some(pattern.clone()),
    });
    let filters: Vec<Filter> = filters.collect();
    let responses = record
        .reports_item_failures
        .then(|| ITEM_FAILURES.to_owned());
    EventSourceMappingConfiguration {
        uuid: Some(record.uuid.clone()),
        batch_size: number(record.batch_size),
        maximum_batching_window_in_seconds: number(record.batching_window_seconds),
        event_source_arn: Some(record.source.to_string()),
        event_source_mapping_arn: Some(record.arn()),
        function_arn: Some(record.function.to_string()),
        filter_criteria: (!filters.is_empty()).then_some(FilterCriteria {
            filters: Some(filters),
        }),
        function_response_types: Some(responses.into_iter().collect()),
        scaling_config: record.maximum_concurrency.map(|most| ScalingConfig {
            maximum_concurrency: number(most),
        }),
        last_modified: Some(moment(record.modified)),
        state: Some(state.to_owned()),
        state_transition_reason: Some(REASON.to_owned()),
        ..EventSourceMappingConfiguration::default()
    }
}

/// What the recordings of streams' mappings have beside; minus one stands for no bound.
fn add_stream(
    shown: &mut EventSourceMappingConfiguration,
    settings: &StreamSettings,
    result: Option<String>,
) {
    let bound = |given: Option<u32>| given.map_or(Some(-1), |given| i32::try_from(given).ok());
    shown.starting_position = Some(settings.position.as_str().to_owned());
    if let StartingPosition::AtTimestamp(at) = settings.position {
        shown.starting_position_timestamp = Some(moment(at));
    }
    shown.maximum_record_age_in_seconds = bound(settings.maximum_record_age_seconds);
    shown.maximum_retry_attempts = bound(settings.maximum_retry_attempts);
    shown.bisect_batch_on_function_error = Some(settings.bisects);
    shown.parallelization_factor = i32::try_from(settings.parallelization).ok();
    shown.tumbling_window_in_seconds = i32::try_from(settings.window_seconds).ok();
    shown.destination_config = Some(settings::shown(settings));
    shown.last_processing_result = Some(result.unwrap_or_else(|| NOTHING_YET.to_owned()));
    shown.state_transition_reason = Some(REASON_OF_STREAMS.to_owned());
}

/// Milliseconds are far below what a float holds exactly.
#[expect(
    clippy::cast_precision_loss,
    reason = "a date is far below 2^53 milliseconds"
)]
fn moment(time: Timestamp) -> wire::Timestamp {
    wire::Timestamp(time.millis() as f64 / 1000.0)
}

pub(super) fn unknown() -> Refused {
    not_found("The resource you requested does not exist.")
}

pub(super) fn id_of(call: &Call, uuid: &str) -> String {
    EventSourceMappingRecord::id_of(call.account(), call.region(), uuid)
}

/// An action on a mapping; its function and its tags are added where the record is at hand.
pub(super) fn ask(action: &'static str, call: &Call, uuid: &str) -> Ask {
    let (account, region): (_, &Region) = (call.account(), call.region());
    let arn = format!("arn:aws:lambda:{region}:{account}:event-source-mapping:{uuid}");
    Ask::on(action, arn)
}

impl Rooms {
    /// A mapping, with what came of its last batch.
    pub(super) async fn shown_mapping(
        &self,
        record: &EventSourceMappingRecord,
        state: &str,
    ) -> Result<EventSourceMappingConfiguration, Refused> {
        let mut shown = shown(record, state);
        if let Some(settings) = &record.stream {
            let positions = self.positions(record).await?.into_iter();
            let told = positions.filter(|position| !position.record.result.is_empty());
            let last = told.max_by_key(|position| position.record.modified);
            add_stream(&mut shown, settings, last.map(|last| last.record.result));
        }
        Ok(shown)
    }

    async fn positions(
        &self,
        record: &EventSourceMappingRecord,
    ) -> Result<Vec<Stored<EventSourcePositionRecord>>, Refused> {
        let prefix = EventSourcePositionRecord::prefix(record);
        Ok(self
            .records
            .list::<EventSourcePositionRecord>(&prefix)
            .await?)
    }

    /// Removes what is known of how far a mapping had read, which goes with it.
    pub(super) async fn forget_positions(
        &self,
        record: &EventSourceMappingRecord,
    ) -> Result<(), Refused> {
        for position in self.positions(record).await? {
            let id = position.record.id();
            match self
                .records
                .delete::<EventSourcePositionRecord>(&id, position.version)
                .await
            {
                // Its poller wrote it once more; nobody reads it.
                Ok(_) | Err(StoreError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    pub(super) async fn mapping(
        &self,
        call: &Call,
        uuid: &str,
    ) -> Result<Stored<EventSourceMappingRecord>, Refused> {
        let id = id_of(call, uuid);
        let found = self.records.get::<EventSourceMappingRecord>(&id).await?;
        found.ok_or_else(unknown)
    }
}
