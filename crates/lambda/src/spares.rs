//! Runtimes that have started before they are needed, one for a version that is in use.
//!
//! Each is in a sandbox of its own, made for this version alone, and has seen nothing of the
//! function's code: what a call saves is the start of the sandbox and of the interpreter. How many
//! there are is bounded; the version that was called longest ago gives way.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::environment::Spare;

#[derive(Debug)]
pub(crate) struct Spares {
    limit: usize,
    by_key: Mutex<HashMap<String, Slot>>,
}

/// The place of one version.
#[derive(Debug)]
struct Slot {
    /// None while it is being started.
    spare: Option<Spare>,
    wanted: Instant,
}

impl Spares {
    pub(crate) fn new(limit: usize) -> Self {
        let by_key = Mutex::default();
        Self { limit, by_key }
    }

    /// The one that waits for a version.
    pub(crate) fn take(&self, key: &str, now: Instant) -> Option<Spare> {
        let mut slots = self.slots();
        let slot = slots.get_mut(key)?;
        slot.wanted = now;
        let spare = slot.spare.take()?;
        slots.remove(key);
        drop(slots);
        spare.is_usable(now).then_some(spare)
    }

    /// Whether one should be started for this version. If so its place is taken, until
    /// [`Self::put`] or [`Self::give_up`].
    pub(crate) fn reserve(&self, key: &str, now: Instant) -> bool {
        let mut slots = self.slots();
        if self.limit == 0 || slots.contains_key(key) {
            return false;
        }
        let mut gone = None;
        if slots.len() >= self.limit {
            let oldest = slots.iter().min_by_key(|(_, slot)| slot.wanted);
            let oldest = oldest.map(|(key, _)| key.clone());
            gone = oldest.and_then(|key| slots.remove(&key));
        }
        let slot = Slot {
            spare: None,
            wanted: now,
        };
        slots.insert(key.to_owned(), slot);
        drop(slots);
        // Its process ends where no lock is held.
        drop(gone);
        true
    }

    /// Keeps what was started, unless its place has been given to another.
    pub(crate) fn put(&self, key: &str, spare: Spare) {
        let mut slots = self.slots();
        let unwanted = match slots.get_mut(key) {
            Some(slot) => slot.spare.replace(spare),
            None => Some(spare),
        };
        drop(slots);
        drop(unwanted);
    }

    pub(crate) fn give_up(&self, key: &str) {
        let gone = self.slots().remove(key);
        drop(gone);
    }

    /// Ends those of a function that are not among those to keep.
    pub(crate) fn retire(&self, function: &str, keep: &[String]) {
        let prefix = format!("{function}:");
        self.end(|key, _| key.starts_with(&prefix) && !keep.iter().any(|kept| kept == key));
    }

    /// Ends those that nobody has wanted for long, or whose credentials expire.
    pub(crate) fn sweep(&self, now: Instant, keep_for: Duration) {
        self.end(|_, slot| {
            let is_old = slot.wanted + keep_for <= now;
            let is_usable = slot.spare.as_ref().is_none_or(|spare| spare.is_usable(now));
            is_old || !is_usable
        });
    }

    pub(crate) fn close(&self) {
        self.end(|_, _| true);
    }

    fn end(&self, is_over: impl Fn(&str, &Slot) -> bool) {
        let mut slots = self.slots();
        let gone: Vec<Slot> = slots
            .extract_if(|key, slot| is_over(key, slot))
            .map(|(_, slot)| slot)
            .collect();
        drop(slots);
        drop(gone);
    }

    fn slots(&self) -> MutexGuard<'_, HashMap<String, Slot>> {
        self.by_key.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
