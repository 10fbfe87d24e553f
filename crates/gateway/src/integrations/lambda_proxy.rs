//! AWS_PROXY: the function gets the whole request and answers with the whole response.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use model::Integration;
use serde::Serialize;

use super::lambda_function::Function;
use super::lambda_stream;
use super::proxy_response::ProxyResponse;
use crate::authorization::Permitted;
use crate::context::{self, RequestContext};
use crate::deployment::{CompileError, Site, Transfer};
use crate::event::{Absent, Parameters, parameters};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::invocation;
use crate::refusal::Refusal;
use crate::response::Reply;

/// Room that is made at once for an event, beside the body.
const USUAL_EVENT_BYTES: usize = 3072;

#[derive(Debug)]
pub(crate) struct LambdaProxy {
    function: Function,
}

/// Version 1.0 of the event (developer guide, "Input format of a Lambda function for proxy
/// integration").
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event<'a> {
    resource: &'a str,
    path: String,
    http_method: &'a str,
    #[serde(flatten)]
    parameters: Parameters<'a>,
    request_context: RequestContext<'a>,
    body: Option<String>,
    is_base64_encoded: bool,
}

impl LambdaProxy {
    pub(super) fn compile(
        site: &Site<'_>,
        integration: &Integration,
    ) -> Result<Self, CompileError> {
        Ok(Self {
            function: Function::compile(site, integration)?,
        })
    }

    pub(super) async fn call(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        permitted: &Permitted,
    ) -> Result<Reply, Refusal> {
        let payload = event(exchange, &permitted.endpoint().resource_path);
        if self.function.transfer == Transfer::Streamed {
            let function = &self.function;
            let begun = function.invoke_streamed(gateway, exchange, payload, permitted);
            let (streamed, until) = begun.await?;
            return lambda_stream::begin(exchange, streamed, until).await;
        }
        let outcome = self
            .function
            .invoke(gateway, exchange, payload, permitted)
            .await?;
        if outcome.error.is_some() {
            return Err(Refusal::FunctionError {
                message: invocation::error_message(&outcome.payload),
                request_id: outcome.request_id,
            });
        }
        let response = ProxyResponse::parse(&outcome.payload)
            .map_err(|fault| Refusal::MalformedProxyResponse(fault.to_string()))?;
        if let Some(called) = &mut exchange.integration {
            called.backend_status = Some(response.status);
        }
        Ok(reply(exchange, response))
    }
}

fn event(exchange: &Exchange, resource: &str) -> Bytes {
    let (body, is_base64_encoded) = body(exchange);
    let event = Event {
        resource,
        path: match exchange.request.addressed.path.as_str() {
            "" => "/".to_owned(),
            _ => exchange.request.full_path(),
        },
        http_method: exchange.request.verb.as_str(),
        parameters: parameters(exchange, Absent::Null),
        request_context: context::of(exchange),
        body,
        is_base64_encoded,
    };
    let mut text = Vec::with_capacity(USUAL_EVENT_BYTES + exchange.request.body.len());
    // A writer into memory doesn't fail, and an event has no names that are no text.
    match serde_json::to_writer(&mut text, &event) {
        Ok(()) => text.into(),
        Err(_) => Bytes::new(),
    }
}

fn body(exchange: &Exchange) -> (Option<String>, bool) {
    let body = &exchange.request.body;
    if body.is_empty() {
        return (None, false);
    }
    let stage = exchange.stage.as_deref();
    if stage.is_some_and(|stage| stage.binary.has(&exchange.content_type())) {
        return (Some(STANDARD.encode(body)), true);
    }
    (Some(exchange.body_text().into_owned()), false)
}

/// A base64 body is decoded only when the first type of `Accept` is a binary one.
fn reply(exchange: &Exchange, response: ProxyResponse) -> Reply {
    let accept = exchange.request.headers.last("accept");
    let stage = exchange.stage.as_deref();
    let wants_bytes = stage.is_some_and(|stage| stage.binary.accepted_first(accept.as_deref()));
    let decoded = (response.is_base64_encoded && wants_bytes)
        .then(|| STANDARD.decode(&response.body).ok())
        .flatten();
    let body = decoded.unwrap_or_else(|| response.body.into_bytes());
    let mut reply = Reply::new(response.status, body);
    let trace = exchange.trace().header.clone();
    reply.add("X-Amzn-Trace-Id", trace);
    for (name, value) in response.headers {
        if let Some(renamed) = crate::headers::towards_client(&name) {
            reply.add(renamed.into_owned(), value);
        }
    }
    reply
}
