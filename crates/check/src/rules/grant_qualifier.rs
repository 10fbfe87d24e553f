//! PC006: a permission that fits the call stands on another version or alias of the function.

use super::analysis::{Analysis, Refusal};
use super::{Rule, repairs};
use crate::found::{Found, Severity};
use crate::mend::Step;

pub(super) const RULE: Rule = Rule {
    id: "PC006",
    name: "wrong-qualifier",
    severity: Severity::Error,
    summary: "A permission that fits the call stands on another version or alias of the function.",
    why: "The unqualified function, each version and each alias have resource policies of their own. A permission on the function does not cover calls of its alias, nor the other way round.",
    mend: "Put the permission on the qualifier that the integration names, or let the integration name the qualifier that has it.",
    fix: "moves a permission that grants nothing to the qualifier that is called, and adds one where it grants something, in a template.",
};

pub(super) fn of(analysis: &Analysis<'_>, refusal: &Refusal<'_>) -> Option<Found> {
    let edge = refusal.edge;
    let api = edge.api.rsplit(':').next()?;
    let function = edge.function.as_ref()?;
    let same = |grant: &&crate::scene::Grant| {
        grant.function.unqualified() == function.unqualified() && grant.function != *function
    };
    let grants = analysis.scene.grants.iter().filter(same);
    let mut meant = grants.filter(|grant| {
        grant
            .source_arn
            .as_ref()
            .is_some_and(|(pattern, _)| pattern.contains(&format!(":{api}/")))
    });
    let grant = meant.next()?;
    let (wanted, has) = (
        analysis.function_name(function),
        analysis.function_name(&grant.function),
    );
    let found = Found::new(
        &RULE,
        grant.place,
        format!("{} of {}", grant.id, analysis.subject(edge)),
        format!(
            "{} stands on {has}, and {} calls {wanted}",
            grant.id,
            analysis.subject(edge)
        ),
    )
    .beside(wanted, has)
    .related(analysis.place(edge), "the call is made here");
    let found = analysis.with_remedy(found, edge);
    let used = analysis.statements().any(|one| {
        one.function == grant.function && one.index == grant.index && !one.grants.is_empty()
    });
    if used || !repairs::is_written(analysis, grant) {
        return Some(found);
    }
    let at = repairs::property(grant, "FunctionName");
    let step = Step::set(at, repairs::function(analysis, function));
    Some(found.mend("put the permission on what is called", vec![step]))
}
