//! Models: JSON schemas of bodies, by name.

mod create;
mod delete;
mod get;
mod list;
mod schema;
mod template;
mod update;

use serde_json::Value;

use super::failures::bad_request;
use crate::refused::Refused;

/// AWS says so of an empty schema (recorded by `test_update_model`).
const EMPTY_SCHEMA: &str = "Model schema must have at least 1 property or array items defined";

fn shown(model: &model::Model) -> wire::apigateway::Model {
    wire::apigateway::Model {
        id: Some(model.id.clone()),
        name: Some(model.name.clone()),
        description: model.description.clone(),
        schema: model.schema.clone(),
        content_type: Some(model.content_type.clone()),
    }
}

/// Whether it can be applied to a body is found out when the API is deployed.
fn check_schema(schema: &str, content_type: &str) -> Result<(), Refused> {
    if schema.trim().is_empty() {
        return Err(bad_request(EMPTY_SCHEMA));
    }
    let is_json = content_type == "application/json" || content_type.ends_with("+json");
    if !is_json {
        return Ok(());
    }
    let read = serde_json::from_str::<Value>(schema).map_err(|_| schema::Fault::Invalid);
    let checked = read.and_then(|schema| schema::check(&schema));
    checked.map_err(|fault| {
        let told = fault.told();
        bad_request(format!(
            "Invalid model specified: Validation Result: warnings : [], errors : [{told}]"
        ))
    })
}
