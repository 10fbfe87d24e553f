//! PC029: a policy denies the API what another one grants it.

use super::Rule;
use super::analysis::Analysis;
use crate::coverage::State;
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC029",
    name: "denied",
    severity: Severity::Error,
    summary: "A policy denies the API what another one grants it.",
    why: "An explicit Deny wins over every Allow, wherever it stands: in the resource policy of the function, in the role or its boundary. The call ends in 500 as if nothing granted it.",
    mend: "Remove the Deny, or except the call from it.",
    fix: "is left: somebody wrote the Deny, and why is not known.",
};

const LEFT: &str = "somebody wrote the Deny, and why is not known";

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for refusal in analysis.refusals() {
        let edge = refusal.edge;
        let Some(place) = analysis.place(edge).filter(|_| edge.state == State::Denied) else {
            continue;
        };
        let one = Found::new(
            &RULE,
            place,
            analysis.subject(edge),
            format!(
                "{} is denied its function: {}",
                analysis.subject(edge),
                edge.why
            ),
        );
        found.push(analysis.with_remedy(one, edge).by_hand(LEFT));
    }
}
