//! PC007: a role that an API calls with does not trust API Gateway.

use serde_json::json;

use super::analysis::Analysis;
use super::{Rule, repairs};
use crate::coverage::{State, Way};
use crate::found::{Found, Severity};
use crate::mend::{At, Step};

pub(super) const RULE: Rule = Rule {
    id: "PC007",
    name: "role-without-trust",
    severity: Severity::Error,
    summary: "A role that an API calls with does not trust API Gateway.",
    why: "With credentials, API Gateway assumes the role before it calls. If the trust policy does not allow sts:AssumeRole to apigateway.amazonaws.com, every call ends in 500, and nothing is sent to the function.",
    mend: "Add apigateway.amazonaws.com to the principals of the role's trust policy.",
    fix: "adds a statement for apigateway.amazonaws.com to the trust policy of a role of the template.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for refusal in analysis.refusals() {
        let edge = refusal.edge;
        let Way::Role { arn } = &edge.way else {
            continue;
        };
        let about_trust = edge.why.contains("sts:AssumeRole");
        let (Some(place), true) = (
            analysis.place(edge),
            about_trust && edge.state == State::Missing,
        ) else {
            continue;
        };
        let name = arn.rsplit('/').next().unwrap_or(arn);
        let one = Found::new(
            &RULE,
            analysis.scene.roles.get(arn).copied().unwrap_or(place),
            format!("{} as {name}", analysis.subject(edge)),
            format!(
                "{} calls as {name}, which does not trust apigateway.amazonaws.com",
                analysis.subject(edge)
            ),
        )
        .note(edge.why.clone())
        .related(Some(place), "the call is made here");
        let one = analysis.with_remedy(one, edge);
        found.push(match analysis.scene.roles.get(arn) {
            Some(role) if repairs::is_template(analysis) => {
                let path = ["Properties", "AssumeRolePolicyDocument", "Statement"];
                one.mend(
                    "let API Gateway assume the role",
                    vec![Step::Append {
                        at: At::place(*role).below(path),
                        value: json!({
                            "Effect": "Allow",
                            "Principal": { "Service": "apigateway.amazonaws.com" },
                            "Action": "sts:AssumeRole",
                        }),
                    }],
                )
            }
            Some(_) | None => one,
        });
    }
}
