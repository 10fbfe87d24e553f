//! AWS::ApiGateway::Model

use model::MadeResource;
use serde_json::{Value, json};
use wire::apigateway::{CreateModel, DeleteModel, UpdateModel};

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::patches::Patches;

pub(in super::super) struct Model;

impl ResourceType for Model {
    const NAME: &'static str = "AWS::ApiGateway::Model";
    const PROPERTIES: &'static [Property] = &[
        fixed("ContentType"),
        always("Description"),
        fixed("Name"),
        fixed("RestApiId").required(),
        always("Schema"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = name(work);
        let mut input = work.only(&["ContentType", "Description", "RestApiId", "Schema"]);
        input
            .entry("ContentType")
            .or_insert(json!("application/json"));
        input.insert("name".to_owned(), json!(name));
        work.call_once::<CreateModel>(Value::Object(input)).await?;
        Ok(Made::new(name))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        let mut patches = Patches::default();
        let paths = [("Description", "/description"), ("Schema", "/schema")];
        patches.changed(work, &before.properties, &paths);
        if !patches.is_empty() {
            let input = json!({"restApiId": work.get("RestApiId"), "modelName": name,
                "patchOperations": patches.list()});
            work.call::<UpdateModel>(input).await?;
        }
        Ok(Made::new(name))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let api = made.properties.get("RestApiId");
        let input = json!({"restApiId": api, "modelName": made.physical_id});
        work.call_if_there::<DeleteModel>(input).await?;
        Ok(())
    }
}

/// Names of models have letters and digits alone.
fn name(work: &Work<'_>) -> String {
    work.text("Name").unwrap_or_else(|| {
        let name = work.own_name(120);
        name.chars().filter(char::is_ascii_alphanumeric).collect()
    })
}
