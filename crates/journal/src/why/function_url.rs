//! A function that was called by its own URL: no API and no stage stand between.

use super::Case;
use super::commands::comment;
use super::report::Report;
use crate::{Refusal, StepKind};

/// What stands in the place of a stage.
const STAGE: &str = "function-url";

pub(super) fn is_one(case: &Case<'_>) -> bool {
    &*case.entry.stage == STAGE
}

pub(super) fn tell(case: &Case<'_>, report: &mut Report, refusal: &Refusal) {
    let id = &*case.entry.api_id;
    match refusal.layer {
        StepKind::Routing => report.needs(format!("a function has the URL {id}")),
        StepKind::Authorizers => {
            report.needs(
                "the URL's auth type is AWS_IAM: the request carries a signature of version 4, made \
                 for the service lambda",
            );
            report.fix_with(comment(
                "sign it: curl --aws-sigv4 aws:amz:REGION:lambda --user \
                 \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\" URL",
            ));
        }
        StepKind::Invocation => {
            report.needs(
                "the caller, or everybody where the auth type is NONE, may do \
                 lambda:InvokeFunctionUrl on the function",
            );
        }
        StepKind::Throttle => report.needs("fewer calls run at once, or more are reserved"),
        StepKind::Integrations => match case.role() {
            Some(role) => report.needs(format!(
                "the function's own role, {role}, is there and trusts lambda.amazonaws.com"
            )),
            None => report.needs("the function runs to its end and answers"),
        },
        StepKind::Arrival
        | StepKind::Deployment
        | StepKind::UsagePlan
        | StepKind::Cors
        | StepKind::Authorization
        | StepKind::Validation
        | StepKind::Mapping
        | StepKind::Response
        | StepKind::Refusal
        | StepKind::Logs => {}
    }
}
