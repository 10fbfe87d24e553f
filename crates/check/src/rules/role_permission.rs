//! PC008: a role that an API calls with may not invoke the function.

use serde_json::json;

use super::analysis::{Analysis, RoleLacks};
use super::{Rule, repairs};
use crate::found::{Found, Severity};
use crate::mend::{At, Step};

pub(super) const RULE: Rule = Rule {
    id: "PC008",
    name: "role-without-permission",
    severity: Severity::Error,
    summary: "A role that an API calls with may not invoke the function.",
    why: "With credentials, the resource policy of the function is not needed, and the policies of the role decide: without lambda:InvokeFunction on exactly the function or qualifier that is called, every call ends in 500.",
    mend: "Allow lambda:InvokeFunction on the ARN of the function, with the qualifier that is called.",
    fix: "adds an inline policy for exactly this function to a role of the template.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for (edge, arn) in analysis.of_roles(RoleLacks::Permission) {
        let why = "which may not invoke the function";
        let Some(one) = analysis.about_role(&RULE, (edge, arn), why) else {
            continue;
        };
        found.push(match (analysis.scene.roles.get(arn), &edge.function) {
            (Some(role), Some(function)) if repairs::is_template(analysis) => {
                let known = analysis.function_name(function);
                let name: String = known
                    .chars()
                    .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
                    .collect();
                let policy = json!({
                    "PolicyName": format!("invoke-{name}"),
                    "PolicyDocument": {
                        "Version": "2012-10-17",
                        "Statement": [{
                            "Effect": "Allow",
                            "Action": "lambda:InvokeFunction",
                            "Resource": repairs::function_arn(analysis, function),
                        }],
                    },
                });
                let step = Step::Append {
                    at: At::place(*role).below(["Properties", "Policies"]),
                    value: policy,
                };
                one.mend("let the role invoke the function", vec![step])
            }
            _ => one,
        });
    }
}
