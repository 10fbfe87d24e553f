//! Writes the console's TypeScript: a type for every shape that its operations reach, and for each
//! operation what of its input goes where on the wire.
//!
//! Members of an answer, and of what lies deeper in an input, are called as they are on the wire, so
//! that a body needs no translation. Those of an input itself are called as the model calls them,
//! which is how commands and other clients know them, and the operation says where they go.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, bail, ensure};

use super::files::Generated;
use super::model::{
    Model, Object, expect_string, flag, is_required, members, reference, string, strings,
};
use super::overlay::Overlay;

const HEADER: &str = "// Written by `cargo xtask codegen`. Do not edit.\n";

/// The operations of `operations.txt`, by service.
pub(super) struct Wanted(BTreeMap<String, BTreeSet<String>>);

impl Wanted {
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let mut wanted: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let lines = text.lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (service, operation) = line
                .split_once(' ')
                .with_context(|| format!("{line} is not SERVICE OPERATION"))?;
            let new = wanted.entry(service.to_owned()).or_default();
            ensure!(new.insert(operation.to_owned()), "{line} is listed twice");
        }
        Ok(Self(wanted))
    }

    /// The module of one service; none if the console calls nothing of it.
    pub(super) fn render(
        &self,
        service: &str,
        model: &Model,
        overlay: &Overlay,
    ) -> anyhow::Result<Option<Generated>> {
        let Some(operations) = self.0.get(service) else {
            return Ok(None);
        };
        for operation in operations {
            ensure!(
                overlay.operations.contains(operation),
                "the console calls {service} {operation}, which is not implemented"
            );
        }
        let writer = Writer { service, model };
        let text = writer.module(operations)?;
        Ok(Some(Generated::new(format!("{service}.ts"), text)))
    }
}

struct Writer<'a> {
    service: &'a str,
    model: &'a Model,
}

/// Which side of a call a structure is on: members of what is answered are never certain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The input of an operation itself.
    Asked,
    Input,
    Output,
}

