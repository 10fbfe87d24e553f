//! Lists and maps of texts, as several parts of a document have them.

use std::collections::BTreeMap;

use super::models;
use super::report::Refusal;
use super::resources::Building;
use document::{Entry, Node, Value};

/// The items of what has to be a list. Nothing of the wrong shape is taken for an empty list: an open door could hide there.
pub(super) fn list(node: &Node) -> Result<&[Node], Refusal<'_>> {
    match &node.value {
        Value::List(items) => Ok(items),
        _ => Err(Refusal::new(node, "expected a list")),
    }
}

/// The entries of what has to be a map.
pub(super) fn map(node: &Node) -> Result<&[Entry], Refusal<'_>> {
    match &node.value {
        Value::Map(_) => Ok(node.entries()),
        _ => Err(Refusal::new(node, "expected a map")),
    }
}

/// The entries of the map under a key, if there is one.
pub(super) fn map_at<'a>(node: &'a Node, key: &str) -> Result<&'a [Entry], Refusal<'a>> {
    node.get(key).map_or(Ok(&[]), map)
}

pub(super) fn texts(node: &Node) -> Result<Vec<String>, Refusal<'_>> {
    let text = |item| Node::scalar(item).ok_or_else(|| Refusal::new(item, "expected text"));
    list(node)?.iter().map(text).collect()
}

/// A map of texts, where AWS takes any scalar for its text and nothing for the empty text.
pub(super) fn text_map(node: &Node) -> Result<BTreeMap<String, String>, Refusal<'_>> {
    let mut texts = BTreeMap::new();
    for entry in map(node)? {
        let text = if entry.node.is_null() {
            Some(String::new())
        } else {
            entry.node.scalar()
        };
        let text = text.ok_or_else(|| {
            Refusal::new(&entry.node, format!("expected text at '{}'", entry.key))
        })?;
        texts.insert(entry.key.clone(), text);
    }
    Ok(texts)
}

/// More media types than any operation has.
const MAX_MEDIA_TYPES: usize = 100;

/// The media types of an operation of Swagger 2.0: its own, the document's, or JSON.
pub(super) fn media_types<'a>(
    building: &Building<'a>,
    operation: &'a Node,
    key: &str,
) -> Result<Vec<String>, Refusal<'a>> {
    let Some(node) = operation
        .get(key)
        .or_else(|| building.document.root.get(key))
    else {
        return Ok(vec!["application/json".to_owned()]);
    };
    if list(node)?.is_empty() {
        return Ok(vec!["application/json".to_owned()]);
    }
    let too_long = |item: &Node| {
        item.text()
            .is_some_and(|name| name.len() > models::MAX_NAME)
    };
    if node.items().len() > MAX_MEDIA_TYPES || node.items().iter().any(too_long) {
        let reason = "Invalid media types specified: there are too many, or one is too long";
        return Err(Refusal::new(node, reason));
    }
    texts(node)
}
