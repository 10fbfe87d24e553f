//! Gathers an input from the path's labels, the query string, the headers and the body.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{HeaderMap, request::Parts};
use serde_json::Value;

use super::{Labels, header_list};
use crate::{
    document::{Document, Members},
    json::value,
    malformed::Malformed,
    scalar,
    schema::{
        Element, Kind, Location, MemberSchema, OperationSchema, ShapeSchema, TimestampFormat,
    },
    text,
};

pub(crate) fn decode(
    operation: &OperationSchema,
    labels: &Labels,
    parts: &Parts,
    body: &Bytes,
) -> Result<Document, Malformed> {
    let Some(shape) = operation.input_shape() else {
        return Ok(Document::Members(Members::new()));
    };
    let Kind::Structure(members) = shape.kind else {
        return Ok(Document::Null);
    };
    let mut input = body_members(operation, shape, members, body)?;
    outside(operation, members, (labels, parts), &mut input)?;
    Ok(Document::Members(input))
}

/// Adds the members that travel in the path, the query string and the headers.
pub(crate) fn outside(
    operation: &OperationSchema,
    members: &[MemberSchema],
    (labels, parts): (&Labels, &Parts),
    input: &mut Members,
) -> Result<(), Malformed> {
    let pairs = text::query_pairs(parts.uri.query().unwrap_or("")).collect();
    let source = Source {
        operation,
        labels,
        pairs,
        headers: &parts.headers,
    };
    for member in members {
        if let Some(value) = source.member(member)? {
            input.insert(member.name, value);
        }
    }
    Ok(())
}

fn body_members(
    operation: &OperationSchema,
    shape: &ShapeSchema,
    members: &[MemberSchema],
    body: &Bytes,
) -> Result<Members, Malformed> {
    let payload = shape
        .payload
        .and_then(|name| members.iter().find(|member| member.name == name));
    if let Some(member) = payload {
        let value = payload_value(operation, member, body)?;
        return Ok([(member.name, value)]
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .collect());
    }
    let any = members
        .iter()
        .any(|member| member.location == Location::Body);
    if body.is_empty() || !any {
        return Ok(Members::new());
    }
    value::read_members(operation, members, json(body)?)
}

fn payload_value(
    operation: &OperationSchema,
    member: &MemberSchema,
    body: &Bytes,
) -> Result<Document, Malformed> {
    if body.is_empty() {
        return Ok(Document::Null);
    }
    match operation.shape(member.shape).map(|shape| shape.kind) {
        Some(Kind::Blob) => Ok(Document::Blob(body.clone())),
        Some(Kind::String) => {
            let text = std::str::from_utf8(body).map_err(|_| Malformed::value(member.name))?;
            Ok(Document::String(text.to_owned()))
        }
        _ => value::read(operation, member.shape, json(body)?),
    }
}

fn json(body: &Bytes) -> Result<Value, Malformed> {
    serde_json::from_slice(body).map_err(|_| Malformed::Json)
}

/// Everything but the body.
struct Source<'a> {
    operation: &'a OperationSchema,
    labels: &'a Labels,
    pairs: Vec<(String, String)>,
    headers: &'a HeaderMap,
}

