//! PC013: the URI of an integration or authorizer is not that of an invocation.

use serde_json::Value as Json;

use super::analysis::Analysis;
use super::{Rule, repairs};
use crate::coverage::Text;
use crate::found::{Found, Place, Severity};
use crate::mend::{At, Step};

pub(super) const RULE: Rule = Rule {
    id: "PC013",
    name: "no-invocation-uri",
    severity: Severity::Error,
    summary: "The URI of an integration or authorizer is not that of an invocation.",
    why: "A function is invoked at arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations. The ARN of the function alone, or a URI without /invocations at its end, is refused at import or fails with every call.",
    mend: "Write the whole URI, with path/2015-03-31/functions/ before the ARN of the function and /invocations behind it.",
    fix: "writes the whole URI, or the part of it that is missing.",
};

pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for api in &analysis.scene.apis {
        for method in &api.methods {
            let Some(own) = &method.integration else {
                continue;
            };
            if let Some((uri, place)) = &own.uri
                && matches!(own.kind.as_str(), "AWS" | "AWS_PROXY")
            {
                let subject = format!("{} {} of {}", method.verb, method.path, api.name);
                found.extend(of(analysis, &subject, uri, *place));
            }
        }
        for authorizer in &api.authorizers {
            if let Some((uri, place)) = &authorizer.uri {
                let subject = format!("authorizer {} of {}", authorizer.name, api.name);
                found.extend(of(analysis, &subject, uri, *place));
            }
        }
    }
}

fn of(analysis: &Analysis<'_>, subject: &str, uri: &Text, place: Place) -> Option<Found> {
    let uri = uri.as_ref().ok()?;
    if !uri.contains(":lambda:") {
        return None;
    }
    let why = wrong(uri)?;
    // A function that is not known may be a whole address.
    let open = analysis.scene.stand_ins.open_in(uri).is_some();
    if open && !uri.starts_with("arn:aws:apigateway:") {
        return None;
    }
    let found = Found::new(
        &RULE,
        place,
        subject.to_owned(),
        format!("{subject} has a URI that invokes nothing: {why}"),
    );
    let whole = expected(uri);
    let value = if repairs::is_template(analysis) {
        repairs::substituted(&in_sub(analysis, &whole))
    } else {
        Json::from(whole.clone())
    };
    let at = At::place(place);
    let step = if whole == format!("{uri}/invocations") {
        Step::Extend {
            at,
            suffix: "/invocations".to_owned(),
            otherwise: value,
        }
    } else {
        Step::Set { at, value }
    };
    let found = found.beside(whole, uri.clone());
    Some(found.mend("write the whole URI", vec![step]))
}

/// Inside of `Fn::Sub`, functions are named by their logical ids, and what is API Gateway's to replace is left alone.
fn in_sub(analysis: &Analysis<'_>, uri: &str) -> String {
    let mut text = uri.replace("${stageVariables.", "${!stageVariables.");
    for (arn, function) in &analysis.scene.functions {
        text = text.replace(&arn.to_string(), &format!("${{{}.Arn}}", function.name));
    }
    text
}

fn wrong(uri: &str) -> Option<&'static str> {
    if uri.starts_with("arn:aws:lambda:") {
        return Some("it is the ARN of the function alone");
    }
    let Some((_, path)) = uri.split_once(":lambda:path/") else {
        return Some("it has no :lambda:path/");
    };
    let path = path.trim_start();
    if !path.starts_with("2015-03-31/functions/") && !path.starts_with("2021-11-15/functions/") {
        return Some("its path does not begin with 2015-03-31/functions/");
    }
    let ends = path.ends_with("/invocations") || path.ends_with("/response-streaming-invocations");
    (!ends).then_some("/invocations is missing at its end")
}

fn expected(uri: &str) -> String {
    let function = uri.rsplit("functions/").next().unwrap_or(uri);
    let function = function.trim_end_matches('/');
    let region = uri.split(':').nth(3).unwrap_or("REGION");
    format!("arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function}/invocations")
}
