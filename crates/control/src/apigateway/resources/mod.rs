//! Resources: the tree of paths.

mod create;
mod delete;
mod get;
mod list;
mod update;

use std::collections::BTreeMap;

use model::{ApiDefinition, Resource};
use openapi::rules::{second_variable, validate_parent, validate_path_part, variable_of};

use super::failures::{bad_request, conflict, no_resource};
use super::methods;
use crate::refused::Refused;

/// What GetResource and GetResources can show inside a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Embed {
    /// The methods' names alone.
    Names,
    Methods,
}

impl Embed {
    fn read(given: Option<Vec<String>>) -> Result<Self, Refused> {
        let mut embed = Self::Names;
        for name in given.unwrap_or_default() {
            match name.as_str() {
                "methods" => embed = Self::Methods,
                other => return Err(bad_request(format!("Invalid embed parameter: {other}"))),
            }
        }
        Ok(embed)
    }
}

fn shown(
    definition: &ApiDefinition,
    resource: &Resource,
    embed: Embed,
) -> wire::apigateway::Resource {
    let shown_methods = resource.methods.iter().map(|(verb, method)| {
        let shown = match embed {
            Embed::Names => wire::apigateway::Method::default(),
            Embed::Methods => methods::shown(*verb, method, &resource.id),
        };
        (verb.to_string(), shown)
    });
    let methods: BTreeMap<_, _> = shown_methods.collect();
    wire::apigateway::Resource {
        id: Some(resource.id.clone()),
        parent_id: resource.parent_id.clone(),
        path_part: resource
            .parent_id
            .is_some()
            .then(|| resource.path_part.clone()),
        path: definition.path_of(&resource.id),
        resource_methods: Some(methods).filter(|methods| !methods.is_empty()),
    }
}

fn find<'a>(definition: &'a ApiDefinition, id: &str) -> Result<&'a Resource, Refused> {
    definition.resources.get(id).ok_or_else(no_resource)
}

/// Whether a resource may stand there: `moved` is the one that moves, if it is not a new one.
fn check_place(
    definition: &ApiDefinition,
    parent: &Resource,
    part: &str,
    moved: Option<&str>,
) -> Result<(), Refused> {
    validate_path_part(part).map_err(bad_request)?;
    validate_parent(&parent.path_part).map_err(bad_request)?;
    let siblings = || {
        definition.resources.values().filter(|sibling| {
            sibling.parent_id.as_deref() == Some(parent.id.as_str())
                && Some(sibling.id.as_str()) != moved
        })
    };
    if siblings().any(|sibling| sibling.path_part == part) {
        return Err(conflict(format!(
            "Another resource with the same parent already has this name: {part}"
        )));
    }
    let variable = siblings().find(|sibling| variable_of(&sibling.path_part).is_some());
    match variable.filter(|_| variable_of(part).is_some()) {
        Some(sibling) => Err(bad_request(second_variable(&sibling.path_part))),
        None => Ok(()),
    }
}

/// The resource and everything below it.
fn family(definition: &ApiDefinition, id: &str) -> Vec<String> {
    let mut family = vec![id.to_owned()];
    let mut next = 0;
    // A resource has one parent, so that none is met twice.
    while let Some(parent) = family.get(next).cloned() {
        let children = definition
            .resources
            .values()
            .filter(|child| child.parent_id.as_deref() == Some(parent.as_str()) && child.id != id);
        family.extend(children.map(|child| child.id.clone()));
        next += 1;
    }
    family
}
