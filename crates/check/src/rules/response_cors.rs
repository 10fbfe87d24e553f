//! PC023: answers of an authorizer that refuses carry no CORS headers.

use super::Rule;
use super::analysis::Analysis;
use crate::found::{Found, Severity};
use crate::scene::{ApiScene, Guard};

pub(super) const RULE: Rule = Rule {
    id: "PC023",
    name: "refusals-without-cors",
    severity: Severity::Warning,
    summary: "Answers of an authorizer that refuses carry no CORS headers.",
    why: "What a gateway response says when a request is refused (401, 403, 500) does not pass through the integration. Without Access-Control-Allow-Origin in it, a browser hides the status from the page and reports a CORS error instead.",
    mend: "Set gateway responses DEFAULT_4XX and DEFAULT_5XX with gatewayresponse.header.Access-Control-Allow-Origin.",
};

const NEEDED: [&str; 3] = ["UNAUTHORIZED", "ACCESS_DENIED", "DEFAULT_4XX"];

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for api in &analysis.scene.apis {
        let asked_by_browsers = api
            .methods
            .iter()
            .any(|method| method.verb.as_str() == "OPTIONS" && method.allows_origin);
        let guarded = api.methods.iter().any(|method| {
            method.verb.as_str() != "OPTIONS"
                && method
                    .guards
                    .iter()
                    .any(|guard| matches!(guard, Guard::Authorizer(_)))
        });
        if !asked_by_browsers || !guarded || !api.responses_known || allows(api) {
            continue;
        }
        found.push(
            Found::new(
                &RULE,
                api.place,
                api.name.clone(),
                format!("{} answers browsers, and its refusals by an authorizer carry no CORS headers", api.name),
            )
            .beside(
                "gateway responses with Access-Control-Allow-Origin for DEFAULT_4XX, or UNAUTHORIZED and ACCESS_DENIED",
                if api.responses.is_empty() { "no gateway responses".to_owned() } else {
                    let set: Vec<&str> = api.responses.keys().map(String::as_str).collect();
                    format!("gateway responses for {}", set.join(", "))
                },
            ),
        );
    }
}

/// A type of its own is not covered by the default.
fn allows(api: &ApiScene) -> bool {
    let of = |kind: &str| api.responses.get(kind).copied();
    let default = of("DEFAULT_4XX").unwrap_or(false);
    NEEDED
        .iter()
        .take(2)
        .all(|kind| of(kind).unwrap_or(default))
}
