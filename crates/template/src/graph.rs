//! What needs what: the order in which resources can be made, or the circle that forbids any.

use std::collections::{BTreeMap, BTreeSet};

use document::{Fault, Node};

use crate::evaluate::names_in;
use crate::template::Template;

/// For every resource those that it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependencies {
    needs: BTreeMap<String, BTreeSet<String>>,
    order: Vec<String>,
}

impl Dependencies {
    pub fn of(&self, id: &str) -> impl Iterator<Item = &str> {
        self.needs.get(id).into_iter().flatten().map(String::as_str)
    }

    /// Every resource after all that it needs, else in the order of the alphabet.
    pub fn order(&self) -> &[String] {
        &self.order
    }
}

/// Reads the dependencies of a template's resources: `DependsOn`, `Ref`, `Fn::GetAtt` and `Fn::Sub`.
pub fn dependencies(template: &Template) -> Result<Dependencies, Fault> {
    let ids: BTreeSet<&str> = template.resources().map(|resource| resource.id).collect();
    let mut needs = BTreeMap::new();
    for resource in template.resources() {
        let mut found = BTreeSet::new();
        collect(resource.body, &mut found);
        for name in explicit(resource.body) {
            if !ids.contains(name) {
                let reason = format!(
                    "Template format error: Unresolved resource dependencies [{name}] in the Resources block of the template"
                );
                return Err(Fault::at(resource.id_span.start, reason));
            }
            found.insert(name.to_owned());
        }
        found.retain(|name| ids.contains(name.as_str()));
        needs.insert(resource.id.to_owned(), found);
    }
    let order = ordered(&needs).map_err(|ring| circular(template, &ring))?;
    Ok(Dependencies { needs, order })
}

/// What a part of a template refers to, by `Ref`, `Fn::GetAtt` and `Fn::Sub`: resources, parameters and pseudo parameters.
pub fn needed_names(node: &Node) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(node, &mut found);
    found
}

fn explicit(body: &Node) -> Vec<&str> {
    let Some(declared) = body.get("DependsOn") else {
        return Vec::new();
    };
    match declared.text() {
        Some(one) => vec![one],
        None => declared.items().iter().filter_map(Node::text).collect(),
    }
}

fn collect(node: &Node, found: &mut BTreeSet<String>) {
    if let [entry] = node.entries() {
        match entry.key.as_str() {
            "Ref" => found.extend(entry.node.text().map(str::to_owned)),
            "Fn::GetAtt" => found.extend(attribute_of(&entry.node)),
            "Fn::Sub" => {
                let text = entry
                    .node
                    .text()
                    .or_else(|| entry.node.items().first()?.text());
                let own = entry.node.items().get(1);
                let names = names_in(text.unwrap_or_default());
                let names = names.filter(|name| own.and_then(|own| own.get(name)).is_none());
                found.extend(
                    names
                        .filter_map(|name| name.split('.').next())
                        .map(str::to_owned),
                );
            }
            _ => {}
        }
    }
    node.entries()
        .iter()
        .for_each(|entry| collect(&entry.node, found));
    node.items().iter().for_each(|item| collect(item, found));
}

fn attribute_of(node: &Node) -> Option<String> {
    let whole = node.text().and_then(|text| text.split('.').next());
    whole
        .or_else(|| node.items().first()?.text())
        .map(str::to_owned)
}

/// Takes away what needs nothing more, over and over; what is left needs itself.
fn ordered(needs: &BTreeMap<String, BTreeSet<String>>) -> Result<Vec<String>, Vec<String>> {
    let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
    let mut needed_by: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, needed) in needs {
        waiting.insert(id, needed.len());
        for other in needed {
            needed_by.entry(other).or_default().push(id);
        }
    }
    let free = waiting.iter().filter(|(_, count)| **count == 0);
    let mut ready: BTreeSet<&str> = free.map(|(id, _)| *id).collect();
    let mut order = Vec::with_capacity(needs.len());
    while let Some(id) = ready.pop_first() {
        order.push(id.to_owned());
        waiting.remove(id);
        for other in needed_by.remove(id).unwrap_or_default() {
            if let Some(count) = waiting.get_mut(other) {
                *count -= 1;
                if *count == 0 {
                    ready.insert(other);
                }
            }
        }
    }
    if waiting.is_empty() {
        return Ok(order);
    }
    Err(waiting.keys().map(|id| (*id).to_owned()).collect())
}

fn circular(template: &Template, ring: &[String]) -> Fault {
    let reason = format!(
        "Circular dependency between resources: [{}]",
        ring.join(", ")
    );
    let first = ring.first().and_then(|id| template.resource(id));
    Fault {
        reason,
        position: first.map(|resource| resource.id_span.start),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(resources: &str, expected: Result<&[&str], &str>) {
        let text = format!("Resources:{resources}");
        let template = Template::parse(text.as_bytes()).unwrap();
        let found = dependencies(&template);
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found.order(), expected, "{resources}"),
            (Err(fault), Err(reason)) => assert_eq!(fault.reason, reason, "{resources}"),
            (found, _) => panic!("{resources}: {found:?}"),
        }
    }

    #[test]
    fn what_is_needed_comes_first() {
        check(
            "
  A: {Type: T, Properties: {P: !Sub '${B.Arn}-${own}'}}
  B: {Type: T, DependsOn: [C]}
  C: {Type: T}
  D: {Type: T, Properties: {P: [!GetAtt A.X, !Ref AWS::Region]}}",
            Ok(&["C", "B", "A", "D"]),
        );
    }

    #[test]
    fn a_circle_is_named() {
        check(
            "
  A: {Type: T, Properties: {P: !Ref B}}
  B: {Type: T, Properties: {P: !GetAtt A.Arn}}
  C: {Type: T}",
            Err("Circular dependency between resources: [A, B]"),
        );
        check(
            "\n  A: {Type: T, DependsOn: Z}",
            Err(
                "Template format error: Unresolved resource dependencies [Z] in the Resources block of the template",
            ),
        );
    }
}
