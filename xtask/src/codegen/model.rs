//! A service model with its JSON checked once: everything that is known, and nothing else.

use std::collections::BTreeMap;

use anyhow::{Context as _, bail, ensure};
use serde_json::{Map, Value};

pub(super) type Object = Map<String, Value>;

#[derive(Debug)]
pub(super) struct Model {
    pub(super) metadata: Object,
    pub(super) operations: BTreeMap<String, Object>,
    /// Sorted, so that ids do not depend on the order of the file.
    pub(super) shapes: BTreeMap<String, Object>,
}

impl Model {
    pub(super) fn read(json: &Value) -> anyhow::Result<Self> {
        let model = Self {
            metadata: object(json, "metadata")?.clone(),
            operations: objects(json, "operations")?,
            shapes: objects(json, "shapes")?,
        };
        model.refuse_unknown_traits()?;
        ensure!(
            u16::try_from(model.shapes.len()).is_ok(),
            "more shapes than a ShapeId can count"
        );
        Ok(model)
    }

    pub(super) fn shape(&self, name: &str) -> anyhow::Result<&Object> {
        self.shapes
            .get(name)
            .with_context(|| format!("no shape {name}"))
    }

    pub(super) fn shape_mut(&mut self, name: &str) -> anyhow::Result<&mut Object> {
        self.shapes
            .get_mut(name)
            .with_context(|| format!("no shape {name}"))
    }

    pub(super) fn operation(&self, name: &str) -> anyhow::Result<&Object> {
        self.operations
            .get(name)
            .with_context(|| format!("no operation {name}"))
    }

    pub(super) fn id(&self, name: &str) -> anyhow::Result<usize> {
        self.shapes
            .keys()
            .position(|shape| shape == name)
            .with_context(|| format!("no shape {name}"))
    }

    /// A trait that codegen does not know could change what is on the wire.
    fn refuse_unknown_traits(&self) -> anyhow::Result<()> {
        for (name, shape) in &self.shapes {
            known(shape, SHAPE_TRAITS).with_context(|| format!("shape {name}"))?;
            for (member, traits) in members(shape) {
                let traits = traits.as_object().context("a member is not an object")?;
                known(traits, MEMBER_TRAITS).with_context(|| format!("member {name}.{member}"))?;
            }
        }
        for (name, operation) in &self.operations {
            known(operation, OPERATION_TRAITS).with_context(|| format!("operation {name}"))?;
        }
        Ok(())
    }
}

const OPERATION_TRAITS: &[&str] = &[
    "name",
    "http",
    "input",
    "output",
    "errors",
    "documentation",
    "idempotent",
    "readonly",
    "auth",
    "authtype",
    "endpoint",
    "deprecated",
    "deprecatedMessage",
    // How clients choose an endpoint, and which checksums they bring: nothing of the schema's.
    "staticContextParams",
    "httpChecksum",
    "unsignedPayload",
];

const SHAPE_TRAITS: &[&str] = &[
    "type",
    "members",
    "required",
    "member",
    "key",
    "value",
    "min",
    "max",
    "pattern",
    "enum",
    "payload",
    "error",
    "exception",
    "fault",
    "timestampFormat",
    "locationName",
    "xmlNamespace",
    "flattened",
    "streaming",
    "eventstream",
    "event",
    "union",
    "document",
    "sensitive",
    "synthetic",
    "box",
    "documentation",
    "deprecated",
    "deprecatedMessage",
];

const MEMBER_TRAITS: &[&str] = &[
    "shape",
    "location",
    "locationName",
    "xmlNamespace",
    "timestampFormat",
    "flattened",
    "jsonvalue",
    "idempotencyToken",
    "streaming",
    "eventpayload",
    "xmlAttribute",
    "contextParam",
    "hostLabel",
    // Only of ExportApi in apigatewayv2, which is not served.
    "enum",
    "box",
    "documentation",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
];

fn known(traits: &Object, names: &[&str]) -> anyhow::Result<()> {
    for name in traits.keys() {
        if !names.contains(&name.as_str()) {
            bail!("codegen does not know the trait {name}");
        }
    }
    Ok(())
}

pub(super) fn members(shape: &Object) -> impl Iterator<Item = (&String, &Value)> {
    shape
        .get("members")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
}

pub(super) fn is_required(shape: &Object, member: &str) -> bool {
    strings(shape, "required").any(|name| name == member)
}

pub(super) fn strings<'a>(object: &'a Object, key: &str) -> impl Iterator<Item = &'a str> {
    object
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

pub(super) fn string<'a>(object: &'a Object, key: &str) -> Option<&'a str> {
    object.get(key).and_then(Value::as_str)
}

pub(super) fn expect_string<'a>(object: &'a Object, key: &str) -> anyhow::Result<&'a str> {
    string(object, key).with_context(|| format!("no {key}"))
}

pub(super) fn flag(object: &Object, key: &str) -> bool {
    object.get(key).and_then(Value::as_bool).unwrap_or(false)
}

/// The shape that a member, a list, a map or an operation refers to under `key`.
pub(super) fn reference<'a>(object: &'a Object, key: &str) -> anyhow::Result<&'a str> {
    let target = object.get(key).and_then(Value::as_object);
    expect_string(target.with_context(|| format!("no {key}"))?, "shape")
}

fn object<'a>(json: &'a Value, key: &str) -> anyhow::Result<&'a Object> {
    json.get(key)
        .and_then(Value::as_object)
        .with_context(|| format!("no object {key}"))
}

fn objects(json: &Value, key: &str) -> anyhow::Result<BTreeMap<String, Object>> {
    let entries = object(json, key)?.iter();
    entries
        .map(|(name, value)| {
            let value = value
                .as_object()
                .with_context(|| format!("{name} is not an object"))?;
            Ok((name.clone(), value.clone()))
        })
        .collect()
}
