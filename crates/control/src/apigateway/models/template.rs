//! GetModelTemplate: a mapping template that copies a body of the model from the input.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use wire::apigateway::{GetModelTemplate, GetModelTemplateRequest, Template};

use serde_json::Value;

use super::super::failures::no_model;
use super::super::{asks, records};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Schemas that name each other in a circle are written this deep.
const DEEPEST: usize = 8;

type Models = BTreeMap<String, model::Model>;

impl Handle<GetModelTemplate> for Rooms {
    fn needs(&self, call: &Call, input: &GetModelTemplateRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetModelTemplate>(
            call,
            &[&input.rest_api_id, &input.model_name],
        ))
    }

    async fn handle(&self, authorized: Authorized<GetModelTemplate>) -> Result<Template, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_model(&input.model_name);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let models = &api.definition.models;
        let model = models.get(&input.model_name).ok_or_else(missing)?;
        Ok(Template {
            value: Some(template(model, models)),
        })
    }
}

/// In the form of AWS's examples (API Gateway developer guide, "Mapping template examples").
fn template(model: &model::Model, models: &Models) -> String {
    let schema = read(model.schema.as_deref());
    let mut text = String::from("#set($inputRoot = $input.path('$'))\n");
    let mut writer = Writer {
        models,
        text: &mut text,
    };
    writer.value(&schema, "$inputRoot", 0);
    text
}

fn read(schema: Option<&str>) -> Value {
    schema
        .and_then(|schema| serde_json::from_str(schema).ok())
        .unwrap_or_default()
}

struct Writer<'a> {
    models: &'a Models,
    text: &'a mut String,
}

impl Writer<'_> {
    /// `from` is the reference that stands for the value in the input.
    fn value(&mut self, schema: &Value, from: &str, depth: usize) {
        if depth > DEEPEST {
            self.text.push_str("null");
            return;
        }
        if let Some(named) = self.named(schema) {
            return self.value(&named, from, depth + 1);
        }
        match schema.get("type").and_then(Value::as_str) {
            Some("array") => self.array(schema, from, depth),
            Some("string") => {
                let _ = write!(self.text, "\"{from}\"");
            }
            Some("integer" | "number" | "boolean") => self.text.push_str(from),
            _ => self.object(schema, from, depth),
        }
    }

    /// The schema of the model that a reference ends with.
    fn named(&self, schema: &Value) -> Option<Value> {
        let reference = schema.get("$ref")?.as_str()?;
        let name = reference.rsplit('/').next()?;
        Some(read(self.models.get(name)?.schema.as_deref()))
    }

    fn object(&mut self, schema: &Value, from: &str, depth: usize) {
        let properties = schema.get("properties").and_then(Value::as_object);
        let indent = "  ".repeat(depth + 1);
        self.text.push_str("{ ");
        let mut first = true;
        for (name, schema) in properties.into_iter().flatten() {
            let comma = if first { "" } else { "," };
            first = false;
            let _ = write!(self.text, "{comma}\n{indent}\"{name}\" : ");
            self.value(schema, &format!("{from}.{name}"), depth + 1);
        }
        if !first {
            let _ = write!(self.text, "\n{}", "  ".repeat(depth));
        }
        self.text.push('}');
    }

    fn array(&mut self, schema: &Value, from: &str, depth: usize) {
        let element = format!("$elem{depth}");
        let _ = write!(self.text, "[\n#foreach({element} in {from})\n");
        self.text.push_str(&"  ".repeat(depth + 1));
        let items = schema.get("items").cloned().unwrap_or_default();
        self.value(&items, &element, depth + 1);
        self.text.push_str("#if($foreach.hasNext),#end\n\n#end\n]");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(name: &str, schema: &str) -> (String, model::Model) {
        let model = model::Model {
            id: name.to_owned(),
            name: name.to_owned(),
            description: None,
            schema: Some(schema.to_owned()),
            content_type: "application/json".to_owned(),
        };
        (name.to_owned(), model)
    }

    #[test]
    fn a_template_copies_what_the_model_has() {
        let models = Models::from([
            model("Empty", "{}"),
            model(
                "Pet",
                r#"{"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}"#,
            ),
            model("Pets", r#"{"type": "array", "items": {"$ref": "x/Pet"}}"#),
            model("Ring", r#"{"properties": {"next": {"$ref": "x/Ring"}}}"#),
        ]);
        let head = "#set($inputRoot = $input.path('$'))\n";
        for (name, expected) in [
            ("Empty", "{ }"),
            (
                "Pet",
                "{ \n  \"id\" : $inputRoot.id,\n  \"name\" : \"$inputRoot.name\"\n}",
            ),
        ] {
            let seen = template(&models[name], &models);
            assert_eq!(seen, format!("{head}{expected}"), "{name}");
        }
        let pets = template(&models["Pets"], &models);
        assert!(pets.contains("#foreach($elem0 in $inputRoot)"), "{pets}");
        assert!(pets.contains("\"name\" : \"$elem0.name\""), "{pets}");
        assert!(template(&models["Ring"], &models).len() < 2_000);
    }
}
