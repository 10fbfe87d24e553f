//! AWS::IAM::User

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::iam::{
    AddUserToGroup, AttachUserPolicy, CreateLoginProfile, CreateUser, DeleteLoginProfile,
    DeleteUser, DeleteUserPermissionsBoundary, DeleteUserPolicy, DetachUserPolicy, GetUser,
    PutUserPermissionsBoundary, PutUserPolicy, RemoveUserFromGroup, TagUser, UntagUser,
    UpdateLoginProfile, UpdateUser,
};

use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed, put};
use super::attachments::texts;
use super::bearer;

pub(in super::super) struct User;

const MEMBER: &str = "UserName";

impl ResourceType for User {
    const NAME: &'static str = "AWS::IAM::User";
    const PROPERTIES: &'static [Property] = &[
        always("Groups"),
        always("LoginProfile").holding(&["Password", "PasswordResetRequired"]),
        always("ManagedPolicyArns"),
        always("Path"),
        always("PermissionsBoundary"),
        always("Policies").holding(&["PolicyDocument", "PolicyName"]),
        always("Tags"),
        fixed("UserName"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.name(MEMBER, 64);
        let mut input = work.only(&["Path", "PermissionsBoundary"]);
        input.insert(MEMBER.to_owned(), json!(name));
        let tags = work.tag_list();
        if !tags.is_empty() {
            input.insert("Tags".to_owned(), json!(tags));
        }
        work.call_once::<CreateUser>(Value::Object(input)).await?;
        let rest = async {
            settle(work, &name, &Map::new()).await?;
            shown(work, &name).await
        };
        rest.await
            .map_err(|failed| failed.leaving(Made::new(&name)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        let was = &before.properties;
        if was.get("Path") != work.get("Path") {
            let path = work.text("Path").unwrap_or_else(|| "/".to_owned());
            work.call::<UpdateUser>(json!({MEMBER: name, "NewPath": path}))
                .await?;
        }
        set_boundary(work, name, was.get("PermissionsBoundary")).await?;
        settle(work, name, was).await?;
        take(work, name, (was, work.properties)).await?;
        set_tags(work, name, before).await?;
        shown(work, name).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let name = &made.physical_id;
        take(work, name, (&made.properties, &Map::new())).await?;
        work.call_if_there::<DeleteUser>(json!({MEMBER: name}))
            .await?;
        Ok(())
    }
}

async fn settle(work: &Work<'_>, name: &str, before: &Map<String, Value>) -> Result<(), Failed> {
    bearer::give::<PutUserPolicy, AttachUserPolicy>(work, (MEMBER, name), before).await?;
    let had = texts(before, "Groups");
    for group in texts(work.properties, "Groups").difference(&had) {
        work.call::<AddUserToGroup>(json!({MEMBER: name, "GroupName": group}))
            .await?;
    }
    let Some(profile) = work.get("LoginProfile") else {
        return Ok(());
    };
    let mut input = profile.clone();
    put(&mut input, MEMBER, name);
    match before.get("LoginProfile") {
        Some(had) if had == profile => {}
        Some(_) => {
            work.call::<UpdateLoginProfile>(input).await?;
        }
        None => {
            work.call_once::<CreateLoginProfile>(input).await?;
        }
    }
    Ok(())
}

/// What was there before and is no longer.
async fn take(
    work: &Work<'_>,
    name: &str,
    (before, now): (&Map<String, Value>, &Map<String, Value>),
) -> Result<(), Failed> {
    bearer::take::<DeleteUserPolicy, DetachUserPolicy>(work, (MEMBER, name), (before, now)).await?;
    let has = texts(now, "Groups");
    for group in texts(before, "Groups").difference(&has) {
        let input = json!({MEMBER: name, "GroupName": group});
        work.call_if_there::<RemoveUserFromGroup>(input).await?;
    }
    if before.contains_key("LoginProfile") && !now.contains_key("LoginProfile") {
        work.call_if_there::<DeleteLoginProfile>(json!({MEMBER: name}))
            .await?;
    }
    Ok(())
}

async fn set_boundary(work: &Work<'_>, name: &str, before: Option<&Value>) -> Result<(), Failed> {
    match (before, work.get("PermissionsBoundary")) {
        (before, after) if before == after => {}
        (_, Some(arn)) => {
            let input = json!({MEMBER: name, "PermissionsBoundary": arn});
            work.call::<PutUserPermissionsBoundary>(input).await?;
        }
        (_, None) => {
            work.call_if_there::<DeleteUserPermissionsBoundary>(json!({MEMBER: name}))
                .await?;
        }
    }
    Ok(())
}

async fn set_tags(work: &Work<'_>, name: &str, before: &MadeResource) -> Result<(), Failed> {
    let (gone, set) = work.tag_changes(before);
    if !gone.is_empty() {
        work.call::<UntagUser>(json!({MEMBER: name, "TagKeys": gone}))
            .await?;
    }
    if !set.is_empty() {
        let tags = super::super::values::pairs(&set);
        work.call::<TagUser>(json!({MEMBER: name, "Tags": tags}))
            .await?;
    }
    Ok(())
}

async fn shown(work: &Work<'_>, name: &str) -> Result<Made, Failed> {
    let found = work.call::<GetUser>(json!({MEMBER: name})).await?;
    let user = found.get("User").cloned().unwrap_or_default();
    Ok(Made::new(name).with("Arn", text_of(&user, "Arn")))
}