impl Writer<'_> {
    fn module(&self, operations: &BTreeSet<String>) -> anyhow::Result<String> {
        let protocol = expect_string(&self.model.metadata, "protocol")?;
        let mut body = String::new();
        let mut inputs = BTreeSet::new();
        let mut outputs = BTreeSet::new();
        for name in operations {
            let operation = self.model.operation(name)?;
            for (key, reached) in [("input", &mut inputs), ("output", &mut outputs)] {
                if operation.contains_key(key) {
                    self.reach(reference(operation, key)?, reached)?;
                }
            }
        }
        let asked = self.asked(operations)?;
        for shape in inputs.union(&outputs) {
            let side = if asked.contains(shape) {
                ensure!(!outputs.contains(shape), "{shape} is asked and answered");
                Side::Asked
            } else if inputs.contains(shape) {
                Side::Input
            } else {
                Side::Output
            };
            self.structure(&mut body, shape, side)
                .with_context(|| format!("structure {shape}"))?;
        }
        if speaks_xml(protocol) {
            self.kinds(&mut body, &outputs)?;
        }
        for name in operations {
            self.operation(&mut body, name, protocol)
                .with_context(|| format!("operation {name}"))?;
        }
        let types = if speaks_xml(protocol) {
            "Kind, Operation"
        } else {
            "Operation"
        };
        Ok(format!(
            "{HEADER}// What the console calls of {}, as crates/wire describes it.\n\
             import type {{ {types} }} from \"../aws/operation\";\n{body}",
            self.service
        ))
    }

    /// The inputs of the operations.
    fn asked(&self, operations: &BTreeSet<String>) -> anyhow::Result<BTreeSet<String>> {
        let mut asked = BTreeSet::new();
        for name in operations {
            let operation = self.model.operation(name)?;
            if operation.contains_key("input") {
                asked.insert(reference(operation, "input")?.to_owned());
            }
        }
        Ok(asked)
    }

    /// All structures below a shape, itself included.
    fn reach(&self, name: &str, seen: &mut BTreeSet<String>) -> anyhow::Result<()> {
        let shape = self.model.shape(name)?;
        if expect_string(shape, "type")? == "structure" && !seen.insert(name.to_owned()) {
            return Ok(());
        }
        for (_, traits) in members(shape) {
            let traits = traits.as_object().context("a member is not an object")?;
            self.reach(expect_string(traits, "shape")?, seen)?;
        }
        for key in ["member", "value"] {
            if shape.contains_key(key) {
                self.reach(reference(shape, key)?, seen)?;
            }
        }
        Ok(())
    }

    fn structure(&self, body: &mut String, name: &str, side: Side) -> anyhow::Result<()> {
        let shape = self.model.shape(name)?;
        let _ = writeln!(body, "\nexport interface {name} {{");
        for (member, traits) in members(shape) {
            let traits = traits.as_object().context("a member is not an object")?;
            let target = expect_string(traits, "shape")?;
            let required = side != Side::Output && is_required(shape, member);
            let mark = if required { "" } else { "?" };
            let key = key(if side == Side::Asked {
                member
            } else {
                called(member, traits)
            });
            let _ = writeln!(body, "  {key}{mark}: {};", self.type_of(traits, target)?);
        }
        body.push_str("}\n");
        Ok(())
    }

    fn type_of(&self, traits: &Object, target: &str) -> anyhow::Result<String> {
        let shape = self.model.shape(target)?;
        if flag(traits, "jsonvalue") || flag(shape, "document") {
            return Ok("unknown".to_owned());
        }
        let inner = |key| self.type_of(&Object::new(), reference(shape, key)?);
        Ok(match expect_string(shape, "type")? {
            "structure" => target.to_owned(),
            "list" => format!("Array<{}>", inner("member")?),
            "map" => format!("Record<string, {}>", inner("value")?),
            "string" => union(shape),
            "blob" => "Uint8Array | string".to_owned(),
            "boolean" => "boolean".to_owned(),
            "timestamp" if string(&self.model.metadata, "protocol").is_some_and(speaks_xml) => {
                "string".to_owned()
            }
            "integer" | "long" | "float" | "double" | "timestamp" => "number".to_owned(),
            other => bail!("unknown type {other}"),
        })
    }

    fn operation(&self, body: &mut String, name: &str, protocol: &str) -> anyhow::Result<()> {
        let operation = self.model.operation(name)?;
        let side = |key: &str| {
            if operation.contains_key(key) {
                reference(operation, key).map(str::to_owned)
            } else {
                Ok("Record<string, never>".to_owned())
            }
        };
        let (input, output) = (side("input")?, side("output")?);
        let http = operation
            .get("http")
            .and_then(|http| http.as_object())
            .context("no http")?;
        let method = expect_string(http, "method")?;
        let uri = expect_string(http, "requestUri")?;
        let mut lines = vec![
            format!("service: {:?}", self.service),
            format!("name: {name:?}"),
            format!("method: {method:?}"),
            format!("uri: {uri:?}"),
        ];
        if protocol.starts_with("rest") {
            lines.extend(self.places(operation)?);
        }
        if let Some(target) = string(&self.model.metadata, "targetPrefix") {
            lines.push(format!("target: \"{target}.{name}\""));
        }
        if protocol == "query" {
            let version = expect_string(&self.model.metadata, "apiVersion")?;
            lines.push(format!("version: {version:?}"));
        }
        if speaks_xml(protocol) {
            lines.push("kinds".to_owned());
        }
        let constant = lower_first(name);
        let _ = writeln!(
            body,
            "\nexport const {constant}: Operation<{input}, {output}> = {{\n  {},\n}};",
            lines.join(",\n  ")
        );
        Ok(())
    }

    /// What does not travel in the body.
    fn places(&self, operation: &Object) -> anyhow::Result<Vec<String>> {
        let mut lines = Vec::new();
        for (key, name) in [("input", "places"), ("output", "answers")] {
            if !operation.contains_key(key) {
                continue;
            }
            let shape = self.model.shape(reference(operation, key)?)?;
            let mut places = Vec::new();
            for (member, traits) in members(shape) {
                let traits = traits.as_object().context("a member is not an object")?;
                if let Some(place) = place(member, traits, shape, key == "input") {
                    places.push(place);
                }
            }
            if !places.is_empty() {
                lines.push(format!("{name}: {{ {} }}", places.join(", ")));
            }
        }
        Ok(lines)
    }

    /// XML has texts only: which names are lists, numbers and truth values. The items of a flat list have no element
    /// around them.
    fn kinds(&self, body: &mut String, outputs: &BTreeSet<String>) -> anyhow::Result<()> {
        let mut kinds: BTreeMap<&str, &str> = BTreeMap::new();
        for name in outputs {
            for (member, traits) in members(self.model.shape(name)?) {
                let traits = traits.as_object().context("a member is not an object")?;
                let target = self.model.shape(expect_string(traits, "shape")?)?;
                let kind = match expect_string(target, "type")? {
                    "list" if flag(target, "flattened") => "flat",
                    "list" => "list",
                    "integer" | "long" | "float" | "double" => "number",
                    "boolean" => "boolean",
                    "map" => "map",
                    _ => "other",
                };
                let known = kinds.insert(called(member, traits), kind);
                ensure!(
                    known.is_none_or(|known| known == kind),
                    "{member} is of two kinds"
                );
            }
        }
        let told: Vec<String> = kinds
            .iter()
            .filter(|(_, kind)| **kind != "other")
            .map(|(member, kind)| format!("  {member}: {kind:?}"))
            .collect();
        let _ = writeln!(
            body,
            "\nconst kinds: Record<string, Kind> = {{\n{},\n}};",
            told.join(",\n")
        );
        Ok(())
    }
}

