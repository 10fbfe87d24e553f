//! Method responses: which statuses, headers and bodies a method declares.

mod delete;
mod get;
mod put;
mod update;

use model::{ApiDefinition, MethodResponse};

use super::failures::bad_request;
use super::methods::check_models;
use crate::refused::Refused;

pub(super) fn shown(status: &str, response: &MethodResponse) -> wire::apigateway::MethodResponse {
    wire::apigateway::MethodResponse {
        status_code: Some(status.to_owned()),
        response_parameters: response.response_parameters.clone(),
        response_models: response.response_models.clone(),
    }
}

fn check(definition: &ApiDefinition, response: &MethodResponse) -> Result<(), Refused> {
    for parameter in response.response_parameters.iter().flatten() {
        let name = parameter.0.strip_prefix("method.response.header.");
        if name.is_none_or(str::is_empty) {
            return Err(bad_request(format!(
                "Invalid mapping expression specified: Validation Result: warnings : [], errors : \
                 [Invalid mapping expression parameter specified: {}]",
                parameter.0
            )));
        }
    }
    check_models(definition, response.response_models.iter().flatten())
}
