//! Looks into the JSON of properties and answers.

use serde_json::{Map, Value, json};

/// A scalar's text, and of anything else its JSON.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// The text of a member, or nothing.
pub(super) fn text_of(object: &Value, member: &str) -> String {
    object.get(member).map(text).unwrap_or_default()
}

/// The same of properties.
pub(super) fn property(properties: &Map<String, Value>, name: &str) -> String {
    properties.get(name).map(text).unwrap_or_default()
}

/// The members of an object, and none of anything else.
pub(super) fn members(value: Option<&Value>) -> Map<String, Value> {
    value
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default()
}

/// The items of a list, and none of anything else.
pub(super) fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Texts in a list.
pub(super) fn texts(value: Option<&Value>) -> Vec<String> {
    items(value).iter().map(text).collect()
}

/// `Key` and `Value` pairs, of a map.
pub(super) fn pairs<'a>(map: impl IntoIterator<Item = (&'a String, &'a String)>) -> Vec<Value> {
    let pairs = map.into_iter();
    pairs
        .map(|(key, value)| json!({"Key": key, "Value": value}))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_are_texts_and_documents_are_json() {
        for (value, expected) in [
            (json!("a"), "a"),
            (json!(7), "7"),
            (json!(true), "true"),
            (json!(null), ""),
            (json!({"a": 1}), r#"{"a":1}"#),
        ] {
            assert_eq!(text(&value), expected);
        }
    }
}
