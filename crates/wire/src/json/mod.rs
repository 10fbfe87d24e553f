//! The JSON protocols 1.0 and 1.1: the operation in `X-Amz-Target`, input and output as JSON.
//!
//! It must never look at the path or at headers other than the target.

pub(crate) mod value;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response, StatusCode, header::CONTENT_TYPE};
use serde_json::{Map, Value};

use crate::{
    document::{Document, Members},
    failure::Failure,
    malformed::Malformed,
    schema::{Kind, OperationSchema, Protocol, ServiceInfo, ServiceSchema, ShapeSchema},
};

/// A batch of log events is at most 1 MiB; JSON may escape each byte to six.
pub(crate) const MAX_BODY: usize = 8 * 1024 * 1024;

/// The operation that the target names.
pub(crate) fn route(
    service: &'static ServiceSchema,
    headers: &HeaderMap,
) -> Result<&'static OperationSchema, Failure> {
    let target = headers
        .get("x-amz-target")
        .and_then(|value| value.to_str().ok());
    let name = target.and_then(|target| target.split_once('.'));
    let operation = name
        .filter(|(prefix, _)| *prefix == service.info.target_prefix)
        .and_then(|(_, name)| service.operation(name));
    operation.ok_or_else(|| Failure::new("UnknownOperationException", 400, String::new()))
}

/// Reads the body as the operation's input; an empty body is an empty input.
pub(crate) fn decode(operation: &OperationSchema, body: &Bytes) -> Result<Document, Malformed> {
    let Some(input) = operation.input else {
        return Ok(Document::Members(Members::new()));
    };
    if body.is_empty() {
        return Ok(Document::Members(Members::new()));
    }
    let value = serde_json::from_slice(body).map_err(|_| Malformed::Json)?;
    value::read(operation, input, value)
}

/// Writes the output; an operation without output answers with no body, as AWS does.
pub(crate) fn encode(operation: &OperationSchema, output: Document) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    if let Some(shape) = operation.output {
        let value = value::write(operation, shape, None, output);
        *response.body_mut() = Bytes::from(value.to_string());
    }
    response
        .headers_mut()
        .insert(CONTENT_TYPE, content_type(operation.service));
    response
}

/// `{"__type": code, "message": …}` and the error's other members.
pub(crate) fn render(
    service: &ServiceInfo,
    operation: Option<&OperationSchema>,
    failure: Failure,
) -> Response<Bytes> {
    let mut object = Map::new();
    object.insert("__type".to_owned(), Value::String(failure.code.to_string()));
    let status = StatusCode::from_u16(failure.status).unwrap_or(StatusCode::BAD_REQUEST);
    let modelled =
        operation.and_then(|operation| Some((operation, operation.error(&failure.code)?.0)));
    let mut members = failure.into_members(modelled.map(|(_, shape)| shape));
    if let Some((
        operation,
        ShapeSchema {
            kind: Kind::Structure(schema),
            ..
        },
    )) = modelled
    {
        object.extend(value::write_members(operation, schema, &mut members));
    }
    value::write_rest(&mut object, members);
    let mut response = Response::new(Bytes::from(Value::Object(object).to_string()));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(CONTENT_TYPE, content_type(service));
    response
}

fn content_type(service: &ServiceInfo) -> HeaderValue {
    HeaderValue::from_static(match service.protocol {
        Protocol::Json10 => "application/x-amz-json-1.0",
        Protocol::Json11 => "application/x-amz-json-1.1",
        Protocol::RestJson => "application/json",
        Protocol::Query | Protocol::RestXml => "text/xml",
    })
}
