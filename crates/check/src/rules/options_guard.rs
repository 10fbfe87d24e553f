//! PC022: an OPTIONS method needs credentials that a browser never sends.

use serde_json::json;

use super::Rule;
use super::analysis::Analysis;
use crate::found::{Found, Severity};
use crate::mend::{At, Step};
use crate::scene::{ApiForm, ApiScene, Guard, MethodScene};

pub(super) const RULE: Rule = Rule {
    id: "PC022",
    name: "options-behind-authorizer",
    severity: Severity::Warning,
    summary: "An OPTIONS method needs credentials that a browser never sends.",
    why: "A browser asks with OPTIONS before it sends a request to another origin, and sends no Authorization header and no API key with it. An OPTIONS method behind an authorizer, IAM or an API key refuses the preflight, and the browser reports a CORS error.",
    mend: "Leave OPTIONS without authorization. In SAM: AddDefaultAuthorizerToCorsPreflight: false.",
    fix: "takes the authorization from the OPTIONS method; in SAM it sets AddDefaultAuthorizerToCorsPreflight to false.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for api in &analysis.scene.apis {
        for method in &api.methods {
            // An OPTIONS method that allows no origin may be for something else.
            if method.verb.as_str() != "OPTIONS" || !method.allows_origin() {
                continue;
            }
            let Some(guard) = method.guards.first() else {
                continue;
            };
            let by = match guard {
                Guard::Authorizer(name) => format!("the authorizer {name}"),
                Guard::Iam => "AWS_IAM".to_owned(),
                Guard::Key => "an API key".to_owned(),
            };
            let subject = format!("OPTIONS {} of {}", method.path, api.name);
            found.push(
                Found::new(
                    &RULE,
                    method.place,
                    subject.clone(),
                    format!("{subject} answers preflights, and is behind {by}"),
                )
                .beside("no authorization", by)
                .mend(
                    "leave preflights without authorization",
                    opened(api, method),
                ),
            );
        }
    }
}

/// The method without its guards, as its document says that.
fn opened(api: &ApiScene, method: &MethodScene) -> Vec<Step> {
    // What SAM adds stands where the API stands.
    if api.form == ApiForm::Serverless && method.place == api.place {
        let path = ["Properties", "Auth", "AddDefaultAuthorizerToCorsPreflight"];
        return vec![Step::set(At::place(api.place).below(path), false)];
    }
    let own = At::place(method.place);
    if method.in_definition {
        return vec![Step::set(own.below(["security"]), json!([]))];
    }
    let property = |name| own.clone().below(["Properties", name]);
    let mut steps = Vec::new();
    if method.guards.iter().any(|guard| *guard != Guard::Key) {
        steps.push(Step::set(property("AuthorizationType"), "NONE"));
        steps.push(Step::remove(property("AuthorizerId")));
    }
    if method.guards.contains(&Guard::Key) {
        steps.push(Step::set(property("ApiKeyRequired"), false));
    }
    steps
}
