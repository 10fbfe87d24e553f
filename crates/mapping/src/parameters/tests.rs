//! Rows for parameter mappings: a source or a destination, and what it means.

use serde_json::json;

use super::*;

fn evaluate(side: Side, source: &str) -> Vec<String> {
    let mut params = Params::default();
    params.path.insert("id".to_owned(), "7".to_owned());
    params.querystring.insert("q".to_owned(), "b".to_owned());
    params.header.insert("X-A".to_owned(), "h".to_owned());
    let many = |name: &str, values: &[&str]| {
        let values = values.iter().map(ToString::to_string).collect();
        MultiValues::from([(name.to_owned(), values)])
    };
    let context = json!({"requestId": "r", "identity": {"sourceIp": "::1"}});
    let inputs = Inputs {
        params: &params,
        multi_querystring: &many("q", &["a", "b"]),
        multi_header: &many("X-A", &["g", "h"]),
        request_body: r#"{"pet":{"name":"Rex"},"ids":[1,2]}"#,
        response_header: &many("ETag", &["1", "2"]),
        response_body: r#"{"redirect":{"url":"/x"}}"#,
        context: &context,
        stage_variables: &BTreeMap::from([("v".to_owned(), "blue".to_owned())]),
    };
    Source::parse(side, source)
        .unwrap_or_else(|error| panic!("{error}"))
        .evaluate(&inputs)
}

fn check(side: Side, source: &str, expected: &[&str]) {
    assert_eq!(evaluate(side, source), expected, "{source}");
}

#[test]
fn a_request_mapping_reads_the_method_request() {
    let side = Side::IntegrationRequest;
    check(side, "method.request.path.id", &["7"]);
    check(side, "method.request.querystring.q", &["b"]);
    check(side, "method.request.multivaluequerystring.q", &["a", "b"]);
    check(side, "method.request.header.x-a", &["h"]);
    check(side, "method.request.multivalueheader.X-A", &["g", "h"]);
    check(side, "method.request.header.absent", &[]);
    check(side, "method.request.body.$.pet.name", &["Rex"]);
    check(side, "method.request.body.pet.name", &["Rex"]);
    check(side, "method.request.body.$.ids", &["[1,2]"]);
    check(
        side,
        "method.request.body",
        &[r#"{"pet":{"name":"Rex"},"ids":[1,2]}"#],
    );
    check(side, "context.identity.sourceIp", &["::1"]);
    check(side, "stageVariables.v", &["blue"]);
    check(side, "'Event'", &["Event"]);
    check(side, "''", &[""]);
}

#[test]
fn a_response_mapping_reads_the_integration_response() {
    let side = Side::IntegrationResponse;
    check(side, "integration.response.header.etag", &["2"]);
    check(
        side,
        "integration.response.multivalueheader.ETag",
        &["1", "2"],
    );
    check(side, "integration.response.body.$.redirect.url", &["/x"]);
    check(side, "context.requestId", &["r"]);
    check(side, "'*'", &["*"]);
}

#[test]
fn what_is_no_mapping_is_refused_in_awss_words() {
    let refused = [
        (Side::IntegrationRequest, "method.request.cookie.a"),
        (Side::IntegrationRequest, "method.request.header."),
        (Side::IntegrationRequest, "integration.response.header.a"),
        (Side::IntegrationRequest, "literal"),
        (Side::IntegrationRequest, "method.request.body.$["),
        (Side::IntegrationResponse, "method.request.header.a"),
        (Side::IntegrationResponse, "context."),
    ];
    for (side, source) in refused {
        let expected = MappingError::Expression(source.to_owned());
        assert_eq!(Source::parse(side, source), Err(expected), "{source}");
    }
    assert_eq!(
        MappingError::Expression("x".to_owned()).to_string(),
        "Invalid mapping expression specified: Validation Result: warnings : [], errors : \
         [Invalid mapping expression specified: x]"
    );
}

#[test]
fn destinations_name_one_place() {
    let parsed = RequestDestination::parse("integration.request.header.X-Amz-Target").unwrap();
    assert_eq!(parsed.location, Location::Header);
    assert_eq!(parsed.name, "X-Amz-Target");
    assert!(RequestDestination::parse("integration.request.body.x").is_err());
    assert!(RequestDestination::parse("integration.request.path.").is_err());
    let header = MethodResponseHeader::parse("method.response.header.Link").unwrap();
    assert_eq!(header.0, "Link");
    assert!(MethodResponseHeader::parse("method.response.body").is_err());
    assert!(GatewayResponseHeader::parse("gatewayresponse.header.a b").is_err());
}
