//! `x-amazon-apigateway-integration`: what differs from the defaults, and the role if there is one.

use std::collections::BTreeMap;

use model::{ConnectionType, Integration, IntegrationResponse};
use serde_json::{Value as Json, json};

use super::{Members, put, put_filled, put_some, texts};
use crate::rules;

pub(super) fn write(integration: &Integration, resource_id: &str) -> Members {
    let mut members = Members::new();
    put(&mut members, "type", lower(integration.kind.as_str()));
    put_some(
        &mut members,
        "httpMethod",
        integration.http_method.as_deref(),
    );
    put_some(&mut members, "uri", integration.uri.as_deref());
    put_some(
        &mut members,
        "credentials",
        integration.credentials.as_deref(),
    );
    put_connection(&mut members, integration);
    put_texts(
        &mut members,
        "requestParameters",
        integration.request_parameters.as_ref(),
    );
    put_texts(
        &mut members,
        "requestTemplates",
        integration.request_templates.as_ref(),
    );
    put_filled(&mut members, "responses", responses(integration));
    put(
        &mut members,
        "passthroughBehavior",
        lower(integration.passthrough_behavior.as_str()),
    );
    put_some(
        &mut members,
        "contentHandling",
        integration
            .content_handling
            .map(model::ContentHandling::as_str),
    );
    if integration.timeout_millis != rules::DEFAULT_TIMEOUT_MILLIS {
        put(&mut members, "timeoutInMillis", integration.timeout_millis);
    }
    put_some(
        &mut members,
        "responseTransferMode",
        integration
            .response_transfer_mode
            .map(model::ResponseTransferMode::as_str),
    );
    put_cache(&mut members, integration, resource_id);
    if let Some(skip) = integration.insecure_skip_verification {
        put(
            &mut members,
            "tlsConfig",
            json!({ "insecureSkipVerification": skip }),
        );
    }
    members
}

fn put_connection(members: &mut Members, integration: &Integration) {
    if integration.connection_type == Some(ConnectionType::VpcLink) {
        put(members, "connectionType", ConnectionType::VpcLink.as_str());
        put_some(
            members,
            "connectionId",
            integration.connection_id.as_deref(),
        );
    }
}

fn put_cache(members: &mut Members, integration: &Integration, resource_id: &str) {
    let own = integration
        .cache_namespace
        .as_deref()
        .filter(|namespace| *namespace != resource_id);
    put_some(members, "cacheNamespace", own);
    if !integration.cache_key_parameters.is_empty() {
        put(
            members,
            "cacheKeyParameters",
            integration.cache_key_parameters.clone(),
        );
    }
}

fn put_texts(members: &mut Members, key: &str, map: Option<&BTreeMap<String, String>>) {
    put_filled(members, key, map.map(texts).unwrap_or_default());
}

/// By selection pattern; of several without one, the first.
fn responses(integration: &Integration) -> Members {
    let mut members = Members::new();
    for (status, response) in &integration.responses {
        let pattern = response
            .selection_pattern
            .as_deref()
            .filter(|pattern| !pattern.is_empty());
        let key = pattern.unwrap_or("default").to_owned();
        members
            .entry(key)
            .or_insert_with(|| Json::Object(response_of(status, response)));
    }
    members
}

fn response_of(status: &str, response: &IntegrationResponse) -> Members {
    let mut members = Members::new();
    put(&mut members, "statusCode", status);
    put_texts(
        &mut members,
        "responseParameters",
        response.response_parameters.as_ref(),
    );
    put_texts(
        &mut members,
        "responseTemplates",
        response.response_templates.as_ref(),
    );
    put_some(
        &mut members,
        "contentHandling",
        response
            .content_handling
            .map(model::ContentHandling::as_str),
    );
    members
}

fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}
