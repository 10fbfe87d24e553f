//! A document as it was read: values that remember where they stand.

use std::collections::{HashMap, HashSet};
use std::fmt;

use serde_json::Value as Json;

/// A place in the document, counted from one; a column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// From the first character of a value to behind its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub start: Position,
    pub end: Position,
}

impl Span {
    /// Where nothing but the beginning is known.
    pub fn at(position: Position) -> Self {
        Self {
            start: position,
            end: position,
        }
    }
}

#[derive(Debug, Clone)]
pub struct Node {
    pub value: Value,
    pub position: Position,
    /// Behind the last character.
    pub end: Position,
}

#[derive(Debug, Clone)]
pub enum Value {
    Null,
    Bool(bool),
    /// As it was written: `1.0` stays `1.0`.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Entries),
}

/// The entries of a map in the order of the document, each key once.
#[derive(Debug, Clone)]
pub struct Entries {
    list: Vec<Entry>,
    /// Empty for small maps, which are searched from end to end.
    index: HashMap<String, usize>,
}

/// From this many entries on, a map is worth an index.
const INDEXED: usize = 16;

impl Entries {
    /// The first entry whose key stands twice is the error.
    pub fn new(list: Vec<Entry>) -> Result<Self, Box<Entry>> {
        let mut seen = HashSet::with_capacity(list.len());
        if let Some(twice) = list.iter().find(|entry| !seen.insert(entry.key.as_str())) {
            return Err(Box::new(twice.clone()));
        }
        let positions = list
            .iter()
            .enumerate()
            .map(|(at, entry)| (entry.key.clone(), at));
        let index = if list.len() < INDEXED {
            HashMap::new()
        } else {
            positions.collect()
        };
        Ok(Self { list, index })
    }

    pub fn one(entry: Entry) -> Self {
        Self {
            list: vec![entry],
            index: HashMap::new(),
        }
    }

    pub fn list(&self) -> &[Entry] {
        &self.list
    }

    pub fn into_list(self) -> Vec<Entry> {
        self.list
    }

    fn get(&self, key: &str) -> Option<&Entry> {
        if self.index.is_empty() {
            self.list.iter().find(|entry| entry.key == key)
        } else {
            self.list.get(*self.index.get(key)?)
        }
    }
}

#[derive(Debug, Clone)]
pub struct Entry {
    pub key: String,
    pub key_span: Span,
    pub node: Node,
}

impl Node {
    pub fn new(value: Value, span: Span) -> Self {
        Self {
            value,
            position: span.start,
            end: span.end,
        }
    }

    pub fn span(&self) -> Span {
        Span {
            start: self.position,
            end: self.end,
        }
    }

    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    pub fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.value {
            Value::Map(entries) => entries.get(key),
            _ => None,
        }
    }

    /// The entries of a map, nothing for any other value.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => &entries.list,
            _ => &[],
        }
    }

    /// The items of a list, nothing for any other value.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub fn is_map(&self) -> bool {
        matches!(self.value, Value::Map(_))
    }

    pub fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of any scalar. AWS takes `200` for `"200"` and `true` for `"true"`, as the recordings show.
    pub fn scalar(&self) -> Option<String> {
        match &self.value {
            Value::Text(text) | Value::Number(text) => Some(text.clone()),
            Value::Bool(flag) => Some(flag.to_string()),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// `true`, or the text `"true"`.
    pub fn flag(&self) -> Option<bool> {
        match self.scalar()?.to_ascii_lowercase().as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    pub fn to_json(&self) -> Json {
        match &self.value {
            Value::Null => Json::Null,
            Value::Bool(flag) => Json::Bool(*flag),
            Value::Number(text) => number(text),
            Value::Text(text) => Json::String(text.clone()),
            Value::List(items) => Json::Array(items.iter().map(Node::to_json).collect()),
            Value::Map(entries) => Json::Object(
                entries
                    .list
                    .iter()
                    .map(|entry| (entry.key.clone(), entry.node.to_json()))
                    .collect(),
            ),
        }
    }

    /// How many values this is, itself included.
    pub fn count(&self) -> usize {
        let entries: usize = self.entries().iter().map(|entry| entry.node.count()).sum();
        let items: usize = self.items().iter().map(Node::count).sum();
        1 + entries + items
    }

    /// The JSON pointer of a node inside this one.
    pub fn pointer_to(&self, wanted: &Node) -> Option<String> {
        let mut steps = Vec::new();
        self.find(wanted, &mut steps).then(|| {
            steps.reverse();
            steps.concat()
        })
    }

    /// Collects the steps on the way back, from the last to the first.
    fn find(&self, wanted: &Node, steps: &mut Vec<String>) -> bool {
        if std::ptr::eq(self, wanted) {
            return true;
        }
        let mut entries = self.entries().iter();
        if let Some(entry) = entries.find(|entry| entry.node.find(wanted, steps)) {
            steps.push(escaped(&entry.key));
            return true;
        }
        let place = self
            .items()
            .iter()
            .position(|item| item.find(wanted, steps));
        steps.extend(place.map(|index| format!("/{index}")));
        place.is_some()
    }
}

fn number(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|_| Json::String(text.to_owned()))
}

/// One step of a JSON pointer (RFC 6901).
pub fn escaped(key: &str) -> String {
    format!("/{}", key.replace('~', "~0").replace('/', "~1"))
}

pub fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
