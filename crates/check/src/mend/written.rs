//! Values as a document would write them: JSON, YAML in blocks, YAML on one line with the short forms of functions.

use serde_json::{Map, Value as Json};

/// How the part of a document is written that is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// JSON over several lines, from this many blanks.
    Json(usize),
    /// JSON on one line.
    JsonLine,
    /// YAML, each member on a line of its own, from this many blanks.
    Block(usize),
    /// YAML inside of braces or brackets.
    Flow,
}

/// `key: value`, with everything below it.
pub(super) fn member(key: &str, value: &Json, style: Style) -> String {
    match style {
        Style::Json(indent) => format!("{}: {}", quoted(key), pretty(value, indent)),
        Style::JsonLine => format!("{}: {}", quoted(key), json_line(value)),
        Style::Flow => format!("{}: {}", scalar(key), flow(value)),
        Style::Block(indent) => format!("{}:{}", scalar(key), below(value, indent)),
    }
}

/// A value in the place of another, or an item of a list.
pub(super) fn value(value: &Json, style: Style) -> String {
    match style {
        Style::Json(indent) => pretty(value, indent),
        Style::JsonLine => json_line(value),
        Style::Flow => flow(value),
        Style::Block(indent) => match short(value) {
            Some(short) => short,
            None => below(value, indent).trim_start().to_owned(),
        },
    }
}

/// A member as a block that begins at the left margin, with a line break at its end.
pub(crate) fn block(key: &str, value: &Json) -> String {
    format!("{}\n", member(key, value, Style::Block(0)))
}

/// What follows the colon behind a key that stands behind `indent` blanks.
fn below(value: &Json, indent: usize) -> String {
    if let Some(short) = short(value) {
        return format!(" {short}");
    }
    let inside = Style::Block(indent + 2);
    let lines: Vec<String> = match value {
        Json::Object(members) => {
            let members = members.iter();
            members
                .map(|(key, value)| member(key, value, inside))
                .collect()
        }
        Json::Array(items) => {
            let items = items.iter().map(|item| self::value(item, inside));
            items.map(|item| format!("- {item}")).collect()
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => Vec::new(),
    };
    let margin = format!("\n{}", " ".repeat(indent + 2));
    format!("{margin}{}", lines.join(&margin))
}

/// Scalars, functions in their short forms, and what is empty: everything that has one line.
fn short(value: &Json) -> Option<String> {
    match value {
        Json::Null => Some("null".to_owned()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        Json::String(text) => Some(scalar(text)),
        Json::Array(items) => items.is_empty().then(|| "[]".to_owned()),
        Json::Object(members) if members.is_empty() => Some("{}".to_owned()),
        Json::Object(members) => function(members),
    }
}

/// `!Ref`, `!Sub` and `!GetAtt`.
fn function(members: &Map<String, Json>) -> Option<String> {
    let (key, value) = members.iter().next().filter(|_| members.len() == 1)?;
    match (key.as_str(), value) {
        ("Ref", Json::String(id)) => Some(format!("!Ref {id}")),
        ("Fn::GetAtt", Json::String(name)) => Some(format!("!GetAtt {name}")),
        ("Fn::GetAtt", Json::Array(parts)) => {
            let parts: Vec<&str> = parts.iter().filter_map(Json::as_str).collect();
            Some(format!("!GetAtt {}", parts.join(".")))
        }
        ("Fn::Sub", Json::String(text)) => Some(format!("!Sub '{}'", text.replace('\'', "''"))),
        _ => None,
    }
}

fn flow(value: &Json) -> String {
    match (short(value), value) {
        (Some(short), _) => short,
        (None, Json::Array(items)) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        (None, Json::Object(members)) => {
            let members = members
                .iter()
                .map(|(key, value)| member(key, value, Style::Flow));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        (None, other) => other.to_string(),
    }
}

fn json_line(value: &Json) -> String {
    match value {
        Json::Array(items) => {
            let items: Vec<String> = items.iter().map(json_line).collect();
            format!("[{}]", items.join(", "))
        }
        Json::Object(members) => {
            let members = members
                .iter()
                .map(|(key, value)| member(key, value, Style::JsonLine));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => value.to_string(),
    }
}

/// Over several lines, the lines behind the first from so many blanks.
fn pretty(value: &Json, indent: usize) -> String {
    let margin = format!("\n{}", " ".repeat(indent + 2));
    let end = format!("\n{}", " ".repeat(indent));
    match value {
        Json::Object(members) if !members.is_empty() && !is_function(members) => {
            let members = members.iter().map(|(key, value)| {
                format!("{margin}{}", member(key, value, Style::Json(indent + 2)))
            });
            format!("{{{}{end}}}", members.collect::<Vec<_>>().join(","))
        }
        Json::Array(items) if !items.is_empty() => {
            let items = items
                .iter()
                .map(|item| format!("{margin}{}", pretty(item, indent + 2)));
            format!("[{}{end}]", items.collect::<Vec<_>>().join(","))
        }
        _ => json_line(value),
    }
}

fn is_function(members: &Map<String, Json>) -> bool {
    members.len() == 1
        && members
            .keys()
            .all(|key| key == "Ref" || key.starts_with("Fn::"))
}

fn quoted(text: &str) -> String {
    Json::String(text.to_owned()).to_string()
}

/// A text of YAML, in quotes where it would be taken for something else without them.
pub(super) fn scalar(text: &str) -> String {
    let starts_well = text
        .chars()
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == '/' || first == '_');
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_./:-".contains(letter);
    let lower = text.to_ascii_lowercase();
    let is_word = matches!(
        lower.as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n"
    );
    if starts_well && text.chars().all(plain) && !text.ends_with(':') && !is_word {
        text.to_owned()
    } else if text.contains('\'') {
        // JSON's quotes are YAML's, too.
        quoted(text)
    } else {
        format!("'{text}'")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(value: &Json, style: Style, expected: &str) {
        assert_eq!(member("Key", value, style), expected);
    }

    #[test]
    fn a_value_is_written_as_its_document_is() {
        let grant =
            json!({ "Type": "T", "List": [{ "A": { "Ref": "B" }, "C": "2012-10-17" }, "x"] });
        check(
            &grant,
            Style::Block(2),
            "Key:\n    Type: T\n    List:\n      - A: !Ref B\n        C: '2012-10-17'\n      - x",
        );
        check(
            &grant,
            Style::Flow,
            "Key: {Type: T, List: [{A: !Ref B, C: '2012-10-17'}, x]}",
        );
        check(
            &grant,
            Style::JsonLine,
            r#""Key": {"Type": "T", "List": [{"A": {"Ref": "B"}, "C": "2012-10-17"}, "x"]}"#,
        );
        check(
            &json!({ "A": "b" }),
            Style::Json(2),
            "\"Key\": {\n    \"A\": \"b\"\n  }",
        );
        check(
            &json!({ "Fn::Sub": "a:${B}/*" }),
            Style::Json(2),
            r#""Key": {"Fn::Sub": "a:${B}/*"}"#,
        );
    }

    #[test]
    fn a_text_that_would_be_something_else_is_quoted() {
        for (text, expected) in [
            ("lambda:InvokeFunction", "lambda:InvokeFunction"),
            ("2012-10-17", "'2012-10-17'"),
            ("'*'", "\"'*'\""),
            ("no", "'no'"),
            ("", "''"),
            ("a: b", "'a: b'"),
            ("*", "'*'"),
        ] {
            assert_eq!(scalar(text), expected);
        }
    }
}
