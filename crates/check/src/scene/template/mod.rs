//! CloudFormation and SAM templates: prepared, evaluated as far as the inputs allow, and read resource by resource.
//!
//! Where it is not known whether a condition holds, the template is read twice: as if all such conditions held, and as
//! if none did.

mod apis; // AWS::ApiGateway
mod functions; // AWS::Lambda
mod names; // what things will be called
mod prepare; // includes, loops, SAM
mod roles; // AWS::IAM

use std::collections::BTreeMap;

use document::Node;
use template::{
    Evaluated, Evaluator, Inputs, Parameters, Pseudo, Template, Truth, Value, dependencies,
    violations,
};

use super::policies::Written;
use super::{Dialect, Neighbours, Scene};
use crate::coverage::Scope;
use crate::found::{Found, Place};
use crate::mend::Step;
use crate::rules;
use names::Names;

pub(in crate::scene) use functions::{composed, named};

/// Aliases are named after functions, and what is named after an alias comes last.
const MOST_PASSES: usize = 5;

/// What is known of the deployment to come.
#[derive(Debug, Clone, Default)]
pub struct Assumptions {
    pub parameters: BTreeMap<String, String>,
    pub region: Option<String>,
    pub account: Option<String>,
}

/// A template could not be analysed at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NotRead {
    pub(crate) reason: String,
    pub(crate) position: Option<document::Position>,
}

impl From<document::Fault> for NotRead {
    fn from(fault: document::Fault) -> Self {
        Self {
            reason: fault.reason,
            position: fault.position,
        }
    }
}

/// The scenes of a template, one for each state of its open conditions.
pub(crate) fn read(
    root: Node,
    file: usize,
    assumptions: &Assumptions,
    neighbours: Neighbours<'_>,
) -> Result<Vec<Scene>, NotRead> {
    let prepared = prepare::prepare(root, assumptions, neighbours)?;
    let ready = match prepared {
        prepare::Prepared::Template(ready) => ready,
        prepare::Prepared::Problems(problems) => return Ok(vec![of_problems(file, problems)]),
    };
    let (template, is_sam) = (&ready.template, ready.is_sam);
    let mut scene = Scene::default();
    assume(&mut scene, template, assumptions);
    let inputs = inputs(&scene, assumptions);
    let open = open_conditions(template, &inputs)?;
    let mut scenes = Vec::new();
    let worlds = if open { vec![true, false] } else { vec![true] };
    for holds in worlds {
        let mut scene = Scene {
            stand_ins: scene.stand_ins.clone(),
            dialect: if is_sam {
                Dialect::Sam
            } else {
                Dialect::CloudFormation
            },
            ..Scene::default()
        };
        scene.landscape.scope = Scope::Part;
        scene.supposed = open.then(|| supposed(holds));
        let inputs = supposing(template, &inputs, holds)?;
        if let Some(position) = ready.untransformed {
            scene.found.push(untransformed(file, position));
        }
        let mut reading = Reading {
            scene: &mut scene,
            template,
            inputs: &inputs,
            file,
            is_sam,
            own: &ready.own,
            names: Names::default(),
            made: Vec::new(),
            seen_faults: Vec::new(),
        };
        reading.run();
        scenes.push(scene);
    }
    Ok(scenes)
}

/// How a finding says that it is there in one of two worlds.
fn supposed(holds: bool) -> String {
    let how = if holds { "hold" } else { "do not hold" };
    format!("supposing that conditions of which it is not known {how}")
}

/// Types of SAM's mean nothing to CloudFormation by themselves.
fn untransformed(file: usize, position: document::Position) -> Found {
    let place = Place {
        file,
        span: document::Span::at(position),
    };
    let message =
        "the template has resources of SAM's and no Transform: AWS::Serverless-2016-10-31";
    let head = Step::Head {
        file,
        name: "Transform".to_owned(),
        value: "AWS::Serverless-2016-10-31".into(),
    };
    Found::new(&rules::TEMPLATE, place, message, message).mend("name the transform", vec![head])
}

