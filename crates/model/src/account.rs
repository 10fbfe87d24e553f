//! Accounts and regions.

use crate::invalid::checked_name;

/// The only partition that is served.
pub const PARTITION: &str = "aws";

checked_name!(
    /// Twelve decimal digits.
    AccountId,
    "account id",
    "it must be 12 decimal digits",
    |value| value.len() == 12 && value.bytes().all(|b| b.is_ascii_digit())
);

checked_name!(
    /// A region's name, such as `us-east-1`.
    Region,
    "region",
    "it must look like us-east-1",
    |value| {
        let parts: Vec<&str> = value.split('-').collect();
        (3..=5).contains(&parts.len())
            && value.len() <= 32
            && parts.iter().all(|part| {
                !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            })
            && parts.last().is_some_and(|last| last.bytes().all(|b| b.is_ascii_digit()))
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_twelve_digits() {
        for (value, accepted) in [
            ("123456789012", true),
            ("000000000000", true),
            ("12345678901", false),
            ("12345678901a", false),
            ("1234567890123", false),
            ("", false),
        ] {
            assert_eq!(AccountId::new(value).is_ok(), accepted, "{value}");
        }
    }

    #[test]
    fn a_region_has_a_place_and_a_number() {
        for (value, accepted) in [
            ("us-east-1", true),
            ("us-gov-west-1", true),
            ("eu-central-2", true),
            ("us-east", false),
            ("US-EAST-1", false),
            ("us--1", false),
            ("", false),
        ] {
            assert_eq!(Region::new(value).is_ok(), accepted, "{value}");
        }
    }
}
