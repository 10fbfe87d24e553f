//! Numbers, compared digit by digit: floating point would call neighbours beyond 2^53 equal.

use std::cmp::Ordering;

/// A decimal number over any text: no zeros lead its whole part or trail its fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal<T> {
    negative: bool,
    whole: T,
    fraction: T,
}

pub(super) fn parse(text: &str) -> Result<Decimal<Box<str>>, String> {
    let seen = Decimal::parse(text).ok_or_else(|| format!("{text:?} is not a number"))?;
    let (whole, fraction) = (seen.whole.into(), seen.fraction.into());
    Ok(Decimal {
        negative: seen.negative,
        whole,
        fraction,
    })
}

impl<'a> Decimal<&'a str> {
    /// An optional sign, digits, and an optional fraction; exponents are not numbers to IAM.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return None;
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let zero = whole.is_empty() && fraction.is_empty();
        Some(Self {
            negative: text.starts_with('-') && !zero,
            whole,
            fraction,
        })
    }

    pub(super) fn order<T: AsRef<str>>(&self, other: &Decimal<T>) -> Ordering {
        match (self.negative, other.negative) {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => self.magnitude_order(other),
            (true, true) => self.magnitude_order(other).reverse(),
        }
    }

    fn magnitude_order<T: AsRef<str>>(&self, other: &Decimal<T>) -> Ordering {
        let (whole, fraction) = (other.whole.as_ref(), other.fraction.as_ref());
        self.whole
            .len()
            .cmp(&whole.len())
            .then_with(|| self.whole.cmp(whole))
            .then_with(|| self.fraction.cmp(fraction))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: Ordering) {
        let other = parse(other).unwrap();
        assert_eq!(Decimal::parse(one).unwrap().order(&other), expected);
    }

    #[test]
    fn numbers_compare_by_value_and_not_by_text() {
        check("10", "9", Ordering::Greater);
        check("-10", "-9", Ordering::Less);
        check("1.50", "01.5", Ordering::Equal);
        check("-0", "0.0", Ordering::Equal);
        check("0.09", "0.1", Ordering::Less);
        check("-1", "1", Ordering::Less);
    }

    #[test]
    fn neighbours_beyond_the_precision_of_floating_point_differ() {
        check("9007199254740993", "9007199254740992", Ordering::Greater);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", ".5", "1.", "1e3", "0x1", "1 ", "NaN"] {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }
}
