//! The ways in which API Gateway writes a time, and the one place that reads the clock.

use std::fmt::Debug;
use std::time::Instant;

use model::Timestamp;

/// What throttles and quotas go by.
pub trait Clock: Debug + Send + Sync {
    /// Never goes back.
    fn instant(&self) -> Instant;

    /// May be set by whoever keeps the machine.
    fn now(&self) -> Timestamp;
}

/// The machine's own.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn instant(&self) -> Instant {
        Instant::now()
    }

    fn now(&self) -> Timestamp {
        now()
    }
}

pub(crate) fn now() -> Timestamp {
    let millis = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        });
    Timestamp::from_millis(millis)
}

/// `$context.requestTime`, as the Common Log Format has it: `09/Apr/2015:12:34:56 +0000`.
pub(crate) fn common_log_format(at: Timestamp) -> String {
    format(at, "%d/%b/%Y:%H:%M:%S +0000")
}

/// As TestInvokeMethod's log has it: `Thu Apr 09 12:34:56 UTC 2015`.
pub(crate) fn log_format(at: Timestamp) -> String {
    format(at, "%a %b %d %H:%M:%S UTC %Y")
}

/// As the `Date` header has it: `Thu, 09 Apr 2015 12:34:56 GMT`.
pub(crate) fn http_date(at: Timestamp) -> String {
    format(at, "%a, %d %b %Y %H:%M:%S GMT")
}

/// As the `X-Amz-Date` header has it: `20150409T123456Z`.
pub(crate) fn amz_date(at: Timestamp) -> String {
    format(at, "%Y%m%dT%H%M%SZ")
}

/// As `aws:CurrentTime` has it: `2015-04-09T12:34:56Z`.
pub(crate) fn iso(at: Timestamp) -> String {
    format(at, "%Y-%m-%dT%H:%M:%SZ")
}

fn format(at: Timestamp, pattern: &str) -> String {
    jiff::Timestamp::from_millisecond(at.millis())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .strftime(pattern)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_in_both_ways() {
        let at = Timestamp::from_seconds(1_428_582_896);
        assert_eq!(common_log_format(at), "09/Apr/2015:12:34:56 +0000");
        assert_eq!(log_format(at), "Thu Apr 09 12:34:56 UTC 2015");
        assert_eq!(http_date(at), "Thu, 09 Apr 2015 12:34:56 GMT");
        assert_eq!(amz_date(at), "20150409T123456Z");
        assert_eq!(iso(at), "2015-04-09T12:34:56Z");
    }
}
