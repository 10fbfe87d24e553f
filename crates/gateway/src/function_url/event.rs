//! The event that the function gets: payload format version 2.0 (Lambda developer guide, "Invoking
//! Lambda function URLs", request and response payloads). What does not exist is left out, as in the
//! events that were recorded on AWS.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header;
use identity::Caller;
use percent_encoding::percent_decode_str;
use serde::Serialize;

use super::Incoming;
use super::urls::Url;
use crate::clock;
use crate::exchange::media_type;
use crate::headers::is_dropped_on_arrival;

/// Route and stage have no meaning here, and always this name.
const DEFAULT: &str = "$default";
/// What AWS's front tells a function of its TLS; it takes no request without it.
const TLS_CIPHER: &str = "ECDHE-RSA-AES128-GCM-SHA256";
const TLS_VERSION: &str = "TLSv1.2";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event<'a> {
    version: &'static str,
    route_key: &'static str,
    raw_path: &'a str,
    raw_query_string: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cookies: Vec<String>,
    headers: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    query_string_parameters: BTreeMap<String, String>,
    request_context: RequestContext<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    is_base64_encoded: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RequestContext<'a> {
    account_id: &'a str,
    api_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorizer: Option<Authorizer>,
    domain_name: &'a str,
    domain_prefix: &'a str,
    http: Http<'a>,
    request_id: &'a str,
    route_key: &'static str,
    stage: &'static str,
    time: String,
    time_epoch: i64,
}

#[derive(Serialize)]
struct Authorizer {
    iam: Iam,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Iam {
    access_key: Option<String>,
    account_id: String,
    caller_id: String,
    cognito_identity: Option<()>,
    principal_org_id: Option<String>,
    user_arn: String,
    user_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Http<'a> {
    method: &'a str,
    path: &'a str,
    protocol: &'static str,
    source_ip: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_agent: Option<String>,
}

pub(super) fn of(request: &Incoming, url: &Url, caller: Option<&Caller>) -> Bytes {
    let path = path(request);
    let host = request.host();
    let account_id = caller.map_or("anonymous", |caller| caller.account().as_str());
    let (body, is_base64_encoded) = body(request);
    let event = Event {
        version: "2.0",
        route_key: DEFAULT,
        raw_path: &path,
        raw_query_string: request.query(),
        cookies: cookies(request),
        headers: headers(request, caller),
        query_string_parameters: parameters(request.query()),
        request_context: RequestContext {
            account_id,
            api_id: &url.settings.id,
            authorizer: caller.map(authorizer),
            domain_name: &host,
            domain_prefix: &url.settings.id,
            http: http(request, &path),
            request_id: &request.id,
            route_key: DEFAULT,
            stage: DEFAULT,
            time: clock::common_log_format(request.received),
            time_epoch: request.received.millis(),
        },
        body,
        is_base64_encoded,
    };
    serde_json::to_vec(&event).unwrap_or_default().into()
}

/// Decoded, as test_lambda_url_echo_http_fixture_default recorded it.
fn path(request: &Incoming) -> String {
    match request.addressed.path.as_str() {
        "" => "/".to_owned(),
        path => percent_decode_str(path).decode_utf8_lossy().into_owned(),
    }
}

fn http<'a>(request: &'a Incoming, path: &'a str) -> Http<'a> {
    Http {
        method: request.method.as_str(),
        path,
        protocol: protocol(request),
        source_ip: request.ip().to_string(),
        user_agent: request
            .headers
            .last("user-agent")
            .map(std::borrow::Cow::into_owned),
    }
}

fn protocol(request: &Incoming) -> &'static str {
    match request.peer.protocol {
        http::Version::HTTP_2 => "HTTP/2.0",
        http::Version::HTTP_10 => "HTTP/1.0",
        _ => "HTTP/1.1",
    }
}

fn authorizer(caller: &Caller) -> Authorizer {
    let user_id = caller.user_id();
    Authorizer {
        iam: Iam {
            access_key: caller.access_key_id().map(str::to_owned),
            account_id: caller.account().to_string(),
            caller_id: user_id.clone(),
            cognito_identity: None,
            principal_org_id: None,
            user_arn: caller.arn(),
            user_id,
        },
    }
}

