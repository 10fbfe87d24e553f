//! The managed policies of AWS that serverless applications name, as data.

use std::collections::HashMap;
use std::sync::LazyLock;

use policy::Kind;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::NamedPolicy;

/// Facts about AWS, in the form `[{"arn", "version", "document"}]`.
const TABLE: &str = include_str!("../../data/aws-managed-policies.json");

static POLICIES: LazyLock<Vec<AwsManagedPolicy>> = LazyLock::new(|| read(TABLE));
static BY_ARN: LazyLock<HashMap<&'static str, &'static AwsManagedPolicy>> = LazyLock::new(|| {
    POLICIES
        .iter()
        .map(|policy| (policy.arn.as_str(), policy))
        .collect()
});

#[derive(Debug)]
pub struct AwsManagedPolicy {
    pub arn: String,
    /// Such as `/` or `/service-role/`.
    pub path: String,
    pub name: String,
    pub document: String,
    pub compiled: NamedPolicy,
}

#[derive(Deserialize)]
struct Row {
    arn: String,
    document: Box<RawValue>,
}

/// All of them, in the order of their ARNs.
pub fn aws_managed_policies() -> &'static [AwsManagedPolicy] {
    &POLICIES
}

pub fn aws_managed_policy(arn: &str) -> Option<&'static AwsManagedPolicy> {
    BY_ARN.get(arn).copied()
}

#[expect(
    clippy::expect_used,
    reason = "the table is a constant, and a test reads it"
)]
fn read(table: &str) -> Vec<AwsManagedPolicy> {
    let rows: Vec<Row> = serde_json::from_str(table).expect("the table of managed policies");
    let mut policies: Vec<_> = rows.into_iter().map(compile).collect();
    policies.sort_by(|a, b| a.arn.cmp(&b.arn));
    policies
}

fn compile(row: Row) -> AwsManagedPolicy {
    let resource = row.arn.split_once(":policy").map_or("", |(_, path)| path);
    let (path, name) = resource.rsplit_once('/').unwrap_or(("", resource));
    let document = row.document.get().to_owned();
    AwsManagedPolicy {
        path: format!("{path}/"),
        name: name.to_owned(),
        compiled: NamedPolicy::compile(row.arn.clone(), &document, Kind::Managed),
        arn: row.arn,
        document,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arn: &str, expected: Option<(&str, &str)>) {
        let found = aws_managed_policy(arn);
        let seen = found.map(|policy| (policy.path.as_str(), policy.name.as_str()));
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
        assert!(aws_managed_policies().len() >= 24);
        for policy in aws_managed_policies() {
            assert!(!policy.compiled.is_unreadable(), "{}", policy.arn);
        }
    }
}
