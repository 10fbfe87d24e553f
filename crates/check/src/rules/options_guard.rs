//! PC022: an OPTIONS method needs credentials that a browser never sends.

use super::Rule;
use super::analysis::Analysis;
use crate::found::{Found, Severity};
use crate::scene::Guard;

pub(super) const RULE: Rule = Rule {
    id: "PC022",
    name: "options-behind-authorizer",
    severity: Severity::Warning,
    summary: "An OPTIONS method needs credentials that a browser never sends.",
    why: "A browser asks with OPTIONS before it sends a request to another origin, and sends no Authorization header and no API key with it. An OPTIONS method behind an authorizer, IAM or an API key refuses the preflight, and the browser reports a CORS error.",
    mend: "Leave OPTIONS without authorization. In SAM: AddDefaultAuthorizerToCorsPreflight: false.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for api in &analysis.scene.apis {
        for method in &api.methods {
            // An OPTIONS method that allows no origin may be for something else.
            if method.verb.as_str() != "OPTIONS" || !method.allows_origin {
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
                .beside("no authorization", by),
            );
        }
    }
}
