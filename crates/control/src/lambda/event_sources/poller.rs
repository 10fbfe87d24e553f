//! One mapping at work: receives in the execution role, invokes, deletes what is done.
//!
//! A role that may not read, a queue or a function that is gone: the poller waits longer and longer and
//! tries again, and the journal tells why.

use std::sync::Arc;
use std::time::Duration;

use ::lambda::{Event, InvokeError};
use identity::invocation::{Grant, grant_to_event_source};
use identity::{AssumeRefused, Assumer, Caller, SessionAsk};
use model::{EventSourceMappingRecord, Timestamp};
use policy::Context;
use store::StoreError;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::batch::{Batch, Failed};
use super::calls::Fault;
use super::filter::Pattern;
use super::queue;
use crate::control::Control;
use crate::lambda::checks::SERVICE;
use crate::unattended::{Desk, Unattended, Way};

/// The longest that SQS lets a receiver wait.
const LONGEST_WAIT: u32 = 20;
/// The most that SQS gives at once.
const MOST_RECEIVED: u32 = 10;
/// Batches at a time without a bound of the mapping's own: AWS begins with five.
const USUAL_CONCURRENCY: u32 = 5;
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
const SESSION_SECONDS: u32 = 3600;

pub(super) struct Poller {
    pub(super) mapping: EventSourceMappingRecord,
    pub(super) control: Arc<Control>,
}

