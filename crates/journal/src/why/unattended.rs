//! A function that nobody waited for: a schedule, a subscription to logs, a source that is read. Who set it
//! up got no answer, so that all is told here.

use super::Case;
use super::report::Report;
use crate::{LOG_LINES, Outcome, StepKind};

/// What stands in the place of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Schedule,
    Subscription,
    EventSource,
    Destination,
    LogLines,
    ExecutionRole,
}

impl Way {
    pub(super) fn of(stage: &str) -> Option<Self> {
        Some(match stage {
            "schedule" => Self::Schedule,
            "subscription" => Self::Subscription,
            "event-source" => Self::EventSource,
            "destination" => Self::Destination,
            LOG_LINES => Self::LogLines,
            "execution-role" => Self::ExecutionRole,
            _ => return None,
        })
    }

    fn what(self, name: &str) -> String {
        match self {
            Self::Schedule => format!("The schedule {name} did not run its function"),
            Self::Subscription => {
                format!("Log events were not delivered to the subscriber of {name}")
            }
            Self::EventSource => format!("The source {name} was not read for its function"),
            Self::Destination => {
                format!(
                    "The function {name} could not tell its destination what became of an event"
                )
            }
            Self::LogLines => format!("Lines for the log group {name} were not written"),
            Self::ExecutionRole => format!("The function {name} did not run"),
        }
    }

    /// Whether what was refused comes again by itself.
    const fn after(self) -> &'static str {
        match self {
            Self::Schedule => {
                "nobody is told of it, and the run is not made up for: the fix holds from the next time on"
            }
            Self::Subscription => {
                "nobody is told of it, and these events are not delivered later: the fix holds for those to come"
            }
            Self::EventSource => {
                "nothing is lost: what is in the source is delivered once it can be read, which is tried \
                 once a minute at least"
            }
            Self::Destination => {
                "nobody is told of it, and this record is not sent later: the fix holds for those to come"
            }
            Self::LogLines => {
                "these lines are lost, and it is told once until some are written again: the fix holds for \
                 those to come"
            }
            Self::ExecutionRole => {
                "the event waits: it is tried again until it is too old for the function"
            }
        }
    }
}

pub(super) fn tell(case: &Case<'_>, report: &mut Report, way: Way) {
    report.what = way.what(&case.entry.path);
    let Outcome::Refused(refusal) = &case.entry.outcome else {
        return;
    };
    if refusal.layer == StepKind::Integrations {
        report.needs("what is said above is mended: no policy stands in the way");
    } else {
        needed(case, report, way);
    }
    report.note(way.after());
}

fn needed(case: &Case<'_>, report: &mut Report, way: Way) {
    let service = format!("{}.amazonaws.com", case.entry.api_id);
    match (way, case.role()) {
        (Way::Schedule | Way::Subscription, None) => report.needs(format!(
            "the resource policy of exactly the invoked function and qualifier allows {service} to call \
             it for this source"
        )),
        (Way::Schedule | Way::Subscription, Some(role)) => {
            report.note(format!("the function is invoked in the role {role}"));
            report.needs(format!(
                "the role trusts {service}, and its policies allow lambda:InvokeFunction on the function; \
                 no resource policy is needed in one account"
            ));
        }
        (Way::LogLines, _) => report.needs(format!(
            "{} may create the group and the stream and put events into it",
            case.entry.caller.as_deref().unwrap_or("the role")
        )),
        (Way::Destination, _) => report.needs(
            "the policies of the function's execution role allow lambda:InvokeFunction on the destination",
        ),
        (Way::EventSource | Way::ExecutionRole, Some(role)) => {
            report.needs(format!("the execution role {role} is there and trusts {service}"));
        }
        (Way::EventSource | Way::ExecutionRole, None) => report.needs(
            "the policies of the function's execution role allow what the source is read with",
        ),
    }
}
