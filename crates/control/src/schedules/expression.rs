//! When something runs: `rate(5 minutes)`, `cron(0 10 * * ? *)`, `at(2026-11-27T10:00:00)`, all in UTC (EventBridge user
//! guide, "Creating a rule that runs on a schedule"; EventBridge Scheduler user guide, "Schedule types").

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use model::Timestamp;

use super::cron::Cron;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expression {
    /// Every so many seconds.
    Rate(i64),
    Cron(Cron),
    At(Timestamp),
}

impl Expression {
    /// Nothing if it is none of the three.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once('(')?;
        let inner = rest.strip_suffix(')')?;
        match kind {
            "rate" => rate(inner).map(Self::Rate),
            "cron" => Cron::parse(inner).map(Self::Cron),
            "at" => at(inner).map(Self::At),
            _ => None,
        }
    }

    /// The first time behind `after`; a rate counts from `since`.
    pub(crate) fn next(&self, since: Timestamp, after: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Rate(seconds) => {
                let period = seconds.checked_mul(1000)?;
                let passed = after.millis().saturating_sub(since.millis());
                let rounds = passed.max(0).checked_div(period)?.checked_add(1)?;
                let next = since.millis().checked_add(rounds.checked_mul(period)?)?;
                Some(Timestamp::from_millis(next))
            }
            Self::Cron(cron) => {
                let after = jiff::Timestamp::from_millisecond(after.millis()).ok()?;
                let next = cron.next(after.to_zoned(TimeZone::UTC).datetime())?;
                moment(next)
            }
            Self::At(once) => (*once > after).then_some(*once),
        }
    }
}

/// The unit is singular for one, and for nothing else.
fn rate(text: &str) -> Option<i64> {
    let (value, unit) = text.split_once(' ')?;
    let value: i64 = value.parse().ok().filter(|value| *value > 0)?;
    let unit = match (value, unit) {
        (1, "minute") => 60,
        (1, "hour") => 3600,
        (1, "day") => 86_400,
        (1, _) => return None,
        (_, "minutes") => 60,
        (_, "hours") => 3600,
        (_, "days") => 86_400,
        _ => return None,
    };
    value.checked_mul(unit)
}

fn at(text: &str) -> Option<Timestamp> {
    let time: DateTime = text.parse().ok()?;
    let has_zone = text.ends_with('Z') || text.contains('[');
    moment(time).filter(|_| text.contains('T') && !has_zone)
}

fn moment(time: DateTime) -> Option<Timestamp> {
    let zoned = time.to_zoned(TimeZone::UTC).ok()?;
    Some(Timestamp::from_millis(zoned.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Timestamp {
        moment(text.parse().unwrap()).unwrap()
    }

    #[track_caller]
    fn check(expression: &str, after: &str, expected: &str) {
        let parsed = Expression::parse(expression).unwrap_or_else(|| panic!("{expression}"));
        let next = parsed.next(time("2026-01-01T00:00:30"), time(after));
        let expected = (!expected.is_empty()).then(|| time(expected));
        assert_eq!(next, expected, "{expression}");
    }

    #[test]
    fn a_rate_counts_from_when_it_was_made() {
        check(
            "rate(1 minute)",
            "2026-01-01T00:00:30",
            "2026-01-01T00:01:30",
        );
        check(
            "rate(5 minutes)",
            "2026-01-01T00:07:00",
            "2026-01-01T00:10:30",
        );
        check("rate(1 day)", "2025-01-01T00:00:00", "2026-01-02T00:00:30");
    }

    #[test]
    fn a_time_comes_once() {
        check(
            "at(2026-02-01T10:00:00)",
            "2026-01-01T00:00:00",
            "2026-02-01T10:00:00",
        );
        check("at(2026-02-01T10:00:00)", "2026-02-01T10:00:00", "");
    }

    #[test]
    fn a_cron_expression_has_its_times() {
        check(
            "cron(0 10 * * ? *)",
            "2026-01-01T10:00:00",
            "2026-01-02T10:00:00",
        );
        check(
            "cron(0/15 8-9 ? * MON-FRI *)",
            "2026-01-02T09:45:00",
            "2026-01-05T08:00:00",
        );
    }

    #[test]
    fn what_is_none_is_told() {
        for text in [
            "rate(1 minutes)",
            "rate(5 minute)",
            "rate(0 minutes)",
            "rate(-1 minutes)",
            "rate(9223372036854775807 days)",
            "rate(1)",
            "cron(0 10 * * * *)",
            "at(2026-02-01)",
            "at(2026-02-01T10:00:00Z)",
            "every minute",
            "",
        ] {
            assert_eq!(Expression::parse(text), None, "{text}");
        }
    }
}
