//! What several rules write into templates: permissions, source ARNs, references.

use std::collections::BTreeMap;

use model::FunctionArn;
use serde_json::{Value as Json, json};

use super::analysis::Analysis;
use super::no_grant;
use crate::coverage::{Edge, From, StatementReport, Way};
use crate::found::Found;
use crate::mend::{At, Step};
use crate::scene::{Dialect, Grant};

/// More permissions in the place of one are a choice that somebody has to make.
const MOST_CALLS: usize = 10;

/// Whether the document is one that a permission can be written into.
pub(super) fn is_template(analysis: &Analysis<'_>) -> bool {
    matches!(
        analysis.scene.dialect,
        Dialect::CloudFormation | Dialect::Sam
    )
}

/// A permission that the document itself has, and that can be written better.
pub(super) fn is_written(analysis: &Analysis<'_>, grant: &Grant) -> bool {
    is_template(analysis) && !grant.generated
}

/// With what removes a permission that the document has itself.
pub(super) fn removing(
    analysis: &Analysis<'_>,
    grant: &Grant,
    found: Found,
    what: &'static str,
) -> Found {
    if !is_written(analysis, grant) {
        return found;
    }
    found.mend(what, vec![Step::remove(At::place(grant.place))])
}

/// A property of a permission.
pub(super) fn property(grant: &Grant, name: &str) -> At {
    At::place(grant.place).below(["Properties", name])
}

/// A function as a template names it.
pub(super) fn function(analysis: &Analysis<'_>, function: &FunctionArn) -> Json {
    let known = analysis.scene.functions.get(&function.unqualified());
    match (known, &function.qualifier) {
        (None, _) => json!(function.to_string()),
        (Some(known), None) => json!({ "Ref": known.name }),
        // Of the alias itself, so that the permission waits for it.
        (Some(known), Some(qualifier)) => match analysis.scene.qualified.get(function) {
            Some(alias) => json!({ "Ref": alias }),
            None => json!({ "Fn::Sub": format!("${{{}.Arn}}:{qualifier}", known.name) }),
        },
    }
}

/// The ARN of a function as a template names it.
pub(super) fn function_arn(analysis: &Analysis<'_>, function: &FunctionArn) -> Json {
    let known = analysis.scene.functions.get(&function.unqualified());
    match (known, &function.qualifier) {
        (Some(known), None) => json!({ "Fn::GetAtt": format!("{}.Arn", known.name) }),
        (Some(known), Some(qualifier)) => {
            json!({ "Fn::Sub": format!("${{{}.Arn}}:{qualifier}", known.name) })
        }
        (None, _) => substituted(&function.to_string()),
    }
}

/// A text with stand-ins, which the document's own words replace before anything is written.
pub(super) fn substituted(text: &str) -> Json {
    json!({ "Fn::Sub": text })
}

/// The permission for a call, and what it will be called.
pub(super) fn permission(
    analysis: &Analysis<'_>,
    edge: &Edge,
    source: &str,
) -> Option<(String, Json)> {
    let Way::ResourcePolicy { .. } = edge.way else {
        return None;
    };
    let api = analysis.api(edge)?;
    let id = format!("{}{}Permission", api.name, edge.name());
    let id = id.chars().filter(char::is_ascii_alphanumeric).collect();
    let resource = json!({
        "Type": "AWS::Lambda::Permission",
        "Properties": {
            "Action": "lambda:InvokeFunction",
            "FunctionName": function(analysis, edge.function.as_ref()?),
            "Principal": "apigateway.amazonaws.com",
            "SourceArn": substituted(source),
        },
    });
    Some((id, resource))
}

/// The step that adds it.
pub(super) fn added(analysis: &Analysis<'_>, edge: &Edge, source: &str) -> Option<Step> {
    let file = analysis.place(edge)?.file;
    let (name, value) = permission(analysis, edge, source).filter(|_| is_template(analysis))?;
    let at = At::root(file).below(["Resources"]);
    Some(Step::Add { at, name, value })
}