fn of_problems(file: usize, problems: Vec<template::sam::Problem>) -> Scene {
    let mut scene = Scene::default();
    for problem in problems {
        let start = problem
            .position
            .unwrap_or(document::Position { line: 1, column: 1 });
        let place = Place {
            file,
            span: document::Span::at(start),
        };
        let id = problem.id.unwrap_or_default();
        let message = if id.is_empty() {
            problem.reason
        } else {
            format!("{id}: {}", problem.reason)
        };
        scene.found.push(Found::new(
            &rules::TEMPLATE,
            place,
            format!("sam {id} {message}"),
            message,
        ));
    }
    scene
}

/// The region and account that the template is written for, where it names one in its ARNs.
fn assume(scene: &mut Scene, template: &Template, assumptions: &Assumptions) {
    let text = template.root().to_json().to_string();
    let literal = |place: usize| {
        let arns = text
            .match_indices("arn:aws:")
            .filter_map(|(at, _)| text.get(at..));
        let mut named = arns.filter_map(|arn| {
            let mut parts = arn.split([':', '"']);
            let service = parts.nth(2)?;
            matches!(service, "lambda" | "execute-api" | "apigateway").then_some(())?;
            let part = parts.nth(place)?;
            let fits = if place == 0 {
                model::Region::new(part).is_ok()
            } else {
                model::AccountId::new(part).is_ok()
            };
            fits.then(|| part.to_owned())
        });
        named.next()
    };
    let (region, account) = (literal(0), literal(1));
    if let Some(region) = assumptions.region.clone().or(region) {
        scene.stand_ins.region = region;
    }
    if let Some(account) = assumptions.account.clone().or(account) {
        scene.stand_ins.account = account;
    }
}

fn inputs(scene: &Scene, assumptions: &Assumptions) -> Inputs {
    Inputs {
        parameters: assumptions.parameters.clone(),
        pseudo: Pseudo {
            account: Some(scene.stand_ins.account.clone()),
            region: Some(scene.stand_ins.region.clone()),
            ..Pseudo::default()
        },
        ..Inputs::default()
    }
}

