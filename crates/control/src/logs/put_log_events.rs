//! Puts events into a stream.

use model::{LogEvent, Timestamp};
use wire::logs::{
    InputLogEvent, PutLogEvents, PutLogEventsRequest, PutLogEventsResponse, RejectedEntityInfo,
    RejectedLogEventsInfo,
};

use super::failures::invalid;
use super::group::Group;
use super::keeping;
use super::subscriptions::{Arrived, deliver};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::unattended::Desk;

// CloudWatch Logs API reference, "PutLogEvents".
const NEWEST_SECONDS: i64 = 2 * 3600;
const OLDEST_SECONDS: i64 = 14 * 86_400;
const MOST_SPAN_MILLIS: i64 = 86_400_000;
const MOST_BYTES: usize = 1_048_576;
const BYTES_OF_EVENT: usize = 26;

impl Handle<PutLogEvents> for Rooms {
    fn needs(&self, call: &Call, input: &PutLogEventsRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group
            .ask("logs:PutLogEvents", &input.log_stream_name)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutLogEvents>,
    ) -> Result<PutLogEventsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        check_batch(&input.log_events)?;
        let stored = self.log_stream(&group, &input.log_stream_name).await?;
        let (kept, rejected) = sort_out(input.log_events, call.now());
        if !kept.is_empty() {
            let id = group.stream_id(&input.log_stream_name);
            let chunk = keeping::append(&self.records, &id, kept, call.now()).await?;
            let arrived = Arrived {
                group: &group,
                stream: &input.log_stream_name,
                chunk: &chunk,
            };
            deliver(&self.lambda, &self.records, Desk::of(self), &arrived).await;
        }
        Ok(PutLogEventsResponse {
            next_sequence_token: Some(sequence_token(stored.chunks + 1)),
            rejected_log_events_info: rejected,
            rejected_entity_info: input.entity.map(|_| unrelated()),
        })
    }
}

/// Entities relate events to the telemetry of other services, which are not here. "When the entity is rejected, the events may
/// still be accepted" (API reference, PutLogEvents), and agents send one with each batch.
fn unrelated() -> RejectedEntityInfo {
    RejectedEntityInfo {
        error_type: "UnsupportedLogGroupType".to_owned(),
    }
}

/// Tokens are no longer checked, by AWS neither, and still handed out.
pub(super) fn sequence_token(chunks: u64) -> String {
    format!("{:056}", 49_039_859_u64 + chunks)
}

fn check_batch(events: &[InputLogEvent]) -> Result<(), Refused> {
    if !events.is_sorted_by_key(|event| event.timestamp) {
        return Err(invalid(
            "Log events in a single PutLogEvents request must be in chronological order.",
        ));
    }
    let bytes: usize = events
        .iter()
        .map(|event| event.message.len() + BYTES_OF_EVENT)
        .sum();
    if bytes > MOST_BYTES {
        return Err(invalid(format!(
            "Upload too large: {bytes} bytes exceeds limit of {MOST_BYTES}"
        )));
    }
    let span = match (events.first(), events.last()) {
        (Some(first), Some(last)) => last.timestamp.saturating_sub(first.timestamp),
        _ => 0,
    };
    if span > MOST_SPAN_MILLIS {
        return Err(invalid(
            "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.",
        ));
    }
    Ok(())
}

/// What is too old or too new is left out, and the answer says from where on
/// (test_put_log_events_too_new).
fn sort_out(
    events: Vec<InputLogEvent>,
    now: Timestamp,
) -> (Vec<LogEvent>, Option<RejectedLogEventsInfo>) {
    let newest = now.plus_seconds(NEWEST_SECONDS).millis();
    let oldest = now.plus_seconds(-OLDEST_SECONDS).millis();
    let index = |index: usize| i32::try_from(index).ok();
    let too_new = events.iter().position(|event| event.timestamp > newest);
    let too_old = events.iter().rposition(|event| event.timestamp < oldest);
    let rejected = (too_new.is_some() || too_old.is_some()).then(|| RejectedLogEventsInfo {
        too_new_log_event_start_index: too_new.and_then(index),
        too_old_log_event_end_index: too_old.and_then(|last| index(last + 1)),
        expired_log_event_end_index: None,
    });
    let kept = events
        .into_iter()
        .filter(|event| (oldest..=newest).contains(&event.timestamp))
        .map(|event| LogEvent {
            at: Timestamp::from_millis(event.timestamp),
            message: event.message,
        });
    (kept.collect(), rejected)
}
