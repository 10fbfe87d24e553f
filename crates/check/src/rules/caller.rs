//! PC028: a method passes on the identity of its caller, and does not ask for one.

use super::Rule;
use super::analysis::Analysis;
use crate::coverage::{State, Way};
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC028",
    name: "caller-without-iam",
    severity: Severity::Error,
    summary: "A method passes on the identity of its caller, and does not ask for one.",
    why: "With the credentials arn:aws:iam::*:user/*, API Gateway calls the function as whoever called the API. That needs a method with AWS_IAM; with any other there is no identity to pass on, and every call ends in 500.",
    mend: "Set the authorization of the method to AWS_IAM, or remove the credentials and grant the API.",
    fix: "is left: whether the method should ask for an identity or the API be granted is a choice.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for refusal in analysis.refusals() {
        let edge = refusal.edge;
        let Some(place) = analysis
            .place(edge)
            .filter(|_| edge.way == Way::Caller && edge.state == State::Missing)
        else {
            continue;
        };
        found.push(
            Found::new(
                &RULE,
                place,
                analysis.subject(edge),
                format!(
                    "{} passes on the identity of its caller, and is not AWS_IAM",
                    analysis.subject(edge)
                ),
            )
            .beside("AWS_IAM", "a method without it"),
        );
    }
}
