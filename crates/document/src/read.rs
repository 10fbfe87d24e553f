//! Bytes to a tree of positioned values: JSON when the body starts with `{` or `[`, YAML otherwise.
//!
//! The bytes are a stranger's, so that size, depth and the number of values are bounded, aliases included.

use crate::node::{Entries, Entry, Node, Position, Value};
use crate::{json, yaml};

/// API Gateway takes documents of up to 6 MB, CloudFormation of 1 MB.
pub const MAX_BYTES: usize = 6 * 1024 * 1024;
/// How deep values nest.
pub(crate) const MAX_DEPTH: usize = 100;
/// How many values a document holds, after its aliases are expanded.
const MAX_VALUES: usize = 500_000;

/// Why the bytes are not a document.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Fault {
    pub reason: String,
    pub position: Option<Position>,
}

impl Fault {
    pub fn at(position: Position, reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            position: Some(position),
        }
    }
}

/// Counts the values of a document, so that no document can hold more of them than we can.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    pub(crate) values: usize,
}

/// What YAML says beside its core schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Plain,
    /// The short forms of CloudFormation's functions, and the truth values of YAML 1.1.
    Template,
}

impl Budget {
    pub(crate) fn spend(&mut self, values: usize, position: Position) -> Result<(), Fault> {
        self.values = self.values.saturating_add(values);
        if self.values > MAX_VALUES {
            return Err(Fault::at(
                position,
                format!("more than {MAX_VALUES} values"),
            ));
        }
        Ok(())
    }
}

/// Reads a document without tags.
pub fn read(body: &[u8]) -> Result<Node, Fault> {
    read_as(body, Dialect::Plain)
}

/// Reads a document in which `!Name value` is the function `Fn::Name`.
pub fn read_template(body: &[u8]) -> Result<Node, Fault> {
    read_as(body, Dialect::Template)
}

