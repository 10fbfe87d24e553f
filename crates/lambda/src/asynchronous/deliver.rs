//! One event, until it has succeeded or was given up.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use model::{AsyncEventRecord, EventInvokeConfig, Record as _};
use store::UpdateError;

use super::Accepted;
use super::destinations::{Story, tell_of_role};
use super::next::{Next, Past, Rules, Tried};
use crate::event::{InvokeError, Outcome};
use crate::report;
use crate::service::Lambda;

/// Runs an accepted event until it is done. A server that stops lets a running try end and begins no
/// other: the record stays for the next start.
pub(super) async fn deliver(lambda: Arc<Lambda>, mut accepted: Accepted) {
    let mut refusals = 0;
    loop {
        let result = lambda
            .run(&accepted.record.function, &accepted.event, None)
            .await;
        let tried = Tried::of(&result, reserved(&lambda, &accepted.record));
        match tried {
            Tried::Failed => accepted.record.failures = accepted.record.failures.saturating_add(1),
            Tried::NoRoom => {
                refusals += 1;
                // Once is enough: it is tried again and again.
                if let (1, Err(error)) = (refusals, &result) {
                    tell_of_role(&lambda, &accepted.record.function, error);
                }
            }
            Tried::Succeeded
            | Tried::ZeroConcurrency
            | Tried::Loop
            | Tried::NoFunction
            | Tried::Stopped => {}
        }
        if tried != Tried::NoRoom {
            lambda.queue().tell_of_room(&accepted.record.function);
        }
        let config = config(&lambda, &accepted.record);
        let past = Past {
            failures: accepted.record.failures,
            refusals,
            age: age(&accepted.record),
        };
        let rules = Rules::of(config.as_ref(), lambda.retry_after());
        let next = rules.next(tried, past);
        note(&accepted.record, &result, next);
        match next {
            Next::Again(pause) => {
                let goes_on = remember(&lambda, &mut accepted).await;
                if !goes_on || !wait(&lambda, &accepted.record, tried, pause).await {
                    return;
                }
            }
            Next::Leave => return,
            Next::Done | Next::GiveUp(_) => {
                let story = Story::of(&accepted.record, result, next);
                story.tell(&lambda, config.as_ref()).await;
                return forget(&lambda, &accepted).await;
            }
            Next::Forget => return forget(&lambda, &accepted).await,
        }
    }
}

/// Waits for the next try, and says whether there is a point in it. An event that found no room need
/// not wait longer once another of its function has made some.
async fn wait(lambda: &Lambda, record: &AsyncEventRecord, tried: Tried, pause: Duration) -> bool {
    if tried != Tried::NoRoom {
        return lambda.pause(pause).await;
    }
    let room = lambda.queue().room(&record.function);
    tokio::select! {
        goes_on = lambda.pause(pause) => goes_on,
        () = room.notified() => true,
    }
}

fn note(record: &AsyncEventRecord, result: &Result<Outcome, InvokeError>, next: Next) {
    let (function, request_id) = (&record.function, &record.request_id);
    match (result, next) {
        (_, Next::Done) => {}
        (Err(error), next) => {
            tracing::info!(%function, request_id, %error, ?next, "an asynchronous event did not run");
        }
        (Ok(_), next) => {
            tracing::info!(%function, request_id, ?next, "an asynchronous event failed");
        }
    }
}

fn reserved(lambda: &Lambda, record: &AsyncEventRecord) -> Option<u32> {
    let resolved = lambda.resolve(&record.function).ok()?;
    resolved.function.reserved_concurrency
}

/// The configuration of the qualifier that was called.
fn config(lambda: &Lambda, record: &AsyncEventRecord) -> Option<EventInvokeConfig> {
    let resolved = lambda.resolve(&record.function).ok()?;
    let called = record.function.qualifier.as_ref();
    let called = called.map_or_else(|| "$LATEST".to_owned(), ToString::to_string);
    resolved.function.event_invoke_configs.get(&called).cloned()
}

fn age(record: &AsyncEventRecord) -> Duration {
    let millis = report::now().millis() - record.accepted.millis();
    Duration::from_millis(u64::try_from(millis).unwrap_or_default())
}

/// Writes down how often the function has failed. Whether there is a point in going on: an event
/// whose record is gone was forgotten by a reset.
async fn remember(lambda: &Lambda, accepted: &mut Accepted) -> bool {
    let failures = accepted.record.failures;
    let change = |record: &mut AsyncEventRecord| {
        record.failures = failures;
        Ok::<(), Infallible>(())
    };
    let id = accepted.record.id();
    match lambda.queue().records.update(&id, change).await {
        Ok(updated) => {
            accepted.version = updated.stored.version;
            true
        }
        Err(UpdateError::NotFound) => false,
        Err(error) => {
            tracing::warn!(id, %error, "the tries of an event could not be counted");
            true
        }
    }
}

async fn forget(lambda: &Lambda, accepted: &Accepted) {
    let id = accepted.record.id();
    let deleted = lambda
        .queue()
        .records
        .delete::<AsyncEventRecord>(&id, accepted.version);
    match deleted.await {
        Ok(_) | Err(store::StoreError::Conflict { .. }) => {}
        Err(error) => tracing::warn!(id, %error, "an event that is done could not be removed"),
    }
}
