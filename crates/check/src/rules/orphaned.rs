//! PC016: a permission is for a call that no API makes.

use super::analysis::Analysis;
use super::{Rule, repairs};
use crate::coverage::{From, Way, Worth};
use crate::found::{Found, Severity};
use crate::scene::Grant;

pub(super) const RULE: Rule = Rule {
    id: "PC016",
    name: "orphaned-grant",
    severity: Severity::Warning,
    summary: "A permission is for a call that no API makes.",
    why: "When a method, a stage or an API goes, its permissions stay behind: they take room in the policy, and grant the call to whoever makes that method again.",
    mend: "Remove the permission, or correct its source ARN.",
    fix: "removes the permission from a template that has all methods and stages of the API.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for (statement, grant) in analysis.written(Worth::Orphaned) {
        // Where the call is there and is of another function, that is found there.
        if !statement.why.starts_with("no method")
            || !is_of_known_api(analysis, grant)
            || is_of_another_way(analysis, grant)
        {
            continue;
        }
        // One that misses a call is reported with it.
        if found.iter().any(|other| other.place == grant.meant_at()) {
            continue;
        }
        let text = format!(
            "{} grants nothing that is called: {}",
            grant.id, statement.why
        );
        let one = analysis.about(&RULE, grant, text);
        found.push(repairs::removing(
            analysis,
            grant,
            one,
            "remove the permission",
        ));
    }
}

/// A call that is made in a role or as its caller needs no permission, and SAM makes one all the same.
fn is_of_another_way(analysis: &Analysis<'_>, grant: &Grant) -> bool {
    let Some((pattern, _)) = &grant.source_arn else {
        return false;
    };
    let for_authorizers = pattern.contains("/authorizers/");
    let mut steps = pattern.splitn(4, '/').skip(2);
    if for_authorizers {
        return analysis.edges().any(|edge| {
            matches!(edge.from, From::Authorizer { .. })
                && edge.function.as_ref() == Some(&grant.function)
                && !matches!(edge.way, Way::ResourcePolicy { .. })
        });
    }
    let (Some(verb), Some(path)) = (steps.next(), steps.next()) else {
        return false;
    };
    analysis.edges().any(|edge| {
        let From::Method {
            verb: own,
            path: at,
        } = &edge.from
        else {
            return false;
        };
        let other_way = !matches!(edge.way, Way::ResourcePolicy { .. });
        let fits = verb == "*" || verb == own.as_str();
        let called = edge.function.as_ref() == Some(&grant.function);
        other_way && called && fits && path == at.trim_start_matches('/')
    })
}

/// An API whose methods and stages are all known: a permission for another document's is that document's affair.
fn is_of_known_api(analysis: &Analysis<'_>, grant: &Grant) -> bool {
    let Some((pattern, _)) = &grant.source_arn else {
        return false;
    };
    let stand_ins = &analysis.scene.stand_ins;
    let mut apis = analysis.scene.apis.iter();
    let api = apis.find(|api| pattern.starts_with(&format!("{}/", api.arn)));
    api.is_some_and(|api| {
        let known = api.responses_known && !api.stages.is_empty();
        // A call of a function that is not known may be the one that is granted, and an API without calls is not
        // finished.
        let mut calls = analysis
            .edges()
            .filter(|edge| edge.api == api.arn && !edge.is_test_button())
            .peekable();
        let all_known = calls.peek().is_some() && calls.all(|edge| edge.function.is_some());
        known
            && all_known
            && api
                .stages
                .keys()
                .all(|stage| stand_ins.open_in(stage).is_none())
            && stand_ins.open_in(pattern).is_none()
    })
}
