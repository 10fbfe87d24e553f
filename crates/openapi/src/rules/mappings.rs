//! Parameter mappings: what may stand on either side, and what the method has to declare for it.

use std::collections::{BTreeMap, HashSet};

use model::{Integration, Method};

/// AWS wraps what its validator found so.
fn invalid(found: &str) -> String {
    format!(
        "Invalid mapping expression specified: Validation Result: warnings : [], errors : [{found}]"
    )
}

fn invalid_parameter(parameter: &str) -> String {
    invalid(&format!(
        "Invalid mapping expression parameter specified: {parameter}"
    ))
}

fn invalid_expression(expression: &str) -> String {
    invalid(&format!(
        "Invalid mapping expression specified: {expression}"
    ))
}

/// The parameters that a method declares: `method.request.{path|querystring|header}.NAME`.
pub fn validate_request_parameters(parameters: &BTreeMap<String, bool>) -> Result<(), String> {
    let mut names = HashSet::new();
    for parameter in parameters.keys() {
        let name = below(
            parameter,
            "method.request.",
            &["path", "querystring", "header"],
        )
        .ok_or_else(|| invalid_parameter(parameter))?;
        if !is_name(name) {
            let pattern =
                "Parameter name should match the following regular expression: ^[a-zA-Z0-9._$-]+$";
            return Err(invalid(pattern));
        }
        if !names.insert(name) {
            return Err(
                "Parameter names must be unique across querystring, header and path".to_owned(),
            );
        }
    }
    Ok(())
}

/// Every expression of an integration, by itself.
pub(super) fn validate_expressions(integration: &Integration) -> Result<(), String> {
    for (target, source) in integration.request_parameters.iter().flatten() {
        let name = below(
            target,
            "integration.request.",
            &["path", "querystring", "header"],
        );
        if !name.is_some_and(is_name) {
            return Err(invalid_parameter(target));
        }
        if !(is_constant(source) || is_request_source(source)) {
            return Err(invalid_expression(source));
        }
    }
    for (target, source) in integration
        .responses
        .values()
        .flat_map(|response| response.response_parameters.iter().flatten())
    {
        if !below(target, "method.response.", &["header"]).is_some_and(is_name) {
            return Err(invalid_parameter(target));
        }
        if !(is_constant(source) || is_response_source(source)) {
            return Err(invalid_expression(source));
        }
    }
    Ok(())
}

/// The headers of a gateway response: `gatewayresponse.header.NAME`, from what is known of a request that may never have
/// reached a backend ("Gateway responses for REST APIs in API Gateway", developer guide).
pub fn validate_gateway_response(parameters: &BTreeMap<String, String>) -> Result<(), String> {
    for (target, source) in parameters {
        let name = below(target, "gatewayresponse.", &["header"]);
        if !name.is_some_and(is_name) {
            return Err(invalid_parameter(target));
        }
        let places = ["path", "querystring", "header"];
        let of_request = below(source, "method.request.", &places);
        if !(is_constant(source) || of_request.is_some_and(is_name)) {
            return Err(invalid_expression(source));
        }
    }
    Ok(())
}

/// What an integration reads and writes has to be declared by its method.
pub fn validate_mappings(method: &Method) -> Result<(), String> {
    let Some(integration) = &method.integration else {
        return Ok(());
    };
    let declared = method.request_parameters.as_ref();
    for source in integration
        .request_parameters
        .iter()
        .flat_map(BTreeMap::values)
    {
        if let Some(parameter) = declared_form(source)
            && !declared.is_some_and(|declared| declared.contains_key(&parameter))
        {
            return Err(invalid_parameter(source));
        }
    }
    validate_outputs(method, integration)
}

fn validate_outputs(method: &Method, integration: &Integration) -> Result<(), String> {
    for (status, response) in &integration.responses {
        let Some(parameters) = &response.response_parameters else {
            continue;
        };
        let Some(declared) = method.responses.get(status) else {
            return Err(invalid(&format!(
                "Output mapping refers to an invalid method response: {status}"
            )));
        };
        let declared = declared.response_parameters.as_ref();
        let unknown =
            |target: &&String| !declared.is_some_and(|declared| declared.contains_key(*target));
        if let Some(target) = parameters.keys().find(unknown) {
            return Err(invalid_parameter(target));
        }
    }
    Ok(())
}

/// A request parameter in the form in which methods declare it.
fn declared_form(source: &str) -> Option<String> {
    let rest = source.strip_prefix("method.request.")?;
    let (place, name) = rest.split_once('.')?;
    let place = match place {
        "path" | "querystring" | "header" => place,
        "multivaluequerystring" => "querystring",
        "multivalueheader" => "header",
        _ => return None,
    };
    Some(format!("method.request.{place}.{name}"))
}

