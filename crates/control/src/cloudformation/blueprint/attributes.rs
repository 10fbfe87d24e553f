//! What `Fn::GetAtt` and `Fn::ImportValue` ask for, wherever it stands.

use std::collections::{BTreeMap, BTreeSet};

use document::Node;
use template::{Evaluator, Template};

use super::{Invalid, Planned};
use crate::cloudformation::resources::Type;

/// Every attribute that is asked for by name is one that its type has.
pub(super) fn check(
    node: &Node,
    template: &Template,
    resources: &BTreeMap<String, Planned>,
) -> Result<(), Invalid> {
    if let [entry] = node.entries()
        && entry.key == "Fn::GetAtt"
        && let Some((resource, attribute)) = asked(&entry.node)
    {
        check_one(&entry.node, (&resource, &attribute), template, resources)?;
    }
    for entry in node.entries() {
        check(&entry.node, template, resources)?;
    }
    node.items()
        .iter()
        .try_for_each(|item| check(item, template, resources))
}

fn check_one(
    at: &Node,
    (resource, attribute): (&str, &str),
    template: &Template,
    resources: &BTreeMap<String, Planned>,
) -> Result<(), Invalid> {
    if template.resource(resource).is_none() {
        let reason = format!(
            "Template error: instance of Fn::GetAtt references undefined resource {resource}"
        );
        return Err(Invalid::at(reason, at.position));
    }
    let kind = resources
        .get(resource)
        .and_then(|found| Type::named(&found.kind));
    match kind {
        Some(kind) if !kind.has_attribute(attribute) => {
            let reason = format!(
                "Template error: resource {resource} does not support attribute type {attribute} in Fn::GetAtt"
            );
            Err(Invalid::at(reason, at.position))
        }
        _ => Ok(()),
    }
}

/// The resource and the attribute, if both are written out.
fn asked(argument: &Node) -> Option<(String, String)> {
    if let Some(text) = argument.text() {
        let (resource, attribute) = text.split_once('.')?;
        return Some((resource.to_owned(), attribute.to_owned()));
    }
    let [resource, attribute @ ..] = argument.items() else {
        return None;
    };
    let attribute: Option<Vec<&str>> = attribute.iter().map(Node::text).collect();
    Some((resource.text()?.to_owned(), attribute?.join(".")))
}

/// Collects the names of what is imported, where they can be told.
pub(super) fn imports(node: &Node, evaluator: &Evaluator<'_>, found: &mut BTreeSet<String>) {
    if let [entry] = node.entries()
        && entry.key == "Fn::ImportValue"
        && let Ok(name) = evaluator.evaluate(&entry.node)
    {
        found.extend(name.known_text());
    }
    for entry in node.entries() {
        imports(&entry.node, evaluator, found);
    }
    for item in node.items() {
        imports(item, evaluator, found);
    }
}