fn read_as(body: &[u8], dialect: Dialect) -> Result<Node, Fault> {
    if body.len() > MAX_BYTES {
        let reason = format!("larger than {MAX_BYTES} bytes");
        return Err(Fault {
            reason,
            position: None,
        });
    }
    let text = std::str::from_utf8(body).map_err(|error| not_text(body, error.valid_up_to()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim_start().chars().next() {
        Some('{' | '[') => json::read(text),
        _ => yaml::read(text, dialect),
    }
}

fn not_text(body: &[u8], valid: usize) -> Fault {
    let before = String::from_utf8_lossy(body.get(..valid).unwrap_or_default());
    let last = before.rsplit('\n').next().unwrap_or_default();
    let counted = |count: usize| u32::try_from(count + 1).unwrap_or(u32::MAX);
    let position = Position {
        line: counted(before.matches('\n').count()),
        column: counted(last.chars().count()),
    };
    Fault::at(position, "not valid UTF-8")
}

/// A map that says a thing twice is refused: which of the two is meant, nobody can tell.
pub(crate) fn map(list: Vec<Entry>) -> Result<Value, Fault> {
    let entries = Entries::new(list).map_err(|twice| {
        let reason = format!("the key `{}` stands twice", twice.key);
        Fault::at(twice.node.position, reason)
    })?;
    Ok(Value::Map(entries))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, expected: Result<&str, (&str, u32, u32)>) {
        match (read(body.as_bytes()), expected) {
            (Ok(node), Ok(json)) => assert_eq!(node.to_json().to_string(), json, "{body}"),
            (Err(fault), Err((reason, line, column))) => {
                assert!(fault.reason.contains(reason), "{body}: {fault}");
                assert_eq!(
                    fault.position,
                    Some(Position { line, column }),
                    "{body}: {fault}"
                );
            }
            (found, _) => panic!("{body}: {found:?}"),
        }
    }

    #[test]
    fn json_is_read_strictly() {
        check(
            r#"{"a": [1, -2.50, 1e3, true, null, "x\u00e9\ud83d\ude00\n"]}"#,
            Ok("{\"a\":[1,-2.5,1000.0,true,null,\"xé😀\\n\"]}"),
        );
        check(" {} ", Ok("{}"));
        check("{\"a\": 1,}", Err(("expected a key", 1, 9)));
        check("{\"a\": 1\n \"b\": 2}", Err(("expected `,` or `}`", 2, 2)));
        check("{\"a\" 1}", Err(("expected `:`", 1, 6)));
        check("{'a': 1}", Err(("expected a key", 1, 2)));
        check("[01]", Err(("number", 1, 2)));
        check("[1.]", Err(("number", 1, 2)));
        check("[tru]", Err(("expected a value", 1, 2)));
        check("{} x", Err(("after the end", 1, 4)));
        check("[\"\u{1}\"]", Err(("control character", 1, 3)));
        check("[\"\\x\"]", Err(("escape", 1, 3)));
        check("[\"\\ud800\"]", Err(("escape", 1, 3)));
        check("[\"abc", Err(("ends inside", 1, 6)));
        check("{\"é\": 1, \"é\": 2}", Err(("stands twice", 1, 15)));
    }

    #[test]
    fn yaml_is_read_with_the_core_schema() {
        check(
            "a: 1\nb: [x, 'true', true, ~, 1.5]\n200: {c: \"d\"}",
            Ok(r#"{"a":1,"b":["x","true",true,null,1.5],"200":{"c":"d"}}"#),
        );
        check(
            "when: 2022-04-12T15:36:55Z\non: yes",
            Ok(r#"{"when":"2022-04-12T15:36:55Z","on":"yes"}"#),
        );
        check("a: &x {b: 1}\nc: *x", Ok(r#"{"a":{"b":1},"c":{"b":1}}"#));
        check(
            "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3",
            Ok(r#"{"a":{"b":1,"c":2},"d":{"c":3,"b":1}}"#),
        );
        check("a: |\n  one\n  two\n", Ok(r#"{"a":"one\ntwo\n"}"#));
        check("a: !!str 12", Ok(r#"{"a":"12"}"#));
        check("a: !Ref b", Err(("tag", 1, 9)));
        check("a: 1\na: 2", Err(("stands twice", 2, 4)));
        check("a: [1\nb: 2", Err(("", 2, 2)));
        check("a: *nobody", Err(("", 1, 4)));
        check("a: 1\n---\nb: 2", Err(("more than one document", 2, 1)));
        check("? [a]\n: b", Err(("a key must be a scalar", 1, 3)));
    }

    #[test]
    fn short_forms_are_functions_in_templates() {
        let read =
            |body: &str| read_template(body.as_bytes()).map(|node| node.to_json().to_string());
        for (body, json) in [
            ("a: !Ref b", r#"{"a":{"Ref":"b"}}"#),
            ("a: !GetAtt b.c.d", r#"{"a":{"Fn::GetAtt":["b","c.d"]}}"#),
            (
                "a: !Sub\n  - x\n  - y: 1",
                r#"{"a":{"Fn::Sub":["x",{"y":1}]}}"#,
            ),
            (
                "a: !If [C, !Ref x, !Sub '${y}']",
                r#"{"a":{"Fn::If":["C",{"Ref":"x"},{"Fn::Sub":"${y}"}]}}"#,
            ),
            ("a: !Condition c", r#"{"a":{"Condition":"c"}}"#),
            ("a: yes\nb: 'yes'", r#"{"a":true,"b":"yes"}"#),
        ] {
            assert_eq!(read(body).as_deref(), Ok(json), "{body}");
        }
        assert!(read("a: !Reff b").unwrap_err().reason.contains("!Reff"));
    }

    #[test]
    fn a_span_reaches_behind_the_last_character() {
        for (body, end) in [
            ("a:\n  b: 'xy'\n  c: [1]\nd: 1", (3, 9)),
            ("{\"a\": {\n\"c\": [1]\n}}", (3, 2)),
        ] {
            let root = read_template(body.as_bytes()).unwrap();
            let end_of = root.get("a").unwrap().end;
            assert_eq!((end_of.line, end_of.column), end, "{body}");
        }
    }

    #[test]
    fn positions_are_lines_and_columns_from_one() {
        for body in ["{\"a\":\n  {\"b\": 5}}", "a:\n  b:    5\n"] {
            let root = read(body.as_bytes()).unwrap();
            let five = root.get("a").unwrap().get("b").unwrap();
            assert_eq!(five.position, Position { line: 2, column: 9 }, "{body}");
            assert_eq!(root.pointer_to(five).as_deref(), Some("/a/b"));
        }
    }

    #[test]
    fn what_would_exhaust_us_is_refused() {
        let deep = [
            ("[".repeat(101)),
            "- ".repeat(101) + "a",
            "{\"a\":".repeat(200),
        ];
        for body in &deep {
            assert!(
                read(body.as_bytes()).unwrap_err().reason.contains("deep"),
                "{}",
                body.get(..10).unwrap()
            );
        }
        let wide = format!("[{}1]", "1,".repeat(MAX_VALUES));
        assert!(read(wide.as_bytes()).unwrap_err().reason.contains("values"));
        assert!(
            read(&vec![b' '; MAX_BYTES + 1])
                .unwrap_err()
                .reason
                .contains("larger")
        );
        assert!(read(b"\xff\xfe").unwrap_err().reason.contains("UTF-8"));
    }

    #[test]
    fn a_bomb_of_aliases_is_refused_before_it_grows() {
        let line = |level: usize| {
            let list = vec![format!("*a{}", level - 1); 10].join(", ");
            format!("a{level}: &a{level} [{list}]\n")
        };
        let lines: String = (1..30).map(line).collect();
        let bomb = format!("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n{lines}");
        assert!(read(bomb.as_bytes()).unwrap_err().reason.contains("values"));
    }
}
