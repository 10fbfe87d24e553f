//! Gateway responses: the 21 ways to refuse, as AWS words them or as the API's owner does.

mod delete;
mod get;
mod list;
mod put;
mod update;

use std::collections::BTreeMap;

use model::{ApiDefinition, GatewayResponse, GatewayResponseType};

use super::closed;
use super::failures::bad_request;
use crate::refused::Refused;

const DEFAULT_TEMPLATE: &str = r#"{"message":$context.error.messageString}"#;

/// The response of this type, which is AWS's own unless one was put.
fn shown(
    definition: &ApiDefinition,
    kind: GatewayResponseType,
) -> wire::apigateway::GatewayResponse {
    let set = definition.gateway_responses.get(&kind);
    let response = set.cloned().unwrap_or_else(default_response);
    let status = response
        .status_code
        .or_else(|| default_status(kind).map(str::to_owned));
    let templates = response.response_templates;
    wire::apigateway::GatewayResponse {
        response_type: Some(kind.to_string()),
        status_code: status,
        response_parameters: Some(response.response_parameters),
        response_templates: Some(templates),
        default_response: Some(set.is_none()),
    }
}

fn default_response() -> GatewayResponse {
    GatewayResponse {
        status_code: None,
        response_parameters: BTreeMap::new(),
        response_templates: default_templates(),
    }
}

fn default_templates() -> BTreeMap<String, String> {
    BTreeMap::from([("application/json".to_owned(), DEFAULT_TEMPLATE.to_owned())])
}

/// API Gateway developer guide, "Gateway response types"; recorded by `test_gateway_response_crud`.
fn default_status(kind: GatewayResponseType) -> Option<&'static str> {
    use GatewayResponseType as Kind;
    Some(match kind {
        Kind::Default4xx | Kind::Default5xx => return None,
        Kind::BadRequestBody | Kind::BadRequestParameters => "400",
        Kind::Unauthorized => "401",
        Kind::AccessDenied
        | Kind::ExpiredToken
        | Kind::InvalidApiKey
        | Kind::InvalidSignature
        | Kind::MissingAuthenticationToken
        | Kind::WafFiltered => "403",
        Kind::ResourceNotFound => "404",
        Kind::RequestTooLarge => "413",
        Kind::UnsupportedMediaType => "415",
        Kind::QuotaExceeded | Kind::Throttled => "429",
        Kind::ApiConfigurationError
        | Kind::AuthorizerConfigurationError
        | Kind::AuthorizerFailure => "500",
        Kind::IntegrationFailure | Kind::IntegrationTimeout => "504",
    })
}

fn read_kind(text: &str) -> Result<GatewayResponseType, Refused> {
    closed(text)
}

fn check(response: &GatewayResponse) -> Result<(), Refused> {
    if let Some(status) = &response.status_code
        && !openapi::rules::is_status(status)
    {
        return Err(bad_request(format!(
            "Invalid status code specified: {status}"
        )));
    }
    openapi::rules::validate_gateway_response(&response.response_parameters).map_err(bad_request)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::conformance;

    #[test]
    fn all_default_responses_are_those_of_aws() {
        let Some(recorded) = conformance("aws-recordings/gateway_responses_default.json") else {
            return;
        };
        let definition = ApiDefinition::default();
        let kinds = GatewayResponseType::ALL.iter();
        let ours: Vec<_> = kinds.map(|kind| shown(&definition, *kind)).collect();
        for (ours, recorded) in ours.iter().zip(recorded.as_array().unwrap()) {
            assert_eq!(
                recorded.get("responseType").unwrap(),
                ours.response_type.as_ref().unwrap()
            );
            let status = recorded
                .get("statusCode")
                .and_then(|status| status.as_str());
            assert_eq!(
                ours.status_code.as_deref(),
                status,
                "{:?}",
                ours.response_type
            );
        }
    }
}
