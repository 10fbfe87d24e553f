//! Runs the function, with the grant.

use bytes::Bytes;
use identity::invocation::Grant;
use journal::{Lane, Step, StepKind};
use lambda::{Event, InvokeError, Outcome};

use super::Exchange;
use super::refusal::Refusal;
use crate::gateway::Gateway;
use crate::invocation::error_message;

pub(super) async fn invoke(
    gateway: &Gateway,
    exchange: &mut Exchange,
    grant: Grant,
    payload: Bytes,
) -> Result<Outcome, Refusal> {
    let event = Event {
        payload,
        trace: Some(exchange.request.trace.clone()),
        request_id: Some(exchange.request.id.clone()),
        ..Event::default()
    };
    let text = format!("function {}", grant.function().name);
    let kind = StepKind::Integrations;
    let step = Step::between(kind, Lane::Gateway, Lane::Backend, text);
    exchange.steps.step(step);
    let answer = gateway.functions.invoke(grant, event).await;
    let text = if answer.is_ok() {
        "answers"
    } else {
        "gives no answer"
    };
    let step = Step::between(kind, Lane::Backend, Lane::Gateway, text);
    exchange.steps.step(step);
    let outcome = answer.map_err(|error| match error {
        InvokeError::Throttled(throttle) => Refusal::Throttled(throttle),
        InvokeError::RequestTooLarge { .. } => Refusal::TooLarge,
        other => Refusal::NotInvoked(other),
    })?;
    match outcome.error {
        None => Ok(outcome),
        Some(_) => Err(Refusal::FunctionError(error_message(&outcome.payload))),
    }
}
