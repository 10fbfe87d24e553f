//! AWS::Lambda::Url

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::Operation as _;
use wire::lambda::{
    CreateFunctionUrlConfig, DeleteFunctionUrlConfig, GetFunctionUrlConfig, UpdateFunctionUrlConfig,
};
use wire::schema::OperationSchema;

use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct Url;

impl ResourceType for Url {
    const NAME: &'static str = "AWS::Lambda::Url";
    const PROPERTIES: &'static [Property] = &[
        always("AuthType").required(),
        always("Cors"),
        always("InvokeMode"),
        fixed("Qualifier"),
        fixed("TargetFunctionArn").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["FunctionArn", "FunctionUrl"];
    const MODEL: Option<&'static OperationSchema> = Some(CreateFunctionUrlConfig::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let mut input = place(work.properties);
        input.extend(work.only(&["AuthType", "Cors", "InvokeMode"]));
        work.call_once::<CreateFunctionUrlConfig>(Value::Object(input))
            .await?;
        shown(work).await
    }

    async fn update(work: &Work<'_>, _: &MadeResource) -> Result<Made, Failed> {
        let mut input = place(work.properties);
        input.extend(work.only(&["AuthType"]));
        let cors = work.get("Cors").cloned();
        input.insert("Cors".to_owned(), cors.unwrap_or_else(|| json!({})));
        let mode = work.text("InvokeMode");
        let mode = mode.unwrap_or_else(|| "BUFFERED".to_owned());
        input.insert("InvokeMode".to_owned(), json!(mode));
        work.call::<UpdateFunctionUrlConfig>(Value::Object(input))
            .await?;
        shown(work).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = place(&made.properties);
        work.call_if_there::<DeleteFunctionUrlConfig>(Value::Object(input))
            .await?;
        Ok(())
    }
}

/// Which function, and which of its aliases.
fn place(properties: &Map<String, Value>) -> Map<String, Value> {
    let names = [
        ("TargetFunctionArn", "FunctionName"),
        ("Qualifier", "Qualifier"),
    ];
    let given = names
        .iter()
        .filter_map(|(name, member)| Some(((*member).to_owned(), properties.get(*name)?.clone())));
    given.collect()
}

async fn shown(work: &Work<'_>) -> Result<Made, Failed> {
    let input = Value::Object(place(work.properties));
    let found = work.call::<GetFunctionUrlConfig>(input).await?;
    let arn = text_of(&found, "FunctionArn");
    Ok(Made::new(&arn)
        .with("FunctionArn", arn)
        .with("FunctionUrl", text_of(&found, "FunctionUrl")))
}