/// The source ARN of a permission that misses a call becomes that of the call; of a text that ends as the pattern does,
/// only what differs is written.
pub(super) fn resourced(analysis: &Analysis<'_>, grant: &Grant, edge: &Edge) -> Option<Vec<Step>> {
    let (pattern, place) = grant
        .source_arn
        .as_ref()
        .filter(|_| is_written(analysis, grant))?;
    let source = no_grant::source(analysis, edge);
    let at = At::place(*place);
    let otherwise = substituted(&source);
    Some(vec![match differing_ends(pattern, &source) {
        Some((from, to)) => Step::Reword {
            at,
            from,
            to,
            otherwise,
        },
        None => Step::Set {
            at,
            value: otherwise,
        },
    }])
}

/// `/POST/pets` and `/GET/pets`: both from the first step that differs, if the API is the same. A star that fits stays.
fn differing_ends(pattern: &str, source: &str) -> Option<(String, String)> {
    let (pattern, source): (Vec<&str>, Vec<&str>) = (
        pattern.splitn(4, '/').collect(),
        source.splitn(4, '/').collect(),
    );
    if pattern.len() != 4 || source.len() != 4 || pattern.first() != source.first() {
        return None;
    }
    let pairs = pattern.iter().zip(&source);
    let fitting = pairs
        .take_while(|(said, wanted)| said == wanted || **said == "*")
        .count();
    let end = |parts: &[&str]| format!("/{}", parts.get(fitting..).unwrap_or_default().join("/"));
    (fitting < 4).then(|| (end(&pattern), end(&source)))
}

/// A permission that reaches too far becomes one for each of the calls that it is used for.
pub(super) fn narrowed(
    analysis: &Analysis<'_>,
    grant: &Grant,
    statement: &StatementReport,
) -> Option<Vec<Step>> {
    if !is_written(analysis, grant) {
        return None;
    }
    let edges = statement
        .grants
        .iter()
        .filter_map(|at| analysis.coverage.edges.get(*at));
    let sources: BTreeMap<String, &Edge> = edges
        .filter(|edge| !edge.is_test_button())
        .map(|edge| (no_grant::source(analysis, edge), edge))
        .collect();
    if sources.len() > MOST_CALLS {
        return None;
    }
    let mut sources = sources.into_iter();
    let (first, _) = sources.next()?;
    let set = Step::set(property(grant, "SourceArn"), substituted(&first));
    let others = sources.map(|(source, edge)| added(analysis, edge, &source));
    std::iter::once(Some(set)).chain(others).collect()
}

/// Whether an authorizer has an id that a template can name; one of a definition gets its id when it is made.
pub(super) fn has_no_id(analysis: &Analysis<'_>, edge: &Edge) -> bool {
    let From::Authorizer { id, .. } = &edge.from else {
        return false;
    };
    let authorizers = analysis.api(edge).map_or(&[][..], |api| &api.authorizers);
    let mut authorizers = authorizers.iter();
    is_template(analysis) && authorizers.any(|own| own.id == *id && own.in_definition)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, source: &str, expected: Option<(&str, &str)>) {
        let expected = expected.map(|(from, to)| (from.to_owned(), to.to_owned()));
        assert_eq!(differing_ends(pattern, source), expected);
    }

    #[test]
    fn what_differs_begins_with_the_first_step_that_does() {
        check(
            "a/*/POST/p/q",
            "a/*/GET/p/q",
            Some(("/POST/p/q", "/GET/p/q")),
        );
        check("a/dev/GET/p", "a/*/GET/p", Some(("/dev/GET/p", "/*/GET/p")));
        check("a/*/*/p", "a/*/GET/q", Some(("/p", "/q")));
        check("a/*/GET/p", "b/*/GET/p", None);
        check("a/*", "a/*/GET/p", None);
    }
}
