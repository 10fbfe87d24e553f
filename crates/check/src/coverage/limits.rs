//! What takes away from whatever a role or user is granted: explicit Denies, the permissions boundary, and the control
//! policies of the organization.
//!
//! The engine is asked as if everything was granted. What hangs on a condition that only a call can answer takes
//! nothing away here: it is known of a call that it came through.

use std::collections::BTreeMap;

use model::PARTITION;
use policy::{
    Context, Decision, Denied, Effect, Explanation, Kind, Policies, Policy, Principal, Request,
    Source, StatementReport,
};

use super::landscape::Standing;
use super::question::{ALL, Question, ReadStanding, account_of, session_arn, standing};

/// The limits of one role or user.
pub(super) struct Limits<'q> {
    question: &'q Question<'q>,
    principal: Principal,
    tags: &'q BTreeMap<String, String>,
    standing: ReadStanding,
    everything: Option<Policy>,
}

impl<'q> Limits<'q> {
    pub(super) fn of(question: &'q Question<'q>, arn: &str, held: &'q Standing) -> Self {
        Self {
            question,
            principal: principal_of(arn),
            tags: &held.tags,
            standing: standing(held),
            everything: Policy::parse(ALL, Kind::Identity).ok(),
        }
    }

    /// Why no grant would allow this.
    pub(super) fn stop(&self, action: &str, resource: &str) -> Option<String> {
        let (denied, explanation) = self.refused(action, resource)?;
        let certain = match denied {
            Denied::ExplicitDeny { .. } => denies(&explanation).any(|one| !is_conditional(one)),
            Denied::NotAllowed { .. } => !hangs_on_a_condition(&explanation),
        };
        certain.then_some(explanation.sentence)
    }

    /// Why no grant would allow the action on anything that the pattern names. A boundary that allows it on some of
    /// that does not stop it.
    pub(super) fn stops_all(&self, action: &str, pattern: &str) -> Option<String> {
        let sentence = self.stop(action, pattern)?;
        let (denied, explanation) = self.refused(action, pattern)?;
        let partly = matches!(denied, Denied::NotAllowed { .. })
            && allows_of(&explanation).any(|one| {
                let element = one
                    .elements
                    .iter()
                    .find(|it| it.element.ends_with("Action"));
                element.is_none_or(|it| it.matched)
            });
        (!partly).then_some(sentence)
    }

    fn refused(&self, action: &str, resource: &str) -> Option<(Denied, Explanation)> {
        let mut context: Context = self.question.landscape.keys.clone();
        self.principal.describe(&mut context);
        for (key, value) in self.tags {
            context.set(format!("aws:PrincipalTag/{key}"), value);
        }
        let request = Request {
            principal: &self.principal,
            action,
            resource,
            resource_account: self.principal.account().unwrap_or_default(),
            context: &context,
        };
        let sources = self.standing.sources();
        let mut identity = sources.identity;
        identity.extend(self.everything.iter().map(|policy| Source {
            name: "everything",
            policy,
        }));
        let policies = Policies {
            identity: &identity,
            boundary: sources.boundary.as_deref(),
            service_control: self.question.service_control(&self.principal),
            ..Policies::default()
        };
        match policy::decide(&request, &policies) {
            Decision::Allowed(_) => None,
            Decision::Denied(denied) => Some((denied, policy::explain(&request, &policies))),
        }
    }
}

/// A user, or a session of a role.
pub(super) fn principal_of(arn: &str) -> Principal {
    let is_role = arn.starts_with(&format!("arn:{PARTITION}:iam::{}:role/", account_of(arn)));
    if is_role {
        Principal::RoleSession {
            role_arn: arn.to_owned(),
            session_arn: session_arn(arn),
        }
    } else {
        Principal::User {
            arn: arn.to_owned(),
        }
    }
}

fn denies(explanation: &Explanation) -> impl Iterator<Item = &StatementReport> {
    let all = explanation.sources.iter().flat_map(|it| &it.statements);
    all.filter(|one| one.effect == Effect::Deny && one.matched)
}

fn allows_of(explanation: &Explanation) -> impl Iterator<Item = &StatementReport> {
    let layer = explanation.layer;
    let sources = explanation.sources.iter();
    let of_layer = sources.filter(move |source| Some(source.layer) == layer);
    let all = of_layer.flat_map(|source| &source.statements);
    all.filter(|one| one.effect == Effect::Allow)
}

fn is_conditional(statement: &StatementReport) -> bool {
    let mut elements = statement.elements.iter();
    elements.any(|one| one.element.starts_with("Condition"))
}

/// Whether an Allow fits but for its conditions.
fn hangs_on_a_condition(explanation: &Explanation) -> bool {
    allows_of(explanation).any(|statement| {
        let mut failing = statement.elements.iter().filter(|it| !it.matched);
        failing.all(|it| it.element.starts_with("Condition"))
    })
}