fn open_conditions(template: &Template, inputs: &Inputs) -> Result<bool, NotRead> {
    let parameters = Parameters::supposed(template, inputs);
    let evaluator = Evaluator::new(template, inputs, parameters, &template::NoResources);
    for condition in template.section("Conditions") {
        if matches!(evaluator.condition(condition.name)?, Truth::Unknown(_)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Supposes open conditions, those that need no other first, so that the rest follow from them.
fn supposing(template: &Template, inputs: &Inputs, holds: bool) -> Result<Inputs, NotRead> {
    let mut inputs = inputs.clone();
    let mut simple: Vec<_> = template.section("Conditions").collect();
    simple.sort_by_key(|condition| names_another(condition.body));
    for condition in simple {
        let truth = {
            let parameters = Parameters::supposed(template, &inputs);
            let evaluator = Evaluator::new(template, &inputs, parameters, &template::NoResources);
            evaluator.condition(condition.name)?
        };
        if matches!(truth, Truth::Unknown(_)) {
            inputs.conditions.insert(condition.name.to_owned(), holds);
        }
    }
    Ok(inputs)
}

fn names_another(node: &Node) -> bool {
    node.get("Condition").is_some()
        || node
            .entries()
            .iter()
            .any(|entry| names_another(&entry.node))
        || node.items().iter().any(names_another)
}

/// A template being read.
pub(super) struct Reading<'a> {
    pub(super) scene: &'a mut Scene,
    pub(super) template: &'a Template,
    pub(super) inputs: &'a Inputs,
    pub(super) file: usize,
    pub(super) is_sam: bool,
    /// The ids that the document has itself, with their types there.
    pub(super) own: &'a BTreeMap<String, String>,
    pub(super) names: Names,
    /// The resources that will be there, with their properties.
    pub(super) made: Vec<Made>,
    /// Places of permissions that the template can't have itself.
    seen_faults: Vec<String>,
}

/// A resource, evaluated.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) place: Place,
    pub(super) properties: Evaluated,
}

impl Reading<'_> {
    fn run(&mut self) {
        if let Err(fault) = dependencies(self.template)
            && !self.is_of_what_is_left(&fault)
        {
            self.fault(&fault);
        }
        // Names of functions first, then what is named after them.
        for _ in 0..MOST_PASSES {
            let before = self.names.clone();
            self.evaluate();
            self.name();
            if self.names == before {
                break;
            }
        }
        self.rules();
        self.left();
        self.functions();
        self.roles();
        self.apis();
        self.policies();
    }

    fn evaluate(&mut self) {
        let parameters = Parameters::supposed(self.template, self.inputs);
        let names = self.names.clone();
        let evaluator = Evaluator::new(self.template, self.inputs, parameters, &names);
        let mut made = Vec::new();
        let mut faults = Vec::new();
        for resource in self.template.resources() {
            let there = resource.condition().map(|name| evaluator.condition(name));
            match there {
                Some(Ok(Truth::Known(false))) => continue,
                Some(Err(fault)) => {
                    faults.push(fault);
                    continue;
                }
                Some(Ok(Truth::Known(true) | Truth::Unknown(_))) | None => {}
            }
            let place = Place {
                file: self.file,
                span: resource.id_span,
            };
            let properties = match resource.properties().map(|own| evaluator.evaluate(own)) {
                None => Evaluated::new(Value::Map(Vec::new()), resource.id_span),
                Some(Ok(properties)) => properties,
                Some(Err(fault)) => {
                    faults.push(fault);
                    continue;
                }
            };
            made.push(Made {
                id: resource.id.to_owned(),
                kind: resource.kind.to_owned(),
                place,
                properties,
            });
        }
        self.made = made;
        for fault in faults {
            self.fault(&fault);
        }
    }

    fn fault(&mut self, fault: &document::Fault) {
        if self.seen_faults.contains(&fault.reason) {
            return;
        }
        self.seen_faults.push(fault.reason.clone());
        let start = fault
            .position
            .unwrap_or(document::Position { line: 1, column: 1 });
        let place = Place {
            file: self.file,
            span: document::Span::at(start),
        };
        let found = Found::new(
            &rules::TEMPLATE,
            place,
            fault.reason.clone(),
            fault.reason.clone(),
        );
        self.scene.found.push(found);
    }

    /// Types of SAM's that were left as they are become several resources: a circle through one of them need not be one.
    fn is_of_what_is_left(&self, fault: &document::Fault) -> bool {
        let mut left = self
            .template
            .resources()
            .filter(|one| one.kind.starts_with("AWS::Serverless::"));
        fault.reason.starts_with("Circular") && left.any(|one| fault.reason.contains(one.id))
    }

    fn rules(&mut self) {
        let parameters = Parameters::supposed(self.template, self.inputs);
        let names = self.names.clone();
        let evaluator = Evaluator::new(self.template, self.inputs, parameters, &names);
        let broken = violations(self.template, &evaluator);
        for violation in broken.into_iter().flatten() {
            let place = Place {
                file: self.file,
                span: document::Span::at(violation.position),
            };
            let words = violation
                .description
                .unwrap_or_else(|| "an assertion does not hold".to_owned());
            let message = format!("rule {}: {words}", violation.rule);
            let found = Found::new(&rules::TEMPLATE, place, message.clone(), message);
            self.scene.found.push(found);
        }
    }

    /// Resources of SAM's that were left as they are.
    fn left(&mut self) {
        for made in &self.made {
            if made.kind.starts_with("AWS::Serverless::") {
                let what = format!(
                    "{} is of the type {}, which is not analysed",
                    made.id, made.kind
                );
                self.scene.unknown.push((made.place, what));
            }
        }
    }

    pub(super) fn of_kind(&self, kind: &str) -> Vec<Made> {
        self.made
            .iter()
            .filter(|made| made.kind == kind)
            .cloned()
            .collect()
    }

    pub(super) fn place(&self, value: &Evaluated) -> Place {
        Place {
            file: self.file,
            span: value.span,
        }
    }

    /// A text of a property, with stand-ins.
    pub(super) fn text(&mut self, made: &Made, name: &str) -> Option<String> {
        let value = made.properties.get(name)?;
        self.scene.stand_ins.text(value).ok()
    }

    /// Policies that stand anywhere, for the lint.
    fn policies(&mut self) {
        for made in self.made.clone() {
            for (property, kind) in roles::documents(&made) {
                let written = if self.own.contains_key(&made.id) {
                    Written::Whole
                } else {
                    Written::Around(made.place.span)
                };
                super::policies::lint_value(self.scene, &property, self.file, kind, written);
            }
        }
    }
}
