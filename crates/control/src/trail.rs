//! What stays of a call: one line in the log, and an entry in the journal if it was denied.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

use identity::{AccessDenied, Caller, Identity, Permissions};
use journal::{
    Decision, Forms, Lane, Mark, Outcome, PermissionsMode, Recorder, Refusal, Request, Step,
    StepKind,
};
use model::Timestamp;
use policy::{Explanation, Layer};
use remedy::Remedy;
use wire::schema::OperationSchema;

use crate::call::Call;
use crate::peer::Peer;
use crate::rooms::Rooms;

/// An explanation holds on to about as much memory as this; the journal bounds the sum.
const EXPLANATION_WEIGHT: usize = 2048;

/// What policies said, and the error that hides it.
pub(crate) type Denial = (AccessDenied, Option<Cow<'static, str>>);

/// What is written down about a call whatever becomes of it.
pub(crate) struct Trail {
    operation: &'static OperationSchema,
    request_id: String,
    /// Nobody on the network for a call that this server makes itself.
    peer: Option<Peer>,
    started: Timestamp,
    arrived: Instant,
    caller: Option<Caller>,
}

impl Trail {
    pub(crate) fn begin(
        operation: &'static OperationSchema,
        request_id: String,
        peer: Option<Peer>,
        started: Timestamp,
    ) -> Self {
        Self {
            operation,
            request_id,
            peer,
            started,
            arrived: Instant::now(),
            caller: None,
        }
    }

    pub(crate) fn caller(&mut self, caller: Caller) {
        self.caller = Some(caller);
    }

    pub(crate) fn log(&self, status: u16) {
        tracing::info!(
            request_id = self.request_id,
            service = self.operation.service.name,
            operation = self.operation.name,
            caller = self.caller.as_ref().map(Caller::arn),
            status,
            micros = u64::try_from(self.arrived.elapsed().as_micros()).unwrap_or(u64::MAX),
            "control-plane call answered"
        );
    }

    /// A call that was not done because policies did not let it be. `kind` is the error that the caller read,
    /// where that does not say so.
    pub(crate) fn denied(&self, rooms: &Rooms, (denied, kind): &Denial, status: u16) {
        let mut recorder = Recorder::start(self.request(rooms), self.arrived);
        if let Some(caller) = &self.caller {
            recorder.caller(caller.arn());
        }
        let mut refusal =
            record_denial(&mut recorder, &rooms.identity, self.caller.as_ref(), denied);
        if let Some(kind) = kind {
            refusal.kind.clone_from(kind);
        }
        rooms
            .journal
            .record(recorder.finish(status, Outcome::refused(refusal)));
    }

    fn request(&self, rooms: &Rooms) -> Request {
        Request {
            request_id: self.request_id.clone(),
            api_id: self.operation.service.name.into(),
            stage: "control-plane".into(),
            method: self.operation.method.into(),
            path: self.operation.name.to_owned(),
            source_ip: self.peer.map(|peer| peer.ip),
            started: self.started,
            permissions_mode: permissions_mode(&rooms.identity),
        }
    }
}

/// A denial of a part of a call that is answered all the same.
pub(crate) fn tell_of_part<O: wire::Operation>(rooms: &Rooms, call: &Call, denied: &AccessDenied) {
    let id = call.request_id().to_owned();
    let mut trail = Trail::begin(O::SCHEMA, id, None, call.now());
    trail.caller(call.caller().clone());
    trail.denied(rooms, &(denied.clone(), None), DENIED);
}

const DENIED: u16 = 403;

pub(crate) fn permissions_mode(identity: &Identity) -> PermissionsMode {
    match identity.config().permissions {
        Permissions::Enforce => PermissionsMode::Enforce,
        Permissions::Report => PermissionsMode::Report,
    }
}

/// The decision, what was nearest to allowing it, and what would end it.
pub(crate) fn record_denial(
    recorder: &mut Recorder,
    identity: &Identity,
    caller: Option<&Caller>,
    denied: &AccessDenied,
) -> Refusal {
    recorder.step(
        Step::between(
            StepKind::Authorization,
            Lane::Client,
            Lane::Policy,
            denied.message.clone(),
        )
        .marked(Mark::Refused)
        .decided(decision(&denied.explanation)),
    );
    if let Some(nearest) = &denied.explanation.nearest {
        let text = format!("the nearest: {}", nearest.sentence);
        recorder.step(Step::within(StepKind::Authorization, Lane::Policy, text));
    }
    // AWS's texts have no room for it in most services, so it stands in the journal.
    let encoded = caller.and_then(|caller| identity.encode_denial(caller, denied));
    if let Some(message) = encoded {
        let text = format!("DecodeAuthorizationMessage tells more of: {message}");
        recorder.step(Step::within(StepKind::Authorization, Lane::Policy, text));
    }
    Refusal {
        layer: StepKind::Authorization,
        kind: "AccessDenied".into(),
        cause: cause(denied),
        fix: denied.fix.clone(),
        forms: forms(&denied.remedies),
    }
}

/// What the caller was told, and what nobody tells: that the role is not there, for instance.
fn cause(denied: &AccessDenied) -> String {
    let explanation = &denied.explanation;
    let was_asked = !explanation.sources.is_empty() || explanation.layer != Some(Layer::Trust);
    if was_asked {
        return denied.message.clone();
    }
    format!("{} ({})", denied.message, explanation.sentence)
}

/// Every form that all parts of the fix have.
pub(crate) fn forms(remedies: &[Remedy]) -> Option<Box<Forms>> {
    let whole = Remedy::all(remedies)?;
    Some(Box::new(Forms {
        statement: whole.statement_json,
        swagger: whole.swagger,
        cloudformation: whole.cloudformation,
        sam: whole.sam,
        terraform: whole.terraform,
    }))
}

pub(crate) fn decision(explanation: &Explanation) -> Decision {
    Decision::new(
        Arc::new(explanation.clone()),
        Explanation::to_text,
        EXPLANATION_WEIGHT,
    )
}
