//! AWS_PROXY with `responseTransferMode` STREAM: the function's answer goes on while it is made.

use bytes::Bytes;
use lambda::Streamed;
use serde_json::Value;
use tokio::time::Instant;

use super::proxy_response::ProxyResponse;
use crate::body::{Coming, Source};
use crate::exchange::Exchange;
use crate::invocation;
use crate::refusal::Refusal;
use crate::response::Reply;
use crate::stream_head::{self, Headless};

/// Reads the metadata; the payload stays on its way.
pub(super) async fn begin(
    exchange: &mut Exchange,
    mut streamed: Streamed,
    until: Instant,
) -> Result<Reply, Refusal> {
    let reading = stream_head::read(&mut streamed.parts);
    let read = tokio::time::timeout_at(until, reading).await;
    let read = read.map_err(|_elapsed| Refusal::IntegrationTimeout)?;
    let (metadata, first) = read.map_err(|headless| refused(headless, &streamed.request_id))?;
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

fn refused(headless: Headless, request_id: &str) -> Refusal {
    match headless {
        Headless::Failed(error) => Refusal::FunctionError {
            message: invocation::error_message(&error),
            request_id: request_id.to_owned(),
        },
        Headless::NoDelimiter => {
            let text = "it has no metadata with eight null bytes behind it";
            Refusal::MalformedProxyResponse(text.to_owned())
        }
    }
}

/// Metadata are a proxy response without a body, and with cookies.
pub(super) fn parse(metadata: &[u8]) -> Result<ProxyResponse, String> {
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
