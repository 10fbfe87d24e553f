//! AWS::ApiGateway::DocumentationVersion

use model::MadeResource;
use serde_json::{Value, json};
use wire::apigateway::{
    CreateDocumentationVersion, DeleteDocumentationVersion, UpdateDocumentationVersion,
};

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::patches::Patches;

pub(in super::super) struct DocumentationVersion;

impl ResourceType for DocumentationVersion {
    const NAME: &'static str = "AWS::ApiGateway::DocumentationVersion";
    const PROPERTIES: &'static [Property] = &[
        always("Description"),
        fixed("DocumentationVersion").required(),
        fixed("RestApiId").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let input = work.only(&["Description", "DocumentationVersion", "RestApiId"]);
        work.call_once::<CreateDocumentationVersion>(Value::Object(input))
            .await?;
        Ok(Made::new(work.required("DocumentationVersion")?))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let version = &before.physical_id;
        let mut patches = Patches::default();
        patches.changed(work, &before.properties, &[("Description", "/description")]);
        if !patches.is_empty() {
            let input = json!({"restApiId": work.get("RestApiId"),
                "documentationVersion": version, "patchOperations": patches.list()});
            work.call::<UpdateDocumentationVersion>(input).await?;
        }
        Ok(Made::new(version))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let api = made.properties.get("RestApiId");
        let input = json!({"restApiId": api, "documentationVersion": made.physical_id});
        work.call_if_there::<DeleteDocumentationVersion>(input)
            .await?;
        Ok(())
    }
}
