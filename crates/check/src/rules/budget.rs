//! PC015: the resource policy of a function is larger than Lambda takes, or nearly so.

use super::Rule;
use super::analysis::Analysis;
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC015",
    name: "policy-over-budget",
    severity: Severity::Error,
    summary: "The resource policy of a function is larger than Lambda takes, or nearly so.",
    why: "All statements of a function's resource policy together hold at most 20,480 bytes, some fifty statements with usual names. The one that exceeds it is refused with PolicyLengthExceededException in the middle of a deployment.",
    mend: "Replace permissions for single methods by one with wildcards; portcullis compact FUNCTION proposes a smaller set that grants the same.",
    fix: "is left: which calls may share a wildcard is a choice; portcullis compact FUNCTION proposes one for a running server.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for budget in &analysis.coverage.budgets {
        let near = budget.bytes * 10 > budget.limit * 9;
        if !near {
            continue;
        }
        let over = budget.bytes > budget.limit;
        let Some(grant) = analysis.scene.grants_of(&budget.function).last() else {
            continue;
        };
        let name = analysis.function_name(&budget.function);
        let severity = if over {
            Severity::Error
        } else {
            Severity::Warning
        };
        let one = Found::new(
            &RULE,
            grant.place,
            format!("budget of {name}"),
            format!(
                "the {} statements for {name} take {} of {} bytes",
                budget.statements, budget.bytes, budget.limit
            ),
        )
        .beside(
            format!("at most {} bytes", budget.limit),
            format!("{} bytes", budget.bytes),
        )
        .severity(severity);
        found.push(one);
    }
}
