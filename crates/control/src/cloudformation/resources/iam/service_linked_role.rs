//! AWS::IAM::ServiceLinkedRole

use model::MadeResource;
use serde_json::{Value, json};
use wire::iam::{CreateServiceLinkedRole, DeleteServiceLinkedRole, ListRoles, UpdateRole};

use super::super::values::{items, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct ServiceLinkedRole;

impl ResourceType for ServiceLinkedRole {
    const NAME: &'static str = "AWS::IAM::ServiceLinkedRole";
    const PROPERTIES: &'static [Property] = &[
        fixed("AWSServiceName"),
        fixed("CustomSuffix"),
        always("Description"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["RoleName"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        if work.again
            && let Some(name) = find(work).await?
        {
            return Ok(shown(&name));
        }
        let input = work.only(&["AWSServiceName", "CustomSuffix", "Description"]);
        let made = work
            .call::<CreateServiceLinkedRole>(Value::Object(input))
            .await?;
        let role = made.get("Role").cloned().unwrap_or_default();
        Ok(shown(&text_of(&role, "RoleName")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let description = work.text("Description").unwrap_or_default();
        let input = json!({"RoleName": before.physical_id, "Description": description});
        work.call::<UpdateRole>(input).await?;
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"RoleName": made.physical_id});
        work.call_if_there::<DeleteServiceLinkedRole>(input).await?;
        Ok(())
    }
}

/// The role of the service, with the suffix if there is one.
async fn find(work: &Work<'_>) -> Result<Option<String>, Failed> {
    let service = work.text("AWSServiceName").unwrap_or_default();
    let path = format!("/aws-service-role/{service}/");
    let listed = work.call::<ListRoles>(json!({"PathPrefix": path})).await?;
    let suffix = work.text("CustomSuffix");
    let suffix = suffix.map(|suffix| format!("_{suffix}"));
    let mut names = items(listed.get("Roles"))
        .iter()
        .map(|role| text_of(role, "RoleName"));
    Ok(names.find(|name| match &suffix {
        Some(suffix) => name.ends_with(suffix),
        None => !name.contains('_'),
    }))
}

fn shown(name: &str) -> Made {
    Made::new(name).with("RoleName", name)
}
