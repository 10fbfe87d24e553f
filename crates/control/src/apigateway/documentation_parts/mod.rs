//! Documentation parts: prose about an API or a part of it, as a JSON object.
//!
//! Nothing here changes what an API does; a version freezes the parts, and a stage's export shows
//! the version that the stage names.

mod create;
mod delete;
mod get;
mod import;
mod list;
mod update;

use std::collections::BTreeMap;

use model::{DocumentationLocation, DocumentationPart, Invalid};
use serde_json::Value;
use wire::apigateway::DocumentationPartLocation;

use super::failures::bad_request;
use super::ids;
use crate::refused::Refused;

pub(super) use import::take;

fn shown(part: &DocumentationPart) -> wire::apigateway::DocumentationPart {
    wire::apigateway::DocumentationPart {
        id: Some(part.id.clone()),
        location: Some(shown_location(&part.location)),
        properties: Some(part.properties.clone()),
    }
}

fn shown_location(location: &DocumentationLocation) -> DocumentationPartLocation {
    DocumentationPartLocation {
        type_: location.kind.to_string(),
        path: location.path.clone(),
        method: location.method.clone(),
        status_code: location.status_code.clone(),
        name: location.name.clone(),
    }
}

/// Which members a type can have: API Gateway API reference, `DocumentationPartLocation`. No
/// recording shows how AWS words a refusal.
fn read_location(given: &DocumentationPartLocation) -> Result<DocumentationLocation, Refused> {
    let kind: model::DocumentationPartType = given
        .type_
        .parse()
        .map_err(|invalid: Invalid| bad_request(invalid.to_string()))?;
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let location = DocumentationLocation {
        kind,
        path: filled(&given.path),
        method: filled(&given.method),
        status_code: filled(&given.status_code),
        name: filled(&given.name),
    };
    for (given, allowed, member) in [
        (&location.path, kind.has_path(), "path"),
        (&location.method, kind.has_method(), "method"),
        (&location.status_code, kind.has_status_code(), "statusCode"),
        (&location.name, kind.may_have_name(), "name"),
    ] {
        if given.is_some() && !allowed {
            return Err(bad_request(format!(
                "Invalid documentation part location: {member} is not allowed for type {kind}"
            )));
        }
    }
    if kind.needs_name() && location.name.is_none() {
        return Err(bad_request(format!(
            "Invalid documentation part location: name is required for type {kind}"
        )));
    }
    Ok(location)
}

/// "The content map … must be a valid JSON object" (API Gateway API reference,
/// `DocumentationPart`).
fn check_properties(text: &str) -> Result<(), Refused> {
    if text.trim().is_empty() {
        return Err(bad_request(
            "Documentation part properties must be non-empty",
        ));
    }
    match serde_json::from_str(text) {
        Ok(Value::Object(_)) => Ok(()),
        _ => Err(bad_request(
            "Invalid documentation part properties: must be a valid JSON object",
        )),
    }
}

/// `type 'METHOD', path '/pets'`, as AWS names a location that is taken (API Gateway developer
/// guide, "Document an API using the API Gateway REST API").
fn named(location: &DocumentationLocation) -> String {
    let members = [
        ("path", &location.path),
        ("method", &location.method),
        ("statusCode", &location.status_code),
        ("name", &location.name),
    ];
    let given = members
        .iter()
        .filter_map(|(member, value)| Some(format!(", {member} '{}'", value.as_deref()?)));
    format!("type '{}'{}", location.kind, given.collect::<String>())
}

fn new(location: DocumentationLocation, properties: String) -> DocumentationPart {
    DocumentationPart {
        id: ids::own(ids::SHORT),
        location,
        properties,
    }
}

/// The same as a document says it.
pub(super) fn told(part: &DocumentationPart) -> openapi::DocumentationPart {
    let location = shown_location(&part.location);
    let members = [
        ("type", Some(location.type_)),
        ("path", location.path),
        ("method", location.method),
        ("statusCode", location.status_code),
        ("name", location.name),
    ];
    let members = members
        .into_iter()
        .filter_map(|(member, value)| Some((member.to_owned(), value?)));
    let properties = serde_json::from_str(&part.properties);
    openapi::DocumentationPart {
        location: members.collect::<BTreeMap<_, _>>(),
        properties: properties.unwrap_or_else(|_| Value::String(part.properties.clone())),
    }
}
