//! What AWS and AWS_PROXY integrations have in common: which function, as whom, for how long, and
//! the words that the execution log has for the call.

use std::time::Duration;

use bytes::Bytes;
use identity::invocation::Grant;
use journal::{Lane, StepKind};
use lambda::{Event, Outcome, Streamed};
use model::{FunctionArn, Integration};
use tokio::time::Instant;

use crate::authorization::Permitted;
use crate::clock;
use crate::deployment::{CompileError, Site, Transfer, function_uri};
use crate::exchange::{Called, Exchange};
use crate::execution_log;
use crate::gateway::Gateway;
use crate::invocation::{self, Credentials, Denial};
use crate::refusal::{Misconfigured, Refusal};

#[derive(Debug)]
pub(super) struct Function {
    arn: FunctionArn,
    credentials: Credentials,
    timeout: Duration,
    pub(super) transfer: Transfer,
}

impl Function {
    pub(super) fn compile(
        site: &Site<'_>,
        integration: &Integration,
    ) -> Result<Self, CompileError> {
        let uri = integration.uri.as_deref().unwrap_or_default();
        let transfer = Transfer::of(integration);
        Ok(Self {
            arn: function_uri(uri, &site.place.variables, transfer)?,
            transfer,
            credentials: Credentials::of_integration(
                integration.credentials.as_deref(),
                site.source_arn(),
            ),
            timeout: Duration::from_millis(u64::from(integration.timeout_millis)),
        })
    }

    /// Runs the function and waits for its answer.
    pub(super) async fn invoke(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        payload: Bytes,
        _: &Permitted,
    ) -> Result<Outcome, Refusal> {
        let grant = self.grant(gateway, exchange, &payload)?;
        let event = event(exchange, payload);
        let text = format!("function {}", self.arn.name);
        exchange.calls(StepKind::Integrations, Lane::Backend, text);
        let before = exchange.steps.elapsed_micros();
        let answer = gateway.functions.invoke(grant, event);
        let outcome = tokio::time::timeout(self.timeout, answer).await;
        let took = exchange.steps.elapsed_micros().saturating_sub(before);
        let outcome = outcome
            .map_err(|_elapsed| Refusal::IntegrationTimeout)
            .and_then(|answer| answer.map_err(Refusal::NotInvoked));
        match &outcome {
            Ok(outcome) if !outcome.runtime.is_empty() => {
                let text = ["answers, run by ", &outcome.runtime].concat();
                exchange.answers(StepKind::Integrations, Lane::Backend, text);
            }
            _ => exchange.answered(StepKind::Integrations, Lane::Backend, &outcome),
        }
        exchange.integration = Some(Called {
            micros: took,
            status: outcome.as_ref().ok().map(|_| 200),
            request_id: outcome.as_ref().ok().map(|o| o.request_id.clone()),
            error: outcome.as_ref().err().map(ToString::to_string),
            backend_status: None,
        });
        let outcome = outcome?;
        log_answer(exchange, &outcome, took);
        Ok(outcome)
    }

    /// Runs the function, and gives its answer back as soon as it begins, with the end of its time.
    pub(super) async fn invoke_streamed(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        payload: Bytes,
        _: &Permitted,
    ) -> Result<(Streamed, Instant), Refusal> {
        let grant = self.grant(gateway, exchange, &payload)?;
        let event = event(exchange, payload);
        let text = format!("function {}", self.arn.name);
        exchange.calls(StepKind::Integrations, Lane::Backend, text);
        let until = Instant::now() + self.timeout;
        let before = exchange.steps.elapsed_micros();
        let answer = gateway.functions.invoke_streamed(grant, event);
        let streamed = tokio::time::timeout_at(until, answer).await;
        let micros = exchange.steps.elapsed_micros().saturating_sub(before);
        let streamed = streamed
            .map_err(|_elapsed| Refusal::IntegrationTimeout)
            .and_then(|answer| answer.map_err(Refusal::NotInvoked));
        exchange.answered(StepKind::Integrations, Lane::Backend, &streamed);
        exchange.integration = Some(Called {
            micros,
            status: streamed.as_ref().ok().map(|_| 200),
            request_id: streamed.as_ref().ok().map(|s| s.request_id.clone()),
            error: streamed.as_ref().err().map(ToString::to_string),
            backend_status: None,
        });
        Ok((streamed?, until))
    }

