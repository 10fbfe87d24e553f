//! What the document says about the API as a whole: its name, and the extensions at its root.

use std::collections::HashSet;

use model::{ApiKeySource, EndpointConfiguration, GatewayResponse, GatewayResponseType};

use super::report::Refusal;
use super::resources::Building;
use super::values::{map, text_map, texts};
use super::{Mode, validators};
use crate::rules;
use document::Node;

const ROOT_KEYS: &[&str] = &[
    "swagger",
    "openapi",
    "info",
    "host",
    "basePath",
    "schemes",
    "consumes",
    "produces",
    "paths",
    "definitions",
    "parameters",
    "responses",
    "securityDefinitions",
    "security",
    "tags",
    "servers",
    "components",
    "externalDocs",
    "x-amazon-apigateway-api-key-source",
    "x-amazon-apigateway-binary-media-types",
    "x-amazon-apigateway-documentation",
    "x-amazon-apigateway-endpoint-configuration",
    "x-amazon-apigateway-gateway-responses",
    "x-amazon-apigateway-importexport-version",
    "x-amazon-apigateway-integrations",
    "x-amazon-apigateway-minimum-compression-size",
    "x-amazon-apigateway-policy",
    "x-amazon-apigateway-request-validator",
    "x-amazon-apigateway-request-validators",
];

/// The `info` of the document.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) title: String,
    pub(super) description: Option<String>,
    pub(super) version: Option<String>,
}

pub(super) fn about(building: &mut Building<'_>) -> About {
    let root = building.document.root;
    let text = |key: &str| root.get("info")?.get(key)?.scalar();
    let title = text("title").unwrap_or_default();
    if title.is_empty() {
        building
            .report
            .unreadable(root.get("info").unwrap_or(root), "info.title is missing");
    }
    About {
        title,
        description: text("description").filter(|text| !text.is_empty()),
        version: text("version"),
    }
}

type Reader = for<'a> fn(&mut Building<'a>, &'a Node) -> Result<(), Refusal<'a>>;

/// Each setting at the root, and who reads it.
const SETTINGS: &[(&str, Reader)] = &[
    ("x-amazon-apigateway-api-key-source", api_key_source),
    ("x-amazon-apigateway-binary-media-types", binary_media_types),
    (
        "x-amazon-apigateway-endpoint-configuration",
        endpoint_configuration,
    ),
    ("x-amazon-apigateway-gateway-responses", gateway_responses),
    (
        "x-amazon-apigateway-minimum-compression-size",
        minimum_compression_size,
    ),
    ("x-amazon-apigateway-policy", policy),
    ("x-amazon-apigateway-request-validators", validators::read),
];

pub(super) fn read(building: &mut Building<'_>) {
    let root = building.document.root;
    building.report.unread_keys(root, ROOT_KEYS, "root");
    for (key, reader) in SETTINGS {
        if let Some(node) = root.get(key)
            && let Err(refusal) = reader(building, node)
        {
            building.report.problem(
                refusal.at,
                format!("Unable to import '{key}': {}", refusal.reason),
            );
        }
    }
    note_version(building);
    read_tags(building);
    endpoint_of_servers(building);
    note_lost_policy(building);
}

fn api_key_source<'a>(building: &mut Building<'a>, node: &'a Node) -> Result<(), Refusal<'a>> {
    let source = node
        .scalar()
        .and_then(|text| text.to_ascii_uppercase().parse::<ApiKeySource>().ok());
    let source = source.ok_or_else(|| {
        Refusal::new(node, "Invalid API key source, must be HEADER or AUTHORIZER")
    })?;
    building.definition.api_key_source = Some(source);
    Ok(())
}

/// A merge adds to the types that are there (recording `test_put_rest_api_mode_binary_media_types`).
fn binary_media_types<'a>(building: &mut Building<'a>, node: &'a Node) -> Result<(), Refusal<'a>> {
    let types = &mut building.definition.binary_media_types;
    let mut known: HashSet<String> = types.iter().cloned().collect();
    types.extend(
        texts(node)?
            .into_iter()
            .filter(|name| known.insert(name.clone())),
    );
    Ok(())
}

fn minimum_compression_size<'a>(
    building: &mut Building<'a>,
    node: &'a Node,
) -> Result<(), Refusal<'a>> {
    let size = node.scalar().and_then(|text| text.parse::<i64>().ok());
    let size = size.ok_or_else(|| Refusal::new(node, rules::INVALID_COMPRESSION_SIZE))?;
    let size =
        rules::validate_compression_size(size).map_err(|reason| Refusal::new(node, reason))?;
    building.definition.minimum_compression_size = Some(size);
    Ok(())
}

