//! What follows a try of an event, decided from how it went and how old the event is.
//!
//! AWS: "How Lambda handles errors and retries with asynchronous invocation". A function that fails
//! is tried again after one and two minutes; an event that finds no room waits from one second up to
//! five minutes, and does not use up its tries.

use std::time::Duration;

use model::EventInvokeConfig;

use crate::event::{InvokeError, Outcome};

const RETRIES: u8 = 2;
const MAXIMUM_AGE: Duration = Duration::from_hours(6);
const FIRST_BACKOFF: Duration = Duration::from_secs(1);
const LAST_BACKOFF: Duration = Duration::from_mins(5);

/// How a try went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tried {
    Succeeded,
    /// The function ran and failed.
    Failed,
    /// Nothing ran, which may change: a limit was reached or the platform failed.
    NoRoom,
    /// Nothing runs as long as the function's reserved concurrency is zero.
    ZeroConcurrency,
    /// Nothing runs: the event has gone round in a loop.
    Loop,
    /// Nobody is left to deliver it to.
    NoFunction,
    /// The server stops; the next one goes on.
    Stopped,
}

/// Why an event was given up, as a destination reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    RetriesExhausted,
    EventAgeExceeded,
    ZeroReservedConcurrency,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Done,
    Again(Duration),
    GiveUp(Condition),
    /// There is nobody to tell.
    Forget,
    /// The record stays for the next start.
    Leave,
}

/// What has become of an event so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Past {
    /// Tries that ended in a failure of the function, the last one included.
    pub(super) failures: u8,
    /// Tries in a row that found no room, the last one included.
    pub(super) refusals: u32,
    pub(super) age: Duration,
}

/// What a function's configuration says, and this server's pace.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    retries: u8,
    maximum_age: Duration,
    /// Before the second try.
    first_pause: Duration,
}

impl Tried {
    pub(super) fn of(result: &Result<Outcome, InvokeError>, reserved: Option<u32>) -> Self {
        match result {
            Ok(outcome) if outcome.error.is_none() => Self::Succeeded,
            Ok(_) => Self::Failed,
            Err(InvokeError::Throttled(_)) if reserved == Some(0) => Self::ZeroConcurrency,
            Err(InvokeError::NotFound { .. }) => Self::NoFunction,
            Err(InvokeError::Recursive) => Self::Loop,
            Err(InvokeError::Draining) => Self::Stopped,
            Err(
                InvokeError::Throttled(_)
                | InvokeError::RequestTooLarge { .. }
                | InvokeError::InvalidJson { .. }
                | InvokeError::RoleNotAssumable(_)
                | InvokeError::CodeUnavailable { .. }
                | InvokeError::RuntimeUnavailable { .. }
                | InvokeError::Environment { .. }
                | InvokeError::Lost,
            ) => Self::NoRoom,
        }
    }
}

impl Condition {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::RetriesExhausted => "RetriesExhausted",
            Self::EventAgeExceeded => "EventAgeExceeded",
            Self::ZeroReservedConcurrency => "ZeroReservedConcurrency",
        }
    }
}

impl Rules {
    pub(super) fn of(config: Option<&EventInvokeConfig>, first_pause: Duration) -> Self {
        let retries = config.and_then(|config| config.maximum_retry_attempts);
        let age = config.and_then(|config| config.maximum_event_age_seconds);
        Self {
            retries: retries.unwrap_or(RETRIES),
            maximum_age: age.map_or(MAXIMUM_AGE, |age| Duration::from_secs(age.into())),
            first_pause,
        }
    }

    pub(super) fn next(self, tried: Tried, past: Past) -> Next {
        match tried {
            Tried::Succeeded => Next::Done,
            Tried::Failed if past.failures > self.retries => {
                Next::GiveUp(Condition::RetriesExhausted)
            }
            Tried::Failed => self.again(self.first_pause * u32::from(past.failures), past.age),
            Tried::NoRoom => self.again(self.backoff(past.refusals), past.age),
            Tried::ZeroConcurrency => Next::GiveUp(Condition::ZeroReservedConcurrency),
            Tried::Loop => Next::GiveUp(Condition::RetriesExhausted),
            Tried::NoFunction => Next::Forget,
            Tried::Stopped => Next::Leave,
        }
    }

