//! What happens next in an environment: the one place that waits for a process.

use std::time::Duration;

use sandbox::{Exit, MemoryLimit};
use tokio::time::Instant;

use super::Environment;
use super::runtime_api::RuntimeEvent;
use crate::report::Lines;

/// How often memory is looked at where the kernel does not bound it for us.
const WATCH_EVERY: Duration = Duration::from_millis(50);
const MIB: u64 = 1024 * 1024;

#[derive(Debug)]
pub(super) enum Happened {
    Told(RuntimeEvent),
    Ended(Exit),
    TimedOut,
}

impl Environment {
    /// Waits for the runtime, the end of the process or the deadline, taking what is printed.
    pub(super) async fn next(
        &mut self,
        deadline: Instant,
        watched: &MemoryLimit,
        lines: &mut Lines,
    ) -> Happened {
        let late = tokio::time::sleep_until(deadline);
        tokio::pin!(late);
        let mut watch = tokio::time::interval(WATCH_EVERY);
        watch.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                biased;
                event = self.api.event() => return Happened::Told(event),
                _ = self.ended.readable() => {
                    self.output.drain(lines);
                    return Happened::Ended(self.exit());
                }
                () = &mut late => return Happened::TimedOut,
                () = self.output.read(lines), if !lines.is_full() => {}
                _ = watch.tick(), if *watched == MemoryLimit::Watchdog => self.watch_memory(),
            }
        }
    }

    fn exit(&self) -> Exit {
        // The descriptor said that it has ended; if the kernel cannot say how, it was killed.
        self.child
            .try_wait()
            .ok()
            .flatten()
            .unwrap_or(Exit::Signal(9))
    }

    /// Ends a process that uses more than its function may.
    fn watch_memory(&self) {
        let allowed = u64::from(self.resolved.config().memory_mib) * MIB;
        if self
            .child
            .resident_bytes()
            .is_some_and(|used| used > allowed)
        {
            self.kill();
        }
    }

    pub(super) fn kill(&self) {
        if let Err(error) = self.child.kill() {
            tracing::error!(%error, "process could not be ended");
        }
    }
}
