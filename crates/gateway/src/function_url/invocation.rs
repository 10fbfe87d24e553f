//! Runs the function, with the grant.

use bytes::Bytes;
use identity::invocation::Grant;
use journal::{Lane, Step, StepKind};
use lambda::{Event, InvokeError, Outcome, Streamed};

use super::Exchange;
use super::refusal::Refusal;
use crate::gateway::Gateway;
use crate::invocation::error_message;

/// Waits for the whole answer.
pub(super) async fn invoke(
    gateway: &Gateway,
    exchange: &mut Exchange,
    grant: Grant,
    payload: Bytes,
) -> Result<Outcome, Refusal> {
    let event = asks(exchange, &grant, payload);
    let answer = gateway.functions.invoke(grant, event).await;
    let outcome = answers(exchange, answer)?;
    match outcome.error {
        None => Ok(outcome),
        Some(_) => Err(Refusal::FunctionError(error_message(&outcome.payload))),
    }
}

/// Waits until the answer begins.
pub(super) async fn begin(
    gateway: &Gateway,
    exchange: &mut Exchange,
    grant: Grant,
    payload: Bytes,
) -> Result<Streamed, Refusal> {
    let event = asks(exchange, &grant, payload);
    let answer = gateway.functions.invoke_streamed(grant, event).await;
    answers(exchange, answer)
}

fn asks(exchange: &mut Exchange, grant: &Grant, payload: Bytes) -> Event {
    let text = format!("function {}", grant.function().name);
    let kind = StepKind::Integrations;
    let step = Step::between(kind, Lane::Gateway, Lane::Backend, text);
    exchange.steps.step(step);
    Event {
        payload,
        trace: Some(exchange.request.trace.clone()),
        request_id: Some(exchange.request.id.clone()),
        ..Event::default()
    }
}

fn answers<T>(exchange: &mut Exchange, answer: Result<T, InvokeError>) -> Result<T, Refusal> {
    let text = if answer.is_ok() {
        "answers"
    } else {
        "gives no answer"
    };
    let step = Step::between(StepKind::Integrations, Lane::Backend, Lane::Gateway, text);
    exchange.steps.step(step);
    answer.map_err(|error| match error {
        InvokeError::Throttled(throttle) => Refusal::Throttled(throttle),
        InvokeError::RequestTooLarge { .. } => Refusal::TooLarge,
        other => Refusal::NotInvoked(other),
    })
}
