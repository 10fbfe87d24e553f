//! A template with everything that is known from outside: which resources a stack is to have, in which order, with
//! which properties and outputs.
//!
//! What it refuses, nothing is made of. This module does no I/O.

mod dynamic; // references to what SSM holds

mod attributes; // the attributes that are asked for exist
mod creation_policy; // the signals that are waited for
mod form; // of names and types
mod invalid;
mod reading;
mod references; // before anything is known
mod unknowns; // what an evaluation could not know

use std::collections::{BTreeMap, BTreeSet};

use document::{Fault, Node};
use model::{DeletionPolicy, StackDesign, StackOutput};
use serde_json::{Map, Value};
use template::{
    Dependencies, Evaluator, Inputs, NoResources, Parameters, Pseudo, Resource, Resources,
    Template, Truth, dependencies, expanded, violations,
};

pub(super) use creation_policy::Awaited;
pub(super) use invalid::Invalid;
pub(super) use reading::read;
pub(super) use references::check_references;

use super::resources::{StackFacts, Type};

/// A checked template.
pub(super) struct Blueprint {
    template: Template,
    inputs: Inputs,
    /// By logical id: what the conditions leave.
    resources: BTreeMap<String, Planned>,
}

/// A resource that is to be.
#[derive(Debug, Clone)]
pub(super) struct Planned {
    pub(super) kind: String,
    pub(super) needs: Vec<String>,
    pub(super) deletion_policy: DeletionPolicy,
    pub(super) update_replace_policy: DeletionPolicy,
    pub(super) metadata: Option<String>,
    pub(super) awaited: Option<Awaited>,
}

impl Blueprint {
    /// Reads and checks a design; `exports` are those of other stacks.
    pub(super) fn of(
        design: &StackDesign,
        stack: &StackFacts,
        exports: BTreeMap<String, String>,
    ) -> Result<Self, Invalid> {
        let template = Template::parse(design.effective().as_bytes())?;
        let inputs = inputs(design, stack, exports);
        let template = expanded(template, &inputs)?;
        let order = dependencies(&template)?;
        Parameters::checked(&template, &inputs).map_err(Invalid::first)?;
        let mut blueprint = Self {
            template,
            inputs,
            resources: BTreeMap::new(),
        };
        blueprint.resources = blueprint.planned(&order)?;
        blueprint.check()?;
        Ok(blueprint)
    }

    pub(super) fn template(&self) -> &Template {
        &self.template
    }

    pub(super) fn resources(&self) -> &BTreeMap<String, Planned> {
        &self.resources
    }

    /// The resolved properties, with what is known of the resources.
    pub(super) fn properties(
        &self,
        id: &str,
        view: &dyn Resources,
    ) -> Result<Map<String, Value>, Invalid> {
        let resource = self.template.resource(id);
        let Some(properties) = resource.and_then(|resource| resource.properties()) else {
            return Ok(Map::new());
        };
        let value = self.evaluator(view).evaluate(properties)?;
        match dynamic::resolved(value, &self.inputs.ssm).to_json() {
            Ok(Value::Object(properties)) => Ok(properties),
            Ok(_) => Err(Invalid::plainly("Properties must be an object.")),
            Err((unknown, span)) => Err(Invalid::unresolved(&unknown, span)),
        }
    }

    /// The same before everything is known: what is not known stands as `${Name}`.
    pub(super) fn supposed_properties(
        &self,
        id: &str,
        view: &dyn Resources,
    ) -> Result<template::Evaluated, Invalid> {
        let resource = self.template.resource(id);
        let properties = resource.and_then(|resource| resource.properties());
        let Some(properties) = properties else {
            return Ok(template::Evaluated::new(
                template::Value::Map(Vec::new()),
                self.template.root().span(),
            ));
        };
        let value = self.evaluator(view).evaluate(properties)?;
        Ok(dynamic::resolved(value, &self.inputs.ssm))
    }

    pub(super) fn outputs(&self, view: &dyn Resources) -> Result<Vec<StackOutput>, Invalid> {
        let evaluator = self.evaluator(view);
        let mut outputs = Vec::new();
        for declared in self.template.section("Outputs") {
            if !is_there("Outputs", declared.body, &evaluator)? {
                continue;
            }
            let text = |node: Option<&Node>| -> Result<Option<String>, Invalid> {
                let Some(node) = node else { return Ok(None) };
                let value = evaluator.evaluate(node)?;
                let value = dynamic::resolved(value, &self.inputs.ssm);
                match (value.first_unknown(), value.known_text()) {
                    (Some((unknown, span)), _) => Err(Invalid::unresolved(unknown, span)),
                    (None, Some(text)) => Ok(Some(text)),
                    (None, None) => Err(Invalid::plainly(format!(
                        "Template format error: Output {} is malformed. The Value field of every Outputs member must evaluate to a String.",
                        declared.name
                    ))),
                }
            };
            let export = declared.body.get("Export");
            outputs.push(StackOutput {
                key: declared.name.to_owned(),
                value: text(declared.body.get("Value"))?.unwrap_or_default(),
                description: declared.body.get("Description").and_then(Node::scalar),
                export: text(export.and_then(|export| export.get("Name")))?,
            });
        }
        Ok(outputs)
    }

