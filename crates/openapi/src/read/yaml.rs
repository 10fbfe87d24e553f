//! YAML with its core schema, from parser events, with a position for every value.
//!
//! Anchors, aliases and `<<` work; tags that are not of the core schema do not, as a document that needs them is a
//! template and not an OpenAPI document.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag};

use super::{Budget, Fault, MAX_DEPTH, map};
use crate::node::{Entry, Node, Position, Value};

pub(super) fn read(text: &str) -> Result<Node, Fault> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| broken(&error))?;
        builder.take(event, &span)?;
    }
    builder.root.ok_or_else(|| {
        let reason = "the document is empty".to_owned();
        Fault {
            reason,
            position: None,
        }
    })
}

fn broken(error: &ScanError) -> Fault {
    Fault::at(
        position(error.marker().line(), error.marker().col()),
        error.info(),
    )
}

/// The parser counts lines from one and columns from zero.
fn position(line: usize, column: usize) -> Position {
    Position {
        line: line.max(1),
        column: column + 1,
    }
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Node>,
    /// Each with the number of values that it holds.
    anchors: HashMap<usize, (Node, usize)>,
    budget: Budget,
    documents: usize,
}

/// A collection whose end has not come.
struct Open {
    collection: Collection,
    position: Position,
    anchor: usize,
    /// The budget's count when it began.
    before: usize,
}

enum Collection {
    List(Vec<Node>),
    /// The entries, and the key that waits for its value.
    Map(Vec<Entry>, Option<String>),
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: &Span) -> Result<(), Fault> {
        let at = position(span.start.line(), span.start.col());
        match event {
            Event::DocumentStart(_) => self.begin_document(at),
            Event::Scalar(text, style, anchor, tag) => {
                let value = scalar(text, style, tag.as_deref(), at)?;
                self.budget.spend(1, at)?;
                self.put(Node::new(value, at), anchor, 1)
            }
            Event::SequenceStart(anchor, tag) => {
                known_tag(tag.as_deref(), "seq", at)?;
                self.begin(Collection::List(Vec::new()), anchor, at)
            }
            Event::MappingStart(anchor, tag) => {
                known_tag(tag.as_deref(), "map", at)?;
                self.begin(Collection::Map(Vec::new(), None), anchor, at)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => self.alias(anchor, at),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
        }
    }

    fn begin_document(&mut self, at: Position) -> Result<(), Fault> {
        self.documents += 1;
        if self.documents > 1 {
            return Err(Fault::at(at, "more than one document"));
        }
        Ok(())
    }

    fn begin(
        &mut self,
        collection: Collection,
        anchor: usize,
        position: Position,
    ) -> Result<(), Fault> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Fault::at(
                position,
                format!("nested more than {MAX_DEPTH} deep"),
            ));
        }
        let before = self.budget.values;
        self.budget.spend(1, position)?;
        self.open.push(Open {
            collection,
            position,
            anchor,
            before,
        });
        Ok(())
    }

    fn end(&mut self) -> Result<(), Fault> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let value = match open.collection {
            Collection::List(items) => Value::List(items),
            Collection::Map(entries, _) => merged(entries)?,
        };
        let values = self.budget.values - open.before;
        self.put(Node::new(value, open.position), open.anchor, values)
    }

    fn alias(&mut self, anchor: usize, at: Position) -> Result<(), Fault> {
        let Some((node, values)) = self.anchors.get(&anchor) else {
            return Err(Fault::at(at, "an alias stands inside its own anchor"));
        };
        let values = *values;
        self.budget.spend(values, at)?;
        if self.open.len() + height(node) > MAX_DEPTH {
            return Err(Fault::at(at, format!("nested more than {MAX_DEPTH} deep")));
        }
        let node = node.clone();
        self.put(node, 0, values)
    }

    fn put(&mut self, node: Node, anchor: usize, values: usize) -> Result<(), Fault> {
        if anchor != 0 {
            self.budget.spend(values, node.position)?;
            self.anchors.insert(anchor, (node.clone(), values));
        }
        match self.open.last_mut().map(|open| &mut open.collection) {
            None => self.root = Some(node),
            Some(Collection::List(items)) => items.push(node),
            Some(Collection::Map(entries, key)) => match key.take() {
                Some(key) => entries.push(Entry { key, node }),
                None => *key = Some(key_of(&node)?),
            },
        }
        Ok(())
    }
}

fn key_of(node: &Node) -> Result<String, Fault> {
    match &node.value {
        Value::Null => Ok(String::new()),
        _ => node
            .scalar()
            .ok_or_else(|| Fault::at(node.position, "a key must be a scalar")),
    }
}

fn height(node: &Node) -> usize {
    let below = node
        .entries()
        .iter()
        .map(|entry| &entry.node)
        .chain(node.items());
    1 + below.map(height).max().unwrap_or(0)
}

/// Takes over what `<<` names, where the map doesn't say it itself.
fn merged(mut entries: Vec<Entry>) -> Result<Value, Fault> {
    let Some(at) = entries.iter().position(|entry| entry.key == "<<") else {
        return map(entries);
    };
    let source = entries.remove(at).node;
    let sources = match source.value {
        Value::List(items) => items,
        _ => vec![source],
    };
    let mut known: HashSet<String> = entries.iter().map(|entry| entry.key.clone()).collect();
    for source in sources {
        let Value::Map(more) = source.value else {
            return Err(Fault::at(source.position, "`<<` takes over maps alone"));
        };
        entries.extend(
            more.into_list()
                .into_iter()
                .filter(|entry| known.insert(entry.key.clone())),
        );
    }
    map(entries)
}

fn scalar(
    text: Cow<'_, str>,
    style: ScalarStyle,
    tag: Option<&Tag>,
    at: Position,
) -> Result<Value, Fault> {
    match tag {
        Some(tag) if tag.is_yaml_core_schema() && tag.suffix == "str" => {
            Ok(Value::Text(text.into_owned()))
        }
        Some(tag) if !tag.is_yaml_core_schema() => Err(unknown_tag(tag, at)),
        _ if style != ScalarStyle::Plain => Ok(Value::Text(text.into_owned())),
        _ => Ok(plain(text)),
    }
}

/// YAML's core schema, so that `yes`, `on` and times are text; hexadecimal and octal numbers stay text as well, as they
/// have no JSON form.
fn plain(text: Cow<'_, str>) -> Value {
    match text.as_ref() {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        number if serde_json::from_str::<serde_json::Number>(number).is_ok() => {
            Value::Number(text.into_owned())
        }
        _ => Value::Text(text.into_owned()),
    }
}

fn known_tag(tag: Option<&Tag>, kind: &str, at: Position) -> Result<(), Fault> {
    match tag {
        Some(tag) if !(tag.is_yaml_core_schema() && tag.suffix == kind) => {
            Err(unknown_tag(tag, at))
        }
        _ => Ok(()),
    }
}

fn unknown_tag(tag: &Tag, at: Position) -> Fault {
    Fault::at(
        at,
        format!("the tag `{}{}` has no meaning here", tag.handle, tag.suffix),
    )
}
