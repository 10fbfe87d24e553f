//! PC018: a permission grants nothing that a wider one does not grant.

use super::Rule;
use super::analysis::Analysis;
use crate::coverage::Worth;
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC018",
    name: "shadowed-grant",
    severity: Severity::Note,
    summary: "A permission grants nothing that a wider one does not grant.",
    why: "If the wider permission stays, the narrower one has no effect; if the narrower one was meant, the wider one grants too much.",
    mend: "Remove the one that is not meant.",
    fix: "is left: which of the two is meant is not known.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for statement in &analysis.coverage.statements {
        if statement.worth != Worth::Shadowed {
            continue;
        }
        let Some(grant) = analysis.scene.grant(&statement.function, statement.index) else {
            continue;
        };

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
            format!("{} grants nothing by itself: {}", grant.id, statement.why),
        ));
    }
}
