//! JSON schema draft 4, as far as API Gateway's models use it.
//!
//! A keyword that is neither known here nor without effect makes the model an error when it is
//! deployed: a body must not pass because a rule was not understood. References lead to other models
//! (`https://apigateway.amazonaws.com/restapis/ID/models/NAME`) or into the same schema.

use std::collections::BTreeMap;

use fancy_regex::{Regex, RegexBuilder};
use model::Model;
use serde_json::{Map, Value};

use crate::deployment::CompileError;

/// Schemas entered one inside another, over all references.
const DEEPEST: usize = 64;
/// Schemas entered for one body.
const MOST_STEPS: usize = 100_000;
const BACKTRACK_LIMIT: usize = 100_000;

/// Keywords that describe and don't restrict, or that are read together with another one.
const WITHOUT_EFFECT: &[&str] = &[
    "$schema",
    "id",
    "title",
    "description",
    "default",
    "example",
    "examples",
    "format",
    "definitions",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "readOnly",
    "xml",
    "externalDocs",
    "discriminator",
    "deprecated",
    "nullable",
    "writeOnly",
    "$id",
    "$comment",
];

#[derive(Debug)]
pub(crate) struct Schema {
    root: Value,
    models: BTreeMap<String, Value>,
    patterns: BTreeMap<String, Regex>,
}

impl Schema {
    pub(crate) fn of_model(
        name: &str,
        models: &BTreeMap<String, Model>,
    ) -> Result<Self, CompileError> {
        let refuse = |reason: String| CompileError::Model {
            name: name.to_owned(),
            reason,
        };
        let model = models
            .values()
            .find(|model| model.name == name)
            .ok_or_else(|| refuse("there is no such model".to_owned()))?;
        let mut schema = Self {
            root: parse(model).map_err(refuse)?,
            models: BTreeMap::new(),
            patterns: BTreeMap::new(),
        };
        let root = schema.root.clone();
        schema.prepare(&root, models, 0).map_err(refuse)?;
        Ok(schema)
    }

    /// Checks every keyword, fetches referenced models and compiles patterns.
    fn prepare(
        &mut self,
        schema: &Value,
        models: &BTreeMap<String, Model>,
        depth: usize,
    ) -> Result<(), String> {
        if depth > DEEPEST {
            return Err(format!("it nests deeper than {DEEPEST}"));
        }
        let Some(keywords) = schema.as_object() else {
            return Ok(());
        };
        for (keyword, value) in keywords {
            self.prepare_keyword(keyword, value, models, depth)?;
        }
        Ok(())
    }

    fn prepare_keyword(
        &mut self,
        keyword: &str,
        value: &Value,
        models: &BTreeMap<String, Model>,
        depth: usize,
    ) -> Result<(), String> {
        match keyword {
            "$ref" => self.prepare_reference(value, models, depth),
            "pattern" => self.prepare_pattern(value.as_str().unwrap_or_default()),
            "patternProperties" => {
                for (pattern, schema) in value.as_object().into_iter().flatten() {
                    self.prepare_pattern(pattern)?;
                    self.prepare(schema, models, depth + 1)?;
                }
                Ok(())
            }
            "properties" | "definitions" | "dependencies" => value
                .as_object()
                .into_iter()
                .flatten()
                .try_for_each(|(_, schema)| self.prepare(schema, models, depth + 1)),
            "allOf" | "anyOf" | "oneOf" => value
                .as_array()
                .into_iter()
                .flatten()
                .try_for_each(|schema| self.prepare(schema, models, depth + 1)),
            "items" => match value {
                Value::Array(all) => all
                    .iter()
                    .try_for_each(|schema| self.prepare(schema, models, depth + 1)),
                one => self.prepare(one, models, depth + 1),
            },
            "not" | "additionalProperties" | "additionalItems" => {
                self.prepare(value, models, depth + 1)
            }
            "type" | "enum" | "required" | "minProperties" | "maxProperties" | "minItems"
            | "maxItems" | "uniqueItems" | "minimum" | "maximum" | "multipleOf" | "minLength"
            | "maxLength" => Ok(()),
            other if WITHOUT_EFFECT.contains(&other) || other.starts_with("x-") => Ok(()),
            other => Err(format!("the keyword {other} is not known")),
        }
    }

