//! The constraints of a schema, and AWS's words for breaking them.
//!
//! The words are those of the recordings: each broken constraint of a member is an error of its
//! own, while those of a list's or map's scalars are told together at the list. It must never
//! change a document.

mod constraint;
mod display;
mod pattern;

use crate::{
    document::{Document, Members},
    failure::Failure,
    schema::{Element, Kind, Location, MemberSchema, OperationSchema, Protocol, ShapeSchema},
};

/// More errors than these are not collected.
const MAX_VIOLATIONS: usize = 100;

pub(crate) fn validate(operation: &OperationSchema, input: &Document) -> Result<(), Failure> {
    let mut walk = Walk {
        operation,
        dialect: Dialect::of(operation),
        violations: Vec::new(),
    };
    if let (Some(Kind::Structure(members)), Document::Members(values)) =
        (operation.input_shape().map(|shape| shape.kind), input)
    {
        walk.input(members, values);
    }
    if walk.violations.is_empty() {
        return Ok(());
    }
    Err(Failure::modelled(
        operation,
        code(operation),
        message(&walk.violations),
    ))
}

/// CloudWatch Logs and ECR have an error of their own, except where an operation models the common one.
fn code(operation: &OperationSchema) -> &'static str {
    match operation.service.protocol {
        Protocol::Query => "ValidationError",
        Protocol::RestJson => "ValidationException",
        Protocol::RestXml => "InvalidArgument",
        Protocol::Json10 | Protocol::Json11 => {
            let models = |name| operation.error(name).is_some();
            let is_own = models("InvalidParameterException") || operation.service.name == "logs";
            if is_own && !models("ValidationException") {
                "InvalidParameterException"
            } else {
                "ValidationException"
            }
        }
    }
}

fn message(violations: &[String]) -> String {
    let noun = if violations.len() == 1 {
        "error"
    } else {
        "errors"
    };
    format!(
        "{} validation {noun} detected: {}",
        violations.len(),
        violations.join("; ")
    )
}

/// How the services differ in telling what is broken.
#[derive(Clone, Copy)]
struct Dialect {
    /// API Gateway puts the input's name before members of the body, and of the body only.
    names_input: bool,
    /// IAM tells neither values nor the set of an enum.
    hides_values: bool,
}

impl Dialect {
    fn of(operation: &OperationSchema) -> Self {
        let service = operation.service.name;
        Self {
            names_input: service == "apigateway",
            hides_values: service == "iam",
        }
    }
}

struct Walk<'a> {
    operation: &'a OperationSchema,
    dialect: Dialect,
    violations: Vec<String>,
}

