//! The end of a request: it is rendered, recorded and told about in one line.

use std::borrow::Cow;
use std::time::Instant;

use http::{HeaderName, HeaderValue, Response, StatusCode};
use identity::Permissions;
use journal::{Lane, Mark, Outcome, PermissionsMode, Recorder, Step, StepKind, mask};
use remedy::Remedy;

use super::refusal::Refusal;
use super::{Exchange, Incoming, cors};
use crate::body::Body;
use crate::gateway::Gateway;
use crate::insight;
use crate::response::{Reply, status, stays_open};

/// What stands in the journal where a request to an API has its stage.
const STAGE: &str = "function-url";

pub(super) fn start(gateway: &Gateway, request: &Incoming, arrived: Instant) -> Recorder {
    let mut path = match request.addressed.path.as_str() {
        "" => "/".to_owned(),
        path => path.to_owned(),
    };
    if let Some(query) = request.uri.query() {
        path.push('?');
        path.push_str(&mask::query(query, &[]));
    }
    let recorded = journal::Request {
        request_id: request.id.clone(),
        api_id: request.addressed.id.as_str().into(),
        stage: STAGE.into(),
        method: Cow::Owned(request.method.to_string()),
        path,
        source_ip: Some(request.ip()),
        started: request.received,
        permissions_mode: match gateway.identity.config().permissions {
            Permissions::Enforce => PermissionsMode::Enforce,
            Permissions::Report => PermissionsMode::Report,
        },
    };
    let mut recorder = Recorder::start(recorded, arrived);
    recorder.step(Step::between(
        StepKind::Arrival,
        Lane::Client,
        Lane::Gateway,
        "asks",
    ));
    recorder
}

/// Answers, whatever the outcome, and leaves the record behind.
pub(super) fn finish(
    gateway: &Gateway,
    mut exchange: Exchange,
    outcome: Result<Reply, Refusal>,
) -> Response<Body> {
    let (mut reply, recorded) = settle(&mut exchange, outcome);
    let cors = exchange.url.as_deref();
    if let Some(cors) = cors.and_then(|url| url.settings.cors.as_ref())
        && exchange.request.method != http::Method::OPTIONS
    {
        cors::complete(&mut reply, cors, &exchange.request);
    }
    let response = render(&mut exchange, reply);
    record(gateway, exchange, response.status().as_u16(), recorded);
    response
}

fn settle(exchange: &mut Exchange, outcome: Result<Reply, Refusal>) -> (Reply, Outcome) {
    let (reply, kind, text, recorded) = match outcome {
        Ok(reply) => (reply, StepKind::Response, "answers", Outcome::Answered),
        Err(refusal) => {
            if let Some(unassumable) = refusal.unassumable() {
                insight::tell_of_role(&mut exchange.steps, unassumable);
            }
            let remedies = refusal.remedies();
            let recorded = journal::Refusal {
                layer: refusal.layer(),
                kind: refusal.kind().into(),
                cause: refusal.to_string(),
                fix: Remedy::all(&remedies).map(|whole| whole.cli),
                forms: insight::forms_of(&remedies),
            };
            let step = Step::within(StepKind::Refusal, Lane::Gateway, recorded.cause.clone());
            exchange.steps.step(step.marked(Mark::Refused));
            let recorded = Outcome::refused(recorded);
            (refusal.reply(), StepKind::Refusal, "refuses", recorded)
        }
    };
    let step = Step::between(kind, Lane::Gateway, Lane::Client, text);
    exchange.steps.step(step);
    (reply, recorded)
}

/// The reply as bytes. A header that can't be one is left out, and an impossible status is a 502.
fn render(exchange: &mut Exchange, reply: Reply) -> Response<Body> {
    let mut reply = reply.with_content_type();
    if stays_open(exchange.request.peer.protocol, &exchange.request.headers) {
        reply.keep_open();
    }
    let coming = exchange.coming.take().map(Body::coming);
    let mut response = Response::new(coming.unwrap_or_else(|| reply.body.into()));
    let request = &exchange.request;
    *response.status_mut() = status(reply.status).unwrap_or(StatusCode::BAD_GATEWAY);
    let headers = response.headers_mut();
    for (name, value) in &reply.headers {
        if let (Ok(name), Ok(value)) = (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_bytes(value.as_bytes()),
        ) {
            headers.append(name, value);
        }
    }
    let own = [
        ("x-amzn-requestid", &request.id),
        ("x-amzn-trace-id", &request.trace),
    ];
    for (name, value) in own {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    response
}

fn record(gateway: &Gateway, exchange: Exchange, status: u16, outcome: Outcome) {
    let function = exchange.url.map(|url| url.function.to_string());
    let entry = exchange.steps.finish(status, outcome);
    tracing::info!(
        request_id = %entry.request_id,
        url = &*entry.api_id,
        function,
        method = %entry.method,
        path = entry.path,
        status,
        duration_micros = entry.duration_micros,
        "answered a request to a function URL"
    );
    gateway.journal.record(entry);
}