    /// Doubles each time. A server that hurries with its retries hurries here too.
    fn backoff(self, refusals: u32) -> Duration {
        let first = FIRST_BACKOFF.min(self.first_pause);
        let doubled = 1_u32.checked_shl(refusals.saturating_sub(1));
        let backoff = doubled.and_then(|times| first.checked_mul(times));
        backoff.unwrap_or(LAST_BACKOFF).min(LAST_BACKOFF)
    }

    fn again(self, pause: Duration, age: Duration) -> Next {
        if age + pause > self.maximum_age {
            Next::GiveUp(Condition::EventAgeExceeded)
        } else {
            Next::Again(pause)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_mins(1);

    fn past(failures: u8, refusals: u32, age: Duration) -> Past {
        Past {
            failures,
            refusals,
            age,
        }
    }

    #[track_caller]
    fn check(config: &EventInvokeConfig, tried: Tried, past: Past, expected: Next) {
        let rules = Rules::of(Some(config), MINUTE);
        assert_eq!(rules.next(tried, past), expected);
    }

    fn config(retries: Option<u8>, age: Option<u32>) -> EventInvokeConfig {
        EventInvokeConfig {
            maximum_retry_attempts: retries,
            maximum_event_age_seconds: age,
            ..EventInvokeConfig::default()
        }
    }

    #[test]
    fn a_failure_is_tried_again_after_one_and_after_two_minutes() {
        let now = Duration::ZERO;
        check(
            &config(None, None),
            Tried::Failed,
            past(1, 0, now),
            Next::Again(MINUTE),
        );
        check(
            &config(None, None),
            Tried::Failed,
            past(2, 0, now),
            Next::Again(MINUTE * 2),
        );
        let exhausted = Next::GiveUp(Condition::RetriesExhausted);
        check(
            &config(None, None),
            Tried::Failed,
            past(3, 0, now),
            exhausted,
        );
        check(
            &config(Some(0), None),
            Tried::Failed,
            past(1, 0, now),
            exhausted,
        );
        check(
            &config(Some(1), None),
            Tried::Failed,
            past(1, 0, now),
            Next::Again(MINUTE),
        );
    }

    #[test]
    fn an_event_without_room_waits_longer_and_longer() {
        let second = Duration::from_secs(1);
        for (refusals, pause) in [(1, 1), (2, 2), (3, 4), (9, 256), (10, 300), (1000, 300)] {
            let expected = Next::Again(second * pause);
            check(
                &config(None, None),
                Tried::NoRoom,
                past(0, refusals, second),
                expected,
            );
        }
    }

    #[test]
    fn no_event_grows_older_than_its_maximum_age() {
        let too_old = Next::GiveUp(Condition::EventAgeExceeded);
        let six_hours = Duration::from_hours(6);
        check(
            &config(None, None),
            Tried::NoRoom,
            past(0, 1, six_hours),
            too_old,
        );
        check(
            &config(None, Some(60)),
            Tried::Failed,
            past(1, 0, MINUTE),
            too_old,
        );
        check(
            &config(None, Some(120)),
            Tried::Failed,
            past(1, 0, MINUTE),
            Next::Again(MINUTE),
        );
    }

    #[test]
    fn what_cannot_get_better_is_not_tried_again() {
        let now = Duration::ZERO;
        let zero = Next::GiveUp(Condition::ZeroReservedConcurrency);
        check(
            &config(None, None),
            Tried::ZeroConcurrency,
            past(0, 1, now),
            zero,
        );
        let exhausted = Next::GiveUp(Condition::RetriesExhausted);
        check(&config(None, None), Tried::Loop, past(0, 1, now), exhausted);
        check(
            &config(None, None),
            Tried::NoFunction,
            past(0, 1, now),
            Next::Forget,
        );
        check(
            &config(None, None),
            Tried::Stopped,
            past(0, 1, now),
            Next::Leave,
        );
        check(
            &config(None, None),
            Tried::Succeeded,
            past(0, 0, now),
            Next::Done,
        );
    }
}
