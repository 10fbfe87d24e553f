//! What an import tells the journal: why a document can't be used, with its positions, and what
//! was left out of one that can, where AWS is silent.

use std::time::Instant;

use identity::Permissions;
use journal::{Lane, Mark, Outcome, PermissionsMode, Recorder, Refusal, Request, Step, StepKind};
use openapi::{ImportError, Problem};

use crate::call::Call;
use crate::rooms::Rooms;

pub(super) fn refused(rooms: &Rooms, call: &Call, api: &str, error: &ImportError) {
    let problems: Vec<_> = error.problems.iter().map(located).collect();
    let cause = problems.join("; ");
    let request_id = call.request_id();
    tracing::info!(request_id, cause, "an import was refused");
    let mut recorder = recorder(rooms, call, api);
    recorder.step(step(cause.clone()).marked(Mark::Refused));
    let refusal = Refusal {
        layer: StepKind::Validation,
        kind: "BadRequestException".into(),
        cause,
        fix: None,
        forms: None,
    };
    let entry = recorder.finish(400, Outcome::refused(refusal));
    rooms.journal.record(entry);
}

/// Nothing is said where nothing was left out.
pub(super) fn left_out(rooms: &Rooms, call: &Call, api: &str, what: Vec<String>) {
    if what.is_empty() {
        return;
    }
    let mut recorder = recorder(rooms, call, api);
    for said in what {
        tracing::warn!(
            request_id = call.request_id(),
            said,
            "an import left something out"
        );
        recorder.step(step(said));
    }
    rooms
        .journal
        .record(recorder.finish(200, Outcome::Answered));
}

/// `line 3, column 7, /paths/~1pets: …`
fn located(problem: &Problem) -> String {
    let said = problem.cause.as_ref().unwrap_or(&problem.message);
    match &problem.position {
        Some(position) if problem.path.is_empty() => format!("{position}: {said}"),
        Some(position) => format!("{position}, {}: {said}", problem.path),
        None => said.clone(),
    }
}

fn step(text: String) -> Step {
    Step::within(StepKind::Validation, Lane::Client, text)
}

fn recorder(rooms: &Rooms, call: &Call, api: &str) -> Recorder {
    let request = Request {
        request_id: call.request_id().to_owned(),
        api_id: api.into(),
        stage: "control-plane".into(),
        method: "POST".into(),
        path: "import".to_owned(),
        source_ip: None,
        started: call.now(),
        permissions_mode: match rooms.identity.config().permissions {
            Permissions::Enforce => PermissionsMode::Enforce,
            Permissions::Report => PermissionsMode::Report,
        },
    };
    let mut recorder = Recorder::start(request, Instant::now());
    recorder.caller(call.caller().arn());
    recorder
}
