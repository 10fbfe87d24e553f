//! Security schemes become authorizers, IAM authorization, API keys, or nothing that a REST API knows.

use std::collections::BTreeMap;

use model::{Authorizer, AuthorizerKind};

use super::report::Refusal;
use super::resources::Building;
use super::{IdKind, values};
use crate::rules;
use document::Node;

const EXTENSION: &str = "x-amazon-apigateway-authorizer";
const AUTH_TYPE: &str = "x-amazon-apigateway-authtype";

/// What a security scheme means for a method that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scheme {
    Authorizer {
        id: String,
        kind: AuthorizerKind,
    },
    Iam,
    ApiKey,
    /// A configured authorizer without its configuration: AWS makes no method that names it.
    Unconfigured,
    /// A scheme without a word for API Gateway, which AWS doesn't apply.
    Foreign,
}

pub(super) type Schemes = BTreeMap<String, Scheme>;

pub(super) fn read(building: &mut Building<'_>) -> Schemes {
    let mut schemes = Schemes::new();
    let Some(nodes) = building.document.security_schemes() else {
        return schemes;
    };
    if !nodes.is_map() {
        building
            .report
            .unreadable(nodes, "the security schemes are not a map");
    }
    for entry in nodes.entries() {
        match read_scheme(building, &entry.key, &entry.node) {
            Ok(scheme) => {
                schemes.insert(entry.key.clone(), scheme);
            }
            Err(refusal) => {
                let name = &entry.key;
                let message = format!(
                    "Unable to create authorizer from security definition: '{name}'. {}",
                    refusal.reason
                );
                building.report.problem(refusal.at, message);
                schemes.insert(name.clone(), Scheme::Unconfigured);
            }
        }
    }
    schemes
}

fn read_scheme<'a>(
    building: &mut Building<'a>,
    name: &str,
    node: &'a Node,
) -> Result<Scheme, Refusal<'a>> {
    let scheme = building.follow(node)?;
    let text = |key| scheme.get(key).and_then(Node::scalar);
    if let Some(extension) = scheme.get(EXTENSION) {
        let extension = building.follow(extension)?;
        return read_authorizer(building, name, scheme, extension);
    }
    match text(AUTH_TYPE) {
        Some(auth_type) if auth_type.eq_ignore_ascii_case("awsSigv4") => Ok(Scheme::Iam),
        Some(_) => {
            building.report.aws_warning(scheme, unconfigured(name));
            Ok(Scheme::Unconfigured)
        }
        None if text("name").is_some_and(|name| name.eq_ignore_ascii_case("x-api-key")) => {
            Ok(Scheme::ApiKey)
        }
        None => {
            let message = format!(
                "the security scheme '{name}' has no meaning for API Gateway and guards nothing"
            );
            building.report.note(scheme, message);
            Ok(Scheme::Foreign)
        }
    }
}

/// As AWS says it.
fn unconfigured(name: &str) -> String {
    format!(
        "Unable to create authorizer from security definition: '{name}'. Extension {EXTENSION} is required. Any methods \
         with security: '{name}' will not be created. If this security definition is not a configured authorizer, remove \
         the {AUTH_TYPE} extension and it will be ignored."
    )
}

fn read_authorizer<'a>(
    building: &mut Building<'a>,
    name: &str,
    scheme: &'a Node,
    extension: &'a Node,
) -> Result<Scheme, Refusal<'a>> {
    note_unread(building, extension);
    let text = |key| {
        extension
            .get(key)
            .and_then(Node::scalar)
            .filter(|text| !text.is_empty())
    };
    let kind = kind(extension)?;
    let authorizer = Authorizer {
        id: authorizer_id(building, name),
        name: name.to_owned(),
        kind,
        uri: text("authorizerUri"),
        credentials: text("authorizerCredentials"),
        identity_source: text("identitySource").or_else(|| default_source(kind, scheme)),
        identity_validation_expression: text("identityValidationExpression"),
        ttl_seconds: ttl(extension)?,
        auth_type: scheme.get(AUTH_TYPE).and_then(Node::scalar),
        provider_arns: extension
            .get("providerARNs")
            .map(values::texts)
            .transpose()?
            .unwrap_or_default(),
    };
    rules::validate_authorizer(&authorizer).map_err(|reason| Refusal::new(extension, reason))?;
    let id = authorizer.id.clone();
    building
        .definition
        .authorizers
        .insert(id.clone(), authorizer);
    Ok(Scheme::Authorizer { id, kind })
}

fn note_unread(building: &mut Building<'_>, extension: &Node) {
    let known = [
        "type",
        "authorizerUri",
        "authorizerCredentials",
        "identitySource",
        "identityValidationExpression",
        "authorizerResultTtlInSeconds",
        "providerARNs",
    ];
    building.report.unread_keys(extension, &known, EXTENSION);
}

fn kind(extension: &Node) -> Result<AuthorizerKind, Refusal<'_>> {
    let node = extension.get("type").unwrap_or(extension);
    let kind = node
        .scalar()
        .and_then(|text| text.to_ascii_uppercase().parse().ok());
    kind.ok_or_else(|| {
        Refusal::new(
            node,
            "Invalid authorizer type, must be token, request or cognito_user_pools",
        )
    })
}

fn ttl(extension: &Node) -> Result<Option<u32>, Refusal<'_>> {
    let Some(node) = extension
        .get("authorizerResultTtlInSeconds")
        .filter(|node| !node.is_null())
    else {
        return Ok(None);
    };
    let seconds = node.scalar().and_then(|text| text.parse().ok());
    seconds
        .map(Some)
        .ok_or_else(|| Refusal::new(node, rules::INVALID_AUTHORIZER_TTL))
}

/// The header that the scheme names (recordings `test_import_swagger_api`, `test_import_with_cognito_auth_identity_source`).
fn default_source(kind: AuthorizerKind, scheme: &Node) -> Option<String> {
    let in_header = scheme
        .get("in")
        .and_then(Node::text)
        .is_none_or(|place| place == "header");
    match kind {
        AuthorizerKind::Token | AuthorizerKind::Cognito if in_header => {
            let name = scheme
                .get("name")
                .and_then(Node::scalar)
                .filter(|name| !name.is_empty())?;
            Some(format!("method.request.header.{name}"))
        }
        AuthorizerKind::Token | AuthorizerKind::Cognito | AuthorizerKind::Request => None,
    }
}

/// A grant names an authorizer by its id: an authorizer that keeps its name keeps its id.
fn authorizer_id(building: &mut Building<'_>, name: &str) -> String {
    match building.earlier.authorizers.get(name) {
        Some(id) => id.clone(),
        None => building.new_id(IdKind::Authorizer),
    }
}