    fn prepare_reference(
        &mut self,
        reference: &Value,
        models: &BTreeMap<String, Model>,
        depth: usize,
    ) -> Result<(), String> {
        let reference = reference.as_str().unwrap_or_default();
        let Some(name) = model_name(reference) else {
            return match self.local(reference) {
                Some(_) => Ok(()),
                None => Err(format!("{reference} leads nowhere")),
            };
        };
        if self.models.contains_key(name) {
            return Ok(());
        }
        let model = models
            .values()
            .find(|model| model.name == name)
            .ok_or_else(|| format!("there is no model {name}"))?;
        let schema = parse(model)?;
        self.models.insert(name.to_owned(), schema.clone());
        self.prepare(&schema, models, depth + 1)
    }

    fn prepare_pattern(&mut self, pattern: &str) -> Result<(), String> {
        let compiled = RegexBuilder::new(pattern)
            .backtrack_limit(BACKTRACK_LIMIT)
            .max_prog_size(1 << 14)
            .build()
            .map_err(|error| format!("the pattern {pattern} is not usable: {error}"))?;
        self.patterns.insert(pattern.to_owned(), compiled);
        Ok(())
    }

    fn local(&self, reference: &str) -> Option<&Value> {
        self.root.pointer(reference.strip_prefix('#')?)
    }

    fn resolve(&self, reference: &str) -> Option<&Value> {
        match model_name(reference) {
            Some(name) => self.models.get(name),
            None => self.local(reference),
        }
    }

    /// The first rule that the body breaks.
    pub(crate) fn check(&self, body: &Value) -> Result<(), String> {
        let mut check = Check {
            schema: self,
            steps: 0,
        };
        check.value(&self.root, body, 0)
    }
}

fn parse(model: &Model) -> Result<Value, String> {
    let text = model.schema.as_deref().unwrap_or("{}");
    serde_json::from_str(text).map_err(|error| error.to_string())
}

fn model_name(reference: &str) -> Option<&str> {
    let (address, name) = reference.rsplit_once("/models/")?;
    address
        .starts_with("https://apigateway.amazonaws.com/restapis/")
        .then_some(name)
}

struct Check<'s> {
    schema: &'s Schema,
    steps: usize,
}

type Checked = Result<(), String>;

impl<'s> Check<'s> {
    fn value(&mut self, schema: &'s Value, value: &Value, depth: usize) -> Checked {
        self.steps += 1;
        if depth > DEEPEST || self.steps > MOST_STEPS {
            return Err("the body is too deep or too large to be validated".to_owned());
        }
        let Some(keywords) = schema.as_object() else {
            return Ok(());
        };
        if let Some(reference) = keywords.get("$ref").and_then(Value::as_str) {
            let target = self.schema.resolve(reference);
            let target = target.ok_or_else(|| format!("{reference} leads nowhere"))?;
            return self.value(target, value, depth + 1);
        }
        any(keywords, value)?;
        self.combined(keywords, value, depth)?;
        match value {
            Value::Object(members) => self.object(keywords, members, depth),
            Value::Array(items) => self.array(keywords, items, depth),
            Value::String(text) => self.text(keywords, text),
            Value::Number(number) => numeric(keywords, number.as_f64().unwrap_or(f64::NAN)),
            Value::Null | Value::Bool(_) => Ok(()),
        }
    }

