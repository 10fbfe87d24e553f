//! The end of a request: it is rendered, logged, recorded and told about in one line.

use http::Response;
use identity::{Assumer, SessionAsk};
use journal::{Lane, Mark, Outcome, Step, StepKind, mask};
use lambda::LogBatch;
use ring::digest;

use crate::access_log;
use crate::authorizers::Guard;
use crate::body::Body;
use crate::clock;
use crate::exchange::Exchange;
use crate::execution_log;
use crate::gateway::Gateway;
use crate::gateway_response;
use crate::ids;
use crate::insight;
use crate::invocation::PRINCIPAL;
use crate::meters;
use crate::refusal::Refusal;
use crate::response::{self, Reply};

/// Name and length of the session with which execution logs are written.
pub(crate) const LOG_SESSION: &str = "BackplaneAssumeRoleSession";
pub(crate) const LOG_SESSION_SECONDS: u32 = 3600;

/// Parameters of a query string that carry a secret.
const SECRET_PARAMETERS: [&str; 3] = ["access_token", "id_token", "x-amz-signature"];

/// Answers, whatever the outcome, and leaves the record behind.
pub(crate) fn finish(
    gateway: &Gateway,
    mut exchange: Exchange,
    outcome: Result<Reply, Refusal>,
) -> Response<Body> {
    // A request that was refused early is told of, too, in the trace.
    trace_request(&mut exchange);
    let (reply, recorded) = settle(&mut exchange, outcome);
    deliver_log(gateway, &mut exchange);
    if exchange.log.is_traced() {
        let lines = exchange.log.to_trace();
        gateway.traces.keep(&exchange.request.id, lines);
    }
    access_log::write(gateway, &mut exchange, &reply);
    meters::count(&exchange, &gateway.elsewhere, reply.status);
    let response = response::render(&mut exchange, reply);
    insight::tell_of_browser(&mut exchange, &response);
    insight::tell_of_trace(&mut exchange);
    record(gateway, exchange, response.status().as_u16(), recorded);
    response
}

/// The reply, and what the journal is told of it.
pub(crate) fn settle(exchange: &mut Exchange, outcome: Result<Reply, Refusal>) -> (Reply, Outcome) {
    match outcome {
        Ok(reply) => {
            let reply = reply.with_content_type();
            log_success(exchange, &reply);
            reply_to_client(exchange, StepKind::Response, "answers");
            (reply, Outcome::Answered)
        }
        Err(refusal) => {
            let reply = gateway_response::render(exchange, &refusal);
            exchange.told = Some(refusal.told());
            log_failure(exchange, &refusal, reply.status);
            trace_reply(exchange, &reply);
            insight::tell(exchange, &refusal);
            let recorded = describe(&refusal);
            let step = Step::within(StepKind::Refusal, Lane::Gateway, recorded.cause.clone());
            exchange.steps.step(step.marked(Mark::Refused));
            reply_to_client(exchange, StepKind::Refusal, "refuses");
            (reply, Outcome::refused(recorded))
        }
    }
}

fn reply_to_client(exchange: &mut Exchange, kind: StepKind, text: &'static str) {
    exchange
        .steps
        .step(Step::between(kind, Lane::Gateway, Lane::Client, text));
}

/// What the journal is told of an outcome that is not rendered.
pub(crate) fn outcome(settled: &Result<Reply, Refusal>) -> Outcome {
    match settled {
        Ok(_) => Outcome::Answered,
        Err(refusal) => Outcome::refused(describe(refusal)),
    }
}

/// Cause and remedy, for whoever runs the server.
fn describe(refusal: &Refusal) -> journal::Refusal {
    journal::Refusal {
        layer: refusal.layer(),
        kind: refusal.words().kind.as_str().into(),
        cause: refusal.to_string(),
        fix: refusal.fix(),
        forms: insight::forms(refusal),
    }
}

pub(crate) fn record(gateway: &Gateway, exchange: Exchange, status: u16, outcome: Outcome) {
    let entry = exchange.steps.finish(status, outcome);
    tracing::info!(
        request_id = %entry.request_id,
        api = &*entry.api_id,
        stage = &*entry.stage,
        method = %entry.method,
        path = &*entry.path,
        status,
        duration_micros = entry.duration_micros,
        "answered a request"
    );
    gateway.journal.record(entry);
}

/// The lines that come before anything is done.
pub(crate) fn log_start(exchange: &mut Exchange) {
    if !exchange.log.is_wanted() || !exchange.log.begin() {
        return;
    }
    let headers = shown_headers(exchange);
    let request = &exchange.request;
    let path = execution_log::map(
        exchange
            .path_parameters
            .iter()
            .map(|(name, value)| (&**name, value.as_str())),
        &[],
    );
    let query = request.query.grouped();
    let query = execution_log::map(
        query
            .iter()
            .map(|(name, values)| (*name, values.join(", "))),
        &SECRET_PARAMETERS,
    );
    let body = execution_log::body(&request.body);
    let log = &mut exchange.log;
    log.info(|| format!("Starting execution for request: {}", request.id));
    log.info(|| {
        format!(
            "HTTP Method: {}, Resource Path: {}",
            request.verb,
            request.path()
        )
    });
    if let Some(client) = &exchange.client {
        log.info(|| format!("API Key: {}", client.masked_key()));
    }
    log.data(|| format!("Method request path: {path}"));
    log.data(|| format!("Method request query string: {query}"));
    log.data(|| format!("Method request headers: {headers}"));
    log.data(|| format!("Method request body before transformations: {body}"));
}

/// Secrets shorter than this would be found in every text.
const LEAST_SECRET: usize = 4;

