//! How Java prints numbers and strings: `Double.toString`, `String.hashCode`, and the JSON of the
//! json-smart library, which is what templates show of a document.

use std::fmt::Write;

use serde_json::{Number, Value};

/// `Double.toString`: plain between a thousandth and ten million, scientific outside.
pub(crate) fn double(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "Infinity" } else { "-Infinity" }.to_owned();
    }
    let magnitude = value.abs();
    if value == 0.0 || (1e-3..1e7).contains(&magnitude) {
        return format!("{value:?}");
    }
    let shortest = format!("{value:e}");
    let (digits, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let point = if digits.contains('.') { "" } else { ".0" };
    format!("{digits}{point}E{exponent}")
}

/// `String.hashCode`, over UTF-16 units.
pub(crate) fn hash_code(text: &str) -> i32 {
    text.encode_utf16().fold(0_i32, |hash, unit| {
        hash.wrapping_mul(31).wrapping_add(i32::from(unit))
    })
}

/// Whether a slash in a JSON string is escaped: json-smart does so in `toString`, but not in the
/// text that JSONPath's provider makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slash {
    Plain,
    Escaped,
}

/// Writes a string as json-smart does.
pub(crate) fn json_string(out: &mut String, text: &str, slash: Slash) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '/' if slash == Slash::Escaped => out.push_str("\\/"),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2000}'..='\u{20ff}' => {
                // Writing to a String can't fail.
                let _ = write!(out, "\\u{:04X}", u32::from(character));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

pub(crate) fn number(number: &Number) -> String {
    match number.as_f64() {
        Some(value) if number.is_f64() => double(value),
        _ => number.to_string(),
    }
}

/// Writes a document as `$input.json` shows it. The depth is bounded by the parser that read it.
pub(crate) fn json(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(value) => out.push_str(&number(value)),
        Value::String(value) => json_string(out, value, Slash::Plain),
        Value::Array(items) => json_array(out, items.iter()),
        Value::Object(members) => {
            out.push('{');
            for (position, (key, value)) in members.iter().enumerate() {
                separate(out, position);
                json_string(out, key, Slash::Plain);
                out.push(':');
                json(out, value);
            }
            out.push('}');
        }
    }
}

pub(crate) fn json_array<'a>(out: &mut String, items: impl Iterator<Item = &'a Value>) {
    out.push('[');
    for (position, item) in items.enumerate() {
        separate(out, position);
        json(out, item);
    }
    out.push(']');
}

fn separate(out: &mut String, position: usize) {
    if position > 0 {
        out.push(',');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_print_as_in_java() {
        let rows = [
            (0.05, "0.05"),
            (1.0, "1.0"),
            (1e7, "1.0E7"),
            (123_456_789.123, "1.23456789123E8"),
            (0.0001, "1.0E-4"),
            (-2.5, "-2.5"),
            (9_999_999.0, "9999999.0"),
            (f64::INFINITY, "Infinity"),
        ];
        for (value, expected) in rows {
            assert_eq!(double(value), expected);
        }
    }

    #[test]
    fn documents_print_as_json_smart_prints_them() {
        let source = r#"{"a":[1,1e20,null,"x/y\u2028\"é"],"b":12345678901234567890}"#;
        let mut out = String::new();
        json(&mut out, &serde_json::from_str(source).unwrap());
        let expected = r#"{"a":[1,1.0E20,null,"x/y\u2028\"é"],"b":12345678901234567890}"#;
        assert_eq!(out, expected);
    }

    #[test]
    fn hash_codes_agree_with_java() {
        assert_eq!(hash_code("abc"), 96354);
    }
}
