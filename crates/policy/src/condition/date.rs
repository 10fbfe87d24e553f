//! Points in time: ISO 8601 as W3C profiles it, or seconds since 1970.

/// A point in time, exact to the nanosecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Instant {
    seconds: i64,
    nanos: u32,
}

pub(super) fn parse(text: &str) -> Result<Instant, String> {
    Instant::parse(text).ok_or_else(|| format!("{text:?} is not a date"))
}

impl Instant {
    /// Four digits are a year, the shortest form of the W3C's profile; any other number is an epoch,
    /// with up to nine decimals. Otherwise year, month, day, `T`, hours, minutes, seconds with up
    /// to nine decimals, zone; all but the year may be left out from the right, and no zone means
    /// UTC.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        if let Some(epoch) = Self::parse_epoch(text).filter(|_| !is_year) {
            return Some(epoch);
        }
        let (date, time) = match text.split_once(['T', 't', ' ']) {
            None => (text, ""),
            Some((date, time)) => (date, time),
        };
        let (clock, offset) = split_zone(time)?;
        let (of_day, nanos) = time_of_day(clock)?;
        let seconds = days(date)?
            .checked_mul(86_400)?
            .checked_add(of_day)?
            .checked_sub(offset)?;
        Some(Self { seconds, nanos })
    }

    fn parse_epoch(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let seconds: i64 = whole.parse().ok()?;
        match decimals(fraction)? {
            0 => Some(Self { seconds, nanos: 0 }),
            // Before 1970 the fraction leads away from zero: -1.5 is half a second before -1.
            nanos if text.starts_with('-') => Some(Self {
                seconds: seconds.checked_sub(1)?,
                nanos: 1_000_000_000 - nanos,
            }),
            nanos => Some(Self { seconds, nanos }),
        }
    }
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar.
fn days(date: &str) -> Option<i64> {
    let mut parts = date.split('-');
    let year = number(parts.next()?, 9)?;
    let month = parts.next().map_or(Some(1), |text| number(text, 2))?;
    let day = parts.next().map_or(Some(1), |text| number(text, 2))?;
    if parts.next().is_some() || !(1..=12).contains(&month) || day < 1 || day > length(year, month)
    {
        return None;
    }
    // Years begin in March here, so that the leap day is the last of its year.
    let shifted = (month + 9) % 12;
    let year = if month <= 2 { year - 1 } else { year };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leaps + (shifted * 153 + 2) / 5 + day - 1 - 719_468)
}

fn length(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The clock and the seconds that its zone is ahead of UTC.
fn split_zone(time: &str) -> Option<(&str, i64)> {
    if let Some(clock) = time.strip_suffix(['Z', 'z']) {
        return Some((clock, 0));
    }
    let Some(at) = time.find(['+', '-']) else {
        return Some((time, 0));
    };
    let (clock, zone) = time.split_at_checked(at)?;
    let digits = zone.trim_start_matches(['+', '-']);
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "00"));
    if hours.len() != 2 || minutes.len() != 2 {
        return None;
    }
    let ahead = below(hours, 24)? * 3600 + below(minutes, 60)? * 60;
    Some((clock, if zone.starts_with('-') { -ahead } else { ahead }))
}

/// Seconds since midnight and the nanoseconds beyond.
fn time_of_day(clock: &str) -> Option<(i64, u32)> {
    if clock.is_empty() {
        return Some((0, 0));
    }
    let mut parts = clock.split(':');
    let hours = below(parts.next()?, 24)?;
    let minutes = parts.next().map_or(Some(0), |text| below(text, 60))?;
    let (seconds, nanos) = parts.next().map_or(Some((0, 0)), seconds)?;
    parts
        .next()
        .is_none()
        .then_some((hours * 3600 + minutes * 60 + seconds, nanos))
}

fn seconds(text: &str) -> Option<(i64, u32)> {
    let Some((whole, fraction)) = text.split_once('.') else {
        return Some((below(text, 60)?, 0));
    };
    Some((below(whole, 60)?, decimals(fraction)?))
}

/// One to nine digits behind the point, as nanoseconds.
fn decimals(fraction: &str) -> Option<u32> {
    let digits = number(fraction, 9)?;
    let missing = u32::try_from(9 - fraction.len()).ok()?;
    u32::try_from(digits * 10_i64.pow(missing)).ok()
}

fn below(text: &str, limit: i64) -> Option<i64> {
    number(text, 2).filter(|number| *number < limit)
}

fn number(text: &str, most: usize) -> Option<i64> {
    let proper = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| proper)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, seconds: i64, nanos: u32) {
        assert_eq!(
            Instant::parse(text),
            Some(Instant { seconds, nanos }),
            "{text}"
        );
    }

    #[test]
    fn dates_of_all_lengths_are_points_in_time() {
        check("1970-01-01T00:00:00Z", 0, 0);
        check("2000-02-29T12:00:00Z", 951_825_600, 0);
        check("2024-03-01", 1_709_251_200, 0);
        check("2024-03", 1_709_251_200, 0);
        check("2024-01-01T01:00:00.5+01:00", 1_704_067_200, 500_000_000);
        check("1969-12-31T23:59:59Z", -1, 0);
        check("2017-07-01T00:00Z", 1_498_867_200, 0);
    }

    #[test]
    fn a_whole_number_is_an_epoch() {
        check("1704067200", 1_704_067_200, 0);
        check("-292275054", -292_275_054, 0);
        check("1704067200.25", 1_704_067_200, 250_000_000);
        check("-1.5", -2, 500_000_000);
        check("-0.5", -1, 500_000_000);
    }

    #[test]
    fn four_digits_are_a_year() {
        check("2024", 1_704_067_200, 0);
        check("1970", 0, 0);
        check("02024", 2024, 0);
    }

    /// These rows are refused by IAM as well, by the recordings behind moto's policy tests.
    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "b",
            "sdfdsf",
            "234-13",
            "2016-12-13t2:00:00.593194+1",
            "2016-12-13t2:00:00.1999999999+10:59",
            "9223372036854775808",
            "2023-02-29",
            "2024-01-01T24:00:00Z",
            "2024-01-01T00:00:60Z",
            "2024-01-01-01",
        ] {
            assert_eq!(Instant::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn odd_dates_that_iam_takes_are_taken() {
        for text in [
            "01T",
            "2016-12-13T21:20:37.593194+00:00",
            "2016-12-13t2:00:00.593194+23",
        ] {
            assert!(Instant::parse(text).is_some(), "{text:?}");
        }
    }
}
