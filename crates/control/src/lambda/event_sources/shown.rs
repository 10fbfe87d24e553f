//! A mapping as AWS shows it.

use model::{EventSourceMappingRecord, Region, Timestamp};
use wire::lambda::{EventSourceMappingConfiguration, Filter, FilterCriteria, ScalingConfig};

use crate::call::Call;
use crate::lambda::failures::not_found;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;
use store::Stored;

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

pub(super) fn shown(
    record: &EventSourceMappingRecord,
    state: &str,
) -> EventSourceMappingConfiguration {
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
