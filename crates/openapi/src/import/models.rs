//! Schemas become models: `definitions`, `components.schemas`, and the schemas that stand in a body.

use model::Model;
use serde_json::Value as Json;

use super::IdKind;
use super::report::Refusal;
use super::resources::Building;
use crate::write;
use document::{Node, Value};

const JSON: &str = "application/json";
/// AWS names the models that it makes for nameless schemas so, with something random behind it.
pub(super) const NAMELESS: &str = "MODEL";

/// The longest name of a model or a media type, in bytes: each can stand in every method.
pub(super) const MAX_NAME: usize = 256;

/// Where one model names another, in the form that AWS stores.
pub(crate) fn model_url(api_id: &str, name: &str) -> String {
    format!("{MODEL_HOST}{api_id}/models/{name}")
}

const MODEL_HOST: &str = "https://apigateway.amazonaws.com/restapis/";

/// The name in a reference from model to model.
pub(crate) fn model_name(reference: &str) -> Option<&str> {
    let (_, name) = reference.strip_prefix(MODEL_HOST)?.split_once("/models/")?;
    (!name.is_empty() && !name.contains('/')).then_some(name)
}

pub(super) fn read(building: &mut Building<'_>) {
    let Some(schemas) = building.document.schemas() else {
        return;
    };
    if !schemas.is_map() {
        return building
            .report
            .unreadable(schemas, "the schemas are not a map");
    }
    for entry in schemas.entries() {
        if let Err(refusal) = read_model(building, &entry.key, &entry.node) {
            let message = format!(
                "Unable to create model for '{}': {}",
                entry.key, refusal.reason
            );
            building.report.problem(refusal.at, message);
        }
    }
}

fn read_model<'a>(
    building: &mut Building<'a>,
    raw_name: &str,
    node: &'a Node,
) -> Result<(), Refusal<'a>> {
    let name = clean(raw_name);
    if name.is_empty() || name.len() > MAX_NAME {
        return Err(Refusal::new(
            node,
            format!("Model name must be alphanumeric: {raw_name}"),
        ));
    }
    if name != raw_name {
        building.report.note(
            node,
            format!("the model '{raw_name}' is named '{name}', as names are alphanumeric"),
        );
        if building
            .document
            .schemas()
            .is_some_and(|schemas| schemas.get(&name).is_some())
        {
            return Err(Refusal::new(
                node,
                format!("Model name already exists for this REST API: {name}"),
            ));
        }
    }
    let schema = schema_text(building, node)?;
    put(
        building,
        name,
        schema,
        node.get("description").and_then(Node::scalar),
    );
    Ok(())
}

/// The name of the model for the schema of a body: the one that it references, or one made for it.
pub(super) fn of_body<'a>(
    building: &mut Building<'a>,
    schema: &'a Node,
) -> Result<Option<String>, Refusal<'a>> {
    if schema.entries().is_empty() {
        return Ok(None);
    }
    if let Some(reference) = schema.get("$ref").and_then(Node::text) {
        return referenced(building, schema, reference).map(Some);
    }
    let text = schema_text(building, schema)?;
    if let Some(name) = nameless(building, &text) {
        return Ok(Some(name));
    }
    let id = building.new_id(IdKind::Model);
    let name = clean(&format!("{NAMELESS}{id}"));
    building.nameless_models.insert(text.clone(), name.clone());
    put(building, name.clone(), text, None);
    Ok(Some(name))
}

/// A nameless model that this import made before, or that an earlier one did.
fn nameless(building: &mut Building<'_>, schema: &str) -> Option<String> {
    if let Some(name) = building.nameless_models.get(schema) {
        return Some(name.clone());
    }
    let name = building.earlier.nameless_models.get(schema)?.clone();
    building
        .nameless_models
        .insert(schema.to_owned(), name.clone());
    put(building, name.clone(), schema.to_owned(), None);
    Some(name)
}

fn put(building: &mut Building<'_>, name: String, schema: String, description: Option<String>) {
    let id = match building.earlier.models.get(&name) {
        Some(id) => id.clone(),
        None => building.new_id(IdKind::Model),
    };
    let model = Model {
        id,
        name: name.clone(),
        description,
        schema: Some(schema),
        content_type: JSON.to_owned(),
    };
    building.definition.models.insert(name, model);
}

fn schema_text<'a>(building: &Building<'a>, node: &'a Node) -> Result<String, Refusal<'a>> {
    Ok(write::json(&schema_json(building, node)?))
}

/// The schema as AWS stores it: references lead to models, and `required` is sorted (recordings
/// `test_import_swagger_api`, `test_import_with_circular_models`).
fn schema_json<'a>(building: &Building<'a>, node: &'a Node) -> Result<Json, Refusal<'a>> {
    match &node.value {
        Value::Map(_) => {
            let member =
                |entry: &'a document::Entry| Ok((entry.key.clone(), member_json(building, entry)?));
            Ok(Json::Object(
                node.entries()
                    .iter()
                    .map(member)
                    .collect::<Result<_, Refusal<'a>>>()?,
            ))
        }
        Value::List(items) => {
            let items: Result<_, Refusal<'a>> = items
                .iter()
                .map(|item| schema_json(building, item))
                .collect();
            Ok(Json::Array(items?))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => Ok(node.to_json()),
    }
}

fn member_json<'a>(
    building: &Building<'a>,
    entry: &'a document::Entry,
) -> Result<Json, Refusal<'a>> {
    match (entry.key.as_str(), &entry.node.value) {
        ("$ref", Value::Text(reference)) => {
            let name = referenced(building, &entry.node, reference)?;
            Ok(Json::String(model_url(building.options.api_id, &name)))
        }
        ("required", Value::List(items)) if items.iter().all(|item| item.text().is_some()) => {
            let mut names: Vec<&str> = items.iter().filter_map(Node::text).collect();
            names.sort_unstable();
            Ok(Json::from(names))
        }
        _ => schema_json(building, &entry.node),
    }
}

fn referenced<'a>(
    building: &Building<'a>,
    at: &'a Node,
    reference: &str,
) -> Result<String, Refusal<'a>> {
    if let Some(name) = building.document.schema_name(reference) {
        let known = building
            .document
            .schemas()
            .is_some_and(|schemas| schemas.get(&name).is_some());
        return exists(known, clean(&name), at);
    }
    let Some(name) = model_name(reference) else {
        return Err(Refusal::new(
            at,
            format!("Invalid model reference specified: {reference}"),
        ));
    };
    let here = building
        .document
        .schemas()
        .is_some_and(|schemas| schemas.get(name).is_some());
    exists(
        here || building.definition.models.contains_key(name),
        name.to_owned(),
        at,
    )
}

fn exists(known: bool, name: String, at: &Node) -> Result<String, Refusal<'_>> {
    if known {
        return Ok(name);
    }
    Err(Refusal::new(
        at,
        format!("Invalid model name specified: {name}"),
    ))
}

/// Model names are alphanumeric.
fn clean(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect()
}
