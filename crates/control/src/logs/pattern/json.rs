//! Conditions over JSON messages: `{ $.level = "ERROR" && $.latency > 100 }`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::condition::{Comparison, Constant, Joined, Reader};
use crate::refused::Refused;

#[derive(Debug)]
pub(super) struct Json(Joined<Condition>);

#[derive(Debug)]
struct Condition {
    /// As it was written, such as `$.a.b[0]`.
    selector: String,
    path: Vec<Step>,
    test: Test,
}

#[derive(Debug)]
enum Step {
    Member(String),
    Item(usize),
    /// Any item, `[*]`.
    Items,
}

#[derive(Debug)]
enum Test {
    Compares(Comparison, Constant),
    IsNull,
    Is(bool),
    NotExists,
    /// The member is there.
    Exists,
}

impl Json {
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        let inner = text
            .strip_prefix('{')
            .and_then(|text| text.strip_suffix('}'));
        let mut reader = Reader::new(inner.ok_or_else(Reader::broken)?);
        let conditions = reader.joined(&condition, 0)?;
        if reader.is_at_end() {
            Ok(Self(conditions))
        } else {
            Err(Reader::broken())
        }
    }

    /// A message that is no JSON matches nothing.
    pub(super) fn matches(&self, message: &str) -> bool {
        let Ok(message) = serde_json::from_str::<Value>(message) else {
            return false;
        };
        self.0.holds(&|condition| condition.holds(&message))
    }

    pub(super) fn extract(&self, message: &str) -> BTreeMap<String, String> {
        let message = serde_json::from_str::<Value>(message).unwrap_or_default();
        let mut conditions = Vec::new();
        self.0.each(&mut conditions);
        let shown = |condition: &&Condition| {
            let found = find(&message, &condition.path);
            let value = found.first()?;
            Some((condition.selector.clone(), text(value)))
        };
        conditions.iter().filter_map(shown).collect()
    }
}

impl Condition {
    fn holds(&self, message: &Value) -> bool {
        let found = find(message, &self.path);
        match &self.test {
            Test::NotExists => found.is_empty(),
            Test::Exists => !found.is_empty(),
            Test::IsNull => found.iter().any(|value| value.is_null()),
            Test::Is(expected) => found.iter().any(|value| value.as_bool() == Some(*expected)),
            Test::Compares(comparison, constant) => found
                .iter()
                .any(|value| compares(value, *comparison, constant)),
        }
    }
}

/// A text is compared with a text, and a number with a number.
fn compares(value: &Value, comparison: Comparison, constant: &Constant) -> bool {
    match (value, constant) {
        (Value::Number(_) | Value::String(_), _) | (Value::Bool(_), Constant::Text(_)) => {
            constant.compares(comparison, &text(value))
        }
        _ => false,
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn find<'v>(message: &'v Value, path: &[Step]) -> Vec<&'v Value> {
    let mut found = vec![message];
    for step in path {
        found = match step {
            Step::Member(name) => found.into_iter().filter_map(|one| one.get(name)).collect(),
            Step::Item(place) => found.into_iter().filter_map(|one| one.get(place)).collect(),
            Step::Items => {
                let items = found.into_iter().filter_map(Value::as_array);
                items.flatten().collect()
            }
        };
    }
    found
}

fn condition(reader: &mut Reader<'_>) -> Result<Condition, Refused> {
    let (selector, path) = selector(reader)?;
    let test = test(reader)?;
    Ok(Condition {
        selector,
        path,
        test,
    })
}

fn test(reader: &mut Reader<'_>) -> Result<Test, Refused> {
    if let Some(comparison) = reader.comparison() {
        let ends = |c: char| c.is_whitespace() || matches!(c, ')' | '&' | '|');
        return Ok(Test::Compares(comparison, reader.constant(ends)?));
    }
    if reader.takes_word("IS") {
        return match () {
            () if reader.takes_word("NULL") => Ok(Test::IsNull),
            () if reader.takes_word("TRUE") => Ok(Test::Is(true)),
            () if reader.takes_word("FALSE") => Ok(Test::Is(false)),
            () => Err(Reader::broken()),
        };
    }
    if reader.takes_word("NOT") {
        return if reader.takes_word("EXISTS") {
            Ok(Test::NotExists)
        } else {
            Err(Reader::broken())
        };
    }
    if reader.takes_word("EXISTS") {
        return Ok(Test::Exists);
    }
    Err(Reader::broken())
}

