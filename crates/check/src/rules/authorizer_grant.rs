//! PC009: no policy lets the API invoke the function of an authorizer.

use super::analysis::Analysis;
use super::{Rule, no_grant};
use crate::coverage::From;
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC009",
    name: "authorizer-without-grant",
    severity: Severity::Error,
    summary: "No policy lets the API invoke the function of an authorizer.",
    why: "An authorizer is invoked under a source ARN of its own, API/authorizers/ID: a permission for the methods of the API does not cover it. Every request to a method behind it then ends in 500 with a null message.",
    mend: "Add a permission whose source ARN is API/authorizers/ID, or API/authorizers/*.",
    fix: "adds an AWS::Lambda::Permission with the source ARN of the authorizer to a template.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for refusal in analysis.of_service() {
        let edge = refusal.edge;
        if !matches!(edge.from, From::Authorizer { .. }) {
            continue;
        }
        let (Some(place), Some(function)) = (analysis.place(edge), &edge.function) else {
            continue;
        };
        let name = analysis.function_name(function);
        let mut one = Found::new(
            &RULE,
            place,
            format!("{} invokes {name}", analysis.subject(edge)),
            format!(
                "{} may not invoke {name}: no permission is for it",
                analysis.subject(edge)
            ),
        )
        .beside(no_grant::source(analysis, edge), "no permission");
        if let Some(nearest) = &edge.nearest {
            one = one.note(nearest.sentence.clone());
        }
        found.push(analysis.with_remedy(one, edge));
    }
}
