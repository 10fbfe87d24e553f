//! The process of an environment: watched while it runs, ended where waiting harms nobody.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use sandbox::{Child, Exit};
use tokio_util::task::TaskTracker;

/// How old the figure for the most memory used may be. Asking the kernel costs as much as a tenth of
/// a warm invocation.
const PEAK_FOR: Duration = Duration::from_millis(100);

/// Dropping it ends the process and what it started, and removes its files, on a thread for work
/// that blocks.
#[derive(Debug)]
pub(super) struct Process {
    /// Taken only by the drop.
    child: Option<Child>,
    tmp: Option<Folder>,
    ends: TaskTracker,
    peak: Mutex<Option<(Instant, u64)>>,
}

impl Process {
    pub(super) fn new(child: Child, tmp: Option<Folder>, ends: TaskTracker) -> Self {
        Self {
            child: Some(child),
            tmp,
            ends,
            peak: Mutex::default(),
        }
    }

    /// Leaves nothing behind that could be ended.
    pub(super) fn take(&mut self) -> Self {
        Self {
            child: self.child.take(),
            tmp: self.tmp.take(),
            ends: self.ends.clone(),
            peak: Mutex::default(),
        }
    }

    /// Asks the runtime to end.
    pub(super) fn terminate(&self) {
        self.child.as_ref().map(Child::terminate);
    }

    pub(super) fn is_alive(&self) -> bool {
        let state = self.child.as_ref().map(Child::try_wait);
        matches!(state, Some(Ok(None)))
    }

    /// How it ended. Asked once it is known to have ended: if the kernel cannot say how, it was killed.
    pub(super) fn exit(&self) -> Exit {
        let state = self.child.as_ref().and_then(|child| child.try_wait().ok());
        state.flatten().unwrap_or(Exit::Signal(9))
    }

    pub(super) fn kill(&self) {
        if let Some(Err(error)) = self.child.as_ref().map(Child::kill) {
            tracing::error!(%error, "process could not be ended");
        }
    }

    pub(super) fn resident_bytes(&self) -> Option<u64> {
        self.child.as_ref()?.resident_bytes()
    }

    /// The most memory it has used, as of a moment ago.
    pub(super) fn peak_memory(&self, now: Instant) -> u64 {
        let mut peak = self
            .peak
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        match *peak {
            Some((at, bytes)) if now < at + PEAK_FOR => bytes,
            _ => {
                let bytes = self
                    .child
                    .as_ref()
                    .and_then(Child::peak_memory)
                    .unwrap_or_default();
                *peak = Some((now, bytes));
                bytes
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let parts = (self.child.take(), self.tmp.take());
        if parts.0.is_none() && parts.1.is_none() {
            return;
        }
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(self.ends.spawn_blocking_on(move || drop(parts), &runtime)),
            Err(_) => drop(parts),
        }
    }
}

/// A directory that is removed with this value.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn prepare(path: PathBuf, level: &sandbox::Level) -> std::io::Result<Self> {
        sandbox::Tmp::prepare(&path, level)?;
        Ok(Self(path))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!(%error, "temporary files of a function could not be removed");
        }
    }
}
