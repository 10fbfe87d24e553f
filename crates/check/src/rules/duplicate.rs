//! PC017: two permissions grant exactly the same.

use super::analysis::Analysis;
use super::{Rule, repairs};
use crate::coverage::Worth;
use crate::found::{Found, Severity};
use crate::mend::{At, Step};

pub(super) const RULE: Rule = Rule {
    id: "PC017",
    name: "duplicate-grant",
    severity: Severity::Warning,
    summary: "Two permissions grant exactly the same.",
    why: "A statement that repeats another takes room in a policy of 20,480 bytes, and hides which of the two is meant to stay when one is removed.",
    mend: "Remove one of the two.",
    fix: "removes the second of the two, in a template.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for statement in &analysis.coverage.statements {
        if statement.worth != Worth::Duplicate {
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
        let one = Found::new(
            &RULE,
            place,
            format!("{} on {name}", grant.id),
            format!(
                "{} grants what another permission grants: {}",
                grant.id, statement.why
            ),
        );
        found.push(if repairs::is_written(analysis, grant) {
            one.mend(
                "remove the second of the two",
                vec![Step::remove(At::place(grant.place))],
            )
        } else {
            one
        });
    }
}
