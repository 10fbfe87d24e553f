//! `x-amazon-apigateway-integration`: what stands behind a method.

use std::collections::BTreeMap;
use std::str::FromStr;

use model::{
    ConnectionType, Integration, IntegrationKind, IntegrationResponse, PassthroughBehavior,
};

use super::report::Refusal;
use super::resources::Building;
use super::values::{map_at, text_map, texts};
use crate::rules;
use document::Node;

pub(super) const EXTENSION: &str = "x-amazon-apigateway-integration";

const KEYS: &[&str] = &[
    "type",
    "httpMethod",
    "uri",
    "credentials",
    "connectionType",
    "connectionId",
    "requestParameters",
    "requestTemplates",
    "passthroughBehavior",
    "contentHandling",
    "timeoutInMillis",
    "tlsConfig",
    "cacheNamespace",
    "responseTransferMode",
    "cacheKeyParameters",
    "responses",
];

pub(super) fn read<'a>(
    building: &mut Building<'a>,
    node: &'a Node,
    resource_id: &str,
) -> Result<Integration, Refusal<'a>> {
    let node = building.follow(node)?;
    building.report.unread_keys(node, KEYS, EXTENSION);
    let text = |key| {
        node.get(key)
            .and_then(Node::scalar)
            .filter(|text| !text.is_empty())
    };
    let map = |key| node.get(key).map(text_map).transpose().map(filled);
    let kind = kind(node)?;
    let integration = Integration {
        kind,
        http_method: text("httpMethod").map(|verb| verb.to_ascii_uppercase()),
        uri: text("uri"),
        credentials: text("credentials"),
        connection_type: closed(node, "connectionType")?.or_else(|| default_connection(kind)),
        connection_id: text("connectionId"),
        request_parameters: map("requestParameters")?,
        request_templates: map("requestTemplates")?,
        passthrough_behavior: closed(node, "passthroughBehavior")?
            .unwrap_or(PassthroughBehavior::WhenNoMatch),
        content_handling: closed(node, "contentHandling")?,
        timeout_millis: timeout(node)?,
        response_transfer_mode: closed(node, "responseTransferMode")?,
        cache_namespace: Some(text("cacheNamespace").unwrap_or_else(|| resource_id.to_owned())),
        cache_key_parameters: node
            .get("cacheKeyParameters")
            .map(texts)
            .transpose()?
            .unwrap_or_default(),
        insecure_skip_verification: node
            .get("tlsConfig")
            .and_then(|tls| tls.get("insecureSkipVerification")?.flag()),
        responses: responses(building, node)?,
    };
    rules::validate_integration(&integration).map_err(|reason| Refusal::new(node, reason))?;
    Ok(integration)
}

fn filled(map: Option<BTreeMap<String, String>>) -> Option<BTreeMap<String, String>> {
    map.filter(|map| !map.is_empty())
}

fn kind(node: &Node) -> Result<IntegrationKind, Refusal<'_>> {
    let kind = closed(node, "type")?;
    kind.ok_or_else(|| {
        Refusal::new(
            node,
            "Enumeration value for IntegrationType must be non-empty",
        )
    })
}

/// A name that AWS closed, in any case.
fn closed<'a, T: FromStr>(node: &'a Node, key: &str) -> Result<Option<T>, Refusal<'a>> {
    let Some(value) = node.get(key).filter(|value| !value.is_null()) else {
        return Ok(None);
    };
    let text = value.scalar().unwrap_or_default();
    match text.to_ascii_uppercase().parse() {
        Ok(name) => Ok(Some(name)),
        Err(_) => Err(Refusal::new(
            value,
            format!("Invalid {key} specified: {text}"),
        )),
    }
}

/// Imports fill in the connection type of HTTP integrations only (recording `test_import_swagger_api`).
fn default_connection(kind: IntegrationKind) -> Option<ConnectionType> {
    match kind {
        IntegrationKind::Http | IntegrationKind::HttpProxy => Some(ConnectionType::Internet),
        IntegrationKind::Aws | IntegrationKind::AwsProxy | IntegrationKind::Mock => None,
    }
}

fn timeout(node: &Node) -> Result<u32, Refusal<'_>> {
    let Some(value) = node.get("timeoutInMillis").filter(|value| !value.is_null()) else {
        return Ok(rules::DEFAULT_TIMEOUT_MILLIS);
    };
    let millis = value.scalar().and_then(|text| text.parse().ok());
    millis.ok_or_else(|| Refusal::new(value, rules::invalid_timeout()))
}

/// In the document by pattern, in the definition by status code.
fn responses<'a>(
    building: &mut Building<'a>,
    node: &'a Node,
) -> Result<BTreeMap<String, IntegrationResponse>, Refusal<'a>> {
    let mut found = BTreeMap::new();
    for entry in map_at(node, "responses")? {
        let selection_pattern = (entry.key != "default").then(|| entry.key.clone());
        let (status, mut response) = response(building, &entry.node)?;
        response.selection_pattern = selection_pattern;
        if found.insert(status.clone(), response).is_some() {
            let message = format!(
                "the integration response of status {status} stands twice, the last one counts"
            );
            building.report.note(&entry.node, message);
        }
    }
    Ok(found)
}

fn response<'a>(
    building: &mut Building<'a>,
    node: &'a Node,
) -> Result<(String, IntegrationResponse), Refusal<'a>> {
    let node = building.follow(node)?;
    let known = [
        "statusCode",
        "responseParameters",
        "responseTemplates",
        "contentHandling",
    ];
    building
        .report
        .unread_keys(node, &known, "x-amazon-apigateway-integration.responses");
    let status = node
        .get("statusCode")
        .and_then(Node::scalar)
        .unwrap_or_default();
    if !rules::is_status(&status) {
        return Err(Refusal::new(
            node,
            format!("Invalid status code specified: {status}"),
        ));
    }
    let map = |key| node.get(key).map(text_map).transpose().map(filled);
    let response = IntegrationResponse {
        selection_pattern: None,
        response_parameters: map("responseParameters")?,
        response_templates: map("responseTemplates")?,
        content_handling: closed(node, "contentHandling")?,
    };
    Ok((status, response))
}
