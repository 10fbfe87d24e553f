//! What went into each step of a request and what came out of it: kept for a while, for whoever
//! looks at the request, and only from the moment that somebody asked for it.
//!
//! The lines are those of an execution log, with all its data, masked before they come here.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use model::Timestamp;
use serde::Serialize;

/// Requests whose lines are kept at most; the older ones go first.
const MOST_REQUESTS: usize = 1_000;
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// One line of what happened to a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TraceLine {
    /// Milliseconds since 1970.
    pub at: Timestamp,
    pub text: String,
}

/// The lines of the last requests, within bounds of number and of memory. Off until it is turned on.
#[derive(Debug, Default)]
pub struct Traces {
    on: AtomicBool,
    ring: Mutex<Ring>,
}

#[derive(Debug, Default)]
struct Ring {
    kept: VecDeque<Kept>,
    bytes: usize,
}

#[derive(Debug)]
struct Kept {
    request_id: String,
    lines: Arc<[TraceLine]>,
    weight: usize,
}

impl Traces {
    /// Whether requests that arrive now are traced.
    pub fn is_on(&self) -> bool {
        // Nothing else is ordered by it: a request that misses the change is not traced.
        self.on.load(Ordering::Relaxed)
    }

    /// Turned off, it forgets what it has.
    pub fn turn(&self, on: bool) {
        self.on.store(on, Ordering::Relaxed);
        if !on {
            self.clear();
        }
    }

    pub fn keep(&self, request_id: &str, lines: Vec<TraceLine>) {
        let texts: usize = lines.iter().map(|line| line.text.capacity()).sum();
        let weight =
            size_of::<Kept>() + request_id.len() + lines.len() * size_of::<TraceLine>() + texts;
        let kept = Kept {
            request_id: request_id.to_owned(),
            lines: lines.into(),
            weight,
        };
        let evicted = self.lock().push(kept);
        drop(evicted);
    }

    /// None where the request was not traced, or newer ones needed the room.
    pub fn find(&self, request_id: &str) -> Option<Arc<[TraceLine]>> {
        let ring = self.lock();
        let mut newest_first = ring.kept.iter().rev();
        let found = newest_first.find(|kept| kept.request_id == request_id)?;
        Some(Arc::clone(&found.lines))
    }

    pub fn len(&self) -> usize {
        self.lock().kept.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn clear(&self) {
        let old = std::mem::take(&mut *self.lock());
        drop(old);
    }

    fn lock(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ring {
    /// Gives what went, so that it is dropped outside of the lock.
    fn push(&mut self, kept: Kept) -> Vec<Kept> {
        self.bytes = self.bytes.saturating_add(kept.weight);
        self.kept.push_back(kept);
        let mut evicted = Vec::new();
        while self.kept.len() > MOST_REQUESTS || self.bytes > MOST_BYTES {
            let Some(oldest) = self.kept.pop_front() else {
                break;
            };
            self.bytes = self.bytes.saturating_sub(oldest.weight);
            evicted.push(oldest);
        }
        evicted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: String) -> TraceLine {
        TraceLine {
            at: Timestamp::from_millis(1),
            text,
        }
    }

    #[test]
    fn the_last_requests_are_kept_within_bounds() {
        let traces = Traces::default();
        for number in 0..=MOST_REQUESTS {
            traces.keep(&number.to_string(), vec![line("x".to_owned())]);
        }
        assert_eq!(traces.len(), MOST_REQUESTS);
        assert!(traces.find("0").is_none());
        assert_eq!(traces.find("1").unwrap().len(), 1);
        for number in 0..40 {
            traces.keep(
                &format!("large {number}"),
                vec![line("x".repeat(1024 * 1024))],
            );
        }
        assert!((14..=15).contains(&traces.len()), "{}", traces.len());
        assert!(traces.find("large 39").is_some() && traces.find("large 20").is_none());
    }

    #[test]
    fn it_is_off_at_first_and_forgets_when_it_is_turned_off() {
        let traces = Traces::default();
        assert!(!traces.is_on() && traces.is_empty());
        traces.turn(true);
        traces.keep("a", vec![line("x".to_owned())]);
        assert!(traces.is_on() && traces.find("a").is_some());
        traces.turn(false);
        assert!(!traces.is_on() && traces.find("a").is_none());
    }
}
