//! PC012: an integration with a function uses another method than POST.

use super::Rule;
use super::analysis::Analysis;
use crate::found::{Found, Severity};
use crate::mend::{At, Step};

pub(super) const RULE: Rule = Rule {
    id: "PC012",
    name: "integration-method",
    severity: Severity::Error,
    summary: "An integration with a function uses another method than POST.",
    why: "Lambda's Invoke is a POST. API Gateway sends the integration's own httpMethod to Lambda: with GET, as it is easily copied from the method, every call ends in 500 with a signature or method error.",
    mend: "Set the integration's httpMethod (IntegrationHttpMethod, integration_http_method) to POST.",
    fix: "writes POST.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for api in &analysis.scene.apis {
        for method in &api.methods {
            let Some(own) = &method.integration else {
                continue;
            };
            let to_lambda = own.uri.as_ref().is_some_and(|(uri, _)| {
                uri.as_ref().is_ok_and(|uri| uri.contains(":lambda:path/"))
            });
            if !to_lambda || !matches!(own.kind.as_str(), "AWS" | "AWS_PROXY") {
                continue;
            }
            let subject = format!("{} {} of {}", method.verb, method.path, api.name);
            let name = if method.in_definition {
                "httpMethod"
            } else {
                "IntegrationHttpMethod"
            };
            let missing = At::place(own.place).below([name]);
            match &own.http_method {
                Some((verb, _)) if verb == "POST" => {}
                Some((verb, place)) => found.push(
                    Found::new(
                        &RULE,
                        *place,
                        subject.clone(),
                        format!(
                            "{subject} invokes its function with {verb}; Lambda takes POST alone"
                        ),
                    )
                    .beside("POST", verb.clone())
                    .mend(
                        "invoke with POST",
                        vec![Step::set(At::place(*place), "POST")],
                    ),
                ),
                None => found.push(
                    Found::new(
                        &RULE,
                        own.place,
                        subject.clone(),
                        format!("{subject} does not say with which method its function is invoked"),
                    )
                    .beside("POST", "no method")
                    .mend("invoke with POST", vec![Step::set(missing, "POST")]),
                ),
            }
        }
    }
}
