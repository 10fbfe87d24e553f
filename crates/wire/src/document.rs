//! A value between the wire and the plain structs: what a protocol decoded, or is to encode.
//!
//! A document knows no names of the wire and no protocol. It must never be printed as a whole: it
//! may hold secrets, and does not know which of its texts they are.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use indexmap::IndexMap;
use serde_json::Value;

use crate::timestamp::Timestamp;

/// One value of a shape. `Debug` tells its structure, and no text of it.
#[derive(Clone, Default, PartialEq)]
pub enum Document {
    #[default]
    Null,
    Boolean(bool),
    Integer(i64),
    Float(f64),
    String(String),
    Blob(Bytes),
    Timestamp(Timestamp),
    List(Vec<Document>),
    /// A structure by member names, or a map by its keys.
    Members(Members),
    /// A shape without a schema: any JSON.
    Value(Value),
}

impl Document {
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The kind of the value, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::Float(_) => "a number",
            Self::String(_) => "a string",
            Self::Blob(_) => "bytes",
            Self::Timestamp(_) => "a timestamp",
            Self::List(_) => "a list",
            Self::Members(_) => "a structure",
            Self::Value(_) => "a JSON value",
        }
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null | Self::Value(_) => formatter.write_str(self.kind()),
            Self::Boolean(value) => value.fmt(formatter),
            Self::Integer(value) => value.fmt(formatter),
            Self::Float(value) => value.fmt(formatter),
            Self::Timestamp(value) => value.fmt(formatter),
            Self::String(text) => write!(formatter, "text of {} bytes", text.len()),
            Self::Blob(bytes) => write!(formatter, "{} bytes", bytes.len()),
            Self::List(items) => formatter.debug_list().entries(items).finish(),
            Self::Members(members) => formatter.debug_map().entries(members.iter()).finish(),
        }
    }
}

/// The members of a structure or the entries of a map, in their order. Absent and null are one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Members(IndexMap<Cow<'static, str>, Document>);

impl Members {
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the document apart for a structure; only null and members fit.
    pub fn of(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Members(members) => Ok(members),
            Document::Null => Ok(Self::new()),
            other => Err(Mismatch::kind("a structure", &other)),
        }
    }

    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, value: Document) {
        self.0.insert(name.into(), value);
    }

    pub fn get(&self, name: &str) -> Option<&Document> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    pub fn remove(&mut self, name: &str) -> Option<Document> {
        self.0.shift_remove(name).filter(|value| !value.is_null())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Document)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// Moves one member out into its type. The rest of the order is not kept.
    pub fn take<T: Shape>(&mut self, name: &'static str) -> Result<T, Mismatch> {
        let value = self.0.swap_remove(name).unwrap_or_default();
        T::from_document(value).map_err(|mismatch| mismatch.within(name))
    }

    /// Adds one member, unless it is absent.
    pub fn put<T: Shape>(&mut self, name: &'static str, value: T) {
        let value = value.into_document();
        if !value.is_null() {
            self.0.insert(Cow::Borrowed(name), value);
        }
    }
}

