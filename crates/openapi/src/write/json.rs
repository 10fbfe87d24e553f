//! JSON as AWS prints it: two spaces, a space on either side of a colon, lists of scalars and of maps inline.

use serde_json::Value;

pub(crate) fn json(value: &Value) -> String {
    let mut text = String::new();
    write(&mut text, value, 0);
    text
}

fn write(text: &mut String, value: &Value, depth: usize) {
    match value {
        Value::Object(members) if members.is_empty() => text.push_str("{ }"),
        Value::Object(members) => {
            text.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                text.push_str(if index == 0 { "\n" } else { ",\n" });
                text.push_str(&"  ".repeat(depth + 1));
                text.push_str(&Value::from(key.as_str()).to_string());
                text.push_str(" : ");
                write(text, member, depth + 1);
            }
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
            text.push('}');
        }
        Value::Array(items) if items.is_empty() => text.push_str("[ ]"),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index == 0 { "[ " } else { ", " });
                write(text, item, depth);
            }
            text.push_str(" ]");
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            text.push_str(&value.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn documents_look_as_aws_prints_them() {
        let value = json!({"a": ["https", {"b": 1}], "c": {}, "d": [], "e": "x\"\n"});
        let expected = "{\n  \"a\" : [ \"https\", {\n    \"b\" : 1\n  } ],\n  \"c\" : { },\n  \"d\" : [ ],\n  \"e\" : \"x\\\"\\n\"\n}";
        assert_eq!(super::json(&value), expected);
    }
}
