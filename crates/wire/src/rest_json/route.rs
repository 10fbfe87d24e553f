//! From method and path to the operation. A literal segment is preferred to a label, a label to a
//! greedy label, and a template whose constant query string is present to one without.

use http::{Method, Uri};

use crate::{
    failure::Failure,
    schema::{OperationSchema, ServiceSchema},
    text,
};

/// The labels of the path, still percent-encoded, by the names in the template.
pub(crate) type Labels = Vec<(&'static str, String)>;

/// The operation that the request addresses.
pub(crate) fn route(
    service: &'static ServiceSchema,
    method: &Method,
    uri: &Uri,
) -> Result<(&'static OperationSchema, Labels), Failure> {
    find(service, method, uri.path(), uri.query())
        .ok_or_else(|| Failure::new("UnknownOperationException", 404, String::new()))
}

pub(crate) fn find(
    service: &'static ServiceSchema,
    method: &Method,
    path: &str,
    query: Option<&str>,
) -> Option<(&'static OperationSchema, Labels)> {
    let segments = segments_of(path);
    let mut best: Option<(Rank, &'static OperationSchema, Labels)> = None;
    for operation in service.operations.iter().copied() {
        if operation.method != method.as_str() {
            continue;
        }
        let Some((rank, labels)) = matched(operation, &segments, query) else {
            continue;
        };
        if best.as_ref().is_none_or(|(found, ..)| rank > *found) {
            best = Some((rank, operation, labels));
        }
    }
    best.map(|(_, operation, labels)| (operation, labels))
}

/// The kinds of the template's segments from the left, then the count of constant parameters.
type Rank = (Vec<Specificity>, usize);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Specificity {
    Greedy,
    Label,
    Literal,
}

fn matched(
    operation: &'static OperationSchema,
    segments: &[&str],
    query: Option<&str>,
) -> Option<(Rank, Labels)> {
    let (template, constants) = operation.uri.split_once('?').unwrap_or((operation.uri, ""));
    let (kinds, labels) = matched_path(template, segments)?;
    let constants: Vec<(String, String)> = text::query_pairs(constants).collect();
    let is_present = |constant: &(String, String)| {
        text::query_pairs(query.unwrap_or("")).any(|pair| pair == *constant)
    };
    constants
        .iter()
        .all(is_present)
        .then_some(((kinds, constants.len()), labels))
}

fn matched_path(template: &'static str, segments: &[&str]) -> Option<(Vec<Specificity>, Labels)> {
    let (mut kinds, mut labels) = (Vec::new(), Labels::new());
    let mut rest = segments;
    let parts = segments_of(template);
    for (index, part) in parts.iter().copied().enumerate() {
        let Some(label) = label(part) else {
            let (first, others) = rest.split_first()?;
            if *first != part {
                return None;
            }
            kinds.push(Specificity::Literal);
            rest = others;
            continue;
        };
        let following = parts.len() - index - 1;
        let (name, greedy) = label
            .strip_suffix('+')
            .map_or((label, false), |name| (name, true));
        let taken = if greedy {
            rest.len().checked_sub(following)?
        } else {
            1
        };
        let value = rest
            .get(..taken)
            .filter(|value| !value.is_empty())?
            .join("/");
        if value.is_empty() {
            return None;
        }
        kinds.push(if greedy {
            Specificity::Greedy
        } else {
            Specificity::Label
        });
        labels.push((name, value));
        rest = rest.get(taken..)?;
    }
    rest.is_empty().then_some((kinds, labels))
}

fn label(part: &'static str) -> Option<&'static str> {
    part.strip_prefix('{')?.strip_suffix('}')
}

/// The segments of a path; AWS makes no difference between a path with and without a last slash.
fn segments_of(path: &str) -> Vec<&str> {
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = path.strip_suffix('/').unwrap_or(path);
    path.split('/').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::Service;

    fn check(service: Service, method: &str, uri: &str, expected: Option<&str>) {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let uri: Uri = uri.parse().expect("a uri");
        let found = find(service.schema(), &method, uri.path(), uri.query());
        assert_eq!(found.map(|(operation, _)| operation.name), expected);
    }

    #[test]
    fn every_operation_is_reached_by_its_own_template() {
        for service in [Service::ApiGateway, Service::Lambda] {
            for operation in service.schema().operations {
                let uri = operation.uri.replace(['{', '}', '+'], "");
                check(service, operation.method, &uri, Some(operation.name));
            }
        }
    }

    #[test]
    fn a_constant_query_string_chooses_between_operations() {
        check(
            Service::ApiGateway,
            "POST",
            "/restapis?mode=import",
            Some("ImportRestApi"),
        );
        check(
            Service::ApiGateway,
            "POST",
            "/restapis",
            Some("CreateRestApi"),
        );
        check(
            Service::ApiGateway,
            "POST",
            "/apikeys?mode=import&format=csv",
            Some("ImportApiKeys"),
        );
    }

    #[test]
    fn a_last_slash_makes_no_difference() {
        check(
            Service::Lambda,
            "GET",
            "/2015-03-31/functions/",
            Some("ListFunctions"),
        );
        check(
            Service::Lambda,
            "GET",
            "/2015-03-31/functions",
            Some("ListFunctions"),
        );
        check(
            Service::Lambda,
            "POST",
            "/2015-03-31/functions/",
            Some("CreateFunction"),
        );
    }

    #[test]
    fn literals_are_preferred_to_labels() {
        check(
            Service::ApiGateway,
            "GET",
            "/restapis/a/gatewayresponses",
            Some("GetGatewayResponses"),
        );
        check(
            Service::ApiGateway,
            "GET",
            "/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Frestapis%2Fx",
            Some("GetTags"),
        );
        check(
            Service::Lambda,
            "GET",
            "/2015-03-31/functions/f/policy",
            Some("GetPolicy"),
        );
    }

    #[test]
    fn what_no_template_matches_is_unknown() {
        check(Service::ApiGateway, "GET", "/restapis//resources", None);
        check(Service::ApiGateway, "PATCH", "/restapis", None);
        check(Service::Lambda, "GET", "/", None);
    }
}
