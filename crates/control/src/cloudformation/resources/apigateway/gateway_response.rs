//! AWS::ApiGateway::GatewayResponse

use model::MadeResource;
use serde_json::{Value, json};
use wire::apigateway::{DeleteGatewayResponse, GetGatewayResponse, PutGatewayResponse};

use super::super::naming;
use super::super::{Failed, HandlerCode, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct GatewayResponse;

const ID: usize = 10;

impl ResourceType for GatewayResponse {
    const NAME: &'static str = "AWS::ApiGateway::GatewayResponse";
    const PROPERTIES: &'static [Property] = &[
        always("ResponseParameters"),
        always("ResponseTemplates"),
        fixed("ResponseType").required(),
        fixed("RestApiId").required(),
        always("StatusCode"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Id"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let place = Value::Object(work.only(&["RestApiId", "ResponseType"]));
        let current = work.call::<GetGatewayResponse>(place).await?;
        if !work.again && current.get("defaultResponse") == Some(&json!(false)) {
            let (kind, api) = (work.required("ResponseType")?, work.required("RestApiId")?);
            return Err(Failed::handler(
                HandlerCode::AlreadyExists,
                format!("The gateway response {kind} of the API {api} exists already"),
            ));
        }
        put(work).await?;
        Ok(shown(&naming::id(work, ID)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        put(work).await?;
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let of = |name: &str| made.properties.get(name);
        let input = json!({"restApiId": of("RestApiId"), "responseType": of("ResponseType")});
        work.call_if_there::<DeleteGatewayResponse>(input).await?;
        Ok(())
    }
}

async fn put(work: &Work<'_>) -> Result<(), Failed> {
    let input = work.only(&[
        "ResponseParameters",
        "ResponseTemplates",
        "ResponseType",
        "RestApiId",
        "StatusCode",
    ]);
    work.call::<PutGatewayResponse>(Value::Object(input))
        .await?;
    Ok(())
}

fn shown(id: &str) -> Made {
    Made::new(id).with("Id", id)
}
