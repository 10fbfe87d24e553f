//! Why was a request refused, and what ends it: an entry, and what stands around it now, told to a
//! person.
//!
//! Nothing is decided here. What the policies said is in the entry; what the definition, the stage
//! and the account are like is handed in. The story of a case is one file.

mod report; // what is told
mod surroundings; // what stands around the request

mod nearest; // the statement that came closest

mod authorizers; // who is asking
mod backend; // functions and endpoints
mod browser; // preflights, and answers that a page may not read
mod deployment; // no stage at this address
mod function_url; // no API at all
mod limits; // keys, throttles, quotas
mod logs; // execution logs that are not written
mod policies; // who may
mod routes; // no method at this path
mod service_call; // an AWS API
mod unattended; // what runs without anybody waiting

mod commands; // lines for a shell
mod text; // the report for a terminal

use crate::{Entry, Fact, Outcome, Refusal, StepKind};

pub use report::{Compared, Fixes, NearMiss, Report};
pub use surroundings::Surroundings;
pub use text::{Colours, to_text};

pub fn why(entry: &Entry, around: &Surroundings<'_>) -> Report {
    let case = Case { entry, around };
    let mut report = Report::of(entry);
    report.nearest = nearest::of(entry);
    match &entry.outcome {
        Outcome::Answered => case.answered(&mut report),
        Outcome::Refused(refusal) => {
            report.refused_by(refusal);
            case.refused(&mut report, refusal);
        }
    }
    browser::tell(&case, &mut report);
    logs::tell(&case, &mut report);
    report
}

/// An entry, and what stands around it.
#[derive(Clone, Copy)]
struct Case<'a> {
    entry: &'a Entry,
    around: &'a Surroundings<'a>,
}

impl Case<'_> {
    fn refused(&self, report: &mut Report, refusal: &Refusal) {
        if let Some(answered) = service_call::Answered::of(&self.entry.stage) {
            return service_call::tell(self, report, refusal, answered);
        }
        if function_url::is_one(self) {
            return function_url::tell(self, report, refusal);
        }
        if let Some(way) = unattended::Way::of(&self.entry.stage) {
            return unattended::tell(self, report, way);
        }
        match refusal.layer {
            StepKind::Deployment => deployment::tell(self, report),
            StepKind::Routing => routes::tell(self, report),
            StepKind::Authorizers => authorizers::tell(self, report, refusal),
            StepKind::Authorization => policies::tell(self, report),
            StepKind::Throttle | StepKind::UsagePlan => limits::tell(self, report, refusal),
            StepKind::Invocation => backend::not_permitted(self, report),
            StepKind::Mapping => backend::misconfigured(self, report, refusal),
            StepKind::Integrations => backend::failed(self, report, refusal),
            StepKind::Validation => validation(report, refusal),
            StepKind::Arrival
            | StepKind::Cors
            | StepKind::Response
            | StepKind::Refusal
            | StepKind::Logs => {}
        }
    }

    fn answered(&self, report: &mut Report) {
        let status = self.entry.status;
        let lacking = self.entry.facts.iter().find_map(lacking);
        report.fix.cli = lacking.map(str::to_owned);
        report.what = if self.entry.is_refused() {
            format!(
                "It was answered with {status}, but only because permissions are reported and not \
                 enforced"
            )
        } else if status >= 400 {
            format!("Nothing of the gateway refused it: the {status} is the backend's own answer")
        } else {
            format!("It was not refused: it was answered with {status}")
        };
    }

    /// The path behind the stage, without its query.
    fn path(&self) -> &str {
        let path = self.entry.path.split('?').next().unwrap_or_default();
        path.strip_prefix('/')
            .and_then(|path| path.strip_prefix(&*self.entry.stage))
            .unwrap_or(path)
    }

    fn role(&self) -> Option<&str> {
        self.entry.facts.iter().find_map(|fact| match fact {
            Fact::Role { arn } => Some(arn.as_str()),
            Fact::Browser { .. }
            | Fact::AuthorizerPolicy { .. }
            | Fact::StageVariable { .. }
            | Fact::LogLine { .. }
            | Fact::Lacking { .. }
            | Fact::Trace { .. } => None,
        })
    }
}

fn validation(report: &mut Report, refusal: &Refusal) {
    report.needs(match &*refusal.kind {
        "BAD_REQUEST_BODY" => {
            "the body fits the model that the method names for its content type, or the method's \
             request validator does not look at bodies"
        }
        _ => {
            "the request has every parameter that the method requires, or the method's request \
             validator does not look at parameters"
        }
    });
}

/// What a call lacked that passed all the same.
fn lacking(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Lacking { fix } => Some(fix),
        Fact::Browser { .. }
        | Fact::AuthorizerPolicy { .. }
        | Fact::Role { .. }
        | Fact::StageVariable { .. }
        | Fact::LogLine { .. }
        | Fact::Trace { .. } => None,
    }
}

#[cfg(test)]
mod tests;
