//! Who signed? A URL of the auth type `AWS_IAM` takes Signature V4 for the service `lambda`; one of
//! the type `NONE` looks at no signature.

use std::borrow::Cow;

use http::{HeaderMap, HeaderValue, header};
use identity::{AuthenticationFailure, Caller, Expected, Payload, SignedRequest};
use journal::StepKind;
use model::UrlAuth;

use super::authorization::request_keys;
use super::refusal::Refusal;
use super::urls::Url;
use super::{Exchange, Incoming};
use crate::gateway::Gateway;

pub(super) fn identify(
    gateway: &Gateway,
    exchange: &mut Exchange,
    url: &Url,
) -> Result<Option<Caller>, Refusal> {
    match url.settings.auth {
        UrlAuth::None => Ok(None),
        UrlAuth::AwsIam => {
            let caller = verify(gateway, &exchange.request, url)?;
            exchange.steps.caller(caller.arn());
            exchange.note(StepKind::Authorizers, format!("signed by {}", caller.arn()));
            let keys = request_keys(&exchange.request, url);
            Ok(Some(caller.with_request_keys(keys)))
        }
    }
}

fn verify(gateway: &Gateway, request: &Incoming, url: &Url) -> Result<Caller, Refusal> {
    let headers = with_host(request);
    let signed = SignedRequest {
        method: request.method.as_str(),
        path: request.uri.path(),
        query: request.query(),
        headers: &headers,
        body: Payload::Bytes(&request.body),
    };
    let expected = Expected {
        service: "lambda",
        region: Some(url.function.region.as_str()),
    };
    let caller = gateway
        .identity
        .authenticate(&signed, &expected, request.received);
    caller.map_err(|failure| match failure {
        AuthenticationFailure::MissingToken => Refusal::Unsigned,
        other => Refusal::BadSignature(other),
    })
}

/// HTTP/2 has an authority in the place of the host, and the host is signed.
fn with_host(request: &Incoming) -> Cow<'_, HeaderMap> {
    let map = &request.headers.map;
    if map.contains_key(header::HOST) {
        return Cow::Borrowed(map);
    }
    let Ok(host) = HeaderValue::from_str(&request.host()) else {
        return Cow::Borrowed(map);
    };
    let mut map = map.clone();
    map.insert(header::HOST, host);
    Cow::Owned(map)
}
