//! The request arrives: its body, its names.

use std::net::IpAddr;
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Uri};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper::body::Body;
use model::Timestamp;

use super::address::UrlAddressed;
use super::refusal::Refusal;
use crate::exchange::Peer;
use crate::headers::Headers;
use crate::{clock, ids};

/// Largest body ("Lambda quotas", invocation payload of a request).
const MOST_BODY_BYTES: usize = 6 * 1024 * 1024;

/// The request as it arrived.
#[derive(Debug)]
pub(super) struct Incoming {
    pub(super) id: String,
    pub(super) received: Timestamp,
    pub(super) method: Method,
    pub(super) addressed: UrlAddressed,
    pub(super) uri: Uri,
    pub(super) headers: Headers,
    pub(super) body: Bytes,
    pub(super) peer: Peer,
    /// The X-Ray trace that it belongs to, from the request or new: `Root=1-…`.
    pub(super) trace: String,
}

impl Incoming {
    pub(super) fn host(&self) -> String {
        let named = self.headers.last("host").map(std::borrow::Cow::into_owned);
        let authority = || self.uri.authority().map(ToString::to_string);
        named.or_else(authority).unwrap_or_default()
    }

    pub(super) fn query(&self) -> &str {
        self.uri.query().unwrap_or_default()
    }

    pub(super) fn ip(&self) -> IpAddr {
        self.peer.ip
    }
}

/// Reads all of the request. What is wrong with it comes beside it, so that it can be recorded.
pub(super) async fn receive<B>(
    within: Duration,
    addressed: UrlAddressed,
    request: Request<B>,
    peer: Peer,
) -> (Incoming, Result<(), Refusal>)
where
    B: Body + Send + Unpin,
    B::Data: Send,
    B::Error: std::fmt::Display,
{
    let (parts, body) = request.into_parts();
    let received = clock::now();
    let headers = Headers::new(parts.headers, None);
    let mut incoming = Incoming {
        id: ids::request_id(),
        received,
        method: parts.method,
        addressed,
        trace: trace(&headers, received),
        headers,
        uri: parts.uri,
        body: Bytes::new(),
        peer,
    };
    let complete = read(within, body).await.map(|body| incoming.body = body);
    (incoming, complete)
}

fn trace(headers: &Headers, received: Timestamp) -> String {
    let brought = headers.last("x-amzn-trace-id").unwrap_or_default();
    let mut fields = brought.split(';');
    if fields.any(|field| field.trim().starts_with("Root=")) {
        return brought.into_owned();
    }
    ids::trace_root(received.seconds())
}

async fn read<B>(within: Duration, body: B) -> Result<Bytes, Refusal>
where
    B: Body + Send + Unpin,
    B::Data: Send,
    B::Error: std::fmt::Display,
{
    if body.size_hint().lower() > MOST_BODY_BYTES as u64 {
        return Err(Refusal::TooLarge);
    }
    let body = body.map_err(|error| error.to_string());
    let collected = Limited::new(body, MOST_BODY_BYTES).collect();
    match tokio::time::timeout(within, collected).await {
        Err(_elapsed) => Err(Refusal::BodyLost("it took too long".to_owned())),
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Refusal::TooLarge),
        Ok(Err(error)) => Err(Refusal::BodyLost(error.to_string())),
    }
}
