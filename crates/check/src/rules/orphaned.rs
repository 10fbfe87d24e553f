//! PC016: a permission is for a call that no API makes.

use super::Rule;
use super::analysis::Analysis;
use crate::coverage::Worth;
use crate::found::{Found, Severity};

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
        let own = grant.source_arn.as_ref().is_some_and(|(pattern, _)| {
            analysis
                .scene
                .apis
                .iter()
                .any(|api| api.responses_known && pattern.contains(&format!("{}/", api.arn)))
        });
        let open = grant
            .source_arn
            .as_ref()
            .is_some_and(|(pattern, _)| analysis.scene.stand_ins.open_in(pattern).is_some());
        // A permission for an API of another document is that document's affair, and one that misses is reported there.
        let near = found.iter().any(|other| {
            other.place.span
                == grant
                    .source_arn
                    .as_ref()
                    .map_or(grant.place, |(_, place)| *place)
                    .span
        });
        if !own || open || near {
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
