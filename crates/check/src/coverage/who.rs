//! Who may invoke a function, and which functions somebody may invoke.

use std::collections::BTreeSet;

use model::FunctionArn;
use serde::Serialize;

use super::edges::{Edge, State, Way};
use super::landscape::{Landscape, Permission, Session};
use super::question::{Answer, Granting, Question, account_of};
use super::statements::StatementReport;
use super::{Coverage, Worth};

/// Somebody, a function, and whether the one may invoke the other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Who {
    /// An ARN, or a service that calls for a source.
    pub principal: String,
    pub function: FunctionArn,
    pub state: State,
    /// One sentence.
    pub why: String,
}

/// Everybody who may invoke the function: roles and users by their policies, API Gateway for each
/// call, and whom else the resource policies name.
pub fn who_can(landscape: &Landscape, coverage: &Coverage, function: &FunctionArn) -> Vec<Who> {
    let question = Question::new(landscape);
    let mut found = holders(&question, function, |_| true);
    found.extend(sessions(&question, function, |_| true));
    found.retain(|who| who.state != State::Missing);
    let edges = coverage.edges.iter().filter(|edge| names(edge, function));
    found.extend(edges.filter_map(|edge| of_edge(edge, function)));
    let statements = coverage.statements.iter();
    let others = statements.filter(|report| {
        report.worth == Worth::ForOthers && report.function.unqualified() == function.unqualified()
    });
    found.extend(others.filter_map(|report| of_statement(landscape, report)));
    let found: BTreeSet<Who> = found.into_iter().collect();
    found.into_iter().collect()
}

/// Every function that the role, user or root may invoke, with each qualifier that exists. What `principal` is called
/// is for [`named_by`] to say.
pub fn what_can(landscape: &Landscape, principal: &str) -> Vec<Who> {
    let question = Question::new(landscape);
    let mut found = Vec::new();
    for function in &landscape.functions {
        let qualifiers = function.qualifiers.iter().flatten().cloned().map(Some);
        for qualifier in std::iter::once(None).chain(qualifiers) {
            let target = function.arn.with_qualifier(qualifier);
            if let Some(account) = root_of(principal) {
                let answer = question.of_root(account, &target);
                found.push(of_answer(principal, &target, answer));
            } else {
                let named = |arn: &str| arn == principal;
                found.extend(holders(&question, &target, named));
                found.extend(sessions(&question, &target, |one| named(&one.arn)));
            }
        }
    }
    found
}

/// The role, user or root that somebody means: by its own ARN, by its name where no other has it, or by that of a
/// session of it. A session that was given policies or tags of its own is known by its own name, since it may less
/// than its role.
pub fn named_by(landscape: &Landscape, principal: &str) -> Option<String> {
    let roles = landscape.roles.iter().map(|role| role.arn.as_str());
    let users = landscape.users.iter().map(|user| user.arn.as_str());
    if let Some(known) = roles.clone().chain(users).find(|arn| *arn == principal) {
        return Some(known.to_owned());
    }
    if root_of(principal).is_some() {
        return Some(principal.to_owned());
    }
    if landscape.sessions.iter().any(|one| one.arn == principal) {
        return Some(principal.to_owned());
    }
    if !principal.contains(':') {
        let named = |arn: &&str| arn.rsplit('/').next() == Some(principal);
        let users = landscape.users.iter().map(|user| user.arn.as_str());
        let mut named = roles.chain(users).filter(named);
        let known = named.next()?;
        return named.next().is_none().then(|| known.to_owned());
    }
    let (account, name) = session_of(principal)?;
    let mut roles = roles.filter(|arn| account_of(arn) == account);
    let role = roles.find(|arn| arn.rsplit('/').next() == Some(name))?;
    Some(role.to_owned())
}

fn root_of(principal: &str) -> Option<&str> {
    let rest = principal.strip_prefix("arn:aws:iam::")?;
    rest.strip_suffix(":root")
}

/// The account and the role's name of `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`.
fn session_of(principal: &str) -> Option<(&str, &str)> {
    let rest = principal.strip_prefix("arn:aws:sts::")?;
    let (account, rest) = rest.split_once(":assumed-role/")?;
    let (role, _) = rest.split_once('/')?;
    Some((account, role))
}

