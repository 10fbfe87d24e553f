//! Documents as JSON values, led by their shape. Shared by the JSON protocols and rest-json.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use serde_json::{Map, Number, Value};

use crate::{
    MAX_DEPTH,
    document::{Document, Members},
    malformed::Malformed,
    scalar,
    schema::{
        Element, Kind, Location, MemberSchema, OperationSchema, ShapeId, ShapeSchema,
        TimestampFormat,
    },
    timestamp::Timestamp,
};

/// Reads a JSON value as the shape. Null is absent everywhere; unknown members are passed over,
/// as AWS does.
pub(crate) fn read(
    operation: &OperationSchema,
    shape: ShapeId,
    value: Value,
) -> Result<Document, Malformed> {
    Reader {
        operation,
        depth: 0,
    }
    .value(shape, None, value)
}

/// Reads those members of a structure that travel in the body.
pub(crate) fn read_members(
    operation: &OperationSchema,
    members: &[MemberSchema],
    value: Value,
) -> Result<Members, Malformed> {
    Reader {
        operation,
        depth: 0,
    }
    .members(members, value)
}

struct Reader<'a> {
    operation: &'a OperationSchema,
    depth: usize,
}

impl Reader<'_> {
    fn value(
        &mut self,
        shape: ShapeId,
        format: Option<TimestampFormat>,
        value: Value,
    ) -> Result<Document, Malformed> {
        let Some(shape) = self.operation.shape(shape) else {
            return Ok(Document::Null);
        };
        if value.is_null() {
            return Ok(Document::Null);
        }
        if self.depth == MAX_DEPTH {
            return Err(Malformed::Depth);
        }
        self.depth += 1;
        let document = match shape.kind {
            Kind::Structure(members) => self.members(members, value).map(Document::Members),
            Kind::List(element) => self.list(element, value),
            Kind::Map { value: element, .. } => self.map(element, value),
            Kind::Document => Ok(Document::Value(value)),
            Kind::Timestamp => timestamp(format.or(shape.timestamp_format), &value),
            _ => scalar_value(shape, value),
        };
        self.depth -= 1;
        document
    }

    fn members(&mut self, members: &[MemberSchema], value: Value) -> Result<Members, Malformed> {
        let Value::Object(mut object) = value else {
            return Err(conversion(&value, "a structure"));
        };
        let mut read = Members::new();
        for member in members
            .iter()
            .filter(|member| member.location == Location::Body)
        {
            let Some(value) = object.remove(member.wire_name()) else {
                continue;
            };
            let document = if member.json_value {
                json_text(&value)?
            } else {
                self.value(member.shape, member.timestamp_format, value)?
            };
            if !document.is_null() {
                read.insert(member.name, document);
            }
        }
        Ok(read)
    }

    fn list(&mut self, element: Element, value: Value) -> Result<Document, Malformed> {
        let Value::Array(items) = value else {
            return Err(conversion(&value, "a list"));
        };
        let items = items
            .into_iter()
            .map(|item| self.value(element.shape, None, item));
        Ok(Document::List(items.collect::<Result<_, _>>()?))
    }

    fn map(&mut self, element: Element, value: Value) -> Result<Document, Malformed> {
        let Value::Object(entries) = value else {
            return Err(conversion(&value, "a map"));
        };
        let entries = entries.into_iter();
        let entries =
            entries.map(|(key, value)| Ok((key, self.value(element.shape, None, value)?)));
        Ok(Document::Members(
            entries.collect::<Result<_, Malformed>>()?,
        ))
    }
}

fn scalar_value(shape: &ShapeSchema, value: Value) -> Result<Document, Malformed> {
    Ok(match (shape.kind, value) {
        (Kind::String, Value::String(text)) => Document::String(text),
        (Kind::Boolean, Value::Bool(value)) => Document::Boolean(value),
        (Kind::Integer, Value::Number(number)) => Document::Integer(integer(&number)?.into()),
        (Kind::Long, Value::Number(number)) => Document::Integer(long(&number)?),
        (Kind::Float | Kind::Double, value) => Document::Float(float(&value)?),
        (Kind::Blob, Value::String(text)) => {
            let bytes = STANDARD
                .decode(text)
                .map_err(|_| Malformed::value(shape.name))?;
            Document::Blob(Bytes::from(bytes))
        }
        (kind, value) => return Err(conversion(&value, expected(kind))),
    })
}

fn integer(number: &Number) -> Result<i32, Malformed> {
    let value = i32::try_from(long(number)?);
    value.map_err(|_| Malformed::Conversion {
        found: "NUMBER_VALUE",
        expected: "an Integer",
    })
}

/// A whole number, also when it is written with a fraction of zero.
fn long(number: &Number) -> Result<i64, Malformed> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole and in the range that is exact"
    )]
    let whole = || {
        let float = number
            .as_f64()
            .filter(|float| float.fract() == 0.0 && float.abs() < 9e15);
        float.map(|float| float as i64)
    };
    let malformed = Malformed::Conversion {
        found: "NUMBER_VALUE",
        expected: "a Long",
    };
    number.as_i64().or_else(whole).ok_or(malformed)
}

