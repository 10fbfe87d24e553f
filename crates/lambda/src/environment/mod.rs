//! One environment: a sandboxed process, the Runtime API it speaks, what it prints, how it ends.
//!
//! An environment serves one invocation at a time and never another function's. It must never
//! outlive its owner: dropping it ends the process and everything the process started.

mod boot; // until the first event is asked for
mod command; // which program, with which arguments
mod connections; // through which the process speaks
mod container; // a container image instead of all that
mod debug; // functions under a debugger
mod drive; // what happens next
mod extensions; // programs beside the runtime
mod failure; // how a start or an invocation fails, in AWS's words
mod farewell; // how extensions are told of the end
mod invocation; // from a ready runtime to an outcome
mod output; // what the process prints
mod process; // what runs, until it is ended
mod replies; // what it is told
mod runtime_api; // what the process asks for and answers
mod settle; // what is still going on after the answer
mod start; // from a version to a ready runtime
mod telemetry; // what extensions are told of all this
mod variables; // what the process finds in its environment

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::unix::AsyncFd;

use crate::folders::Folder;
use crate::lines::Lines;
use crate::logs::LogStream;
use crate::pool::{Kept, Living};
use crate::registry::Resolved;
use crate::runtime::Shown;

pub(crate) use boot::Spare;
pub(crate) use failure::StartFailure;
pub(crate) use invocation::Call;
pub use start::EndpointTold;
pub(crate) use start::{Host, Materials, Purpose, StartError, assume, sdk_config};
pub(crate) use telemetry::{Stream, Telemetry};

use extensions::Shutdown;
use output::{Aside, Output};
use process::Process;
use runtime_api::RuntimeApi;

/// A process whose runtime has asked for its first event.
#[derive(Debug)]
pub(crate) struct Environment {
    process: Process,
    ended: AsyncFd<std::os::fd::OwnedFd>,
    api: RuntimeApi,
    output: Output,
    aside: Aside,
    resolved: Resolved,
    stream: Arc<LogStream>,
    /// Keeps the code and the layers on disk as long as the process may read them.
    folders: (Arc<Folder>, Option<Arc<Folder>>),
    /// When its credentials are about to expire.
    expires: Instant,
    last_used: Instant,
    /// When the invocation that it runs must have ended.
    busy_until: tokio::time::Instant,
    /// Why it will end.
    ending: Shutdown,
    host: Arc<Host>,
    /// Whether it runs under a debugger, without a time-out.
    debugged: bool,
    purpose: Purpose,
    /// Which runtime it really is, in our words and in AWS's form.
    used: Arc<str>,
    shown: Shown,
    /// Counts it among those of its version.
    living: Option<Living>,
    /// What the start took and printed, until the first invocation reports it.
    first: Option<First>,
}

#[derive(Debug)]
struct First {
    /// Absent if the start was a part of the invocation.
    init_micros: Option<u64>,
    lines: Lines,
    /// What the start has taken of the invocation's own time.
    spent: Duration,
}

impl Environment {
    pub(crate) fn counted(mut self, living: Living) -> Self {
        self.living = Some(living);
        self
    }

    /// The next event may come by another alias of the same version.
    pub(crate) fn called_as(mut self, resolved: &Resolved) -> Self {
        self.resolved = resolved.clone();
        self
    }
}

impl Kept for Environment {
    /// Asked of the kernel, not of what was heard: a process that has just ended may have asked for the
    /// next event before.
    fn is_alive(&self) -> bool {
        self.process.is_alive() && self.aside.runtime_ended().is_none()
    }

    fn expires(&self) -> Instant {
        self.expires
    }

    fn last_used(&self) -> Instant {
        self.last_used
    }
}
