//! After the answer: an environment takes the next event when its extensions have done with this one.
//!
//! AWS: "Lambda execution environment lifecycle". The caller has the answer already; what extensions
//! do counts against the function's time-out.

use super::drive::Happened;
use super::runtime_api::RuntimeEvent;
use super::{Environment, Shutdown};
use crate::lines::Lines;

impl Environment {
    /// Whether it could take an event now.
    pub(crate) fn is_settled(&self) -> bool {
        self.api.extensions().are_ready()
    }

    /// Waits until it can take an event. None if that does not come in time, or never.
    pub(crate) async fn settle(mut self) -> Option<Self> {
        let host = std::sync::Arc::clone(&self.host);
        let mut lines = Lines::default();
        while !self.is_settled() {
            let happened = self.next(self.busy_until, &host, &mut lines).await;
            let is_over = match happened {
                Happened::Told(RuntimeEvent::Extensions) => {
                    self.ending = Shutdown::Failure;
                    self.api.extensions().failure().is_some()
                }
                Happened::TimedOut => {
                    self.ending = Shutdown::Timeout;
                    true
                }
                Happened::Ended(_) => true,
                Happened::Told(_) => false,
            };
            if is_over {
                self.stream.put(host.logs.as_ref(), lines.take());
                return None;
            }
            self.ending = Shutdown::Spindown;
        }
        self.stream.put(host.logs.as_ref(), lines.take());
        self.api.rest();
        Some(self)
    }
}
