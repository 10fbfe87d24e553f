//! AWS_PROXY with `responseTransferMode` STREAM: the function's answer goes on while it is made.
//!
//! The answer begins with metadata as JSON, then come eight null bytes, then the payload ("Set up a
//! Lambda proxy integration with payload response streaming", developer guide).

use bytes::{Bytes, BytesMut};
use lambda::{Part, Streamed};
use serde_json::Value;
use tokio::time::Instant;

use super::proxy_response::ProxyResponse;
use crate::body::{Coming, Source};
use crate::exchange::Exchange;
use crate::invocation;
use crate::refusal::Refusal;
use crate::response::Reply;

const DELIMITER: [u8; 8] = [0; 8];
/// The delimiter stands within so many bytes.
const MOST_METADATA_BYTES: usize = 16 * 1024;

/// Reads the metadata; the payload stays on its way.
pub(super) async fn begin(
    exchange: &mut Exchange,
    mut streamed: Streamed,
    until: Instant,
) -> Result<Reply, Refusal> {
    let reading = metadata(&mut streamed);
    let read = tokio::time::timeout_at(until, reading).await;
    let (metadata, first) = read.map_err(|_elapsed| Refusal::IntegrationTimeout)??;
    let response = parse(&metadata).map_err(Refusal::MalformedProxyResponse)?;
    if let Some(called) = &mut exchange.integration {
        called.backend_status = Some(response.status);
    }
    let is_edge = exchange.stage.as_deref().is_some_and(|stage| stage.is_edge);
    let source = Source::Function {
        first: (!first.is_empty()).then_some(first),
        parts: streamed.parts,
    };
    exchange.coming = Some(Coming::new(source, until, is_edge));
    let mut reply = Reply::new(response.status, Bytes::new());
    reply.add("X-Amzn-Trace-Id", exchange.trace().header.clone());
    for (name, value) in response.headers {
        if let Some(renamed) = crate::headers::towards_client(&name) {
            reply.add(renamed.into_owned(), value);
        }
    }
    Ok(reply)
}

/// What stands before the delimiter, and what was read behind it.
async fn metadata(streamed: &mut Streamed) -> Result<(Bytes, Bytes), Refusal> {
    let mut seen = BytesMut::new();
    while let Some(part) = streamed.parts.recv().await {
        match part {
            Part::Chunk(bytes) => seen.extend_from_slice(&bytes),
            Part::Complete(end) => {
                if let Some(error) = end.error {
                    return Err(Refusal::FunctionError {
                        message: invocation::error_message(&error),
                        request_id: streamed.request_id.clone(),
                    });
                }
                break;
            }
        }
        let window = DELIMITER.len();
        if let Some(at) = seen.windows(window).position(|bytes| bytes == DELIMITER) {
            let metadata = seen.split_to(at).freeze();
            return Ok((metadata, seen.freeze().slice(window..)));
        }
        if seen.len() > MOST_METADATA_BYTES {
            break;
        }
    }
    let text = "it has no metadata with eight null bytes behind it";
    Err(Refusal::MalformedProxyResponse(text.to_owned()))
}

/// Metadata are a proxy response without a body, and with cookies.
fn parse(metadata: &[u8]) -> Result<ProxyResponse, String> {
    let Ok(Value::Object(mut members)) = serde_json::from_slice(metadata) else {
        return Err("its metadata are no JSON object".to_owned());
    };
    let cookies = members.remove("cookies");
    let rest = Value::Object(members).to_string();
    let mut response = ProxyResponse::parse(rest.as_bytes()).map_err(|fault| fault.to_string())?;
    for cookie in cookies.iter().filter_map(Value::as_array).flatten() {
        let cookie = cookie.as_str().ok_or("a cookie is no text")?;
        response
            .headers
            .push(("Set-Cookie".to_owned(), cookie.to_owned()));
    }
    Ok(response)
}
