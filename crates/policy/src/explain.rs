//! From a case to its explanation: the decision, told statement by statement with the very
//! comparisons that made it. Costs nothing until it is asked for.

mod difference;
mod element;

use crate::decide::Case;
use crate::decision::{Allowed, Decision, Denied, Layer, Place};
use crate::document::{Effect, Statement};
use crate::explanation::{Explanation, Nearest, SourceReport, StatementReport, statement_name};
use crate::request::{Policies, Request, Source};

/// Why [`crate::decide`] answers as it does.
pub fn explain(request: &Request<'_>, policies: &Policies<'_>) -> Explanation {
    tell(Case {
        request,
        policies,
        on_resource: Layer::Resource,
    })
}

/// Why [`crate::decide_trust`] answers as it does.
pub fn explain_trust(
    request: &Request<'_>,
    trust: Source<'_>,
    policies: &Policies<'_>,
) -> Explanation {
    let policies = &Policies {
        resource: Some(trust),
        ..*policies
    };
    tell(Case {
        request,
        policies,
        on_resource: Layer::Trust,
    })
}

fn tell(case: Case<'_>) -> Explanation {
    let decision = case.decide();
    let sources: Vec<SourceReport> = case
        .sources()
        .map(|(layer, index, source)| report_source(case, layer, index, source))
        .collect();
    let (layer, decided_by) = decided(decision);
    Explanation {
        allowed: decision.is_allowed(),
        sentence: sentence(case, decision, &sources),
        layer,
        decided_by,
        principal: case.request.principal.display_name().into_owned(),
        action: case.request.action.into(),
        resource: case.request.resource.into(),
        nearest: nearest(case, decision, &sources),
        sources,
    }
}

fn decided(decision: Decision) -> (Option<Layer>, Option<Place>) {
    match decision {
        Decision::Allowed(Allowed::Statement(place)) => (Some(place.layer), Some(place)),
        Decision::Allowed(Allowed::Root | Allowed::CallerIdentity) => (None, None),
        Decision::Denied(Denied::ExplicitDeny {
            layer,
            source,
            statement,
        }) => (
            Some(layer),
            Some(Place {
                layer,
                source,
                statement,
            }),
        ),
        Decision::Denied(Denied::NotAllowed { layer }) => (Some(layer), None),
    }
}

fn sentence(case: Case<'_>, decision: Decision, sources: &[SourceReport]) -> String {
    let Request {
        action,
        resource,
        principal,
        ..
    } = case.request;
    let who = principal.display_name();
    match decision {
        Decision::Denied(denied) => {
            let by = place_name(decided(decision).1, sources)
                .map_or(String::new(), |name| format!(": {name}"));
            let reason = denied.reason(action);
            format!("{who} is not authorized to perform {action} on {resource} {reason}{by}")
        }
        Decision::Allowed(allowed) => {
            let by = match allowed {
                Allowed::Root => "it is the root of the account".into(),
                Allowed::CallerIdentity => "the action needs no permission".into(),
                Allowed::Statement(place) => {
                    let name = place_name(Some(place), sources).unwrap_or_default();
                    format!("{name} allows it")
                }
            };
            format!("{who} may perform {action} on {resource}: {by}")
        }
    }
}

/// `statement 1 "AllowGet" of NAME`.
fn place_name(place: Option<Place>, sources: &[SourceReport]) -> Option<String> {
    let place = place?;
    let source = sources
        .iter()
        .find(|s| s.layer == place.layer && s.index == place.source)?;
    let statement = source.statements.get(place.statement)?;
    let name = statement_name(place.statement, statement.sid.as_deref());
    Some(format!("{name} of {}", source.name))
}

fn report_source(case: Case<'_>, layer: Layer, index: usize, source: Source<'_>) -> SourceReport {
    let statements = source.policy.statements().iter().enumerate();
    SourceReport {
        layer,
        name: source.name.into(),
        index,
        statements: statements
            .map(|(at, s)| report_statement(case, layer, at, s))
            .collect(),
    }
}

fn report_statement(
    case: Case<'_>,
    layer: Layer,
    index: usize,
    statement: &Statement,
) -> StatementReport {
    let elements = element::reports(case, layer, statement);
    StatementReport {
        index,
        sid: statement.sid().map(Into::into),
        effect: statement.effect(),
        position: statement.position(),
        matched: case.applies(layer, statement),
        distance: elements.iter().map(element::distance).sum(),
        elements,
    }
}

/// The Allow statement with the fewest elements in the way, in a layer that could have granted what
/// is missing; of those one that speaks of the action, then the closest text, then the first.
fn nearest(case: Case<'_>, decision: Decision, sources: &[SourceReport]) -> Option<Nearest> {
    let Decision::Denied(Denied::NotAllowed { layer }) = decision else {
        return None;
    };
    let either = layer == Layer::Identity && !case.request.crosses_accounts();
    sources
        .iter()
        .filter(|source| source.layer == layer || (either && source.layer == Layer::Resource))
        .flat_map(|source| {
            source
                .statements
                .iter()
                .map(move |statement| (source, statement))
        })
        .filter(|(_, statement)| statement.effect == Effect::Allow && !statement.matched)
        .min_by_key(|(_, statement)| statement.distance)
        .map(|(source, statement)| Nearest {
            place: Place {
                layer: source.layer,
                source: source.index,
                statement: statement.index,
            },
            source: source.name.clone(),
            sid: statement.sid.clone(),
            sentence: missed(source, statement),
            failing: statement
                .elements
                .iter()
                .filter(|e| !e.matched)
                .cloned()
                .collect(),
        })
}

/// `statement 2 "near" of NAME allows POST, the request was GET`.
fn missed(source: &SourceReport, statement: &StatementReport) -> String {
    let name = statement_name(statement.index, statement.sid.as_deref());
    let phrases = statement
        .elements
        .iter()
        .filter_map(|e| e.phrase.as_deref());
    let phrases: Vec<&str> = phrases.collect();
    format!("{name} of {} {}", source.name, phrases.join("; it "))
}

#[cfg(test)]
mod tests;
