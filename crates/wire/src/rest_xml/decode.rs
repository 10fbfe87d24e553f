//! Gathers an input from the path's labels, the query string, the headers and the XML of the body.

use bytes::Bytes;
use http::request::Parts;

use crate::{
    document::{Document, Members},
    malformed::Malformed,
    rest_json::{self, Labels},
    schema::{Kind, MemberSchema, OperationSchema, ShapeSchema},
    xml,
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
    let mut input = payload(operation, shape, members, body)?;
    rest_json::outside(operation, members, (labels, parts), &mut input)?;
    Ok(Document::Members(input))
}

fn payload(
    operation: &OperationSchema,
    shape: &ShapeSchema,
    members: &[MemberSchema],
    body: &Bytes,
) -> Result<Members, Malformed> {
    let named = |name| members.iter().find(|member| member.name == name);
    let Some(member) = shape.payload.and_then(named) else {
        return Ok(Members::new());
    };
    if member.streaming || body.is_empty() {
        return Ok(Members::new());
    }
    let value = match operation.shape(member.shape).map(|shape| shape.kind) {
        Some(Kind::String) => {
            let text = std::str::from_utf8(body).map_err(|_| Malformed::value(member.name))?;
            Document::String(text.to_owned())
        }
        Some(Kind::Blob) => Document::Blob(body.clone()),
        _ => xml::read(operation, member.shape, body)?,
    };
    Ok([(member.name, value)].into_iter().collect())
}
