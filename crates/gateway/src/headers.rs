//! Names of headers: how the caller spelled them, which ones API Gateway keeps for itself and which
//! ones it renames.
//!
//! The sets come from AWS's list "API Gateway important notes" and from the recording
//! `test_apigateway_header_remapping_http`.

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};

/// How the caller spelled its headers. The listener may put one into the extensions of a request;
/// without it the well-known names are shown in their usual spelling and the rest in lower case.
#[derive(Debug, Clone, Default)]
pub struct HeaderSpelling(Bytes);

impl HeaderSpelling {
    /// From the head of an HTTP/1 request as it was sent.
    pub fn of_head(head: Bytes) -> Self {
        Self(head)
    }

    /// From names alone.
    pub(crate) fn of_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let lines = names.into_iter().map(|name| format!("{name}:\r\n"));
        Self(lines.collect::<String>().into())
    }

    /// As it was spelled first. Looked up when it is asked for, since most requests never are.
    fn of(&self, name: &HeaderName) -> Option<&str> {
        let name = name.as_str();
        let lines = self.0.split(|byte| *byte == b'\n');
        let spelled = lines.filter_map(|line| {
            let (own, rest) = line.split_at_checked(name.len())?;
            let is_own = rest.first() == Some(&b':') && own.eq_ignore_ascii_case(name.as_bytes());
            is_own.then_some(own)
        });
        spelled.map(std::str::from_utf8).find_map(Result::ok)
    }
}

const FEW: usize = 12;
/// The colon, the space and the end of a header's line.
const BETWEEN_BYTES: usize = 4;

/// Headers of a request as a method sees them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Headers {
    pub(crate) map: HeaderMap,
    pub(crate) spelling: HeaderSpelling,
}

impl Headers {
    pub(crate) fn new(map: HeaderMap, spelling: Option<HeaderSpelling>) -> Self {
        Self {
            map,
            spelling: spelling.unwrap_or_default(),
        }
    }

    /// The last value under a name, as every single-valued view of API Gateway shows it.
    pub(crate) fn last(&self, name: &str) -> Option<Cow<'_, str>> {
        // A few names are compared sooner than one is hashed.
        if self.map.keys_len() <= FEW {
            let named = |(own, _): &(&HeaderName, &HeaderValue)| {
                let own = own.as_str();
                own.len() == name.len() && own.eq_ignore_ascii_case(name)
            };
            return self
                .map
                .iter()
                .filter(named)
                .last()
                .map(|(_, value)| text(value));
        }
        self.map.get_all(name).iter().next_back().map(text)
    }

    /// Names as spelled with all their values, without what API Gateway drops on arrival.
    pub(crate) fn seen_by_method(&self) -> impl Iterator<Item = (&str, Vec<Cow<'_, str>>)> {
        self.map
            .keys()
            .filter(|name| !is_dropped_on_arrival(name))
            .map(|name| {
                let values = self.map.get_all(name).iter().map(text).collect();
                (self.spelled(name), values)
            })
    }

    /// All bytes of the lines.
    pub(crate) fn bytes(&self) -> usize {
        self.map
            .iter()
            .map(|(name, value)| name.as_str().len() + value.len() + BETWEEN_BYTES)
            .sum()
    }

    /// `Authorization` and `User-Agent` are spelled so whatever the caller wrote (recordings
    /// `test_lambda_aws_proxy_integration` and its `request_data_mapping`).
    fn spelled<'a>(&'a self, name: &'a HeaderName) -> &'a str {
        let own = self.spelling.of(name);
        let is_fixed = [header::AUTHORIZATION, header::USER_AGENT].contains(name);
        match own.filter(|_| !is_fixed) {
            Some(spelled) => spelled,
            None => usual_spelling(name),
        }
    }
}

/// Bytes that are no UTF-8 are shown as Latin-1, as HTTP has it.
pub(crate) fn text(value: &HeaderValue) -> Cow<'_, str> {
    match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(
            value
                .as_bytes()
                .iter()
                .map(|byte| char::from(*byte))
                .collect(),
        ),
    }
}

fn usual_spelling(name: &HeaderName) -> &str {
    const USUAL: &[(HeaderName, &str)] = &[
        (header::ACCEPT, "Accept"),
        (header::ACCEPT_CHARSET, "Accept-Charset"),
        (header::ACCEPT_ENCODING, "Accept-Encoding"),
        (header::ACCEPT_LANGUAGE, "Accept-Language"),
        (header::AUTHORIZATION, "Authorization"),
        (header::CACHE_CONTROL, "Cache-Control"),
        (header::CONTENT_ENCODING, "Content-Encoding"),
        (header::CONTENT_TYPE, "Content-Type"),
        (header::COOKIE, "Cookie"),
        (header::DATE, "Date"),
        (header::HOST, "Host"),
        (header::IF_MATCH, "If-Match"),
        (header::IF_MODIFIED_SINCE, "If-Modified-Since"),
        (header::IF_NONE_MATCH, "If-None-Match"),
        (header::ORIGIN, "Origin"),
        (header::PRAGMA, "Pragma"),
        (header::RANGE, "Range"),
        (header::REFERER, "Referer"),
        (header::USER_AGENT, "User-Agent"),
        (header::VIA, "Via"),
    ];
    USUAL
        .iter()
        .find(|(known, _)| known == name)
        .map_or(name.as_str(), |(_, usual)| usual)
}

