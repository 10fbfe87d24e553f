//! Pages of a browser: preflights that find no OPTIONS, or an authorizer before it, and answers
//! without the headers that let a page read them.

use model::{AuthorizationType, MethodVerb, Resource};
use serde_json::json;

use super::Case;
use super::commands::Aws;
use super::report::Report;
use super::surroundings::fits;
use crate::fact::Preflight;
use crate::{Fact, Outcome, StepKind};

const ORIGIN: &str = "Access-Control-Allow-Origin";

struct Browser<'a> {
    origin: &'a str,
    preflight: Option<&'a Preflight>,
    readable: bool,
}

fn browser<'a>(case: &Case<'a>) -> Option<Browser<'a>> {
    case.entry.facts.iter().find_map(|fact| match fact {
        Fact::Browser {
            origin,
            preflight,
            readable,
        } => Some(Browser {
            origin,
            preflight: preflight.as_ref(),
            readable: *readable,
        }),
        Fact::AuthorizerPolicy { .. }
        | Fact::Role { .. }
        | Fact::StageVariable { .. }
        | Fact::LogLine { .. }
        | Fact::Trace { .. } => None,
    })
}

/// What a browser makes of the answer.
pub(super) fn tell(case: &Case<'_>, report: &mut Report) {
    let Some(browser) = browser(case) else { return };
    let refused = match &case.entry.outcome {
        Outcome::Answered => None,
        Outcome::Refused(refusal) => Some(refusal.layer),
    };
    if browser.preflight.is_some() {
        let asks_first = matches!(
            refused,
            Some(StepKind::Authorizers | StepKind::Authorization | StepKind::UsagePlan)
        );
        if asks_first {
            open_options(case, report);
        }
        return;
    }
    if browser.readable {
        return;
    }
    report.note(format!(
        "a page of {} may not read this answer: it has no {ORIGIN}, so that the browser shows a \
         CORS error in the place of the {}",
        browser.origin, case.entry.status
    ));
    match refused {
        None => report.note(
            "the headers come from the backend, or from the method's integration response, where \
             that is not a proxy",
        ),
        Some(_) => let_pages_read(case, report, browser.origin),
    }
}

/// The refusals of the gateway carry the header once a gateway response says so.
fn let_pages_read(case: &Case<'_>, report: &mut Report, origin: &str) {
    let Some(api) = case.around.api else { return };
    let kind = if case.entry.status < 500 {
        "DEFAULT_4XX"
    } else {
        "DEFAULT_5XX"
    };
    let parameters = json!({ format!("gatewayresponse.header.{ORIGIN}"): format!("'{origin}'") });
    let command = Aws::new("apigateway put-gateway-response")
        .option("rest-api-id", api.id.as_str())
        .option("response-type", kind)
        .option("response-parameters", &parameters.to_string())
        .option("region", api.region.as_str());
    let lines = format!("{}\n{}", command.line(), case.deployment());
    report.note(format!("to let the page read refusals:\n{lines}"));
}

/// The path has methods, and OPTIONS is none of them.
pub(super) fn no_options(case: &Case<'_>, report: &mut Report) {
    let Some((resource, path)) = resource(case) else {
        return;
    };
    report.needs(format!(
        "{path} has the method OPTIONS, which browsers call before others"
    ));
    let Some(api) = case.around.api else { return };
    let (origin, preflight) = match browser(case) {
        Some(browser) => (browser.origin, browser.preflight),
        None => ("*", None),
    };
    let verbs: Vec<&str> = resource.methods.keys().map(|verb| verb.as_str()).collect();
    let allowed = preflight.map_or_else(|| verbs.join(","), |asked| asked.method.clone());
    let headers = preflight.and_then(|asked| asked.headers.clone());
    let mut given = vec![
        (ORIGIN, origin.to_owned()),
        ("Access-Control-Allow-Methods", allowed),
    ];
    given.extend(headers.map(|headers| ("Access-Control-Allow-Headers", headers)));
    let on = |command: &str| {
        Aws::new(&format!("apigateway {command}"))
            .option("rest-api-id", api.id.as_str())
            .option("resource-id", &resource.id)
            .option("http-method", "OPTIONS")
            .option("region", api.region.as_str())
    };
    let name = |header: &str| format!("method.response.header.{header}");
    let declared = given.iter().map(|(header, _)| (name(header), json!(false)));
    let declared: serde_json::Map<_, _> = declared.collect();
    let values = given
        .iter()
        .map(|(header, value)| (name(header), json!(format!("'{value}'"))));
    let values: serde_json::Map<_, _> = values.collect();
    let template = json!({ "application/json": r#"{"statusCode":200}"# });
    let lines = [
        on("put-method").option("authorization-type", "NONE").line(),
        on("put-method-response")
            .option("status-code", "200")
            .option("response-parameters", &json!(declared).to_string())
            .line(),
        on("put-integration")
            .option("type", "MOCK")
            .option("request-templates", &template.to_string())
            .line(),
        on("put-integration-response")
            .option("status-code", "200")
            .option("response-parameters", &json!(values).to_string())
            .line(),
        case.deployment(),
    ];
    report.fix_with(lines.join("\n"));
}

/// A browser sends no credentials with a preflight.
fn open_options(case: &Case<'_>, report: &mut Report) {
    report.note("a browser sends neither credentials nor keys with a preflight");
    report.needs("OPTIONS asks for no authorizer and no key");
    let Some((resource, _)) = resource(case) else {
        return;
    };
    let (Some(api), Some(options)) = (case.around.api, resource.methods.get(&MethodVerb::Options))
    else {
        return;
    };
    let mut patch = vec![];
    if options.authorization_type != AuthorizationType::None {
        patch.push(json!({"op": "replace", "path": "/authorizationType", "value": "NONE"}));
    }
    if options.api_key_required {
        patch.push(json!({"op": "replace", "path": "/apiKeyRequired", "value": "false"}));
    }
    if patch.is_empty() {
        return;
    }
    let command = Aws::new("apigateway update-method")
        .option("rest-api-id", api.id.as_str())
        .option("resource-id", &resource.id)
        .option("http-method", "OPTIONS")
        .option("patch-operations", &json!(patch).to_string())
        .option("region", api.region.as_str());
    report.fix.cli = Some(format!("{}\n{}", command.line(), case.deployment()));
    report.fix.forms = crate::Forms::default();
}

/// The resource as the API has it now, and its path.
fn resource<'a>(case: &Case<'a>) -> Option<(&'a Resource, String)> {
    let definition = &case.around.api?.definition;
    let path = case.path();
    definition.resources.values().find_map(|resource| {
        let template = definition.path_of(&resource.id)?;
        let serves = !resource.methods.is_empty() && fits(&template, path);
        serves.then_some((resource, template))
    })
}

impl Case<'_> {
    /// What brings a change of the API to the stage.
    pub(super) fn deployment(&self) -> String {
        Aws::new("apigateway create-deployment")
            .option("rest-api-id", &self.entry.api_id)
            .option("stage-name", &self.entry.stage)
            .option("region", self.around.region())
            .line()
    }
}
