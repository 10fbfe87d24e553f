//! Events that nobody waits for: written to the store before they are accepted, run in the
//! background, tried again when they fail, and told to their destination in the end.
//!
//! AWS: "Invoking a Lambda function asynchronously". An event is delivered at least once: its record
//! is removed only after its destination knows, so that one which ran in the moment of a kill -9
//! runs again.

mod deliver; // one event, until it is done
mod destinations; // who is told what became of it
mod next; // what follows a try

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use identity::invocation::Grant;
use model::{AsyncEventRecord, FunctionArn};
use store::{Records, Revision, Stored};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

use crate::event::{Event, InvokeError, MAX_ASYNC_EVENT_BYTES, Throttle};
use crate::report;
use crate::service::{Lambda, checked, new_request_id};

/// What all waiting events together may take, in units of [`UNIT_BYTES`]: 256 MiB.
const QUEUE_UNITS: usize = 16_384;
/// Even an empty event takes one unit.
const UNIT_BYTES: usize = 16 * 1024;

/// The events that were accepted and are not done.
pub(crate) struct Queue {
    records: Records,
    places: Arc<Semaphore>,
    /// Of the functions whose events wait because they found no room.
    crowded: Mutex<HashMap<FunctionArn, Arc<Notify>>>,
}

/// An event that was accepted for a function that its sender may invoke.
struct Accepted {
    record: AsyncEventRecord,
    version: Revision,
    event: Event,
    /// Its place in the queue.
    _place: OwnedSemaphorePermit,
}

impl Queue {
    pub(crate) fn new(records: Records) -> Self {
        let places = Arc::new(Semaphore::new(QUEUE_UNITS));
        Self {
            records,
            places,
            crowded: Mutex::default(),
        }
    }

    /// Where events of a function wait for room, whatever their qualifier.
    fn room(&self, function: &FunctionArn) -> Arc<Notify> {
        let mut crowded = self.crowded.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(crowded.entry(function.unqualified()).or_default())
    }

    /// Lets one of a function's waiting events try again.
    fn tell_of_room(&self, function: &FunctionArn) {
        let mut crowded = self.crowded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = crowded.get(&function.unqualified()) {
            room.notify_one();
        }
        // Where nobody waits any more nobody need be told.
        crowded.retain(|_, room| Arc::strong_count(room) > 1);
    }

    /// Writes an event down. From here on it is delivered, whatever happens to this server.
    async fn accept(&self, grant: &Grant, event: Event) -> Result<Accepted, InvokeError> {
        let places = Arc::clone(&self.places);
        let place = places.try_acquire_many_owned(units(&event));
        let place = place.map_err(|_| InvokeError::Throttled(Throttle::Account))?;
        let record = record(grant, &event)?;
        let version = self.records.create(&record).await;
        let version = version.map_err(|error| InvokeError::Environment {
            reason: format!("the event could not be stored: {error}"),
        })?;
        Ok(Accepted {
            event: read(&record),
            record,
            version,
            _place: place,
        })
    }

    /// What an earlier run of this server left behind.
    async fn left_behind(&self) -> Result<Vec<Accepted>, store::StoreError> {
        let mut all = Vec::new();
        for Stored { record, version } in self.records.list::<AsyncEventRecord>("").await? {
            let event = read(&record);
            let places = Arc::clone(&self.places);
            let Ok(place) = places.acquire_many_owned(units(&event)).await else {
                break;
            };
            all.push(Accepted {
                record,
                version,
                event,
                _place: place,
            });
        }
        Ok(all)
    }
}

impl Lambda {
    /// Accepts an event for later, and gives its request id. Once it is there, the event survives
    /// the end of this server, if the store does.
    pub async fn enqueue(
        self: &Arc<Self>,
        grant: Grant,
        event: Event,
    ) -> Result<String, InvokeError> {
        let event = checked(event, MAX_ASYNC_EVENT_BYTES)?;
        self.resolve(grant.function())?;
        if self.is_draining() {
            return Err(InvokeError::Draining);
        }
        let accepted = self.queue().accept(&grant, event).await?;
        let request_id = accepted.record.request_id.clone();
        self.deliver(accepted);
        Ok(request_id)
    }

    /// Goes on with the events that an earlier run of this server had accepted. To be called once,
    /// when the views are complete.
    pub async fn resume(self: &Arc<Self>) -> Result<usize, store::StoreError> {
        let left_behind = self.queue().left_behind().await?;
        let count = left_behind.len();
        for accepted in left_behind {
            self.deliver(accepted);
        }
        if count > 0 {
            tracing::info!(count, "events of an earlier run are delivered");
        }
        Ok(count)
    }

    fn deliver(self: &Arc<Self>, accepted: Accepted) {
        let request_id = accepted.record.request_id.clone();
        // A server that is stopping leaves the record for the next one.
        if self
            .spawn(deliver::deliver(Arc::clone(self), accepted))
            .is_err()
        {
            tracing::info!(request_id, "an event is left for the next start");
        }
    }
}

fn record(grant: &Grant, event: &Event) -> Result<AsyncEventRecord, InvokeError> {
    let function = grant.function().clone();
    let payload = String::from_utf8(event.payload.to_vec());
    let payload = payload.map_err(|error| InvokeError::InvalidJson {
        reason: error.to_string(),
    })?;
    Ok(AsyncEventRecord {
        account: function.account.clone(),
        region: function.region.clone(),
        request_id: event.request_id.clone().unwrap_or_else(new_request_id),
        function,
        payload,
        client_context: event.client_context.clone(),
        trace: event.trace.clone(),
        accepted: report::now(),
        failures: 0,
    })
}

fn read(record: &AsyncEventRecord) -> Event {
    Event {
        payload: Bytes::copy_from_slice(record.payload.as_bytes()),
        client_context: record.client_context.clone(),
        trace: record.trace.clone(),
        log_tail: false,
        request_id: Some(record.request_id.clone()),
    }
}

/// What an event takes of the queue.
fn units(event: &Event) -> u32 {
    let context = event.client_context.as_ref().map_or(0, String::len);
    let bytes = event.payload.len() + context;
    u32::try_from(1 + bytes / UNIT_BYTES).unwrap_or(u32::MAX)
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
