//! AWS::ApiGateway::Method, with its responses, its integration and the responses of that.
//!
//! A method is changed by making it anew, as the permissions of AWS's own handler show that it does (its schema names
//! apigateway:DELETE and apigateway:PUT for an update). No stage shows that: stages show deployments.

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::apigateway::{
    DeleteMethod, PutIntegration, PutIntegrationResponse, PutMethod, PutMethodResponse,
};

use super::super::naming::short_name;
use super::super::values::{items, members};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct Method;

const PLACE: [&str; 3] = ["RestApiId", "ResourceId", "HttpMethod"];

impl ResourceType for Method {
    const NAME: &'static str = "AWS::ApiGateway::Method";
    const PROPERTIES: &'static [Property] = &[
        always("ApiKeyRequired"),
        always("AuthorizationScopes"),
        always("AuthorizationType"),
        always("AuthorizerId"),
        fixed("HttpMethod").required(),
        always("Integration").holding(&[
            "CacheKeyParameters",
            "CacheNamespace",
            "ConnectionId",
            "ConnectionType",
            "ContentHandling",
            "Credentials",
            "IntegrationHttpMethod",
            "IntegrationTarget",
            "IntegrationResponses.ContentHandling",
            "IntegrationResponses.ResponseParameters",
            "IntegrationResponses.ResponseTemplates",
            "IntegrationResponses.SelectionPattern",
            "IntegrationResponses.StatusCode",
            "PassthroughBehavior",
            "RequestParameters",
            "RequestTemplates",
            "ResponseTransferMode",
            "TimeoutInMillis",
            "TlsConfig.InsecureSkipVerification",
            "Type",
            "Uri",
        ]),
        always("MethodResponses").holding(&["ResponseModels", "ResponseParameters", "StatusCode"]),
        always("OperationName"),
        always("RequestModels"),
        always("RequestParameters"),
        always("RequestValidatorId"),
        fixed("ResourceId").required(),
        fixed("RestApiId").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        if work.again {
            take_away(work, work.properties).await?;
        }
        let made = Made::new(short_name(work));
        work.call::<PutMethod>(Value::Object(method(work))).await?;
        match put_parts(work).await {
            Ok(()) => Ok(made),
            Err(failed) => Err(failed.leaving(made)),
        }
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        take_away(work, work.properties).await?;
        work.call::<PutMethod>(Value::Object(method(work))).await?;
        put_parts(work).await?;
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        take_away(work, &made.properties).await
    }
}

async fn take_away(work: &Work<'_>, properties: &Map<String, Value>) -> Result<(), Failed> {
    let place = PLACE.map(|name| (name.to_owned(), properties.get(name).cloned()));
    let place: Map<String, Value> = place
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    work.call_if_there::<DeleteMethod>(Value::Object(place))
        .await?;
    Ok(())
}

fn method(work: &Work<'_>) -> Map<String, Value> {
    let mut input = work.only(&[
        "ApiKeyRequired",
        "AuthorizationScopes",
        "AuthorizationType",
        "AuthorizerId",
        "OperationName",
        "RequestModels",
        "RequestParameters",
        "RequestValidatorId",
    ]);
    input.entry("AuthorizationType").or_insert(json!("NONE"));
    input.extend(work.only(&PLACE));
    input
}

async fn put_parts(work: &Work<'_>) -> Result<(), Failed> {
    let place = work.only(&PLACE);
    let here = |given: &Value| {
        let mut input = members(Some(given));
        input.extend(place.clone());
        input
    };
    for response in work.list("MethodResponses") {
        work.call::<PutMethodResponse>(Value::Object(here(response)))
            .await?;
    }
    let Some(integration) = work.get("Integration") else {
        return Ok(());
    };
    let mut input = here(integration);
    let responses = input.remove("IntegrationResponses");
    work.call::<PutIntegration>(Value::Object(input)).await?;
    for response in items(responses.as_ref()) {
        work.call::<PutIntegrationResponse>(Value::Object(here(response)))
            .await?;
    }
    Ok(())
}
