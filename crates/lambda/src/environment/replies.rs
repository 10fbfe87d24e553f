//! What the Runtime API answers, in the words of AWS's own.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use http_body_util::Full;

use super::runtime_api::Work;

/// What AWS offered beside the runtime's own API before the Telemetry API took its place, and what
/// is nothing of ours.
pub(super) fn elsewhere(path: &str) -> Response<Full<Bytes>> {
    const RETIRED: &str = "/2020-08-15/logs";
    if path
        .strip_prefix(RETIRED)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    {
        let message = "The Logs API is not supported: subscribe to the Telemetry API.";
        return refused(StatusCode::FORBIDDEN, "Logs.NotSupported", message);
    }
    unknown_path()
}

/// JSON with headers of its own.
pub(super) fn json_reply(
    status: StatusCode,
    body: impl Into<Bytes>,
    headers: &[(&'static str, &str)],
) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body.into()));
    *response.status_mut() = status;
    let given = response.headers_mut();
    given.insert(
        http::header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            given.insert(*name, value);
        }
    }
    response
}

/// A refusal in the form of AWS's runtime interface.
pub(super) fn refused(status: StatusCode, kind: &str, message: &str) -> Response<Full<Bytes>> {
    let body = serde_json::json!({ "errorMessage": message, "errorType": kind });
    json_reply(status, body.to_string(), &[])
}

pub(super) fn headers(work: &Work) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(8);
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set("content-type", "application/json");
    set("lambda-runtime-aws-request-id", &work.request_id);
    set(
        "lambda-runtime-deadline-ms",
        &work.deadline_millis.to_string(),
    );
    set("lambda-runtime-invoked-function-arn", &work.invoked_arn);
    set("lambda-runtime-trace-id", &work.trace);
    if let Some(context) = &work.client_context {
        set("lambda-runtime-client-context", context);
    }
    headers
}

/// Tells our own bootstraps that an answer may ask for the next event, too. Other clients know no such
/// header.
pub(super) fn offering_turns(mut next: Response<Full<Bytes>>) -> Response<Full<Bytes>> {
    let offered = HeaderValue::from_static("1");
    next.headers_mut().insert("portcullis-turns", offered);
    next
}

pub(super) fn accepted() -> Response<Full<Bytes>> {
    answer(StatusCode::ACCEPTED, r#"{"status":"OK"}"#)
}

pub(super) fn wrong_id() -> Response<Full<Bytes>> {
    answer(
        StatusCode::BAD_REQUEST,
        r#"{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}"#,
    )
}

pub(super) fn out_of_turn() -> Response<Full<Bytes>> {
    answer(
        StatusCode::FORBIDDEN,
        r#"{"errorMessage":"The runtime asked out of turn.","errorType":"InvalidStateTransition"}"#,
    )
}

pub(super) fn too_large() -> Response<Full<Bytes>> {
    answer(
        StatusCode::PAYLOAD_TOO_LARGE,
        r#"{"errorMessage":"Exceeded maximum allowed payload size (6291556 bytes).","errorType":"RequestEntityTooLarge"}"#,
    )
}

pub(super) fn unknown_path() -> Response<Full<Bytes>> {
    answer(
        StatusCode::NOT_FOUND,
        r#"{"errorMessage":"404 page not found","errorType":"NotFound"}"#,
    )
}

fn answer(status: StatusCode, body: &'static str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from_static(body.as_bytes())));
    *response.status_mut() = status;
    response.headers_mut().insert(
        http::header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    response
}
