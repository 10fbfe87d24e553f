//! Request validators, and which of them an operation names.

use model::RequestValidator;

use super::report::Refusal;
use super::resources::Building;
use super::values::map;
use super::{IdKind, Mode};
use document::Node;

pub(super) fn read<'a>(building: &mut Building<'a>, node: &'a Node) -> Result<(), Refusal<'a>> {
    for entry in map(node)? {
        let known = ["validateRequestBody", "validateRequestParameters"];
        building.report.unread_keys(
            &entry.node,
            &known,
            "x-amazon-apigateway-request-validators",
        );
        let flag = |key| entry.node.get(key).and_then(Node::flag).unwrap_or(false);
        let id = validator_id(building, &entry.key);
        let validator = RequestValidator {
            id: id.clone(),
            name: entry.key.clone(),
            validate_body: flag("validateRequestBody"),
            validate_parameters: flag("validateRequestParameters"),
        };
        building.definition.request_validators.insert(id, validator);
    }
    Ok(())
}

fn validator_id(building: &mut Building<'_>, name: &str) -> String {
    let id = match building.earlier.validators.get(name) {
        Some(id) => id.clone(),
        None => building.new_id(IdKind::RequestValidator),
    };
    building.validators.insert(name.to_owned(), id.clone());
    id
}

/// The request validator of an operation, or of the whole document.
pub(super) fn of_operation<'a>(
    building: &Building<'a>,
    operation: &'a Node,
) -> Result<Option<String>, Refusal<'a>> {
    let key = "x-amazon-apigateway-request-validator";
    let Some(node) = operation
        .get(key)
        .or_else(|| building.document.root.get(key))
    else {
        return Ok(None);
    };
    let name = node.scalar().unwrap_or_default();
    let merged = matches!(building.options.existing, Some((_, Mode::Merge)));
    let earlier = building.earlier.validators.get(&name).filter(|_| merged);
    match building.validators.get(&name).or(earlier) {
        Some(id) => Ok(Some(id.clone())),
        None => Err(Refusal::new(
            node,
            "Invalid Request Validator identifier specified",
        )),
    }
}
