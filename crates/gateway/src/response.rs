//! The answer: a reply with the headers that every answer of API Gateway carries, as bytes.

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode, Version};

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
    if is_edge(exchange) {
        add_cloudfront(exchange, &mut reply);
    }
    if let Some(peer) = exchange.request.peer()
        && stays_open(peer.protocol, &exchange.request.headers)
    {
        reply.keep_open();
    }
    let coming = exchange.coming.take().map(Body::coming);
    let mut response = Response::new(coming.unwrap_or_else(|| reply.body.into()));
    *response.status_mut() =
        StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.reserve(reply.headers.len() + 2);
    let mut spelling = String::with_capacity(256);
    for (name, value) in &reply.headers {
        if let (Ok(header), Some(value)) =
            (HeaderName::from_bytes(name.as_bytes()), value_of(value))
        {
            headers.append(header, value);
            spelling.push_str(name);
            spelling.push('\n');
        }
    }
    spelling.push_str("x-amzn-RequestId\nx-amz-apigw-id\n");
    let own = [
        ("x-amzn-requestid", &exchange.request.id),
        ("x-amz-apigw-id", &exchange.request.extended_id),
    ];
    for (name, value) in own {
        if let Some(value) = value_of(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    response.extensions_mut().insert(AnswerSpelling(spelling));
    response
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
fn add_cloudfront(exchange: &Exchange, reply: &mut Reply) {
    let id = exchange.request.id.replace('-', "");
    let cached = if reply.status < 400 { "Miss" } else { "Error" };
    let own = [
        ("X-Cache", format!("{cached} from cloudfront")),
        ("Via", event::cloudfront_via(&id)),
        ("X-Amz-Cf-Pop", "ZZZ50-P1".to_owned()),
        ("X-Amz-Cf-Id", event::cloudfront_id(&id)),
    ];
    for (name, value) in own {
        if reply.get(name).is_none() {
            reply.add(name, value);
        }
    }
}

fn value_of(value: &str) -> Option<HeaderValue> {
    HeaderValue::from_bytes(value.as_bytes()).ok()
}