/// Why a round came to nothing.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    #[error("the function can't be found: {0}")]
    Function(InvokeError),
    #[error("the execution role can't be assumed: {0}")]
    Role(Box<AssumeRefused>),
    #[error(transparent)]
    Source(#[from] Fault),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Poller {
    /// Goes on until it is told to stop; batches that have begun are finished.
    pub(super) async fn run(self, stop: CancellationToken) {
        let poller = Arc::new(self);
        let slots = Arc::new(Semaphore::new(poller.concurrency()));
        let mut batches = JoinSet::new();
        let mut pause = FIRST_PAUSE;
        loop {
            let round = stop.run_until_cancelled(poller.round(&slots));
            match round.await {
                None => break,
                Some(Ok((batch, caller, slot))) => {
                    pause = FIRST_PAUSE;
                    let poller = Arc::clone(&poller);
                    batches.spawn(async move {
                        poller.process(batch, &caller).await;
                        drop(slot);
                    });
                }
                Some(Err(trouble)) => {
                    let source = poller.mapping.source.to_string();
                    tracing::warn!(%trouble, source, "an event source could not be read");
                    tell(&poller.control, &poller.mapping, &trouble);
                    let waiting = stop.run_until_cancelled(tokio::time::sleep(pause));
                    if waiting.await.is_none() {
                        break;
                    }
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
            // Whatever has ended is let go.
            while batches.try_join_next().is_some() {}
        }
        while batches.join_next().await.is_some() {}
    }

    fn concurrency(&self) -> usize {
        if self.mapping.is_ordered() {
            return 1;
        }
        let most = self
            .mapping
            .maximum_concurrency
            .unwrap_or(USUAL_CONCURRENCY);
        usize::try_from(most).unwrap_or(1)
    }

    /// Waits for a free place, then for messages.
    async fn round(
        &self,
        slots: &Arc<Semaphore>,
    ) -> Result<(Batch, Caller, Option<OwnedSemaphorePermit>), Trouble> {
        let slot = Arc::clone(slots).acquire_owned().await.ok();
        let caller = session_of(&self.control, &self.mapping)?;
        let batch = self.gather(&caller).await?;
        Ok((batch, caller, slot))
    }

    /// A batch is complete when it is full, or when its window is over.
    async fn gather(&self, caller: &Caller) -> Result<Batch, Fault> {
        let mapping = &self.mapping;
        let filters = mapping.filters.iter().map(|text| Pattern::read(text));
        let filters: Vec<Pattern> = filters.flatten().collect();
        let wanted = usize::try_from(mapping.batch_size).unwrap_or(1);
        let window = Duration::from_secs(u64::from(mapping.batching_window_seconds));
        let mut batch = Batch::default();
        let mut until: Option<Instant> = None;
        loop {
            let missing = wanted.saturating_sub(batch.len());
            let most = u32::try_from(missing)
                .unwrap_or(MOST_RECEIVED)
                .min(MOST_RECEIVED);
            let by = (caller.clone(), &mapping.source);
            let left = until.map(|until| until.saturating_duration_since(Instant::now()));
            let messages = queue::receive(&self.control, by, (most, wait(left))).await?;
            if !messages.is_empty() {
                until.get_or_insert_with(|| Instant::now() + window);
            }
            for message in &messages {
                batch.add(message, mapping, &filters);
            }
            let is_over = until.is_none_or(|until| Instant::now() >= until);
            if batch.len() >= wanted || batch.is_full() || is_over {
                return Ok(batch);
            }
        }
    }

    async fn process(&self, batch: Batch, caller: &Caller) {
        let mut done = batch.unwanted.clone();
        if !batch.is_empty() {
            let failed = self.invoke(&batch, caller).await;
            done.extend(batch.done(&failed));
        }
        let by = (caller, &self.mapping.source);
        if let Err(fault) = queue::delete(&self.control, by, &done).await {
            let source = self.mapping.source.to_string();
            tracing::warn!(%fault, source, "messages that are done stay in their queue");
        }
    }

    /// What is left in the queue comes again once its visibility timeout is over.
    async fn invoke(&self, batch: &Batch, caller: &Caller) -> Failed {
        let Some(grant) = self.grant(caller) else {
            return Failed::All;
        };
        let event = Event {
            payload: batch.event(),
            ..Event::default()
        };
        match self.control.rooms().lambda.invoke(grant, event).await {
            Ok(outcome) if outcome.error.is_some() => Failed::All,
            Ok(outcome) if self.mapping.reports_item_failures => batch.failed(&outcome.payload),
            Ok(_) => Failed::None,
            Err(error) => {
                let function = self.mapping.function.to_string();
                tracing::warn!(%error, function, "a batch could not be given to its function");
                Failed::All
            }
        }
    }

    fn grant(&self, caller: &Caller) -> Option<Grant> {
        grant_for(&self.control, &self.mapping, caller, "sqs:ReceiveMessage")
    }
}

/// The role may read the source: that is what lets Lambda invoke for it.
pub(super) fn grant_for(
    control: &Control,
    mapping: &EventSourceMappingRecord,
    caller: &Caller,
    action: &str,
) -> Option<Grant> {
    let identity = &control.rooms().identity;
    let resources = [mapping.source.to_string()];
    let context = Context::new();
    let ask = identity::Ask::new(action, &resources, &context);
    let permit = identity.authorize(caller, &ask);
    let permit = permit.inspect_err(|denied| {
        let source = mapping.source.to_string();
        polling(mapping, &source).denied(Desk::of(control.rooms()), caller, denied);
    });
    let permit = permit.ok()?;
    grant_to_event_source(&permit, &mapping.function)
}

/// A session of the role that the mapping's function has now.
pub(super) fn session_of(
    control: &Control,
    mapping: &EventSourceMappingRecord,
) -> Result<Caller, Trouble> {
    let rooms = control.rooms();
    let resolved = rooms.lambda.resolve(&mapping.function);
    let resolved = resolved.map_err(Trouble::Function)?;
    let role = resolved.config().role.to_string();
    let ask = SessionAsk::new(mapping.function.name.as_str(), SESSION_SECONDS);
    let now = Timestamp::from_millis(jiff::Timestamp::now().as_millisecond());
    let by = Assumer::Service(SERVICE);
    let session = rooms.identity.assume_role(&by, &role, &ask, now);
    let session = session.map_err(|refused| Trouble::Role(Box::new(refused)))?;
    Ok(session.caller)
}

/// Told where a round came to nothing. What a service refused, the call itself has told of.
pub(super) fn tell(control: &Control, mapping: &EventSourceMappingRecord, trouble: &Trouble) {
    let source = mapping.source.to_string();
    let polling = polling(mapping, &source);
    let desk = Desk::of(control.rooms());
    match trouble {
        Trouble::Role(refused) => polling.untrusted(desk, refused),
        Trouble::Function(error) => polling.failed(desk, error),
        Trouble::Source(_) | Trouble::Store(_) => {}
    }
}

fn polling<'a>(mapping: &'a EventSourceMappingRecord, source: &'a str) -> Unattended<'a> {
    Unattended {
        way: Way::EventSource,
        service: "lambda",
        name: source,
        function: Some(&mapping.function),
        started: Timestamp::from_millis(jiff::Timestamp::now().as_millisecond()),
    }
}

/// Seconds to wait for messages: as long as there are none, as long as SQS allows.
fn wait(left: Option<Duration>) -> u32 {
    let seconds = left.map(|left| u32::try_from(left.as_secs()).unwrap_or(LONGEST_WAIT));
    seconds.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receiver_waits_no_longer_than_its_window() {
        for (left, expected) in [(None, 20), (Some(300), 20), (Some(3), 3), (Some(0), 0)] {
            assert_eq!(wait(left.map(Duration::from_secs)), expected);
        }
    }
}
