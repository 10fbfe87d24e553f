//! What runs without anybody waiting for it: a rule at its time, log events for a subscriber, a source
//! that is read. That it was refused, and what ends that, the journal alone tells.
//!
//! Nothing is decided here.

use std::time::Instant;

use identity::invocation::{Grant, Granted, Refused};
use identity::{AccessDenied, AssumeRefused, Caller, Identity};
use journal::{Fact, Journal, Lane, Mark, Outcome, Recorder, Refusal, Request, Step, StepKind};
use model::{FunctionArn, Timestamp};
use remedy::Remedy;

use crate::rooms::Rooms;
use crate::trail::{decision, forms, permissions_mode, record_denial};

/// By which way a function was to be reached. The journal has it where a request to an API has its stage,
/// and `why` knows it by that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// A rule of EventBridge or a schedule of its Scheduler.
    Schedule,
    /// A subscription filter of a log group.
    Subscription,
    /// A mapping of a queue or stream.
    EventSource,
    /// A function that is told what became of another's event.
    Destination,
    /// Lines that a function or a stage prints.
    LogLines,
    /// The execution role, without which no function runs.
    Execution,
}

impl Way {
    const fn stage(self) -> &'static str {
        match self {
            Self::Schedule => "schedule",
            Self::Subscription => "subscription",
            Self::EventSource => "event-source",
            Self::Destination => "destination",
            Self::LogLines => journal::LOG_LINES,
            Self::Execution => "execution-role",
        }
    }

    const fn method(self) -> &'static str {
        match self {
            Self::Schedule | Self::Execution => "RUN",
            Self::Subscription => "DELIVER",
            Self::EventSource => "POLL",
            Self::Destination => "SEND",
            Self::LogLines => "WRITE",
        }
    }
}

/// What was to be run, in words for the journal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unattended<'a> {
    pub(crate) way: Way,
    /// On whose behalf: the first part of the service's principal.
    pub(crate) service: &'static str,
    /// Of the rule, the group, the source; of the function whose destination or role it is.
    pub(crate) name: &'a str,
    /// None where it is not about one function.
    pub(crate) function: Option<&'a FunctionArn>,
    pub(crate) started: Timestamp,
}

/// What the journal is told with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) identity: &'a Identity,
    pub(crate) journal: &'a Journal,
}

impl<'a> Desk<'a> {
    pub(crate) fn of(rooms: &'a Rooms) -> Self {
        Self {
            identity: &rooms.identity,
            journal: &rooms.journal,
        }
    }
}

impl Unattended<'_> {
    /// A grant that is one only because permissions are reported, and not enforced, is told of as well.
    pub(crate) fn granted(&self, desk: Desk<'_>, grant: &Grant) {
        let Granted::Reported(refused) = grant.how() else {
            return;
        };
        let mut recorder = self.begin(desk);
        tell(&mut recorder, refused, Mark::Reported);
        recorder.fact(Fact::Lacking {
            fix: refused.fix.cli.clone(),
        });
        desk.journal.record(recorder.finish(200, Outcome::Answered));
    }

    pub(crate) fn refused(&self, desk: Desk<'_>, refused: &Refused) {
        let mut recorder = self.begin(desk);
        tell(&mut recorder, refused, Mark::Refused);
        let refusal = Refusal {
            layer: StepKind::Invocation,
            kind: "AccessDenied".into(),
            cause: self.cause(refused),
            fix: Some(refused.fix.cli.clone()),
            forms: forms(std::slice::from_ref(&*refused.fix)),
        };
        desk.journal
            .record(recorder.finish(403, Outcome::refused(refusal)));
    }

    /// The service could not become the role in which it was to act.
    pub(crate) fn untrusted(&self, desk: Desk<'_>, refused: &AssumeRefused) {
        let mut recorder = self.begin(desk);
        recorder.fact(Fact::Role {
            arn: refused.role_arn.to_string(),
        });
        let step = Step::between(
            StepKind::Invocation,
            Lane::Gateway,
            Lane::Policy,
            refused.to_string(),
        );
        let step = step.marked(Mark::Refused);
        recorder.step(match &refused.explanation {
            Some(explanation) => step.decided(decision(explanation)),
            None => step,
        });
        let remedies: &[Remedy] = &refused.remedies;
        let refusal = Refusal {
            layer: StepKind::Invocation,
            kind: "AccessDenied".into(),
            cause: self.cause(refused),
            fix: refused.fix(),
            forms: forms(remedies),
        };
        desk.journal
            .record(recorder.finish(403, Outcome::refused(refusal)));
    }

    /// Somebody who acts for the function may not do what that takes.
    pub(crate) fn denied(&self, desk: Desk<'_>, caller: &Caller, denied: &AccessDenied) {
        let mut recorder = self.begin(desk);
        recorder.caller(caller.arn());
        let refusal = record_denial(&mut recorder, desk.identity, Some(caller), denied);
        desk.journal
            .record(recorder.finish(403, Outcome::refused(refusal)));
    }

    /// It was allowed, and came to nothing all the same: no policy would help.
    pub(crate) fn failed(&self, desk: Desk<'_>, cause: &dyn std::fmt::Display) {
        let mut recorder = self.begin(desk);
        let cause = self.cause(cause);
        let step = Step::between(
            StepKind::Integrations,
            Lane::Gateway,
            Lane::Backend,
            cause.clone(),
        );
        recorder.step(step.marked(Mark::Refused));
        let refusal = Refusal {
            layer: StepKind::Integrations,
            kind: "NotDelivered".into(),
            cause,
            fix: None,
            forms: None,
        };
        desk.journal
            .record(recorder.finish(500, Outcome::refused(refusal)));
    }

    fn cause(&self, why: &dyn std::fmt::Display) -> String {
        match self.function {
            Some(function) => format!("{function} was not invoked: {why}"),
            None => why.to_string(),
        }
    }

    fn begin(&self, desk: Desk<'_>) -> Recorder {
        let request = Request {
            request_id: uuid::Uuid::new_v4().to_string(),
            api_id: self.service.into(),
            stage: self.way.stage().into(),
            method: self.way.method().into(),
            path: self.name.to_owned(),
            source_ip: None,
            started: self.started,
            permissions_mode: permissions_mode(desk.identity),
        };
        Recorder::start(request, Instant::now())
    }
}

/// Why, with the decision, so that the statement that came closest can be shown.
fn tell(recorder: &mut Recorder, refused: &Refused, mark: Mark) {
    if let Some(role) = refused.role_arn.as_deref() {
        recorder.fact(Fact::Role {
            arn: role.to_owned(),
        });
    }
    let explanation = refused.trust.as_ref().unwrap_or(&refused.explanation);
    let step = Step::between(
        StepKind::Invocation,
        Lane::Gateway,
        Lane::Policy,
        explanation.sentence.clone(),
    );
    recorder.step(step.marked(mark).decided(decision(explanation)));
}
