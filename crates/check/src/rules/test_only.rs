//! PC019: a permission lets the test button of the console call, and no stage.

use super::analysis::Analysis;
use super::{Rule, repairs};
use crate::coverage::{Edge, State};
use crate::found::{Found, Severity};
use crate::mend::{At, Step};
use crate::scene::Grant;

pub(super) const RULE: Rule = Rule {
    id: "PC019",
    name: "test-button-only",
    severity: Severity::Warning,
    summary: "A permission lets the test button of the console call, and no stage.",
    why: "The console's test button calls as the stage test-invoke-stage. A permission for that stage alone makes the test green while every deployed stage answers 500.",
    mend: "Write a star or the name of the stage in the place of test-invoke-stage.",
    fix: "writes a star in the place of test-invoke-stage, in a template.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for grant in &analysis.scene.grants {
        let Some((pattern, place)) = &grant.source_arn else {
            continue;
        };
        if !pattern.contains("/test-invoke-stage/") || stages_may(analysis, grant) {
            continue;
        }
        let name = analysis.function_name(&grant.function);
        let wanted = pattern.replace("/test-invoke-stage/", "/*/");
        let one = Found::new(
            &RULE,
            *place,
            format!("{} on {name}", grant.id),
            format!(
                "{} lets the test button invoke {name}, and no stage",
                grant.id
            ),
        )
        .beside(wanted.clone(), pattern.clone());
        let reword = Step::Reword {
            at: At::place(*place),
            from: "/test-invoke-stage/".to_owned(),
            to: "/*/".to_owned(),
            otherwise: repairs::substituted(&wanted),
        };
        found.push(if repairs::is_written(analysis, grant) {
            one.mend("let the stages invoke it, too", vec![reword])
        } else {
            one
        });
    }
}

/// Whether every stage may make the calls that the test button is let make: the CDK writes a permission for each of
/// the two.
fn stages_may(analysis: &Analysis<'_>, grant: &Grant) -> bool {
    let mut statements = analysis.coverage.statements.iter();
    let own = statements.find(|one| one.function == grant.function && one.index == grant.index);
    let pressed: Vec<_> = own
        .into_iter()
        .flat_map(|own| &own.grants)
        .filter_map(|at| analysis.coverage.edges.get(*at))
        .filter(|edge| edge.is_test_button())
        .collect();
    let may = |edge: &&Edge| {
        let mut alike = analysis.edges().filter(|other| {
            !other.is_test_button()
                && other.api == edge.api
                && other.from == edge.from
                && other.function == edge.function
        });
        alike.all(|other| !matches!(other.state, State::Missing | State::Denied))
    };
    !pressed.is_empty() && pressed.iter().all(may)
}
