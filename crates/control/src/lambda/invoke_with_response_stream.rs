//! Invokes a function, and hands its answer on while it is made.
//!
//! AWS: "InvokeWithResponseStream", Lambda API reference.

use ::lambda::{Completion, FunctionError, Part};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures_util::stream;
use http_body_util::{BodyExt as _, StreamBody};
use hyper::body::Frame;
use tokio::sync::mpsc::Receiver;
use wire::event_stream;
use wire::lambda::{
    InvokeResponseStreamUpdate, InvokeWithResponseStream, InvokeWithResponseStreamCompleteEvent,
    InvokeWithResponseStreamRequest, InvokeWithResponseStreamResponse,
    InvokeWithResponseStreamResponseEvent,
};

use super::checks::{self, is_set};
use super::invoke::{Asked, not_invoked};
use super::target::Target;
use crate::authorized::{Authorized, Stream, Streaming};
use crate::body::{Body, body_of};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Stream<InvokeWithResponseStream> for Rooms {
    /// The grant below is the decision: without it `lambda` runs nothing.
    fn needs(&self, _: &Call, _: &InvokeWithResponseStreamRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn stream(
        &self,
        authorized: Authorized<InvokeWithResponseStream>,
    ) -> Result<Streaming<InvokeWithResponseStream>, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        checks::refuse_unserved(&[("TenantId", is_set(input.tenant_id.as_ref()))])?;
        let grant = self.grant(&call, &target)?;
        if input.invocation_type.as_deref() == Some("DryRun") {
            self.lambda.resolve(grant.function()).map_err(not_invoked)?;
            return Ok(empty());
        }
        let event = asked(&input).event(&call)?;
        let streamed = self.lambda.invoke_streamed(grant, event).await;
        let streamed = streamed.map_err(not_invoked)?;
        let head = InvokeWithResponseStreamResponse {
            status_code: Some(200),
            executed_version: Some(streamed.executed_version),
            response_stream_content_type: Some(event_stream::CONTENT_TYPE.to_owned()),
            event_stream: None,
        };
        let events = events(streamed.parts);
        Ok(Streaming { head, events })
    }
}

fn asked(input: &InvokeWithResponseStreamRequest) -> Asked<'_> {
    Asked {
        payload: input.payload.as_ref(),
        client_context: input.client_context.as_deref(),
        log_type: input.log_type.as_deref(),
    }
}

/// What a dry run is told.
fn empty() -> Streaming<InvokeWithResponseStream> {
    let head = InvokeWithResponseStreamResponse {
        status_code: Some(204),
        ..InvokeWithResponseStreamResponse::default()
    };
    Streaming {
        head,
        events: body_of(Bytes::new()),
    }
}

type Fault = Box<dyn std::error::Error + Send + Sync>;

/// The parts as messages, each when it comes. The last one says how the invocation ended; a stream
/// without it is broken off.
fn events(parts: Receiver<Part>) -> Body {
    let events = stream::unfold(Some(parts), |parts| async move {
        let mut parts = parts?;
        let (event, rest) = match parts.recv().await {
            Some(Part::Chunk(bytes)) => (chunk(bytes), Some(parts)),
            Some(Part::Complete(end)) => (complete(*end), None),
            None => return Some((Err("the invocation was lost".into()), None)),
        };
        let message = event_stream::event::<InvokeWithResponseStream>(event);
        let message = message.ok_or_else(|| Fault::from("an event could not be written"));
        Some((message.map(Frame::data), rest))
    });
    StreamBody::new(events).boxed_unsync()
}

fn chunk(bytes: Bytes) -> InvokeWithResponseStreamResponseEvent {
    let payload = Some(bytes);
    InvokeWithResponseStreamResponseEvent {
        payload_chunk: Some(InvokeResponseStreamUpdate { payload }),
        invoke_complete: None,
    }
}

fn complete(end: Completion) -> InvokeWithResponseStreamResponseEvent {
    let code = FunctionError::Unhandled.as_str();
    let details = end.error.as_deref().map(String::from_utf8_lossy);
    InvokeWithResponseStreamResponseEvent {
        payload_chunk: None,
        invoke_complete: Some(InvokeWithResponseStreamCompleteEvent {
            error_code: details.is_some().then(|| code.to_owned()),
            error_details: details.map(std::borrow::Cow::into_owned),
            log_result: end.log_tail.map(|tail| STANDARD.encode(tail)),
        }),
    }
}