    /// Hands the event over for later.
    pub(super) async fn enqueue(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        payload: Bytes,
        _: &Permitted,
    ) -> Result<String, Refusal> {
        let grant = self.grant(gateway, exchange, &payload)?;
        let event = event(exchange, payload);
        let request_id = gateway
            .functions
            .enqueue(grant, event)
            .await
            .map_err(Refusal::NotInvoked)?;
        let text = format!("function {}, later", self.arn.name);
        exchange.calls(StepKind::Integrations, Lane::Backend, text);
        Ok(request_id)
    }

    /// The gate. A role that can't be assumed is logged before anything is sent, a missing
    /// permission after, as observed on AWS.
    fn grant(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        payload: &Bytes,
    ) -> Result<Grant, Refusal> {
        log_request(exchange, &self.arn, payload);
        let asked = invocation::grant(gateway, exchange, &self.credentials, &self.arn);
        let is_sent = match &asked {
            Ok(_) => true,
            Err(Denial::Refused(refused)) => {
                refused.kind != identity::invocation::RefusedKind::RoleNotAssumable
            }
            Err(Denial::NoCaller) => false,
        };
        if is_sent {
            exchange
                .log
                .info(|| format!("Sending request to {}", invocation::uri(&self.arn)));
        }
        asked.map_err(|denial| match denial {
            Denial::Refused(refused) => Refusal::NotPermitted(refused),
            Denial::NoCaller => Refusal::Misconfigured(Misconfigured::NoCallerIdentity),
        })
    }
}

/// Lambda takes only JSON; where API Gateway passes an absent body through, the function gets `{}`
/// (recording `test_apigw_test_invoke_method_api`).
fn event(exchange: &Exchange, payload: Bytes) -> Event {
    let payload = if payload.is_empty() {
        Bytes::from_static(b"{}")
    } else {
        payload
    };
    Event {
        payload,
        trace: Some(exchange.trace().root.clone()),
        ..Event::default()
    }
}

fn log_request(exchange: &mut Exchange, function: &FunctionArn, payload: &[u8]) {
    if !exchange.log.is_wanted() {
        return;
    }
    let headers = invocation::log_headers(exchange);
    let log = &mut exchange.log;
    log.info(|| format!("Endpoint request URI: {}", invocation::uri(function)));
    log.data(|| format!("Endpoint request headers: {headers}"));
    log.data(|| {
        let body = execution_log::body(payload);
        format!("Endpoint request body after transformations: {body}")
    });
}

fn log_answer(exchange: &mut Exchange, outcome: &Outcome, took_micros: u32) {
    if !exchange.log.is_wanted() {
        return;
    }
    let trace = exchange.trace().header.clone();
    let length = outcome.payload.len().to_string();
    let date = clock::http_date(clock::now());
    let log = &mut exchange.log;
    let millis = took_micros / 1000;
    log.info(|| format!("Received response. Status: 200, Integration latency: {millis} ms"));
    log.data(|| {
        let headers = execution_log::map(
            [
                ("Date", date.as_str()),
                ("Content-Type", "application/json"),
                ("Content-Length", length.as_str()),
                ("Connection", "keep-alive"),
                ("x-amzn-RequestId", outcome.request_id.as_str()),
                ("x-amzn-Remapped-Content-Length", "0"),
                ("X-Amz-Executed-Version", outcome.executed_version.as_str()),
                ("X-Amzn-Trace-Id", trace.as_str()),
            ],
            &[],
        );
        format!("Endpoint response headers: {headers}")
    });
    log.data(|| {
        let body = execution_log::body(&outcome.payload);
        format!("Endpoint response body before transformations: {body}")
    });
}
