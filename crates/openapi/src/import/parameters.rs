//! The parameters of an operation, those of its path among them.

use std::collections::BTreeMap;

use super::report::Refusal;
use super::resources::Building;
use super::values::list;
use crate::rules;
use document::Node;

#[derive(Debug, Default)]
pub(super) struct Parameters<'a> {
    /// `method.request.{path|querystring|header}.NAME` -> required.
    pub(super) request: BTreeMap<String, bool>,
    /// The schema of Swagger's body parameter.
    pub(super) body: Option<&'a Node>,
}

/// The operation's parameters replace those of the path item with the same place and name.
pub(super) fn read<'a>(
    building: &mut Building<'a>,
    path: &str,
    path_item: &'a Node,
    operation: &'a Node,
) -> Result<Parameters<'a>, Refusal<'a>> {
    let mut parameters = Parameters::default();
    for holder in [path_item, operation] {
        for node in holder.get("parameters").map_or(Ok(&[][..]), list)? {
            take(building, &mut parameters, node)?;
        }
    }
    // AWS declares the variables of the path by itself (recording of `swagger-mock-cors.json`).
    for name in path.split('/').filter_map(rules::variable_of) {
        parameters
            .request
            .insert(format!("method.request.path.{name}"), true);
    }
    let refused = |reason| Refusal::new(operation, reason);
    rules::validate_request_parameters(&parameters.request).map_err(refused)?;
    Ok(parameters)
}

fn take<'a>(
    building: &mut Building<'a>,
    parameters: &mut Parameters<'a>,
    node: &'a Node,
) -> Result<(), Refusal<'a>> {
    let parameter = building.follow(node)?;
    let text = |key| {
        parameter
            .get(key)
            .and_then(Node::scalar)
            .unwrap_or_default()
    };
    let place = match text("in").as_str() {
        "path" => "path",
        "query" => "querystring",
        "header" => "header",
        "body" => {
            parameters.body = parameter.get("schema");
            return Ok(());
        }
        other => {
            let message = format!(
                "parameter '{}' in '{other}' is not supported and was left out",
                text("name")
            );
            building.report.note(parameter, message);
            return Ok(());
        }
    };
    let required = place == "path"
        || parameter
            .get("required")
            .and_then(Node::flag)
            .unwrap_or(false);
    parameters
        .request
        .insert(format!("method.request.{place}.{}", text("name")), required);
    Ok(())
}