    fn combined(
        &mut self,
        keywords: &'s Map<String, Value>,
        value: &Value,
        depth: usize,
    ) -> Checked {
        let list = |name: &str| keywords.get(name).and_then(Value::as_array);
        for schema in list("allOf").into_iter().flatten() {
            self.value(schema, value, depth + 1)?;
        }
        if let Some(schemas) = list("anyOf")
            && self.fitting(schemas, value, depth) == 0
        {
            return Err("it fits none of anyOf".to_owned());
        }
        if let Some(schemas) = list("oneOf")
            && self.fitting(schemas, value, depth) != 1
        {
            return Err("it does not fit exactly one of oneOf".to_owned());
        }
        match keywords.get("not") {
            Some(schema) if self.value(schema, value, depth + 1).is_ok() => {
                Err("it fits what it must not".to_owned())
            }
            _ => Ok(()),
        }
    }

    fn fitting(&mut self, schemas: &'s [Value], value: &Value, depth: usize) -> usize {
        schemas
            .iter()
            .filter(|schema| self.value(schema, value, depth + 1).is_ok())
            .count()
    }

    fn object(
        &mut self,
        keywords: &'s Map<String, Value>,
        members: &Map<String, Value>,
        depth: usize,
    ) -> Checked {
        for name in strings(keywords.get("required")) {
            if !members.contains_key(name) {
                return Err(format!(
                    "object has missing required properties ([\"{name}\"])"
                ));
            }
        }
        at_least(keywords, "minProperties", members.len())?;
        at_most(keywords, "maxProperties", members.len())?;
        self.dependencies(keywords, members, depth)?;
        for (name, member) in members {
            self.member(keywords, name, member, depth)?;
        }
        Ok(())
    }

    fn dependencies(
        &mut self,
        keywords: &'s Map<String, Value>,
        members: &Map<String, Value>,
        depth: usize,
    ) -> Checked {
        let dependencies = keywords.get("dependencies").and_then(Value::as_object);
        for (name, dependency) in dependencies.into_iter().flatten() {
            if !members.contains_key(name) {
                continue;
            }
            if dependency.is_object() {
                self.value(dependency, &Value::Object(members.clone()), depth + 1)?;
            }
            if let Some(lacking) = strings(Some(dependency)).find(|n| !members.contains_key(*n)) {
                return Err(format!("{name} needs {lacking}"));
            }
        }
        Ok(())
    }

    fn member(
        &mut self,
        keywords: &'s Map<String, Value>,
        name: &str,
        member: &Value,
        depth: usize,
    ) -> Checked {
        let mut is_known = false;
        let properties = keywords.get("properties").and_then(Value::as_object);
        if let Some(schema) = properties.and_then(|properties| properties.get(name)) {
            is_known = true;
            self.value(schema, member, depth + 1)?;
        }
        let by_pattern = keywords.get("patternProperties").and_then(Value::as_object);
        for (pattern, schema) in by_pattern.into_iter().flatten() {
            if self.matches(pattern, name) {
                is_known = true;
                self.value(schema, member, depth + 1)?;
            }
        }
        match keywords.get("additionalProperties") {
            Some(Value::Bool(false)) if !is_known => Err(format!(
                "object instance has properties which are not allowed by the schema: [\"{name}\"]"
            )),
            Some(schema @ Value::Object(_)) if !is_known => self.value(schema, member, depth + 1),
            _ => Ok(()),
        }
    }

    fn array(
        &mut self,
        keywords: &'s Map<String, Value>,
        items: &[Value],
        depth: usize,
    ) -> Checked {
        at_least(keywords, "minItems", items.len())?;
        at_most(keywords, "maxItems", items.len())?;
        let unique = keywords.get("uniqueItems").and_then(Value::as_bool) == Some(true);
        if unique && !are_unique(items) {
            return Err("array must not contain duplicate elements".to_owned());
        }
        match keywords.get("items") {
            Some(Value::Array(schemas)) => {
                for (schema, item) in schemas.iter().zip(items) {
                    self.value(schema, item, depth + 1)?;
                }
                let rest = items.get(schemas.len()..).unwrap_or_default();
                self.additional_items(keywords.get("additionalItems"), rest, depth)
            }
            Some(schema) => items
                .iter()
                .try_for_each(|item| self.value(schema, item, depth + 1)),
            None => Ok(()),
        }
    }

