//! Events that nobody waits for: accepted, run in the background, tried again when they fail.
//!
//! AWS: "Asynchronous invocation". Three tries with one and two minutes between them; a throttled
//! event waits from one second up to five minutes, for six hours in all.

use std::sync::Arc;
use std::time::Duration;

use model::FunctionArn;
use tokio::sync::OwnedSemaphorePermit;

use crate::event::{Event, InvokeError};
use crate::service::Lambda;

/// What all waiting events together may take, in units of [`UNIT_BYTES`]: 256 MiB.
pub(crate) const QUEUE_UNITS: usize = 16_384;
/// Even an empty event takes one unit.
const UNIT_BYTES: usize = 16 * 1024;
const TRIES: u32 = 3;
const FIRST_BACKOFF: Duration = Duration::from_secs(1);
const LAST_BACKOFF: Duration = Duration::from_mins(5);
const GIVE_UP_AFTER: Duration = Duration::from_hours(6);

/// An event that was accepted for a function that its sender may invoke.
pub(crate) struct Accepted {
    pub(crate) arn: FunctionArn,
    pub(crate) event: Event,
    /// Its place in the queue.
    pub(crate) place: OwnedSemaphorePermit,
}

/// What an event takes of the queue.
pub(crate) fn units(event: &Event) -> u32 {
    let context = event.client_context.as_ref().map_or(0, String::len);
    let bytes = event.payload.len() + context;
    u32::try_from(1 + bytes / UNIT_BYTES).unwrap_or(u32::MAX)
}

/// Runs an accepted event until it succeeds or has had its tries. A server that stops lets a running
/// try end and begins no other.
pub(crate) async fn deliver(lambda: Arc<Lambda>, accepted: Accepted) {
    let Accepted { arn, event, place } = accepted;
    let until = tokio::time::Instant::now() + GIVE_UP_AFTER;
    let mut backoff = FIRST_BACKOFF;
    let mut tries = 0;
    loop {
        let pause = match lambda.run(&arn, &event).await {
            Ok(outcome) if outcome.error.is_none() => break,
            Ok(_) => {
                tries += 1;
                lambda.retry_after() * tries
            }
            Err(InvokeError::Throttled(_)) => {
                let pause = backoff;
                backoff = (backoff * 2).min(LAST_BACKOFF);
                pause
            }
            Err(error) => {
                tracing::warn!(function = %arn, %error, "asynchronous event could not run");
                tries += 1;
                lambda.retry_after() * tries
            }
        };
        if tries == TRIES || tokio::time::Instant::now() + pause >= until {
            tracing::info!(function = %arn, tries, "asynchronous event was given up");
            break;
        }
        if !lambda.pause(pause).await {
            tracing::warn!(function = %arn, tries, "asynchronous event was lost to the shutdown");
            break;
        }
    }
    drop(place);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: usize, expected: u32) {
        let payload = vec![0; bytes].into();
        assert_eq!(
            units(&Event {
                payload,
                ..Event::default()
            }),
            expected
        );
    }

    #[test]
    fn large_events_take_more_of_the_queue() {
        check(0, 1);
        check(16 * 1024 - 1, 1);
        check(1024 * 1024, 65);
    }
}