fn policy<'a>(building: &mut Building<'a>, node: &'a Node) -> Result<(), Refusal<'a>> {
    let policy = match node.text() {
        Some(text) => text.to_owned(),
        None if node.is_map() => node.to_json().to_string(),
        None => return Err(Refusal::new(node, "Invalid policy document")),
    };
    building.definition.policy = Some(policy);
    Ok(())
}

fn note_lost_policy(building: &mut Building<'_>) {
    let Some((existing, Mode::Overwrite)) = building.options.existing else {
        return;
    };
    if existing.policy.is_some() && building.definition.policy.is_none() {
        building.report.note(
            building.document.root,
            "overwriting removed the API's resource policy, as the document has none",
        );
    }
}

fn endpoint_configuration<'a>(
    building: &mut Building<'a>,
    node: &'a Node,
) -> Result<(), Refusal<'a>> {
    let known = [
        "disableExecuteApiEndpoint",
        "vpcEndpointIds",
        "types",
        "ipAddressType",
    ];
    building
        .report
        .unread_keys(node, &known, "x-amazon-apigateway-endpoint-configuration");
    if let Some(disabled) = node.get("disableExecuteApiEndpoint") {
        let flag = disabled
            .flag()
            .ok_or_else(|| Refusal::new(disabled, "disableExecuteApiEndpoint is true or false"))?;
        building.disable_execute_api_endpoint = Some(flag);
    }
    let list = |key| node.get(key).map(texts).transpose();
    let endpoint = EndpointConfiguration {
        types: list("types")?.unwrap_or_default(),
        vpc_endpoint_ids: list("vpcEndpointIds")?.unwrap_or_default(),
        ip_address_type: node.get("ipAddressType").and_then(Node::scalar),
    };
    let named = ["types", "vpcEndpointIds", "ipAddressType"]
        .iter()
        .any(|key| node.get(key).is_some());
    if named {
        building.endpoint = Some(endpoint);
    }
    Ok(())
}

/// OpenAPI 3.0 has the endpoint configuration beside the URL of its server.
fn endpoint_of_servers(building: &mut Building<'_>) {
    let servers = building
        .document
        .root
        .get("servers")
        .map(Node::items)
        .unwrap_or_default();
    for server in servers {
        if let Some(node) = server.get("x-amazon-apigateway-endpoint-configuration")
            && let Err(refusal) = endpoint_configuration(building, node)
        {
            building.report.problem(
                refusal.at,
                format!("Unable to import 'servers': {}", refusal.reason),
            );
        }
    }
}

fn gateway_responses<'a>(building: &mut Building<'a>, node: &'a Node) -> Result<(), Refusal<'a>> {
    for entry in map(node)? {
        let kind = entry.key.parse::<GatewayResponseType>();
        let kind = kind.map_err(|_| {
            Refusal::new(
                &entry.node,
                format!("Invalid gateway response type: {}", entry.key),
            )
        })?;
        let response = gateway_response(building, &entry.node)?;
        building.definition.gateway_responses.insert(kind, response);
    }
    Ok(())
}

fn gateway_response<'a>(
    building: &mut Building<'a>,
    node: &'a Node,
) -> Result<GatewayResponse, Refusal<'a>> {
    let known = ["statusCode", "responseParameters", "responseTemplates"];
    building
        .report
        .unread_keys(node, &known, "x-amazon-apigateway-gateway-responses");
    let status_code = node.get("statusCode").and_then(Node::scalar);
    if let Some(status) = &status_code
        && !rules::is_status(status)
    {
        return Err(Refusal::new(
            node,
            format!("Invalid status code specified: {status}"),
        ));
    }
    let texts = |key| node.get(key).map(text_map).transpose();
    Ok(GatewayResponse {
        status_code,
        response_parameters: texts("responseParameters")?.unwrap_or_default(),
        response_templates: texts("responseTemplates")?.unwrap_or_default(),
    })
}

fn note_version(building: &mut Building<'_>) {
    let root = building.document.root;
    if let Some(node) = root.get("x-amazon-apigateway-importexport-version")
        && node.scalar().as_deref() != Some("1.0")
    {
        let message = "x-amazon-apigateway-importexport-version other than 1.0 is read as 1.0";
        building.report.note(node, message);
    }
}

fn read_tags(building: &mut Building<'_>) {
    let tags = building.document.root.get("tags").map(Node::items);
    for tag in tags.unwrap_or_default() {
        let name = tag.get("name").and_then(Node::scalar);
        let value = tag
            .get("x-amazon-apigateway-tag-value")
            .and_then(Node::scalar);
        if let (Some(name), Some(value)) = (name, value) {
            building.tags.insert(name, value);
        }
    }
}
