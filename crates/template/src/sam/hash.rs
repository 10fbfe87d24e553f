//! Logical ids that change with what they stand for: a prefix, and ten digits of the SHA-1 of the content.

use std::fmt::Write as _;

use sha1::{Digest as _, Sha1};

use super::values::{Json, truthy};

const LENGTH: usize = 10;

/// The prefix alone if there is no content.
pub(super) fn id(prefix: &str, content: &Json) -> String {
    format!("{prefix}{}", digits(content, LENGTH))
}

/// The first digits of the hash of a text, or of the JSON of anything else.
pub(super) fn digits(content: &Json, length: usize) -> String {
    if !truthy(content) {
        return String::new();
    }
    let text = match content {
        Json::String(text) => text.clone(),
        other => compact(other),
    };
    of_text(&text, length)
}

pub(super) fn of_text(text: &str, length: usize) -> String {
    let mut hex = String::with_capacity(40);
    for byte in Sha1::digest(text.as_bytes()) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex.truncate(length);
    hex
}

/// JSON with sorted keys, no blanks, and nothing but ASCII.
pub(super) fn compact(value: &Json) -> String {
    let mut out = String::new();
    write_compact(&mut out, value);
    out
}

fn write_compact(out: &mut String, value: &Json) {
    match value {
        Json::Object(members) => {
            let mut keys: Vec<&String> = members.keys().collect();
            keys.sort();
            out.push('{');
            for (index, key) in keys.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_text(out, key);
                out.push(':');
                write_compact(out, members.get(key).unwrap_or(&Json::Null));
            }
            out.push('}');
        }
        Json::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_compact(out, item);
            }
            out.push(']');
        }
        Json::String(text) => write_text(out, text),
        scalar => {
            let _ = write!(out, "{scalar}");
        }
    }
}

fn write_text(out: &mut String, text: &str) {
    let quoted = Json::from(text).to_string();
    for c in quoted.chars() {
        if c.is_ascii() && c != '\u{7f}' {
            out.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
}

/// A value as Python prints it.
pub(super) fn python(value: &Json) -> String {
    let mut out = String::new();
    write_python(&mut out, value);
    out
}

fn write_python(out: &mut String, value: &Json) {
    match value {
        Json::Null => out.push_str("None"),
        Json::Bool(true) => out.push_str("True"),
        Json::Bool(false) => out.push_str("False"),
        Json::Number(number) => {
            let _ = write!(out, "{number}");
        }
        Json::String(text) => {
            let _ = write!(
                out,
                "u'{}'",
                text.replace('\\', "\\\\").replace('\'', "\\'")
            );
        }
        Json::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                write_python(out, item);
            }
            out.push(']');
        }
        Json::Object(members) => {
            out.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                write_python(out, &Json::from(key.as_str()));
                out.push_str(": ");
                write_python(out, member);
            }
            out.push('}');
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ids_are_the_prefix_and_ten_digits() {
        // Both calculated with hashlib.sha1 of Python over json.dumps(…, sort_keys=True, separators=(",", ":")).
        assert_eq!(id("P", &json!("")), "P");
        assert_eq!(id("P", &json!("abc")), "Pa9993e3647");
        assert_eq!(
            compact(&json!({"b": ["é", 1], "a": {}})),
            r#"{"a":{},"b":["\u00e9",1]}"#
        );
    }
}
