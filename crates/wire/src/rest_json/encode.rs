//! Spreads an output over status, headers and body.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header::CONTENT_TYPE};
use serde_json::{Map, Value};

use super::header_list;
use crate::{
    document::{Document, Members},
    failure::Failure,
    json::value,
    scalar,
    schema::{Kind, Location, MemberSchema, OperationSchema, ShapeSchema, TimestampFormat},
};

/// An answer that HTTP cannot carry is a fault of ours, and nothing of it is sent.
pub(crate) fn encode(operation: &OperationSchema, output: Document) -> Response<Bytes> {
    let written = write_output(operation, output);
    written.unwrap_or_else(|| render(Some(operation), Failure::internal()))
}

fn write_output(operation: &OperationSchema, output: Document) -> Option<Response<Bytes>> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::from_u16(operation.status).ok()?;
    let Some(shape) = operation.output_shape() else {
        return Some(response);
    };
    let values = Members::of(output).ok()?;
    write_structure(operation, shape, values, response)
}

/// The error's name in `x-amzn-ErrorType`, its members in the body.
pub(crate) fn render(operation: Option<&OperationSchema>, failure: Failure) -> Response<Bytes> {
    let modelled =
        operation.and_then(|operation| Some((operation, operation.error(&failure.code)?.0)));
    let status = StatusCode::from_u16(failure.status).unwrap_or(StatusCode::BAD_REQUEST);
    let code = HeaderValue::from_str(&failure.code);
    let members = failure.into_members(modelled.map(|(_, shape)| shape));
    let written = modelled.and_then(|(operation, shape)| {
        write_structure(
            operation,
            shape,
            members.clone(),
            Response::new(Bytes::new()),
        )
    });
    let mut response = written.unwrap_or_else(|| plain(members));
    *response.status_mut() = status;
    if let Ok(code) = code {
        response.headers_mut().insert("x-amzn-errortype", code);
    }
    response
}

fn plain(members: Members) -> Response<Bytes> {
    let mut object = Map::new();
    value::write_rest(&mut object, members);
    let mut response = Response::new(Bytes::from(Value::Object(object).to_string()));
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    response
}

const JSON: HeaderValue = HeaderValue::from_static("application/json");

fn write_structure(
    operation: &OperationSchema,
    shape: &ShapeSchema,
    mut values: Members,
    mut response: Response<Bytes>,
) -> Option<Response<Bytes>> {
    let Kind::Structure(members) = shape.kind else {
        return None;
    };
    for member in members
        .iter()
        .filter(|member| member.location != Location::Body)
    {
        if let Some(value) = values.remove(member.name) {
            write_outside(operation, member, &value, &mut response)?;
        }
    }
    let payload = shape
        .payload
        .and_then(|name| members.iter().find(|member| member.name == name));
    if let Some(member) = payload {
        let value = values.remove(member.name).unwrap_or_default();
        write_payload(operation, member, value, &mut response);
        if let Some(media) = shape.media.filter(|_| !response.body().is_empty()) {
            let media = HeaderValue::from_static(media);
            response.headers_mut().insert(CONTENT_TYPE, media);
        }
    } else if shape.error.is_some()
        || members
            .iter()
            .any(|member| member.location == Location::Body)
    {
        let mut object = value::write_members(operation, members, &mut values);
        if shape.error.is_some() {
            value::write_rest(&mut object, values);
        }
        *response.body_mut() = Bytes::from(Value::Object(object).to_string());
        response.headers_mut().insert(CONTENT_TYPE, JSON);
    }
    Some(response)
}

/// Writes the members of the status and the headers; nothing if HTTP cannot carry one.
pub(crate) fn write_outside(
    operation: &OperationSchema,
    member: &MemberSchema,
    value: &Document,
    response: &mut Response<Bytes>,
) -> Option<()> {
    match (member.location, value) {
        (Location::StatusCode, Document::Integer(status)) => {
            *response.status_mut() = StatusCode::from_u16(u16::try_from(*status).ok()?).ok()?;
        }
        (Location::Headers, Document::Members(entries)) => {
            for (name, value) in entries.iter() {
                let Document::String(value) = value else {
                    return None;
                };
                let name = format!("{}{name}", member.wire_name());
                insert(response.headers_mut(), &name, value)?;
            }
        }
        (Location::Header, value) => {
            let text = header_text(operation, member, value)?;
            insert(response.headers_mut(), member.wire_name(), &text)?;
        }
        _ => {}
    }
    Some(())
}

fn insert(headers: &mut HeaderMap, name: &str, value: &str) -> Option<()> {
    let name = HeaderName::try_from(name).ok()?;
    headers.insert(name, HeaderValue::from_str(value).ok()?);
    Some(())
}

fn header_text(
    operation: &OperationSchema,
    member: &MemberSchema,
    value: &Document,
) -> Option<String> {
    let shape = operation.shape(member.shape)?;
    let format = member.timestamp_format.unwrap_or(TimestampFormat::HttpDate);
    match (shape.kind, value) {
        (_, Document::Value(json)) if member.json_value => Some(STANDARD.encode(json.to_string())),
        (Kind::List(element), Document::List(items)) => {
            let element = operation.shape(element.shape)?;
            let items = items
                .iter()
                .map(|item| scalar::print(element, format, item));
            let items: Vec<String> = items.collect::<Option<_>>()?;
            Some(header_list::join(
                &items,
                matches!(element.kind, Kind::String),
            ))
        }
        _ => scalar::print(shape, format, value),
    }
}

/// A header of the output that names the content type wins over the kind's own.
fn write_payload(
    operation: &OperationSchema,
    member: &MemberSchema,
    value: Document,
    response: &mut Response<Bytes>,
) {
    let (body, content_type) = match value {
        Document::Null => return,
        Document::Blob(bytes) => (bytes, HeaderValue::from_static("application/octet-stream")),
        Document::String(text) if !is_document(operation, member) => {
            (Bytes::from(text), HeaderValue::from_static("text/plain"))
        }
        other => {
            let json = value::write(operation, member.shape, member.timestamp_format, other);
            (Bytes::from(json.to_string()), JSON)
        }
    };
    *response.body_mut() = body;
    response
        .headers_mut()
        .entry(CONTENT_TYPE)
        .or_insert(content_type);
}

fn is_document(operation: &OperationSchema, member: &MemberSchema) -> bool {
    matches!(
        operation.shape(member.shape).map(|shape| shape.kind),
        Some(Kind::Document)
    )
}
