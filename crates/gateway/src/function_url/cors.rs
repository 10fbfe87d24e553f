//! Cross-origin resource sharing, where the URL is configured for it: preflights are answered
//! without the function, and its answers get the headers of the configuration in place of its own
//! (Lambda developer guide, "Cross-origin resource sharing (CORS)").

use http::Method;
use journal::StepKind;
use model::UrlCors;

use super::urls::Url;
use super::{Exchange, Incoming};
use crate::response::Reply;

/// The answer to a browser that only asks what it may do.
pub(super) fn preflight(exchange: &mut Exchange, url: &Url) -> Option<Reply> {
    let cors = url.settings.cors.as_ref()?;
    let request = &exchange.request;
    if request.method != Method::OPTIONS || request.headers.last("origin").is_none() {
        return None;
    }
    let mut reply = Reply::new(200, "");
    if allow_origin(&mut reply, cors, request) {
        set_list(
            &mut reply,
            "Access-Control-Allow-Methods",
            cors.allow_methods.as_ref(),
        );
        set_list(
            &mut reply,
            "Access-Control-Allow-Headers",
            cors.allow_headers.as_ref(),
        );
        if let Some(seconds) = cors.max_age {
            reply.set("Access-Control-Max-Age", seconds.to_string());
        }
    }
    exchange.note(StepKind::Cors, "the preflight is answered");
    Some(reply)
}

/// What a browser is told with the answer itself.
pub(super) fn complete(reply: &mut Reply, cors: &UrlCors, request: &Incoming) {
    reply.headers.retain(|(name, _)| !is_ours(name));
    if allow_origin(reply, cors, request) {
        set_list(
            reply,
            "Access-Control-Expose-Headers",
            cors.expose_headers.as_ref(),
        );
    }
}

fn is_ours(name: &str) -> bool {
    let start = name.get(.."access-control-".len());
    start.is_some_and(|start| start.eq_ignore_ascii_case("access-control-"))
}

fn allow_origin(reply: &mut Reply, cors: &UrlCors, request: &Incoming) -> bool {
    let Some(origin) = request.headers.last("origin") else {
        return false;
    };
    let allowed = cors.allow_origins.as_deref().unwrap_or_default();
    if !allowed.iter().any(|pattern| fits(pattern, &origin)) {
        return false;
    }
    let credentials = cors.allow_credentials == Some(true);
    if allowed.iter().any(|pattern| pattern == "*") && !credentials {
        reply.set("Access-Control-Allow-Origin", "*");
    } else {
        reply.set("Access-Control-Allow-Origin", origin.into_owned());
        reply.set("Vary", "Origin");
    }
    if credentials {
        reply.set("Access-Control-Allow-Credentials", "true");
    }
    true
}

/// An origin, every origin, or every origin of a scheme.
fn fits(pattern: &str, origin: &str) -> bool {
    match pattern {
        "*" => true,
        "http://*" | "https://*" => origin.starts_with(pattern.trim_end_matches('*')),
        exact => exact.eq_ignore_ascii_case(origin),
    }
}

fn set_list(reply: &mut Reply, name: &'static str, values: Option<&Vec<String>>) {
    if let Some(values) = values.filter(|values| !values.is_empty()) {
        reply.set(name, values.join(","));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_named_or_meant() {
        for (pattern, origin, expected) in [
            ("*", "https://a.example", true),
            ("https://*", "https://a.example", true),
            ("https://*", "http://a.example", false),
            ("https://a.example", "https://A.example", true),
            ("https://a.example", "https://a.example:8443", false),
        ] {
            assert_eq!(fits(pattern, origin), expected, "{pattern} {origin}");
        }
    }
}
