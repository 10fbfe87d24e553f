//! One environment: a sandboxed process, the Runtime API it speaks, what it prints, how it ends.
//!
//! An environment serves one invocation at a time and never another function's. It must never
//! outlive its owner: dropping it ends the process and everything the process started.

mod drive; // what happens next
mod invocation;
mod output; // what it prints
mod runtime_api; // what the process asks for and answers
mod start; // which program, with which files and variables // from a ready runtime to an outcome

use std::sync::Arc;
use std::time::Instant;

use identity::Caller;
use tokio::io::unix::AsyncFd;

use crate::registry::Resolved;
use crate::report::Lines;

pub(crate) use start::{Host, StartError};

use output::Output;
use runtime_api::RuntimeApi;

/// A process whose runtime has asked for its first event.
#[derive(Debug)]
pub(crate) struct Environment {
    child: sandbox::Child,
    ended: AsyncFd<std::os::fd::OwnedFd>,
    api: RuntimeApi,
    output: Output,
    pub(crate) resolved: Resolved,
    /// The session of the execution role that the process holds, and that its logs are written with.
    pub(crate) caller: Caller,
    pub(crate) log_stream: Arc<str>,
    /// When its credentials are about to expire.
    pub(crate) expires: Instant,
    pub(crate) last_used: Instant,
    /// What the start took and printed, until the first invocation reports it.
    first: Option<First>,
}

#[derive(Debug)]
struct First {
    init_micros: u64,
    lines: Lines,
}

impl Environment {
    /// The next event may come by another alias of the same version.
    pub(crate) fn called_as(mut self, resolved: &Resolved) -> Self {
        self.resolved = resolved.clone();
        self
    }

    /// Whether the process is still there.
    pub(crate) fn is_alive(&self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}
