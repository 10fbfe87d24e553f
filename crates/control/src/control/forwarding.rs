//! Calls of services that are not ours: authenticated and decided here, answered by the endpoint that
//! is configured for them.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::Response;
use http::request::Parts;
use identity::{AuthenticationFailure, Caller};
use journal::{Lane, Mark, Outcome, Recorder, Refusal, Request, Step, StepKind};
use model::{Region, Timestamp};
use upstream::{Call, Refused, Story};

use super::{Control, Sender, Told as Telling, endpoint, request_keys};
use crate::body::Body;
use crate::trail::{permissions_mode, record_denial};
use crate::uses;

/// A request for a service that is not ours.
pub(super) struct Stranger<'a> {
    pub(super) parts: &'a Parts,
    pub(super) body: &'a Bytes,
    pub(super) sender: Sender<'a>,
    /// The signing name.
    pub(super) service: &'a str,
    pub(super) request_id: &'a str,
    pub(super) now: Timestamp,
}

impl Control {
    pub(super) async fn forward(&self, stranger: &Stranger<'_>) -> Response<Body> {
        let arrived = Instant::now();
        let mut story = Story::default();
        let mut caller = None;
        let carrying = self.carry(stranger, &mut caller, &mut story);
        let carried = AssertUnwindSafe(carrying).catch_unwind().await;
        let carried =
            carried.unwrap_or_else(|_| Err(Refused::Unsendable("the server failed".to_owned())));
        let (response, refused) = match carried {
            Ok(response) => (response, None),
            Err(refused) => {
                let request = (stranger.parts, &**stranger.body);
                let response =
                    upstream::render(&refused, stranger.service, request, stranger.request_id);
                (response, Some(refused))
            }
        };
        let told = Told {
            caller: caller.as_ref(),
            story: &story,
            refused: refused.as_ref(),
            status: response.status().as_u16(),
            arrived,
        };
        self.tell(stranger, &told);
        response
    }

    async fn carry(
        &self,
        stranger: &Stranger<'_>,
        known: &mut Option<Caller>,
        story: &mut Story,
    ) -> Result<Response<Body>, Refused> {
        let (caller, region) = self.identify(stranger)?;
        *known = Some(caller.clone());
        let call = Call {
            service: stranger.service,
            region: &region,
            caller: &caller,
            parts: stranger.parts,
            body: stranger.body,
            server: &endpoint(stranger.parts, stranger.sender.peer()),
            now: stranger.now,
        };
        let (upstream, identity) = (&self.rooms.upstream, &self.rooms.identity);
        let answer = upstream.answer(identity, &call, story).await?;
        for asked in &story.asked {
            let resources = [asked.resource.clone()];
            uses::note(&self.rooms.journal, &caller, &asked.action, &resources);
        }
        Ok(answer)
    }

    fn identify(&self, stranger: &Stranger<'_>) -> Result<(Caller, Region), AuthenticationFailure> {
        let peer = match stranger.sender {
            Sender::Inside { caller, region, .. } => {
                return Ok((caller.clone(), region.clone()));
            }
            Sender::Network(peer) => peer,
        };
        let (parts, now) = (stranger.parts, stranger.now);
        let caller = self.caller((parts, stranger.body), stranger.service, now)?;
        let region = self.region(parts)?;
        let keys = request_keys(parts, peer, &region, now);
        Ok((caller.with_request_keys(keys), region))
    }

    /// One line in the log, and an entry in the journal: what was asked, and what became of it.
    fn tell(&self, stranger: &Stranger<'_>, told: &Told<'_>) {
        let is_quiet = match stranger.sender {
            Sender::Inside { told, .. } => told == Telling::Refusals,
            Sender::Network(_) => false,
        };
        if is_quiet && told.refused.is_none() {
            return;
        }
        tracing::info!(
            request_id = stranger.request_id,
            service = stranger.service,
            operation = told.story.operation,
            endpoint = told.story.endpoint,
            caller = told.caller.map(Caller::arn),
            status = told.status,
            micros = u64::try_from(told.arrived.elapsed().as_micros()).unwrap_or(u64::MAX),
            "call to another service answered"
        );
        let mut recorder = Recorder::start(self.request(stranger, told), told.arrived);
        if let Some(caller) = told.caller {
            recorder.caller(caller.arn());
        }
        let outcome = if let Some(refused) = told.refused {
            Outcome::refused(self.refusal(&mut recorder, told, refused))
        } else {
            record_answer(&mut recorder, told);
            Outcome::Answered
        };
        let journal = &self.rooms.journal;
        journal.record(recorder.finish(told.status, outcome));
    }

    fn request(&self, stranger: &Stranger<'_>, told: &Told<'_>) -> Request {
        let story = told.story;
        let path = story
            .asked
            .first()
            .map_or(&story.operation, |asked| &asked.action);
        Request {
            request_id: stranger.request_id.to_owned(),
            api_id: stranger.service.into(),
            stage: "upstream".into(),
            method: stranger.parts.method.to_string().into(),
            path: path.clone(),
            source_ip: stranger.sender.peer().map(|peer| peer.ip),
            started: stranger.now,
            permissions_mode: permissions_mode(&self.rooms.identity),
        }
    }

    fn refusal(&self, recorder: &mut Recorder, told: &Told<'_>, refused: &Refused) -> Refusal {
        note(recorder, told.story);
        let (layer, kind) = match refused {
            Refused::Denied(denied) => {
                return record_denial(recorder, &self.rooms.identity, told.caller, denied);
            }
            Refused::Unauthenticated(_) => (StepKind::Authorizers, "Unauthenticated"),
            Refused::NoEndpoint { .. } => (StepKind::Integrations, "NoEndpoint"),
            Refused::Ambiguous => (StepKind::Authorizers, "Ambiguous"),
            Refused::ForeignTarget { .. } => (StepKind::Authorizers, "ForeignTarget"),
            Refused::Unreachable { .. } => (StepKind::Integrations, "Unreachable"),
            Refused::Late { .. } => (StepKind::Integrations, "Late"),
            Refused::Unsendable(_) => (StepKind::Integrations, "Unsendable"),
        };
        let cause = refused.to_string();
        recorder.step(Step::within(layer, Lane::Gateway, cause.clone()).marked(Mark::Refused));
        Refusal {
            layer,
            kind: kind.into(),
            cause,
            fix: None,
            forms: None,
        }
    }
}

/// What is to be told of a call.
struct Told<'a> {
    caller: Option<&'a Caller>,
    story: &'a Story,
    refused: Option<&'a Refused>,
    status: u16,
    arrived: Instant,
}

fn note(recorder: &mut Recorder, story: &Story) {
    if let Some(note) = story.note {
        recorder.step(Step::within(StepKind::Authorization, Lane::Policy, note));
    }
}

fn record_answer(recorder: &mut Recorder, told: &Told<'_>) {
    note(recorder, told.story);
    for asked in told.story.asked.iter().take(MOST_TOLD) {
        let text = format!("{} on {} is allowed", asked.action, asked.resource);
        let step = Step::between(StepKind::Authorization, Lane::Client, Lane::Policy, text);
        recorder.step(step.marked(Mark::Permitted));
    }
    let endpoint = told.story.endpoint.as_deref().unwrap_or_default();
    let text = format!(
        "{} at {endpoint} answered {}",
        told.story.operation, told.status
    );
    let step = Step::between(StepKind::Integrations, Lane::Gateway, Lane::Backend, text);
    recorder.step(step);
}

/// Permissions of one call that the journal tells.
const MOST_TOLD: usize = 20;
