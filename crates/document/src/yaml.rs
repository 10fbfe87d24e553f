//! YAML with its core schema, from parser events, with a position for every value.
//!
//! Anchors, aliases and `<<` work. Tags that are not of the core schema are the short forms of a template's functions, or
//! have no meaning where the document is none.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag};

use crate::node::{Entry, Node, Position, Span as Place, Value};
use crate::read::{Budget, Dialect, Fault, MAX_DEPTH, map};
use crate::tags;

pub(crate) fn read(text: &str, dialect: Dialect) -> Result<Node, Fault> {
    let mut builder = Builder::new(dialect);
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

fn place(span: &Span) -> Place {
    Place {
        start: position(span.start.line(), span.start.col()),
        end: position(span.end.line(), span.end.col()),
    }
}

/// The parser counts lines from one and columns from zero.
fn position(line: usize, column: usize) -> Position {
    let counted = |count| u32::try_from(count).unwrap_or(u32::MAX);
    Position {
        line: counted(line.max(1)),
        column: counted(column.saturating_add(1)),
    }
}

struct Builder {
    dialect: Dialect,
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
    /// Behind its last member, so far.
    reached: Position,
    anchor: usize,
    /// The function that its tag stands for.
    function: Option<String>,
    /// The budget's count when it began.
    before: usize,
}

enum Collection {
    List(Vec<Node>),
    /// The entries, and the key that waits for its value.
    Map(Vec<Entry>, Option<(String, Place)>),
}

impl Builder {
    fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            open: Vec::new(),
            root: None,
            anchors: HashMap::new(),
            budget: Budget::default(),
            documents: 0,
        }
    }

    fn take(&mut self, event: Event<'_>, span: &Span) -> Result<(), Fault> {
        let place = place(span);
        let at = place.start;
        match event {
            Event::DocumentStart(_) => self.begin_document(at),
            Event::Scalar(text, style, anchor, tag) => {
                let node = self.scalar(text, style, tag.as_deref(), place)?;
                let values = node.count();
                self.put(node, anchor, values)
            }
            Event::SequenceStart(anchor, tag) => {
                let function = self.function(tag.as_deref(), "seq", at)?;
                self.begin(Collection::List(Vec::new()), function, anchor, at)
            }
            Event::MappingStart(anchor, tag) => {
                let function = self.function(tag.as_deref(), "map", at)?;
                self.begin(Collection::Map(Vec::new(), None), function, anchor, at)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(place),
            Event::Alias(anchor) => self.alias(anchor, at),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
        }
    }

    fn scalar(
        &mut self,
        text: Cow<'_, str>,
        style: ScalarStyle,
        tag: Option<&Tag>,
        place: Place,
    ) -> Result<Node, Fault> {
        self.budget.spend(1, place.start)?;
        match tag {
            Some(tag) if !tag.is_yaml_core_schema() => {
                let function = self.short_form(tag, place.start)?;
                self.budget.spend(1, place.start)?;
                Ok(tags::of_scalar(&function, text.into_owned(), place))
            }
            _ => Ok(Node::new(scalar(text, style, tag, self.dialect), place)),
        }
    }

    /// The function that a tag stands for, if it is not the core schema's own tag for that kind of value.
    fn function(
        &self,
        tag: Option<&Tag>,
        kind: &str,
        at: Position,
    ) -> Result<Option<String>, Fault> {
        match tag {
            None => Ok(None),
            Some(tag) if tag.is_yaml_core_schema() && tag.suffix == kind => Ok(None),
            Some(tag) => self.short_form(tag, at).map(Some),
        }
    }

    fn short_form(&self, tag: &Tag, at: Position) -> Result<String, Fault> {
        let function = match self.dialect {
            Dialect::Template if tag.handle == "!" => tags::function(&tag.suffix),
            Dialect::Template | Dialect::Plain => None,
        };
        function.ok_or_else(|| unknown_tag(tag, at))
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
        function: Option<String>,
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
            reached: position,
            anchor,
            function,
            before,
        });
        Ok(())
    }

    fn end(&mut self, place: Place) -> Result<(), Fault> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let value = match open.collection {
            Collection::List(items) => Value::List(items),
            Collection::Map(entries, _) => merged(entries)?,
        };
        // A block has no end of its own: the parser sees it where the next thing begins.
        let closed = place.start != place.end;
        let span = Place {
            start: open.position,
            end: if closed { place.end } else { open.reached },
        };
        let node = Node::new(value, span);
        let node = match open.function {
            Some(function) => {
                self.budget.spend(1, span.start)?;
                tags::of_node(&function, node)
            }
            None => node,
        };
        let values = self.budget.values - open.before;
        self.put(node, open.anchor, values)
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
        let reached = self.open.last().map(|open| open.reached);
        self.put(node, 0, values)?;
        // What the alias stands for is elsewhere: the collection reaches to the alias, not to there.
        if let (Some(open), Some(reached)) = (self.open.last_mut(), reached) {
            open.reached = reached.max(at);
        }
        Ok(())
    }

    fn put(&mut self, node: Node, anchor: usize, values: usize) -> Result<(), Fault> {
        if anchor != 0 {
            self.budget.spend(values, node.position)?;
            self.anchors.insert(anchor, (node.clone(), values));
        }
        if let Some(open) = self.open.last_mut() {
            open.reached = node.end;
        }
        match self.open.last_mut().map(|open| &mut open.collection) {
            None => self.root = Some(node),
            Some(Collection::List(items)) => items.push(node),
            Some(Collection::Map(entries, key)) => match key.take() {
                Some((key, key_span)) => entries.push(Entry {
                    key,
                    key_span,
                    node,
                }),
                None => *key = Some((key_of(&node)?, node.span())),
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

fn scalar(text: Cow<'_, str>, style: ScalarStyle, tag: Option<&Tag>, dialect: Dialect) -> Value {
    match tag {
        Some(tag) if tag.suffix == "str" => Value::Text(text.into_owned()),
        _ if style != ScalarStyle::Plain => Value::Text(text.into_owned()),
        _ => plain(text, dialect),
    }
}

/// YAML's core schema, so that times are text; hexadecimal and octal numbers stay text as well, as they have no JSON
/// form. Templates are YAML 1.1, in which `yes` and `on` are true.
fn plain(text: Cow<'_, str>, dialect: Dialect) -> Value {
    match text.as_ref() {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        "yes" | "Yes" | "YES" | "on" | "On" | "ON" if dialect == Dialect::Template => {
            Value::Bool(true)
        }
        "no" | "No" | "NO" | "off" | "Off" | "OFF" if dialect == Dialect::Template => {
            Value::Bool(false)
        }
        number if serde_json::from_str::<serde_json::Number>(number).is_ok() => {
            Value::Number(text.into_owned())
        }
        _ => Value::Text(text.into_owned()),
    }
}

fn unknown_tag(tag: &Tag, at: Position) -> Fault {
    Fault::at(
        at,
        format!("the tag `{}{}` has no meaning here", tag.handle, tag.suffix),
    )
}
