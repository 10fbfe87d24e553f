//! PC021: an authorizer allows the one method that was called, and its answer is cached for all.

use super::Rule;
use super::analysis::Analysis;
use crate::coverage::From;
use crate::found::{Found, Severity};
use crate::mend::{At, Step};

pub(super) const RULE: Rule = Rule {
    id: "PC021",
    name: "cached-method-arn",
    severity: Severity::Warning,
    summary: "An authorizer allows the one method that was called, and its answer is cached for all.",
    why: "The policy that an authorizer returns is cached for the identity, and judged anew for every method that is called with it. A policy whose resource is event.methodArn allows the first method that a client calls, and refuses every other until the cache expires: 403, now here and now there.",
    mend: "Return a policy for all methods that the caller may call (a wildcard ARN), or set authorizerResultTtlInSeconds to 0.",
    fix: "sets the time for which the authorizer's answers are kept to 0; code is not rewritten.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for edge in &analysis.coverage.edges {
        let From::Authorizer { id, .. } = &edge.from else {
            continue;
        };
        let api = analysis.api(edge);
        let authorizer = api.and_then(|api| api.authorizers.iter().find(|one| one.id == *id));
        let function = edge
            .function
            .as_ref()
            .and_then(|arn| analysis.scene.functions.get(&arn.unqualified()));
        let (Some(authorizer), Some(function)) = (authorizer, function) else {
            continue;
        };
        let caches = authorizer.ttl.is_some_and(|ttl| ttl > 0);
        let behind = api.map_or(0, |api| guarded(api, &authorizer.id, &authorizer.name));
        let narrow = function.code.as_deref().is_some_and(allows_method_alone);
        if !caches || !narrow || behind < 2 {
            continue;
        }
        let ttl = authorizer.ttl.unwrap_or_default();
        let subject = format!("{} by {}", analysis.subject(edge), function.name);
        if found
            .iter()
            .any(|one| one.rule == &RULE && one.subject == subject)
        {
            continue;
        }
        let at = At::place(authorizer.place);
        let at = if authorizer.in_definition {
            at.below([
                "x-amazon-apigateway-authorizer",
                "authorizerResultTtlInSeconds",
            ])
        } else {
            at.below(["Properties", "AuthorizerResultTtlInSeconds"])
        };
        found.push(
            Found::new(
                &RULE,
                authorizer.place,
                subject,
                format!(
                    "{} returns a policy for the method that was called, which is cached for {ttl} seconds and judged for {behind} methods",
                    analysis.subject(edge)
                ),
            )
            .beside("a policy for all methods, or no cache", format!("event.methodArn, cached for {ttl} s"))
            .related(Some(function.place), "its function is defined here")
            .mend("keep no answer of the authorizer", vec![Step::set(at, 0)]),
        );
    }
}

fn guarded(api: &crate::scene::ApiScene, id: &str, name: &str) -> usize {
    let by = |guard: &crate::scene::Guard| match guard {
        crate::scene::Guard::Authorizer(own) => own == id || own == name,
        crate::scene::Guard::Iam | crate::scene::Guard::Key => false,
    };
    api.methods
        .iter()
        .filter(|method| method.guards.iter().any(by))
        .count()
}

/// Whether code uses the ARN of the method as it is. What takes it apart first makes another of it.
fn allows_method_alone(code: &str) -> bool {
    let mut uses = code
        .match_indices("methodArn")
        .map(|(at, _)| code.get(at..).unwrap_or_default());
    let taken_apart = |rest: &str| {
        let near: String = rest.chars().take(60).collect();
        near.contains("split") || near.contains("replace") || near.contains("rsplit")
    };
    code.contains("methodArn") && !uses.any(taken_apart) && !code.contains("/*")
}
