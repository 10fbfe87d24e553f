//! Where the lines of a function go. The service that keeps them stands behind a trait, because
//! the control plane owns it and this room must not know the control plane.

use identity::Caller;
use model::{AccountId, LogEvent, Region};

/// Lines for one stream, written with the rights of `caller`.
#[derive(Debug, Clone)]
pub struct LogBatch {
    /// A session of the execution role, or of the role that API Gateway writes its logs with.
    pub caller: Caller,
    pub account: AccountId,
    pub region: Region,
    pub group: String,
    pub stream: String,
    pub events: Vec<LogEvent>,
}

/// Takes lines. What must hold: `put` returns at once; the queue behind it is bounded; nothing is
/// written for a caller whose policies do not allow it; batches of one stream keep their order.
pub trait LogSink: Send + Sync {
    fn put(&self, batch: LogBatch);
}

/// Forgets every line: for measurements and for servers that keep no logs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Discard;

impl LogSink for Discard {
    fn put(&self, _: LogBatch) {}
}

/// Where one environment writes, and with whose rights.
#[derive(Debug)]
pub(crate) struct LogStream {
    /// The session of the execution role that the process holds too.
    pub(crate) caller: Caller,
    pub(crate) account: AccountId,
    pub(crate) region: Region,
    pub(crate) group: String,
    pub(crate) name: String,
}

impl LogStream {
    pub(crate) fn put(&self, sink: &dyn LogSink, events: Vec<LogEvent>) {
        if events.is_empty() {
            return;
        }
        sink.put(LogBatch {
            caller: self.caller.clone(),
            account: self.account.clone(),
            region: self.region.clone(),
            group: self.group.clone(),
            stream: self.name.clone(),
            events,
        });
    }
}
