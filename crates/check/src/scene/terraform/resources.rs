//! The resources of a plan with their values, and the references of the configuration behind what is not known.

use std::collections::BTreeMap;

use document::Span;
use template::{Evaluated, Value};

use crate::found::Place;

#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) resources: Vec<Resource>,
    /// The expressions of the configuration, by address without an index.
    expressions: BTreeMap<String, Evaluated>,
}

#[derive(Debug, Clone)]
pub(super) struct Resource {
    /// `module.api.aws_lambda_function.pets[0]`
    pub(super) address: String,
    pub(super) kind: String,
    pub(super) place: Place,
    pub(super) values: Evaluated,
}

impl Resource {
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let text = self.values.get(name)?.known_text()?;
        (!text.is_empty()).then_some(text)
    }

    /// Where a value stands, or the resource if it has none.
    pub(super) fn place_of(&self, name: &str) -> Place {
        let span = self.values.get(name).map(|value| value.span);
        Place {
            span: span.unwrap_or(self.place.span),
            ..self.place
        }
    }
}

impl Plan {
    pub(super) fn read(root: &Evaluated, file: usize) -> Self {
        let mut plan = Self::default();
        let values = root.get("planned_values").or_else(|| root.get("values"));
        if let Some(module) = values.and_then(|values| values.get("root_module")) {
            plan.module(module, file);
        }
        let configured = root
            .get("configuration")
            .and_then(|all| all.get("root_module"));
        if let Some(module) = configured {
            plan.configuration(module, "");
        }
        plan
    }

    fn module(&mut self, module: &Evaluated, file: usize) {
        let resources = module.get("resources").map_or(&[][..], Evaluated::items);
        for resource in resources {
            let text = |name: &str| resource.get(name).and_then(Evaluated::known_text);
            if text("mode").as_deref() == Some("data") {
                continue;
            }
            let (Some(address), Some(kind)) = (text("address"), text("type")) else {
                continue;
            };
            let span = resource
                .get("address")
                .map_or(resource.span, |address| address.span);
            let nothing = Evaluated::new(Value::Null, Span::at(span.start));
            self.resources.push(Resource {
                address,
                kind,
                place: Place { file, span },
                values: resource.get("values").cloned().unwrap_or(nothing),
            });
        }
        for child in module
            .get("child_modules")
            .map_or(&[][..], Evaluated::items)
        {
            self.module(child, file);
        }
    }

    fn configuration(&mut self, module: &Evaluated, prefix: &str) {
        for resource in module.get("resources").map_or(&[][..], Evaluated::items) {
            let address = resource.get("address").and_then(Evaluated::known_text);
            if let (Some(address), Some(expressions)) = (address, resource.get("expressions")) {
                self.expressions
                    .insert(format!("{prefix}{address}"), expressions.clone());
            }
        }
        for call in module
            .get("module_calls")
            .map_or(&[][..], Evaluated::members)
        {
            if let Some(inner) = call.value.get("module") {
                self.configuration(inner, &format!("{prefix}module.{}.", call.key));
            }
        }
    }

    pub(super) fn of_kind(&self, kind: &str) -> Vec<Resource> {
        self.resources
            .iter()
            .filter(|resource| resource.kind == kind)
            .cloned()
            .collect()
    }

    /// Whether the configuration says anything of an attribute.
    pub(super) fn is_configured(&self, resource: &Resource, name: &str) -> bool {
        self.expression(resource, name).is_some()
    }

    fn expression(&self, resource: &Resource, name: &str) -> Option<&Evaluated> {
        self.expressions.get(&plain(&resource.address))?.get(name)
    }

    /// The resource that an attribute refers to, and with which attribute.
    pub(super) fn referenced(
        &self,
        resource: &Resource,
        name: &str,
    ) -> Option<(&Resource, String)> {
        let references = self.expression(resource, name)?.get("references")?;
        let prefix = module_of(&resource.address);
        let mut texts = references.items().iter().filter_map(Evaluated::known_text);
        texts.find_map(|text| {
            let target = self.resources.iter().find(|other| {
                let address = plain(&other.address);
                let own = address.strip_prefix(&prefix);
                own.is_some_and(|own| {
                    text == own
                        || text.starts_with(&format!("{own}."))
                        || text.starts_with(&format!("{own}["))
                })
            })?;
            let attribute = text.rsplit('.').next().unwrap_or_default();
            Some((target, attribute.to_owned()))
        })
    }
}

/// The address without indexes: as the configuration has it.
pub(super) fn plain(address: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_u32;
    for c in address.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// `module.api.` of `module.api.aws_lambda_function.pets`.
fn module_of(address: &str) -> String {
    let plain = plain(address);
    let mut parts: Vec<&str> = plain.split('.').collect();
    parts.truncate(parts.len().saturating_sub(2));
    if parts.is_empty() {
        return String::new();
    }
    format!("{}.", parts.join("."))
}
