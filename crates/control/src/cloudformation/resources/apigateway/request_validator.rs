//! AWS::ApiGateway::RequestValidator

use model::MadeResource;
use serde_json::json;
use wire::apigateway::{
    CreateRequestValidator, DeleteRequestValidator, GetRequestValidator, UpdateRequestValidator,
};

use super::super::naming;
use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::patches::Patches;

pub(in super::super) struct RequestValidator;

const ID: usize = 6;

impl ResourceType for RequestValidator {
    const NAME: &'static str = "AWS::ApiGateway::RequestValidator";
    const PROPERTIES: &'static [Property] = &[
        fixed("Name"),
        fixed("RestApiId").required(),
        always("ValidateRequestBody"),
        always("ValidateRequestParameters"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["RequestValidatorId"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let (id, place) = (naming::id(work, ID), work.only(&["RestApiId"]));
        let mut input = work.only(&["ValidateRequestBody", "ValidateRequestParameters"]);
        input.insert("name".to_owned(), json!(work.name("Name", 128)));
        let named = ("requestValidatorId", id.as_str());
        let made =
            naming::make::<CreateRequestValidator, GetRequestValidator>(work, named, &place, input)
                .await?;
        Ok(shown(&text_of(&made, "id")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let id = &before.physical_id;
        let mut patches = Patches::default();
        let paths = [
            ("ValidateRequestBody", "/validateRequestBody"),
            ("ValidateRequestParameters", "/validateRequestParameters"),
        ];
        patches.changed(work, &before.properties, &paths);
        if !patches.is_empty() {
            let input = json!({"restApiId": work.get("RestApiId"), "requestValidatorId": id,
                "patchOperations": patches.list()});
            work.call::<UpdateRequestValidator>(input).await?;
        }
        Ok(shown(id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let api = made.properties.get("RestApiId");
        let input = json!({"restApiId": api, "requestValidatorId": made.physical_id});
        work.call_if_there::<DeleteRequestValidator>(input).await?;
        Ok(())
    }
}

fn shown(id: &str) -> Made {
    Made::new(id).with("RequestValidatorId", id)
}
