//! A clock for tests.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use model::Timestamp;

use crate::Clock;

/// A clock that goes on only when it is told.
#[derive(Debug)]
pub(crate) struct Hands {
    start: Instant,
    since: Mutex<Duration>,
}

impl Hands {
    /// 2026-11-26 12:00, a Thursday.
    const NOON: i64 = 1_795_694_400;

    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self {
            start: Instant::now(),
            since: Mutex::default(),
        })
    }

    pub(crate) fn go_on(&self, by: Duration) {
        *self.since.lock().unwrap() += by;
    }
}

impl Clock for Hands {
    fn instant(&self) -> Instant {
        self.start + *self.since.lock().unwrap()
    }

    fn now(&self) -> Timestamp {
        let since = self.since.lock().unwrap().as_secs();
        Timestamp::from_seconds(Self::NOON + i64::try_from(since).unwrap())
    }
}
