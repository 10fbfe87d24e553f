//! AWS::Lambda::Version
//!
//! PublishVersion of what is published already gives that version again. A resource must be its own, so that it is
//! refused then, as AWS does.

use model::MadeResource;
use serde_json::{Value, json};
use wire::lambda::{
    DeleteFunction, GetFunctionConfiguration, ListVersionsByFunction, PublishVersion,
    PutRuntimeManagementConfig,
};

use super::super::values::{items, property, text_of};
use super::super::{Failed, HandlerCode, Made, Property, ResourceType, Work, fixed, put};
use super::provisioned;

pub(in super::super) struct Version;

impl ResourceType for Version {
    const NAME: &'static str = "AWS::Lambda::Version";
    const PROPERTIES: &'static [Property] = &[
        fixed("CodeSha256"),
        fixed("Description"),
        fixed("FunctionName").required(),
        fixed("ProvisionedConcurrencyConfig").holding(&["ProvisionedConcurrentExecutions"]),
        fixed("RuntimePolicy").holding(&["RuntimeVersionArn", "UpdateRuntimeOn"]),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["FunctionArn", "Version"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let function = work.required("FunctionName")?;
        // Answers when no update is under way.
        work.call::<GetFunctionConfiguration>(json!({"FunctionName": function}))
            .await?;
        let had = versions(work, &function).await?;
        let input = work.only(&["CodeSha256", "Description", "FunctionName"]);
        let published = work.call::<PublishVersion>(Value::Object(input)).await?;
        let (arn, number) = (
            text_of(&published, "FunctionArn"),
            text_of(&published, "Version"),
        );
        if had.contains(&number) && !work.again {
            return Err(Failed::handler(
                HandlerCode::AlreadyExists,
                format!(
                    "A version for this Lambda function exists ( {number} ). Modify the function to create a new version."
                ),
            ));
        }
        let made = shown(&arn, &number);
        match settle(work, &function, &number).await {
            Ok(()) => Ok(made),
            Err(failed) => Err(failed.leaving(made)),
        }
    }

    /// Every change needs a new version.
    async fn update(_: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let number = property(&before.attributes, "Version");
        Ok(shown(&before.physical_id, &number))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({
            "FunctionName": property(&made.properties, "FunctionName"),
            "Qualifier": property(&made.attributes, "Version"),
        });
        work.call_if_there::<DeleteFunction>(input).await?;
        Ok(())
    }
}

async fn settle(work: &Work<'_>, function: &str, number: &str) -> Result<(), Failed> {
    if let Some(policy) = work.get("RuntimePolicy") {
        let mut input = policy.clone();
        put(&mut input, "FunctionName", function);
        put(&mut input, "Qualifier", number);
        work.call::<PutRuntimeManagementConfig>(input).await?;
    }
    provisioned::set(work, (function, number), None).await
}

/// The numbers of those that there are.
async fn versions(work: &Work<'_>, function: &str) -> Result<Vec<String>, Failed> {
    let mut numbers = Vec::new();
    let mut marker = String::new();
    loop {
        let mut input = json!({"FunctionName": function});
        if !marker.is_empty() {
            put(&mut input, "Marker", marker);
        }
        let page = work.call::<ListVersionsByFunction>(input).await?;
        let listed = items(page.get("Versions")).iter();
        numbers.extend(listed.map(|version| text_of(version, "Version")));
        marker = text_of(&page, "NextMarker");
        if marker.is_empty() {
            return Ok(numbers);
        }
    }
}

fn shown(arn: &str, number: &str) -> Made {
    Made::new(arn)
        .with("FunctionArn", arn)
        .with("Version", number)
}
