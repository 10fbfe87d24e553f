//! Integration responses: what becomes of a backend's answer.

mod delete;
mod get;
mod put;
mod update;

use model::IntegrationResponse;

pub(super) fn shown(
    status: &str,
    response: &IntegrationResponse,
) -> wire::apigateway::IntegrationResponse {
    wire::apigateway::IntegrationResponse {
        status_code: Some(status.to_owned()),
        selection_pattern: response.selection_pattern.clone(),
        response_parameters: response.response_parameters.clone(),
        response_templates: response.response_templates.clone(),
        content_handling: response
            .content_handling
            .map(|handling| handling.to_string()),
    }
}
