//! The request arrives: its limits, its body, its names.
//!
//! Limits are those of the API Gateway quotas ("Quotas for configuring and running a REST API in API
//! Gateway", developer guide). A request beyond one is still recorded.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use http::{Method, Request};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper::body::Body;
use journal::{PermissionsMode, mask};

use crate::address::Addressed;
use crate::compression::{self, Unreadable};
use crate::deployment::Stage;
use crate::exchange::{Incoming, Origin, Peer, Trace};
use crate::gateway::Config;
use crate::headers::{HeaderSpelling, Headers};
use crate::query::Query;
use crate::refusal::Refusal;
use crate::trace_context;
use crate::{clock, ids};

/// Of a regional API.
const MOST_URL_CHARACTERS: usize = 10_240;
/// Of an edge-optimised API, and of a private one.
const FEWER_URL_CHARACTERS: usize = 8_192;
/// "Total combined size of all header values, including header names, values, any line terminators,
/// and whitespaces".
const MOST_HEADER_BYTES: usize = 10_240;
/// The same of a private API.
const FEWER_HEADER_BYTES: usize = 8_000;
const MOST_BODY_BYTES: usize = 10 * 1024 * 1024;

/// Reads all of the request. What is wrong with it comes beside it, so that it can be recorded.
pub(crate) async fn receive<B>(
    config: &Config,
    addressed: Addressed,
    request: Request<B>,
    peer: Peer,
    arrived: Instant,
) -> (Incoming, Result<(), Refusal>)
where
    B: Body + Send + Unpin,
    B::Data: Send,
    B::Error: std::fmt::Display,
{
    let (mut parts, body) = request.into_parts();
    let spelling = parts.extensions.remove::<HeaderSpelling>();
    let mut incoming = Incoming {
        id: ids::request_id(),
        extended_id: ids::extended_id(),
        received: clock::now(),
        arrived,
        verb: parts.method.clone(),
        sent_verb: parts.method,
        query: Query::parse(parts.uri.query().unwrap_or_default()),
        addressed,
        headers: Headers::new(parts.headers, spelling),
        uri: parts.uri,
        body: Bytes::new(),
        sent_body: Bytes::new(),
        origin: Origin::Network(peer),
    };
    incoming.verb = effective_verb(&incoming);
    let complete = match check_head(&incoming) {
        Ok(()) => take_body(config, &mut incoming, body).await,
        Err(refusal) => Err(refusal),
    };
    (incoming, complete)
}

async fn take_body<B>(config: &Config, incoming: &mut Incoming, body: B) -> Result<(), Refusal>
where
    B: Body + Send + Unpin,
    B::Data: Send,
    B::Error: std::fmt::Display,
{
    let sent = read(config, body).await?;
    incoming.body = unpacked(incoming, sent.clone()).await?;
    incoming.sent_body = sent;
    Ok(())
}

/// "By default, API Gateway supports decompression of the method request payload", and a coding
/// that it doesn't know is refused before the API is looked for (developer guide).
async fn unpacked(incoming: &Incoming, sent: Bytes) -> Result<Bytes, Refusal> {
    if sent.is_empty() {
        return Ok(sent);
    }
    let named = incoming.headers.last("content-encoding");
    let unpacked = match compression::of_request(named.as_deref()) {
        Ok(None) => Ok(sent),
        Ok(Some(coding)) => compression::unpack(sent, coding, MOST_BODY_BYTES).await,
        Err(fault) => Err(fault),
    };
    unpacked.map_err(|fault| match fault {
        Unreadable::TooLarge => Refusal::BodyTooLarge {
            limit: MOST_BODY_BYTES,
        },
        Unreadable::Unknown(_) | Unreadable::Broken(_) => Refusal::BodyUnreadable(fault),
    })
}

/// A POST may ask to be another verb.
fn effective_verb(incoming: &Incoming) -> Method {
    let asked = incoming.headers.last("x-http-method-override");
    let asked = asked.filter(|_| incoming.sent_verb == Method::POST);
    asked
        .and_then(|verb| verb.parse().ok())
        .unwrap_or_else(|| incoming.sent_verb.clone())
}

