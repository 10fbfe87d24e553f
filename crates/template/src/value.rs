//! What an evaluation gives: values with their places, and what could not be known.

use std::fmt;

use document::{Node, Span, Value as Written};
use serde_json::{Map, Value as Json};

/// A value, and where the document says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluated {
    pub value: Value,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    /// As it was written.
    Number(String),
    Text(String),
    /// A text of which some is not known; at least two parts.
    Partly(Vec<Part>),
    List(Vec<Evaluated>),
    Map(Vec<Member>),
    Unknown(Unknown),
    /// `AWS::NoValue`: the member that would hold it is left out.
    Absent,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub key: String,
    pub key_span: Span,
    pub value: Evaluated,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Known(String),
    Unknown(Unknown),
}

/// Why a value is not known. Two that are equal stand for the same value, whatever it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unknown {
    /// A parameter without a value.
    Parameter(String),
    /// A pseudo parameter such as `AWS::Region`.
    Pseudo(String),
    /// What a resource that doesn't exist yet will be called.
    Resource(String),
    Attribute {
        resource: String,
        attribute: String,
    },
    Import(String),
    /// A condition whose truth is not known.
    Condition(String),
    /// `{{resolve:…}}`
    Dynamic(String),
    /// What a macro would give.
    Transform(String),
    /// Calculated from something unknown; the text is the same for the same calculation.
    Computed(String),
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parameter(name) | Self::Pseudo(name) | Self::Resource(name) => {
                write!(f, "${{{name}}}")
            }
            Self::Attribute {
                resource,
                attribute,
            } => write!(f, "${{{resource}.{attribute}}}"),
            Self::Import(name) => write!(f, "${{import {name}}}"),
            Self::Condition(name) => write!(f, "${{condition {name}}}"),
            Self::Dynamic(text) => f.write_str(text),
            Self::Transform(name) => write!(f, "${{transform {name}}}"),
            Self::Computed(text) => write!(f, "${{{text}}}"),
        }
    }
}

impl Evaluated {
    pub fn new(value: Value, span: Span) -> Self {
        Self { value, span }
    }

    /// A document without functions, as it stands.
    pub fn of(node: &Node) -> Self {
        let value = match &node.value {
            Written::Null => Value::Null,
            Written::Bool(flag) => Value::Bool(*flag),
            Written::Number(text) => Value::Number(text.clone()),
            Written::Text(text) => Value::Text(text.clone()),
            Written::List(items) => Value::List(items.iter().map(Self::of).collect()),
            Written::Map(entries) => {
                let entries = entries.list().iter();
                Value::Map(
                    entries
                        .map(|entry| Member {
                            key: entry.key.clone(),
                            key_span: entry.key_span,
                            value: Self::of(&entry.node),
                        })
                        .collect(),
                )
            }
        };
        Self::new(value, node.span())
    }

    pub fn text(text: impl Into<String>, span: Span) -> Self {
        Self::new(Value::Text(text.into()), span)
    }

    pub fn get(&self, key: &str) -> Option<&Evaluated> {
        self.members()
            .iter()
            .find(|member| member.key == key)
            .map(|member| &member.value)
    }

    /// The members of a map, none for any other value.
    pub fn members(&self) -> &[Member] {
        match &self.value {
            Value::Map(members) => members,
            _ => &[],
        }
    }

    /// The items of a list, none for any other value.
    pub fn items(&self) -> &[Evaluated] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text of a scalar that is wholly known.
    pub fn known_text(&self) -> Option<String> {
        match &self.value {
            Value::Text(text) | Value::Number(text) => Some(text.clone()),
            Value::Bool(flag) => Some(flag.to_string()),
            _ => None,
        }
    }

    /// The parts of a scalar, known or not; nothing for lists, maps and null.
    pub fn parts(&self) -> Option<Vec<Part>> {
        match &self.value {
            Value::Partly(parts) => Some(parts.clone()),
            Value::Unknown(unknown) => Some(vec![Part::Unknown(unknown.clone())]),
            _ => self.known_text().map(|text| vec![Part::Known(text)]),
        }
    }

    /// Whether nothing in it is unknown.
    pub fn is_known(&self) -> bool {
        self.first_unknown().is_none()
    }

    pub fn first_unknown(&self) -> Option<(&Unknown, Span)> {
        match &self.value {
            Value::Unknown(unknown) => Some((unknown, self.span)),
            Value::Partly(parts) => parts.iter().find_map(|part| match part {
                Part::Unknown(unknown) => Some((unknown, self.span)),
                Part::Known(_) => None,
            }),
            Value::List(items) => items.iter().find_map(Evaluated::first_unknown),
            Value::Map(members) => members
                .iter()
                .find_map(|member| member.value.first_unknown()),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Absent => {
                None
            }
        }
    }

    /// The value as JSON; what is not known stands as `${Name}`, so that two equal texts are the same value.
    pub fn shown(&self) -> Json {
        match &self.value {
            Value::Null | Value::Absent => Json::Null,
            Value::Bool(flag) => Json::Bool(*flag),
            Value::Number(text) => {
                serde_json::from_str(text).unwrap_or_else(|_| Json::String(text.clone()))
            }
            Value::Text(text) => Json::String(text.clone()),
            Value::Partly(parts) => Json::String(shown(parts)),
            Value::Unknown(unknown) => Json::String(unknown.to_string()),
            Value::List(items) => Json::Array(items.iter().map(Evaluated::shown).collect()),
            Value::Map(members) => Json::Object(
                members
                    .iter()
                    .map(|member| (member.key.clone(), member.value.shown()))
                    .collect::<Map<_, _>>(),
            ),
        }
    }

    /// The value as JSON, or the first thing in it that is not known.
    pub fn to_json(&self) -> Result<Json, (Unknown, Span)> {
        match self.first_unknown() {
            Some((unknown, span)) => Err((unknown.clone(), span)),
            None => Ok(self.shown()),
        }
    }
}

pub(crate) fn shown(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Part::Known(text) => text.clone(),
            Part::Unknown(unknown) => unknown.to_string(),
        })
        .collect()
}

/// Joins neighbouring known parts; one part alone is a text or an unknown by itself.
pub(crate) fn of_parts(parts: Vec<Part>) -> Value {
    let mut joined: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        match (joined.last_mut(), part) {
            (Some(Part::Known(before)), Part::Known(text)) => before.push_str(&text),
            (_, Part::Known(text)) if text.is_empty() => {}
            (_, part) => joined.push(part),
        }
    }
    match joined.as_mut_slice() {
        [] => Value::Text(String::new()),
        [Part::Known(text)] => Value::Text(std::mem::take(text)),
        [Part::Unknown(unknown)] => Value::Unknown(unknown.clone()),
        _ => Value::Partly(joined),
    }
}
