//! PC002: a permission is for another method, stage, path, API, region or account than the call.

use super::analysis::{Analysis, Refusal};
use super::{Rule, no_grant, repairs};
use crate::coverage::Way;
use crate::found::{Found, Severity};
use crate::scene::Grant;

pub(super) const RULE: Rule = Rule {
    id: "PC002",
    name: "grant-does-not-match",
    severity: Severity::Error,
    summary: "A permission is for another method, stage, path, API, region or account than the call.",
    why: "The source ARN of a call is built of the configured method and the template path of the resource (arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH). A pattern that differs in any of them grants something else, and the call ends in 500.",
    mend: "Write the method, stage and path of the source ARN as the API has them; a star stands for any of them.",
    fix: "writes the part of the source ARN that differs as the API has it, in a template.",
};

const PARTS: [&str; 3] = ["API", "stage", "method"];

/// The statement that comes near, and what of it differs.
pub(super) fn of(analysis: &Analysis<'_>, refusal: &Refusal<'_>) -> Option<Found> {
    let edge = refusal.edge;
    let Way::ResourcePolicy { source_arn } = &edge.way else {
        return None;
    };
    let (grant, pattern) = nearest(analysis, refusal)?;
    let (what, wanted, said) = differing(pattern, source_arn)?;
    let name = analysis.function_name(edge.function.as_ref()?);
    let found = Found::new(
        &RULE,
        grant.meant_at(),
        format!("{} of {} by {}", what, analysis.subject(edge), grant.id),
        format!(
            "{} does not let {} invoke {name}: its {what} is {said}, the call's is {wanted}",
            grant.id,
            analysis.subject(edge)
        ),
    )
    .beside(no_grant::source(analysis, edge), pattern.to_owned())
    .related(analysis.place(edge), "the call is made here");
    let found = analysis.with_remedy(found, edge);
    Some(match repairs::resourced(analysis, grant, edge) {
        Some(steps) => found.mend("write the source ARN of the call", steps),
        None => found,
    })
}

/// The statement that is nearest among those for API Gateway, with its pattern.
pub(super) fn nearest<'a>(
    analysis: &'a Analysis<'_>,
    refusal: &Refusal<'_>,
) -> Option<(&'a Grant, &'a str)> {
    let edge = refusal.edge;
    let Way::ResourcePolicy { source_arn } = &edge.way else {
        return None;
    };
    let function = edge.function.as_ref()?;
    let grants = analysis
        .scene
        .grants
        .iter()
        .filter(|grant| grant.function == *function);
    let for_gateway = grants.filter(|grant| grant.principal == "apigateway.amazonaws.com");
    let with_pattern = for_gateway.filter_map(|grant| {
        let (pattern, _) = grant.source_arn.as_ref()?;
        Some((grant, pattern.as_str(), distance(pattern, source_arn)))
    });
    // A grant for another call of the same API is not meant for this one.
    let used = |grant: &Grant| {
        let statements = &analysis.coverage.statements;
        statements.iter().any(|one| {
            one.function == grant.function && one.index == grant.index && !one.grants.is_empty()
        })
    };
    let best = with_pattern.filter(|(grant, _, distance)| *distance <= 2 && !used(grant));
    best.min_by_key(|(_, _, distance)| *distance)
        .map(|(grant, pattern, _)| (grant, pattern))
}

fn steps(arn: &str) -> Vec<&str> {
    let resource = arn.splitn(6, ':').nth(5).unwrap_or_default();
    resource.splitn(4, '/').collect()
}

fn fits(pattern: &str, value: &str) -> bool {
    pattern == value || pattern.contains('*') || pattern.contains('?')
}

/// How many parts differ.
fn distance(pattern: &str, value: &str) -> usize {
    let heads = pattern.splitn(6, ':').zip(value.splitn(6, ':')).take(5);
    let heads = heads
        .filter(|(pattern, value)| !fits(pattern, value))
        .count();
    let (pattern, value) = (steps(pattern), steps(value));
    let tails = (0..4).filter(|at| {
        let pattern = pattern.get(*at).copied().unwrap_or_default();
        !fits(pattern, value.get(*at).copied().unwrap_or_default())
    });
    heads + tails.count()
}

/// The first part that differs: what it is, what it should be, what it is instead.
fn differing(pattern: &str, value: &str) -> Option<(&'static str, String, String)> {
    let heads = ["", "partition", "service", "region", "account"];
    let pairs = pattern.splitn(6, ':').zip(value.splitn(6, ':'));
    for (what, (pattern, value)) in heads.into_iter().zip(pairs) {
        if !fits(pattern, value) {
            return Some((what, value.to_owned(), pattern.to_owned()));
        }
    }
    let (pattern, value) = (steps(pattern), steps(value));
    for at in 0..4 {
        let said = pattern.get(at).copied().unwrap_or_default();
        let wanted = value.get(at).copied().unwrap_or_default();
        if !fits(said, wanted) {
            let what = PARTS.get(at).copied().unwrap_or("path");
            let slash = if what == "path" { "/" } else { "" };
            return Some((what, format!("{slash}{wanted}"), format!("{slash}{said}")));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, value: &str, expected: Option<(&str, &str, &str)>) {
        let whole =
            |resource: &str| format!("arn:aws:execute-api:eu-west-1:111111111111:{resource}");
        let found = differing(&whole(pattern), &whole(value));
        let expected =
            expected.map(|(what, wanted, said)| (what, wanted.to_owned(), said.to_owned()));
        assert_eq!(found, expected, "{pattern} {value}");
    }

    #[test]
    fn the_first_part_that_differs_is_named() {
        check("a/*/GET/pets", "a/prod/GET/pets", None);
        check(
            "a/*/POST/pets",
            "a/prod/GET/pets",
            Some(("method", "GET", "POST")),
        );
        check(
            "a/dev/GET/pets",
            "a/prod/GET/pets",
            Some(("stage", "prod", "dev")),
        );
        check(
            "a/*/GET/dogs",
            "a/prod/GET/pets",
            Some(("path", "/pets", "/dogs")),
        );
        check("b/*/GET/pets", "a/prod/GET/pets", Some(("API", "a", "b")));
        check(
            "a/*/GET",
            "a/prod/GET/",
            Some(("path", "/", "/")).filter(|_| false),
        );
    }
}