/// Whose answers have texts only.
fn speaks_xml(protocol: &str) -> bool {
    matches!(protocol, "query" | "rest-xml")
}

/// The name of a member in TypeScript.
fn called<'a>(member: &'a str, traits: &'a Object) -> &'a str {
    if traits.contains_key("location") {
        member
    } else {
        string(traits, "locationName").unwrap_or(member)
    }
}

fn place(member: &str, traits: &Object, shape: &Object, asked: bool) -> Option<String> {
    let name = string(traits, "locationName").unwrap_or(member);
    if string(shape, "payload") == Some(member) {
        let key = key(if asked {
            member
        } else {
            called(member, traits)
        });
        return Some(format!("{key}: [\"payload\", \"\"]"));
    }
    let location = match string(traits, "location") {
        Some(location) => location,
        None if asked && name != member => "body",
        None => return None,
    };
    Some(format!("{}: [{location:?}, {name:?}]", key(member)))
}

fn union(shape: &Object) -> String {
    let values: Vec<String> = strings(shape, "enum")
        .map(|value| format!("{value:?}"))
        .collect();
    if values.is_empty() {
        "string".to_owned()
    } else {
        values.join(" | ")
    }
}

fn key(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if plain {
        name.to_owned()
    } else {
        format!("{name:?}")
    }
}

fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn model() -> Model {
        Model::read(&json!({
            "metadata": { "protocol": "rest-json" },
            "operations": { "GetThing": {
                "http": { "method": "GET", "requestUri": "/things/{id}" },
                "input": { "shape": "Ask" }, "output": { "shape": "Thing" } } },
            "shapes": {
                "Ask": { "type": "structure", "required": ["thingId"], "members": {
                    "thingId": { "shape": "Text", "location": "uri", "locationName": "id" } } },
                "Thing": { "type": "structure", "required": ["kind"], "members": {
                    "kind": { "shape": "Kind" },
                    "items": { "shape": "Things", "locationName": "item" } } },
                "Things": { "type": "list", "member": { "shape": "Thing" } },
                "Kind": { "type": "string", "enum": ["a", "b"] },
                "Text": { "type": "string" } } }))
        .unwrap()
    }

    fn module() -> String {
        let operations = BTreeSet::from(["GetThing".to_owned()]);
        let model = model();
        let writer = Writer {
            service: "s",
            model: &model,
        };
        writer.module(&operations).unwrap()
    }

    #[track_caller]
    fn check(expected: &str) {
        let module = module();
        assert!(module.contains(expected), "{module}");
    }

    #[test]
    fn an_input_requires_what_the_model_requires_and_an_answer_nothing() {
        check("export interface Ask {\n  thingId: string;\n}");
        check("kind?: \"a\" | \"b\";");
    }

    #[test]
    fn a_body_is_called_as_on_the_wire() {
        check("item?: Array<Thing>;");
    }

    #[test]
    fn an_operation_says_what_goes_where() {
        check("export const getThing: Operation<Ask, Thing>");
        check("places: { thingId: [\"uri\", \"id\"] }");
    }
}
