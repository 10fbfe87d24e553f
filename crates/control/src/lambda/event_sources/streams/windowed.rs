//! A shard at work whose mapping has tumbling windows: each is ended by an invocation of its own.

use std::sync::{MutexGuard, PoisonError};

use identity::Caller;
use tokio_util::sync::CancellationToken;

use super::batch::{Failed, Item};
use super::shard::{FIRST_PAUSE, LONGEST_PAUSE, PROBLEM, ShardPoller, Went, sleep};
use super::window::{Part, Windows};
use crate::clock::now;

impl ShardPoller {
    /// Never held while anything waits.
    pub(super) fn windows(&self) -> MutexGuard<'_, Option<Windows>> {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn asks(&self, question: impl FnOnce(&Windows) -> bool) -> bool {
        self.windows().as_ref().is_some_and(question)
    }

    /// Ends the window that is open if the next record is of a later one, and tells how many records are
    /// in the window of the next; none if there is no point in going on.
    pub(super) async fn enter_window(
        &self,
        items: &[Item],
        caller: &Caller,
        stop: &CancellationToken,
    ) -> Option<usize> {
        let next = items.first();
        let ends = next.is_some_and(|next| self.asks(|windows| windows.ends_before(next)));
        if ends && self.conclude(Part::Final, caller, stop).await == Went::Stopped {
            return None;
        }
        let within = self.windows().as_mut().map(|windows| windows.enter(items));
        Some(within.unwrap_or(items.len()))
    }

    /// Ends a window whose state has become too large.
    pub(super) async fn shed(&self, caller: &Caller, stop: &CancellationToken) -> Went {
        if self.asks(Windows::is_too_large) {
            return self.conclude(Part::Early, caller, stop).await;
        }
        Went::On
    }

    /// Ends the window that is open if nothing more can come into it: a child of a shard begins with a
    /// window of its own.
    pub(super) async fn end_window(
        &self,
        is_closed: bool,
        caller: &Caller,
        stop: &CancellationToken,
    ) -> Went {
        let is_over =
            |windows: &Windows| windows.is_over(now()) || (is_closed && windows.is_open());
        if self.asks(is_over) {
            return self.conclude(Part::Final, caller, stop).await;
        }
        Went::On
    }

    /// "If the invocation fails, your Lambda function suspends further processing until a successful
    /// invocation."
    async fn conclude(&self, part: Part, caller: &Caller, stop: &CancellationToken) -> Went {
        let mut pause = FIRST_PAUSE;
        loop {
            let invoked = self.invoke(&[], part, caller).await;
            if matches!(invoked, Some((Failed::Nothing, _))) {
                return Went::On;
            }
            self.note(PROBLEM).await;
            if sleep(pause, stop).await == Went::Stopped {
                return Went::Stopped;
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
}
