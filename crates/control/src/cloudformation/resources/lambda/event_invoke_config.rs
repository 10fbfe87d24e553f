//! AWS::Lambda::EventInvokeConfig

use model::MadeResource;
use serde_json::{Value, json};
use wire::Operation as _;
use wire::lambda::{DeleteFunctionEventInvokeConfig, PutFunctionEventInvokeConfig};
use wire::schema::OperationSchema;

use super::super::values::property;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct EventInvokeConfig;

impl ResourceType for EventInvokeConfig {
    const NAME: &'static str = "AWS::Lambda::EventInvokeConfig";
    const PROPERTIES: &'static [Property] = &[
        always("DestinationConfig"),
        fixed("FunctionName").required(),
        always("MaximumEventAgeInSeconds"),
        always("MaximumRetryAttempts"),
        fixed("Qualifier").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];
    const MODEL: Option<&'static OperationSchema> = Some(PutFunctionEventInvokeConfig::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        put(work).await?;
        let (function, qualifier) = (work.required("FunctionName")?, work.required("Qualifier")?);
        Ok(Made::new(format!("{function}|{qualifier}")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        put(work).await?;
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({
            "FunctionName": property(&made.properties, "FunctionName"),
            "Qualifier": property(&made.properties, "Qualifier"),
        });
        work.call_if_there::<DeleteFunctionEventInvokeConfig>(input)
            .await?;
        Ok(())
    }
}

/// Puts the whole in the place of what was there.
async fn put(work: &Work<'_>) -> Result<(), Failed> {
    let input = work.only(&[
        "DestinationConfig",
        "FunctionName",
        "MaximumEventAgeInSeconds",
        "MaximumRetryAttempts",
        "Qualifier",
    ]);
    work.call::<PutFunctionEventInvokeConfig>(Value::Object(input))
        .await?;
    Ok(())
}