/// The name in `PREFIX PLACE . NAME`.
fn below<'a>(parameter: &'a str, prefix: &str, places: &[&str]) -> Option<&'a str> {
    let (place, name) = parameter.strip_prefix(prefix)?.split_once('.')?;
    places.contains(&place).then_some(name)
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'$' | b'-'))
}

/// A literal in single quotes, something of the context, or a stage variable. AWS takes a bare `true` as well: it
/// imports `openapi-basepath-url.yaml`.
fn is_constant(source: &str) -> bool {
    let quoted = source.len() >= 2 && source.starts_with('\'') && source.ends_with('\'');
    let named = |prefix: &str| {
        source
            .strip_prefix(prefix)
            .is_some_and(|name| !name.is_empty())
    };
    quoted || named("context.") || named("stageVariables.") || matches!(source, "true" | "false")
}

fn is_request_source(source: &str) -> bool {
    let places = [
        "path",
        "querystring",
        "header",
        "multivaluequerystring",
        "multivalueheader",
    ];
    is_body(source, "method.request.body")
        || below(source, "method.request.", &places).is_some_and(is_name)
}

fn is_response_source(source: &str) -> bool {
    let places = ["header", "multivalueheader"];
    is_body(source, "integration.response.body")
        || below(source, "integration.response.", &places).is_some_and(is_name)
}

/// The whole body, or a JSON path in it.
fn is_body(source: &str, body: &str) -> bool {
    source
        .strip_prefix(body)
        .is_some_and(|path| path.is_empty() || path.starts_with('.') || path.starts_with('['))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_plain() {
        let check = |names: &[&str], expected: Result<(), &str>| {
            let parameters = names
                .iter()
                .map(|name| ((*name).to_owned(), false))
                .collect();
            let found = validate_request_parameters(&parameters);
            match expected {
                Ok(()) => assert_eq!(found, Ok(()), "{names:?}"),
                Err(part) => assert!(
                    found.as_ref().is_err_and(|text| text.contains(part)),
                    "{names:?}: {found:?}"
                ),
            }
        };
        check(
            &["method.request.path.a", "method.request.header.b"],
            Ok(()),
        );
        // Recorded in `test_method_request_parameters`.
        check(
            &["method.request.path.a", "method.request.header.a"],
            Err("Parameter names must be unique across"),
        );
        check(
            &["method.request.querystring.filter[x]"],
            Err("^[a-zA-Z0-9._$-]+$"),
        );
        check(
            &["method.request.cookie.a"],
            Err("Invalid mapping expression parameter specified: method.request.cookie.a"),
        );
    }

    #[test]
    fn a_gateway_response_has_headers_from_the_request() {
        for (target, source, valid) in [
            ("gatewayresponse.header.a", "'b'", true),
            ("gatewayresponse.header.a", "method.request.path.b", true),
            ("gatewayresponse.header.a", "context.requestId", true),
            ("gatewayresponse.header.a", "stageVariables.b", true),
            ("gatewayresponse.header.a", "b", false),
            (
                "gatewayresponse.header.a",
                "integration.response.header.b",
                false,
            ),
            ("gatewayresponse.header.", "'b'", false),
            ("gatewayresponse.body", "'b'", false),
        ] {
            let parameters = BTreeMap::from([(target.to_owned(), source.to_owned())]);
            let found = validate_gateway_response(&parameters);
            assert_eq!(found.is_ok(), valid, "{target} {source}: {found:?}");
        }
    }

    #[test]
    fn sources_are_what_a_request_and_a_response_have() {
        for (source, request, response) in [
            ("'Event'", true, true),
            ("context.requestId", true, true),
            ("stageVariables.a", true, true),
            ("method.request.querystring.page", true, false),
            ("method.request.multivalueheader.a", true, false),
            ("method.request.body", true, false),
            ("method.request.body.a[0].b", true, false),
            ("integration.response.header.a", false, true),
            ("integration.response.body.$.x", false, true),
            ("true", true, true),
            ("Event", false, false),
            ("'", false, false),
            ("method.request.querystring.", false, false),
            ("context.", false, false),
        ] {
            assert_eq!(
                is_constant(source) || is_request_source(source),
                request,
                "{source}"
            );
            assert_eq!(
                is_constant(source) || is_response_source(source),
                response,
                "{source}"
            );
        }
    }
}
