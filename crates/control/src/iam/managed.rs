//! Managed policies: where they are, who uses them, and how they are told.

use std::collections::HashMap;

use identity::{AwsManagedPolicy, aws_managed_policy};
use model::{AccountId, Arn, AttachedPolicies, GroupRecord, PolicyRecord, RoleRecord, UserRecord};
use ring::digest::{SHA256, digest};
use store::{Records, StoreError, Stored};
use wire::iam::{Policy, PolicyVersion};

use super::refusal::Refusal;
use super::time;

/// The path of AWS's policies that service-linked roles have.
pub(super) const SERVICE_ROLE_POLICIES: &str = "/aws-service-role/";

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Whose a managed policy is.
#[derive(Debug)]
pub(super) enum Managed<P> {
    Own(P),
    Aws(&'static AwsManagedPolicy),
}

/// The texts for what is no ARN at all and for what is another's were both seen at AWS.
pub(super) fn parse_arn(text: &str) -> Result<Arn, Refusal> {
    let arn = Arn::new(text).map_err(|_| Refusal::NotAnArn)?;
    let proper = arn.partition() == model::PARTITION
        && arn.service() == "iam"
        && arn.region().is_empty()
        && arn.resource().starts_with("policy/");
    if proper {
        Ok(arn)
    } else {
        Err(Refusal::NotAPolicyArn(text.to_owned()))
    }
}

pub(super) async fn find(
    records: &Records,
    account: &AccountId,
    arn: &Arn,
) -> Result<Option<Managed<Stored<PolicyRecord>>>, StoreError> {
    if arn.account() == "aws" {
        return Ok(aws_managed_policy(arn.as_str()).map(Managed::Aws));
    }
    if arn.account() != account.as_str() {
        return Ok(None);
    }
    let id = PolicyRecord::id_of(account, name_of(arn));
    let found = records.get::<PolicyRecord>(&id).await?;
    Ok(found
        .filter(|stored| stored.arn() == arn.as_str())
        .map(Managed::Own))
}

/// What follows the last slash.
pub(super) fn name_of(arn: &Arn) -> &str {
    arn.resource().rsplit('/').next().unwrap_or_default()
}

/// The path with both its slashes.
pub(super) fn path_of(arn: &Arn) -> &str {
    let path = arn.resource().trim_start_matches("policy");
    path.get(..path.len().saturating_sub(name_of(arn).len()))
        .unwrap_or("/")
}

/// How often each policy of an account is used.
#[derive(Debug, Default)]
pub(super) struct Usage {
    by_arn: HashMap<String, Uses>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Uses {
    pub(super) attached: i32,
    pub(super) as_boundary: i32,
}

impl Usage {
    pub(super) async fn count(records: &Records, account: &AccountId) -> Result<Self, StoreError> {
        let prefix = format!("{account}/");
        let mut usage = Self::default();
        for role in records.list::<RoleRecord>(&prefix).await? {
            usage.add(&role.policies);
        }
        for user in records.list::<UserRecord>(&prefix).await? {
            usage.add(&user.policies);
        }
        for group in records.list::<GroupRecord>(&prefix).await? {
            usage.add(&group.policies);
        }
        Ok(usage)
    }

    fn add(&mut self, policies: &AttachedPolicies) {
        for arn in &policies.managed {
            self.entry(arn).attached += 1;
        }
        if let Some(arn) = &policies.boundary {
            self.entry(arn).as_boundary += 1;
        }
    }

    fn entry(&mut self, arn: &Arn) -> &mut Uses {
        self.by_arn.entry(arn.as_str().to_owned()).or_default()
    }

