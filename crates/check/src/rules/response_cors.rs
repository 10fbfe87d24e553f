//! PC023: answers of an authorizer that refuses carry no CORS headers.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::Rule;
use super::analysis::Analysis;
use crate::found::{Found, Severity};
use crate::mend::{At, Step};
use crate::scene::{ApiForm, ApiScene, Guard};

pub(super) const RULE: Rule = Rule {
    id: "PC023",
    name: "refusals-without-cors",
    severity: Severity::Warning,
    summary: "Answers of an authorizer that refuses carry no CORS headers.",
    why: "What a gateway response says when a request is refused (401, 403, 500) does not pass through the integration. Without Access-Control-Allow-Origin in it, a browser hides the status from the page and reports a CORS error instead.",
    mend: "Set gateway responses DEFAULT_4XX and DEFAULT_5XX with gatewayresponse.header.Access-Control-Allow-Origin.",
    fix: "adds gateway responses with the origin that the OPTIONS methods allow, if they allow the same.",
};

const RESPONSES: &str = "x-amazon-apigateway-gateway-responses";
const HEADER: &str = "gatewayresponse.header.Access-Control-Allow-Origin";
const NEEDED: [&str; 3] = ["UNAUTHORIZED", "ACCESS_DENIED", "DEFAULT_4XX"];

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for api in &analysis.scene.apis {
        let asked_by_browsers = api
            .methods
            .iter()
            .any(|method| method.verb.as_str() == "OPTIONS" && method.allows_origin());
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
        let one =
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
            );
        found.push(match answered(api) {
            Some(steps) => one.mend("let browsers read refusals", steps),
            None => one,
        });
    }
}

/// The gateway responses that are missing, with the origin that all preflights allow.
fn answered(api: &ApiScene) -> Option<Vec<Step>> {
    let origins: BTreeSet<&str> = api
        .methods
        .iter()
        .filter(|method| method.verb.as_str() == "OPTIONS")
        .filter_map(|method| method.origin.as_deref())
        .collect();
    let origin = origins.first().filter(|origin| {
        origins.len() == 1 && origin.starts_with('\'') && origin.ends_with('\'')
    })?;
    let set = |kind: &str| api.responses.get(kind).copied();
    let own = ["UNAUTHORIZED", "ACCESS_DENIED"]
        .into_iter()
        .filter(|kind| set(kind) == Some(false));
    let defaults = ["DEFAULT_4XX", "DEFAULT_5XX"]
        .into_iter()
        .filter(|kind| set(kind) != Some(true));
    let kinds: Vec<&str> = own.chain(defaults).collect();
    if api.responses.is_empty()
        && let Some(step) = answers(api, &kinds, origin)
    {
        return Some(vec![step]);
    }
    let steps = kinds.iter().map(|kind| answer(api, kind, origin));
    steps.collect()
}

/// All of them as one member, where there is none.
fn answers(api: &ApiScene, kinds: &[&str], origin: &str) -> Option<Step> {
    let all = |one: Json| -> Json {
        let kinds = kinds.iter().map(|kind| ((*kind).to_owned(), one.clone()));
        Json::Object(kinds.collect())
    };
    let in_definition = |at: At| {
        let answers = all(json!({ "responseParameters": { HEADER: origin } }));
        Step::set(at.below([RESPONSES]), answers)
    };
    match api.form {
        ApiForm::Definition => Some(in_definition(At::root(api.place.file))),
        ApiForm::Resource { body: Some(body) } => Some(in_definition(At::place(body))),
        ApiForm::Serverless => {
            let headers = json!({ "Headers": { "Access-Control-Allow-Origin": origin } });
            let at = At::place(api.place).below(["Properties", "GatewayResponses"]);
            Some(Step::set(at, all(json!({ "ResponseParameters": headers }))))
        }
        ApiForm::Resource { body: None } | ApiForm::Elsewhere => None,
    }
}

fn answer(api: &ApiScene, kind: &str, origin: &str) -> Option<Step> {
    let in_definition = |at: At| {
        let at = at.below([RESPONSES, kind, "responseParameters", HEADER]);
        Step::set(at, origin)
    };
    let file = api.place.file;
    match api.form {
        ApiForm::Definition => Some(in_definition(At::root(file))),
        ApiForm::Resource { body: Some(body) } => Some(in_definition(At::place(body))),
        ApiForm::Serverless => {
            let at = At::place(api.place).below([
                "Properties",
                "GatewayResponses",
                kind,
                "ResponseParameters",
                "Headers",
                "Access-Control-Allow-Origin",
            ]);
            Some(Step::set(at, origin))
        }
        // One that is there already is another resource, which has to be changed there.
        ApiForm::Resource { body: None } if !api.responses.contains_key(kind) => Some(Step::Add {
            at: At::root(file).below(["Resources"]),
            name: format!("{}{}", api.name, kind.replace('_', "")),
            value: json!({
                "Type": "AWS::ApiGateway::GatewayResponse",
                "Properties": {
                    "RestApiId": { "Ref": api.name },
                    "ResponseType": kind,
                    "ResponseParameters": { HEADER: origin },
                },
            }),
        }),
        ApiForm::Resource { body: None } | ApiForm::Elsewhere => None,
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
