//! AWS::IAM::UserPolicy: one inline policy of a user.

use model::MadeResource;
use serde_json::{Value, json};
use wire::iam::{DeleteUserPolicy, GetUserPolicy, PutUserPolicy};

use super::super::values::property;
use super::super::{Failed, HandlerCode, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct UserPolicy;

impl ResourceType for UserPolicy {
    const NAME: &'static str = "AWS::IAM::UserPolicy";
    const PROPERTIES: &'static [Property] = &[
        always("PolicyDocument"),
        fixed("PolicyName").required(),
        fixed("UserName").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let place = work.only(&["PolicyName", "UserName"]);
        let found = work
            .call_if_there::<GetUserPolicy>(Value::Object(place))
            .await?;
        let (policy, user) = (work.required("PolicyName")?, work.required("UserName")?);
        if found.is_some() && !work.again {
            return Err(Failed::handler(
                HandlerCode::AlreadyExists,
                format!("The user {user} has a policy {policy} already"),
            ));
        }
        put(work).await?;
        Ok(Made::new(format!("{policy}|{user}")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        put(work).await?;
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({
            "PolicyName": property(&made.properties, "PolicyName"),
            "UserName": property(&made.properties, "UserName"),
        });
        work.call_if_there::<DeleteUserPolicy>(input).await?;
        Ok(())
    }
}

async fn put(work: &Work<'_>) -> Result<(), Failed> {
    let input = work.only(&["PolicyDocument", "PolicyName", "UserName"]);
    work.call::<PutUserPolicy>(Value::Object(input)).await?;
    Ok(())
}
