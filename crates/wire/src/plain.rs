//! Inputs and outputs as JSON by the names of the model, for calls that the server makes itself.
//!
//! Templates of CloudFormation write the first letter of a name large where the model may have it small, numbers
//! and truth values as texts, and documents as they are; all of it is taken. A name that the model does not have is
//! told, never passed over.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Map, Number, Value};

use crate::{
    MAX_DEPTH,
    document::{Document, Members},
    request::Decoded,
    scalar,
    schema::{Element, Kind, MemberSchema, OperationSchema, ShapeId, ShapeSchema, TimestampFormat},
};

/// Why a value is no input of the operation. `path` leads to it, as `Environment/Variables`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("Encountered unsupported property {name}")]
    UnknownName { path: String, name: String },
    #[error("Value of property {path} must be {expected}")]
    WrongKind {
        path: String,
        expected: &'static str,
    },
}

impl Decoded {
    /// An input that was not sent by anybody.
    pub fn of_plain(operation: &'static OperationSchema, input: Value) -> Result<Self, Unfit> {
        let document = match operation.input {
            Some(shape) => Reader { operation }.value(shape, input, &Path::Root, 0)?,
            None => Document::Null,
        };
        Ok(Self::of(operation, document))
    }
}

/// An output as JSON. Times are seconds since 1970, bytes are base64.
pub fn json(document: Document) -> Value {
    match document {
        Document::Null => Value::Null,
        Document::Boolean(value) => Value::Bool(value),
        Document::Integer(value) => Value::Number(value.into()),
        Document::Float(value) => Number::from_f64(value).map_or(Value::Null, Value::Number),
        Document::String(text) => Value::String(text),
        Document::Blob(bytes) => Value::String(STANDARD.encode(bytes)),
        Document::Timestamp(at) => Number::from_f64(at.0).map_or(Value::Null, Value::Number),
        Document::List(items) => Value::Array(items.into_iter().map(json).collect()),
        Document::Members(members) => Value::Object(
            members
                .into_iter()
                .map(|(name, value)| (name.into_owned(), json(value)))
                .collect::<Map<_, _>>(),
        ),
        Document::Value(value) => value,
    }
}

/// The member of a structure that a template means by a name.
pub fn member(shape: &ShapeSchema, name: &str) -> Option<&'static MemberSchema> {
    let Kind::Structure(members) = shape.kind else {
        return None;
    };
    members.iter().find(|member| is_named(member, name))
}

/// The way to a value, written out only when somebody must be told.
enum Path<'a> {
    Root,
    Under(&'a Path<'a>, &'a str),
}

impl Path<'_> {
    fn text(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Under(Path::Root, name) => (*name).to_owned(),
            Self::Under(parent, name) => format!("{}/{name}", parent.text()),
        }
    }
}

struct Reader {
    operation: &'static OperationSchema,
}

impl Reader {
    fn value(
        &self,
        shape: ShapeId,
        value: Value,
        path: &Path<'_>,
        depth: usize,
    ) -> Result<Document, Unfit> {
        let Some(shape) = self.operation.shape(shape) else {
            return Ok(Document::Null);
        };
        if value.is_null() {
            return Ok(Document::Null);
        }
        if depth == MAX_DEPTH {
            return Err(wrong(path, "less deep"));
        }
        match shape.kind {
            Kind::Structure(members) => self.members(members, value, path, depth),
            Kind::List(element) => self.list(element, value, path, depth),
            Kind::Map { value: element, .. } => self.map(element, value, path, depth),
            Kind::Document => Ok(Document::Value(value)),
            _ => scalar(shape, &value).ok_or_else(|| wrong(path, expected(shape.kind))),
        }
    }

    fn members(
        &self,
        members: &'static [MemberSchema],
        value: Value,
        path: &Path<'_>,
        depth: usize,
    ) -> Result<Document, Unfit> {
        let Value::Object(object) = value else {
            return Err(wrong(path, "an object"));
        };
        let mut read = Members::new();
        for (name, value) in object {
            let path = Path::Under(path, &name);
            let member = members.iter().find(|member| is_named(member, &name));
            let member = member.ok_or_else(|| Unfit::UnknownName {
                path: path.text(),
                name: name.clone(),
            })?;
            let value = if member.json_value {
                Document::Value(value)
            } else {
                self.value(member.shape, value, &path, depth + 1)?
            };
            if !value.is_null() {
                read.insert(member.name, value);
            }
        }
        Ok(Document::Members(read))
    }

