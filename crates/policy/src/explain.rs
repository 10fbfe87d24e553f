//! From a case to its explanation: the decision, told statement by statement with the very
//! comparisons that made it. Costs nothing until it is asked for.

use crate::condition::Condition;
use crate::decide::Case;
use crate::decision::{Allowed, Decision, Denied, Layer, Place};
use crate::document::{Effect, Listed, PrincipalPattern, Statement};
use crate::explanation::{
    ElementReport, Explanation, Nearest, SourceReport, StatementReport, statement_name,
};
use crate::glob::Glob;
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
    let Request {
        action,
        resource,
        context,
        ..
    } = *case.request;
    let mut elements = Vec::new();
    elements.extend(report_principal(case, layer, statement));
    let actions = statement.actions();
    elements.push(report_globs(
        "Action",
        actions,
        action,
        actions.fits(action, context),
    ));
    if let Some(resources) = statement.resources() {
        let fits = resources.fits(resource, context);
        elements.push(report_globs("Resource", resources, resource, fits));
    }
    elements.extend(
        statement
            .conditions()
            .iter()
            .map(|c| report_condition(case, c)),
    );
    StatementReport {
        index,
        sid: statement.sid().map(Into::into),
        effect: statement.effect(),
        position: statement.position(),
        matched: case.applies(layer, statement),
        elements,
    }
}

fn report_principal(case: Case<'_>, layer: Layer, statement: &Statement) -> Option<ElementReport> {
    let matched = case.means_principal(layer, statement);
    let seen = vec![case.request.principal.display_name().into_owned()];
    match statement.principals() {
        // Reported only where its absence is what fails.
        None if matched => None,
        None => {
            let element = "Principal".into();
            Some(ElementReport {
                element,
                matched,
                patterns: Vec::new(),
                seen,
            })
        }
        Some(named) => {
            let patterns = named
                .patterns()
                .iter()
                .map(PrincipalPattern::text)
                .map(Into::into);
            let element = named.element("Principal");
            Some(ElementReport {
                element,
                matched,
                patterns: patterns.collect(),
                seen,
            })
        }
    }
}

fn report_globs(name: &str, listed: &Listed<Glob>, seen: &str, matched: bool) -> ElementReport {
    ElementReport {
        element: listed.element(name),
        matched,
        patterns: listed
            .patterns()
            .iter()
            .map(|glob| glob.text().into())
            .collect(),
        seen: vec![seen.into()],
    }
}

fn report_condition(case: Case<'_>, condition: &Condition) -> ElementReport {
    let context = case.request.context;
    ElementReport {
        element: format!("Condition {condition}"),
        matched: condition.holds(context),
        patterns: condition.values().iter().map(ToString::to_string).collect(),
        seen: context.get(condition.key()).unwrap_or_default().to_vec(),
    }
}

/// The Allow statement with the fewest elements in the way, in a layer that could have granted what
/// is missing; among equals one that at least speaks of the action, then the first.
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
        .min_by_key(|(_, statement)| (statement.failing(), misses_action(statement)))
        .map(|(source, statement)| Nearest {
            place: Place {
                layer: source.layer,
                source: source.index,
                statement: statement.index,
            },
            source: source.name.clone(),
            sid: statement.sid.clone(),
            failing: statement
                .elements
                .iter()
                .filter(|e| !e.matched)
                .cloned()
                .collect(),
        })
}

fn misses_action(statement: &StatementReport) -> bool {
    statement
        .elements
        .iter()
        .any(|e| !e.matched && e.element.ends_with("Action"))
}

#[cfg(test)]
mod tests;
