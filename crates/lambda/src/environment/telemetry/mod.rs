//! The Telemetry API: what happens in an environment, sent to the extensions that asked for it.
//!
//! AWS: "Accessing real-time telemetry data for extensions using the Telemetry API", version
//! 2022-07-01 of the API and 2022-12-13 of the schema. What an extension does not take is dropped
//! and counted, and never holds the function up.

mod api; // who wants what
mod destination; // where inside the environment it goes
mod sender; // in batches

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use tokio::task::AbortHandle;

use crate::report;

pub(super) use api::PATH;
pub(super) use destination::Ways;
use sender::Sender;

/// What happened before the first extension could subscribe.
const MAX_EARLY: usize = 1000;

/// The streams that an extension can subscribe to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    Platform,
    Function,
    Extension,
}

/// The telemetry of one environment.
#[derive(Debug)]
pub(crate) struct Telemetry {
    ways: Arc<Ways>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// No more subscriptions; nothing early is kept.
    closed: bool,
    early: VecDeque<(Stream, Arc<str>)>,
    subscribers: Vec<Subscriber>,
}

#[derive(Debug)]
struct Subscriber {
    types: Vec<Stream>,
    sender: Sender,
    task: AbortHandle,
}

impl Stream {
    const fn name(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Function => "function",
            Self::Extension => "extension",
        }
    }
}

impl Telemetry {
    pub(super) fn new(ways: Ways) -> Self {
        Self {
            ways: Arc::new(ways),
            state: Mutex::default(),
        }
    }

    /// Something of the platform's, such as `platform.start`. The record is made only if somebody
    /// wants it: nearly always nobody does.
    pub(super) fn platform(&self, kind: &str, record: impl FnOnce() -> Value) {
        if self.is_wanted() {
            self.publish(Stream::Platform, kind, &record());
        }
    }

    /// A line that was printed: a record of its own when it is JSON.
    pub(crate) fn line(&self, stream: Stream, line: &str) {
        if !self.is_wanted() {
            return;
        }
        let parsed = serde_json::from_str::<Value>(line).ok();
        let record = parsed.filter(Value::is_object);
        self.publish(
            stream,
            stream.name(),
            &record.unwrap_or_else(|| line.into()),
        );
    }

    /// From here on nobody subscribes.
    pub(super) fn close(&self) {
        let mut state = self.state();
        state.closed = true;
        state.early.clear();
    }

    /// Sends what waits in buffers without waiting for more.
    pub(super) fn flush(&self) {
        for subscriber in &self.state().subscribers {
            subscriber.sender.flush();
        }
    }

    fn is_wanted(&self) -> bool {
        let state = self.state();
        !state.closed || !state.subscribers.is_empty()
    }

    fn publish(&self, stream: Stream, kind: &str, record: &Value) {
        let mut state = self.state();
        if state.closed && state.subscribers.is_empty() {
            return;
        }
        let event = json!({ "time": report::instant(), "type": kind, "record": record });
        let event: Arc<str> = event.to_string().into();
        for subscriber in &state.subscribers {
            if subscriber.types.contains(&stream) {
                subscriber.sender.send(Arc::clone(&event));
            }
        }
        if !state.closed && state.early.len() < MAX_EARLY {
            state.early.push_back((stream, event));
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Telemetry {
    fn drop(&mut self) {
        for subscriber in &self.state().subscribers {
            subscriber.task.abort();
        }
    }
}
