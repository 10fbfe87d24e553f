//! The request made anew for an endpoint: its address, the headers that are the service's business,
//! and a signature of ours in the place of the caller's.

use bytes::Bytes;
use http::header::{self, HeaderName};
use http::request::Parts;
use http::uri::PathAndQuery;
use http::{HeaderMap, HeaderValue, Request, Uri};
use identity::sigv4::{SigningKey, payload_digest, sign};
use model::{AccountId, Region, Timestamp};

use crate::credentials::Credentials;
use crate::endpoint::Base;
use crate::operation::Operation;
use crate::refusal::Refused;

/// Whatever belongs to the caller's connection or signature, and what would speak to the endpoint
/// about the account behind our back.
const LEFT_OUT: [&str; 18] = [
    "authorization",
    "connection",
    "content-length",
    "expect",
    "forwarded",
    "host",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "x-amz-date",
    "x-amz-security-token",
    "x-forwarded-for",
    "x-moto-account-id",
];
/// Of a presigned request.
const PRESIGNED: [&str; 7] = [
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Date",
    "X-Amz-Expires",
    "X-Amz-Security-Token",
    "X-Amz-Signature",
    "X-Amz-SignedHeaders",
];
const CONTENT_SHA256: HeaderName = HeaderName::from_static("x-amz-content-sha256");
/// Emulators take the account from the key's id, and look at no secret.
const NO_SECRET: &str = "portcullis";

/// Where a request goes, and for whom it is signed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way<'a> {
    pub(crate) base: &'a Base,
    pub(crate) credentials: Option<&'a Credentials>,
    pub(crate) account: &'a AccountId,
    pub(crate) region: &'a Region,
    pub(crate) now: Timestamp,
}

pub(crate) fn request(
    operation: &Operation,
    parts: &Parts,
    body: Bytes,
    way: &Way<'_>,
) -> Result<Request<Bytes>, Refused> {
    let path = operation.address.as_ref();
    let path = path.map_or_else(|| parts.uri.path(), |address| address.path.as_str());
    let query = query(parts.uri.query().unwrap_or_default());
    let mut request = Request::new(body);
    *request.method_mut() = parts.method.clone();
    *request.uri_mut() = address(way.base, path, &query)?;
    *request.headers_mut() = headers(&parts.headers);
    if operation.service == "sqs" {
        // The answer is read, so it must come as it is.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    finish(request, &operation.service, way)
}

/// Host, account, payload and signature.
pub(crate) fn finish(
    mut request: Request<Bytes>,
    service: &str,
    way: &Way<'_>,
) -> Result<Request<Bytes>, Refused> {
    let unsendable = |cause: String| Refused::Unsendable(cause);
    let host = HeaderValue::from_str(way.base.authority.as_str());
    let host = host.map_err(|error| unsendable(error.to_string()))?;
    request.headers_mut().insert(header::HOST, host);
    if service == "s3" && !request.headers().contains_key(CONTENT_SHA256) {
        let digest = payload_digest(request.body());
        let digest =
            HeaderValue::from_str(&digest).map_err(|error| unsendable(error.to_string()))?;
        request.headers_mut().insert(CONTENT_SHA256, digest);
    }
    let key = match way.credentials {
        Some(credentials) => SigningKey {
            access_key_id: &credentials.access_key_id,
            secret_access_key: &credentials.secret_access_key,
            session_token: credentials.session_token.as_deref(),
            region: way.region.as_str(),
            service,
        },
        None => SigningKey {
            access_key_id: way.account.as_str(),
            secret_access_key: NO_SECRET,
            session_token: None,
            region: way.region.as_str(),
            service,
        },
    };
    if way.credentials.is_none()
        && let Ok(account) = HeaderValue::from_str(way.account.as_str())
    {
        request.headers_mut().insert("x-moto-account-id", account);
    }
    sign(&mut request, &key, way.now).map_err(|error| unsendable(error.to_string()))?;
    Ok(request)
}

fn headers(given: &HeaderMap) -> HeaderMap {
    let named: Vec<String> = given
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|name| name.trim().to_ascii_lowercase())
        .collect();
    let is_left_out = |name: &HeaderName| {
        let name = name.as_str();
        LEFT_OUT.contains(&name) || named.iter().any(|other| other == name)
    };
    let mut headers = HeaderMap::with_capacity(given.len());
    for (name, value) in given {
        if !is_left_out(name) {
            headers.append(name, value.clone());
        }
    }
    // What S3 has for a body that is not signed stays; a hash is made anew.
    let is_word = |value: &HeaderValue| !value.as_bytes().iter().all(u8::is_ascii_hexdigit);
    if !headers.get(CONTENT_SHA256).is_some_and(is_word) {
        headers.remove(CONTENT_SHA256);
    }
    headers
}

/// The headers of an answer that are not the connection's.
pub(crate) fn drop_hop_by_hop(headers: &mut HeaderMap) {
    for name in [
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    ] {
        headers.remove(name);
    }
}

fn query(query: &str) -> String {
    let kept = query.split('&').filter(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        !PRESIGNED.contains(&name)
    });
    kept.collect::<Vec<_>>().join("&")
}

fn address(base: &Base, path: &str, query: &str) -> Result<Uri, Refused> {
    let path = if path.is_empty() { "/" } else { path };
    let mut text = format!("{}{path}", base.path);
    if !query.is_empty() {
        text.push('?');
        text.push_str(query);
    }
    let path = text.parse::<PathAndQuery>();
    let path = path.map_err(|error| Refused::Unsendable(error.to_string()))?;
    let uri = Uri::builder()
        .scheme(base.scheme.clone())
        .authority(base.authority.clone())
        .path_and_query(path)
        .build();
    uri.map_err(|error| Refused::Unsendable(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_connections_stays_behind() {
        let request = Request::get("/b/k?a=1&X-Amz-Signature=2&X-Amz-Date=3")
            .header("connection", "close, x-mine")
            .header("x-mine", "1")
            .header("authorization", "secret")
            .header("x-moto-account-id", "222222222222")
            .header("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
            .header("accept-encoding", "gzip")
            .header("x-amz-meta-a", "1")
            .body(());
        let (parts, ()) = request.unwrap().into_parts();
        let operation = Operation::read("s3", &parts, b"");
        let base: crate::Endpoint = "s3=http://127.0.0.1:9000/base".parse().unwrap();
        let region = Region::new("us-east-1").unwrap();
        let base = crate::endpoint::find(&[base], ("s3", "s3"), "s3", &region).unwrap();
        let account = AccountId::new("111111111111").unwrap();
        let way = Way {
            base: &base,
            credentials: None,
            account: &account,
            region: &region,
            now: Timestamp::from_seconds(1_440_938_160),
        };
        let sent = super::request(&operation, &parts, Bytes::new(), &way).unwrap();
        assert_eq!(sent.uri(), "http://127.0.0.1:9000/base/b/k?a=1");
        let header = |name: &str| {
            sent.headers()
                .get(name)
                .map(|value| value.to_str().unwrap())
        };
        assert_eq!(header("x-mine"), None);
        assert_eq!(header("connection"), None);
        assert_eq!(header("host"), Some("127.0.0.1:9000"));
        assert_eq!(header("x-moto-account-id"), Some("111111111111"));
        assert_eq!(header("x-amz-content-sha256"), Some("UNSIGNED-PAYLOAD"));
        let signature = header("authorization").unwrap();
        assert!(signature.contains("Credential=111111111111/20150830/us-east-1/s3/aws4_request"));
        assert!(signature.contains("host;x-amz-content-sha256;x-amz-date;x-amz-meta-a"));
    }
}
