//! The client's side: signs a request in the header form, with the same parts that verify one.

use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue, Request};
use model::Timestamp;
use ring::hmac;

use super::presented::{Presented, TokenPlace};
use super::{
    ALGORITHM, AuthenticationFailure, PathForm, Payload, SignedRequest, SigningKeys, canonical,
    hex, moment, payload, string_to_sign,
};

/// Who signs, and for which receiver.
#[derive(Clone, Copy)]
pub struct SigningKey<'a> {
    pub access_key_id: &'a str,
    pub secret_access_key: &'a str,
    pub session_token: Option<&'a str>,
    pub region: &'a str,
    /// The signing name, such as `lambda`.
    pub service: &'a str,
}

/// A request that cannot be signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    #[error("a part of the key is no header value")]
    Header,
    #[error(transparent)]
    Unsignable(#[from] AuthenticationFailure),
}

/// Adds `x-amz-date`, the session token and the signature, which covers every `x-amz-` header, as S3
/// wants it. The `host` header must be there.
pub fn sign<B: AsRef<[u8]>>(
    request: &mut Request<B>,
    key: &SigningKey<'_>,
    now: Timestamp,
) -> Result<(), SignError> {
    let date = moment::format(now);
    set(request, HeaderName::from_static("x-amz-date"), &date)?;
    if let Some(token) = key.session_token {
        set(
            request,
            HeaderName::from_static("x-amz-security-token"),
            token,
        )?;
    }
    let names = request.headers().keys().map(HeaderName::as_str);
    let signed = names.filter(|name| *name == "host" || name.starts_with("x-amz-"));
    let mut signed_headers: Vec<String> = signed.map(str::to_owned).collect();
    signed_headers.sort_unstable();
    // The header must be readable before it is right: what it presents is what is signed.
    let unsigned = authorization(key, &date, &signed_headers, &"0".repeat(64));
    set(request, AUTHORIZATION, &unsigned)?;
    let signature = signature(&borrowed(request), key)?;
    let signed = authorization(key, &date, &signed_headers, &signature);
    set(request, AUTHORIZATION, &signed)
}

fn signature(
    request: &SignedRequest<'_>,
    key: &SigningKey<'_>,
) -> Result<String, AuthenticationFailure> {
    let presented = Presented::read(request)?;
    let form = PathForm::of(key.service);
    let payload = payload(request, &presented, form)?;
    let canonical = canonical::request(request, &presented, form, TokenPlace::Signed, &payload);
    let secret = SigningKeys::new().derive(key.secret_access_key, presented.credential());
    let text = string_to_sign(&presented, &canonical);
    Ok(hex(hmac::sign(&secret, text.as_bytes()).as_ref()))
}

fn borrowed<B: AsRef<[u8]>>(request: &Request<B>) -> SignedRequest<'_> {
    SignedRequest {
        method: request.method().as_str(),
        path: request.uri().path(),
        query: request.uri().query().unwrap_or_default(),
        headers: request.headers(),
        body: Payload::Bytes(request.body().as_ref()),
    }
}

fn authorization(
    key: &SigningKey<'_>,
    date: &str,
    signed_headers: &[String],
    signature: &str,
) -> String {
    let day = date.get(..8).unwrap_or_default();
    format!(
        "{ALGORITHM} Credential={}/{day}/{}/{}/aws4_request, SignedHeaders={}, Signature={signature}",
        key.access_key_id,
        key.region,
        key.service,
        signed_headers.join(";"),
    )
}

fn set<B>(request: &mut Request<B>, name: HeaderName, value: &str) -> Result<(), SignError> {
    let value = HeaderValue::from_str(value).map_err(|_| SignError::Header)?;
    request.headers_mut().insert(name, value);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::verify;
    use super::*;

    #[track_caller]
    fn check(uri: &str, token: Option<&str>) {
        check_for("lambda", uri, token);
        check_for("s3", uri, token);
    }

    #[track_caller]
    fn check_for(service: &str, uri: &str, token: Option<&str>) {
        let mut request = Request::post(uri)
            .header("host", "localhost:4566")
            .header("x-amz-target", "Service.Operation")
            .body("{}")
            .unwrap();
        let key = SigningKey {
            access_key_id: "AKIDEXAMPLE",
            secret_access_key: "secret",
            session_token: token,
            region: "us-east-1",
            service,
        };
        sign(&mut request, &key, Timestamp::from_seconds(1_440_938_160)).unwrap();
        let signed = borrowed(&request);
        let presented = Presented::read(&signed).unwrap();
        assert!(presented.signed_headers().contains(&"x-amz-target".into()));
        let (keys, form) = (SigningKeys::new(), PathForm::of(service));
        assert_eq!(verify(&signed, &presented, form, "secret", &keys), Ok(()));
        assert!(verify(&signed, &presented, form, "other", &keys).is_err());
    }

    #[test]
    fn what_is_signed_here_is_verified_there() {
        check("/2015-03-31/functions", None);
        check("/a%20b/c?x=1&y=%2F", None);
        check("/", Some("token"));
    }
}
