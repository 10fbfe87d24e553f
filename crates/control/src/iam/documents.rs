//! Policy documents: what is accepted, how long they may be, and how they travel in answers.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use policy::{Kind, Policy};

use super::refusal::Refusal;

/// What RFC 3986 leaves as it is; IAM encodes everything else in the documents that it returns.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Quotas (IAM user guide, "IAM and AWS STS quotas"); white space does not count.
const MOST_MANAGED: usize = 6_144;
const MOST_TRUST: usize = 2_048;

pub(super) fn encode(document: &str) -> String {
    utf8_percent_encode(document, RESERVED).to_string()
}

pub(super) fn check_inline(document: &str) -> Result<(), Refusal> {
    Policy::parse(document, Kind::Identity)?;
    Ok(())
}

pub(super) fn check_managed(document: &str) -> Result<(), Refusal> {
    Policy::parse(document, Kind::Managed)?;
    at_most(document, "PolicySize", MOST_MANAGED)
}

pub(super) fn check_trust(document: &str) -> Result<(), Refusal> {
    Policy::parse(document, Kind::Trust)?;
    at_most(document, "ACLSizePerRole", MOST_TRUST)
}

fn at_most(document: &str, name: &'static str, most: usize) -> Result<(), Refusal> {
    if characters(document) > most {
        return Err(Refusal::Quota { name, most });
    }
    Ok(())
}

/// The length that counts against a quota.
pub(super) fn characters(document: &str) -> usize {
    document.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The percent sign itself is encoded too, as recorded in `test_put_role_policy_encoding`.
    #[test]
    fn documents_are_encoded_once_more_than_they_were() {
        for (document, expected) in [
            (r#"{"a": "*"}"#, "%7B%22a%22%3A%20%22%2A%22%7D"),
            ("a%3Ab", "a%253Ab"),
            ("-._~é", "-._~%C3%A9"),
        ] {
            assert_eq!(encode(document), expected);
        }
    }

    /// A managed policy of so many statements, each of about 475 characters behind white space.
    fn policy_of(statements: usize) -> String {
        let resource = "x".repeat(400);
        let pad = " ".repeat(1_000);
        let statement = format!(
            r#"{pad}{{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::{resource}"}}"#
        );
        let statements = vec![statement; statements].join(",");
        format!(r#"{{"Version":"2012-10-17","Statement":[{statements}]}}"#)
    }

    #[test]
    fn white_space_does_not_count() {
        let quota = Refusal::Quota {
            name: "PolicySize",
            most: MOST_MANAGED,
        };
        assert_eq!(check_managed(&policy_of(12)), Ok(()));
        assert_eq!(check_managed(&policy_of(14)), Err(quota));
    }
}
