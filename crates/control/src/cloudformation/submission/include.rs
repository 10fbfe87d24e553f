//! `AWS::Include`: a snippet from a bucket takes the place of the transform that names it (CloudFormation user guide,
//! "AWS::Include transform").

use std::collections::BTreeMap;
use std::collections::btree_map;

use document::{Entries, Entry, Node, Value};
use template::Template;

use super::Rejected;
use crate::call::Call;
use crate::cloudformation::blueprint::Invalid;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::s3::{Addressed, place_of_url};

pub(super) const NAME: &str = "AWS::Include";
const MOST_BYTES: u64 = 1_000_000;
/// Snippets of a template, and how deep they may nest: AWS forbids a transform in a snippet, which is as good.
const MOST_SNIPPETS: usize = 50;

/// The template with its snippets in place.
pub(super) async fn included(
    rooms: &Rooms,
    call: &Call,
    template: &Template,
    parameters: &BTreeMap<String, String>,
) -> Result<Template, Rejected> {
    let mut places = Vec::new();
    collect(template.root(), &mut places);
    if places.is_empty() {
        return Ok(template.clone());
    }
    if places.len() > MOST_SNIPPETS {
        return Err(failed("the template includes too many snippets"));
    }
    let mut snippets = BTreeMap::new();
    for transform in places {
        let location = location(transform, template, parameters)?;
        if let btree_map::Entry::Vacant(place) = snippets.entry(location) {
            let snippet = fetched(rooms, call, place.key()).await?;
            place.insert(snippet);
        }
    }
    let writer = Writer {
        template,
        parameters,
        snippets,
    };
    let root = writer.node(template.root().clone(), true)?;
    Ok(Template::of(root).map_err(Invalid::from)?)
}

/// The values of every `Transform` and `Fn::Transform` that includes something.
fn collect<'a>(root: &'a Node, found: &mut Vec<&'a Node>) {
    fn inner<'a>(node: &'a Node, found: &mut Vec<&'a Node>) {
        for entry in node.entries() {
            if entry.key == "Fn::Transform" && includes(&entry.node) {
                found.push(&entry.node);
            }
            inner(&entry.node, found);
        }
        for item in node.items() {
            inner(item, found);
        }
    }
    found.extend(of_whole(root));
    inner(root, found);
}

fn of_whole(root: &Node) -> Vec<&Node> {
    let Some(declared) = root.get("Transform") else {
        return Vec::new();
    };
    let all = match declared.items() {
        [] => vec![declared],
        items => items.iter().collect(),
    };
    all.into_iter().filter(|one| includes(one)).collect()
}

fn includes(node: &Node) -> bool {
    node.get("Name").and_then(Node::text) == Some(NAME)
}

fn location(
    transform: &Node,
    template: &Template,
    parameters: &BTreeMap<String, String>,
) -> Result<String, Rejected> {
    let location = transform
        .get("Parameters")
        .and_then(|given| given.get("Location"))
        .ok_or_else(|| failed("Location is missing"))?;
    if let Some(text) = location.text() {
        return Ok(text.to_owned());
    }
    let named = location.get("Ref").and_then(Node::text);
    let value = named.and_then(|name| {
        let default = template.declared("Parameters", name);
        let default = default.and_then(|found| found.body.get("Default")?.scalar());
        parameters.get(name).cloned().or(default)
    });
    value.ok_or_else(|| failed("Location must be a text or the Ref of a parameter"))
}

