//! Paths and their operations become resources and their methods.

use model::{Method, MethodVerb};

use super::authorizers::Schemes;
use super::report::Refusal;
use super::resources::Building;
use super::values::map;
use super::{bodies, integration, parameters, responses, security, validators};
use crate::rules;
use document::Node;

const OPERATION_KEYS: &[&str] = &[
    "tags",
    "summary",
    "description",
    "externalDocs",
    "operationId",
    "consumes",
    "produces",
    "parameters",
    "requestBody",
    "responses",
    "schemes",
    "deprecated",
    "security",
    "x-amazon-apigateway-auth",
    "x-amazon-apigateway-integration",
    "x-amazon-apigateway-request-validator",
];

const PATH_KEYS: &[&str] = &["parameters", "summary", "description", "$ref"];

/// An operation, and where it stands.
struct Place<'a, 'p> {
    /// With the base path before it.
    path: &'p str,
    resource_id: &'p str,
    verb: MethodVerb,
    path_item: &'a Node,
    operation: &'a Node,
}

pub(super) fn read_all(building: &mut Building<'_>, schemes: &Schemes) {
    let Some(paths) = building.document.root.get("paths") else {
        return;
    };
    if !paths.is_map() {
        return building.report.unreadable(paths, "the paths are not a map");
    }
    let paths = paths.entries();
    for entry in paths.iter().filter(|entry| !entry.key.starts_with("x-")) {
        if !building.has_room() {
            break;
        }
        read_path(building, schemes, &entry.key, &entry.node);
    }
    note_prose(building);
}

fn read_path<'a>(building: &mut Building<'a>, schemes: &Schemes, path: &str, node: &'a Node) {
    match place_of(building, path, node) {
        Ok((full, resource_id, path_item)) => {
            read_item(building, schemes, (&full, &resource_id), path_item);
        }
        Err((full, refusal)) => {
            let message = format!(
                "Unable to create resource at path '{full}': {}",
                refusal.reason
            );
            building.report.problem(refusal.at, message);
        }
    }
}

/// The full path, the resource and the item of a path; if there is none, what to call it and why.
fn place_of<'a>(
    building: &mut Building<'a>,
    path: &str,
    node: &'a Node,
) -> Result<(String, String, &'a Node), (String, Refusal<'a>)> {
    let Some(full) = building.full_path(path) else {
        let begin = path.chars().take(100).collect();
        return Err((begin, Refusal::new(node, "the path is longer than any URL")));
    };
    if !path.starts_with('/') {
        return Err((
            path.to_owned(),
            Refusal::new(node, "a path begins with a slash"),
        ));
    }
    let found = building.follow(node).and_then(|path_item| {
        map(path_item)?;
        let id = building
            .resource_at(&full)
            .map_err(|reason| Refusal::new(node, reason))?;
        Ok((id, path_item))
    });
    match found {
        Ok((id, path_item)) => Ok((full, id, path_item)),
        Err(refusal) => Err((full, refusal)),
    }
}

fn read_item<'a>(
    building: &mut Building<'a>,
    schemes: &Schemes,
    (path, resource_id): (&str, &str),
    path_item: &'a Node,
) {
    for entry in path_item.entries() {
        let Some(verb) = verb_of(&entry.key) else {
            note_unread(building, path, &entry.key, &entry.node);
            continue;
        };
        let operation = &entry.node;
        let place = Place {
            path,
            resource_id,
            verb,
            path_item,
            operation,
        };
        read_operation(building, schemes, &place);
    }
}

fn verb_of(key: &str) -> Option<MethodVerb> {
    match key {
        "x-amazon-apigateway-any-method" => Some(MethodVerb::Any),
        _ if key.bytes().all(|b| b.is_ascii_lowercase()) => key
            .to_ascii_uppercase()
            .parse()
            .ok()
            .filter(|verb| *verb != MethodVerb::Any),
        _ => None,
    }
}