fn float(value: &Value) -> Result<f64, Malformed> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => scalar::parse_float(text).filter(|value| !value.is_finite()),
        _ => None,
    }
    .ok_or_else(|| conversion(value, "a Double"))
}

fn timestamp(format: Option<TimestampFormat>, value: &Value) -> Result<Document, Malformed> {
    let read = match (value, format) {
        (Value::Number(number), _) => number.as_f64().map(Timestamp),
        (Value::String(text), Some(format)) => {
            Timestamp::parse(text, format).or_else(|| Timestamp::parse_any(text))
        }
        (Value::String(text), None) => Timestamp::parse_any(text),
        _ => None,
    };
    read.map(Document::Timestamp)
        .ok_or_else(|| conversion(value, "a Timestamp"))
}

/// A member whose string holds JSON.
fn json_text(value: &Value) -> Result<Document, Malformed> {
    match value {
        Value::Null => Ok(Document::Null),
        Value::String(text) => serde_json::from_str(text)
            .map(Document::Value)
            .map_err(|_| Malformed::Json),
        other => Err(conversion(other, "a String")),
    }
}

fn conversion(value: &Value, expected: &'static str) -> Malformed {
    let found = match value {
        Value::Null => "NULL_VALUE",
        Value::Bool(true) => "TRUE_VALUE",
        Value::Bool(false) => "FALSE_VALUE",
        Value::Number(_) => "NUMBER_VALUE",
        Value::String(_) => "STRING_VALUE",
        Value::Array(_) => "START_ARRAY",
        Value::Object(_) => "START_OBJECT",
    };
    Malformed::Conversion { found, expected }
}

fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::String => "a String",
        Kind::Boolean => "a Boolean",
        Kind::Integer => "an Integer",
        Kind::Long => "a Long",
        Kind::Float | Kind::Double => "a Double",
        Kind::Timestamp => "a Timestamp",
        Kind::Blob => "a Blob",
        Kind::Structure(_) => "a structure",
        Kind::List(_) => "a list",
        Kind::Map { .. } => "a map",
        Kind::Document => "a document",
    }
}

/// Writes a document as the shape asks. Absent members are left out.
pub(crate) fn write(
    operation: &OperationSchema,
    shape: ShapeId,
    format: Option<TimestampFormat>,
    document: Document,
) -> Value {
    let Some(shape) = operation.shape(shape) else {
        return write_plain(document);
    };
    match (shape.kind, document) {
        (Kind::Structure(members), Document::Members(mut values)) => {
            Value::Object(write_members(operation, members, &mut values))
        }
        (Kind::List(element), Document::List(items)) => items
            .into_iter()
            .map(|item| write(operation, element.shape, None, item))
            .collect(),
        (Kind::Map { value: element, .. }, Document::Members(entries)) => entries
            .into_iter()
            .map(|(key, value)| {
                (
                    key.into_owned(),
                    write(operation, element.shape, None, value),
                )
            })
            .collect(),
        (Kind::Timestamp, Document::Timestamp(time)) => {
            match format
                .or(shape.timestamp_format)
                .unwrap_or(TimestampFormat::EpochSeconds)
            {
                TimestampFormat::EpochSeconds => time.number(),
                format => time.print(format).into(),
            }
        }
        (_, document) => write_plain(document),
    }
}

/// Takes out and writes those members of a structure that travel in the body.
pub(crate) fn write_members(
    operation: &OperationSchema,
    members: &[MemberSchema],
    values: &mut Members,
) -> Map<String, Value> {
    let mut object = Map::new();
    for member in members
        .iter()
        .filter(|member| member.location == Location::Body)
    {
        let Some(value) = values.remove(member.name) else {
            continue;
        };
        let written = match value {
            Document::Value(value) if member.json_value => Value::String(value.to_string()),
            value => write(operation, member.shape, member.timestamp_format, value),
        };
        object.insert(member.wire_name().to_owned(), written);
    }
    object
}

/// Writes what no schema names, such as the message that the model of an error leaves out.
pub(crate) fn write_rest(object: &mut Map<String, Value>, rest: Members) {
    let rest = rest.into_iter().filter(|(_, value)| !value.is_null());
    object.extend(rest.map(|(name, value)| (name.into_owned(), write_plain(value))));
}

/// Writes a document that no shape describes, such as an extra field of an error.
pub(crate) fn write_plain(document: Document) -> Value {
    match document {
        Document::Null => Value::Null,
        Document::Boolean(value) => value.into(),
        Document::Integer(value) => value.into(),
        Document::Float(value) if value.is_finite() => value.into(),
        Document::Float(value) => scalar::print_float(value).into(),
        Document::String(text) => text.into(),
        Document::Blob(bytes) => STANDARD.encode(bytes).into(),
        Document::Timestamp(time) => time.number(),
        Document::List(items) => items.into_iter().map(write_plain).collect(),
        Document::Members(entries) => entries
            .into_iter()
            .map(|(key, value)| (key.into_owned(), write_plain(value)))
            .collect(),
        Document::Value(value) => value,
    }
}
