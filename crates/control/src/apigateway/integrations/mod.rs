//! Integrations: what stands behind a method. Nothing here asks whether the function may be
//! invoked: AWS finds that out at the invocation.

mod delete;
mod get;
mod put;
mod update;

use std::collections::BTreeMap;

use model::{Integration, Method};
use openapi::rules;
use wire::apigateway::TlsConfig;

use super::failures::bad_request;
use super::integration_responses;
use crate::refused::Refused;

pub(super) fn shown(integration: &Integration, resource_id: &str) -> wire::apigateway::Integration {
    let responses: BTreeMap<_, _> = integration
        .responses
        .iter()
        .map(|(status, response)| {
            (
                status.clone(),
                integration_responses::shown(status, response),
            )
        })
        .collect();
    let namespace = integration.cache_namespace.clone();
    wire::apigateway::Integration {
        type_: Some(integration.kind.to_string()),
        http_method: integration.http_method.clone(),
        uri: integration.uri.clone(),
        connection_type: integration.connection_type.map(|kind| kind.to_string()),
        connection_id: integration.connection_id.clone(),
        credentials: integration.credentials.clone(),
        request_parameters: integration.request_parameters.clone(),
        request_templates: integration.request_templates.clone(),
        passthrough_behavior: Some(integration.passthrough_behavior.to_string()),
        content_handling: integration
            .content_handling
            .map(|handling| handling.to_string()),
        timeout_in_millis: i32::try_from(integration.timeout_millis).ok(),
        cache_namespace: Some(namespace.unwrap_or_else(|| resource_id.to_owned())),
        cache_key_parameters: Some(integration.cache_key_parameters.clone()),
        integration_responses: Some(responses).filter(|responses| !responses.is_empty()),
        tls_config: integration
            .insecure_skip_verification
            .map(|skip| TlsConfig {
                insecure_skip_verification: Some(skip),
            }),
        response_transfer_mode: integration
            .response_transfer_mode
            .map(|mode| mode.to_string()),
        integration_target: None,
    }
}

/// The rules that an import has too, then what Portcullis does not serve.
pub(super) fn check(method: &Method) -> Result<(), Refused> {
    let Some(integration) = &method.integration else {
        return Ok(());
    };
    rules::validate_integration(integration).map_err(bad_request)?;
    rules::validate_mappings(method).map_err(bad_request)
}

fn read_timeout(millis: i64) -> Result<u32, Refused> {
    u32::try_from(millis).map_err(|_| bad_request(rules::invalid_timeout()))
}