/// Each name once and in lower case, its values joined by commas; cookies stand apart, and so does
/// what proves who the caller is.
fn headers(request: &Incoming, caller: Option<&Caller>) -> BTreeMap<String, String> {
    let map = &request.headers.map;
    let is_shown = |name: &&http::HeaderName| {
        let dropped = is_dropped_on_arrival(name) && *name != header::CONTENT_LENGTH;
        let proof = caller.is_some() && *name == header::AUTHORIZATION;
        !dropped && !proof && *name != header::COOKIE
    };
    let mut headers: BTreeMap<String, String> = map
        .keys()
        .filter(is_shown)
        .map(|name| {
            let values = map.get_all(name).iter().map(crate::headers::text);
            let values: Vec<_> = values.collect();
            (name.as_str().to_owned(), values.join(","))
        })
        .collect();
    let ip = request.ip().to_string();
    let forwarded = match headers.get("x-forwarded-for") {
        Some(before) => format!("{before}, {ip}"),
        None => ip,
    };
    let (scheme, port) = if request.peer.tls {
        ("https", "443")
    } else {
        ("http", "80")
    };
    let host = request.host();
    let port = host.rsplit_once(':').map_or(port, |(_, port)| port);
    headers.extend(
        [
            ("host", host.as_str()),
            ("x-amzn-tls-cipher-suite", TLS_CIPHER),
            ("x-amzn-tls-version", TLS_VERSION),
            ("x-amzn-trace-id", &request.trace),
            ("x-forwarded-for", &forwarded),
            ("x-forwarded-port", port),
            ("x-forwarded-proto", scheme),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
    headers
}

fn cookies(request: &Incoming) -> Vec<String> {
    let lines = request.headers.map.get_all(header::COOKIE).iter();
    lines
        .map(crate::headers::text)
        .flat_map(|line| {
            let parts = line.split(';').map(str::trim).map(str::to_owned);
            parts.collect::<Vec<_>>()
        })
        .filter(|cookie| !cookie.is_empty())
        .collect()
}

/// Values of one name are joined by commas.
fn parameters(query: &str) -> BTreeMap<String, String> {
    let mut parameters: BTreeMap<String, String> = BTreeMap::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decode(name), decode(value));
        parameters
            .entry(name)
            .and_modify(|before| {
                before.push(',');
                before.push_str(&value);
            })
            .or_insert(value);
    }
    parameters
}

fn decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

/// As text, where it is text by its type and its bytes; otherwise in base64.
fn body(request: &Incoming) -> (Option<String>, bool) {
    if request.body.is_empty() {
        return (None, false);
    }
    let kind = request.headers.last("content-type");
    let kind = kind.map(|kind| media_type(&kind).into_owned());
    let text = std::str::from_utf8(&request.body).ok();
    match text.filter(|_| kind.as_deref().is_some_and(is_text)) {
        Some(text) => (Some(text.to_owned()), false),
        None => (Some(STANDARD.encode(&request.body)), true),
    }
}

fn is_text(media_type: &str) -> bool {
    let named = [
        "application/json",
        "application/xml",
        "application/javascript",
    ];
    media_type.starts_with("text/")
        || named.contains(&media_type)
        || media_type.ends_with("+json")
        || media_type.ends_with("+xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_parameters_are_joined() {
        let seen = parameters("q=query&multiQuery=foo&multiQuery=%2Fbar&a+b&x=1%2B1");
        let expected = [
            ("a b", ""),
            ("multiQuery", "foo,/bar"),
            ("q", "query"),
            ("x", "1+1"),
        ];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(seen, BTreeMap::from(expected));
    }

    #[test]
    fn only_text_is_text() {
        for (kind, expected) in [
            ("text/plain", true),
            ("application/json", true),
            ("application/problem+json", true),
            ("multipart/form-data", false),
            ("application/x-www-form-urlencoded", false),
            ("image/png", false),
        ] {
            assert_eq!(is_text(kind), expected, "{kind}");
        }
    }
}