    pub(super) fn of(&self, arn: &str) -> Uses {
        self.by_arn.get(arn).copied().unwrap_or_default()
    }
}

/// What every answer about a policy says; descriptions and tags are added where AWS adds them.
pub(super) fn render(record: &PolicyRecord, uses: Uses) -> Policy {
    Policy {
        policy_name: Some(record.name.clone()),
        policy_id: Some(record.unique_id.clone()),
        arn: Some(record.arn()),
        path: Some(record.path.clone()),
        default_version_id: Some(version_id(record.default_version)),
        attachment_count: Some(uses.attached),
        permissions_boundary_usage_count: Some(uses.as_boundary),
        is_attachable: Some(true),
        create_date: Some(time(record.created)),
        update_date: Some(time(record.updated)),
        ..Policy::default()
    }
}

pub(super) fn render_aws(policy: &AwsManagedPolicy, uses: Uses) -> Policy {
    Policy {
        policy_name: Some(policy.name().to_owned()),
        policy_id: Some(aws_policy_id(policy.arn)),
        arn: Some(policy.arn.to_owned()),
        path: Some(policy.path().to_owned()),
        default_version_id: Some(version_id(policy.version)),
        attachment_count: Some(uses.attached),
        permissions_boundary_usage_count: Some(uses.as_boundary),
        is_attachable: Some(true),
        create_date: Some(time(policy.created)),
        update_date: Some(time(policy.updated)),
        ..Policy::default()
    }
}

/// A stable identifier that follows from the ARN.
fn aws_policy_id(arn: &str) -> String {
    let hash = digest(&SHA256, arn.as_bytes());
    let letters = hash
        .as_ref()
        .iter()
        .take(17)
        .filter_map(|byte| BASE32.get(usize::from(byte & 31)))
        .map(|letter| char::from(*letter));
    "ANPA".chars().chain(letters).collect()
}

pub(super) fn version_id(number: u32) -> String {
    format!("v{number}")
}

/// The number of a version that the policy has.
pub(super) fn version_number(record: &PolicyRecord, id: &str) -> Result<u32, Refusal> {
    id.strip_prefix('v')
        .and_then(|number| number.parse().ok())
        .filter(|number| record.versions.contains_key(number))
        .ok_or_else(|| Refusal::NoSuchVersion {
            arn: record.arn(),
            version: id.to_owned(),
        })
}

/// A version without its document, which only GetPolicyVersion tells.
pub(super) fn render_version(record: &PolicyRecord, number: u32) -> PolicyVersion {
    PolicyVersion {
        version_id: Some(version_id(number)),
        is_default_version: Some(record.default_version == number),
        create_date: record
            .versions
            .get(&number)
            .map(|version| time(version.created)),
        document: None,
    }
}

/// The version in force of one of AWS's policies, without its document. Earlier ones are not known.
pub(super) fn render_aws_version(policy: &AwsManagedPolicy) -> PolicyVersion {
    PolicyVersion {
        version_id: Some(version_id(policy.version)),
        is_default_version: Some(true),
        create_date: Some(time(policy.updated)),
        document: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(&str, &str), &Refusal>) {
        let arn = parse_arn(text);
        let parts = arn.as_ref().map(|arn| (path_of(arn), name_of(arn)));
        assert_eq!(parts, expected, "{text}");
    }

    #[test]
    fn a_policy_arn_has_a_path_and_a_name() {
        check("arn:aws:iam::111111111111:policy/p", Ok(("/", "p")));
        check(
            "arn:aws:iam::aws:policy/service-role/AWSLambdaRole",
            Ok(("/service-role/", "AWSLambdaRole")),
        );
    }

    #[test]
    fn what_is_no_policy_arn_is_refused_in_two_ways() {
        check("a-policy-and-not-its-arn", Err(&Refusal::NotAnArn));
        for text in [
            "arn:aws:iam::111111111111:role/policy/p",
            "arn:aws:s3:::policy/p",
            "arn:aws-cn:iam::111111111111:policy/p",
        ] {
            check(text, Err(&Refusal::NotAPolicyArn(text.into())));
        }
    }

    #[test]
    fn ids_of_aws_policies_are_stable_and_differ() {
        let id = aws_policy_id("arn:aws:iam::aws:policy/A");
        assert_eq!(id.len(), 21);
        assert_eq!(id, aws_policy_id("arn:aws:iam::aws:policy/A"));
        assert_ne!(id, aws_policy_id("arn:aws:iam::aws:policy/B"));
    }
}
