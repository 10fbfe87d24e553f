//! Writes the plain structs of the implemented operations, and of all shapes they reach.

use std::{collections::BTreeSet, fmt::Write as _};

use anyhow::{Context as _, bail, ensure};

use super::{
    HEADER,
    model::{Model, Object, expect_string, flag, is_required, members, reference, string},
    names,
    overlay::Overlay,
};

/// What the generated module imports, and so cannot define.
const IMPORTED: [&str; 12] = [
    "BTreeMap",
    "Box",
    "Bytes",
    "Document",
    "Masked",
    "Members",
    "Mismatch",
    "Operation",
    "Option",
    "Shape",
    "String",
    "Timestamp",
];

/// Names that are secrets wherever they appear, beside what the models call sensitive.
const SECRETS: [&str; 5] = [
    "SecretAccessKey",
    "SessionToken",
    "Password",
    "OldPassword",
    "NewPassword",
];

pub(super) fn render(model: &Model, overlay: &Overlay) -> anyhow::Result<String> {
    let writer = Writer {
        model,
        overlay,
        outputs: outputs(model, overlay)?,
    };
    let structures = writer.reachable()?;
    let mut body = String::new();
    for name in &overlay.operations {
        ensure!(
            !structures.contains(name),
            "{name} is both an operation and a structure"
        );
        writer.operation(&mut body, name)?;
    }
    for name in &structures {
        ensure!(
            !IMPORTED.contains(&name.as_str()),
            "{name} is also an imported name"
        );
        writer
            .structure(&mut body, name)
            .with_context(|| format!("structure {name}"))?;
    }
    Ok(imports(&body) + &body)
}

fn outputs(model: &Model, overlay: &Overlay) -> anyhow::Result<BTreeSet<String>> {
    let operations = overlay.operations.iter().map(|name| model.operation(name));
    let operations: Vec<&Object> = operations.collect::<anyhow::Result<_>>()?;
    let with_output = operations
        .into_iter()
        .filter(|operation| operation.contains_key("output"));
    with_output
        .map(|operation| Ok(reference(operation, "output")?.to_owned()))
        .collect()
}

fn imports(body: &str) -> String {
    let mut text = format!("{HEADER}//! The inputs and outputs of the implemented operations.\n\n");
    for (word, import) in [
        ("BTreeMap", "use std::collections::BTreeMap;\n"),
        ("fmt", "use std::fmt;\n"),
        ("Bytes", "use bytes::Bytes;\n"),
        ("Masked", "use crate::masked::Masked;\n"),
        ("Timestamp", "use crate::timestamp::Timestamp;\n"),
    ] {
        if names::mentions(body, word) {
            text.push_str(import);
        }
    }
    text.push_str("use crate::{document::{Document, Members, Mismatch, Shape}, ");
    text.push_str("operation::Operation, schema::OperationSchema};\nuse super::schema;\n");
    text
}

struct Writer<'a> {
    model: &'a Model,
    overlay: &'a Overlay,
    /// Handlers leave members of these out as AWS does, so nothing in them is required.
    outputs: BTreeSet<String>,
}

