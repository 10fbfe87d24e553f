//! Whether a request is S3's, and where its bucket is: in the path, or in the host in front of it.

use http::header::HOST;
use http::request::Parts;
use http::{HeaderMap, Uri};
use model::Timestamp;
use policy::Context;

use crate::peer::Peer;

/// Hosts of S3 itself; a bucket may stand before one. Of AWS's own, clients that were given an address
/// of ours to connect to still say them.
const HOSTS: [&str; 3] = [
    "s3.localhost",
    "s3.localhost.localstack.cloud",
    "s3.amazonaws.com",
];

/// Whether the host says S3, for requests without a signature that would.
pub(crate) fn is_host(headers: &HeaderMap, uri: &Uri) -> bool {
    let named = headers.get(HOST).and_then(|host| host.to_str().ok());
    let host = named.or_else(|| uri.host()).unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(name, _)| name);
    HOSTS.iter().any(|end| {
        host.strip_suffix(end)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// Whether an address was presigned in the way before Signature Version 4, which S3 takes for no bucket
/// that was made since 2020 (S3 user guide, "Moving from Signature Version 2").
pub(crate) fn is_signed_before(query: &str) -> bool {
    query.contains("AWSAccessKeyId=") && query.contains("Signature=")
}

/// The same where nothing else is known of a request.
pub(crate) fn is_named_by_host(parts: &Parts) -> bool {
    is_host(&parts.headers, &parts.uri)
}

/// The request with its bucket in the path, as the schema's templates have it.
pub(crate) fn path_style(sent: &Parts) -> Parts {
    let mut parts = sent.clone();
    let path = upstream::Address::of(sent).path;
    let whole = match sent.uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    if let Ok(uri) = whole.parse() {
        parts.uri = uri;
    }
    parts
}

/// What S3's own keys say of the way in which a request was signed (service authorization reference,
/// "Condition keys for Amazon S3").
pub(crate) fn set_request_keys(keys: &mut Context, (parts, peer): (&Parts, Peer), now: Timestamp) {
    if let Some(version) = peer.tls_version {
        keys.set("s3:TlsVersion", version);
    }
    let query = parts.uri.query().unwrap_or_default();
    let presigned = query.contains("X-Amz-Algorithm=");
    if presigned {
        keys.set("s3:authType", "REST-QUERY-STRING");
        keys.set("s3:signatureversion", "AWS4-HMAC-SHA256");
        if let Some(age) = age(query, now) {
            keys.set("s3:signatureAge", age.to_string());
        }
    } else if parts.headers.contains_key(http::header::AUTHORIZATION) {
        keys.set("s3:authType", "REST-HEADER");
        keys.set("s3:signatureversion", "AWS4-HMAC-SHA256");
    }
    let hash = parts.headers.get("x-amz-content-sha256");
    if let Some(hash) = hash.and_then(|hash| hash.to_str().ok()) {
        keys.set("s3:x-amz-content-sha256", hash);
    }
}

/// Milliseconds since a presigned address was made.
fn age(query: &str, now: Timestamp) -> Option<i64> {
    let mut pairs = query.split('&');
    let date = pairs.find_map(|pair| pair.strip_prefix("X-Amz-Date="))?;
    let signed = jiff::civil::DateTime::strptime("%Y%m%dT%H%M%SZ", date).ok()?;
    let signed = signed.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    Some(now.millis() - signed.as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(host: &str, path: &str, expected: Option<&str>) {
        let request = http::Request::get(path).header("host", host).body(());
        let (parts, ()) = request.unwrap().into_parts();
        let found = is_named_by_host(&parts).then(|| path_style(&parts).uri.to_string());
        assert_eq!(found.as_deref(), expected, "{host}");
    }

    #[test]
    fn hosts_of_s3_are_known_with_and_without_a_bucket() {
        check("s3.localhost:4566", "/b/k?a=1", Some("/b/k?a=1"));
        check("b.s3.localhost:4566", "/k?a=1", Some("/b/k?a=1"));
        check("b.c.s3.localhost", "/", Some("/b.c/"));
        check("b.s3.localhost.localstack.cloud", "/k", Some("/b/k"));
        check("bs3.localhost", "/k", None);
        check("localhost:4566", "/k", None);
        check("abc.execute-api.localhost", "/k", None);
    }
}