impl IntoIterator for Members {
    type Item = (Cow<'static, str>, Document);
    type IntoIter = indexmap::map::IntoIter<Cow<'static, str>, Document>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<N: Into<Cow<'static, str>>> FromIterator<(N, Document)> for Members {
    fn from_iter<I: IntoIterator<Item = (N, Document)>>(entries: I) -> Self {
        Self(
            entries
                .into_iter()
                .map(|(name, value)| (name.into(), value))
                .collect(),
        )
    }
}

/// A document did not fit the type it was read into. Validated documents always fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} at '{path}', found {found}")]
pub struct Mismatch {
    path: String,
    expected: &'static str,
    found: &'static str,
}

impl Mismatch {
    fn kind(expected: &'static str, found: &Document) -> Self {
        Self {
            path: String::new(),
            expected,
            found: found.kind(),
        }
    }

    fn within(mut self, name: &str) -> Self {
        self.path = if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{name}.{}", self.path)
        };
        self
    }
}

/// The key of a point in time that is kept, which no member is called.
const EPOCH: &str = "@epoch";

/// A value of a shape as JSON, for whoever keeps it; [`kept`] reads it back. Bytes become text in
/// base64 and stay it.
pub fn keep<T: Shape>(shape: T) -> Value {
    keep_document(shape.into_document())
}

/// Reads what [`keep`] wrote.
pub fn kept<T: Shape>(value: &Value) -> Result<T, Mismatch> {
    T::from_document(kept_document(value))
}

fn keep_document(document: Document) -> Value {
    match document {
        Document::Null => Value::Null,
        Document::Boolean(value) => value.into(),
        Document::Integer(value) => value.into(),
        Document::Float(value) => value.into(),
        Document::String(text) => text.into(),
        Document::Blob(bytes) => STANDARD.encode(bytes).into(),
        Document::Timestamp(Timestamp(seconds)) => {
            Value::Object([(EPOCH.to_owned(), seconds.into())].into_iter().collect())
        }
        Document::List(items) => items.into_iter().map(keep_document).collect(),
        Document::Members(members) => {
            let members = members.into_iter();
            Value::Object(
                members
                    .map(|(name, value)| (name.into_owned(), keep_document(value)))
                    .collect(),
            )
        }
        Document::Value(value) => value,
    }
}

fn kept_document(value: &Value) -> Document {
    match value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Boolean(*value),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Document::Integer(whole),
            (None, Some(fraction)) => Document::Float(fraction),
            (None, None) => Document::Null,
        },
        Value::String(text) => Document::String(text.clone()),
        Value::Array(items) => Document::List(items.iter().map(kept_document).collect()),
        Value::Object(members) => match members.get(EPOCH).and_then(Value::as_f64) {
            Some(seconds) => Document::Timestamp(Timestamp(seconds)),
            None => Document::Members(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), kept_document(value)))
                    .collect(),
            ),
        },
    }
}

/// A type that a document can be read into and written from.
pub trait Shape: Sized {
    /// Reads the document; one that was validated against the same shape always fits.
    fn from_document(document: Document) -> Result<Self, Mismatch>;

    fn into_document(self) -> Document;
}

/// For operations without input or output.
impl Shape for () {
    fn from_document(_: Document) -> Result<Self, Mismatch> {
        Ok(())
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

impl<T: Shape> Shape for Option<T> {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Null => Ok(None),
            other => T::from_document(other).map(Some),
        }
    }

    fn into_document(self) -> Document {
        self.map_or(Document::Null, T::into_document)
    }
}

impl<T: Shape> Shape for Box<T> {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        T::from_document(document).map(Self::new)
    }

    fn into_document(self) -> Document {
        (*self).into_document()
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::List(items) => items.into_iter().map(T::from_document).collect(),
            other => Err(Mismatch::kind("a list", &other)),
        }
    }

    fn into_document(self) -> Document {
        Document::List(self.into_iter().map(T::into_document).collect())
    }
}

impl<T: Shape> Shape for BTreeMap<String, T> {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let Document::Members(members) = document else {
            return Err(Mismatch::kind("a map", &document));
        };
        let entries = members.into_iter();
        entries
            .map(|(key, value)| Ok((key.into_owned(), T::from_document(value)?)))
            .collect()
    }

    fn into_document(self) -> Document {
        let entries = self
            .into_iter()
            .map(|(key, value)| (key, value.into_document()));
        Document::Members(entries.collect())
    }
}

impl Shape for Value {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Value(value) => Ok(value),
            other => Err(Mismatch::kind("a JSON value", &other)),
        }
    }

    fn into_document(self) -> Document {
        Document::Value(self)
    }
}

impl Shape for i32 {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let Document::Integer(value) = document else {
            return Err(Mismatch::kind("an integer", &document));
        };
        Self::try_from(value).map_err(|_| Mismatch::kind("a 32-bit integer", &document))
    }

    fn into_document(self) -> Document {
        Document::Integer(self.into())
    }
}

/// The scalars that a document holds as they are.
macro_rules! scalar {
    ($($type:ty, $variant:ident, $expected:literal;)*) => {$(
        impl Shape for $type {
            fn from_document(document: Document) -> Result<Self, Mismatch> {
                match document {
                    Document::$variant(value) => Ok(value),
                    other => Err(Mismatch::kind($expected, &other)),
                }
            }

            fn into_document(self) -> Document {
                Document::$variant(self)
            }
        }
    )*};
}

scalar! {
    String, String, "a string";
    bool, Boolean, "a boolean";
    i64, Integer, "an integer";
    f64, Float, "a number";
    Bytes, Blob, "bytes";
    Timestamp, Timestamp, "a timestamp";
}
