//! Reads an input out of a form.

use super::Form;
use crate::{
    MAX_DEPTH,
    document::{Document, Members},
    malformed::Malformed,
    scalar,
    schema::{Element, Kind, MemberSchema, OperationSchema, ShapeId, ShapeSchema, TimestampFormat},
};

pub(crate) fn decode(operation: &OperationSchema, form: &Form) -> Result<Document, Malformed> {
    let Some(Kind::Structure(members)) = operation.input_shape().map(|shape| shape.kind) else {
        return Ok(Document::Members(Members::new()));
    };
    Reader {
        operation,
        depth: 0,
    }
    .members(members, form)
    .map(Document::Members)
}

struct Reader<'a> {
    operation: &'a OperationSchema,
    depth: usize,
}

impl Reader<'_> {
    fn members(&mut self, members: &[MemberSchema], form: &Form) -> Result<Members, Malformed> {
        let mut read = Members::new();
        for member in members {
            let Some(shape) = self.operation.shape(member.shape) else {
                continue;
            };
            let flattened = member.flattened || shape.flattened;
            let Some(node) = form.child(member.wire_name()) else {
                continue;
            };
            let value = self.value(member, shape, flattened, node)?;
            if !value.is_null() {
                read.insert(member.name, value);
            }
        }
        Ok(read)
    }

    fn value(
        &mut self,
        member: &MemberSchema,
        shape: &ShapeSchema,
        flattened: bool,
        node: &Form,
    ) -> Result<Document, Malformed> {
        if self.depth == MAX_DEPTH {
            return Err(Malformed::Depth);
        }
        self.depth += 1;
        let value = match shape.kind {
            Kind::Structure(members) => self.members(members, node).map(Document::Members),
            Kind::List(element) => self.list(element, flattened, node),
            Kind::Map { key, value } => self.map(key, value, flattened, node),
            _ => node.value().map_or(Ok(Document::Null), |text| {
                let format = member.timestamp_format.unwrap_or(TimestampFormat::Iso8601);
                scalar::parse(shape, format, text).ok_or_else(|| Malformed::value(member.name))
            }),
        };
        self.depth -= 1;
        value
    }

    /// `List=` is an empty list.
    fn list(
        &mut self,
        element: Element,
        flattened: bool,
        node: &Form,
    ) -> Result<Document, Malformed> {
        let name = element.wire_name.unwrap_or("member");
        let items = if flattened {
            Some(node)
        } else {
            node.child(name)
        };
        let items = items.map(Form::numbered).unwrap_or_default();
        if items.is_empty() && node.value() != Some("") {
            return Ok(Document::Null);
        }
        let items = items
            .into_iter()
            .map(|item| self.element(element.shape, item));
        Ok(Document::List(items.collect::<Result<_, _>>()?))
    }

    fn map(
        &mut self,
        key: Element,
        value: Element,
        flattened: bool,
        node: &Form,
    ) -> Result<Document, Malformed> {
        let entries = if flattened {
            Some(node)
        } else {
            node.child("entry")
        };
        let entries = entries.map(Form::numbered).unwrap_or_default();
        if entries.is_empty() {
            return Ok(Document::Null);
        }
        let (key_name, value_name) = (
            key.wire_name.unwrap_or("key"),
            value.wire_name.unwrap_or("value"),
        );
        let mut read = Members::new();
        for entry in entries {
            let key = entry
                .text(key_name)
                .ok_or_else(|| Malformed::value(key_name))?;
            let value = entry
                .child(value_name)
                .map(|node| self.element(value.shape, node));
            read.insert(key.to_owned(), value.transpose()?.unwrap_or_default());
        }
        Ok(Document::Members(read))
    }

    fn element(&mut self, shape: ShapeId, node: &Form) -> Result<Document, Malformed> {
        let Some(schema) = self.operation.shape(shape) else {
            return Ok(Document::Null);
        };
        let unnamed = crate::schema::member(schema.name, shape);
        self.value(&unnamed, schema, schema.flattened, node)
    }
}