    fn list(
        &self,
        element: Element,
        value: Value,
        path: &Path<'_>,
        depth: usize,
    ) -> Result<Document, Unfit> {
        let Value::Array(items) = value else {
            return Err(wrong(path, "of type List"));
        };
        let items = items
            .into_iter()
            .map(|item| self.value(element.shape, item, path, depth + 1));
        Ok(Document::List(items.collect::<Result<_, _>>()?))
    }

    fn map(
        &self,
        element: Element,
        value: Value,
        path: &Path<'_>,
        depth: usize,
    ) -> Result<Document, Unfit> {
        let Value::Object(entries) = value else {
            return Err(wrong(path, "an object"));
        };
        let entries = entries.into_iter().map(|(key, value)| {
            let value = self.value(element.shape, value, &Path::Under(path, &key), depth + 1)?;
            Ok((key, value))
        });
        Ok(Document::Members(entries.collect::<Result<_, Unfit>>()?))
    }
}

fn is_named(member: &MemberSchema, name: &str) -> bool {
    let (known, given) = (member.name.as_bytes(), name.as_bytes());
    let (Some((first, rest)), Some((given, others))) = (known.split_first(), given.split_first())
    else {
        return false;
    };
    first.eq_ignore_ascii_case(given) && rest == others
}

fn scalar(shape: &ShapeSchema, value: &Value) -> Option<Document> {
    let text = match (shape.kind, value) {
        (Kind::String, Value::Array(_) | Value::Object(_)) => value.to_string(),
        (_, Value::String(text)) => text.clone(),
        (Kind::Integer | Kind::Long, Value::Number(number)) => whole(number),
        (_, Value::Number(number)) => number.to_string(),
        (_, Value::Bool(flag)) => flag.to_string(),
        (_, Value::Null | Value::Array(_) | Value::Object(_)) => return None,
    };
    let text = match shape.kind {
        Kind::Boolean => text.to_ascii_lowercase(),
        _ => text,
    };
    scalar::parse(shape, TimestampFormat::Iso8601, &text)
}

/// `128.0` is a whole number too.
fn whole(number: &Number) -> String {
    let text = number.to_string();
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::String => "of type String",
        Kind::Boolean => "of type Boolean",
        Kind::Integer | Kind::Long => "of type Integer",
        Kind::Float | Kind::Double => "of type Number",
        Kind::Timestamp => "a time",
        Kind::Blob => "base64",
        Kind::Structure(_) | Kind::Map { .. } | Kind::Document => "an object",
        Kind::List(_) => "of type List",
    }
}

fn wrong(path: &Path<'_>, expected: &'static str) -> Unfit {
    Unfit::WrongKind {
        path: path.text(),
        expected,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Operation as _, Shape as _, apigateway::PutMethod, lambda::CreateFunction};

    #[track_caller]
    fn check(input: Value, expected: Result<Value, &str>) {
        let read = Decoded::of_plain(CreateFunction::SCHEMA, input);
        let read = read.map(|read| super::json(read.document().clone()));
        match (read, expected) {
            (Ok(read), Ok(expected)) => assert_eq!(read, expected),
            (Err(unfit), Err(text)) => assert_eq!(unfit.to_string(), text),
            (read, _) => panic!("{read:?}"),
        }
    }

    #[test]
    fn texts_are_taken_for_numbers_and_numbers_for_texts() {
        check(
            json!({"FunctionName": 7, "MemorySize": "128", "Timeout": 3.0, "Publish": "True",
                   "Environment": {"Variables": {"N": 1, "on": true}}}),
            Ok(
                json!({"FunctionName": "7", "MemorySize": 128, "Timeout": 3, "Publish": true,
                      "Environment": {"Variables": {"N": "1", "on": "true"}}}),
            ),
        );
    }

    #[test]
    fn what_does_not_fit_is_told() {
        check(
            json!({"Colour": 1}),
            Err("Encountered unsupported property Colour"),
        );
        check(
            json!({"Environment": {"Values": {}}}),
            Err("Encountered unsupported property Values"),
        );
        check(
            json!({"MemorySize": "much"}),
            Err("Value of property MemorySize must be of type Integer"),
        );
        check(
            json!({"Layers": "one"}),
            Err("Value of property Layers must be of type List"),
        );
    }

    #[test]
    fn the_first_letter_may_be_large() {
        let input = json!({"RestApiId": "a", "ResourceId": "b", "HttpMethod": "GET",
            "AuthorizationType": "NONE", "RequestParameters": {"method.request.path.X": "true"}});
        let decoded = Decoded::of_plain(PutMethod::SCHEMA, input).unwrap();
        let input = decoded.validate().unwrap().input::<PutMethod>().unwrap();
        let read = super::json(input.into_document());
        assert_eq!(read["httpMethod"], "GET");
        assert_eq!(read["requestParameters"]["method.request.path.X"], true);
    }
}
