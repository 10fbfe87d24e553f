//! What all rules look at: the scene, who may call what, and which refusals are certain.

use std::collections::{BTreeMap, BTreeSet};

use model::FunctionArn;
use serde_json::Value as Json;

use super::Rule;
use crate::coverage::{
    Coverage, Edge, From, Landscape, Stage, State, StatementReport, Text, Unknown, Way, Worth,
    analyse,
};
use crate::found::{Found, Place};
use crate::mend::block;
use crate::scene::{ApiScene, Dialect, Grant, MethodScene, Scene};

/// The name of the stage of an API of which no stage is known.
const ANY_STAGE: &str = "openstage";

pub(crate) struct Analysis<'a> {
    pub(super) scene: &'a Scene,
    pub(super) coverage: Coverage,
    /// For each edge whether it would be refused whatever is not known.
    certain: Vec<bool>,
}

/// A call without its stage: API, caller and function.
type Call<'e> = (&'e str, &'e From, Option<String>);

/// Why a call in a role is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RoleLacks {
    /// It does not trust the service.
    Trust,
    Permission,
}

/// A call that is refused in all stages, or in some.
pub(super) struct Refusal<'e> {
    pub(super) edge: &'e Edge,
    pub(super) stages: Vec<String>,
    /// Whether there are stages in which it is not refused.
    pub(super) partly: bool,
}

impl<'a> Analysis<'a> {
    pub(crate) fn new(scene: &'a Scene) -> Self {
        let landscape = staged(&scene.landscape);
        let coverage = analyse(&landscape);
        let kindest = kindest(scene, &landscape);
        let certain = coverage.edges.iter().map(|edge| {
            let whatever = kindest.as_ref().is_none_or(|kindest| {
                let mut same = kindest.edges.iter().filter(|other| same(edge, other));
                same.all(|other| other.state.refuses())
            });
            edge.state.refuses() && scene.loose_grants == 0 && !is_open(scene, edge) && whatever
        });
        let certain = certain.collect();
        Self {
            scene,
            coverage,
            certain,
        }
    }

