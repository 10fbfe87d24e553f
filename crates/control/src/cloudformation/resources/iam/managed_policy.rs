//! AWS::IAM::ManagedPolicy

use std::collections::BTreeSet;

use model::{MadeResource, PARTITION};
use serde_json::{Map, Value, json};
use wire::iam::{
    AttachGroupPolicy, AttachRolePolicy, AttachUserPolicy, CreatePolicy, CreatePolicyVersion,
    DeletePolicy, DeletePolicyVersion, DetachGroupPolicy, DetachRolePolicy, DetachUserPolicy,
    GetPolicy, ListPolicyVersions,
};

use super::super::values::{items, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::attachments::texts;

pub(in super::super) struct ManagedPolicy;

/// IAM keeps five versions of a policy (IAM user guide, "IAM and AWS STS quotas").
const MOST_VERSIONS: usize = 5;

impl ResourceType for ManagedPolicy {
    const NAME: &'static str = "AWS::IAM::ManagedPolicy";
    const PROPERTIES: &'static [Property] = &[
        fixed("Description"),
        always("Groups"),
        fixed("ManagedPolicyName"),
        fixed("Path"),
        always("PolicyDocument").required(),
        always("Roles"),
        always("Users"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[
        "AttachmentCount",
        "DefaultVersionId",
        "IsAttachable",
        "PermissionsBoundaryUsageCount",
        "PolicyArn",
        "PolicyId",
    ];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.name("ManagedPolicyName", 128);
        let path = work.text("Path").unwrap_or_else(|| "/".to_owned());
        let arn = format!(
            "arn:{PARTITION}:iam::{}:policy{path}{name}",
            work.stack.account
        );
        let mut input = work.only(&["Description", "Path", "PolicyDocument"]);
        input.insert("PolicyName".to_owned(), json!(name));
        work.call_once::<CreatePolicy>(Value::Object(input)).await?;
        let rest = async {
            attach(work, &arn, &Map::new()).await?;
            shown(work, &arn).await
        };
        rest.await.map_err(|failed| failed.leaving(Made::new(&arn)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let arn = &before.physical_id;
        if before.properties.get("PolicyDocument") != work.get("PolicyDocument") {
            forget_versions(work, arn, MOST_VERSIONS - 1).await?;
            let input = json!({"PolicyArn": arn, "SetAsDefault": true,
                "PolicyDocument": work.get("PolicyDocument")});
            work.call::<CreatePolicyVersion>(input).await?;
        }
        attach(work, arn, &before.properties).await?;
        detach(work, arn, (&before.properties, work.properties)).await?;
        shown(work, arn).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let arn = &made.physical_id;
        let there = work
            .call_if_there::<GetPolicy>(json!({"PolicyArn": arn}))
            .await?;
        if there.is_none() {
            return Ok(());
        }
        detach(work, arn, (&made.properties, &Map::new())).await?;
        forget_versions(work, arn, 1).await?;
        work.call_if_there::<DeletePolicy>(json!({"PolicyArn": arn}))
            .await?;
        Ok(())
    }
}

/// Deletes the oldest versions, so that no more than `most` are left.
async fn forget_versions(work: &Work<'_>, arn: &str, most: usize) -> Result<(), Failed> {
    let listed = work
        .call::<ListPolicyVersions>(json!({"PolicyArn": arn}))
        .await?;
    let mut versions: Vec<(u64, bool)> = items(listed.get("Versions"))
        .iter()
        .filter_map(|version| {
            let number = text_of(version, "VersionId");
            let number = number.strip_prefix('v')?.parse().ok()?;
            let is_default = version.get("IsDefaultVersion") == Some(&json!(true));
            Some((number, is_default))
        })
        .collect();
    versions.sort_unstable();
    let excess = versions.len().saturating_sub(most);
    let old = versions.into_iter().filter(|(_, is_default)| !is_default);
    for (number, _) in old.take(excess) {
        let input = json!({"PolicyArn": arn, "VersionId": format!("v{number}")});
        work.call_if_there::<DeletePolicyVersion>(input).await?;
    }
    Ok(())
}

fn difference(
    property: &str,
    more: &Map<String, Value>,
    less: &Map<String, Value>,
) -> BTreeSet<String> {
    let less = texts(less, property);
    let mut more = texts(more, property);
    more.retain(|name| !less.contains(name));
    more
}

async fn attach(work: &Work<'_>, arn: &str, before: &Map<String, Value>) -> Result<(), Failed> {
    let now = work.properties;
    for group in difference("Groups", now, before) {
        work.call::<AttachGroupPolicy>(json!({"PolicyArn": arn, "GroupName": group}))
            .await?;
    }
    for role in difference("Roles", now, before) {
        work.call::<AttachRolePolicy>(json!({"PolicyArn": arn, "RoleName": role}))
            .await?;
    }
    for user in difference("Users", now, before) {
        work.call::<AttachUserPolicy>(json!({"PolicyArn": arn, "UserName": user}))
            .await?;
    }
    Ok(())
}

async fn detach(
    work: &Work<'_>,
    arn: &str,
    (before, now): (&Map<String, Value>, &Map<String, Value>),
) -> Result<(), Failed> {
    for group in difference("Groups", before, now) {
        let input = json!({"PolicyArn": arn, "GroupName": group});
        work.call_if_there::<DetachGroupPolicy>(input).await?;
    }
    for role in difference("Roles", before, now) {
        let input = json!({"PolicyArn": arn, "RoleName": role});
        work.call_if_there::<DetachRolePolicy>(input).await?;
    }
    for user in difference("Users", before, now) {
        let input = json!({"PolicyArn": arn, "UserName": user});
        work.call_if_there::<DetachUserPolicy>(input).await?;
    }
    Ok(())
}

async fn shown(work: &Work<'_>, arn: &str) -> Result<Made, Failed> {
    let found = work.call::<GetPolicy>(json!({"PolicyArn": arn})).await?;
    let policy = found.get("Policy").cloned().unwrap_or_default();
    let made = Made::new(arn).with("PolicyArn", arn);
    let others = ManagedPolicy::ATTRIBUTES
        .iter()
        .filter(|name| **name != "PolicyArn");
    Ok(others.fold(made, |made, name| {
        made.with(name, policy.get(*name).cloned().unwrap_or_default())
    }))
}
