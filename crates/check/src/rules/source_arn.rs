//! PC010: a permission for API Gateway has no source ARN: any API of any account may use it.

use super::Rule;
use super::analysis::Analysis;
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC010",
    name: "no-source-arn",
    severity: Severity::Error,
    summary: "A permission for API Gateway has no source ARN: any API of any account may use it.",
    why: "apigateway.amazonaws.com stands for the API Gateway of everybody. Without a source ARN, an API in another account can invoke the function: the confused deputy. A source account alone narrows it to all APIs of that account.",
    mend: "Add the source ARN of the API, and the source account.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for grant in &analysis.scene.grants {
        if grant.principal != "apigateway.amazonaws.com" || grant.source_arn.is_some() {
            continue;
        }
        let name = analysis.function_name(&grant.function);
        let reach = if grant.has_account {
            "any API of the account"
        } else {
            "any API of any account"
        };
        let severity = if grant.has_account {
            Severity::Warning
        } else {
            Severity::Error
        };
        let apis = &analysis.scene.apis;
        let expected = apis.first().map_or_else(
            || "a source ARN".to_owned(),
            |api| format!("{}/*/METHOD/PATH", api.arn),
        );
        let one = Found::new(
            &RULE,
            grant.place,
            format!("{} on {name}", grant.id),
            format!(
                "{} lets {reach} invoke {name}: it has no source ARN",
                grant.id
            ),
        )
        .beside(format!("SourceArn: {expected}"), "no SourceArn")
        .severity(severity);
        found.push(one);
    }
}
