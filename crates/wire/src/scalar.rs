//! Scalars as text: in path labels, headers, query strings, forms and XML.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;

use crate::{
    document::Document,
    schema::{Kind, ShapeSchema, TimestampFormat},
    timestamp::Timestamp,
};

/// Reads text as a value of the shape; nothing when it is none, or the shape is no scalar.
pub(crate) fn parse(shape: &ShapeSchema, format: TimestampFormat, text: &str) -> Option<Document> {
    Some(match shape.kind {
        Kind::String => Document::String(text.to_owned()),
        Kind::Boolean => Document::Boolean(text.parse().ok()?),
        Kind::Integer => Document::Integer(text.parse::<i32>().ok()?.into()),
        Kind::Long => Document::Integer(text.parse().ok()?),
        Kind::Float | Kind::Double => Document::Float(parse_float(text)?),
        Kind::Timestamp => {
            let format = shape.timestamp_format.unwrap_or(format);
            Document::Timestamp(Timestamp::parse(text, format)?)
        }
        Kind::Blob => Document::Blob(Bytes::from(STANDARD.decode(text).ok()?)),
        Kind::Document => Document::Value(serde_json::from_str(text).ok()?),
        Kind::Structure(_) | Kind::List(_) | Kind::Map { .. } => return None,
    })
}

/// Writes a scalar; nothing for what is none.
pub(crate) fn print(
    shape: &ShapeSchema,
    format: TimestampFormat,
    value: &Document,
) -> Option<String> {
    Some(match value {
        Document::String(text) => text.clone(),
        Document::Boolean(value) => value.to_string(),
        Document::Integer(value) => value.to_string(),
        Document::Float(value) => print_float(*value),
        Document::Timestamp(value) => value.print(shape.timestamp_format.unwrap_or(format)),
        Document::Blob(bytes) => STANDARD.encode(bytes),
        Document::Value(value) => value.to_string(),
        Document::Null | Document::List(_) | Document::Members(_) => return None,
    })
}

/// Rust reads more spellings of infinity than AWS has.
pub(crate) fn parse_float(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => text.parse().ok().filter(|value: &f64| value.is_finite()),
    }
}

pub(crate) fn print_float(value: f64) -> String {
    match value {
        f64::INFINITY => "Infinity".to_owned(),
        f64::NEG_INFINITY => "-Infinity".to_owned(),
        _ => value.to_string(),
    }
}