fn note_unread(building: &mut Building<'_>, path: &str, key: &str, node: &Node) {
    let foreign = key.starts_with("x-") && !key.starts_with("x-amazon-apigateway-");
    if !foreign && !PATH_KEYS.contains(&key) {
        building.report.note(
            node,
            format!("attribute paths.'{path}'.{key} is not supported and was left out"),
        );
    }
}

fn read_operation<'a>(building: &mut Building<'a>, schemes: &Schemes, place: &Place<'a, '_>) {
    let (path, verb) = (place.path, place.verb);
    building.report.unread_keys(
        place.operation,
        OPERATION_KEYS,
        &format!("paths.'{path}'({verb})"),
    );
    let mut method = match read_method(building, schemes, place) {
        Ok(Some(method)) => method,
        Ok(None) => return,
        Err(refusal) => {
            let message = format!(
                "Unable to put method '{verb}' on resource at path '{path}': {}",
                refusal.reason
            );
            return building.report.problem(refusal.at, message);
        }
    };
    if let Err(refusal) = put_integration(building, &mut method, place) {
        let message = format!(
            "Unable to put integration on '{verb}' for resource at path '{path}': {}",
            refusal.reason
        );
        return building.report.problem(refusal.at, message);
    }
    put_method(building, method, place);
}

fn read_method<'a>(
    building: &mut Building<'a>,
    schemes: &Schemes,
    place: &Place<'a, '_>,
) -> Result<Option<Method>, Refusal<'a>> {
    let operation = place.operation;
    map(operation)?;
    let Some(guard) = security::read(building, operation, schemes)? else {
        return Ok(None);
    };
    let parameters = parameters::read(building, place.path, place.path_item, operation)?;
    Ok(Some(Method {
        authorization_type: guard.authorization,
        authorizer_id: guard.authorizer_id,
        authorization_scopes: guard.scopes,
        api_key_required: guard.api_key_required,
        operation_name: operation.get("operationId").and_then(Node::scalar),
        request_models: bodies::request(building, operation, parameters.body)?,
        request_parameters: (!parameters.request.is_empty()).then_some(parameters.request),
        request_validator_id: validators::of_operation(building, operation)?,
        responses: responses::read(building, operation)?,
        integration: None,
    }))
}

fn put_integration<'a>(
    building: &mut Building<'a>,
    method: &mut Method,
    place: &Place<'a, '_>,
) -> Result<(), Refusal<'a>> {
    let Some(node) = place.operation.get(integration::EXTENSION) else {
        let (path, verb) = (place.path, place.verb);
        building.report.note(place.operation, format!("the method '{verb}' at '{path}' has no integration, so that no deployment can hold it"));
        return Ok(());
    };
    method.integration = Some(integration::read(building, node, place.resource_id)?);
    rules::validate_mappings(method).map_err(|reason| Refusal::new(node, reason))
}

fn put_method(building: &mut Building<'_>, method: Method, place: &Place<'_, '_>) {
    if !building.spend(&method) {
        return building
            .report
            .problem(place.operation, "The methods of this API are too large");
    }
    if !building
        .put
        .insert((place.resource_id.to_owned(), place.verb))
    {
        let (path, verb) = (place.path, place.verb);
        building.report.note(
            place.operation,
            format!("the method '{verb}' at '{path}' stands twice, the last one counts"),
        );
    }
    if let Some(resource) = building.definition.resources.get_mut(place.resource_id) {
        resource.methods.insert(place.verb, method);
    }
}

/// Prose is documentation, which nothing but the documentation extension carries over. Once is enough to say so.
fn note_prose(building: &mut Building<'_>) {
    let paths = building
        .document
        .root
        .get("paths")
        .map(Node::entries)
        .unwrap_or_default();
    let operations = paths.iter().flat_map(|path| path.node.entries());
    let prose = |operation: &&Node| {
        ["summary", "description", "tags"]
            .iter()
            .any(|key| operation.get(key).is_some())
    };
    if let Some(operation) = operations.map(|entry| &entry.node).find(prose) {
        building.report.note(
            operation,
            "summaries, descriptions and tags of operations are not kept",
        );
    }
}
