//! What happens next in an environment: the one place that waits for a process.

use std::time::Duration;

use sandbox::{Exit, MemoryLimit};
use tokio::time::Instant;

use super::runtime_api::RuntimeEvent;
use super::{Environment, Host};
use crate::lines::Lines;

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
        host: &Host,
        lines: &mut Lines,
    ) -> Happened {
        let late = tokio::time::sleep_until(deadline);
        tokio::pin!(late);
        let mut watched = Instant::now();
        loop {
            if let Some(exit) = self.aside.runtime_ended() {
                return self
                    .api
                    .event_now()
                    .map_or(Happened::Ended(exit), Happened::Told);
            }
            let watch = tokio::time::sleep_until(watched + WATCH_EVERY);
            tokio::select! {
                biased;
                event = self.api.event() => return Happened::Told(event),
                _ = self.ended.readable() => return self.last_words(host, lines),
                () = &mut late => return Happened::TimedOut,
                () = watch, if host.level.memory == MemoryLimit::Watchdog => {
                    watched = Instant::now();
                    self.watch_memory();
                }
                () = self.output.read(lines) => self.hand_on(host, lines),
                () = self.aside.read() => {
                    self.aside.drain(lines, self.api.extensions());
                    self.hand_on(host, lines);
                }
            }
        }
    }

    /// What the runtime said before it ended counts.
    fn last_words(&mut self, host: &Host, lines: &mut Lines) -> Happened {
        self.drain(host, lines);
        match self.api.event_now() {
            Some(event) => Happened::Told(event),
            None => Happened::Ended(self.process.exit()),
        }
    }

    /// Takes what was printed so far, without waiting.
    pub(super) fn drain(&mut self, host: &Host, lines: &mut Lines) {
        self.output.drain(lines);
        self.aside.drain(lines, self.api.extensions());
        self.hand_on(host, lines);
    }

    /// Lets go of lines that are too many to hold.
    fn hand_on(&self, host: &Host, lines: &mut Lines) {
        if lines.is_full() {
            self.stream.put(host.logs.as_ref(), lines.hand_on());
        }
    }

    /// Ends a process that uses more than its function may.
    fn watch_memory(&self) {
        let allowed = u64::from(self.resolved.config().memory_mib) * MIB;
        if self
            .process
            .resident_bytes()
            .is_some_and(|used| used > allowed)
        {
            self.process.kill();
        }
    }
}