    /// Names of exports that the template imports, as far as they are known.
    pub(super) fn imports(&self) -> BTreeSet<String> {
        let evaluator = self.evaluator(&NoResources);
        let mut found = BTreeSet::new();
        let here = |id: &str| self.resources.contains_key(id);
        for section in ["Resources", "Outputs"] {
            for declared in self.template.section(section) {
                if section == "Outputs" || here(declared.name) {
                    attributes::imports(declared.body, &evaluator, &mut found);
                }
            }
        }
        found
    }

    /// What is imported and nobody exports.
    pub(super) fn missing_import(&self) -> Option<String> {
        let mut imports = self.imports().into_iter();
        imports.find(|name| !self.inputs.exports.contains_key(name))
    }

    fn evaluator<'a>(&'a self, view: &'a dyn Resources) -> Evaluator<'a> {
        let parameters = Parameters::supposed(&self.template, &self.inputs);
        Evaluator::new(&self.template, &self.inputs, parameters, view)
    }

    fn planned(&self, order: &Dependencies) -> Result<BTreeMap<String, Planned>, Invalid> {
        let evaluator = self.evaluator(&NoResources);
        let mut there = BTreeMap::new();
        for resource in self.template.resources() {
            if is_there("Resources", resource.body, &evaluator)? {
                there.insert(
                    resource.id.to_owned(),
                    planned(&resource, order, &evaluator)?,
                );
            }
        }
        let ids: BTreeSet<String> = there.keys().cloned().collect();
        for planned in there.values_mut() {
            planned.needs.retain(|id| ids.contains(id));
        }
        Ok(there)
    }

    /// Everything that can be told before anything is made.
    fn check(&self) -> Result<(), Invalid> {
        self.check_types()?;
        let evaluator = self.evaluator(&NoResources);
        if let Some(broken) = violations(&self.template, &evaluator)?.into_iter().next() {
            let reason = format!(
                "Template Validation Error: Rule {} failed: {}",
                broken.rule,
                broken.description.unwrap_or_default()
            );
            return Err(Invalid::at(reason, broken.position));
        }
        for condition in self.template.section("Conditions") {
            evaluator.condition(condition.name)?;
        }
        for id in self.resources.keys() {
            if let Some(properties) = self
                .template
                .resource(id)
                .and_then(|found| found.properties())
            {
                self.check_value(("Resources", properties), &evaluator)?;
            }
        }
        for output in self.template.section("Outputs") {
            let value = output.body.get("Value").ok_or_else(|| {
                Invalid::plainly(
                    "Template format error: Every Outputs member must contain a Value object",
                )
            })?;
            if is_there("Outputs", output.body, &evaluator)? {
                self.check_value(("Outputs", value), &evaluator)?;
            }
        }
        Ok(())
    }

    fn check_value(
        &self,
        (block, node): (&str, &Node),
        evaluator: &Evaluator<'_>,
    ) -> Result<(), Invalid> {
        let value = evaluator.evaluate(node);
        let value = value.map_err(|fault| in_block(&fault, block))?;
        attributes::check(node, &self.template, &self.resources)?;
        for (unknown, span) in unknowns::of(&value) {
            let missing = unknowns::resource_of(unknown)
                .filter(|resource| !self.resources.contains_key(*resource));
            if let Some(missing) = missing {
                let reason = format!(
                    "Template format error: Unresolved resource dependencies [{missing}] in the {block} block of the template"
                );
                return Err(Invalid::at(reason, span.start));
            }
        }
        Ok(())
    }

    /// All of them at once, as AWS names them.
    fn check_types(&self) -> Result<(), Invalid> {
        let unknown: BTreeSet<&str> = self
            .resources
            .values()
            .map(|planned| planned.kind.as_str())
            .filter(|kind| Type::named(kind).is_none())
            .collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let names: Vec<&str> = unknown.into_iter().collect();
        Err(Invalid::plainly(format!(
            "Template format error: Unrecognized resource types: [{}]",
            names.join(", ")
        )))
    }

    /// What is not served of the properties of each resource, as far as it is known before the first is made.
    pub(super) fn unserved_properties(&self) -> Vec<(String, String)> {
        let evaluator = self.evaluator(&NoResources);
        let wrong = self.resources.iter().filter_map(|(id, planned)| {
            let kind = Type::named(&planned.kind)?;
            let properties = self.template.resource(id)?.properties();
            let value = properties.and_then(|properties| evaluator.evaluate(properties).ok());
            let value = value.map(|value| dynamic::resolved(value, &self.inputs.ssm));
            let members = value.as_ref().map_or(&[][..], |value| value.members());
            Some((id.clone(), kind.check(id, members).err()?))
        });
        wrong.collect()
    }
}

