//! Filter patterns: which messages a function gets (EventBridge user guide, "Amazon EventBridge event
//! patterns"; Lambda developer guide, "Control which events Lambda sends to your function").
//!
//! A pattern that asks for something unknown here is none at all: a mapping with it is refused.

use serde_json::{Map, Value};

/// Nested deeper than this is no pattern that AWS takes.
const MAX_DEPTH: usize = 32;

/// What a message must be: under each name one of the tests, or a pattern of its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pattern(Vec<(String, Node)>);

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Fields(Pattern),
    AnyOf(Vec<Test>),
    /// `$or`: one of these patterns.
    Or(Vec<Pattern>),
}

#[derive(Debug, Clone, PartialEq)]
enum Test {
    Equals(Value),
    EqualsIgnoreCase(String),
    Prefix(String),
    Suffix(String),
    Wildcard(String),
    Exists(bool),
    Numeric(Vec<(Order, f64)>),
    AnythingBut(Vec<Test>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Less,
    LessOrEqual,
    Equal,
    GreaterOrEqual,
    Greater,
}

impl Pattern {
    pub(super) fn read(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let fields = value.as_object()?;
        Self::of(fields, 0)
    }

    fn of(fields: &Map<String, Value>, depth: usize) -> Option<Self> {
        if fields.is_empty() || depth > MAX_DEPTH {
            return None;
        }
        let nodes = fields.iter().map(|(name, value)| {
            let node = match value {
                Value::Array(patterns) if name == "$or" => {
                    let each = patterns
                        .iter()
                        .map(|one| Self::of(one.as_object()?, depth + 1));
                    Node::Or(each.collect::<Option<_>>()?)
                }
                Value::Array(tests) if !tests.is_empty() => {
                    Node::AnyOf(tests.iter().map(Test::read).collect::<Option<_>>()?)
                }
                Value::Object(fields) => Node::Fields(Self::of(fields, depth + 1)?),
                Value::Array(_)
                | Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::String(_) => return None,
            };
            Some((name.clone(), node))
        });
        nodes.collect::<Option<_>>().map(Self)
    }

    /// Whether a record of an event fits. Its member of this name (`body` of a queue's messages) is
    /// looked into where the pattern looks into it, and then it must be JSON; otherwise it is text.
    pub(super) fn fits_record(&self, record: &Value, member: &str) -> bool {
        let looks_into = self
            .0
            .iter()
            .any(|(name, node)| name == member && matches!(node, Node::Fields(_)));
        let looks_into = looks_into && !member.is_empty();
        if !looks_into {
            return self.fits(record);
        }
        let body = record.get(member).and_then(Value::as_str);
        let read = body.and_then(|body| serde_json::from_str::<Value>(body).ok());
        let Some(read) = read.filter(Value::is_object) else {
            return false;
        };
        let mut record = record.clone();
        if let Some(body) = record.get_mut(member) {
            *body = read;
        }
        self.fits(&record)
    }

    fn fits(&self, value: &Value) -> bool {
        self.0.iter().all(|(name, node)| match node {
            Node::Or(patterns) => patterns.iter().any(|pattern| pattern.fits(value)),
            Node::Fields(pattern) => match value.get(name) {
                Some(inner) => pattern.fits(inner),
                None => pattern.fits(&Value::Null),
            },
            Node::AnyOf(tests) => {
                let seen = value.get(name);
                tests.iter().any(|test| test.fits(seen))
            }
        })
    }
}

impl Test {
    fn read(value: &Value) -> Option<Self> {
        let test = match value {
            Value::Object(test) => test,
            Value::Array(_) => return None,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                return Some(Self::Equals(value.clone()));
            }
        };
        let mut entries = test.iter();
        let (Some((name, argument)), None) = (entries.next(), entries.next()) else {
            return None;
        };
        let text = || argument.as_str().map(str::to_owned);
        Some(match name.as_str() {
            "prefix" => Self::Prefix(text()?),
            "suffix" => Self::Suffix(text()?),
            "equals-ignore-case" => Self::EqualsIgnoreCase(text()?),
            "wildcard" => Self::Wildcard(text()?),
            "exists" => Self::Exists(argument.as_bool()?),
            "numeric" => Self::Numeric(numeric(argument)?),
            "anything-but" => Self::AnythingBut(match argument {
                Value::Array(values) => values.iter().map(Self::read).collect::<Option<_>>()?,
                one => vec![Self::read(one)?],
            }),
            _ => return None,
        })
    }

