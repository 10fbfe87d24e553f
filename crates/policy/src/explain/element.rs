//! The elements of a statement one by one: what was written, what was seen, and for one that failed
//! the difference in a few words.

use crate::condition::Condition;
use crate::decide::Case;
use crate::decision::Layer;
use crate::document::{Effect, Listed, PrincipalPattern, Statement};
use crate::explanation::{Difference, ElementReport};
use crate::glob::Glob;
use crate::request::Request;
use crate::sense::Sense;

use super::difference;

/// Principal, action, resource, then each condition.
pub(super) fn reports(case: Case<'_>, layer: Layer, statement: &Statement) -> Vec<ElementReport> {
    let Request {
        action,
        resource,
        context,
        ..
    } = *case.request;
    let verb = verb(statement.effect());
    let mut elements = Vec::new();
    elements.extend(principal(case, layer, statement));
    let actions = statement.actions();
    let fits = actions.fits(action, context);
    elements.push(globs("Action", actions, action, fits, verb));
    if let Some(resources) = statement.resources() {
        let fits = statement.fits_resource(resource, context);
        elements.push(globs("Resource", resources, resource, fits, verb));
    }
    let conditions = statement.conditions().iter();
    let effect = statement.effect();
    elements.extend(conditions.map(|written| condition(case, written, effect)));
    elements
}

/// What an element adds to the distance of its statement.
pub(super) fn distance(element: &ElementReport) -> u32 {
    if element.matched {
        return 0;
    }
    let action = if element.element.ends_with("Action") {
        500
    } else {
        0
    };
    let apart = element.difference.map_or(499, |difference| {
        let Difference {
            in_pattern,
            in_value,
            ..
        } = difference;
        let bytes = (in_pattern.end - in_pattern.start).max(in_value.end - in_value.start);
        u32::try_from(bytes).unwrap_or(499).min(499)
    });
    1_000 + action + apart
}

fn verb(effect: Effect) -> &'static str {
    match effect {
        Effect::Allow => "allows",
        Effect::Deny => "denies",
    }
}

fn principal(case: Case<'_>, layer: Layer, statement: &Statement) -> Option<ElementReport> {
    let matched = case.means_principal(layer, statement);
    let seen = case.request.principal.display_name().into_owned();
    let Some(named) = statement.principals() else {
        // Reported only where its absence is what fails.
        return (!matched).then(|| ElementReport {
            element: "Principal".into(),
            matched,
            patterns: Vec::new(),
            seen: vec![seen],
            phrase: Some("names no principal".into()),
            difference: None,
        });
    };
    let texts = named.patterns().iter().map(PrincipalPattern::text);
    let patterns: Vec<String> = texts.map(Into::into).collect();
    let phrase = (!matched).then(|| meant(named.sense(), statement.effect(), &patterns, &seen));
    Some(ElementReport {
        element: named.element("Principal"),
        matched,
        patterns,
        seen: vec![seen],
        phrase,
        difference: None,
    })
}

fn meant(sense: Sense, effect: Effect, patterns: &[String], seen: &str) -> String {
    let names = listed(patterns);
    match (sense, effect) {
        (Sense::Is, _) => format!("is for {names}, the request was by {seen}"),
        (Sense::IsNot, Effect::Allow) => "names by NotPrincipal, which grants nothing".into(),
        (Sense::IsNot, Effect::Deny) => {
            format!("is for all but {names}, the request was by {seen}")
        }
    }
}

fn globs(
    name: &str,
    listed: &Listed<Glob>,
    seen: &str,
    matched: bool,
    verb: &str,
) -> ElementReport {
    let texts = listed.patterns().iter().map(|glob| glob.text().into());
    let patterns: Vec<String> = texts.collect();
    let seen = vec![seen.to_owned()];
    let told = !matched && listed.sense() == Sense::Is;
    let difference = told
        .then(|| difference::closest(&patterns, &seen))
        .flatten();
    let phrase = || match (listed.sense(), difference) {
        (Sense::Is, Some(difference)) => {
            let (pattern, value) = parts(&patterns, &seen, difference);
            format!("{verb} {pattern}, the request was {value}")
        }
        (Sense::Is, None) => format!("{verb} no {}", name.to_lowercase()),
        (Sense::IsNot, _) => {
            let all = self::listed(&patterns);
            let asked = self::listed(&seen);
            format!("{verb} all but {all}, the request was {asked}")
        }
    };
    ElementReport {
        element: listed.element(name),
        matched,
        phrase: (!matched).then(phrase),
        patterns,
        seen,
        difference,
    }
}

fn condition(case: Case<'_>, condition: &Condition, effect: Effect) -> ElementReport {
    let context = case.request.context;
    let matched = condition.holds(context, effect);
    let patterns: Vec<String> = condition.values().iter().map(ToString::to_string).collect();
    let seen = context.get(condition.key()).unwrap_or_default().to_vec();
    let told = !matched && condition.compares_text();
    let difference = told
        .then(|| difference::closest(&patterns, &seen))
        .flatten();
    let phrase = || {
        if condition.asks_unknown(context) {
            format!("asks for {}, which can't be known here", condition.key())
        } else {
            wanted(condition, &patterns, &seen, difference)
        }
    };
    ElementReport {
        element: format!("Condition {condition}"),
        matched,
        phrase: (!matched).then(phrase),
        patterns,
        seen,
        difference,
    }
}

fn wanted(
    condition: &Condition,
    patterns: &[String],
    seen: &[String],
    difference: Option<Difference>,
) -> String {
    let key = condition.key();
    if condition.asks_for_presence() {
        let has = if seen.is_empty() {
            "lacks it"
        } else {
            "has it"
        };
        let absent = if seen.is_empty() { "present" } else { "absent" };
        return format!("wants {key} to be {absent}, the request {has}");
    }
    if seen.is_empty() {
        return format!("needs {key} ({}), the request lacks it", listed(patterns));
    }
    match difference {
        Some(difference) => {
            let (pattern, value) = parts(patterns, seen, difference);
            format!("allows {pattern} in {key}, the request was {value}")
        }
        None => format!(
            "needs {condition} {}, the request had {}",
            listed(patterns),
            listed(seen)
        ),
    }
}

/// The differing parts, or the whole texts where a part would say nothing.
fn parts<'t>(
    patterns: &'t [String],
    seen: &'t [String],
    difference: Difference,
) -> (&'t str, &'t str) {
    let whole = |texts: &'t [String], at: usize| texts.get(at).map_or("", String::as_str);
    let pattern = whole(patterns, difference.pattern);
    let value = whole(seen, difference.value);
    let one = pattern.get(difference.in_pattern.start..difference.in_pattern.end);
    let other = value.get(difference.in_value.start..difference.in_value.end);
    match (one, other) {
        (Some(one), Some(other)) if !one.is_empty() && !other.is_empty() => (one, other),
        _ => (pattern, value),
    }
}

/// `a, b or c`; nothing is `nothing`.
fn listed(texts: &[String]) -> String {
    match texts {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}
