//! Positions for what was generated: what was taken over keeps its own, the rest has those of the resource that it
//! comes from.

use std::collections::HashMap;

use document::{Entries, Entry, Node, Span, Value};
use serde_json::Value as Json;

use super::translator::Problem;

/// The places of a resource's values, by what they say.
type Places = HashMap<String, Span>;

/// A template with positions; `origins` are the ids of the source, the longest first.
pub(super) fn annotated(made: &Json, source: &Node, origins: &[String]) -> Node {
    let resources = source.get("Resources");
    let mut places: HashMap<&str, Places> = HashMap::new();
    for id in origins {
        if let Some(node) = resources.and_then(|resources| resources.get(id)) {
            places.insert(id, gathered(node));
        }
    }
    let section = |(name, value): (&String, &Json)| {
        let node = match name.as_str() {
            "Resources" => all(value, source, origins, &places),
            _ => match source.get(name) {
                Some(own) => placed(value, &gathered(own), own.span()),
                None => placed(value, &Places::new(), source.span()),
            },
        };
        entry(
            name,
            source.entry(name).map_or(source.span(), |own| own.key_span),
            node,
        )
    };
    let members = made.as_object().into_iter().flatten();
    map(members.map(section).collect(), source.span())
}

/// The same problem with the place of its resource.
pub(super) fn of_problem(problem: Problem, source: &Node) -> Problem {
    let resources = source.get("Resources");
    let entry = problem.id.as_ref().and_then(|id| resources?.entry(id));
    let position = entry.map(|entry| entry.key_span.start);
    Problem {
        position: problem.position.or(position),
        ..problem
    }
}

fn all(value: &Json, source: &Node, origins: &[String], places: &HashMap<&str, Places>) -> Node {
    let resources = source.get("Resources");
    let nothing = Places::new();
    let one = |(id, value): (&String, &Json)| {
        let origin = origins
            .iter()
            .find(|origin| id.starts_with(origin.as_str()));
        let own = origin.and_then(|origin| resources?.entry(origin));
        let span = own.map_or(source.span(), |own| own.key_span);
        let known = origin.and_then(|origin| places.get(origin.as_str()));
        entry(id, span, placed(value, known.unwrap_or(&nothing), span))
    };
    let members = value.as_object().into_iter().flatten();
    map(members.map(one).collect(), source.span())
}

fn gathered(node: &Node) -> Places {
    let mut places = Places::new();
    gather(node, &mut places);
    places
}

/// The first place of each value that says enough to be known again.
fn gather(node: &Node, places: &mut Places) {
    let said = node.to_json();
    if is_telling(&said) {
        places
            .entry(said.to_string())
            .or_insert_with(|| node.span());
    }
    for entry in node.entries() {
        places
            .entry(format!("key {}", entry.key))
            .or_insert(entry.key_span);
        gather(&entry.node, places);
    }
    node.items().iter().for_each(|item| gather(item, places));
}

fn is_telling(value: &Json) -> bool {
    match value {
        Json::String(text) => text.len() > 3,
        Json::Array(items) => !items.is_empty(),
        Json::Object(members) => !members.is_empty(),
        Json::Null | Json::Bool(_) | Json::Number(_) => false,
    }
}

fn placed(value: &Json, places: &Places, around: Span) -> Node {
    let span = if is_telling(value) {
        places.get(&value.to_string()).copied().unwrap_or(around)
    } else {
        around
    };
    let value = match value {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => Value::Number(number.to_string()),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) => Value::List(
            items
                .iter()
                .map(|item| placed(item, places, span))
                .collect(),
        ),
        Json::Object(members) => {
            let one = |(key, value): (&String, &Json)| {
                let key_span = places.get(&format!("key {key}")).copied().unwrap_or(span);
                entry(key, key_span, placed(value, places, span))
            };
            return map(members.iter().map(one).collect(), span);
        }
    };
    Node::new(value, span)
}

fn entry(key: &str, key_span: Span, node: Node) -> Entry {
    Entry {
        key: key.to_owned(),
        key_span,
        node,
    }
}

/// The keys of a JSON map stand once each.
fn map(entries: Vec<Entry>, span: Span) -> Node {
    let value = Entries::new(entries).map_or(Value::Null, Value::Map);
    Node::new(value, span)
}