    pub(crate) fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.coverage.edges.iter()
    }

    pub(crate) fn statements(&self) -> impl Iterator<Item = &StatementReport> {
        self.coverage.statements.iter()
    }

    /// What was found of a permission.
    pub(super) fn statement(&self, grant: &Grant) -> Option<&StatementReport> {
        let mut statements = self.coverage.statements.iter();
        statements.find(|one| one.function == grant.function && one.index == grant.index)
    }

    /// The permissions that somebody wrote and that are worth no more than this.
    pub(super) fn written(
        &self,
        worth: Worth,
    ) -> impl Iterator<Item = (&StatementReport, &'a Grant)> {
        let of_worth = self.statements().filter(move |one| one.worth == worth);
        let with_grant = of_worth.filter_map(|one| {
            let grant = self.scene.grant(&one.function, one.index)?;
            Some((one, grant))
        });
        with_grant.filter(|(_, grant)| !grant.generated)
    }

    /// What was found of a permission, where it says what it is for.
    pub(super) fn about(&self, rule: &'static Rule, grant: &Grant, text: String) -> Found {
        let name = self.function_name(&grant.function);
        let subject = format!("{} on {name}", grant.id);
        Found::new(rule, grant.meant_at(), subject, text)
    }

    pub(crate) fn shown(&self, text: &str) -> String {
        self.scene.shown(text)
    }

    /// How many calls could not be judged.
    pub(crate) fn unknown(&self) -> Vec<&Edge> {
        let pairs = self.coverage.edges.iter().zip(&self.certain);
        let open = pairs.filter(|(edge, certain)| {
            !edge.is_test_button()
                && (edge.state == State::Unknown || (edge.state.refuses() && !**certain))
        });
        open.map(|(edge, _)| edge).collect()
    }

    /// The refusals that are certain, one for each call, the test button left out.
    pub(super) fn refusals(&self) -> Vec<Refusal<'_>> {
        let mut calls: BTreeMap<Call<'_>, Vec<(usize, &Edge)>> = BTreeMap::new();
        for (at, edge) in self.coverage.edges.iter().enumerate() {
            if edge.is_test_button() {
                continue;
            }
            let function = edge.function.as_ref().map(ToString::to_string);
            calls
                .entry((&edge.api, &edge.from, function))
                .or_default()
                .push((at, edge));
        }
        let mut refusals = Vec::new();
        for edges in calls.into_values() {
            let refused: Vec<&Edge> = edges
                .iter()
                .filter(|(at, _)| self.certain.get(*at).copied().unwrap_or(false))
                .map(|(_, edge)| *edge)
                .collect();
            let Some(first) = refused.first() else {
                continue;
            };
            refusals.push(Refusal {
                edge: first,
                stages: refused
                    .iter()
                    .filter_map(|edge| edge.stage.clone())
                    .collect(),
                partly: refused.len() < edges.len(),
            });
        }
        refusals
    }

    /// Those of calls by the service itself, which a resource policy has to allow.
    pub(super) fn of_service(&self) -> impl Iterator<Item = Refusal<'_>> {
        self.refusals().into_iter().filter(|refusal| {
            let edge = refusal.edge;
            matches!(edge.way, Way::ResourcePolicy { .. })
                && edge.state == State::Missing
                && is_judged(edge)
        })
    }

    /// Those of calls in a role for want of this, with the role's ARN.
    pub(super) fn of_roles(&self, lacks: RoleLacks) -> impl Iterator<Item = (&Edge, &str)> {
        let refusals = self.refusals().into_iter().map(|refusal| refusal.edge);
        let lacking = refusals.filter(move |edge| {
            let of_trust = edge.why.contains("sts:AssumeRole");
            let fits = match lacks {
                RoleLacks::Trust => of_trust,
                RoleLacks::Permission => !of_trust && is_judged(edge),
            };
            fits && edge.state == State::Missing
        });
        lacking.filter_map(|edge| match &edge.way {
            Way::Role { arn } => Some((edge, arn.as_str())),
            Way::ResourcePolicy { .. } | Way::Caller | Way::Unknown => None,
        })
    }

    /// What was found of a call in a role, at the role if the document has it.
    pub(super) fn about_role(
        &self,
        rule: &'static Rule,
        (edge, arn): (&Edge, &str),
        why: &str,
    ) -> Option<Found> {
        let place = self.place(edge)?;
        let name = arn.rsplit('/').next().unwrap_or(arn);
        let subject = self.subject(edge);
        let found = Found::new(
            rule,
            self.scene.roles.get(arn).copied().unwrap_or(place),
            format!("{subject} as {name}"),
            format!("{subject} calls as {name}, {why}"),
        )
        .note(edge.why.clone())
        .related(Some(place), "the call is made here");
        Some(self.with_remedy(found, edge))
    }

    pub(super) fn api(&self, edge: &Edge) -> Option<&'a ApiScene> {
        self.scene.api(&edge.api)
    }

    pub(super) fn method(&self, edge: &Edge) -> Option<&'a MethodScene> {
        let From::Method { verb, path } = &edge.from else {
            return None;
        };
        let methods = &self.api(edge)?.methods;
        methods
            .iter()
            .find(|method| method.verb == *verb && method.path == *path)
    }

    /// Where a call is written down.
    pub(crate) fn place(&self, edge: &Edge) -> Option<Place> {
        match &edge.from {
            From::Method { .. } => {
                let method = self.method(edge)?;
                let uri = method.integration.as_ref().and_then(|own| own.uri.as_ref());
                Some(uri.map_or(method.place, |(_, place)| *place))
            }
            From::Authorizer { id, .. } => {
                let authorizers = &self.api(edge)?.authorizers;
                let found = authorizers.iter().find(|authorizer| authorizer.id == *id)?;
                Some(found.uri.as_ref().map_or(found.place, |(_, place)| *place))
            }
        }
    }

    /// `GET /pets of Api`
    pub(crate) fn subject(&self, edge: &Edge) -> String {
        let api = self.api(edge).map_or("", |api| api.name.as_str());
        format!("{} of {api}", edge.name())
    }

    pub(super) fn function_name(&self, arn: &FunctionArn) -> String {
        let known = self.scene.functions.get(&arn.unqualified());
        let name = known.map_or_else(|| arn.name.to_string(), |known| known.name.clone());
        match &arn.qualifier {
            Some(qualifier) => format!("{name}:{qualifier}"),
            None => name,
        }
    }

    /// The fix of a refusal in the words of the document.
    pub(super) fn with_remedy(&self, found: Found, edge: &Edge) -> Found {
        let Some(remedy) = &edge.remedy else {
            return found;
        };
        let text = match self.scene.dialect {
            Dialect::CloudFormation | Dialect::Sam => {
                let source = super::no_grant::source(self, edge);
                match super::repairs::permission(self, edge, &source) {
                    Some((id, resource)) => Some(block(&id, &resource)),
                    None => remedy.cloudformation.clone(),
                }
            }
            Dialect::Terraform => {
                super::no_grant::block(self, edge).or_else(|| remedy.terraform.clone())
            }
            Dialect::Cli => Some(remedy.cli.clone()),
        };
        let what = match self.scene.dialect {
            Dialect::CloudFormation | Dialect::Sam => "add to the template",
            Dialect::Terraform => "add to the configuration",
            Dialect::Cli => "run",
        };
        let found = match text {
            Some(text) => found.paste(what, text),
            None => found.paste("run", remedy.cli.clone()),
        };
        let source = super::no_grant::source(self, edge);
        match super::repairs::added(self, edge, &source) {
            Some(step) => found.mend(what, vec![step]),
            None => found,
        }
    }
}

