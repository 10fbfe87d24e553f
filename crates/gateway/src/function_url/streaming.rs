//! URLs whose invoke mode is RESPONSE_STREAM: the function's answer goes on while it is made ("Configuring
//! a Lambda function to stream responses", Lambda developer guide).

use bytes::{Bytes, BytesMut};
use lambda::{Part, Streamed};
use serde_json::Value;

use super::Exchange;
use super::refusal::Refusal;
use super::reply;
use crate::body::{Coming, Source};
use crate::invocation::error_message;
use crate::response::Reply;
use crate::stream_head::{self, Headless};

/// What a runtime calls an answer that describes a response before its body.
const WITH_HEAD: &str = "application/vnd.awslambda.http-integration-response";
/// What an answer is when nobody says.
const BYTES: &str = "application/octet-stream";

pub(super) async fn begin(exchange: &mut Exchange, streamed: Streamed) -> Result<Reply, Refusal> {
    match streamed.content_type.clone() {
        None => whole(streamed).await,
        Some(kind) if kind.starts_with(WITH_HEAD) => with_head(exchange, streamed).await,
        Some(kind) => without_head(exchange, streamed, kind).await,
    }
}

/// Of a function that does not stream: all of it is the body.
async fn whole(mut streamed: Streamed) -> Result<Reply, Refusal> {
    let mut payload = BytesMut::new();
    while let Some(part) = streamed.parts.recv().await {
        match part {
            Part::Chunk(bytes) => payload.extend_from_slice(&bytes),
            Part::Complete(end) => match end.error {
                Some(error) => return Err(failed(&error)),
                None => break,
            },
        }
    }
    let mut reply = Reply::new(200, payload);
    if serde_json::from_slice::<serde::de::IgnoredAny>(&reply.body).is_err() {
        reply.set("Content-Type", BYTES);
    }
    Ok(reply)
}

async fn with_head(exchange: &mut Exchange, mut streamed: Streamed) -> Result<Reply, Refusal> {
    let read = stream_head::read(&mut streamed.parts).await;
    let (head, first) = read.map_err(|headless| match headless {
        Headless::Failed(error) => failed(&error),
        Headless::NoDelimiter => malformed("it has no eight null bytes behind its head"),
    })?;
    let Ok(Value::Object(members)) = serde_json::from_slice(&head) else {
        return Err(malformed("its head is no JSON object"));
    };
    let mut reply = reply::of_head(members)?;
    if reply.get("content-type").is_none() {
        reply.set("Content-Type", BYTES);
    }
    hand_on(exchange, streamed, first);
    Ok(reply)
}

/// Waits for the first bytes: a function that fails before it wrote any is told as ever.
async fn without_head(
    exchange: &mut Exchange,
    mut streamed: Streamed,
    kind: String,
) -> Result<Reply, Refusal> {
    let mut reply = Reply::new(200, "");
    reply.set("Content-Type", kind);
    match streamed.parts.recv().await {
        Some(Part::Chunk(first)) => hand_on(exchange, streamed, first),
        Some(Part::Complete(end)) => {
            if let Some(error) = end.error {
                return Err(failed(&error));
            }
        }
        None => return Err(malformed("the invocation was lost")),
    }
    Ok(reply)
}

fn hand_on(exchange: &mut Exchange, streamed: Streamed, first: Bytes) {
    let source = Source::Function {
        first: (!first.is_empty()).then_some(first),
        parts: streamed.parts,
    };
    exchange.coming = Some(Coming::of_function(source));
}

fn failed(error: &[u8]) -> Refusal {
    Refusal::FunctionError(error_message(error))
}

fn malformed(what: &str) -> Refusal {
    Refusal::Malformed(what.to_owned())
}
