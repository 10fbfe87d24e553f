//! The answer: a reply with the headers that every answer of API Gateway carries, as bytes.

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, Version, header};

use crate::body::Body;
use crate::event;
use crate::exchange::Exchange;
use crate::headers::Headers;

/// What the caller gets, before it is bytes. Names keep the spelling that AWS gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(Cow<'static, str>, String)>,
    pub(crate) body: Bytes,
}

impl Reply {
    pub(crate) fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.into(),
        }
    }

    /// Puts a header in the place of those of the same name.
    pub(crate) fn set(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) {
        let name = name.into();
        self.remove(&name);
        self.headers.push((name, value.into()));
    }

    pub(crate) fn add(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) {
        self.headers.push((name.into(), value.into()));
    }

    /// Says that the connection stays, unless something was said of it.
    pub(crate) fn keep_open(&mut self) {
        if self.get("connection").is_none() {
            self.add("Connection", "keep-alive");
        }
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.headers
            .retain(|(own, _)| !own.eq_ignore_ascii_case(name));
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Every answer has a content type, and JSON is what AWS says when nobody said another.
    pub(crate) fn with_content_type(mut self) -> Self {
        if self.get("content-type").is_none() {
            self.headers
                .push((Cow::Borrowed("Content-Type"), "application/json".to_owned()));
        }
        self
    }
}

/// How the headers of an answer are spelled: a line for each, in their order. It comes with the
/// extensions of an answer; the listener may write the names so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerSpelling(String);

impl AnswerSpelling {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The reply as bytes. A header that can't be one is left out, and an impossible status is a 500.
pub(crate) fn render(exchange: &mut Exchange, reply: Reply) -> Response<Body> {
    let mut reply = reply.with_content_type();
    let coming = exchange.coming.take().map(Body::coming);
    let body = std::mem::take(&mut reply.body);
    let mut response = Response::new(coming.unwrap_or_else(|| body.into()));
    *response.status_mut() = status(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut head = Head::new(response.headers_mut(), reply.headers.len());
    for (name, value) in &reply.headers {
        head.append(name, value);
    }
    if is_edge(exchange) {
        add_cloudfront(exchange, &reply, &mut head);
    }
    let request = &exchange.request;
    if let Some(peer) = request.peer()
        && stays_open(peer.protocol, &request.headers)
        && reply.get("connection").is_none()
    {
        let kept = HeaderValue::from_static("keep-alive");
        head.own(header::CONNECTION, "Connection", Some(kept));
    }
    head.own(REQUEST_ID, "x-amzn-RequestId", value_of(&request.id));
    head.own(
        EXTENDED_ID,
        "x-amz-apigw-id",
        value_of(&request.extended_id),
    );
    let spelling = AnswerSpelling(head.spelling);
    response.extensions_mut().insert(spelling);
    response
}

/// A status with which an answer may end. An interim one is none: the connection would go on as another
/// protocol, or break.
pub(crate) fn status(status: u16) -> Option<StatusCode> {
    let status = StatusCode::from_u16(status).ok();
    status.filter(|status| !status.is_informational())
}

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const EXTENDED_ID: HeaderName = HeaderName::from_static("x-amz-apigw-id");
const CACHE: HeaderName = HeaderName::from_static("x-cache");
const POP: HeaderName = HeaderName::from_static("x-amz-cf-pop");
const CLOUDFRONT_ID: HeaderName = HeaderName::from_static("x-amz-cf-id");
/// What is added to a reply's own headers at most.
const MOST_ADDED: usize = 7;

/// Headers on their way out, and how they are spelled.
struct Head<'a> {
    headers: &'a mut HeaderMap,
    spelling: String,
}

impl<'a> Head<'a> {
    fn new(headers: &'a mut HeaderMap, known: usize) -> Self {
        headers.reserve(known + MOST_ADDED);
        let spelling = String::with_capacity(256);
        Self { headers, spelling }
    }

    fn append(&mut self, name: &str, value: &str) {
        let known = match name {
            "Content-Type" => Ok(header::CONTENT_TYPE),
            other => HeaderName::from_bytes(other.as_bytes()),
        };
        if let (Ok(header), Some(value)) = (known, value_of(value)) {
            self.headers.append(header, value);
            self.spell(name);
        }
    }

    /// In the place of those of the same name.
    fn own(&mut self, name: HeaderName, spelled: &str, value: Option<HeaderValue>) {
        if let Some(value) = value {
            self.headers.insert(name, value);
        }
        self.spell(spelled);
    }

    fn spell(&mut self, name: &str) {
        self.spelling.push_str(name);
        self.spelling.push('\n');
    }
}

/// Whether the caller comes through CloudFront on AWS.
fn is_edge(exchange: &Exchange) -> bool {
    let stage = exchange.stage.as_deref().filter(|stage| stage.is_edge);
    stage.is_some() && exchange.request.peer().is_some()
}

/// AWS says in each answer of HTTP/1.1 that the connection stays, regional ones included
/// (test_http_proxy_integration_request_data_mappings), as do its function URLs.
pub(crate) fn stays_open(protocol: Version, headers: &Headers) -> bool {
    let closes = headers.last("connection");
    protocol == Version::HTTP_11 && !closes.is_some_and(|value| value.eq_ignore_ascii_case("close"))
}

/// What CloudFront adds to the answers of edge-optimised APIs, as in the recording
/// `test_aws_proxy_response_payload_format_validation`. It caches nothing of them.
fn add_cloudfront(exchange: &Exchange, reply: &Reply, head: &mut Head<'_>) {
    let id = event::cloudfront_digits(&exchange.request.id);
    let cached = if reply.status < 400 {
        "Miss from cloudfront"
    } else {
        "Error from cloudfront"
    };
    let is_own = |name: &str| reply.get(name).is_some();
    if !is_own("x-cache") {
        head.own(CACHE, "X-Cache", Some(HeaderValue::from_static(cached)));
    }
    if !is_own("via") {
        head.own(header::VIA, "Via", owned_value(event::cloudfront_via(&id)));
    }
    if !is_own("x-amz-cf-pop") {
        let pop = HeaderValue::from_static("ZZZ50-P1");
        head.own(POP, "X-Amz-Cf-Pop", Some(pop));
    }
    if !is_own("x-amz-cf-id") {
        let value = owned_value(event::cloudfront_id(&id));
        head.own(CLOUDFRONT_ID, "X-Amz-Cf-Id", value);
    }
}

fn value_of(value: &str) -> Option<HeaderValue> {
    HeaderValue::from_bytes(value.as_bytes()).ok()
}

/// The same, of a text that is not needed elsewhere.
fn owned_value(value: String) -> Option<HeaderValue> {
    HeaderValue::from_maybe_shared(Bytes::from(value)).ok()
}