async fn fetched(rooms: &Rooms, call: &Call, location: &str) -> Result<Node, Rejected> {
    let place = match location.strip_prefix("s3://") {
        Some(rest) => rest.split_once('/').map(|(bucket, key)| Addressed {
            bucket: bucket.to_owned(),
            key: key.to_owned(),
            version: None,
        }),
        None => place_of_url(location),
    };
    let place = place.ok_or_else(|| failed("The location parameter is not a valid S3 uri."))?;
    let bytes = rooms.read_object(call, place.place(), MOST_BYTES).await;
    let bytes = bytes.map_err(|refused| match refused {
        // Recorded in `test_describe_failed_change_set`.
        Refused::Failure(failure) if failure.code == "NoSuchBucket" => {
            failed(&format!("S3 bucket [{}] does not exist.", place.bucket))
        }
        Refused::Failure(failure) => failed(&failure.message),
        Refused::Denied(_) => failed("S3 Error: Access Denied"),
        other => Rejected::Refused(other),
    })?;
    let node = document::read_template(&bytes)
        .map_err(|fault| failed(&format!("the snippet is not well-formed: {fault}")))?;
    if !node.is_map() {
        return Err(failed(
            "The specified S3 object's content should be valid Yaml/JSON",
        ));
    }
    Ok(node)
}

fn failed(reason: &str) -> Rejected {
    Rejected::Transform(format!("Transform {NAME} failed with: {reason}"))
}

struct Writer<'a> {
    template: &'a Template,
    parameters: &'a BTreeMap<String, String>,
    snippets: BTreeMap<String, Node>,
}

impl Writer<'_> {
    fn node(&self, node: Node, is_whole: bool) -> Result<Node, Rejected> {
        let span = node.span();
        let value = match node.value {
            Value::Map(entries) => return self.map(entries, span, is_whole),
            Value::List(items) => {
                let items = items.into_iter().map(|item| self.node(item, false));
                Value::List(items.collect::<Result<_, _>>()?)
            }
            scalar @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_)) => scalar,
        };
        Ok(Node::new(value, span))
    }

    fn map(
        &self,
        entries: Entries,
        span: document::Span,
        is_whole: bool,
    ) -> Result<Node, Rejected> {
        let mut written: Vec<Entry> = Vec::new();
        for entry in entries.into_list() {
            if entry.key == "Fn::Transform" && includes(&entry.node) {
                self.add(&entry.node, &mut written)?;
            } else if is_whole && entry.key == "Transform" {
                written.extend(self.of_whole(&entry, &mut Vec::new())?);
            } else {
                let node = self.node(entry.node, false)?;
                written.push(Entry { node, ..entry });
            }
        }
        let entries = Entries::new(merged(written))
            .map_err(|twice| failed(&format!("the key {} stands twice", twice.key)))?;
        Ok(Node::new(Value::Map(entries), span))
    }

    fn add(&self, transform: &Node, written: &mut Vec<Entry>) -> Result<(), Rejected> {
        let location = location(transform, self.template, self.parameters)?;
        if let Some(snippet) = self.snippets.get(&location) {
            written.extend(snippet.entries().to_vec());
        }
        Ok(())
    }

    /// The other transforms of the template stay.
    fn of_whole(&self, entry: &Entry, more: &mut Vec<Entry>) -> Result<Vec<Entry>, Rejected> {
        let all = match entry.node.items() {
            [] => vec![&entry.node],
            items => items.iter().collect(),
        };
        let mut rest = Vec::new();
        for one in all {
            if includes(one) {
                self.add(one, more)?;
            } else {
                rest.push(one.clone());
            }
        }
        let mut written = std::mem::take(more);
        if !rest.is_empty() {
            let node = Node::new(Value::List(rest), entry.node.span());
            written.push(Entry {
                node,
                ..entry.clone()
            });
        }
        Ok(written)
    }
}

/// A section that the snippet brings and the template has too is both together.
fn merged(written: Vec<Entry>) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::with_capacity(written.len());
    for entry in written {
        let same = all.iter_mut().find(|other| other.key == entry.key);
        match same {
            Some(other) if other.node.is_map() && entry.node.is_map() => {
                let mut inner = other.node.entries().to_vec();
                inner.extend(entry.node.entries().to_vec());
                if let Ok(entries) = Entries::new(inner) {
                    other.node.value = Value::Map(entries);
                }
            }
            Some(_) | None => all.push(entry),
        }
    }
    all
}
