//! Writes an output, or a failure, as XML.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header::CONTENT_TYPE};

use super::xml::Xml;
use crate::{
    document::{Document, Members},
    failure::Failure,
    scalar,
    schema::{
        Element, Kind, MemberSchema, OperationSchema, ServiceInfo, ShapeId, ShapeSchema,
        TimestampFormat, XmlNamespace,
    },
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

struct Writer<'a> {
    operation: &'a OperationSchema,
    xml: Xml,
}

/// How an element is called, and what it says of its namespace.
struct Tag<'a> {
    name: &'a str,
    namespace: Option<XmlNamespace>,
}

impl Writer<'_> {
    fn members(&mut self, members: &[MemberSchema], mut values: Members) {
        for member in members {
            let Some(value) = values.remove(member.name) else {
                continue;
            };
            let Some(shape) = self.operation.shape(member.shape) else {
                continue;
            };
            let tag = Tag {
                name: member.wire_name(),
                namespace: member.xml_namespace,
            };
            match (shape.kind, value) {
                (Kind::List(element), Document::List(items))
                    if member.flattened || shape.flattened =>
                {
                    let namespace = element.xml_namespace.or(member.xml_namespace);
                    self.items(element.shape, &Tag { namespace, ..tag }, items);
                }
                (
                    Kind::Map {
                        key,
                        value: element,
                    },
                    Document::Members(entries),
                ) if member.flattened || shape.flattened => {
                    self.entries(key, element, &tag, entries);
                }
                (_, value) => self.element(shape, member.timestamp_format, &tag, value),
            }
        }
    }

    fn element(
        &mut self,
        shape: &ShapeSchema,
        format: Option<TimestampFormat>,
        tag: &Tag<'_>,
        value: Document,
    ) {
        self.xml.open(tag.name, tag.namespace);
        match (shape.kind, value) {
            (Kind::Structure(members), Document::Members(values)) => self.members(members, values),
            (Kind::List(element), Document::List(items)) => {
                let name = element.wire_name.unwrap_or("member");
                let namespace = element.xml_namespace;
                self.items(element.shape, &Tag { name, namespace }, items);
            }
            (Kind::Map { key, value }, Document::Members(entries)) => {
                self.entries(
                    key,
                    value,
                    &Tag {
                        name: "entry",
                        namespace: None,
                    },
                    entries,
                );
            }
            (_, value) => {
                let format = format.unwrap_or(TimestampFormat::Iso8601);
                let text = scalar::print(shape, format, &value);
                self.xml.text(text.as_deref().unwrap_or(""));
            }
        }
        self.xml.close(tag.name);
    }

    fn items(&mut self, shape: ShapeId, tag: &Tag<'_>, items: Vec<Document>) {
        let Some(shape) = self.operation.shape(shape) else {
            return;
        };
        for item in items {
            self.element(shape, None, tag, item);
        }
    }

    fn entries(&mut self, key: Element, value: Element, tag: &Tag<'_>, entries: Members) {
        for (name, entry) in entries {
            self.xml.open(tag.name, tag.namespace);
            let keys = Tag {
                name: key.wire_name.unwrap_or("key"),
                namespace: key.xml_namespace,
            };
            self.items(key.shape, &keys, vec![Document::String(name.into_owned())]);
            let name = value.wire_name.unwrap_or("value");
            let namespace = value.xml_namespace;
            self.items(value.shape, &Tag { name, namespace }, vec![entry]);
            self.xml.close(tag.name);
        }
    }
}
