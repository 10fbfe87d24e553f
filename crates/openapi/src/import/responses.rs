//! The responses of an operation become method responses.

use std::collections::BTreeMap;

use model::MethodResponse;

use super::bodies;
use super::report::Refusal;
use super::resources::Building;
use super::values::map_at;
use crate::rules;
use document::Node;

pub(super) fn read<'a>(
    building: &mut Building<'a>,
    operation: &'a Node,
) -> Result<BTreeMap<String, MethodResponse>, Refusal<'a>> {
    let mut responses = BTreeMap::new();
    for entry in map_at(operation, "responses")? {
        if entry.key.starts_with("x-") {
            continue;
        }
        if !rules::is_status(&entry.key) {
            let message = format!(
                "the response '{}' has no single status code and was left out",
                entry.key
            );
            building.report.note(&entry.node, message);
            continue;
        }
        let response = read_response(building, operation, &entry.node)?;
        responses.insert(entry.key.clone(), response);
    }
    Ok(responses)
}

fn read_response<'a>(
    building: &mut Building<'a>,
    operation: &'a Node,
    node: &'a Node,
) -> Result<MethodResponse, Refusal<'a>> {
    let response = building.follow(node)?;
    let known = [
        "description",
        "schema",
        "headers",
        "examples",
        "content",
        "links",
    ];
    building.report.unread_keys(response, &known, "responses");
    let headers = map_at(response, "headers")?;
    let parameters: BTreeMap<String, bool> = headers
        .iter()
        .map(|entry| (format!("method.response.header.{}", entry.key), false))
        .collect();
    Ok(MethodResponse {
        response_parameters: (!parameters.is_empty()).then_some(parameters),
        response_models: bodies::response(building, operation, response)?,
    })
}
