//! PC010: a permission for API Gateway has no source ARN: any API of any account may use it.

use super::analysis::Analysis;
use super::{Rule, repairs};
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC010",
    name: "no-source-arn",
    severity: Severity::Error,
    summary: "A permission for API Gateway has no source ARN: any API of any account may use it.",
    why: "apigateway.amazonaws.com stands for the API Gateway of everybody. Without a source ARN, an API in another account can invoke the function: the confused deputy. A source account alone narrows it to all APIs of that account.",
    mend: "Add the source ARN of the API, and the source account.",
    fix: "writes the source ARN of the calls that the permission is used for, one permission for each, in a template; one that nothing in the template uses is left, as it is not known whom it is for.",
};

const LEFT: &str =
    "it is not known whom it is for: nothing that is written here uses it, or a lot does";

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
        let narrowed = analysis
            .statement(grant)
            .and_then(|statement| repairs::narrowed(analysis, grant, statement));
        found.push(match narrowed {
            Some(steps) => one.mend("name what it is used for", steps),
            None => one.by_hand(LEFT),
        });
    }
}