fn check_head(incoming: &Incoming) -> Result<(), Refusal> {
    check_url(incoming, MOST_URL_CHARACTERS)?;
    check_headers(incoming, MOST_HEADER_BYTES)
}

/// The same, as narrow as it is for the kind of API that the request found.
pub(crate) fn check_for(stage: &Stage, incoming: &Incoming) -> Result<(), Refusal> {
    if stage.is_edge || stage.is_private {
        check_url(incoming, FEWER_URL_CHARACTERS)?;
    }
    if stage.is_private {
        check_headers(incoming, FEWER_HEADER_BYTES)?;
    }
    Ok(())
}

fn check_url(incoming: &Incoming, limit: usize) -> Result<(), Refusal> {
    let url = incoming.uri.path_and_query();
    let length = url.map_or(0, |path| path.as_str().len());
    if length > limit {
        return Err(Refusal::UrlTooLong { limit });
    }
    Ok(())
}

fn check_headers(incoming: &Incoming, limit: usize) -> Result<(), Refusal> {
    if incoming.headers.bytes() > limit {
        return Err(Refusal::HeadersTooLarge { limit });
    }
    Ok(())
}

async fn read<B>(config: &Config, body: B) -> Result<Bytes, Refusal>
where
    B: Body + Send + Unpin,
    B::Data: Send,
    B::Error: std::fmt::Display,
{
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    if body.size_hint().lower() > MOST_BODY_BYTES as u64 {
        return Err(Refusal::BodyTooLarge {
            limit: MOST_BODY_BYTES,
        });
    }
    let body = body.map_err(|error| error.to_string());
    let collected = Limited::new(body, MOST_BODY_BYTES).collect();
    match tokio::time::timeout(config.body_timeout, collected).await {
        Err(_elapsed) => Err(Refusal::BodyLost("it took too long".to_owned())),
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Refusal::BodyTooLarge {
            limit: MOST_BODY_BYTES,
        }),
        Ok(Err(error)) => Err(Refusal::BodyLost(error.to_string())),
    }
}

/// What the journal keeps of the head of a request.
pub(crate) fn recorded(incoming: &Incoming, permissions_mode: PermissionsMode) -> journal::Request {
    let addressed = &incoming.addressed;
    let length = 1 + addressed.stage.len() + addressed.path.len();
    let mut path = String::with_capacity(length);
    path.push('/');
    path.push_str(&addressed.stage);
    path.push_str(&addressed.path);
    if let Some(query) = incoming.uri.query() {
        path.push('?');
        path.push_str(&mask::query(query, &[]));
    }
    journal::Request {
        request_id: incoming.id.clone(),
        api_id: Arc::clone(&addressed.api),
        stage: Arc::clone(&addressed.stage),
        method: verb_name(&incoming.verb),
        path,
        source_ip: incoming.peer().map(|peer| peer.ip),
        started: incoming.received,
        permissions_mode,
    }
}

fn verb_name(verb: &Method) -> Cow<'static, str> {
    let known = model::MethodVerb::ALL.iter().map(|known| known.as_str());
    known
        .into_iter()
        .find(|known| *known == verb.as_str())
        .map_or_else(|| Cow::Owned(verb.to_string()), Cow::Borrowed)
}

/// The trace that the request brought goes on whole, its parent included; what is missing is made up
/// (test_invocation_trace_id).
pub(crate) fn trace(incoming: &Incoming) -> Trace {
    let brought = trace_context::brought(&incoming.headers);
    let field = |name: &str| {
        let mut fields = brought.split(';').map(str::trim);
        fields
            .find(|field| field.starts_with(name))
            .map(str::to_owned)
    };
    let root = field("Root=").unwrap_or_else(|| ids::trace_root(incoming.received.seconds()));
    let sampled = field("Sampled=").unwrap_or_else(|| "Sampled=0".to_owned());
    let parent = field("Parent=").unwrap_or_else(|| format!("Parent={}", ids::trace_parent()));
    let header = format!("{root};{parent};{sampled}");
    Trace { root, header }
}
