//! Reads elements as a document of their schema. What the schema does not name is passed over, as
//! S3 does.

use roxmltree::{Node, ParsingOptions};

use crate::{
    document::{Document, Members},
    malformed::Malformed,
    scalar,
    schema::{Element, Kind, Location, MemberSchema, OperationSchema, ShapeId, TimestampFormat},
};

/// A request to delete the most objects at once has some thousand elements.
const MOST_NODES: u32 = 50_000;

/// Reads the whole body, whose root is a value of the shape.
pub(crate) fn read(
    operation: &OperationSchema,
    shape: ShapeId,
    body: &[u8],
) -> Result<Document, Malformed> {
    let text = std::str::from_utf8(body).map_err(|_| Malformed::Xml)?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    check_depth(text)?;
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let parsed =
        roxmltree::Document::parse_with_options(text, options).map_err(|_| Malformed::Xml)?;
    Reader { operation }.value(shape, None, parsed.root_element())
}

/// Counted before anything is parsed, so that no nesting reaches a parser's stack.
fn check_depth(text: &str) -> Result<(), Malformed> {
    let mut depth = 0_usize;
    for tag in text.split('<').skip(1) {
        let (inside, _) = tag.split_once('>').unwrap_or((tag, ""));
        match inside.as_bytes().first() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'?' | b'!') => {}
            _ if inside.ends_with('/') => {}
            _ => depth += 1,
        }
        if depth > crate::MAX_DEPTH {
            return Err(Malformed::Depth);
        }
    }
    Ok(())
}

struct Reader<'a> {
    operation: &'a OperationSchema,
}

impl Reader<'_> {
    fn value(
        &self,
        shape: ShapeId,
        format: Option<TimestampFormat>,
        node: Node<'_, '_>,
    ) -> Result<Document, Malformed> {
        let shape = self.operation.shape(shape).ok_or(Malformed::Xml)?;
        match shape.kind {
            Kind::Structure(members) => self.members(members, node).map(Document::Members),
            Kind::List(element) => {
                let name = element.wire_name.unwrap_or("member");
                let items = elements(node).filter(|child| child.tag_name().name() == name);
                self.items(element, items)
            }
            Kind::Map { key, value } => {
                let entries = elements(node).filter(|child| child.tag_name().name() == "entry");
                self.entries(key, value, entries)
            }
            Kind::String
            | Kind::Boolean
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Timestamp
            | Kind::Blob
            | Kind::Document => {
                let format = format.unwrap_or(TimestampFormat::Iso8601);
                let text = text_of(node);
                let text = match shape.kind {
                    Kind::String => text.as_str(),
                    _ => text.trim(),
                };
                scalar::parse(shape, format, text).ok_or(Malformed::Xml)
            }
        }
    }

    fn members(&self, members: &[MemberSchema], node: Node<'_, '_>) -> Result<Members, Malformed> {
        let mut values = Members::new();
        for member in members {
            if member.location != Location::Body {
                continue;
            }
            if let Some(value) = self.member(member, node)? {
                values.insert(member.name, value);
            }
        }
        Ok(values)
    }

    fn member(
        &self,
        member: &MemberSchema,
        node: Node<'_, '_>,
    ) -> Result<Option<Document>, Malformed> {
        let shape = self.operation.shape(member.shape).ok_or(Malformed::Xml)?;
        if member.xml_attribute {
            let local = member.wire_name().rsplit(':').next().unwrap_or_default();
            let mut attributes = node.attributes();
            let found = attributes.find(|attribute| attribute.name() == local);
            return Ok(found.map(|attribute| Document::String(attribute.value().to_owned())));
        }
        let name = member.wire_name();
        let mut named = elements(node)
            .filter(|child| child.tag_name().name() == name)
            .peekable();
        if named.peek().is_none() {
            return Ok(None);
        }
        match shape.kind {
            Kind::List(element) if member.flattened || shape.flattened => {
                self.items(element, named).map(Some)
            }
            Kind::Map { key, value } if member.flattened || shape.flattened => {
                self.entries(key, value, named).map(Some)
            }
            _ => named
                .next()
                .map(|child| self.value(member.shape, member.timestamp_format, child))
                .transpose(),
        }
    }

    fn items<'i, 'd: 'i>(
        &self,
        element: Element,
        items: impl Iterator<Item = Node<'i, 'd>>,
    ) -> Result<Document, Malformed> {
        let items = items.map(|item| self.value(element.shape, None, item));
        items.collect::<Result<_, _>>().map(Document::List)
    }

    fn entries<'i, 'd: 'i>(
        &self,
        key: Element,
        value: Element,
        entries: impl Iterator<Item = Node<'i, 'd>>,
    ) -> Result<Document, Malformed> {
        let (key_name, value_name) = (
            key.wire_name.unwrap_or("key"),
            value.wire_name.unwrap_or("value"),
        );
        let child = |entry: Node<'i, 'd>, name: &str| {
            elements(entry).find(|child| child.tag_name().name() == name)
        };
        let mut members = Members::new();
        for entry in entries {
            let (Some(key), Some(held)) = (child(entry, key_name), child(entry, value_name)) else {
                return Err(Malformed::Xml);
            };
            members.insert(text_of(key), self.value(value.shape, None, held)?);
        }
        Ok(Document::Members(members))
    }
}

fn elements<'i, 'd>(node: Node<'i, 'd>) -> impl Iterator<Item = Node<'i, 'd>> {
    node.children().filter(Node::is_element)
}

fn text_of(node: Node<'_, '_>) -> String {
    let texts = node.children().filter(Node::is_text);
    texts.filter_map(|text| text.text()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::Service;

    #[track_caller]
    fn check(body: &str, expected: Option<&str>) {
        let operation = Service::S3.schema().operation("DeleteObjects").unwrap();
        let Some(Kind::Structure(members)) = operation.input_shape().map(|shape| shape.kind) else {
            panic!("an input");
        };
        let payload = members
            .iter()
            .find(|member| member.name == "Delete")
            .unwrap();
        let read = read(operation, payload.shape, body.as_bytes());
        assert_eq!(
            read.ok().map(|document| shown(&document)).as_deref(),
            expected
        );
    }

    fn shown(document: &Document) -> String {
        match document {
            Document::Members(members) => {
                let members = members.iter();
                let each: Vec<_> = members
                    .map(|(name, value)| format!("{name}:{}", shown(value)))
                    .collect();
                format!("{{{}}}", each.join(","))
            }
            Document::List(items) => {
                format!(
                    "[{}]",
                    items.iter().map(shown).collect::<Vec<_>>().join(",")
                )
            }
            Document::String(text) => text.clone(),
            Document::Boolean(value) => value.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn elements_become_members_whatever_their_namespace_and_order() {
        check(
            "<?xml version=\"1.0\"?><Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
             <Object><Key>a&amp;b </Key></Object><Unknown/><Quiet> true </Quiet>\
             <Object><Key>c</Key><VersionId>v</VersionId></Object></Delete>",
            Some("{Objects:[{Key:a&b },{Key:c,VersionId:v}],Quiet:true}"),
        );
        check("<Delete/>", Some("{}"));
    }

    #[test]
    fn what_is_no_xml_or_declares_entities_is_refused() {
        for body in [
            "",
            "<Delete>",
            "{}",
            "<Delete><Quiet>maybe</Quiet></Delete>",
            "<!DOCTYPE x [<!ENTITY a \"b\">]><Delete><Object><Key>&a;</Key></Object></Delete>",
        ] {
            check(body, None);
        }
        check(&"<Delete>".repeat(100_000), None);
    }
}
