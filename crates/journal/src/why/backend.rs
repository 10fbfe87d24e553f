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

pub(super) fn misconfigured(case: &Case<'_>, report: &mut Report) {
    let variable = case.entry.facts.iter().find_map(|fact| match fact {
        Fact::StageVariable { name, uri } => Some((name, uri)),
        Fact::Browser { .. }
        | Fact::AuthorizerPolicy { .. }
        | Fact::Role { .. }
        | Fact::LogLine { .. }
        | Fact::Trace { .. } => None,
    });
    let Some((name, uri)) = variable else {
        return report.needs("the method's definition makes sense: see what is said above");
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
