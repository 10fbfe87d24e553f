//! AWS::IAM::GroupPolicy: one inline policy of a group.

use model::MadeResource;
use serde_json::{Value, json};
use wire::iam::{DeleteGroupPolicy, GetGroupPolicy, PutGroupPolicy};

use super::super::values::property;
use super::super::{Failed, HandlerCode, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct GroupPolicy;

impl ResourceType for GroupPolicy {
    const NAME: &'static str = "AWS::IAM::GroupPolicy";
    const PROPERTIES: &'static [Property] = &[
        fixed("GroupName").required(),
        always("PolicyDocument"),
        fixed("PolicyName").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let place = work.only(&["PolicyName", "GroupName"]);
        let found = work
            .call_if_there::<GetGroupPolicy>(Value::Object(place))
            .await?;
        let (policy, group) = (work.required("PolicyName")?, work.required("GroupName")?);
        if found.is_some() && !work.again {
            return Err(Failed::handler(
                HandlerCode::AlreadyExists,
                format!("The group {group} has a policy {policy} already"),
            ));
        }
        put(work).await?;
        Ok(Made::new(format!("{policy}|{group}")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        put(work).await?;
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({
            "PolicyName": property(&made.properties, "PolicyName"),
            "GroupName": property(&made.properties, "GroupName"),
        });
        work.call_if_there::<DeleteGroupPolicy>(input).await?;
        Ok(())
    }
}

async fn put(work: &Work<'_>) -> Result<(), Failed> {
    let input = work.only(&["PolicyDocument", "PolicyName", "GroupName"]);
    work.call::<PutGroupPolicy>(Value::Object(input)).await?;
    Ok(())
}
