//! The dates of signatures: `20150830T123600Z`.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use model::Timestamp;

/// Reads the ISO 8601 basic form in UTC, to the second, and nothing else.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let bytes: &[u8; 16] = text.as_bytes().try_into().ok()?;
    let shaped = bytes.iter().enumerate().all(|(at, byte)| match at {
        8 => *byte == b'T',
        15 => *byte == b'Z',
        _ => byte.is_ascii_digit(),
    });
    if !shaped {
        return None;
    }
    let moment = DateTime::new(
        number(text, 0, 4)?,
        number(text, 4, 6)?.try_into().ok()?,
        number(text, 6, 8)?.try_into().ok()?,
        number(text, 9, 11)?.try_into().ok()?,
        number(text, 11, 13)?.try_into().ok()?,
        number(text, 13, 15)?.try_into().ok()?,
        0,
    );
    let zoned = moment.ok()?.to_zoned(TimeZone::UTC).ok()?;
    Some(Timestamp::from_seconds(zoned.timestamp().as_second()))
}

/// Reads a `Date` header: the basic form, or that of RFC 2822.
pub(super) fn parse_date_header(text: &str) -> Option<Timestamp> {
    parse(text).or_else(|| {
        let zoned = jiff::fmt::rfc2822::parse(text).ok()?;
        Some(Timestamp::from_seconds(zoned.timestamp().as_second()))
    })
}

pub(super) fn format(moment: Timestamp) -> String {
    jiff::Timestamp::from_second(moment.seconds())
        .map(|moment| moment.strftime("%Y%m%dT%H%M%SZ").to_string())
        .unwrap_or_default()
}

fn number(text: &str, from: usize, to: usize) -> Option<i16> {
    text.get(from..to)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<i64>) {
        assert_eq!(parse(text).map(Timestamp::seconds), expected);
        if let Some(seconds) = expected {
            assert_eq!(format(Timestamp::from_seconds(seconds)), text);
        }
    }

    #[test]
    fn only_the_basic_form_in_utc_is_a_date() {
        check("20150830T123600Z", Some(1_440_938_160));
        check("19700101T000000Z", Some(0));
        for text in [
            "",
            "20150830",
            "20150830T1236Z",
            "20151330T123600Z",
            "20150830T123600+",
            "2015-08-30T12:36:00Z",
            "２0150830T1236",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn a_date_header_may_follow_rfc_2822() {
        for text in ["Sun, 30 Aug 2015 12:36:00 GMT", "20150830T123600Z"] {
            let seconds = parse_date_header(text).map(Timestamp::seconds);
            assert_eq!(seconds, Some(1_440_938_160), "{text}");
        }
    }
}
