//! AWS::ApiGateway::DocumentationPart

use model::MadeResource;
use serde_json::json;
use wire::Operation as _;
use wire::apigateway::{
    CreateDocumentationPart, DeleteDocumentationPart, GetDocumentationPart, UpdateDocumentationPart,
};
use wire::schema::OperationSchema;

use super::super::naming;
use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::patches::Patches;

pub(in super::super) struct DocumentationPart;

const ID: usize = 6;

impl ResourceType for DocumentationPart {
    const NAME: &'static str = "AWS::ApiGateway::DocumentationPart";
    const PROPERTIES: &'static [Property] = &[
        fixed("Location").required(),
        always("Properties").required(),
        fixed("RestApiId").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["DocumentationPartId"];
    const MODEL: Option<&'static OperationSchema> = Some(CreateDocumentationPart::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let (id, place) = (naming::id(work, ID), work.only(&["RestApiId"]));
        let input = work.only(&["Location", "Properties"]);
        let named = ("documentationPartId", id.as_str());
        let made = naming::make::<CreateDocumentationPart, GetDocumentationPart>(
            work, named, &place, input,
        )
        .await?;
        Ok(shown(&text_of(&made, "id")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let id = &before.physical_id;
        let mut patches = Patches::default();
        patches.changed(work, &before.properties, &[("Properties", "/properties")]);
        if !patches.is_empty() {
            let input = json!({"restApiId": work.get("RestApiId"), "documentationPartId": id,
                "patchOperations": patches.list()});
            work.call::<UpdateDocumentationPart>(input).await?;
        }
        Ok(shown(id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let api = made.properties.get("RestApiId");
        let input = json!({"restApiId": api, "documentationPartId": made.physical_id});
        work.call_if_there::<DeleteDocumentationPart>(input).await?;
        Ok(())
    }
}

fn shown(id: &str) -> Made {
    Made::new(id).with("DocumentationPartId", id)
}
