//! The whole story: what comes before, each resource in its turn, what comes after.

use std::collections::BTreeMap;

use document::{Fault, Position};
use serde_json::json;

use super::api::usage_plan::Shared;
use super::deployment::Preferences;
use super::resolve::{Generated, Values};
use super::resource::Made;
use super::values::{Json, Map, get, is_function, truthy};
use super::{api, application, connector, function, layer, placed, plugins, table};
use crate::template::Template;

/// What the transform is told beside the template.
#[derive(Debug, Clone)]
pub struct Options {
    pub region: String,
    /// As they were given; defaults are the template's.
    pub parameters: BTreeMap<String, String>,
    /// Where templates of the Serverless Application Repository are found, if they are anywhere.
    pub application_url: Option<String>,
    pub unsupported: Unsupported,
}

/// What becomes of types and events that have no counterpart here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unsupported {
    /// They are problems, by name.
    #[default]
    Refused,
    /// Resources stay as they are, events make nothing: for those who read the rest.
    Left,
}

/// Why a SAM template can't be transformed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Of the resource, if it is about one.
    pub id: Option<String>,
    pub reason: String,
    pub position: Option<Position>,
}

impl Problem {
    pub(super) fn of(id: &str, reason: impl Into<String>) -> Self {
        Self {
            id: Some(id.to_owned()),
            reason: reason.into(),
            position: None,
        }
    }

    pub(super) fn missing(id: &str, property: &str) -> Self {
        Self::of(id, format!("Missing required property '{property}'."))
    }

    pub(super) fn whole(reason: impl Into<String>) -> Self {
        Self {
            id: None,
            reason: reason.into(),
            position: None,
        }
    }
}

/// The transform at work.
#[derive(Debug)]
pub(super) struct Translator<'a> {
    pub(super) options: &'a Options,
    pub(super) partition: &'static str,
    pub(super) values: Values,
    /// The template as the work goes on: functions change the APIs that they are behind.
    pub(super) template: Map,
    /// What it becomes.
    pub(super) out: Map,
    pub(super) conditions: Map,
    pub(super) preferences: Preferences,
    pub(super) shared: Shared,
    pub(super) record_sets: BTreeMap<String, Made>,
    generated: Generated,
}

const TYPES: [(&str, u8); 6] = [
    ("AWS::Serverless::Function", 0),
    ("AWS::Serverless::Api", 1),
    ("AWS::Serverless::SimpleTable", 2),
    ("AWS::Serverless::Application", 2),
    ("AWS::Serverless::LayerVersion", 2),
    ("AWS::Serverless::Connector", 3),
];
/// What each type is referred to by, and what that is.
const PARTS: [(&str, &str, &str); 11] = [
    ("AWS::Serverless::Function", "Alias", "AWS::Lambda::Alias"),
    (
        "AWS::Serverless::Function",
        "Version",
        "AWS::Lambda::Version",
    ),
    (
        "AWS::Serverless::Function",
        "DestinationTopic",
        "AWS::SNS::Topic",
    ),
    (
        "AWS::Serverless::Function",
        "DestinationQueue",
        "AWS::SQS::Queue",
    ),
    ("AWS::Serverless::Api", "Stage", "AWS::ApiGateway::Stage"),
    (
        "AWS::Serverless::Api",
        "Deployment",
        "AWS::ApiGateway::Deployment",
    ),
    (
        "AWS::Serverless::Api",
        "DomainName",
        "AWS::ApiGateway::DomainName",
    ),
    (
        "AWS::Serverless::Api",
        "DomainNameV2",
        "AWS::ApiGateway::DomainNameV2",
    ),
    (
        "AWS::Serverless::Api",
        "UsagePlan",
        "AWS::ApiGateway::UsagePlan",
    ),
    (
        "AWS::Serverless::Api",
        "UsagePlanKey",
        "AWS::ApiGateway::UsagePlanKey",
    ),
    ("AWS::Serverless::Api", "ApiKey", "AWS::ApiGateway::ApiKey"),
];