impl Writer<'_> {
    fn reachable(&self) -> anyhow::Result<BTreeSet<String>> {
        let mut pending = Vec::new();
        for name in &self.overlay.operations {
            let operation = self.model.operation(name)?;
            for key in ["input", "output"] {
                if operation.contains_key(key) {
                    pending.push(reference(operation, key)?);
                }
            }
        }
        let (mut seen, mut structures) = (BTreeSet::new(), BTreeSet::new());
        while let Some(name) = pending.pop() {
            if seen.insert(name) {
                let shape = self.model.shape(name)?;
                pending.extend(targets(shape)?);
                if expect_string(shape, "type")? == "structure" && !flag(shape, "document") {
                    structures.insert(name.to_owned());
                }
            }
        }
        Ok(structures)
    }

    fn operation(&self, body: &mut String, name: &str) -> anyhow::Result<()> {
        let operation = self.model.operation(name)?;
        let side = |key| {
            if operation.contains_key(key) {
                reference(operation, key)
            } else {
                Ok("()")
            }
        };
        let (input, output) = (side("input")?, side("output")?);
        let constant = names::constant(name);
        let _ = write!(
            body,
            "\n#[derive(Clone, Copy, Debug)]\npub struct {name};\n\n\
             impl Operation for {name} {{\n type Input = {input};\n type Output = {output};\n\
             const NAME: &'static str = {name:?};\n\
             const SCHEMA: &'static OperationSchema = &schema::{constant};\n}}\n"
        );
        Ok(())
    }

    fn structure(&self, body: &mut String, name: &str) -> anyhow::Result<()> {
        let shape = self.model.shape(name)?;
        let fields = self.fields(name, shape)?;
        let masked = fields.iter().any(|field| field.masked);
        let debug = if masked { "" } else { "Debug, " };
        let _ = writeln!(body, "\n#[derive(Clone, {debug}Default, PartialEq)]");
        if fields.is_empty() {
            let _ = writeln!(body, "pub struct {name} {{}}");
        } else {
            let _ = writeln!(body, "pub struct {name} {{");
            for field in &fields {
                let _ = writeln!(body, "pub {}: {},", field.name, field.rust);
            }
            body.push_str("}\n");
        }
        if masked {
            write_debug(body, name, &fields);
        }
        write_conversions(body, name, &fields);
        Ok(())
    }

    fn fields(&self, name: &str, shape: &Object) -> anyhow::Result<Vec<Field>> {
        members(shape)
            .map(|(member, traits)| {
                let traits = traits.as_object().context("a member is not an object")?;
                let target = expect_string(traits, "shape")?;
                let mut rust = self.rust_type(traits, target)?;
                if self.contains_itself(name, target)? {
                    rust = format!("Box<{rust}>");
                }
                if self.outputs.contains(name) || !is_required(shape, member) {
                    rust = format!("Option<{rust}>");
                }
                let masked = self.is_secret(name, member, target)?;
                Ok(Field {
                    name: names::field(member),
                    member: member.clone(),
                    rust,
                    masked,
                })
            })
            .collect()
    }

    fn rust_type(&self, traits: &Object, target: &str) -> anyhow::Result<String> {
        let shape = self.model.shape(target)?;
        if flag(traits, "jsonvalue") || flag(shape, "document") {
            return Ok("serde_json::Value".to_owned());
        }
        let inner = |key| {
            let target = reference(shape, key)?;
            self.rust_type(&Object::new(), target)
        };
        Ok(match expect_string(shape, "type")? {
            "structure" => target.to_owned(),
            "list" => format!("Vec<{}>", inner("member")?),
            "map" => format!("BTreeMap<String, {}>", inner("value")?),
            "string" => "String".to_owned(),
            "boolean" => "bool".to_owned(),
            "integer" => "i32".to_owned(),
            "long" => "i64".to_owned(),
            "float" | "double" => "f64".to_owned(),
            "timestamp" => "Timestamp".to_owned(),
            "blob" => "Bytes".to_owned(),
            other => bail!("unknown type {other}"),
        })
    }

    /// Whether a structure holds another of its kind without a list or map between.
    fn contains_itself(&self, name: &str, target: &str) -> anyhow::Result<bool> {
        let (mut pending, mut seen) = (vec![target], BTreeSet::new());
        while let Some(current) = pending.pop() {
            if current == name {
                return Ok(true);
            }
            let shape = self.model.shape(current)?;
            if seen.insert(current) && expect_string(shape, "type")? == "structure" {
                pending.extend(targets(shape)?);
            }
        }
        Ok(false)
    }

    fn is_secret(&self, name: &str, member: &str, target: &str) -> anyhow::Result<bool> {
        let listed = self.overlay.masked.contains(&format!("{name}.{member}"));
        Ok(listed || SECRETS.contains(&member) || self.is_sensitive(target, 0)?)
    }

    fn is_sensitive(&self, target: &str, depth: usize) -> anyhow::Result<bool> {
        let shape = self.model.shape(target)?;
        if flag(shape, "sensitive") {
            return Ok(true);
        }
        let inner = match string(shape, "type") {
            Some("list") if depth < 8 => reference(shape, "member")?,
            Some("map") if depth < 8 => reference(shape, "value")?,
            _ => return Ok(false),
        };
        self.is_sensitive(inner, depth + 1)
    }
}

struct Field {
    name: String,
    member: String,
    rust: String,
    masked: bool,
}

fn targets(shape: &Object) -> anyhow::Result<Vec<&str>> {
    let mut targets = Vec::new();
    for (_, traits) in members(shape) {
        targets.push(expect_string(
            traits.as_object().context("not an object")?,
            "shape",
        )?);
    }
    for key in ["member", "key", "value"] {
        if shape.contains_key(key) {
            targets.push(reference(shape, key)?);
        }
    }
    Ok(targets)
}

fn write_debug(body: &mut String, name: &str, fields: &[Field]) {
    let _ = write!(
        body,
        "\nimpl fmt::Debug for {name} {{\n\
         fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {{\n\
         formatter.debug_struct({name:?})"
    );
    for field in fields {
        let shown = &field.name;
        let _ = if field.masked && field.rust.starts_with("Option<") {
            write!(
                body,
                ".field({shown:?}, &self.{shown}.as_ref().map(|_| Masked))"
            )
        } else if field.masked {
            write!(body, ".field({shown:?}, &Masked)")
        } else {
            write!(body, ".field({shown:?}, &self.{shown})")
        };
    }
    body.push_str(".finish()\n}\n}\n");
}

fn write_conversions(body: &mut String, name: &str, fields: &[Field]) {
    if fields.is_empty() {
        let _ = write!(
            body,
            "\nimpl Shape for {name} {{\n\
             fn from_document(document: Document) -> Result<Self, Mismatch> {{\n\
             Members::of(document).map(|_| Self {{}})\n}}\n\n\
             fn into_document(self) -> Document {{\nDocument::Members(Members::new())\n}}\n}}\n"
        );
        return;
    }
    let _ = write!(
        body,
        "\nimpl Shape for {name} {{\n\
         fn from_document(document: Document) -> Result<Self, Mismatch> {{\n\
         let mut members = Members::of(document)?;\nOk(Self {{\n"
    );
    for field in fields {
        let _ = writeln!(body, "{}: members.take({:?})?,", field.name, field.member);
    }
    body.push_str(
        "})\n}\n\nfn into_document(self) -> Document {\nlet mut members = Members::new();\n",
    );
    for field in fields {
        let _ = writeln!(
            body,
            "members.put({:?}, self.{});",
            field.member, field.name
        );
    }
    body.push_str("Document::Members(members)\n}\n}\n");
}
