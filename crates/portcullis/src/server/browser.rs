//! What browsers must be told, since one port serves the console, the AWS APIs and the APIs of users.
//!
//! Nothing here concerns a client that is no browser: the headers that are looked at are those that
//! only browsers send, and scripts cannot forge.

use bytes::Bytes;
use console::Foreign;
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, header};
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
    let headers = request.headers();
    match headers.get(FETCH_DESTINATION).map(HeaderValue::as_bytes) {
        // Browsers say where an answer goes only where the connection is safe or to this machine;
        // that they would rather have it safe, they say wherever they show it as a page.
        None if headers.contains_key(header::UPGRADE_INSECURE_REQUESTS) => ShownAs::Page,
        Some(
            b"document" | b"iframe" | b"frame" | b"object" | b"embed" | b"serviceworker"
            | b"worker" | b"sharedworker",
        ) => ShownAs::Page,
        _ => ShownAs::Other,
    }
}

/// An API that is reached by a path shares the console's origin, and so does an object of S3. Their
/// pages are shown apart from it, so that neither a function nor whoever stored an object can act as
/// whoever is signed in to the console.
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
pub(super) fn refuse_foreign<B>(request: &Request<B>) -> Option<Response<Bytes>> {
    foreign(request).map(refusal)
}

/// The same for S3 where nobody asks for a signature. Pages of all origins show objects, and those that
/// change none must only not have come by a name of their own, under which they could read the answer.
pub(super) fn refuse_foreign_to_objects<B>(request: &Request<B>) -> Option<Response<Bytes>> {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let foreign = foreign(request).filter(|foreign| !reads || *foreign == Foreign::Host);
    foreign.map(refusal)
}

/// Where a connection is not safe, browsers do not tell what a request is for, and of one that reads from
/// what they hold for the page's own server they tell no origin; a language they name always.
fn foreign<B>(request: &Request<B>) -> Option<Foreign> {
    let headers = request.headers();
    let told = ["origin", "sec-fetch-site", "accept-language"];
    if !told.iter().any(|name| headers.contains_key(*name)) {
        return None;
    }
    // A link may lead to the console from everywhere, but a GET may act where AWS's Query protocol does.
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    let is_ours = matches!(site, None | Some(b"same-origin" | b"none"));
    let by_link = (!is_ours).then_some(Foreign::Origin);
    console::own_page(request).err().or(by_link)
}

fn refusal(foreign: Foreign) -> Response<Bytes> {
    let body = json!({ "message": foreign.to_string() }).to_string();
    let mut refused = Response::new(Bytes::from(body));
    *refused.status_mut() = StatusCode::FORBIDDEN;
    let json = HeaderValue::from_static("application/json");
    refused.headers_mut().insert(header::CONTENT_TYPE, json);
    refused
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
        // Under a name that it has pointed at us, a page reads without saying where it comes from.
        let languages = ("accept-language", "en");
        check(&[("host", "evil.example"), languages], true);
        check(&[("host", "localhost:1"), languages], false);
        let link = [
            ("host", "localhost:1"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
        ];
        let mut by_link = request(&link);
        *by_link.method_mut() = Method::GET;
        assert!(refuse_foreign(&by_link).is_some());
    }

    #[test]
    fn objects_are_shown_to_all_pages_and_changed_by_none_of_another_origin() {
        let (ours, theirs) = (("host", "localhost:1"), ("origin", "http://evil.example"));
        let rebound = [("host", "evil.example"), ("accept-language", "en")];
        for (method, headers, refused) in [
            (Method::GET, &[ours, theirs][..], false),
            (Method::POST, &[ours, theirs], true),
            (
                Method::PUT,
                &[ours, ("origin", "http://localhost:1")],
                false,
            ),
            (Method::GET, &rebound, true),
            (Method::PUT, &[("host", "s3.amazonaws.com")], false),
        ] {
            let mut request = request(headers);
            *request.method_mut() = method;
            let found = refuse_foreign_to_objects(&request).is_some();
            assert_eq!(found, refused, "{headers:?}");
        }
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
        let unsafe_connection = request(&[("upgrade-insecure-requests", "1")]);
        assert_eq!(shown_as(&unsafe_connection), ShownAs::Page);
    }
}
