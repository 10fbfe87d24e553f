//! Which constraints of a shape a value breaks, and how each is called.

use super::{display, pattern};
use crate::{
    document::Document,
    schema::{Kind, ShapeSchema},
};

pub(super) const NOT_NULL: &str = "Member must not be null";
const ENUM: &str = "Member must satisfy enum value set";

/// The broken constraints of one value itself, each in its own words.
pub(super) fn broken(shape: &ShapeSchema, value: &Document, hides_enums: bool) -> Vec<String> {
    let mut broken = Vec::new();
    if let Document::String(text) = value {
        if !shape.values.is_empty() && !shape.values.contains(&text.as_str()) {
            broken.push(if hides_enums {
                ENUM.to_owned()
            } else {
                enum_set(shape)
            });
        }
        if let Some(source) = shape
            .pattern
            .filter(|source| !pattern::matches(source, text))
        {
            broken.push(expression(source));
        }
    }
    if let Some(size) = size(value) {
        broken.extend(
            shape
                .min
                .filter(|min| size < bound(*min))
                .map(|min| at_least(shape, min)),
        );
        broken.extend(
            shape
                .max
                .filter(|max| size > bound(*max))
                .map(|max| at_most(shape, max)),
        );
    }
    broken
}

/// Whether an item of a list, or a key or value of a map, is not what it must be.
pub(super) fn fails(shape: &ShapeSchema, value: &Document) -> bool {
    value.is_null() || !broken(shape, value, true).is_empty()
}

/// All constraints of a scalar, as AWS tells them together at a list or map.
pub(super) fn all(shape: &ShapeSchema, not_null: bool) -> String {
    let mut all = Vec::new();
    all.extend(shape.max.map(|max| at_most(shape, max)));
    all.extend(shape.min.map(|min| at_least(shape, min)));
    all.extend(shape.pattern.map(expression));
    if !shape.values.is_empty() {
        all.push(enum_set(shape));
    }
    if not_null {
        all.push(NOT_NULL.to_owned());
    }
    all.join(", ")
}

fn enum_set(shape: &ShapeSchema) -> String {
    format!("{ENUM}: [{}]", shape.values.join(", "))
}

fn expression(source: &str) -> String {
    format!("Member must satisfy regular expression pattern: {source}")
}

fn at_least(shape: &ShapeSchema, min: i64) -> String {
    format!(
        "Member must have {} greater than or equal to {}",
        measured(shape),
        limit(shape, min)
    )
}

fn at_most(shape: &ShapeSchema, max: i64) -> String {
    format!(
        "Member must have {} less than or equal to {}",
        measured(shape),
        limit(shape, max)
    )
}

fn measured(shape: &ShapeSchema) -> &'static str {
    match shape.kind {
        Kind::Integer | Kind::Long | Kind::Float | Kind::Double => "value",
        _ => "length",
    }
}

fn limit(shape: &ShapeSchema, limit: i64) -> String {
    match shape.kind {
        Kind::Float | Kind::Double => display::double(bound(limit)),
        _ => limit.to_string(),
    }
}

/// What the limits are about: a number's value, or a length (of strings in UTF-16, as Java's).
#[expect(
    clippy::cast_precision_loss,
    reason = "the limits of all models are far below 2^53"
)]
fn size(value: &Document) -> Option<f64> {
    Some(match value {
        Document::Integer(value) => *value as f64,
        Document::Float(value) => *value,
        Document::String(text) => text.encode_utf16().count() as f64,
        Document::Blob(bytes) => bytes.len() as f64,
        Document::List(items) => items.len() as f64,
        Document::Members(entries) => entries.len() as f64,
        Document::Null | Document::Boolean(_) | Document::Timestamp(_) | Document::Value(_) => {
            return None;
        }
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "the limits of all models are far below 2^53"
)]
fn bound(limit: i64) -> f64 {
    limit as f64
}