    fn additional_items(
        &mut self,
        schema: Option<&'s Value>,
        rest: &[Value],
        depth: usize,
    ) -> Checked {
        match schema {
            Some(Value::Bool(false)) if !rest.is_empty() => {
                Err("array has more elements than the schema allows".to_owned())
            }
            Some(schema @ Value::Object(_)) => rest
                .iter()
                .try_for_each(|item| self.value(schema, item, depth + 1)),
            _ => Ok(()),
        }
    }

    fn text(&self, keywords: &Map<String, Value>, text: &str) -> Checked {
        let length = text.chars().count();
        at_least(keywords, "minLength", length)?;
        at_most(keywords, "maxLength", length)?;
        match keywords.get("pattern").and_then(Value::as_str) {
            Some(pattern) if !self.matches(pattern, text) => Err(format!(
                "ECMA 262 regex \"{pattern}\" does not match input string"
            )),
            _ => Ok(()),
        }
    }

    /// A pattern that gives up doesn't match.
    fn matches(&self, pattern: &str, text: &str) -> bool {
        let compiled = self.schema.patterns.get(pattern);
        compiled.is_some_and(|pattern| pattern.is_match(text).unwrap_or(false))
    }
}

fn strings(value: Option<&Value>) -> impl Iterator<Item = &str> {
    let list = value.and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str)
}

/// What holds for values of all types.
fn any(keywords: &Map<String, Value>, value: &Value) -> Checked {
    let fits = match keywords.get("type") {
        Some(Value::String(name)) => is_of_type(name, value),
        Some(Value::Array(names)) => names
            .iter()
            .filter_map(Value::as_str)
            .any(|name| is_of_type(name, value)),
        _ => true,
    };
    if !fits {
        return Err("instance type does not match any allowed primitive type".to_owned());
    }
    match keywords.get("enum").and_then(Value::as_array) {
        Some(allowed) if !allowed.contains(value) => {
            Err("instance value not found in enum".to_owned())
        }
        _ => Ok(()),
    }
}

fn is_of_type(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        _ => false,
    }
}

fn numeric(keywords: &Map<String, Value>, number: f64) -> Checked {
    let bound = |name: &str| keywords.get(name).and_then(Value::as_f64);
    let excludes = |name: &str| keywords.get(name).and_then(Value::as_bool) == Some(true);
    if let Some(least) = bound("minimum")
        && (number < least || (excludes("exclusiveMinimum") && number <= least))
    {
        return Err("numeric instance is lower than the required minimum".to_owned());
    }
    if let Some(most) = bound("maximum")
        && (number > most || (excludes("exclusiveMaximum") && number >= most))
    {
        return Err("numeric instance is greater than the required maximum".to_owned());
    }
    match bound("multipleOf") {
        Some(step) if step > 0.0 && (number / step).fract().abs() > f64::EPSILON => {
            Err("numeric instance is not a multiple of the schema's".to_owned())
        }
        _ => Ok(()),
    }
}

fn at_least(keywords: &Map<String, Value>, keyword: &str, length: usize) -> Checked {
    match keywords.get(keyword).and_then(Value::as_u64) {
        Some(least) if (length as u64) < least => Err(format!("{keyword} is {least}")),
        _ => Ok(()),
    }
}

fn at_most(keywords: &Map<String, Value>, keyword: &str, length: usize) -> Checked {
    match keywords.get(keyword).and_then(Value::as_u64) {
        Some(most) if (length as u64) > most => Err(format!("{keyword} is {most}")),
        _ => Ok(()),
    }
}

