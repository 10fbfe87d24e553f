//! The least that observed calls need, beside what is granted.

use std::collections::{BTreeMap, BTreeSet};

use model::FunctionArn;
use serde::Serialize;

use super::compact::{NewGrant, statement};
use super::edges::{Edge, State, Way, readable};
use super::landscape::Landscape;
use super::limits::Limits;
use super::needed::{Stopped, standing};
use super::question::{INVOKE, Question, stands_on};
use super::statements::{Reach, StatementReport, Worth};
use super::{Coverage, From};

/// What was needed, as a difference from what is granted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Recorded {
    pub functions: Vec<FunctionGrants>,
    pub roles: Vec<RoleGrants>,
}

/// The grants of one function, or of one of its qualifiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FunctionGrants {
    pub function: FunctionArn,
    /// Statement ids that were needed and grant nothing else.
    pub keep: Vec<String>,
    pub add: Vec<NewGrant>,
    pub remove: Vec<Unneeded>,
    /// Calls that a Deny refuses, whatever is granted.
    pub denied: Vec<DeniedCall>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeniedCall {
    /// `GET /pets` or `authorizer bearer`.
    pub call: String,
    pub stage: Option<String>,
    pub why: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Unneeded {
    pub sid: String,
    pub why: String,
}

/// What a role was needed for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoleGrants {
    pub role: String,
    /// The functions that were called in it.
    pub functions: Vec<FunctionArn>,
    /// Those of them that it may not call now.
    pub missing: Vec<FunctionArn>,
    /// Those of them that no grant to the role would allow.
    pub stopped: Vec<Stopped>,
    /// The smallest policy that allows the calls that are not stopped.
    pub policy: String,
}

/// `observed` are places of edges that were called.
pub fn record(landscape: &Landscape, coverage: &Coverage, observed: &BTreeSet<usize>) -> Recorded {
    let edges = observed
        .iter()
        .filter_map(|at| Some((*at, coverage.edges.get(*at)?)));
    let edges: Vec<(usize, &Edge)> = edges.collect();
    Recorded {
        functions: functions(coverage, &edges),
        roles: roles(landscape, &edges),
    }
}

fn functions(coverage: &Coverage, edges: &[(usize, &Edge)]) -> Vec<FunctionGrants> {
    let mut wanted: BTreeMap<FunctionArn, BTreeMap<usize, &Edge>> = BTreeMap::new();
    for (at, edge) in edges {
        let Some(function) = &edge.function else {
            continue;
        };
        if matches!(edge.way, Way::ResourcePolicy { .. }) {
            wanted
                .entry(stands_on(function))
                .or_default()
                .insert(*at, edge);
        }
    }
    for report in &coverage.statements {
        wanted.entry(report.function.clone()).or_default();
    }
    let all = wanted.into_iter().map(|(function, wanted)| {
        let statements = coverage.statements.iter();
        let statements = statements.filter(|report| report.function == function);
        of_function(function.clone(), &wanted, statements)
    });
    all.collect()
}

fn of_function<'s>(
    function: FunctionArn,
    wanted: &BTreeMap<usize, &Edge>,
    statements: impl Iterator<Item = &'s StatementReport>,
) -> FunctionGrants {
    let mut found = FunctionGrants {
        function,
        keep: Vec::new(),
        add: Vec::new(),
        remove: Vec::new(),
        denied: Vec::new(),
    };
    let mut covered: BTreeSet<usize> = BTreeSet::new();
    for report in statements {
        match unneeded(report, wanted) {
            None => {
                covered.extend(&report.grants);
                found.keep.push(report.sid.clone());
            }
            Some(why) => found.remove.push(Unneeded {
                sid: report.sid.clone(),
                why,
            }),
        }
    }
    let left = wanted.iter().filter(|(at, _)| !covered.contains(at));
    let (denied, open): (Vec<_>, Vec<_>) = left.partition(|(_, edge)| edge.state == State::Denied);
    found.denied = denied
        .into_iter()
        .map(|(_, edge)| denied_call(edge))
        .collect();
    let open = open.into_iter();
    found.add = open
        .filter_map(|(_, edge)| new_grant(edge, &found.function))
        .collect();
    found
}

