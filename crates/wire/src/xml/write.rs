//! Writes a document by its schema, as the query protocol and rest-xml have it.

use super::text::Xml;
use crate::{
    document::{Document, Members},
    scalar,
    schema::{
        Element, Kind, Location, MemberSchema, OperationSchema, ShapeId, ShapeSchema,
        TimestampFormat, XmlNamespace,
    },
};

/// Writes the values of an operation's shapes.
pub(crate) struct Writer<'a> {
    pub(crate) operation: &'a OperationSchema,
    pub(crate) xml: Xml,
}

/// How an element is called, and what it says of its namespace.
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    pub(crate) namespace: Option<XmlNamespace>,
}

impl Writer<'_> {
    /// Those of the body; the others travel elsewhere.
    pub(crate) fn members(&mut self, members: &[MemberSchema], mut values: Members) {
        let within =
            |member: &&MemberSchema| member.location == Location::Body && !member.xml_attribute;
        for member in members.iter().filter(within) {
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

    pub(crate) fn element(
        &mut self,
        shape: &ShapeSchema,
        format: Option<TimestampFormat>,
        tag: &Tag<'_>,
        value: Document,
    ) {
        let attribute = attribute(shape, &value);
        self.xml.open_with(tag.name, tag.namespace, attribute);
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

/// The one attribute that a structure has, `xsi:type` of a grantee, with the namespace it is from.
fn attribute<'a>(shape: &ShapeSchema, value: &'a Document) -> Option<(&'static str, &'a str)> {
    let (Kind::Structure(members), Document::Members(values)) = (shape.kind, value) else {
        return None;
    };
    let member = members.iter().find(|member| member.xml_attribute)?;
    match values.get(member.name) {
        Some(Document::String(text)) => Some((member.wire_name(), text)),
        _ => None,
    }
}