/// Compared by their text: a set keeps a long array from taking the square of its length.
fn are_unique(items: &[Value]) -> bool {
    let mut seen = std::collections::HashSet::new();
    items.iter().all(|item| seen.insert(item.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(name: &str, schema: &str) -> (String, Model) {
        let model = Model {
            id: name.to_owned(),
            name: name.to_owned(),
            description: None,
            schema: Some(schema.to_owned()),
            content_type: "application/json".to_owned(),
        };
        (name.to_owned(), model)
    }

    #[track_caller]
    fn check(schema: &str, body: &str, expected: bool) {
        let models = BTreeMap::from([
            model("Main", schema),
            model(
                "Status",
                r#"{"type":"object","required":["Order"],"properties":{"Order":{"type":"integer"}}}"#,
            ),
            model(
                "Tree",
                r#"{"properties":{"child":{"$ref":"https://apigateway.amazonaws.com/restapis/x/models/Tree"}}}"#,
            ),
        ]);
        let schema = Schema::of_model("Main", &models).unwrap();
        let body = serde_json::from_str(body).unwrap();
        assert_eq!(schema.check(&body).is_ok(), expected, "{body}");
    }

    #[test]
    fn types_and_members_are_checked() {
        let schema = r#"{"type":"object","required":["a"],"properties":{"a":{"type":"integer","minimum":1,"maximum":5},"b":{"type":["string","null"],"maxLength":3,"pattern":"^x"},"c":{"enum":[1,"two"]},"d":{"type":"array","items":{"type":"number"},"minItems":1,"uniqueItems":true}},"additionalProperties":false}"#;
        for (body, expected) in [
            (r#"{"a":1}"#, true),
            (r#"{"a":1.5}"#, false),
            (r#"{"a":0}"#, false),
            (r#"{"a":6}"#, false),
            ("{}", false),
            ("[]", false),
            (r#"{"a":1,"b":"xyz"}"#, true),
            (r#"{"a":1,"b":null}"#, true),
            (r#"{"a":1,"b":"yyy"}"#, false),
            (r#"{"a":1,"b":"xxxx"}"#, false),
            (r#"{"a":1,"c":"two"}"#, true),
            (r#"{"a":1,"c":"three"}"#, false),
            (r#"{"a":1,"d":[1,2.5]}"#, true),
            (r#"{"a":1,"d":[]}"#, false),
            (r#"{"a":1,"d":[1,1]}"#, false),
            (r#"{"a":1,"d":["x"]}"#, false),
            (r#"{"a":1,"e":1}"#, false),
        ] {
            check(schema, body, expected);
        }
    }

    #[test]
    fn a_reference_leads_to_a_model_as_in_test_api_gateway_request_validator_with_ref_one_ofmodels()
    {
        let schema = r#"{"type":"object","required":["status"],"properties":{"status":{"oneOf":[{"type":"null"},{"$ref":"https://apigateway.amazonaws.com/restapis/abc/models/Status"}]}}}"#;
        check(schema, r#"{"status":null}"#, true);
        check(schema, r#"{"status":{"Order":1}}"#, true);
        check(schema, r#"{"status":{"Order":"1"}}"#, false);
        check(schema, "{}", false);
    }

    #[test]
    fn models_may_refer_to_themselves_and_bodies_may_not_be_endless() {
        let schema = r#"{"$ref":"https://apigateway.amazonaws.com/restapis/x/models/Tree"}"#;
        check(schema, r#"{"child":{"child":{}}}"#, true);
        let deep = format!("{}{}{}", r#"{"child":"#.repeat(70), "1", "}".repeat(70));
        check(schema, &deep, false);
    }

    #[test]
    fn a_rule_that_is_not_understood_is_an_error() {
        for schema in [
            r#"{"if":{}}"#,
            r#"{"properties":{"a":{"const":1}}}"#,
            r#"{"pattern":"("}"#,
            r##"{"$ref":"#/definitions/none"}"##,
            "{",
        ] {
            let models = BTreeMap::from([model("Main", schema)]);
            assert!(Schema::of_model("Main", &models).is_err(), "{schema}");
        }
    }
}
