//! AWS::IAM::UserToGroupAddition

use model::MadeResource;
use serde_json::json;
use wire::iam::{AddUserToGroup, RemoveUserFromGroup};

use super::super::naming::short_name;
use super::super::values::property;
use super::super::{Failed, Made, Property, ResourceType, Work, always};
use super::attachments::texts;

pub(in super::super) struct UserToGroupAddition;

impl ResourceType for UserToGroupAddition {
    const NAME: &'static str = "AWS::IAM::UserToGroupAddition";
    const PROPERTIES: &'static [Property] =
        &[always("GroupName").required(), always("Users").required()];
    const ATTRIBUTES: &'static [&'static str] = &["Id"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let id = short_name(work);
        let added = add(work).await;
        added.map_err(|failed| failed.leaving(shown(&id)))?;
        Ok(shown(&id))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        add(work).await?;
        let same = before.properties.get("GroupName") == work.get("GroupName");
        let stay = texts(work.properties, "Users");
        remove(work, before, |user| !(same && stay.contains(user))).await?;
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        remove(work, made, |_| true).await
    }
}

async fn add(work: &Work<'_>) -> Result<(), Failed> {
    let group = work.required("GroupName")?;
    for user in texts(work.properties, "Users") {
        let input = json!({"GroupName": group, "UserName": user});
        work.call::<AddUserToGroup>(input).await?;
    }
    Ok(())
}

async fn remove(
    work: &Work<'_>,
    made: &MadeResource,
    goes: impl Fn(&String) -> bool + Send,
) -> Result<(), Failed> {
    let group = property(&made.properties, "GroupName");
    for user in texts(&made.properties, "Users").into_iter().filter(goes) {
        let input = json!({"GroupName": group, "UserName": user});
        work.call_if_there::<RemoveUserFromGroup>(input).await?;
    }
    Ok(())
}

fn shown(id: &str) -> Made {
    Made::new(id).with("Id", id)
}
