//! Points in time, in the three spellings that AWS protocols use.

use jiff::{Timestamp as Instant, fmt::rfc2822, tz::TimeZone};

use crate::schema::TimestampFormat;

/// Seconds since 1970-01-01T00:00:00Z. AWS keeps milliseconds at best.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
pub struct Timestamp(pub f64);

impl Timestamp {
    /// Reads one spelling; a fraction of a second and an offset are understood in the dates.
    pub(crate) fn parse(text: &str, format: TimestampFormat) -> Option<Self> {
        match format {
            TimestampFormat::EpochSeconds => text
                .parse::<f64>()
                .ok()
                .filter(|seconds| seconds.is_finite())
                .map(Self),
            TimestampFormat::Iso8601 => text.parse::<Instant>().ok().map(Self::of),
            TimestampFormat::HttpDate => rfc2822::DateTimeParser::new()
                .parse_timestamp(text)
                .ok()
                .map(Self::of),
        }
    }

    /// Either date, or seconds: what a JSON string may hold.
    pub(crate) fn parse_any(text: &str) -> Option<Self> {
        Self::parse(text, TimestampFormat::Iso8601)
            .or_else(|| Self::parse(text, TimestampFormat::HttpDate))
            .or_else(|| Self::parse(text, TimestampFormat::EpochSeconds))
    }

    pub(crate) fn print(self, format: TimestampFormat) -> String {
        match format {
            TimestampFormat::EpochSeconds => self.milliseconds().map_or_else(
                || self.0.to_string(),
                |milliseconds| {
                    if milliseconds % 1000 == 0 {
                        (milliseconds / 1000).to_string()
                    } else {
                        self.0.to_string()
                    }
                },
            ),
            TimestampFormat::Iso8601 => self.iso8601(),
            TimestampFormat::HttpDate => self
                .instant()
                .to_zoned(TimeZone::UTC)
                .strftime("%a, %d %b %Y %H:%M:%S GMT")
                .to_string(),
        }
    }

    fn iso8601(self) -> String {
        let instant = self.instant();
        let whole = instant.subsec_nanosecond() == 0;
        let format = if whole {
            "%Y-%m-%dT%H:%M:%SZ"
        } else {
            "%Y-%m-%dT%H:%M:%S%.3fZ"
        };
        instant.to_zoned(TimeZone::UTC).strftime(format).to_string()
    }

    /// Seconds as a JSON number, without a fraction where there is none.
    pub(crate) fn number(self) -> serde_json::Value {
        match self.milliseconds() {
            Some(milliseconds) if milliseconds % 1000 == 0 => (milliseconds / 1000).into(),
            _ => self.0.into(),
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of our era fit 53 bits"
    )]
    fn of(instant: Instant) -> Self {
        Self(instant.as_millisecond() as f64 / 1000.0)
    }

    /// What lies outside the years that a date can spell becomes the epoch.
    fn instant(self) -> Instant {
        let milliseconds = self.milliseconds();
        let instant = milliseconds.and_then(|value| Instant::from_millisecond(value).ok());
        instant.unwrap_or(Instant::UNIX_EPOCH)
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "the bound is checked first"
    )]
    fn milliseconds(self) -> Option<i64> {
        let milliseconds = (self.0 * 1000.0).round();
        (milliseconds.abs() < 1e17).then_some(milliseconds as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(seconds: f64, format: TimestampFormat, text: &str) {
        assert_eq!(Timestamp(seconds).print(format), text);
        assert_eq!(Timestamp::parse(text, format), Some(Timestamp(seconds)));
    }

    #[test]
    fn every_spelling_reads_back_as_it_was_written() {
        check(1_398_796_238.0, TimestampFormat::EpochSeconds, "1398796238");
        check(
            1_398_796_238.25,
            TimestampFormat::EpochSeconds,
            "1398796238.25",
        );
        check(
            1_398_796_238.0,
            TimestampFormat::Iso8601,
            "2014-04-29T18:30:38Z",
        );
        check(
            946_845_296.123,
            TimestampFormat::Iso8601,
            "2000-01-02T20:34:56.123Z",
        );
        check(
            1_576_540_098.0,
            TimestampFormat::HttpDate,
            "Mon, 16 Dec 2019 23:48:18 GMT",
        );
    }

    #[test]
    fn an_offset_is_understood() {
        let read = Timestamp::parse("2019-12-16T22:48:18-01:00", TimestampFormat::Iso8601);
        assert_eq!(read, Some(Timestamp(1_576_540_098.0)));
    }

    #[test]
    fn what_no_date_can_spell_does_not_panic() {
        assert_eq!(
            Timestamp(1e300).print(TimestampFormat::Iso8601),
            "1970-01-01T00:00:00Z"
        );
    }
}
