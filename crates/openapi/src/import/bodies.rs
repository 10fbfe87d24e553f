//! The bodies of requests and responses: a model for each media type.

use std::collections::BTreeMap;

use super::document::Dialect;
use super::report::Refusal;
use super::resources::Building;
use super::{models, values};
use document::Node;

/// Media type -> model name.
pub(super) type Models = Option<BTreeMap<String, String>>;

/// The models of a request; `body` is the schema of Swagger's body parameter.
pub(super) fn request<'a>(
    building: &mut Building<'a>,
    operation: &'a Node,
    body: Option<&'a Node>,
) -> Result<Models, Refusal<'a>> {
    match building.document.dialect {
        Dialect::Swagger => match body {
            Some(schema) => of_schema(building, schema, operation, "consumes"),
            None => Ok(None),
        },
        Dialect::Oas30 => match operation.get("requestBody") {
            Some(node) => {
                let body = building.follow(node)?;
                of_content(building, body)
            }
            None => Ok(None),
        },
    }
}

pub(super) fn response<'a>(
    building: &mut Building<'a>,
    operation: &'a Node,
    response: &'a Node,
) -> Result<Models, Refusal<'a>> {
    match building.document.dialect {
        Dialect::Swagger => match response.get("schema") {
            Some(schema) => of_schema(building, schema, operation, "produces"),
            None => Ok(None),
        },
        Dialect::Oas30 => of_content(building, response),
    }
}

fn of_schema<'a>(
    building: &mut Building<'a>,
    schema: &'a Node,
    operation: &'a Node,
    types: &str,
) -> Result<Models, Refusal<'a>> {
    let Some(name) = models::of_body(building, schema)? else {
        return Ok(None);
    };
    let types = values::media_types(building, operation, types)?;
    Ok(Some(
        types
            .into_iter()
            .map(|media_type| (media_type, name.clone()))
            .collect(),
    ))
}

fn of_content<'a>(building: &mut Building<'a>, holder: &'a Node) -> Result<Models, Refusal<'a>> {
    let mut found = BTreeMap::new();
    for entry in values::map_at(holder, "content")? {
        if let Some(schema) = entry.node.get("schema")
            && let Some(name) = models::of_body(building, schema)?
        {
            found.insert(entry.key.clone(), name);
        }
    }
    Ok((!found.is_empty()).then_some(found))
}