    fn fits(&self, seen: Option<&Value>) -> bool {
        // A list fits if one of its values does.
        if let (Some(Value::Array(values)), false) = (seen, matches!(self, Self::Exists(_))) {
            return values.iter().any(|value| self.fits(Some(value)));
        }
        let text = seen.and_then(Value::as_str);
        match self {
            Self::Equals(Value::Number(wanted)) => seen
                .and_then(Value::as_f64)
                .is_some_and(|seen| Some(seen) == wanted.as_f64()),
            Self::Equals(wanted) => seen == Some(wanted),
            Self::EqualsIgnoreCase(wanted) => {
                text.is_some_and(|text| text.to_lowercase() == wanted.to_lowercase())
            }
            Self::Prefix(start) => text.is_some_and(|text| text.starts_with(start.as_str())),
            Self::Suffix(end) => text.is_some_and(|text| text.ends_with(end.as_str())),
            Self::Wildcard(pattern) => text.is_some_and(|text| is_like(pattern, text)),
            Self::Exists(wanted) => seen.is_some() == *wanted,
            Self::Numeric(bounds) => seen.and_then(Value::as_f64).is_some_and(|seen| {
                bounds
                    .iter()
                    .all(|(order, bound)| order.holds(seen, *bound))
            }),
            Self::AnythingBut(tests) => seen.is_some() && !tests.iter().any(|test| test.fits(seen)),
        }
    }
}

impl Order {
    fn holds(self, seen: f64, bound: f64) -> bool {
        match self {
            Self::Less => seen < bound,
            Self::LessOrEqual => seen <= bound,
            Self::Equal => (seen - bound).abs() < f64::EPSILON,
            Self::GreaterOrEqual => seen >= bound,
            Self::Greater => seen > bound,
        }
    }
}

/// `[">", 0, "<=", 5]`
fn numeric(argument: &Value) -> Option<Vec<(Order, f64)>> {
    let parts = argument.as_array()?;
    if parts.is_empty() || parts.len() % 2 == 1 {
        return None;
    }
    let bounds = parts.chunks(2).map(|pair| {
        let order = match pair.first()?.as_str()? {
            "<" => Order::Less,
            "<=" => Order::LessOrEqual,
            "=" => Order::Equal,
            ">=" => Order::GreaterOrEqual,
            ">" => Order::Greater,
            _ => return None,
        };
        Some((order, pair.get(1)?.as_f64()?))
    });
    bounds.collect()
}

/// Stars stand for anything. The pieces between them are found one after the other, so that no text
/// makes it slow.
fn is_like(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, middle)) = pieces.split_last() else {
        return rest.is_empty();
    };
    for piece in middle {
        match rest.split_once(piece) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(pattern: &Value, record: &Value, expected: bool) {
        let pattern = Pattern::read(&pattern.to_string()).unwrap();
        assert_eq!(
            pattern.fits_record(record, "body"),
            expected,
            "{pattern:?} {record}"
        );
    }

    #[test]
    fn a_record_fits_where_each_field_has_a_test_that_does() {
        let record = json!({"messageId": "m", "body": "{\"kind\":\"order\",\"price\":7,\"tags\":[\"a\",\"b\"],\"at\":{\"x\":null}}"});
        for (body, fits) in [
            (json!({"kind": ["order"]}), true),
            (json!({"kind": ["other", "order"]}), true),
            (json!({"kind": ["other"]}), false),
            (json!({"kind": [{"prefix": "or"}]}), true),
            (json!({"kind": [{"suffix": "er"}]}), true),
            (json!({"kind": [{"equals-ignore-case": "ORDER"}]}), true),
            (json!({"kind": [{"wildcard": "o*d*r"}]}), true),
            (json!({"kind": [{"wildcard": "o*x*r"}]}), false),
            (json!({"kind": [{"anything-but": ["order"]}]}), false),
            (json!({"kind": [{"anything-but": {"prefix": "x"}}]}), true),
            (json!({"missing": [{"exists": false}]}), true),
            (json!({"kind": [{"exists": false}]}), false),
            (json!({"price": [{"numeric": [">", 5, "<=", 7]}]}), true),
            (json!({"price": [{"numeric": [">", 7]}]}), false),
            (json!({"price": [7]}), true),
            (json!({"tags": ["b"]}), true),
            (json!({"at": {"x": [null]}}), true),
            (json!({"at": {"y": {"z": [{"exists": false}]}}}), true),
            (json!({"$or": [{"kind": ["x"]}, {"price": [7]}]}), true),
        ] {
            check(&json!({"body": body}), &record, fits);
        }
    }

    #[test]
    fn a_body_is_text_unless_the_pattern_looks_into_it() {
        let plain = json!({"body": "hello"});
        check(&json!({"body": ["hello"]}), &plain, true);
        check(&json!({"body": [{"prefix": "x"}]}), &plain, false);
        check(&json!({"body": {"a": [1]}}), &plain, false);
        check(&json!({"messageId": [{"exists": false}]}), &plain, true);
    }

    #[test]
    fn what_is_no_pattern_is_none() {
        for text in [
            "",
            "{}",
            "[]",
            "1",
            r#"{"a":1}"#,
            r#"{"a":[]}"#,
            r#"{"a":[{"unknown":1}]}"#,
            r#"{"a":[{"numeric":["<"]}]}"#,
            r#"{"a":[{"prefix":1}]}"#,
        ] {
            assert_eq!(Pattern::read(text), None, "{text}");
        }
    }
}
