//! The answer: a reply with the headers that every answer of API Gateway carries, as bytes.

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode};

use crate::body::Body;
use crate::exchange::Exchange;

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

/// The reply as bytes. A header that can't be one is left out, and an impossible status is a 500.
pub(crate) fn render(exchange: &mut Exchange, reply: Reply) -> Response<Body> {
    let reply = reply.with_content_type();
    let coming = exchange.coming.take().map(Body::coming);
    let mut response = Response::new(coming.unwrap_or_else(|| reply.body.into()));
    *response.status_mut() =
        StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.reserve(reply.headers.len() + 2);
    for (name, value) in &reply.headers {
        if let (Ok(name), Some(value)) = (HeaderName::from_bytes(name.as_bytes()), value_of(value))
        {
            headers.append(name, value);
        }
    }
    let own = [
        ("x-amzn-requestid", &exchange.request.id),
        ("x-amz-apigw-id", &exchange.request.extended_id),
    ];
    for (name, value) in own {
        if let Some(value) = value_of(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    response
}

fn value_of(value: &str) -> Option<HeaderValue> {
    HeaderValue::from_bytes(value.as_bytes()).ok()
}
