//! What has to be done before a template can be read: files that it includes, loops, the SAM transform.

use std::collections::BTreeMap;

use document::{Entries, Entry, Node, Span, Value};
use template::{Inputs, Template, Transform, expanded, sam};

use super::{Assumptions, NotRead};
use crate::scene::Neighbours;

pub(super) enum Prepared {
    Template(Box<Ready>),
    Problems(Vec<sam::Problem>),
}

/// A template that CloudFormation would take, and where it comes from.
pub(super) struct Ready {
    pub(super) template: Template,
    pub(super) is_sam: bool,
    /// The resources that the document itself has, and their types there; SAM generates more.
    pub(super) own: BTreeMap<String, String>,
    /// Where the transform is missing that the document needs.
    pub(super) untransformed: Option<document::Position>,
}

const REGION: &str = "us-east-1";
/// Properties that name a folder or file until `sam package` has put it into a bucket.
const ARTIFACTS: [&str; 2] = ["CodeUri", "ContentUri"];
const MOST_DEPTH: usize = 100;

pub(super) fn prepare(
    root: Node,
    assumptions: &Assumptions,
    neighbours: Neighbours<'_>,
) -> Result<Prepared, NotRead> {
    let root = included(root, neighbours, 0);
    let template = Template::of(root)?;
    if let Some(name) = foreign(&template) {
        let transform = template.root().get("Transform");
        return Err(NotRead {
            reason: format!("the macro {name} would change the template, and is not known here"),
            position: transform.map(|node| node.position),
        });
    }
    let inputs = Inputs {
        parameters: assumptions.parameters.clone(),
        ..Inputs::default()
    };
    let template = expanded(template, &inputs)?;
    let own = template
        .resources()
        .map(|resource| (resource.id.to_owned(), resource.kind.to_owned()))
        .collect();
    let first = first_serverless(&template);
    let untransformed = first.filter(|_| !template.is_serverless());
    let mut ready = Ready {
        is_sam: template.is_serverless() || untransformed.is_some(),
        template,
        own,
        untransformed,
    };
    if !ready.is_sam {
        return Ok(Prepared::Template(Box::new(ready)));
    }
    let template = Template::of(packaged(ready.template.root().clone(), neighbours))?;
    let options = sam::Options {
        region: assumptions
            .region
            .clone()
            .unwrap_or_else(|| REGION.to_owned()),
        parameters: assumptions.parameters.clone(),
        application_url: Some("https://s3.amazonaws.com/application".to_owned()),
        unsupported: sam::Unsupported::Left,
    };
    Ok(match sam::transform(&template, &options) {
        Ok(template) => {
            ready.template = template;
            Prepared::Template(Box::new(ready))
        }
        Err(problems) => Prepared::Problems(problems),
    })
}

/// Where the first resource of SAM's stands.
fn first_serverless(template: &Template) -> Option<document::Position> {
    let mut resources = template.resources();
    let first = resources.find(|resource| resource.kind.starts_with("AWS::Serverless::"));
    first.map(|resource| resource.id_span.start)
}

/// A macro that is neither SAM nor of the language.
fn foreign(template: &Template) -> Option<String> {
    template
        .transforms()
        .into_iter()
        .find_map(|transform| match transform {
            Transform::Other(name) if name != "AWS::Include" => Some(name),
            Transform::Other(_) | Transform::Serverless | Transform::LanguageExtensions => None,
        })
}

/// Puts in the files that `AWS::Include` names, where they are beside the template.
fn included(node: Node, neighbours: Neighbours<'_>, depth: usize) -> Node {
    let span = node.span();
    if depth > MOST_DEPTH {
        return node;
    }
    if let Some(content) = inclusion(&node, neighbours) {
        return content;
    }
    let value = match node.value {
        Value::List(items) => {
            let items = items.into_iter();
            Value::List(
                items
                    .map(|item| included(item, neighbours, depth + 1))
                    .collect(),
            )
        }
        Value::Map(entries) => {
            let mut made = Vec::new();
            for entry in entries.into_list() {
                let included = included(entry.node, neighbours, depth + 1);
                // Beside other keys, the keys of what is included stand among them.
                match (entry.key.as_str(), included.value) {
                    ("Fn::Transform", Value::Map(more))
                        if more.list().iter().all(|entry| entry.key != "Name") =>
                    {
                        made.extend(more.into_list());
                    }
                    (_, value) => made.push(Entry {
                        key: entry.key,
                        key_span: entry.key_span,
                        node: Node::new(value, span_of(included.position, included.end)),
                    }),
                }
            }
            Entries::new(made).map_or(Value::Null, Value::Map)
        }
        scalar @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_)) => scalar,
    };
    Node::new(value, span)
}

