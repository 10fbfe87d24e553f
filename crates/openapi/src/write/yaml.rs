//! YAML as AWS prints it: every text in double quotes, lists at the depth of their key.

use serde_json::Value;

pub(crate) fn yaml(value: &Value) -> String {
    let mut text = "---\n".to_owned();
    block(&mut text, value, 0, Place::Line);
    text
}

/// Where the writer stands when a value begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the begin of a line, or right behind the dash of an item.
    Line,
    /// Behind the colon of a key.
    Key,
}

fn block(text: &mut String, value: &Value, depth: usize, place: Place) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            // Behind a dash, the first key continues the line of the dash.
            let mut started = place == Place::Key || depth == 0 || text.ends_with('\n');
            if place == Place::Key {
                text.push('\n');
            }
            for (key, member) in members {
                if started {
                    text.push_str(&"  ".repeat(depth));
                }
                started = true;
                put_key(text, key, depth);
                block(text, member, depth + 1, Place::Key);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            if place == Place::Key {
                text.push('\n');
            }
            let depth = depth.saturating_sub(usize::from(place == Place::Key));
            for (index, item) in items.iter().enumerate() {
                if index > 0 || place == Place::Key || depth == 0 {
                    text.push_str(&"  ".repeat(depth));
                }
                text.push_str("- ");
                block(text, item, depth + 1, Place::Line);
            }
        }
        scalar => {
            if place == Place::Key {
                text.push(' ');
            }
            text.push_str(&scalar_text(scalar));
            text.push('\n');
        }
    }
}

/// "To limit the amount of lookahead required, the `:` indicator must appear at most 1024 Unicode characters
/// beyond the start of the key" (YAML 1.2, 7.4.2): a longer key is announced, and has a line of its own.
fn put_key(text: &mut String, key: &str, depth: usize) {
    const LONGEST: usize = 1000;
    let key = key_text(key);
    if key.chars().count() > LONGEST {
        text.push_str("? ");
        text.push_str(&key);
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
    } else {
        text.push_str(&key);
    }
    text.push(':');
}

fn scalar_text(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        other => other.to_string(),
    }
}

/// JSON's escapes are YAML's as well; what YAML doesn't print is escaped too.
fn quoted(text: &str) -> String {
    let printable = |c: char| {
        !matches!(
            c,
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
    };
    let escaped = Value::from(text).to_string();
    escaped
        .chars()
        .map(|c| {
            if printable(c) {
                c.to_string()
            } else {
                format!("\\u{:04x}", u32::from(c))
            }
        })
        .collect()
}

/// Keys stand without quotes where they can be nothing but text.
fn key_text(key: &str) -> String {
    let plain =
        |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'/' | b'$' | b'+');
    let braces = |b: u8| matches!(b, b'{' | b'}');
    let starts_well = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let is_word = !matches!(
        key.to_ascii_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
    );
    if starts_well && is_word && key.bytes().all(|b| plain(b) || braces(b)) {
        key.to_owned()
    } else {
        quoted(key)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    fn check(value: &Value, expected: &str) {
        let text = super::yaml(value);
        assert_eq!(text, expected);
        assert_eq!(&document::read(text.as_bytes()).unwrap().to_json(), value);
    }

    #[test]
    fn documents_look_as_aws_prints_them() {
        check(
            &json!({"swagger": "2.0", "schemes": ["https"], "paths": {"/pets/{id}": {"200": {}, "n": [{"a": 1, "b": [2]}, [3, 4]]}}}),
            "---\nswagger: \"2.0\"\nschemes:\n- \"https\"\npaths:\n  /pets/{id}:\n    \"200\": {}\n    \"n\":\n    - a: 1\n      b:\n      - 2\n    - - 3\n      - 4\n",
        );
        check(
            &json!({"a: b": "x: #y\n\u{85}\u{1F600}", "": null, "c": [], "d": [[]]}),
            "---\n\"a: b\": \"x: #y\\n\\u0085\u{1F600}\"\n\"\": null\nc: []\nd:\n- []\n",
        );
    }

    /// Found by the fuzz target `openapi`: a media type of escapes was no key of YAML.
    #[test]
    fn a_key_that_is_long_is_announced() {
        let long = "k".repeat(1100);
        check(
            &json!({"a": [{&long: {"b": 1}, "c": 2}], &long: "d"}),
            &format!("---\na:\n- ? {long}\n  :\n    b: 1\n  c: 2\n? {long}\n: \"d\"\n"),
        );
        let escaped = "\u{1f}".repeat(200);
        let written = format!("---\n? \"{}\"\n: []\n", "\\u001f".repeat(200));
        check(&json!({&escaped: []}), &written);
    }
}
