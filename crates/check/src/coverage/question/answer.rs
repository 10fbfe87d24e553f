//! What `policy` answers: which statements grant, or why not, unless that depends on what only a call would say.

use policy::{Decision, Denied, Effect, Explanation, Policies, Request, StatementReport, Verdict};

/// What the policies say.
pub(in crate::coverage) enum Answer {
    Granted(Vec<Granting>),
    Refused(Box<Refusal>),
    Unknown(String),
}

/// A statement that grants.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Granting {
    /// The name of the policy.
    pub policy: String,
    pub sid: Option<String>,
    /// Which statement of the policy, from zero.
    pub statement: usize,
}

pub(in crate::coverage) struct Refusal {
    pub(in crate::coverage) explanation: Explanation,
    /// What ends it, where a statement can.
    pub(in crate::coverage) fix: Option<policy::Fix>,
    pub(in crate::coverage) denied: bool,
}

pub(super) fn ask(request: &Request<'_>, policies: &Policies<'_>, absent: &[&str]) -> Answer {
    match policy::decide(request, policies) {
        Decision::Allowed(_) => Answer::Granted(granting(request, policies)),
        Decision::Denied(denied) => {
            let obstacles = policy::obstacles(request, policies);
            refused(
                policy::explain(request, policies),
                denied,
                obstacles,
                absent,
            )
        }
    }
}

/// Every statement that allows, not only the first.
fn granting(request: &Request<'_>, policies: &Policies<'_>) -> Vec<Granting> {
    let simulated = policy::simulate(request, policies);
    if simulated.verdict != Verdict::Allowed {
        return Vec::new();
    }
    let explained = policy::explain(request, policies);
    let matched = simulated.matched.into_iter();
    matched
        .map(|matched| Granting {
            sid: explained
                .sources
                .iter()
                .find(|s| s.layer == matched.place.layer && s.index == matched.place.source)
                .and_then(|source| source.statements.get(matched.place.statement))
                .and_then(|statement| statement.sid.clone()),
            policy: matched.source,
            statement: matched.place.statement,
        })
        .collect()
}

/// A refusal, unless a statement would grant with a key whose value is not known here.
pub(super) fn refused(
    explanation: Explanation,
    denied: Denied,
    obstacles: Vec<policy::Obstacle>,
    absent: &[&str],
) -> Answer {
    let denied = matches!(denied, Denied::ExplicitDeny { .. });
    if !denied && let Some(key) = depends_on(&explanation, absent) {
        return Answer::Unknown(format!(
            "it depends on {key}, which is not known before a call"
        ));
    }
    let fixes = obstacles.into_iter().flat_map(|obstacle| obstacle.fixes);
    Answer::Refused(Box::new(Refusal {
        fix: fixes.into_iter().next(),
        explanation,
        denied,
    }))
}

/// The key that alone stands between a statement and a grant, because no request is there to say
/// it. What is `absent` from every request is no such key.
fn depends_on(explanation: &Explanation, absent: &[&str]) -> Option<String> {
    let layer = explanation.layer?;
    let of_layer = explanation
        .sources
        .iter()
        .filter(|source| source.layer == layer);
    let statements = of_layer.flat_map(|source| &source.statements);
    let mut allows = statements.filter(|statement| statement.effect == Effect::Allow);
    allows.find_map(|statement| lacking(statement, absent))
}

fn lacking(statement: &StatementReport, absent: &[&str]) -> Option<String> {
    let mut lacking = None;
    for element in statement.elements.iter().filter(|it| !it.matched) {
        let key = element.element.strip_prefix("Condition ")?;
        let key = key.rsplit(' ').next()?;
        let known = absent.iter().any(|name| name.eq_ignore_ascii_case(key));
        if known || !element.seen.is_empty() {
            return None;
        }
        lacking = Some(key.to_owned());
    }
    lacking
}