/// Makes a template of CloudFormation's from one of SAM's; what it takes over keeps its positions, and what it
/// generates has those of the resource that it comes from.
pub fn transform(template: &Template, options: &Options) -> Result<Template, Vec<Problem>> {
    let source = template.root();
    let mut translator = Translator::new(source.to_json(), options);
    let made = translator.run().map_err(|problems| {
        let placed = problems.into_iter();
        placed
            .map(|problem| placed::of_problem(problem, source))
            .collect::<Vec<_>>()
    })?;
    let root = placed::annotated(&made, source, &translator.origins());
    Template::of(root).map_err(|fault: Fault| {
        vec![Problem {
            id: None,
            reason: fault.reason,
            position: fault.position,
        }]
    })
}

impl<'a> Translator<'a> {
    pub(super) fn new(template: Json, options: &'a Options) -> Self {
        let template = match template {
            Json::Object(members) => members,
            _ => Map::new(),
        };
        let partition = partition(&options.region);
        Self {
            options,
            partition,
            values: values(&template, options, partition),
            template,
            out: Map::new(),
            conditions: Map::new(),
            preferences: Preferences::default(),
            shared: Shared::default(),
            record_sets: BTreeMap::new(),
            generated: Generated::default(),
        }
    }

    /// The template that CloudFormation gets.
    pub(super) fn run(&mut self) -> Result<Json, Vec<Problem>> {
        plugins::run(self)?;
        let mut problems = connector::embedded(self);
        self.out = self.resources().clone();
        let conditions = self.template.get("Conditions").and_then(Json::as_object);
        self.conditions = conditions.cloned().unwrap_or_default();
        for (id, kind) in self.order() {
            if let Err(problem) = self.one(&id, kind) {
                problems.push(problem);
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        self.deployments().map_err(|problem| vec![problem])?;
        Ok(self.finished())
    }

    fn finished(&mut self) -> Json {
        let mut whole = self.template.clone();
        whole.remove("Transform");
        whole.remove("Globals");
        whole.insert("Resources".to_owned(), Json::Object(self.out.clone()));
        if !self.conditions.is_empty() {
            whole.insert(
                "Conditions".to_owned(),
                Json::Object(self.conditions.clone()),
            );
        }
        let mut whole = Json::Object(whole);
        self.generated.resolve(&mut whole);
        whole
    }

    pub(super) fn resources(&self) -> &Map {
        static NONE: std::sync::LazyLock<Map> = std::sync::LazyLock::new(Map::new);
        let resources = self.template.get("Resources").and_then(Json::as_object);
        resources.unwrap_or(&NONE)
    }

    pub(super) fn resources_mut(&mut self) -> Option<&mut Map> {
        self.template.get_mut("Resources")?.as_object_mut()
    }

    pub(super) fn resource(&self, id: &str) -> Option<&Json> {
        self.resources().get(id)
    }

    fn order(&self) -> Vec<(String, &'static str)> {
        let ranked = |(id, resource): (&String, &Json)| {
            let kind = resource.get("Type")?.as_str()?;
            let (kind, rank) = TYPES.iter().find(|(name, _)| *name == kind)?;
            Some((*rank, id.clone(), *kind))
        };
        let mut order: Vec<_> = self.resources().iter().filter_map(ranked).collect();
        order.sort_by_key(|(rank, _, _)| *rank);
        order.into_iter().map(|(_, id, kind)| (id, kind)).collect()
    }

    fn one(&mut self, id: &str, kind: &'static str) -> Result<(), Problem> {
        let resource = self.resource(id).cloned().unwrap_or_default();
        let own = properties(id, &resource)?;
        let known: &[&str] = match kind {
            "AWS::Serverless::Function" => &function::KNOWN,
            "AWS::Serverless::Api" => &api::KNOWN,
            "AWS::Serverless::SimpleTable" => &table::KNOWN,
            "AWS::Serverless::Application" => &application::KNOWN,
            "AWS::Serverless::LayerVersion" => &layer::KNOWN,
            _ => &connector::KNOWN,
        };
        if let Some(unknown) = own.keys().find(|name| !known.contains(&name.as_str())) {
            let reason = format!("property {unknown} not defined for resource of type {kind}");
            return Err(Problem::of(id, reason));
        }
        let made = match kind {
            "AWS::Serverless::Function" => self.function(id, &resource, own)?,
            "AWS::Serverless::Api" => self.api(id, &resource, own)?,
            "AWS::Serverless::SimpleTable" => table::table(id, &resource, &own)?,
            "AWS::Serverless::Application" => self.application(id, &resource, &own)?,
            "AWS::Serverless::LayerVersion" => self.layer(id, &resource, &own)?,
            _ => match self.connector(id, &resource, &own) {
                // An end that is left as it is can't be connected.
                Err(_) if self.options.unsupported == Unsupported::Left => Vec::new(),
                made => made?,
            },
        };
        self.replace(id, kind, made)
    }

    /// Puts what a resource became in its place.
    fn replace(&mut self, id: &str, kind: &str, made: Vec<Made>) -> Result<(), Problem> {
        for (of, name, becomes) in PARTS {
            let last = made.iter().rev().find(|made| made.kind == becomes);
            if let Some(last) = last.filter(|_| of == kind) {
                let part = (id.to_owned(), name.to_owned());
                self.generated.parts.insert(part, last.id.clone());
            }
        }
        if kind == "AWS::Serverless::LayerVersion"
            && let Some(layer) = made.first()
        {
            self.generated
                .renamed
                .insert(id.to_owned(), layer.id.clone());
        }
        self.out.remove(id);
        for made in made {
            if self.is_taken(&made) {
                let reason = format!(
                    "Transforming resource with id [{id}] attempts to create a new resource with id [{}] and type \"{}\". A resource with that id already exists within this template. Please use a different id for that resource.",
                    made.id, made.kind
                );
                return Err(Problem::of(id, reason));
            }
            self.out.insert(made.id.clone(), made.into_json());
        }
        Ok(())
    }

    /// Whether the template has another resource of that id.
    fn is_taken(&self, made: &Made) -> bool {
        let Some(existing) = self.resource(&made.id) else {
            return false;
        };
        let kind = existing
            .get("Type")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let same = match made.kind {
            "AWS::Lambda::Function" => "AWS::Serverless::Function",
            "AWS::Lambda::LayerVersion" => "AWS::Serverless::LayerVersion",
            "AWS::ApiGateway::RestApi" => "AWS::Serverless::Api",
            "AWS::DynamoDB::Table" => "AWS::Serverless::SimpleTable",
            "AWS::CloudFormation::Stack" => "AWS::Serverless::Application",
            other => other,
        };
        kind != same
    }

    /// For every resource that was generated the one that it comes from.
    fn origins(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.resources().keys().cloned().collect();
        ids.sort_by_key(|id| std::cmp::Reverse(id.len()));
        ids
    }

    pub(super) fn managed_policy_arn(&self, path: &str) -> String {
        format!("arn:{}:iam::aws:policy/{path}", self.partition)
    }

    /// An ARN in the account and region of the stack.
    pub(super) fn arn(&self, service: &str, resource: &str) -> String {
        format!(
            "arn:{}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{resource}",
            self.partition
        )
    }
}

fn properties(id: &str, resource: &Json) -> Result<Map, Problem> {
    match get(resource, "Properties") {
        None => Ok(Map::new()),
        Some(Json::Object(members)) if !is_function(&Json::Object(members.clone())) => {
            Ok(members.clone())
        }
        Some(_) => Err(Problem::of(
            id,
            "Properties of a resource must be an object.",
        )),
    }
}

fn values(template: &Map, options: &Options, partition: &str) -> Values {
    let mut values = Map::new();
    for (name, value) in &options.parameters {
        values.insert(name.clone(), json!(value));
    }
    let declared = template.get("Parameters").and_then(Json::as_object);
    for (name, declared) in declared.into_iter().flatten() {
        if let Some(default) = declared.get("Default") {
            values
                .entry(name.clone())
                .or_insert_with(|| default.clone());
        }
    }
    values
        .entry("AWS::Region")
        .or_insert_with(|| json!(options.region));
    values
        .entry("AWS::Partition")
        .or_insert_with(|| json!(partition));
    values.retain(|_, value| {
        truthy(value) || value.is_string() || value.is_boolean() || value.is_number()
    });
    Values(values)
}

/// The partition of a region.
fn partition(region: &str) -> &'static str {
    match region.to_lowercase().as_str() {
        region if region.starts_with("cn-") => "aws-cn",
        region if region.starts_with("us-gov") => "aws-us-gov",
        region if region.starts_with("us-isob") => "aws-iso-b",
        region if region.starts_with("us-isof") => "aws-iso-f",
        region if region.starts_with("us-iso-") => "aws-iso",
        region if region.starts_with("eu-isoe") => "aws-iso-e",
        region if region.starts_with("eusc-") => "aws-eusc",
        _ => "aws",
    }
}
