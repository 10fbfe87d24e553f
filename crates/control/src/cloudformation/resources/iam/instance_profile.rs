//! AWS::IAM::InstanceProfile

use std::collections::BTreeSet;

use model::MadeResource;
use serde_json::{Value, json};
use wire::iam::{
    AddRoleToInstanceProfile, CreateInstanceProfile, DeleteInstanceProfile, GetInstanceProfile,
    RemoveRoleFromInstanceProfile,
};

use super::super::values::{items, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::attachments::texts;

pub(in super::super) struct InstanceProfile;

const MEMBER: &str = "InstanceProfileName";

impl ResourceType for InstanceProfile {
    const NAME: &'static str = "AWS::IAM::InstanceProfile";
    const PROPERTIES: &'static [Property] = &[
        fixed("InstanceProfileName"),
        fixed("Path"),
        always("Roles").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.name(MEMBER, 128);
        let mut input = work.only(&["Path"]);
        input.insert(MEMBER.to_owned(), json!(name));
        work.call_once::<CreateInstanceProfile>(Value::Object(input))
            .await?;
        let made = settle(work, &name).await;
        made.map_err(|failed| failed.leaving(Made::new(&name)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        settle(work, &before.physical_id).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let name = json!({MEMBER: made.physical_id});
        let Some(found) = work
            .call_if_there::<GetInstanceProfile>(name.clone())
            .await?
        else {
            return Ok(());
        };
        for role in roles(&found) {
            remove(work, &made.physical_id, &role).await?;
        }
        work.call_if_there::<DeleteInstanceProfile>(name).await?;
        Ok(())
    }
}

/// A profile has one role, so that the old one goes first.
async fn settle(work: &Work<'_>, name: &str) -> Result<Made, Failed> {
    let found = work
        .call::<GetInstanceProfile>(json!({MEMBER: name}))
        .await?;
    let (had, has) = (roles(&found), texts(work.properties, "Roles"));
    for role in had.difference(&has) {
        remove(work, name, role).await?;
    }
    for role in has.difference(&had) {
        work.call::<AddRoleToInstanceProfile>(json!({MEMBER: name, "RoleName": role}))
            .await?;
    }
    let profile = found.get("InstanceProfile").cloned().unwrap_or_default();
    Ok(Made::new(name).with("Arn", text_of(&profile, "Arn")))
}

async fn remove(work: &Work<'_>, name: &str, role: &str) -> Result<(), Failed> {
    let input = json!({MEMBER: name, "RoleName": role});
    work.call_if_there::<RemoveRoleFromInstanceProfile>(input)
        .await?;
    Ok(())
}

fn roles(found: &Value) -> BTreeSet<String> {
    let roles = found
        .get("InstanceProfile")
        .and_then(|profile| profile.get("Roles"));
    let roles = items(roles).iter();
    roles.map(|role| text_of(role, "RoleName")).collect()
}