/// What a caller sends in secret headers and parameters is repeated in the events of functions: a
/// trace shows it nowhere. From here on, when the method and its authorizer are known.
pub(crate) fn hide_secrets(exchange: &mut Exchange) {
    if !exchange.log.is_traced() {
        return;
    }
    let secret = secret_headers(exchange);
    let secret: Vec<&str> = secret.iter().map(String::as_str).collect();
    let request = &exchange.request;
    let mut found: Vec<String> = Vec::new();
    for (name, values) in request.headers.seen_by_method() {
        found.extend(values.into_iter().filter_map(|value| {
            let is_secret = mask::header(name, &value, &secret) != value;
            is_secret.then(|| value.into_owned())
        }));
    }
    for (name, value) in request.query.iter() {
        if mask::header(name, value, &SECRET_PARAMETERS) != value {
            found.push(value.to_owned());
        }
    }
    for value in found {
        // The scheme before a token is no secret, and the token may stand alone elsewhere.
        let token = value.split_once(' ').map(|(_, token)| token.trim());
        for secret in [Some(value.as_str()), token].into_iter().flatten() {
            if secret.len() >= LEAST_SECRET {
                exchange.log.hide(secret);
            }
        }
    }
}

/// The request, for the trace alone, where it did not come so far as to be logged.
fn trace_request(exchange: &mut Exchange) {
    if !exchange.log.is_traced() || !exchange.log.begin() {
        return;
    }
    let headers = shown_headers(exchange);
    let body = execution_log::body(&exchange.request.body);
    let log = &mut exchange.log;
    log.trace(|| format!("Method request headers: {headers}"));
    log.trace(|| format!("Method request body before transformations: {body}"));
}

/// The request's headers without what they keep secret.
fn shown_headers(exchange: &Exchange) -> String {
    let secret = secret_headers(exchange);
    let secret: Vec<&str> = secret.iter().map(String::as_str).collect();
    let headers = exchange.request.headers.seen_by_method();
    execution_log::map(
        headers.map(|(name, values)| (name, values.join(", "))),
        &secret,
    )
}

/// What a refusal looked like to the caller.
fn trace_reply(exchange: &mut Exchange, reply: &Reply) {
    let log = &mut exchange.log;
    log.trace(|| {
        let body = execution_log::body(&reply.body);
        format!("Method response body after transformations: {body}")
    });
    log.trace(|| {
        let headers = reply.headers.iter();
        let headers = headers.map(|(name, value)| (&**name, value.as_str()));
        format!(
            "Method response headers: {}",
            execution_log::map(headers, &[])
        )
    });
}

fn secret_headers(exchange: &Exchange) -> Vec<String> {
    match exchange.endpoint.as_deref().map(|endpoint| &endpoint.guard) {
        Some(Guard::Lambda(authorizer)) => authorizer
            .secret_headers()
            .into_iter()
            .map(str::to_owned)
            .collect(),
        Some(Guard::UserPools(pools, _)) => vec![pools.header().to_owned()],
        Some(Guard::None | Guard::Iam | Guard::Broken(_)) | None => Vec::new(),
    }
}

fn log_success(exchange: &mut Exchange, reply: &Reply) {
    let log = &mut exchange.log;
    log.data(|| {
        let body = execution_log::body(&reply.body);
        format!("Method response body after transformations: {body}")
    });
    log.data(|| {
        let headers = reply.headers.iter();
        let headers = headers.map(|(name, value)| (&**name, value.as_str()));
        format!(
            "Method response headers: {}",
            execution_log::map(headers, &[])
        )
    });
    log.info(|| "Successfully completed execution".to_owned());
    log.info(|| format!("Method completed with status: {}", reply.status));
}

fn log_failure(exchange: &mut Exchange, refusal: &Refusal, status: u16) {
    let request_id = exchange.request.id.clone();
    let log = &mut exchange.log;
    for line in refusal.log_lines(&request_id) {
        log.error(|| line);
    }
    log.info(|| format!("Method completed with status: {status}"));
}

/// Writes the stage's execution log with the role that the account named for it; without one AWS
/// writes none.
fn deliver_log(gateway: &Gateway, exchange: &mut Exchange) {
    if !exchange.log.is_logged() {
        return;
    }
    let Some(place) = exchange.stage.as_deref().map(|stage| stage.place.clone()) else {
        return;
    };
    let Some(role) = gateway.deployments.logging_role(&place) else {
        exchange.note(
            StepKind::Logs,
            "the account names no role to write execution logs with",
        );
        return;
    };
    let session = SessionAsk::new(LOG_SESSION, LOG_SESSION_SECONDS);
    let assumer = Assumer::Service(PRINCIPAL);
    match gateway
        .identity
        .assume_role(&assumer, &role, &session, clock::now())
    {
        Ok(session) => gateway.logs.put(LogBatch {
            caller: session.caller,
            group: format!("API-Gateway-Execution-Logs_{}/{}", place.api, place.stage),
            stream: stream_name(&place.stage),
            account: place.account,
            region: place.region,
            events: exchange.log.to_events(&exchange.request.id),
        }),
        Err(refused) => {
            let text = format!("execution logs can't be written: {refused}");
            exchange.note(StepKind::Logs, text);
        }
    }
}

/// AWS's streams have names of 32 hexadecimal digits.
pub(crate) fn stream_name(stage: &str) -> String {
    let hash = digest::digest(&digest::SHA256, stage.as_bytes());
    ids::hex(hash.as_ref().get(..16).unwrap_or_default())
}

/// A principal as logs may show it.
pub(crate) fn masked(principal: &str) -> String {
    mask::secret(principal)
}
