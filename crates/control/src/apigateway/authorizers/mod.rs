//! Authorizers: functions and user pools that say who is asking. As with integrations, nothing here
//! asks whether the function may be invoked.

mod create;
mod delete;
mod get;
mod list;
mod test_invoke;
mod update;

use model::{ApiDefinition, Authorizer, AuthorizerKind};
use openapi::rules;

use super::failures::bad_request;
use crate::refused::Refused;

fn shown(authorizer: &Authorizer) -> wire::apigateway::Authorizer {
    wire::apigateway::Authorizer {
        id: Some(authorizer.id.clone()),
        name: Some(authorizer.name.clone()),
        type_: Some(authorizer.kind.to_string()),
        provider_ar_ns: Some(authorizer.provider_arns.clone()).filter(|arns| !arns.is_empty()),
        auth_type: authorizer.auth_type.clone(),
        authorizer_uri: authorizer.uri.clone(),
        authorizer_credentials: authorizer.credentials.clone(),
        identity_source: authorizer.identity_source.clone(),
        identity_validation_expression: authorizer.identity_validation_expression.clone(),
        authorizer_result_ttl_in_seconds: authorizer
            .ttl_seconds
            .and_then(|seconds| i32::try_from(seconds).ok()),
        jwt_configuration: None,
    }
}

/// What exports call it when nobody named it (recorded by
/// `test_apigateway_with_custom_authorization_method`).
fn default_auth_type(kind: AuthorizerKind) -> &'static str {
    match kind {
        AuthorizerKind::Token | AuthorizerKind::Request => "custom",
        AuthorizerKind::Cognito => "cognito_user_pools",
    }
}

fn check(definition: &ApiDefinition, authorizer: &Authorizer) -> Result<(), Refused> {
    let name = &authorizer.name;
    if name.is_empty() {
        return Err(bad_request("Authorizer name cannot be empty"));
    }
    let mut others = definition
        .authorizers
        .values()
        .filter(|other| other.id != authorizer.id);
    if others.any(|other| other.name == *name) {
        return Err(bad_request(format!(
            "Authorizer name must be unique. Authorizer {name} already exists in this RestApi."
        )));
    }
    // "Required when authorization caching is enabled", and for the other kinds always.
    let caches = authorizer.ttl_seconds != Some(0);
    let needs_source = caches || authorizer.kind != AuthorizerKind::Request;
    if needs_source
        && authorizer
            .identity_source
            .as_deref()
            .is_none_or(str::is_empty)
    {
        return Err(bad_request("Invalid identity source specified: null"));
    }
    rules::validate_authorizer(authorizer).map_err(bad_request)
}

fn read_ttl(seconds: i64) -> Result<u32, Refused> {
    u32::try_from(seconds).map_err(|_| bad_request(rules::INVALID_AUTHORIZER_TTL))
}
