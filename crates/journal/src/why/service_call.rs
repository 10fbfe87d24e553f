//! A call of an AWS API: of one that is served here, or of one that is sent on.

use super::Case;
use super::report::Report;
use crate::{Refusal, StepKind};

/// The kind of a refusal that the caller reads as one. Everything else is another error of AWS's that has a
/// decision behind it.
const DENIED: &str = "AccessDenied";

/// What stands in the place of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answered {
    Here,
    Upstream,
}

impl Answered {
    pub(super) fn of(stage: &str) -> Option<Self> {
        Some(match stage {
            "control-plane" => Self::Here,
            "upstream" => Self::Upstream,
            _ => return None,
        })
    }
}

pub(super) fn tell(case: &Case<'_>, report: &mut Report, refusal: &Refusal, answered: Answered) {
    let name = match answered {
        Answered::Here => format!("{} {}", case.entry.api_id, case.entry.path),
        Answered::Upstream => case.entry.path.clone(),
    };
    match refusal.layer {
        StepKind::Authorization => decided(case, report, refusal, &name),
        StepKind::Validation => {
            report.what = format!("The document was refused ({})", refusal.kind);
            report.needs(
                "what is said above is mended; portcullis check FILE tells the same without a server",
            );
        }
        _ => {
            report.what = format!("The call of {name} was not sent on ({})", refusal.kind);
            report.needs(needed(refusal));
        }
    }
}

fn decided(case: &Case<'_>, report: &mut Report, refusal: &Refusal, name: &str) {
    if refusal.kind != DENIED {
        report.what = format!("The call of {name} was refused ({})", refusal.kind);
        report.needs(
            "the role or service that is named above may do that: the caller may, and does not lack \
             anything",
        );
        return;
    }
    report.what = format!("The call of {name} was denied");
    if let Some(caller) = &case.entry.caller {
        report.needs(format!(
            "a policy of {caller} allows it, and none denies it; somebody who may change policies \
             runs the fix"
        ));
    }
}

/// By the names that the server's way to other services has for what went wrong.
fn needed(refusal: &Refusal) -> &'static str {
    match &*refusal.kind {
        "NoEndpoint" => {
            "the server knows where that service is: portcullis up --upstream SERVICE=URL, or '*=URL' for \
             every service that is not served here"
        }
        "Unauthenticated" => "the call is signed with keys that this server knows",
        "Unreachable" | "Late" => "the endpoint that --upstream names is there and answers",
        "Ambiguous" => "each parameter of the request stands once",
        "ForeignTarget" => "the call is signed for the service whose operation it names",
        _ => "the call can be read and sent on: see what is said above",
    }
}
