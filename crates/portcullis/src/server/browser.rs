//! What browsers must be told, since one port serves the console, the AWS APIs and the APIs of users.
//!
//! Nothing here concerns a client that is no browser: the headers that are looked at are those that
//! only browsers send, and scripts cannot forge.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response, StatusCode, header};
use serde_json::json;

const FETCH_DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");
/// A page in a sandbox without `allow-same-origin` has an origin of its own.
const SANDBOX: HeaderValue =
    HeaderValue::from_static("sandbox allow-scripts allow-forms allow-popups allow-modals");

/// What a browser makes of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ShownAs {
    /// A page of the origin that it came from.
    Page,
    /// The answer to a call, an image, or nothing a browser asked for.
    Other,
}

pub(super) fn shown_as<B>(request: &Request<B>) -> ShownAs {
    match request
        .headers()
        .get(FETCH_DESTINATION)
        .map(HeaderValue::as_bytes)
    {
        Some(
            b"document" | b"iframe" | b"frame" | b"object" | b"embed" | b"serviceworker"
            | b"worker" | b"sharedworker",
        ) => ShownAs::Page,
        _ => ShownAs::Other,
    }
}

/// An API that is reached by a path shares the console's origin. Its pages are shown apart from it,
/// so that a function cannot act as whoever is signed in to the console.
pub(super) fn apart<B>(mut answer: Response<B>, shown_as: ShownAs) -> Response<B> {
    if shown_as == ShownAs::Page {
        answer
            .headers_mut()
            .append(header::CONTENT_SECURITY_POLICY, SANDBOX);
    }
    answer
}

/// A page of another origin may not call the AWS APIs: with `--auth open` its calls would need no
/// secret. AWS's own endpoints for these services answer no such page either.
pub(super) fn refuse_foreign(request: &Request<Bytes>) -> Option<Response<Bytes>> {
    let headers = request.headers();
    let is_browser = headers.contains_key(header::ORIGIN) || headers.contains_key("sec-fetch-site");
    if !is_browser {
        return None;
    }
    let foreign = console::own_page(request).err()?;
    let body = json!({ "message": foreign.to_string() }).to_string();
    let mut refused = Response::new(Bytes::from(body));
    *refused.status_mut() = StatusCode::FORBIDDEN;
    let json = HeaderValue::from_static("application/json");
    refused.headers_mut().insert(header::CONTENT_TYPE, json);
    Some(refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(headers: &[(&str, &str)]) -> Request<Bytes> {
        let mut request = Request::post("/restapis");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Bytes::new()).unwrap()
    }

    #[track_caller]
    fn check(headers: &[(&str, &str)], refused: bool) {
        assert_eq!(
            refuse_foreign(&request(headers)).is_some(),
            refused,
            "{headers:?}"
        );
    }

    #[test]
    fn aws_apis_answer_no_page_of_another_origin() {
        check(&[("host", "aws.example.com")], false);
        check(
            &[("host", "localhost:1"), ("origin", "http://localhost:1")],
            false,
        );
        check(
            &[("host", "localhost:1"), ("origin", "http://localhost:2")],
            true,
        );
        check(
            &[("host", "evil.example"), ("origin", "http://evil.example")],
            true,
        );
        check(
            &[("host", "localhost:1"), ("sec-fetch-site", "cross-site")],
            true,
        );
    }

    #[test]
    fn a_page_of_an_api_is_shown_apart_from_the_console() {
        for (destination, expected) in [
            (Some("document"), true),
            (Some("iframe"), true),
            (Some("serviceworker"), true),
            (Some("empty"), false),
            (Some("image"), false),
            (None, false),
        ] {
            let headers: Vec<_> = destination
                .map(|value| ("sec-fetch-dest", value))
                .into_iter()
                .collect();
            let answer = apart(Response::new(()), shown_as(&request(&headers)));
            let apart = answer
                .headers()
                .contains_key(header::CONTENT_SECURITY_POLICY);
            assert_eq!(apart, expected, "{destination:?}");
        }
    }
}
