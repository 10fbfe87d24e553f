//! A call that a poller makes, in the execution role: each is decided on its own.

use bytes::Bytes;
use http::{Request, header};
use identity::Caller;
use model::Region;
use serde_json::Value;

use crate::body::read_whole;
use crate::control::{Control, Inside, Told};

/// What a service said instead of an answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}")]
pub(super) struct Fault {
    pub(super) code: String,
    pub(super) message: String,
}

/// What is called: an operation of a service with JSON in its bodies.
pub(super) struct Called<'a> {
    /// The signing name.
    pub(super) service: &'static str,
    /// The first part of the host's name.
    pub(super) host: &'static str,
    pub(super) region: &'a str,
    /// Of the protocol.
    pub(super) version: &'static str,
    /// With the operation's name.
    pub(super) target: String,
}

pub(super) async fn call(
    control: &Control,
    caller: Caller,
    called: &Called<'_>,
    input: &Value,
) -> Result<Value, Fault> {
    let fault = |code: &str, message: String| Fault {
        code: code.to_owned(),
        message,
    };
    let (host, region) = (called.host, called.region);
    let request = Request::post("/")
        .header(header::HOST, format!("{host}.{region}.amazonaws.com"))
        .header(
            header::CONTENT_TYPE,
            format!("application/x-amz-json-{}", called.version),
        )
        .header("x-amz-target", &called.target)
        .body(Bytes::from(input.to_string()))
        .map_err(|error| fault("InternalFailure", error.to_string()))?;
    let region = Region::new(region).map_err(|error| fault("InvalidAddress", error.to_string()))?;
    let answer = control.call(Inside {
        caller,
        service: called.service.to_owned(),
        region,
        request,
        told: Told::Refusals,
    });
    let (parts, body) = answer.await.into_parts();
    let body = read_whole(body).await;
    let body = body.map_err(|cause| fault("InternalFailure", cause))?;
    let read: Value = serde_json::from_slice(&body).unwrap_or_default();
    if parts.status.is_success() {
        return Ok(read);
    }
    let legacy = parts.headers.get("x-amzn-query-error");
    let legacy = legacy.and_then(|value| value.to_str().ok()?.split(';').next());
    let own = read.get("__type").and_then(Value::as_str);
    let own = own.and_then(|name| name.rsplit('#').next());
    let message = ["message", "Message"]
        .iter()
        .find_map(|name| read.get(*name)?.as_str());
    let code = legacy.or(own).unwrap_or("InternalFailure");
    Err(fault(code, message.unwrap_or_default().to_owned()))
}