/// An evaluation does not know where in the template it is.
fn in_block(fault: &Fault, block: &str) -> Fault {
    let named = format!("in the {block} block");
    Fault {
        reason: fault.reason.replace("in the Resources block", &named),
        position: fault.position,
    }
}

fn is_there(block: &str, declared: &Node, evaluator: &Evaluator<'_>) -> Result<bool, Invalid> {
    let Some(condition) = declared.get("Condition") else {
        return Ok(true);
    };
    let name = condition.text().ok_or_else(|| {
        Invalid::plainly("Template format error: Every Condition member must be a string.")
    })?;
    let named = format!("in the {block} block");
    let truth = evaluator.condition(name).map_err(|fault| Fault {
        reason: fault.reason.replace("in the Conditions block", &named),
        position: fault.position,
    })?;
    Ok(truth != Truth::Known(false))
}

fn planned(
    resource: &Resource<'_>,
    order: &Dependencies,
    evaluator: &Evaluator<'_>,
) -> Result<Planned, Invalid> {
    const KNOWN: [&str; 8] = [
        "CreationPolicy",
        "Type",
        "Properties",
        "Condition",
        "DependsOn",
        "Metadata",
        "DeletionPolicy",
        "UpdateReplacePolicy",
    ];
    for entry in resource.body.entries() {
        if entry.key == "UpdatePolicy" {
            let reason = no_update_policy(resource.id, &entry.node);
            return Err(Invalid::at(reason, entry.key_span.start));
        }
        // Custom resources say which version of the protocol they speak: there is one.
        let is_version = entry.key == "Version" && Type::is_custom(resource.kind);
        if !is_version && !KNOWN.contains(&entry.key.as_str()) {
            let reason = format!("Invalid template resource property '{}'", entry.key);
            return Err(Invalid::at(reason, entry.key_span.start));
        }
    }
    let metadata = match resource.body.get("Metadata") {
        Some(metadata) => Some(evaluator.evaluate(metadata)?.shown().to_string()),
        None => None,
    };
    let needs = order.of(resource.id).map(str::to_owned).collect();
    let mut entries = resource.body.entries().iter();
    let awaited = match entries.find(|entry| entry.key == "CreationPolicy") {
        Some(policy) => creation_policy::awaited(resource, policy, evaluator)?,
        None => None,
    };
    Ok(Planned {
        kind: resource.kind.to_owned(),
        needs,
        deletion_policy: policy(resource, "DeletionPolicy", evaluator)?,
        update_replace_policy: policy(resource, "UpdateReplacePolicy", evaluator)?,
        metadata,
        awaited,
    })
}

/// There is no CodeDeploy here that could move an alias little by little, and no group of instances.
fn no_update_policy(id: &str, policy: &Node) -> String {
    const GRADUAL: &str = "CodeDeployLambdaAliasUpdate";
    match policy.get(GRADUAL) {
        Some(_) => format!(
            "UpdatePolicy {GRADUAL} is not supported for resource {id}: Portcullis has no CodeDeploy, and an alias moves at once. SAM writes it for the DeploymentPreference of a function"
        ),
        None => format!("UpdatePolicy is not supported for resource {id}"),
    }
}

/// Nothing here can make a snapshot, so that only the other policies are taken.
fn policy(
    resource: &Resource<'_>,
    name: &str,
    evaluator: &Evaluator<'_>,
) -> Result<DeletionPolicy, Invalid> {
    let Some(node) = resource.body.get(name) else {
        return Ok(DeletionPolicy::Delete);
    };
    let given = evaluator.evaluate(node)?.known_text().unwrap_or_default();
    let known = DeletionPolicy::from_name(&given).filter(|policy| {
        name == "DeletionPolicy" || *policy != DeletionPolicy::RetainExceptOnCreate
    });
    known.ok_or_else(|| {
        let reason = if given == "Snapshot" {
            format!(
                "{name} Snapshot is not supported for resource {}",
                resource.id
            )
        } else {
            format!(
                "Template format error: Unrecognized {name} {given} for resource {}",
                resource.id
            )
        };
        Invalid::at(reason, node.position)
    })
}

fn inputs(design: &StackDesign, stack: &StackFacts, exports: BTreeMap<String, String>) -> Inputs {
    let zones = ["a", "b", "c"].map(|zone| format!("{}{zone}", stack.region));
    Inputs {
        parameters: design.parameters.clone(),
        ssm: design.ssm.clone(),
        pseudo: Pseudo {
            account: Some(stack.account.clone()),
            region: Some(stack.region.clone()),
            stack_name: Some(stack.name.clone()),
            stack_id: Some(stack.arn.clone()),
            notification_arns: Some(design.notification_arns.clone()),
            ..Pseudo::default()
        },
        exports,
        zones: BTreeMap::from([(stack.region.clone(), zones.to_vec())]),
        conditions: BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests;