/// What no method, template or function ever sees.
pub(crate) fn is_dropped_on_arrival(name: &HeaderName) -> bool {
    matches!(
        name.as_str(),
        "connection"
            | "content-length"
            | "content-md5"
            | "expect"
            | "keep-alive"
            | "max-forwards"
            | "proxy-authenticate"
            | "proxy-connection"
            | "server"
            | "te"
            | "trailer"
            | "transfer-encoding"
            | "upgrade"
            | "www-authenticate"
    )
}

/// What an HTTP proxy integration doesn't hand on by itself, beyond what is dropped on arrival.
pub(crate) fn is_kept_from_backend(name: &str) -> bool {
    const KEPT: &[&str] = &["content-encoding", "host", "via"];
    KEPT.iter().any(|kept| kept.eq_ignore_ascii_case(name))
}

/// What a parameter mapping can't set on the way to an HTTP backend: it is left out in silence.
pub(crate) fn is_unmappable(name: &str) -> bool {
    const UNMAPPABLE: &[&str] = &["connection", "expect", "proxy-authenticate", "te", "via"];
    UNMAPPABLE
        .iter()
        .any(|other| other.eq_ignore_ascii_case(name))
}

/// What a parameter mapping must not set: AWS fails such a request.
pub(crate) fn is_forbidden_to_map(name: &str) -> bool {
    ["content-length", "transfer-encoding"]
        .iter()
        .any(|other| other.eq_ignore_ascii_case(name))
}

/// The name under which the caller gets a backend's header: `x-amzn-Remapped-…` for those that
/// belong to API Gateway itself.
pub(crate) fn towards_client(name: &str) -> Option<Cow<'_, str>> {
    const REMAPPED: &[&str] = &[
        "authorization",
        "connection",
        "content-length",
        "content-md5",
        "date",
        "expect",
        "host",
        "max-forwards",
        "proxy-authenticate",
        "server",
        "trailer",
        "upgrade",
        "user-agent",
        "www-authenticate",
        "x-amzn-requestid",
    ];
    if name.eq_ignore_ascii_case("transfer-encoding") {
        return None;
    }
    let remapped = REMAPPED
        .iter()
        .any(|other| other.eq_ignore_ascii_case(name));
    Some(if remapped {
        Cow::Owned(format!("x-amzn-Remapped-{name}"))
    } else {
        Cow::Borrowed(name)
    })
}

/// A backend's header as backends usually spell it: the HTTP library gives its name in lower case.
pub(crate) fn usual_of_backends(name: &str) -> String {
    match name {
        "etag" => return "ETag".to_owned(),
        "te" => return "TE".to_owned(),
        "www-authenticate" => return "WWW-Authenticate".to_owned(),
        "content-md5" => return "Content-MD5".to_owned(),
        _ => {}
    }
    let mut is_first = true;
    let letters = name.chars().map(|letter| {
        let shown = if is_first {
            letter.to_ascii_uppercase()
        } else {
            letter
        };
        is_first = letter == '-';
        shown
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &'static str, expected: Option<&str>) {
        assert_eq!(towards_client(name).as_deref(), expected);
    }

    #[test]
    fn a_backends_own_headers_are_renamed_as_recorded() {
        check("Content-Length", Some("x-amzn-Remapped-Content-Length"));
        check("Server", Some("x-amzn-Remapped-Server"));
        check("WWW-Authenticate", Some("x-amzn-Remapped-WWW-Authenticate"));
        check("Content-Encoding", Some("Content-Encoding"));
        check("TE", Some("TE"));
        check("Via", Some("Via"));
        check("Transfer-Encoding", None);
    }

    #[test]
    fn a_backends_headers_are_spelled_as_usual() {
        for (name, expected) in [
            ("access-control-allow-origin", "Access-Control-Allow-Origin"),
            ("etag", "ETag"),
            ("x", "X"),
        ] {
            assert_eq!(usual_of_backends(name), expected);
        }
    }

    #[test]
    fn the_last_value_is_the_single_one_and_the_spelling_is_kept() {
        let mut map = HeaderMap::new();
        map.append("x-test", HeaderValue::from_static("a"));
        map.append("x-test", HeaderValue::from_static("b"));
        map.insert("connection", HeaderValue::from_static("close"));
        map.insert("host", HeaderValue::from_static("h"));
        let head = "GET / HTTP/1.1\r\nX-Tes: 1\r\nX-TesT: a\r\nx-test:b\r\n\r\n";
        let spelling = HeaderSpelling::of_head(head.into());
        let headers = Headers::new(map, Some(spelling));
        assert_eq!(headers.last("X-Test").as_deref(), Some("b"));
        let mut seen: Vec<(&str, usize)> = headers
            .seen_by_method()
            .map(|(name, values)| (name, values.len()))
            .collect();
        seen.sort_unstable();
        assert_eq!(seen, [("Host", 1), ("X-TesT", 2)]);
    }
}
