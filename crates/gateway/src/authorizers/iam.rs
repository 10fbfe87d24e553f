//! AWS_IAM methods: the caller signs with Signature V4 for the service `execute-api`.

use identity::{AuthenticationFailure, Expected, Payload, SignedRequest};
use journal::StepKind;

use super::Identified;
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::refusal::Refusal;

const SERVICE: &str = "execute-api";

pub(super) fn identify(gateway: &Gateway, exchange: &mut Exchange) -> Result<Identified, Refusal> {
    let request = &exchange.request;
    let headers = with_host(request);
    let signed = SignedRequest {
        method: request.sent_verb.as_str(),
        path: request.uri.path(),
        query: request.uri.query().unwrap_or_default(),
        headers: &headers,
        body: Payload::Bytes(&request.sent_body),
    };
    let region = exchange
        .stage
        .as_deref()
        .map(|stage| stage.place.region.as_str());
    let expected = Expected {
        service: SERVICE,
        region,
    };
    let caller = gateway
        .identity
        .authenticate(&signed, &expected, request.received)
        .map_err(refuse)?;
    exchange.steps.caller(caller.arn());
    exchange.note(StepKind::Authorizers, format!("signed by {}", caller.arn()));
    let keys = crate::authorization::request_keys(exchange);
    Ok(Identified::Iam(caller.with_request_keys(keys)))
}

/// HTTP/2 has an authority in the place of the host, and the host is signed.
fn with_host(request: &crate::exchange::Incoming) -> std::borrow::Cow<'_, http::HeaderMap> {
    use std::borrow::Cow;
    let map = &request.headers.map;
    if map.contains_key(http::header::HOST) {
        return Cow::Borrowed(map);
    }
    let Ok(host) = http::HeaderValue::from_str(&request.host()) else {
        return Cow::Borrowed(map);
    };
    let mut map = map.clone();
    map.insert(http::header::HOST, host);
    Cow::Owned(map)
}

fn refuse(failure: AuthenticationFailure) -> Refusal {
    match failure {
        AuthenticationFailure::MissingToken => Refusal::Unsigned,
        other => Refusal::BadSignature(other),
    }
}