fn names(edge: &Edge, function: &FunctionArn) -> bool {
    edge.function
        .as_ref()
        .is_some_and(|called| match function.qualifier {
            None => called.unqualified() == *function,
            Some(_) => called == function,
        })
}

fn of_edge(edge: &Edge, function: &FunctionArn) -> Option<Who> {
    let granted = matches!(edge.state, State::Granted | State::WiderThanNeeded);
    let principal = match &edge.way {
        Way::ResourcePolicy { source_arn } => format!("apigateway.amazonaws.com for {source_arn}"),
        Way::Role { .. } | Way::Caller | Way::Unknown => return None,
    };
    granted.then(|| Who {
        principal,
        function: edge.function.clone().unwrap_or_else(|| function.clone()),
        state: edge.state,
        why: edge.why.clone(),
    })
}

fn of_statement(landscape: &Landscape, report: &StatementReport) -> Option<Who> {
    let function = landscape
        .functions
        .iter()
        .find(|function| function.arn.unqualified() == report.function.unqualified())?;
    let permissions = function.policies.get(&report.function.qualifier)?;
    let permission = permissions.get(report.index)?;
    Some(Who {
        principal: named(permission)?,
        function: report.function.clone(),
        state: State::Granted,
        why: format!("statement {:?} of the resource policy names it", report.sid),
    })
}

/// Whom a statement names, as it is written; for display alone.
fn named(permission: &Permission) -> Option<String> {
    let text = permission.statement.as_deref().ok()?;
    let statement: serde_json::Value = serde_json::from_str(text).ok()?;
    if statement.get("Effect")?.as_str()? != "Allow" {
        return None;
    }
    let principal = statement.get("Principal")?;
    Some(
        match principal
            .as_object()
            .and_then(|named| named.values().next())
        {
            Some(serde_json::Value::String(one)) => one.clone(),
            Some(other) => other.to_string(),
            None => principal.as_str().unwrap_or("*").to_owned(),
        },
    )
}

fn holders(
    question: &Question<'_>,
    target: &FunctionArn,
    wanted: impl Fn(&str) -> bool,
) -> Vec<Who> {
    let roles = question
        .landscape
        .roles
        .iter()
        .filter(|role| wanted(&role.arn));
    let roles = roles.filter_map(|role| {
        let answer = question.of_role(question.role(&role.arn)?, target);
        Some(of_answer(&role.arn, target, answer))
    });
    let users = question
        .landscape
        .users
        .iter()
        .filter(|user| wanted(&user.arn));
    let users = users.map(|user| of_answer(&user.arn, target, question.of_user(user, target)));
    roles.chain(users).collect()
}

/// Where several sessions have one name, each says when it was made.
fn sessions(
    question: &Question<'_>,
    target: &FunctionArn,
    wanted: impl Fn(&Session) -> bool,
) -> Vec<Who> {
    let all = &question.landscape.sessions;
    let wanted = all.iter().filter(|session| wanted(session));
    let found = wanted.filter_map(|session| {
        let answer = question.of_session(session, target)?;
        let alike = all.iter().filter(|other| other.arn == session.arn).count();
        let name = match alike {
            1 => session.arn.clone(),
            _ => format!("{} (made {})", session.arn, session.made),
        };
        Some(of_answer(&name, target, answer))
    });
    found.collect()
}

fn of_answer(principal: &str, target: &FunctionArn, answer: Answer) -> Who {
    let (state, why) = match answer {
        Answer::Granted(by) => (State::Granted, by_whom(&by)),
        Answer::Unknown(why) => (State::Unknown, why),
        Answer::Refused(refusal) if refusal.denied => (State::Denied, refusal.explanation.sentence),
        Answer::Refused(refusal) => (State::Missing, refusal.explanation.sentence),
    };
    Who {
        principal: principal.to_owned(),
        function: target.clone(),
        state,
        why,
    }
}

fn by_whom(by: &[Granting]) -> String {
    let names = by.iter().map(|granting| match &granting.sid {
        Some(sid) => format!("{sid:?} of {}", granting.policy),
        None => format!(
            "statement {} of {}",
            granting.statement + 1,
            granting.policy
        ),
    });
    names.collect::<Vec<_>>().join(", ")
}
