//! How an answer looks: what every one of them forbids a browser to do.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use serde_json::{Value, json};

/// Scripts, styles and calls of our own origin only; nobody shows the console in a frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; object-src 'none'";

const PROTECTIONS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

pub(crate) fn protect(response: &mut Response<Bytes>) {
    for (name, value) in PROTECTIONS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
}

pub(crate) fn empty(status: StatusCode) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    keep_nothing(&mut response);
    response
}

pub(crate) fn told(value: &Value) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(value.to_string()));
    keep_nothing(&mut response);
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}

pub(crate) fn refuse(status: StatusCode, message: &str) -> Response<Bytes> {
    let mut response = told(&json!({ "message": message }));
    *response.status_mut() = status;
    response
}

fn keep_nothing(response: &mut Response<Bytes>) {
    protect(response);
    let never = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, never);
}