/// `$.a.b`, `$.a[0]`, `$.['a.b']`, `$[*].a`
fn selector(reader: &mut Reader<'_>) -> Result<(String, Vec<Step>), Refused> {
    let start = reader.rest.trim_start();
    if !reader.takes("$") {
        return Err(Reader::broken());
    }
    let mut path = Vec::new();
    loop {
        if let Some(after) = reader.rest.strip_prefix('.') {
            reader.rest = after;
            if !after.starts_with('[') {
                path.push(Step::Member(member(reader)?));
            }
        } else if let Some(after) = reader.rest.strip_prefix('[') {
            reader.rest = after;
            path.push(bracketed(reader)?);
        } else {
            break;
        }
    }
    if path.is_empty() {
        return Err(Reader::broken());
    }
    let length = start.len() - reader.rest.len();
    let written = start.get(..length).unwrap_or_default();
    Ok((written.to_owned(), path))
}

fn member(reader: &mut Reader<'_>) -> Result<String, Refused> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let rest = reader.rest;
    let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
    let (name, after) = rest.split_at(end);
    reader.rest = after;
    if name.is_empty() {
        return Err(Reader::broken());
    }
    Ok(name.to_owned())
}

fn bracketed(reader: &mut Reader<'_>) -> Result<Step, Refused> {
    let (inner, after) = reader.rest.split_once(']').ok_or_else(Reader::broken)?;
    reader.rest = after;
    let inner = inner.trim();
    if inner == "*" {
        return Ok(Step::Items);
    }
    for quote in ['\'', '"'] {
        let quoted = inner
            .strip_prefix(quote)
            .and_then(|name| name.strip_suffix(quote));
        if let Some(name) = quoted {
            return Ok(Step::Member(name.to_owned()));
        }
    }
    let place = inner.parse().map_err(|_| Reader::broken())?;
    Ok(Step::Item(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = r#"{"level":"ERROR","n":12,"ok":true,"none":null,"a":{"b.c":"x","list":[{"id":1},{"id":2}]},"ip":"10.0.0.1"}"#;

    #[track_caller]
    fn check(pattern: &str, expected: bool) {
        let parsed = Json::parse(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
        assert_eq!(parsed.matches(MESSAGE), expected, "{pattern}");
    }

    #[test]
    fn values_are_compared_by_their_kind() {
        check(r#"{ $.level = "ERROR" }"#, true);
        check("{ $.level = ERROR }", true);
        check(r#"{ $.level != "INFO" }"#, true);
        check(r#"{ $.level = "E*R" }"#, true);
        check(r#"{ $.level = "W*" }"#, false);
        check("{ $.n > 10 }", true);
        check("{ $.n <= 1.1e1 }", false);
        check("{ $.n = 12 }", true);
        check("{ $.ip = %10\\.0\\.0\\.[0-9]% }", true);
        check("{ $.ip = 10.0.* }", true);
    }

    #[test]
    fn members_may_be_there_null_or_true() {
        check("{ $.ok IS TRUE }", true);
        check("{ $.ok IS FALSE }", false);
        check("{ $.none IS NULL }", true);
        check("{ $.missing NOT EXISTS }", true);
        check("{ $.level NOT EXISTS }", false);
        check("{ $.missing = 1 }", false);
    }

    #[test]
    fn selectors_lead_through_members_and_lists() {
        check("{ $.a.list[1].id = 2 }", true);
        check("{ $.a.list[*].id = 1 }", true);
        check("{ $.a.list[2].id = 1 }", false);
        check("{ $.a.['b.c'] = x }", true);
    }

    #[test]
    fn conditions_are_joined_and_and_binds_closer() {
        check("{ $.n = 1 || $.n = 12 && $.ok IS TRUE }", true);
        check("{ ($.n = 1 || $.n = 12) && $.ok IS FALSE }", false);
        check("{($.n=12)&&($.level=ERROR)}", true);
    }

    #[test]
    fn what_is_no_json_matches_nothing() {
        assert!(!Json::parse("{ $.a NOT EXISTS }").unwrap().matches("plain"));
        let values = Json::parse("{ $.n > 1 && $.missing NOT EXISTS }")
            .unwrap()
            .extract(MESSAGE);
        assert_eq!(
            values,
            BTreeMap::from([("$.n".to_owned(), "12".to_owned())])
        );
        for broken in [
            "{",
            "{}",
            "{ $.a }",
            "{ a = 1 }",
            "{ $.a = }",
            "{ $.a = 1 && }",
            "{ $ = 1 }",
        ] {
            assert!(Json::parse(broken).is_err(), "{broken}");
        }
        let deep = format!("{{ {}$.a = 1{} }}", "(".repeat(100), ")".repeat(100));
        assert!(Json::parse(&deep).is_err());
    }
}
