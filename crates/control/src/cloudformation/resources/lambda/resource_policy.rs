//! AWS::Lambda::ResourcePolicy

use model::MadeResource;
use serde_json::{Value, json};
use wire::lambda::{DeleteResourcePolicy, PutResourcePolicy};

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct ResourcePolicy;

impl ResourceType for ResourcePolicy {
    const NAME: &'static str = "AWS::Lambda::ResourcePolicy";
    const PROPERTIES: &'static [Property] = &[
        always("PolicyDocument").required(),
        fixed("ResourceArn").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    /// Whatever policy the function has is replaced, as PutResourcePolicy does it.
    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let arn = work.required("ResourceArn")?;
        put(work).await?;
        Ok(Made::new(arn))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        put(work).await?;
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"ResourceArn": made.physical_id});
        work.call_if_there::<DeleteResourcePolicy>(input).await?;
        Ok(())
    }
}

/// The document is an object, or its text.
async fn put(work: &Work<'_>) -> Result<(), Failed> {
    let mut input = work.only(&["ResourceArn"]);
    let document = match work.get("PolicyDocument").cloned() {
        Some(Value::String(text)) => text,
        Some(document) => document.to_string(),
        None => String::new(),
    };
    input.insert("Policy".to_owned(), document.into());
    work.call::<PutResourcePolicy>(Value::Object(input)).await?;
    Ok(())
}
