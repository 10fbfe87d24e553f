//! What a field holds, how values are ordered, and how they are printed.

use std::cmp::Ordering;

use model::Timestamp;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Missing,
    Text(String),
    Number(f64),
    Truth(bool),
    /// Milliseconds.
    Time(i64),
}

impl Value {
    pub(super) fn is_missing(&self) -> bool {
        *self == Self::Missing
    }

    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok().filter(|n: &f64| n.is_finite()),
            Self::Truth(truth) => Some(f64::from(u8::from(*truth))),
            Self::Time(millis) => Some(of_millis(*millis)),
            Self::Missing => None,
        }
    }

    /// As results show it; nothing is shown of what is missing.
    pub(super) fn text(&self) -> Option<String> {
        Some(match self {
            Self::Missing => return None,
            Self::Text(text) => text.clone(),
            Self::Number(number) => printed(*number),
            Self::Truth(truth) => u8::from(*truth).to_string(),
            Self::Time(millis) => time_text(Timestamp::from_millis(*millis)),
        })
    }

    /// Numbers by their size, everything else by its letters.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        match (self.number(), other.number()) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            _ => self.text().cmp(&other.text()),
        }
    }

    /// The same for sorting, which needs one order of all values: `9`, `10` and `9a` would otherwise
    /// each come before the next. Nothing is first, then numbers, then letters.
    pub(super) fn rank(&self, other: &Self) -> Ordering {
        match (self.number(), other.number()) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            (None, None) => self.text().cmp(&other.text()),
            (Some(_), None) | (None, Some(_)) => self.class().cmp(&other.class()),
        }
    }

    fn class(&self) -> u8 {
        match self.number() {
            _ if self.is_missing() => 0,
            Some(_) => 1,
            None => 2,
        }
    }

    /// Bytes that it takes, about.
    pub(super) fn size(&self) -> usize {
        let text = match self {
            Self::Text(text) => text.len(),
            Self::Missing | Self::Number(_) | Self::Truth(_) | Self::Time(_) => 0,
        };
        text + size_of::<Self>()
    }

    pub(super) fn is_true(&self) -> bool {
        match self {
            Self::Truth(truth) => *truth,
            Self::Number(number) => *number != 0.0,
            Self::Text(text) => text == "true" || text == "1",
            Self::Missing | Self::Time(_) => false,
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a date is far below 2^53 milliseconds"
)]
pub(super) fn of_millis(millis: i64) -> f64 {
    millis as f64
}

/// Whole milliseconds of a number that is one.
#[expect(clippy::cast_possible_truncation, reason = "a cast saturates")]
pub(super) fn to_millis(number: f64) -> i64 {
    number as i64
}

/// At most four digits behind the point.
pub(super) fn printed(number: f64) -> String {
    let text = format!("{number:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// `2025-11-25 02:42:56.123`
pub(super) fn time_text(time: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(time.millis())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .strftime("%Y-%m-%d %H:%M:%S.%3f")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_without_what_says_nothing() {
        for (number, text) in [
            (3.0, "3"),
            (0.5, "0.5"),
            (10.0 / 3.0, "3.3333"),
            (-0.0, "0"),
            (100.0, "100"),
        ] {
            assert_eq!(printed(number), text);
        }
    }

    #[test]
    fn numbers_in_texts_are_ordered_as_numbers() {
        let text = |text: &str| Value::Text(text.to_owned());
        assert_eq!(text("9").order(&text("10")), Ordering::Less);
        assert_eq!(text("b").order(&text("a")), Ordering::Greater);
        assert_eq!(Value::Missing.order(&text("a")), Ordering::Less);
    }

    #[test]
    fn sorting_has_one_order_of_all_values() {
        let text = |text: &str| Value::Text(text.to_owned());
        let sorted = [
            Value::Missing,
            text("2"),
            Value::Time(5),
            Value::Number(10.0),
            text("1a"),
            text("b"),
        ];
        for (at, one) in sorted.iter().enumerate() {
            for (place, other) in sorted.iter().enumerate() {
                assert_eq!(one.rank(other), at.cmp(&place), "{one:?} {other:?}");
            }
        }
    }
}
