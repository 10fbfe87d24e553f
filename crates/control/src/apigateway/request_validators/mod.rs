//! Request validators: whether parameters and bodies are checked before a backend sees them.

mod create;
mod delete;
mod get;
mod list;
mod update;

use model::RequestValidator;

fn shown(validator: &RequestValidator) -> wire::apigateway::RequestValidator {
    wire::apigateway::RequestValidator {
        id: Some(validator.id.clone()),
        name: Some(validator.name.clone()).filter(|name| !name.is_empty()),
        validate_request_body: Some(validator.validate_body),
        validate_request_parameters: Some(validator.validate_parameters),
    }
}
