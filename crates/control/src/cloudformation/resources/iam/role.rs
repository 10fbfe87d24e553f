//! AWS::IAM::Role

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::iam::{
    AttachRolePolicy, CreateRole, DeleteRole, DeleteRolePermissionsBoundary, DeleteRolePolicy,
    DetachRolePolicy, GetRole, PutRolePermissionsBoundary, PutRolePolicy, TagRole, UntagRole,
    UpdateAssumeRolePolicy, UpdateRole,
};

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::attachments::{inline, managed};

pub(in super::super) struct Role;

/// Of CreateRole: one hour.
const DEFAULT_SESSION: u32 = 3600;

impl ResourceType for Role {
    const NAME: &'static str = "AWS::IAM::Role";
    const PROPERTIES: &'static [Property] = &[
        always("AssumeRolePolicyDocument").required(),
        always("Description"),
        always("ManagedPolicyArns"),
        always("MaxSessionDuration"),
        fixed("Path"),
        always("PermissionsBoundary"),
        always("Policies").holding(&["PolicyDocument", "PolicyName"]),
        fixed("RoleName"),
        always("Tags"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn", "RoleId"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.name("RoleName", 64);
        let mut input = work.only(&[
            "AssumeRolePolicyDocument",
            "Description",
            "MaxSessionDuration",
            "Path",
            "PermissionsBoundary",
        ]);
        input.insert("RoleName".to_owned(), json!(name));
        let tags = work.tag_list();
        if !tags.is_empty() {
            input.insert("Tags".to_owned(), json!(tags));
        }
        work.call_once::<CreateRole>(Value::Object(input)).await?;
        let rest = async {
            put_policies(work, &name, &Map::new()).await?;
            made(work, &name).await
        };
        rest.await
            .map_err(|failed| failed.leaving(Made::new(&name)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        let was = |property: &str| before.properties.get(property);
        if was("AssumeRolePolicyDocument") != work.get("AssumeRolePolicyDocument") {
            let document = work.get("AssumeRolePolicyDocument");
            let input = json!({"RoleName": name, "PolicyDocument": document});
            work.call::<UpdateAssumeRolePolicy>(input).await?;
        }
        if was("Description") != work.get("Description")
            || was("MaxSessionDuration") != work.get("MaxSessionDuration")
        {
            let input = json!({
                "RoleName": name,
                "Description": work.text("Description").unwrap_or_default(),
                "MaxSessionDuration": work.get("MaxSessionDuration").cloned()
                    .unwrap_or(json!(DEFAULT_SESSION)),
            });
            work.call::<UpdateRole>(input).await?;
        }
        set_boundary(work, name, was("PermissionsBoundary")).await?;
        put_policies(work, name, &before.properties).await?;
        take_policies(work, name, &before.properties).await?;
        set_tags(work, name, before).await?;
        made(work, name).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let name = &made.physical_id;
        for policy in inline(&made.properties).into_keys() {
            let input = json!({"RoleName": name, "PolicyName": policy});
            work.call_if_there::<DeleteRolePolicy>(input).await?;
        }
        for arn in managed(&made.properties) {
            let input = json!({"RoleName": name, "PolicyArn": arn});
            work.call_if_there::<DetachRolePolicy>(input).await?;
        }
        work.call_if_there::<DeleteRole>(json!({"RoleName": name}))
            .await?;
        Ok(())
    }
}

async fn made(work: &Work<'_>, name: &str) -> Result<Made, Failed> {
    let found = work.call::<GetRole>(json!({"RoleName": name})).await?;
    let role = found.get("Role").cloned().unwrap_or_default();
    let text = |member: &str| role.get(member).cloned().unwrap_or_default();
    Ok(Made::new(name)
        .with("Arn", text("Arn"))
        .with("RoleId", text("RoleId")))
}

/// Those that are new or were changed.
async fn put_policies(
    work: &Work<'_>,
    name: &str,
    before: &Map<String, Value>,
) -> Result<(), Failed> {
    let had = inline(before);
    for (policy, document) in inline(work.properties) {
        if had.get(&policy) != Some(&document) {
            let input = json!({"RoleName": name, "PolicyName": policy, "PolicyDocument": document});
            work.call::<PutRolePolicy>(input).await?;
        }
    }
    let attached = managed(before);
    for arn in managed(work.properties).difference(&attached) {
        let input = json!({"RoleName": name, "PolicyArn": arn});
        work.call::<AttachRolePolicy>(input).await?;
    }
    Ok(())
}

/// Those that are listed no longer.
async fn take_policies(
    work: &Work<'_>,
    name: &str,
    before: &Map<String, Value>,
) -> Result<(), Failed> {
    let has = inline(work.properties);
    for policy in inline(before)
        .into_keys()
        .filter(|name| !has.contains_key(name))
    {
        let input = json!({"RoleName": name, "PolicyName": policy});
        work.call_if_there::<DeleteRolePolicy>(input).await?;
    }
    let attached = managed(work.properties);
    for arn in managed(before).difference(&attached) {
        let input = json!({"RoleName": name, "PolicyArn": arn});
        work.call_if_there::<DetachRolePolicy>(input).await?;
    }
    Ok(())
}

async fn set_boundary(work: &Work<'_>, name: &str, before: Option<&Value>) -> Result<(), Failed> {
    match (before, work.get("PermissionsBoundary")) {
        (before, after) if before == after => {}
        (_, Some(arn)) => {
            let input = json!({"RoleName": name, "PermissionsBoundary": arn});
            work.call::<PutRolePermissionsBoundary>(input).await?;
        }
        (_, None) => {
            work.call_if_there::<DeleteRolePermissionsBoundary>(json!({"RoleName": name}))
                .await?;
        }
    }
    Ok(())
}

async fn set_tags(work: &Work<'_>, name: &str, before: &MadeResource) -> Result<(), Failed> {
    let (gone, set) = work.tag_changes(before);
    if !gone.is_empty() {
        work.call::<UntagRole>(json!({"RoleName": name, "TagKeys": gone}))
            .await?;
    }
    if !set.is_empty() {
        let tags: Vec<Value> = set
            .iter()
            .map(|(key, value)| json!({"Key": key, "Value": value}))
            .collect();
        work.call::<TagRole>(json!({"RoleName": name, "Tags": tags}))
            .await?;
    }
    Ok(())
}
