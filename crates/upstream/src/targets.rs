//! Whether a target is one of the service that a request is signed for.
//!
//! Who signs for one service and names the operation of another would be decided by the one and served
//! by the other, where one emulator stands behind both.

use std::collections::HashMap;
use std::sync::LazyLock;

static OWNERS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("tables/targets.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .map(|(service, prefix)| (prefix, service))
        .collect()
});

/// A prefix that nobody has may be that of a service which the list does not know either.
pub(crate) fn belongs(prefix: &str, service: &str) -> bool {
    match OWNERS.get(prefix) {
        Some(owner) => *owner == service,
        None => !OWNERS.values().any(|known| *known == service),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(prefix: &str, service: &str, expected: bool) {
        assert_eq!(belongs(prefix, service), expected, "{prefix} {service}");
    }

    #[test]
    fn a_target_belongs_to_one_service() {
        check("DynamoDB_20120810", "dynamodb", true);
        check("DynamoDBStreams_20120810", "dynamodb", true);
        check("AmazonSQS", "dynamodb", false);
        check("AmazonSQS", "nowhere", false);
        check("Anything", "dynamodb", false);
        check("Anything", "nowhere", true);
    }
}
