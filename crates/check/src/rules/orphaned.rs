//! PC016: a permission is for a call that no API makes.

use super::Rule;
use super::analysis::Analysis;
use crate::coverage::Worth;
use crate::found::{Found, Severity};
use crate::scene::Grant;

pub(super) const RULE: Rule = Rule {
    id: "PC016",
    name: "orphaned-grant",
    severity: Severity::Warning,
    summary: "A permission is for a call that no API makes.",
    why: "When a method, a stage or an API goes, its permissions stay behind: they take room in the policy, and grant the call to whoever makes that method again.",
    mend: "Remove the permission, or correct its source ARN.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for statement in &analysis.coverage.statements {
        if statement.worth != Worth::Orphaned {
            continue;
        }
        let Some(grant) = analysis.scene.grant(&statement.function, statement.index) else {
            continue;
        };
        // Where the call is there and is of another function, that is found there.
        if !statement.why.starts_with("no method, stage or authorizer")
            || !is_of_known_api(analysis, grant)
        {
            continue;
        }
        // One that misses a call is reported with it.
        let place = grant
            .source_arn
            .as_ref()
            .map_or(grant.place, |(_, place)| *place);
        if found.iter().any(|other| other.place == place) {
            continue;
        }
        if grant.generated {
            continue;
        }
        let name = analysis.function_name(&grant.function);
        let place = grant
            .source_arn
            .as_ref()
            .map_or(grant.place, |(_, place)| *place);
        found.push(Found::new(
            &RULE,
            place,
            format!("{} on {name}", grant.id),
            format!(
                "{} grants nothing that is called: {}",
                grant.id, statement.why
            ),
        ));
    }
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
        known
            && api
                .stages
                .keys()
                .all(|stage| stand_ins.open_in(stage).is_none())
            && stand_ins.open_in(pattern).is_none()
    })
}
