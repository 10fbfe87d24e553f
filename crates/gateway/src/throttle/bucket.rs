//! A token bucket in one word: the time at which it will be full again.
//!
//! Taking a token moves that time on by the time that one token takes to come back. A bucket that
//! would be full later than an empty one may be has no token left. Who loses a race tries again, so
//! that no token is given twice and none is lost.

use std::fmt;
use std::num::NonZeroU64;
use std::sync::atomic::{AtomicU64, Ordering};

use model::ThrottleLimits;

const NANOS_OF_SECOND: f64 = 1e9;

/// How fast a bucket fills, and how much it holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Limits {
    /// Tokens per second.
    pub(crate) rate: f64,
    /// Tokens.
    pub(crate) burst: u32,
}

impl Limits {
    /// What is not set is the account's.
    pub(crate) fn of(limits: &ThrottleLimits, account: Self) -> Self {
        Self {
            rate: limits.rate.unwrap_or(account.rate),
            burst: limits
                .burst
                .map_or(account.burst, |burst| u32::try_from(burst).unwrap_or(0)),
        }
    }
}

/// As execution logs show them.
impl fmt::Display for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Limit: {:.2} Burst: {}", self.rate, self.burst)
    }
}

/// Times are nanoseconds since a start that all callers share.
#[derive(Debug)]
pub(crate) struct Bucket {
    limits: Limits,
    /// The time of one token; none if no token ever comes.
    token: Option<NonZeroU64>,
    /// The time that an empty bucket takes to fill.
    room: u64,
    full_at: AtomicU64,
}

impl Bucket {
    pub(crate) fn new(limits: Limits) -> Self {
        let token = token(limits.rate);
        let room = token.map_or(0, |token| {
            token.get().saturating_mul(u64::from(limits.burst))
        });
        Self {
            limits,
            token,
            room,
            full_at: AtomicU64::new(0),
        }
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// Takes one token if there is one.
    pub(crate) fn take(&self, now: u64) -> bool {
        let Some(token) = self.token else {
            return false;
        };
        let take = |full_at: u64| {
            let later = full_at.max(now).saturating_add(token.get());
            (later - now <= self.room).then_some(later)
        };
        self.full_at
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, take)
            .is_ok()
    }

    /// Puts a token back that was taken for nothing.
    pub(crate) fn give_back(&self) {
        let Some(token) = self.token else {
            return;
        };
        let give = |full_at: u64| Some(full_at.saturating_sub(token.get()));
        // An update that always has a value can't fail.
        let _given = self
            .full_at
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, give);
    }
}

/// At least a nanosecond. A rate of zero, or none at all, fills no bucket.
fn token(rate: f64) -> Option<NonZeroU64> {
    if !(rate > 0.0 && rate.is_finite()) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast of a positive number saturates, which is long enough"
    )]
    let nanos = (NANOS_OF_SECOND / rate).ceil() as u64;
    NonZeroU64::new(nanos.max(1))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    const SECOND: u64 = 1_000_000_000;

    fn bucket(rate: f64, burst: u32) -> Bucket {
        Bucket::new(Limits { rate, burst })
    }

    /// How many of `asked` tokens are there at that time.
    fn taken(bucket: &Bucket, asked: usize, now: u64) -> usize {
        (0..asked).filter(|_| bucket.take(now)).count()
    }

    #[test]
    fn a_bucket_gives_its_burst_and_then_its_rate() {
        let bucket = bucket(2.0, 5);
        assert_eq!(taken(&bucket, 9, 0), 5);
        assert_eq!(taken(&bucket, 9, SECOND / 2 - 1), 0);
        assert_eq!(taken(&bucket, 9, SECOND / 2), 1);
        assert_eq!(taken(&bucket, 9, SECOND * 3 / 2), 2);
        assert_eq!(taken(&bucket, 9, SECOND * 1000), 5);
    }

    #[test]
    fn a_rate_may_be_less_than_one_a_second() {
        let bucket = bucket(0.25, 1);
        assert_eq!(taken(&bucket, 3, 0), 1);
        assert_eq!(taken(&bucket, 3, 4 * SECOND - 1), 0);
        assert_eq!(taken(&bucket, 3, 4 * SECOND), 1);
    }

    #[test]
    fn a_bucket_without_rate_or_room_gives_nothing() {
        for (rate, burst) in [(0.0, 5), (5.0, 0), (-1.0, 5), (f64::NAN, 5)] {
            assert_eq!(taken(&bucket(rate, burst), 9, SECOND), 0, "{rate} {burst}");
        }
    }

    #[test]
    fn a_token_that_is_given_back_is_there_again() {
        let bucket = bucket(1.0, 2);
        assert_eq!(taken(&bucket, 9, 7), 2);
        bucket.give_back();
        assert_eq!(taken(&bucket, 9, 7), 1);
    }

    #[test]
    fn time_that_stands_or_goes_back_fills_nothing() {
        let bucket = bucket(10.0, 3);
        assert_eq!(taken(&bucket, 9, SECOND), 3);
        assert_eq!(taken(&bucket, 9, SECOND), 0);
        assert_eq!(taken(&bucket, 9, 0), 0);
    }

    #[test]
    fn many_takers_at_once_get_exactly_the_burst() {
        let bucket = Arc::new(bucket(1.0, 1000));
        let takers = (0..8).map(|_| {
            let bucket = Arc::clone(&bucket);
            std::thread::spawn(move || taken(&bucket, 1000, 5))
        });
        let takers: Vec<_> = takers.collect();
        let all: usize = takers.into_iter().map(|taker| taker.join().unwrap()).sum();
        assert_eq!(all, 1000);
    }
}
