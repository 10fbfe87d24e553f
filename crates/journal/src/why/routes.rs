//! No method at this path: what AWS tells as `Missing Authentication Token`.

use model::MethodVerb;

use super::Case;
use super::browser;
use super::commands::comment;
use super::report::Report;
use super::surroundings::{Route, fits, routes, segments};

/// Routes that are told as the nearest.
const MOST: usize = 3;

pub(super) fn tell(case: &Case<'_>, report: &mut Report) {
    report.note(
        "AWS answers \"Missing Authentication Token\" for a path or method that does not exist; \
         no token is missing",
    );
    let Some(definition) = case.around.definition() else {
        return;
    };
    let all = routes(definition);
    let path = case.path();
    let here: Vec<&Route> = all.iter().filter(|route| fits(&route.path, path)).collect();
    if !here.is_empty() && case.entry.method == "OPTIONS" {
        return browser::no_options(case, report);
    }
    let stage = &*case.entry.stage;
    if here.is_empty() {
        report.needs(format!(
            "the stage {stage} serves a resource that fits {}",
            shown(path)
        ));
        return nearest(case, report, &all, path);
    }
    let verbs: Vec<&str> = here.iter().map(|route| route.verb.as_str()).collect();
    report.needs(format!(
        "{} has the method {}: it has {}",
        here.first().map_or(path, |route| route.path.as_str()),
        case.entry.method,
        verbs.join(", ")
    ));
    if not_deployed(case, path) {
        return deploy(case, report);
    }
    if let Some(verb) = verbs.first() {
        let url = url(case, path);
        report.fix_with(comment(&format!("the nearest call: curl -X {verb} {url}")));
    }
}

fn nearest(case: &Case<'_>, report: &mut Report, all: &[Route], path: &str) {
    if not_deployed(case, path) {
        return deploy(case, report);
    }
    let stage = &*case.entry.stage;
    let doubled = segments(path).next() == Some(stage);
    if doubled {
        report.note(format!("the stage {stage} stands in the path twice"));
    }
    let mut by_distance: Vec<(usize, &Route)> = all
        .iter()
        .map(|route| (distance(route, &case.entry.method, path), route))
        .collect();
    by_distance.sort_by_key(|(distance, _)| *distance);
    let shown: Vec<String> = by_distance
        .iter()
        .take(MOST)
        .map(|(_, route)| format!("{} {}", route.verb, route.path))
        .collect();
    if shown.is_empty() {
        return report.note(format!("the stage {stage} has no methods"));
    }
    report.note(format!("the nearest of its methods: {}", shown.join(", ")));
    if let Some((_, route)) = by_distance.first() {
        let url = url(case, &route.path);
        report.fix_with(comment(&format!(
            "the nearest call: curl -X {} {url}",
            verb(route)
        )));
    }
}

fn verb(route: &Route) -> &'static str {
    match route.verb {
        MethodVerb::Any => "GET",
        other => other.as_str(),
    }
}

fn url(case: &Case<'_>, path: &str) -> String {
    let (endpoint, entry) = (case.around.endpoint, case.entry);
    format!(
        "{endpoint}/_aws/execute-api/{}/{}{path}",
        entry.api_id, entry.stage
    )
}

/// The API has the method, and the stage serves an older deployment.
fn not_deployed(case: &Case<'_>, path: &str) -> bool {
    let Some(api) = case.around.api else {
        return false;
    };
    let verb = &*case.entry.method;
    routes(&api.definition).iter().any(|route| {
        let serves = route.verb.as_str() == verb || route.verb == MethodVerb::Any;
        serves && fits(&route.path, path)
    })
}

fn deploy(case: &Case<'_>, report: &mut Report) {
    report.note("the API has it, but the stage serves an older deployment");
    report.fix_with(case.deployment());
}

fn shown(path: &str) -> &str {
    if path.is_empty() { "/" } else { path }
}

/// Segments that differ count most, then the letters in them, then the verb.
fn distance(route: &Route, verb: &str, path: &str) -> usize {
    let template: Vec<&str> = segments(&route.path).collect();
    let given: Vec<&str> = segments(path).collect();
    let extra = template.len().abs_diff(given.len()) * 8;
    let pairs = template.iter().zip(&given);
    let letters: usize = pairs
        .map(|(part, given)| {
            if part.starts_with('{') {
                1
            } else {
                edits(part, given)
            }
        })
        .sum();
    let other_verb = usize::from(route.verb.as_str() != verb && route.verb != MethodVerb::Any);
    (extra + letters) * 2 + other_verb
}

/// How many letters to add, drop or change; bounded, since a stranger chose one of the words.
fn edits(one: &str, other: &str) -> usize {
    const LONGEST: usize = 64;
    let one: Vec<char> = one.chars().take(LONGEST).collect();
    let mut row: Vec<usize> = (0..=one.len()).collect();
    for (above, letter) in other.chars().take(LONGEST).enumerate() {
        let mut diagonal = above;
        let mut left = above + 1;
        let mut next = vec![left];
        for (at, mine) in one.iter().enumerate() {
            let over = row.get(at + 1).copied().unwrap_or(usize::MAX - 1);
            let cost = usize::from(*mine != letter);
            left = (diagonal + cost).min(over + 1).min(left + 1);
            next.push(left);
            diagonal = over;
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_far_apart_as_letters_are_to_be_changed() {
        for (one, other, expected) in [
            ("pets", "pets", 0),
            ("pets", "pet", 1),
            ("pet", "pets", 1),
            ("pets", "pats", 1),
            ("", "abc", 3),
            ("orders", "pets", 4),
        ] {
            assert_eq!(edits(one, other), expected, "{one} {other}");
        }
    }
}
