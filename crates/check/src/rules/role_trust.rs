//! PC007: a role that an API calls with does not trust API Gateway.

use serde_json::json;

use super::analysis::{Analysis, RoleLacks};
use super::{Rule, repairs};
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
    for (edge, arn) in analysis.of_roles(RoleLacks::Trust) {
        let why = "which does not trust apigateway.amazonaws.com";
        let Some(one) = analysis.about_role(&RULE, (edge, arn), why) else {
            continue;
        };
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
