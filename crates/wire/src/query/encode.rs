//! Writes an output, or a failure, as XML.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header::CONTENT_TYPE};

use crate::{
    document::Document,
    failure::Failure,
    schema::{Kind, OperationSchema, ServiceInfo, ShapeSchema, XmlNamespace},
    xml::{Writer, Xml},
};

/// `<NameResponse><NameResult>…</NameResult><ResponseMetadata>…`, where the model names a result.
pub(crate) fn encode(
    operation: &OperationSchema,
    output: Document,
    request_id: &str,
) -> Response<Bytes> {
    let root = format!("{}Response", operation.name);
    let mut writer = Writer {
        operation,
        xml: Xml::default(),
    };
    writer.xml.open(&root, namespace(operation.service));
    if let (Some(wrapper), Some(shape)) = (operation.result_wrapper, operation.output_shape()) {
        writer.xml.open(wrapper, None);
        if let (Kind::Structure(members), Document::Members(values)) = (shape.kind, output) {
            writer.members(members, values);
        }
        writer.xml.close(wrapper);
    }
    writer.xml.open("ResponseMetadata", None);
    writer.xml.element("RequestId", request_id);
    writer.xml.close("ResponseMetadata");
    writer.xml.close(&root);
    respond(StatusCode::OK, writer.xml)
}

pub(crate) fn render(
    service: &ServiceInfo,
    operation: Option<&OperationSchema>,
    failure: Failure,
    request_id: &str,
) -> Response<Bytes> {
    let status = StatusCode::from_u16(failure.status).unwrap_or(StatusCode::BAD_REQUEST);
    let mut xml = Xml::default();
    xml.open("ErrorResponse", namespace(service));
    xml.open("Error", None);
    xml.element(
        "Type",
        if failure.sender_fault {
            "Sender"
        } else {
            "Receiver"
        },
    );
    xml.element("Code", &failure.code);
    if !failure.message.is_empty() {
        xml.element("Message", &failure.message);
    }
    let modelled =
        operation.and_then(|operation| Some((operation, operation.error(&failure.code)?.0)));
    if let Some((
        operation,
        ShapeSchema {
            kind: Kind::Structure(members),
            ..
        },
    )) = modelled
    {
        let mut writer = Writer { operation, xml };
        writer.members(members, *failure.fields);
        xml = writer.xml;
    }
    xml.close("Error");
    xml.element("RequestId", request_id);
    xml.close("ErrorResponse");
    respond(status, xml)
}

fn respond(status: StatusCode, xml: Xml) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(xml.finish()));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("text/xml"));
    response
}

fn namespace(service: &ServiceInfo) -> Option<XmlNamespace> {
    let uri = service.xml_namespace;
    (!uri.is_empty()).then_some(XmlNamespace { prefix: None, uri })
}
