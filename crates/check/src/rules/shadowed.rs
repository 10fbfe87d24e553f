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
    for (statement, grant) in analysis.written(Worth::Shadowed) {
        let text = format!("{} grants nothing by itself: {}", grant.id, statement.why);
        found.push(analysis.about(&RULE, grant, text));
    }
}
