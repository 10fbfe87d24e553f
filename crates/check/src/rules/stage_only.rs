//! PC020: a permission is for one stage: the test button of the console may not call.

use super::Rule;
use super::analysis::Analysis;
use crate::coverage::{Edge, State};
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC020",
    name: "stage-only",
    severity: Severity::Note,
    summary: "A permission is for one stage: the test button of the console may not call.",
    why: "A permission that names its stage is the narrowest there is. The test button calls as test-invoke-stage, and is refused: the console shows an error where the API works.",
    mend: "Nothing, if the test button is not used; otherwise a star in the place of the stage.",
    fix: "is left: the permission is the narrowest there is.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for statement in &analysis.coverage.statements {
        let edges = statement
            .grants
            .iter()
            .filter_map(|at| analysis.coverage.edges.get(*at));
        let edges: Vec<_> = edges.collect();
        let only_stages = !edges.is_empty()
            && edges
                .iter()
                .all(|edge| !edge.is_test_button() && edge.stage.is_some())
            && edges.iter().any(|edge| lacks_button(analysis, edge));
        let Some(grant) = analysis.scene.grant(&statement.function, statement.index) else {
            continue;
        };
        let Some((pattern, place)) = grant.source_arn.as_ref().filter(|_| only_stages) else {
            continue;
        };
        if analysis.scene.stand_ins.open_in(pattern).is_some() {
            continue;
        }
        if grant.generated {
            continue;
        }
        let name = analysis.function_name(&grant.function);
        found.push(Found::new(
            &RULE,
            *place,
            format!("{} on {name}", grant.id),
            format!(
                "{} lets deployed stages invoke {name}, and not the test button",
                grant.id
            ),
        ));
    }
}

/// Whether the test button is known to make the same call, and no other permission lets it: stage variables come with
/// each press of it, and the CDK writes a permission of its own for it.
fn lacks_button(analysis: &Analysis<'_>, edge: &Edge) -> bool {
    analysis.edges().any(|other| {
        other.is_test_button()
            && matches!(other.state, State::Missing | State::Denied)
            && other.api == edge.api
            && other.from == edge.from
            && other.function == edge.function
    })
}
