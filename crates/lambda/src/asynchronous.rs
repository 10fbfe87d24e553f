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

/// Events that may wait at one time.
pub(crate) const QUEUE_BOUND: usize = 10_000;
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

/// Runs an accepted event until it succeeds or has had its tries.
pub(crate) async fn deliver(lambda: Arc<Lambda>, accepted: Accepted) {
    let Accepted { arn, event, place } = accepted;
    let until = tokio::time::Instant::now() + GIVE_UP_AFTER;
    let mut backoff = FIRST_BACKOFF;
    let mut tries = 0;
    while tries < TRIES && tokio::time::Instant::now() < until {
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
        if tries < TRIES {
            tokio::time::sleep(pause).await;
        }
    }
    drop(place);
}