impl Source<'_> {
    fn member(&self, member: &MemberSchema) -> Result<Option<Document>, Malformed> {
        let Some(shape) = self.operation.shape(member.shape) else {
            return Ok(None);
        };
        match member.location {
            Location::Uri => self.label(member, shape),
            Location::Query => self.query(member, shape),
            Location::Header => self.header(member, shape),
            Location::Headers => Ok(self.prefixed(member.wire_name())),
            Location::Body | Location::StatusCode => Ok(None),
        }
    }

    fn label(
        &self,
        member: &MemberSchema,
        shape: &ShapeSchema,
    ) -> Result<Option<Document>, Malformed> {
        let found = self
            .labels
            .iter()
            .find(|(name, _)| *name == member.wire_name());
        let Some((_, raw)) = found else {
            return Ok(None);
        };
        let text = text::path_decode(raw).ok_or_else(|| Malformed::value(member.name))?;
        let format = member.timestamp_format.unwrap_or(TimestampFormat::Iso8601);
        scalar::parse(shape, format, &text)
            .ok_or_else(|| Malformed::value(member.name))
            .map(Some)
    }

    fn query(
        &self,
        member: &MemberSchema,
        shape: &ShapeSchema,
    ) -> Result<Option<Document>, Malformed> {
        if let Kind::Map { value, .. } = shape.kind {
            return Ok(self.query_map(value));
        }
        let name = member.wire_name();
        let values = self
            .pairs
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value);
        let format = member.timestamp_format.unwrap_or(TimestampFormat::Iso8601);
        let mut read = values.map(|text| {
            let target = self.element(shape).unwrap_or(shape);
            scalar::parse(target, format, text).ok_or_else(|| Malformed::value(member.name))
        });
        if let Kind::List(_) = shape.kind {
            let items: Vec<Document> = read.collect::<Result<_, _>>()?;
            return Ok((!items.is_empty()).then_some(Document::List(items)));
        }
        read.next().transpose()
    }

    /// All parameters, each as a string or a list of strings.
    fn query_map(&self, value: Element) -> Option<Document> {
        let kind = self.operation.shape(value.shape).map(|shape| shape.kind);
        let mut entries = Members::new();
        for (key, text) in &self.pairs {
            let text = Document::String(text.clone());
            match (kind, entries.remove(key)) {
                (Some(Kind::List(_)), Some(Document::List(mut items))) => {
                    items.push(text);
                    entries.insert(key.clone(), Document::List(items));
                }
                (Some(Kind::List(_)), _) => {
                    entries.insert(key.clone(), Document::List(vec![text]));
                }
                (_, first) => entries.insert(key.clone(), first.unwrap_or(text)),
            }
        }
        (!entries.is_empty()).then_some(Document::Members(entries))
    }

    fn header(
        &self,
        member: &MemberSchema,
        shape: &ShapeSchema,
    ) -> Result<Option<Document>, Malformed> {
        let Some(value) = self.headers.get(member.wire_name()) else {
            return Ok(None);
        };
        let malformed = || Malformed::value(member.name);
        let text = value.to_str().map_err(|_| malformed())?;
        if member.json_value {
            return json_header(text).ok_or_else(malformed).map(Some);
        }
        let format = member.timestamp_format.unwrap_or(TimestampFormat::HttpDate);
        let Some(element) = self.element(shape) else {
            return scalar::parse(shape, format, text)
                .ok_or_else(malformed)
                .map(Some);
        };
        let dates = matches!(element.kind, Kind::Timestamp)
            && element.timestamp_format.unwrap_or(format) == TimestampFormat::HttpDate;
        let items = header_list::split(text, dates);
        let items = items
            .iter()
            .map(|item| scalar::parse(element, format, item));
        items
            .collect::<Option<_>>()
            .map(Document::List)
            .ok_or_else(malformed)
            .map(Some)
    }

    fn prefixed(&self, prefix: &str) -> Option<Document> {
        let prefix = prefix.to_lowercase();
        let named = self.headers.iter().filter_map(|(name, value)| {
            let rest = name.as_str().strip_prefix(&prefix)?;
            Some((
                rest.to_owned(),
                Document::String(value.to_str().ok()?.to_owned()),
            ))
        });
        let entries: Members = named.filter(|(rest, _)| !rest.is_empty()).collect();
        (!entries.is_empty()).then_some(Document::Members(entries))
    }

    fn element(&self, shape: &ShapeSchema) -> Option<&'static ShapeSchema> {
        let Kind::List(element) = shape.kind else {
            return None;
        };
        self.operation.shape(element.shape)
    }
}

/// A JSON value in a header is base64 of its text.
fn json_header(text: &str) -> Option<Document> {
    let bytes = STANDARD.decode(text).ok()?;
    serde_json::from_slice(&bytes).ok().map(Document::Value)
}
