//! What a model's schema may say: JSON schema draft 4 and nothing else ("API Gateway models are defined using JSON
//! schema draft 4", developer guide, "Important notes for REST APIs").
//!
//! AWS refuses a schema that is none, and every keyword that the draft does not know, for which clients saw its words
//! (aws/aws-cdk, issues 14585 and 27433; amazon-archives/aws-apigateway-importer, issue 213). An import is not held to
//! it: documents say more than the draft, and AWS imports them.

use serde_json::{Map, Value};

/// Schemas one inside another.
const DEEPEST: usize = 64;

const TYPES: [&str; 7] = [
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// Where models of the same API are referred to.
const CANONICAL: &str = "https://apigateway.amazonaws.com/restapis/";

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Invalid,
    Unknown(Vec<String>),
    Reference,
}

impl Fault {
    /// In AWS's words.
    pub(super) fn told(&self) -> String {
        match self {
            Self::Invalid => "Invalid model schema specified".to_owned(),
            Self::Unknown(keywords) => {
                let quoted: Vec<String> = keywords.iter().map(|it| format!("\"{it}\"")).collect();
                let list = quoted.join(",");
                format!("Invalid model schema specified. Unsupported keyword(s): [{list}]")
            }
            Self::Reference => "Model reference must be in canonical form".to_owned(),
        }
    }
}

pub(super) fn check(schema: &Value) -> Result<(), Fault> {
    check_schema(schema, 0)
}

fn check_schema(schema: &Value, depth: usize) -> Result<(), Fault> {
    let keywords = schema.as_object().ok_or(Fault::Invalid)?;
    if depth > DEEPEST {
        return Err(Fault::Invalid);
    }
    if let Some(reference) = keywords.get("$ref") {
        return check_reference(reference);
    }
    let mut unknown = Vec::new();
    for (keyword, value) in keywords {
        match check_keyword(keyword, value, depth + 1) {
            Some(checked) => checked?,
            None => unknown.push(keyword.clone()),
        }
    }
    if unknown.is_empty() {
        Ok(())
    } else {
        Err(Fault::Unknown(unknown))
    }
}

fn check_reference(reference: &Value) -> Result<(), Fault> {
    let reference = reference.as_str().ok_or(Fault::Invalid)?;
    if reference.starts_with('#') || reference.starts_with(CANONICAL) {
        return Ok(());
    }
    Err(Fault::Reference)
}

/// `None` if the draft has no such keyword.
fn check_keyword(keyword: &str, value: &Value, depth: usize) -> Option<Result<(), Fault>> {
    Some(match keyword {
        "default" => Ok(()),
        "id" | "$schema" | "title" | "description" | "format" | "pattern" => {
            must(value.is_string())
        }
        "maximum" | "minimum" => must(value.is_number()),
        "multipleOf" => must(value.as_f64().is_some_and(|number| number > 0.0)),
        "exclusiveMaximum" | "exclusiveMinimum" | "uniqueItems" => must(value.is_boolean()),
        "maxLength" | "minLength" | "maxItems" | "minItems" | "maxProperties" | "minProperties" => {
            must(value.is_u64())
        }
        "required" => must(is_names(value)),
        "enum" => must(value.as_array().is_some_and(|all| are_different(all))),
        "type" => must(is_type(value) || is_types(value)),
        "items" if value.is_array() => check_list(value, depth),
        "additionalProperties" | "additionalItems" if value.is_boolean() => Ok(()),
        "not" | "items" | "additionalProperties" | "additionalItems" => check_schema(value, depth),
        "allOf" | "anyOf" | "oneOf" => check_list(value, depth),
        "properties" | "patternProperties" | "definitions" => {
            check_each(value, |schema| check_schema(schema, depth))
        }
        "dependencies" => check_each(value, |one| {
            if one.is_array() {
                return must(is_names(one));
            }
            check_schema(one, depth)
        }),
        _ => return None,
    })
}

fn must(holds: bool) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err(Fault::Invalid) }
}

fn check_list(value: &Value, depth: usize) -> Result<(), Fault> {
    let all = value.as_array().filter(|all| !all.is_empty());
    let all = all.ok_or(Fault::Invalid)?;
    all.iter()
        .try_for_each(|schema| check_schema(schema, depth))
}

fn check_each(value: &Value, check: impl Fn(&Value) -> Result<(), Fault>) -> Result<(), Fault> {
    let all: &Map<String, Value> = value.as_object().ok_or(Fault::Invalid)?;
    all.values().try_for_each(check)
}

fn is_type(value: &Value) -> bool {
    value.as_str().is_some_and(|name| TYPES.contains(&name))
}

fn is_types(value: &Value) -> bool {
    let all = value.as_array();
    all.is_some_and(|all| are_different(all) && all.iter().all(is_type))
}

/// At least one, and each once.
fn is_names(value: &Value) -> bool {
    let all = value.as_array();
    all.is_some_and(|all| are_different(all) && all.iter().all(Value::is_string))
}

fn are_different(all: &[Value]) -> bool {
    let mut before = all.iter().enumerate();
    !all.is_empty() && before.all(|(n, one)| !all.iter().take(n).any(|other| other == one))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_schema_is_one_of_draft_4() {
        let canonical = "https://apigateway.amazonaws.com/restapis/abc/models/Pet";
        for (schema, expected) in [
            (
                json!({"type": "object", "properties": {"a": {"type": "string"}}}),
                None,
            ),
            (json!({"type": ["object", "null"], "required": ["a"]}), None),
            (
                json!({"allOf": [{"$ref": canonical}, {"$ref": "#/definitions/x"}]}),
                None,
            ),
            (
                json!({"type": "array", "items": {"type": "integer", "format": "int32"}}),
                None,
            ),
            (
                json!({"dependencies": {"a": ["b"], "c": {"type": "object"}}}),
                None,
            ),
            (json!({"properties": {"example": {"default": 1}}}), None),
            (json!({"type": "thing"}), Some(Fault::Invalid)),
            (json!({"required": []}), Some(Fault::Invalid)),
            (
                json!({"properties": {"a": {"required": true}}}),
                Some(Fault::Invalid),
            ),
            (json!({"enum": ["A", "A"]}), Some(Fault::Invalid)),
            (json!({"items": {"minimum": "1"}}), Some(Fault::Invalid)),
            (json!({"$ref": "Pet"}), Some(Fault::Reference)),
            (
                json!({"$id": "x", "type": "object"}),
                Some(Fault::Unknown(vec!["$id".into()])),
            ),
            (
                json!({"properties": {"a": {"example": 1, "nullable": true}}}),
                Some(Fault::Unknown(vec!["example".into(), "nullable".into()])),
            ),
        ] {
            assert_eq!(check(&schema).err(), expected, "{schema}");
        }
    }

    #[test]
    fn unknown_keywords_are_told_in_the_words_of_aws() {
        assert_eq!(
            Fault::Unknown(vec!["$id".into()]).told(),
            "Invalid model schema specified. Unsupported keyword(s): [\"$id\"]"
        );
    }
}
