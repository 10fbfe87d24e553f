//! JSON as the transform reads it: what counts as absent, and the functions that it looks into.

use serde_json::{Map as JsonMap, Value, json};

pub(super) type Json = Value;
pub(super) type Map = JsonMap<String, Value>;

/// Absent and null are the same.
pub(super) fn get<'a>(value: &'a Json, key: &str) -> Option<&'a Json> {
    value.get(key).filter(|found| !found.is_null())
}

pub(super) fn at<'a>(map: &'a Map, key: &str) -> Option<&'a Json> {
    map.get(key).filter(|found| !found.is_null())
}

/// What is there and neither empty, zero nor false.
pub(super) fn set<'a>(value: &'a Json, key: &str) -> Option<&'a Json> {
    value.get(key).filter(|found| truthy(found))
}

pub(super) fn truthy(value: &Json) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
    }
}

pub(super) fn text<'a>(value: &'a Json, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

pub(super) fn reference(id: &str) -> Json {
    json!({ "Ref": id })
}

pub(super) fn attribute(id: &str, name: &str) -> Json {
    json!({ "Fn::GetAtt": [id, name] })
}

pub(super) fn sub(text: &str, variables: Json) -> Json {
    if truthy(&variables) {
        let parts = Json::Array(vec![text.into(), variables]);
        json!({ "Fn::Sub": parts })
    } else {
        json!({ "Fn::Sub": text })
    }
}

pub(super) fn no_value() -> Json {
    reference("AWS::NoValue")
}

pub(super) fn choice(condition: &Json, yes: Json, no: Json) -> Json {
    let parts = Json::Array(vec![condition.clone(), yes, no]);
    json!({ "Fn::If": parts })
}

/// The one entry of a map that calls a function.
pub(super) fn function(value: &Json) -> Option<(&str, &Json)> {
    let members = value.as_object()?;
    if members.len() != 1 {
        return None;
    }
    let (name, argument) = members.iter().next()?;
    let known = name == "Ref" || name == "Condition" || name.starts_with("Fn::");
    known.then_some((name.as_str(), argument))
}

pub(super) fn is_function(value: &Json) -> bool {
    function(value).is_some()
}

pub(super) fn is_no_value(value: &Json) -> bool {
    matches!(function(value), Some(("Ref", Value::String(name))) if name == "AWS::NoValue")
}

/// Condition, value if it holds, value otherwise.
pub(super) fn branches(value: &Json) -> Option<(&Json, &Json, &Json)> {
    match function(value)? {
        ("Fn::If", argument) => match argument.as_array()?.as_slice() {
            [condition, yes, no] => Some((condition, yes, no)),
            _ => None,
        },
        _ => None,
    }
}

/// The resource that `Ref` or `Fn::GetAtt` names.
pub(super) fn referenced(value: &Json) -> Option<&str> {
    match function(value)? {
        ("Ref", Value::String(id)) => Some(id),
        ("Fn::GetAtt", Value::Array(parts)) if parts.len() == 2 => parts.first()?.as_str(),
        ("Fn::GetAtt", Value::String(text)) => {
            let (id, attribute) = text.split_once('.')?;
            (!attribute.contains('.')).then_some(id)
        }
        _ => None,
    }
}

/// `${Name}` or `${Name.Attribute}`.
pub(super) fn shorthand(value: &Json) -> String {
    match function(value) {
        Some(("Ref", Value::String(id))) => format!("${{{id}}}"),
        Some(("Fn::GetAtt", Value::Array(parts))) => {
            let parts: Vec<&str> = parts.iter().filter_map(Value::as_str).collect();
            format!("${{{}}}", parts.join("."))
        }
        _ => String::new(),
    }
}

/// The value itself, or both sides of a choice without what stands for nothing.
pub(super) fn alternatives(value: &Json) -> Vec<&Json> {
    match value.get("Fn::If").and_then(Value::as_array) {
        Some(parts) => parts
            .iter()
            .skip(1)
            .filter(|part| !is_no_value(part))
            .collect(),
        None => vec![value],
    }
}

pub(super) fn alternatives_mut(value: &mut Json) -> Vec<&mut Json> {
    if value.get("Fn::If").is_some_and(Value::is_array) {
        let parts = value.get_mut("Fn::If").and_then(Value::as_array_mut);
        let parts = parts.into_iter().flatten().skip(1);
        return parts.filter(|part| !is_no_value(part)).collect();
    }
    vec![value]
}

/// The members, none of anything that is no map.
pub(super) fn members(value: Option<&Json>) -> impl Iterator<Item = (&String, &Json)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

/// The map at a key, made if it is absent or no map.
pub(super) fn map_at<'a>(value: &'a mut Map, key: &str) -> Option<&'a mut Map> {
    let entry = value.entry(key.to_owned()).or_insert(Value::Null);
    if !entry.is_object() {
        *entry = Value::Object(Map::new());
    }
    entry.as_object_mut()
}

pub(super) fn listed(value: &Json) -> Vec<Json> {
    match value {
        Value::Array(items) => items.clone(),
        other => vec![other.clone()],
    }
}

/// Tags of a map as CloudFormation lists them.
pub(super) fn tags(map: Option<&Json>) -> Vec<Json> {
    members(map)
        .map(|(key, value)| {
            let value = if value.is_null() {
                json!("")
            } else {
                value.clone()
            };
            json!({ "Key": key, "Value": value })
        })
        .collect()
}

/// As Python's `str` writes a scalar.
pub(super) fn shown(value: &Json) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        other => other.to_string(),
    }
}
