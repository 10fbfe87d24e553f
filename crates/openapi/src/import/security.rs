//! Who may call a method: `security`, and `x-amazon-apigateway-auth`.
//!
//! A scheme that the document doesn't define is refused, never taken for an open door.

use model::{AuthorizationType, AuthorizerKind};

use super::authorizers::{Scheme, Schemes};
use super::report::Refusal;
use super::resources::Building;
use super::values::{list, map};
use document::{Entry, Node};

const EXTENSION: &str = "x-amazon-apigateway-auth";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Guard {
    pub(super) authorization: AuthorizationType,
    pub(super) authorizer_id: Option<String>,
    pub(super) scopes: Vec<String>,
    pub(super) api_key_required: bool,
}

impl Guard {
    const OPEN: Self = Self {
        authorization: AuthorizationType::None,
        authorizer_id: None,
        scopes: Vec::new(),
        api_key_required: false,
    };
}

/// `None` if AWS makes no method here.
pub(super) fn read<'a>(
    building: &mut Building<'a>,
    operation: &'a Node,
    schemes: &Schemes,
) -> Result<Option<Guard>, Refusal<'a>> {
    let mut guard = Guard::OPEN;
    let security = operation
        .get("security")
        .or_else(|| building.document.root.get("security"));
    for requirement in requirements(security)? {
        match schemes.get(&requirement.key) {
            Some(Scheme::Unconfigured) => return Ok(None),
            Some(scheme) => apply(building, &mut guard, scheme, requirement)?,
            // SAM opens a method with a scheme of this name that it doesn't define.
            None if requirement.key == "NONE" => {}
            None => {
                let reason = format!("Invalid security definition specified: {}", requirement.key);
                return Err(Refusal::new(&requirement.node, reason));
            }
        }
    }
    read_extension(operation, &mut guard)?;
    Ok(Some(guard))
}

fn requirements(security: Option<&Node>) -> Result<Vec<&Entry>, Refusal<'_>> {
    let mut found = Vec::new();
    for alternative in security.map_or(Ok(&[][..]), list)? {
        found.extend(map(alternative)?);
    }
    Ok(found)
}

fn apply<'a>(
    building: &mut Building<'a>,
    guard: &mut Guard,
    scheme: &Scheme,
    requirement: &'a Entry,
) -> Result<(), Refusal<'a>> {
    let authorization = match scheme {
        Scheme::ApiKey => {
            guard.api_key_required = true;
            return Ok(());
        }
        Scheme::Foreign | Scheme::Unconfigured => return Ok(()),
        Scheme::Iam => AuthorizationType::Iam,
        Scheme::Authorizer {
            kind: AuthorizerKind::Cognito,
            ..
        } => AuthorizationType::Cognito,
        Scheme::Authorizer { .. } => AuthorizationType::Custom,
    };
    if guard.authorization != AuthorizationType::None {
        return Err(Refusal::new(
            &requirement.node,
            "Only one authorizer can guard a method",
        ));
    }
    guard.authorization = authorization;
    if let Scheme::Authorizer { id, .. } = scheme {
        guard.authorizer_id = Some(id.clone());
    }
    take_scopes(building, guard, requirement);
    Ok(())
}

fn take_scopes(building: &mut Building<'_>, guard: &mut Guard, requirement: &Entry) {
    let scopes: Vec<String> = requirement
        .node
        .items()
        .iter()
        .filter_map(Node::scalar)
        .collect();
    match guard.authorization {
        AuthorizationType::Cognito => guard.scopes = scopes,
        AuthorizationType::None | AuthorizationType::Custom | AuthorizationType::Iam => {
            if !scopes.is_empty() {
                building.report.note(
                    &requirement.node,
                    "scopes count for Cognito user pools only and were left out",
                );
            }
        }
    }
}

fn read_extension<'a>(operation: &'a Node, guard: &mut Guard) -> Result<(), Refusal<'a>> {
    let Some(node) = operation.get(EXTENSION) else {
        return Ok(());
    };
    let kind = node
        .get("type")
        .and_then(Node::scalar)
        .unwrap_or_default()
        .to_ascii_uppercase();
    let authorization = match kind.as_str() {
        "NONE" => AuthorizationType::None,
        "AWS_IAM" => AuthorizationType::Iam,
        _ => {
            return Err(Refusal::new(
                node,
                "Invalid authorization type specified, must be NONE or AWS_IAM",
            ));
        }
    };
    // For a method to leave out the document's security is what the extension is for; its own is another matter.
    let own = operation.get("security").is_some() && guard.authorization != AuthorizationType::None;
    if own && guard.authorization != authorization {
        let reason = "Invalid authorization type specified, the method's security says otherwise";
        return Err(Refusal::new(node, reason));
    }
    let api_key_required = guard.api_key_required;
    *guard = Guard {
        authorization,
        api_key_required,
        ..Guard::OPEN
    };
    Ok(())
}
