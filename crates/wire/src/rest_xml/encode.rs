//! Spreads an output over status, headers and an XML body, and writes S3's errors.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};

use crate::{
    document::{Document, Members},
    failure::Failure,
    malformed::Malformed,
    request_id::host_id,
    rest_json::write_outside,
    schema::{Kind, Location, MemberSchema, OperationSchema, ShapeSchema, XmlNamespace},
    xml::{Tag, Writer, Xml},
};

const PROLOGUE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const XML: HeaderValue = HeaderValue::from_static("application/xml");

/// An answer that HTTP cannot carry is a fault of ours, and nothing of it is sent.
pub(crate) fn encode(operation: &OperationSchema, output: Document) -> Response<Bytes> {
    let written = write_output(operation, output);
    written.unwrap_or_else(|| render(Failure::internal(), ""))
}

fn write_output(operation: &OperationSchema, output: Document) -> Option<Response<Bytes>> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::from_u16(operation.status).ok()?;
    let Some(shape) = operation.output_shape() else {
        return Some(response);
    };
    let Kind::Structure(members) = shape.kind else {
        return None;
    };
    let mut values = Members::of(output).ok()?;
    for member in members {
        if member.location != Location::Body
            && let Some(value) = values.remove(member.name)
        {
            write_outside(operation, member, &value, &mut response)?;
        }
    }
    // RFC 9110, section 15.3.7: an answer that tells a range is a part.
    if response.headers().contains_key(header::CONTENT_RANGE) {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    write_body(operation, shape, members, values, &mut response);
    Some(response)
}

fn write_body(
    operation: &OperationSchema,
    shape: &ShapeSchema,
    members: &[MemberSchema],
    mut values: Members,
    response: &mut Response<Bytes>,
) {
    let named = |name| members.iter().find(|member| member.name == name);
    if let Some(member) = shape.payload.and_then(named) {
        if !member.streaming
            && let Some(value) = values.remove(member.name)
        {
            write_payload(operation, member, value, response);
        }
        return;
    }
    let in_body = |member: &MemberSchema| member.location == Location::Body;
    if members.iter().any(in_body) {
        let root = shape.wire_name.unwrap_or(shape.name);
        let mut writer = writer(operation);
        writer.xml.open(root, namespace(operation));
        writer.members(members, values);
        writer.xml.close(root);
        respond(response, writer.xml);
    }
}

fn write_payload(
    operation: &OperationSchema,
    member: &MemberSchema,
    value: Document,
    response: &mut Response<Bytes>,
) {
    let Some(shape) = operation.shape(member.shape) else {
        return;
    };
    match value {
        Document::String(text) => *response.body_mut() = Bytes::from(text),
        Document::Blob(bytes) => *response.body_mut() = bytes,
        other => {
            let name = shape.wire_name.or(member.location_name);
            let tag = Tag {
                name: name.unwrap_or(shape.name),
                namespace: namespace(operation),
            };
            let mut writer = writer(operation);
            writer.element(shape, member.timestamp_format, &tag, other);
            respond(response, writer.xml);
        }
    }
}

fn writer(operation: &OperationSchema) -> Writer<'_> {
    Writer {
        operation,
        xml: Xml::default(),
    }
}

fn namespace(operation: &OperationSchema) -> Option<XmlNamespace> {
    let uri = operation.service.xml_namespace;
    (!uri.is_empty()).then_some(XmlNamespace { prefix: None, uri })
}

fn respond(response: &mut Response<Bytes>, xml: Xml) {
    *response.body_mut() = Bytes::from(format!("{PROLOGUE}{}", xml.finish()));
    response.headers_mut().insert(header::CONTENT_TYPE, XML);
}

/// `<Error><Code>…</Code><Message>…</Message>…<RequestId>…</RequestId><HostId>…</HostId></Error>`
/// without a namespace (S3 API reference, "REST error responses").
pub(crate) fn render(failure: Failure, request_id: &str) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    let status = StatusCode::from_u16(failure.status).unwrap_or(StatusCode::BAD_REQUEST);
    *response.status_mut() = status;
    let mut xml = Xml::default();
    xml.open("Error", None);
    xml.element("Code", &failure.code);
    xml.element("Message", &failure.message);
    for (name, value) in failure.fields.into_iter() {
        if let Document::String(text) = value {
            xml.element(&name, &text);
        }
    }
    xml.element("RequestId", request_id);
    xml.element("HostId", &host_id(request_id));
    xml.close("Error");
    // RFC 9110, section 15.4.5: what was not modified comes without content.
    if status != StatusCode::NOT_MODIFIED {
        respond(&mut response, xml);
    }
    response
}

/// S3's words for what its schema does not fit (S3 API reference, "Error responses").
pub(crate) fn malformed(cause: &Malformed) -> Failure {
    match cause {
        Malformed::Size(_) => {
            Failure::new("MaxMessageLengthExceeded", 400, "Your request was too big.")
        }
        Malformed::Value(_) | Malformed::Conversion { .. } | Malformed::Parameters(_) => {
            Failure::new("InvalidArgument", 400, cause.to_string())
        }
        Malformed::Xml | Malformed::Depth | Malformed::Json => Failure::new(
            "MalformedXML",
            400,
            "The XML you provided was not well-formed or did not validate against our published \
             schema",
        ),
    }
}
