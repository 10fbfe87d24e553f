//! PC017: two permissions grant exactly the same.

use super::analysis::Analysis;
use super::{Rule, repairs};
use crate::coverage::Worth;
use crate::found::{Found, Severity};

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
    for (statement, grant) in analysis.written(Worth::Duplicate) {
        let text = format!(
            "{} grants what another permission grants: {}",
            grant.id, statement.why
        );
        let one = analysis.about(&RULE, grant, text);
        found.push(repairs::removing(
            analysis,
            grant,
            one,
            "remove the second of the two",
        ));
    }
}
