//! From which page may a request come? A browser sends requests for any page that it shows, to any
//! address that the page names, and under any name that resolves to this machine.
//!
//! Two things keep strangers out. The host must be a name that only this machine has: a page that
//! lets its own name resolve to us (DNS rebinding) is refused by that. And where a browser says
//! which page a request comes from, that page must be of the same origin (CSRF).

use std::net::IpAddr;

use http::{HeaderMap, HeaderName, Request, header};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// A request that a page of another origin caused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Foreign {
    #[error(
        "this path is for clients of this machine: the host must be localhost or an IP address"
    )]
    Host,
    #[error("this path is for clients of this machine, not for pages of other origins")]
    Origin,
}

/// Refuses what a page of another origin sends. Clients that are no browsers pass, as does the
/// address that somebody types.
pub fn own_page<B>(request: &Request<B>) -> Result<(), Foreign> {
    let headers = request.headers();
    let host = text(headers, &header::HOST)
        .or_else(|| request.uri().authority().map(http::uri::Authority::as_str))
        .unwrap_or_default();
    if !is_local(host_name(host)) {
        return Err(Foreign::Host);
    }
    if let Some(origin) = text(headers, &header::ORIGIN)
        && !is_origin_of(origin, host)
    {
        return Err(Foreign::Origin);
    }
    match text(headers, &FETCH_SITE) {
        // `none`: the address was typed, or a bookmark was opened. A link on another page may lead to
        // the console, and to nothing that acts.
        None | Some("same-origin" | "none") => Ok(()),
        Some(_) if is_navigation(request) => Ok(()),
        Some(_) => Err(Foreign::Origin),
    }
}

/// Whether the origin is named at all: browsers name it in every POST.
pub(crate) fn says_where_it_comes_from<B>(request: &Request<B>) -> bool {
    request.headers().contains_key(header::ORIGIN)
}

fn is_navigation<B>(request: &Request<B>) -> bool {
    let mode = HeaderName::from_static("sec-fetch-mode");
    request.method() == http::Method::GET && text(request.headers(), &mode) == Some("navigate")
}

fn is_origin_of(origin: &str, host: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| origin.strip_prefix(scheme) == Some(host))
}

fn is_local(name: &str) -> bool {
    name == "localhost"
        || name.ends_with(".localhost")
        || name == "localhost.localstack.cloud"
        || name.ends_with(".localhost.localstack.cloud")
        || name.parse::<IpAddr>().is_ok()
}

/// The name without its port; an IPv6 address without its brackets.
fn host_name(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let value = headers.get(name)?;
    // What is no text is surely no value that would be let in.
    Some(value.to_str().unwrap_or("?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headers: &[(&str, &str)], expected: Result<(), Foreign>) {
        let mut request = Request::post("/console/credentials");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        assert_eq!(
            own_page(&request.body(()).unwrap()),
            expected,
            "{headers:?}"
        );
    }

    #[test]
    fn the_consoles_own_page_passes() {
        for host in [
            "localhost:4566",
            "127.0.0.1:4566",
            "[::1]:4566",
            "console.localhost:4566",
            "localhost.localstack.cloud:4566",
            "console.localhost.localstack.cloud",
        ] {
            let origin = format!("http://{host}");
            check(
                &[
                    ("host", host),
                    ("origin", &origin),
                    ("sec-fetch-site", "same-origin"),
                ],
                Ok(()),
            );
            check(&[("host", host)], Ok(()));
        }
        check(
            &[("host", "localhost"), ("origin", "https://localhost")],
            Ok(()),
        );
    }

    #[test]
    fn a_name_that_strangers_can_point_at_us_is_refused() {
        for host in [
            "evil.example:4566",
            "localhost.evil.example",
            "",
            "127.0.0.1.evil.example",
            "app.localstack.cloud",
            "evillocalhost.localstack.cloud",
        ] {
            check(
                &[("host", host), ("origin", &format!("http://{host}"))],
                Err(Foreign::Host),
            );
        }
    }

    #[test]
    fn a_page_of_another_origin_is_refused() {
        for origin in [
            "http://evil.example",
            "null",
            "http://localhost:3000",
            "http://api.execute-api.localhost:4566",
            "ftp://localhost:4566",
        ] {
            check(
                &[("host", "localhost:4566"), ("origin", origin)],
                Err(Foreign::Origin),
            );
        }
        for site in ["cross-site", "same-site", "unheard-of"] {
            check(
                &[("host", "localhost:4566"), ("sec-fetch-site", site)],
                Err(Foreign::Origin),
            );
        }
    }

    #[test]
    fn a_link_on_another_page_leads_to_the_console_but_acts_nothing() {
        let headers = [
            ("host", "localhost:4566"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
        ];
        check(&headers, Err(Foreign::Origin));
        let mut request = Request::get("/console/");
        for (name, value) in headers {
            request = request.header(name, value);
        }
        assert_eq!(own_page(&request.body(()).unwrap()), Ok(()));
    }
}