fn denied_call(edge: &Edge) -> DeniedCall {
    DeniedCall {
        call: edge.name(),
        stage: edge.stage.clone(),
        why: edge.why.clone(),
    }
}

/// Why a statement is not of the least; nothing is said of statements for others.
fn unneeded(report: &StatementReport, wanted: &BTreeMap<usize, &Edge>) -> Option<String> {
    match report.worth {
        Worth::ForOthers | Worth::Unknown => None,
        Worth::Shadowed | Worth::Duplicate | Worth::Orphaned => Some(report.why.clone()),
        Worth::Needed | Worth::WiderThanNeeded => {
            let used = report
                .grants
                .iter()
                .filter(|at| wanted.contains_key(at))
                .count();
            if used == 0 {
                Some("no call was seen that needs it".to_owned())
            } else if used < report.grants.len() {
                let unused = report.grants.len() - used;
                Some(format!(
                    "{unused} of the calls that it grants were not seen"
                ))
            } else if report.reach.is_some_and(|reach| reach > Reach::Exact) {
                Some(report.reach.unwrap_or(Reach::Exact).sentence().to_owned())
            } else {
                None
            }
        }
    }
}

fn new_grant(edge: &Edge, function: &FunctionArn) -> Option<NewGrant> {
    let Way::ResourcePolicy { source_arn } = &edge.way else {
        return None;
    };
    let called = match &edge.from {
        From::Method { verb, path } => format!("{verb} {path}"),
        From::Authorizer { name, .. } => format!("authorizer {name}"),
    };
    let stage = edge.stage.as_deref().unwrap_or("all");
    let sid = readable(&format!("seen-{stage}-{called}-{source_arn}"));
    Some(NewGrant {
        statement: statement(&sid, function, source_arn),
        sid,
        source_arn: source_arn.clone(),
    })
}

fn roles(landscape: &Landscape, edges: &[(usize, &Edge)]) -> Vec<RoleGrants> {
    let question = Question::new(landscape);
    let mut found: BTreeMap<&str, BTreeMap<&FunctionArn, State>> = BTreeMap::new();
    for (_, edge) in edges {
        if let (Way::Role { arn }, Some(function)) = (&edge.way, &edge.function) {
            found.entry(arn).or_default().insert(function, edge.state);
        }
    }
    let all = found.into_iter().map(|(role, functions)| {
        let limits = standing(landscape, role).map(|held| Limits::of(&question, role, held));
        of_role(role, &functions, limits.as_ref())
    });
    all.collect()
}

fn of_role(
    role: &str,
    functions: &BTreeMap<&FunctionArn, State>,
    limits: Option<&Limits<'_>>,
) -> RoleGrants {
    let missing = functions.iter().filter(|(_, state)| state.refuses());
    let missing = missing.map(|(function, _)| (*function).clone()).collect();
    let functions: Vec<FunctionArn> = functions.keys().copied().cloned().collect();
    let stopped = functions.iter().filter_map(|function| {
        let resource = function.to_string();
        Some(Stopped {
            action: INVOKE.to_owned(),
            why: limits?.stop(INVOKE, &resource)?,
            resource,
        })
    });
    let stopped: Vec<Stopped> = stopped.collect();
    let resources = functions.iter().map(ToString::to_string);
    let open = resources.filter(|arn| !stopped.iter().any(|one| one.resource == *arn));
    let open: Vec<String> = open.collect();
    let statement = serde_json::json!({ "Effect": "Allow", "Action": INVOKE, "Resource": open });
    let statements = if open.is_empty() {
        Vec::new()
    } else {
        vec![statement]
    };
    let policy = serde_json::json!({ "Version": "2012-10-17", "Statement": statements });
    RoleGrants {
        role: role.to_owned(),
        functions,
        missing,
        stopped,
        policy: policy.to_string(),
    }
}
