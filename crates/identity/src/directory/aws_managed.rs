//! The managed policies of AWS that serverless applications name, as data.
//!
//! The table stays text in the binary: it is split at the first look, and a document is compiled
//! when it is decided with first.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use model::Timestamp;
use policy::Kind;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::NamedPolicy;

/// Facts about AWS, a policy a line: `{"arn", "version", "created", "updated", "document"}` with
/// times in seconds, in the order of the ARNs.
const TABLE: &str = include_str!("../../data/aws-managed-policies.json");

static POLICIES: LazyLock<Vec<AwsManagedPolicy>> = LazyLock::new(|| read(TABLE));
static BY_ARN: LazyLock<HashMap<&'static str, &'static AwsManagedPolicy>> =
    LazyLock::new(|| POLICIES.iter().map(|policy| (policy.arn, policy)).collect());

#[derive(Debug)]
pub struct AwsManagedPolicy {
    pub arn: &'static str,
    /// The number of the one version that is known, which is in force.
    pub version: u32,
    pub created: Timestamp,
    pub updated: Timestamp,
    pub document: &'static str,
    compiled: OnceLock<NamedPolicy>,
}

#[derive(Deserialize)]
struct Row {
    arn: &'static str,
    version: u32,
    created: i64,
    updated: i64,
    #[serde(borrow)]
    document: &'static RawValue,
}

/// All of them, in the order of their ARNs.
pub fn aws_managed_policies() -> &'static [AwsManagedPolicy] {
    &POLICIES
}

pub fn aws_managed_policy(arn: &str) -> Option<&'static AwsManagedPolicy> {
    BY_ARN.get(arn).copied()
}

impl AwsManagedPolicy {
    /// Such as `/` or `/service-role/`.
    pub fn path(&self) -> &'static str {
        self.resource().0
    }

    pub fn name(&self) -> &'static str {
        self.resource().1
    }

    pub fn compiled(&self) -> &NamedPolicy {
        self.compiled
            .get_or_init(|| NamedPolicy::compile(self.arn.to_owned(), self.document, Kind::Managed))
    }

    fn resource(&self) -> (&'static str, &'static str) {
        let resource = self.arn.split_once(":policy").map_or("", |(_, path)| path);
        let name = resource.rfind('/').map_or(0, |slash| slash + 1);
        resource.split_at(name)
    }
}

#[expect(
    clippy::expect_used,
    reason = "the table is a constant, and a test reads it"
)]
fn read(table: &'static str) -> Vec<AwsManagedPolicy> {
    table
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| serde_json::from_str(line.trim_end_matches(',')))
        .map(|row| policy(&row.expect("the table of managed policies")))
        .collect()
}

fn policy(row: &Row) -> AwsManagedPolicy {
    AwsManagedPolicy {
        arn: row.arn,
        version: row.version,
        created: Timestamp::from_seconds(row.created),
        updated: Timestamp::from_seconds(row.updated),
        document: row.document.get(),
        compiled: OnceLock::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arn: &str, expected: Option<(&str, &str)>) {
        let found = aws_managed_policy(arn);
        let seen = found.map(|policy| (policy.path(), policy.name()));
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_managed_policy_is_found_by_its_arn_with_the_path() {
        check(
            "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
            Some(("/service-role/", "AWSLambdaBasicExecutionRole")),
        );
        check(
            "arn:aws:iam::aws:policy/AdministratorAccess",
            Some(("/", "AdministratorAccess")),
        );
        check("arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole", None);
    }

    #[test]
    fn every_managed_policy_can_be_decided() {
        assert!(aws_managed_policies().len() >= 370);
        for policy in aws_managed_policies() {
            assert!(!policy.compiled().is_unreadable(), "{}", policy.arn);
        }
    }

    /// AWS Managed Policy Reference, AWSLambda_FullAccess.
    #[test]
    fn versions_and_times_are_awss() {
        let policy = aws_managed_policy("arn:aws:iam::aws:policy/AWSLambda_FullAccess").unwrap();
        assert_eq!(policy.created.seconds(), 1_605_647_648);
        assert!(policy.version >= 1 && policy.updated >= policy.created);
    }

    #[test]
    fn the_table_is_in_the_order_of_the_arns() {
        assert!(aws_managed_policies().is_sorted_by_key(|policy| policy.arn));
    }
}