impl Walk<'_> {
    fn input(&mut self, members: &[MemberSchema], values: &Members) {
        let prefix = if self.dialect.names_input {
            format!("{}Input.", lower_first(self.operation.name))
        } else {
            String::new()
        };
        for member in members {
            let prefix = if member.location == Location::Body {
                prefix.as_str()
            } else {
                ""
            };
            self.member(member, values.get(member.name), prefix);
        }
    }

    fn members(&mut self, members: &[MemberSchema], values: &Members, prefix: &str) {
        for member in members {
            self.member(member, values.get(member.name), prefix);
        }
    }

    fn member(&mut self, member: &MemberSchema, value: Option<&Document>, prefix: &str) {
        let path = format!("{prefix}{}", lower_first(member.name));
        let Some(shape) = self.operation.shape(member.shape) else {
            return;
        };
        match value {
            None if member.required => self.missing(&path),
            None => {}
            Some(value) => self.value(shape, value, &path),
        }
    }

    fn missing(&mut self, path: &str) {
        self.push(format!(
            "Value null at '{path}' failed to satisfy constraint: {}",
            constraint::NOT_NULL
        ));
    }

    fn value(&mut self, shape: &ShapeSchema, value: &Document, path: &str) {
        for words in constraint::broken(shape, value, self.dialect.hides_values) {
            self.broken(shape, value, path, &words);
        }
        match (shape.kind, value) {
            (Kind::Structure(members), Document::Members(values)) => {
                self.members(members, values, &format!("{path}."));
            }
            (Kind::List(element), Document::List(items)) => {
                self.list(shape, element, items, path);
            }
            (
                Kind::Map {
                    key,
                    value: element,
                },
                Document::Members(entries),
            ) => {
                self.keys(shape, key, entries, path);
                self.entries(shape, element, entries, path);
            }
            _ => {}
        }
    }

    fn list(&mut self, shape: &ShapeSchema, element: Element, items: &[Document], path: &str) {
        let Some(item_shape) = self.operation.shape(element.shape) else {
            return;
        };
        if is_scalar(item_shape) {
            let fails = |item: &Document| constraint::fails(item_shape, item);
            if items.iter().any(fails) {
                let all = constraint::all(
                    item_shape,
                    shape.dense || items.iter().any(Document::is_null),
                );
                let list = Document::List(items.to_vec());
                self.broken(
                    shape,
                    &list,
                    path,
                    &format!("Member must satisfy constraint: [{all}]"),
                );
            }
            return;
        }
        for (index, item) in items.iter().enumerate() {
            let path = format!("{path}.{}.member", index + 1);
            if item.is_null() {
                self.missing(&path);
            } else {
                self.value(item_shape, item, &path);
            }
        }
    }

    fn keys(&mut self, shape: &ShapeSchema, key: Element, entries: &Members, path: &str) {
        let Some(key_shape) = self.operation.shape(key.shape) else {
            return;
        };
        let fails = |key: &str| constraint::fails(key_shape, &Document::String(key.to_owned()));
        if entries.iter().any(|(key, _)| fails(key)) {
            let all = constraint::all(key_shape, false);
            let map = Document::Members(entries.clone());
            self.broken(
                shape,
                &map,
                path,
                &format!("Map keys must satisfy constraint: [{all}]"),
            );
        }
    }

    fn entries(&mut self, shape: &ShapeSchema, element: Element, entries: &Members, path: &str) {
        let Some(value_shape) = self.operation.shape(element.shape) else {
            return;
        };
        if is_scalar(value_shape) {
            if entries
                .iter()
                .any(|(_, value)| constraint::fails(value_shape, value))
            {
                let null = entries.iter().any(|(_, value)| value.is_null());
                let all = constraint::all(value_shape, shape.dense || null);
                let map = Document::Members(entries.clone());
                let words = format!("Map value must satisfy constraint: [{all}]");
                self.broken(shape, &map, path, &words);
            }
            return;
        }
        for (key, value) in entries.iter() {
            let path = format!("{path}.{key}.member");
            if value.is_null() {
                self.missing(&path);
            } else {
                self.value(value_shape, value, &path);
            }
        }
    }

    /// A secret is not told.
    fn broken(&mut self, shape: &ShapeSchema, value: &Document, path: &str, constraint: &str) {
        let hidden = self.is_sensitive(shape, 0) || self.dialect.hides_values;
        let value = if hidden {
            String::new()
        } else {
            format!(" '{}'", display::java(value))
        };
        self.push(format!(
            "Value{value} at '{path}' failed to satisfy constraint: {constraint}"
        ));
    }

    fn is_sensitive(&self, shape: &ShapeSchema, depth: usize) -> bool {
        let inner = match shape.kind {
            Kind::List(element) | Kind::Map { value: element, .. } if depth < 8 => element.shape,
            _ => return shape.sensitive,
        };
        let inner = self.operation.shape(inner);
        shape.sensitive || inner.is_some_and(|inner| self.is_sensitive(inner, depth + 1))
    }

    fn push(&mut self, violation: String) {
        if self.violations.len() < MAX_VIOLATIONS {
            self.violations.push(violation);
        }
    }
}

fn is_scalar(shape: &ShapeSchema) -> bool {
    !matches!(
        shape.kind,
        Kind::Structure(_) | Kind::List(_) | Kind::Map { .. }
    )
}

/// `FunctionName` is told as `functionName`, and `KMSKeyArn` as `kMSKeyArn`.
fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(characters).collect()
}