fn span_of(start: document::Position, end: document::Position) -> Span {
    Span { start, end }
}

/// The content of a file that is included as a whole value.
fn inclusion(node: &Node, neighbours: Neighbours<'_>) -> Option<Node> {
    let call = match node.entries() {
        [entry] if entry.key == "Fn::Transform" => &entry.node,
        _ => node,
    };
    if call.get("Name")?.text()? != "AWS::Include" {
        return None;
    }
    let location = call.get("Parameters")?.get("Location")?.text()?;
    content(location, node.span(), neighbours)
}

fn content(location: &str, span: Span, neighbours: Neighbours<'_>) -> Option<Node> {
    let text = neighbours(location)?;
    let node = document::read_template(text.as_bytes()).ok()?;
    Some(placed(node, span))
}

/// What comes from another file is where it was named.
fn placed(node: Node, span: Span) -> Node {
    let value = match node.value {
        Value::List(items) => {
            Value::List(items.into_iter().map(|item| placed(item, span)).collect())
        }
        Value::Map(entries) => {
            let entries = entries.into_list().into_iter().map(|entry| Entry {
                key: entry.key,
                key_span: span,
                node: placed(entry.node, span),
            });
            Entries::new(entries.collect()).map_or(Value::Null, Value::Map)
        }
        scalar @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_)) => scalar,
    };
    Node::new(value, span)
}

/// The template as `sam package` would leave it: local code in a bucket, local definitions in the template.
fn packaged(node: Node, neighbours: Neighbours<'_>) -> Node {
    let span = node.span();
    let value = match node.value {
        Value::List(items) => Value::List(
            items
                .into_iter()
                .map(|item| packaged(item, neighbours))
                .collect(),
        ),
        Value::Map(entries) => {
            let entries = entries.into_list().into_iter();
            let entries: Vec<Entry> = entries.map(|entry| uploaded(entry, neighbours)).collect();
            Entries::new(with_image(entries, span)).map_or(Value::Null, Value::Map)
        }
        scalar @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_)) => scalar,
    };
    Node::new(value, span)
}

fn uploaded(entry: Entry, neighbours: Neighbours<'_>) -> Entry {
    let local = entry
        .node
        .text()
        .filter(|text| !text.starts_with("s3://") && !text.starts_with("https://"));
    let span = entry.node.span();
    match (entry.key.as_str(), local) {
        (key, Some(path)) if ARTIFACTS.contains(&key) => Entry {
            node: Node::new(Value::Text(format!("s3://local/{path}")), span),
            ..entry
        },
        ("DefinitionUri", Some(path)) => match content(path, span, neighbours) {
            Some(node) => Entry {
                key: "DefinitionBody".to_owned(),
                key_span: entry.key_span,
                node,
            },
            None => Entry {
                node: Node::new(Value::Text(format!("s3://local/{path}")), span),
                ..entry
            },
        },
        _ => Entry {
            node: packaged(entry.node, neighbours),
            ..entry
        },
    }
}

/// An image that is built from a Dockerfile has no address before.
fn with_image(mut entries: Vec<Entry>, span: Span) -> Vec<Entry> {
    let is_image = entries
        .iter()
        .any(|entry| entry.key == "PackageType" && entry.node.text() == Some("Image"));
    let has_uri = entries.iter().any(|entry| entry.key == "ImageUri");
    if is_image && !has_uri {
        entries.push(Entry {
            key: "ImageUri".to_owned(),
            key_span: span,
            node: Node::new(Value::Text("local".to_owned()), span),
        });
    }
    entries
}
