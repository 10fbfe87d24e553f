//! The function or endpoint behind the method: not permitted, not addressed, or not well.

use super::Case;
use super::commands::{Aws, comment};
use super::report::Report;
use crate::{Fact, Refusal};

pub(super) fn not_permitted(case: &Case<'_>, report: &mut Report) {
    match case.role() {
        Some(role) => {
            report.note(format!("the function is invoked in the role {role}"));
            report.needs(
                "the role trusts apigateway.amazonaws.com, and its policies allow \
                 lambda:InvokeFunction on the function; no resource policy is needed in one account",
            );
        }
        None => report.needs(
            "the resource policy of exactly the invoked function and qualifier allows \
             apigateway.amazonaws.com to call it for this API, stage, method and path",
        ),
    }
    report.note("AWS tells the caller no more than \"Internal server error\"");
}

/// What has to be true, by the words with which the gateway says what is wrong.
const DEFINITIONS: [(&str, &str); 7] = [
    (
        "no template for this content type",
        "the integration has a request template for the Content-Type of the request, or its \
         passthroughBehavior lets others through",
    ),
    (
        "a mapping template failed",
        "the template can be rendered with this request: portcullis console shows it beside its input",
    ),
    (
        "a parameter mapping failed",
        "what the parameter mapping names is in the request",
    ),
    (
        "endpoint's address",
        "the integration's uri is an address, with every variable in it filled",
    ),
    (
        "no integration response matches",
        "an integration response has a selectionPattern for this status, or none, which makes it \
         the default",
    ),
    (
        "the method has no response",
        "the method declares a method response for this status",
    ),
    (
        "named no status",
        "the request template of the MOCK integration gives {\"statusCode\": NUMBER}",
    ),
];
const IDENTITY: &str = "the method's authorization type is AWS_IAM, so that there is a caller's identity to pass on; or \
     the credentials are removed and API Gateway is granted the function";

pub(super) fn misconfigured(case: &Case<'_>, report: &mut Report, refusal: &Refusal) {
    let variable = case.entry.facts.iter().find_map(|fact| match fact {
        Fact::StageVariable { name, uri } => Some((name, uri)),
        Fact::Browser { .. }
        | Fact::AuthorizerPolicy { .. }
        | Fact::Role { .. }
        | Fact::LogLine { .. }
        | Fact::Lacking { .. }
        | Fact::Trace { .. } => None,
    });
    let Some((name, uri)) = variable else {
        let cause = refusal.cause.as_str();
        if cause.contains("not AWS_IAM") {
            return report.needs(IDENTITY);
        }
        let mut known = DEFINITIONS.iter();
        let known = known.find(|(words, _)| cause.contains(words));
        return report.needs(known.map_or(
            "the method's definition makes sense: see what is said above",
            |(_, needed)| needed,
        ));
    };
    let stage = &*case.entry.stage;
    report.needs(format!("the stage {stage} has the variable {name}"));
    report.note(format!("the address is {uri}"));
    let others = case.around.api.iter().flat_map(|api| api.stages.values());
    let values: Vec<String> = others
        .filter_map(|stage| Some(format!("{}: {}", stage.name, stage.variables.get(name)?)))
        .collect();
    if !values.is_empty() {
        report.note(format!("other stages have it: {}", values.join(", ")));
    }
    let command = Aws::new("apigateway update-stage")
        .option("rest-api-id", &case.entry.api_id)
        .option("stage-name", stage)
        .option(
            "patch-operations",
            &format!("op=replace,path=/variables/{name},value=VALUE"),
        )
        .option("region", case.around.region());
    report.fix_with(comment(&format!(
        "with the value that it is to have: {}",
        command.line()
    )));
}

pub(super) fn failed(case: &Case<'_>, report: &mut Report, refusal: &Refusal) {
    let stage = case.around.stage(&case.entry.stage);
    if stage.is_some_and(|stage| stage.canary.is_some()) {
        report.note("the stage has a canary: the request may have gone to either deployment");
    }
    if let Some(role) = case.role() {
        report.needs(format!(
            "the function's own role, {role}, is there and trusts lambda.amazonaws.com"
        ));
        return report.note(format!("what happened there: {}", refusal.cause));
    }
    match case.entry.status {
        504 => report.needs("the backend answers within the integration's timeout"),
        502 => report.needs(
            "the function returns an object with statusCode, headers and a body of text, and does \
             not raise",
        ),
        _ => report.needs("the backend can be called and answers"),
    }
    report.note(format!("what happened there: {}", refusal.cause));
}
