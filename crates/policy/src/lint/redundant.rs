//! Statements that say what another says.

use super::Issue;
use super::finding::Findings;
use super::structure::canonical;
use super::view::View;

pub(super) fn check(view: &View<'_>, findings: &mut Findings) {
    let mut seen: Vec<String> = Vec::new();
    for statement in &view.statements {
        let meaning = canonical(statement.spot.node);
        if seen.contains(&meaning) {
            findings.report(
                Issue::RedundantStatement,
                &statement.spot,
                "The statements are redundant because they provide identical permissions. Update \
                 the policy to remove the redundant statement.",
            );
        } else {
            seen.push(meaning);
        }
    }
}
