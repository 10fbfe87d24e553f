//! AWS::IAM::RolePolicy: one inline policy of a role.

use model::MadeResource;
use serde_json::{Value, json};
use wire::iam::{DeleteRolePolicy, GetRolePolicy, PutRolePolicy};

use super::super::values::property;
use super::super::{Failed, HandlerCode, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct RolePolicy;

impl ResourceType for RolePolicy {
    const NAME: &'static str = "AWS::IAM::RolePolicy";
    const PROPERTIES: &'static [Property] = &[
        always("PolicyDocument"),
        fixed("PolicyName").required(),
        fixed("RoleName").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let place = work.only(&["PolicyName", "RoleName"]);
        let found = work
            .call_if_there::<GetRolePolicy>(Value::Object(place))
            .await?;
        let (policy, role) = (work.required("PolicyName")?, work.required("RoleName")?);
        if found.is_some() && !work.again {
            return Err(Failed::handler(
                HandlerCode::AlreadyExists,
                format!("The role {role} has a policy {policy} already"),
            ));
        }
        put(work).await?;
        Ok(Made::new(format!("{policy}|{role}")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        put(work).await?;
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({
            "PolicyName": property(&made.properties, "PolicyName"),
            "RoleName": property(&made.properties, "RoleName"),
        });
        work.call_if_there::<DeleteRolePolicy>(input).await?;
        Ok(())
    }
}

async fn put(work: &Work<'_>) -> Result<(), Failed> {
    let input = work.only(&["PolicyDocument", "PolicyName", "RoleName"]);
    work.call::<PutRolePolicy>(Value::Object(input)).await?;
    Ok(())
}