/// Whether policies were asked at all: not where the address names nothing.
pub(super) fn is_judged(edge: &Edge) -> bool {
    edge.function.is_some()
        && !edge.why.starts_with("the function ")
        && !edge.why.starts_with("there is no function")
}

fn same(one: &Edge, other: &Edge) -> bool {
    one.api == other.api && one.from == other.from && one.stage == other.stage
}

/// Whether what is called, or from where, may be anything.
fn is_open(scene: &Scene, edge: &Edge) -> bool {
    let function = edge
        .function
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let way = match &edge.way {
        Way::Role { arn } => arn.as_str(),
        Way::ResourcePolicy { .. } | Way::Caller | Way::Unknown => "",
    };
    let known = scene.functions.keys().any(|arn| {
        edge.function
            .as_ref()
            .is_some_and(|own| own.unqualified() == *arn)
    });
    let qualifier_open = edge
        .function
        .as_ref()
        .and_then(|own| own.qualifier.as_ref())
        .is_some_and(|qualifier| scene.stand_ins.open_in(&qualifier.to_string()).is_some());
    (!known && scene.stand_ins.open_in(&function).is_some())
        || qualifier_open
        || scene.stand_ins.open_in(way).is_some()
        || scene.stand_ins.open_in(&edge.why).is_some()
}

/// An API without stages has one that may be called anything.
fn staged(landscape: &Landscape) -> Landscape {
    let mut landscape = landscape.clone();
    for api in &mut landscape.apis {
        if api.stages.is_empty() {
            api.stages.push(Stage {
                name: ANY_STAGE.to_owned(),
                variables: Err(Unknown("the stages are not known".to_owned())),
                definition: None,
            });
        }
    }
    landscape
}

/// What would be granted at most; nothing if nothing is open.
fn kindest(scene: &Scene, landscape: &Landscape) -> Option<Coverage> {
    let any_stage = landscape
        .apis
        .iter()
        .any(|api| api.stages.iter().any(|stage| stage.name == ANY_STAGE));
    (any_stage || scene.stand_ins.has_open()).then(|| analyse(&lenient(scene, landscape)))
}

/// Everything that may be anything, taken for what would grant most.
fn lenient(scene: &Scene, landscape: &Landscape) -> Landscape {
    let mut landscape = landscape.clone();
    let open_stages: BTreeSet<&str> = landscape
        .apis
        .iter()
        .flat_map(|api| &api.stages)
        .map(|stage| stage.name.as_str())
        .filter(|name| *name == ANY_STAGE || scene.stand_ins.open_in(name).is_some())
        .collect();
    let any_stage = !open_stages.is_empty();
    let widen = |statement: &mut Text| {
        if let Ok(text) = statement {
            *text = widened(scene, text, any_stage);
        }
    };
    for function in &mut landscape.functions {
        for policy in function.policies.values_mut() {
            for permission in policy {
                widen(&mut permission.statement);
            }
        }
    }
    for role in &mut landscape.roles {
        let documents = role
            .standing
            .policies
            .iter_mut()
            .map(|document| &mut document.text);
        for text in documents
            .chain([&mut role.trust])
            .filter_map(|text| text.as_mut().ok())
        {
            *text = scene.stand_ins.anything(text);
        }
    }
    landscape
}

fn widened(scene: &Scene, statement: &str, any_stage: bool) -> String {
    let open = scene.stand_ins.has_open();
    if !open && !any_stage {
        return statement.to_owned();
    }
    let Ok(mut json) = serde_json::from_str::<Json>(statement) else {
        return statement.to_owned();
    };
    let resource = json.get("Resource").cloned();
    let source = json.pointer_mut("/Condition/ArnLike/AWS:SourceArn");
    if let Some(Json::String(pattern)) = source {
        *pattern = scene.stand_ins.anything(pattern);
        if any_stage {
            *pattern = without_stage(pattern);
        }
    }
    if let (Some(resource), Some(members)) = (resource, json.as_object_mut()) {
        members.insert("Resource".to_owned(), resource);
    }
    json.to_string()
}

fn without_stage(pattern: &str) -> String {
    let mut parts: Vec<&str> = pattern.splitn(6, ':').collect();
    let Some(resource) = parts.pop() else {
        return pattern.to_owned();
    };
    let mut steps: Vec<&str> = resource.splitn(3, '/').collect();
    if steps.first() != Some(&"*")
        && steps.get(1) != Some(&"authorizers")
        && let Some(stage) = steps.get_mut(1)
    {
        *stage = "*";
    }
    let resource = steps.join("/");
    parts.push(&resource);
    parts.join(":")
}
