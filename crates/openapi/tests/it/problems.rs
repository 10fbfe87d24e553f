//! Documents that can't be imported: AWS's words for it, and the place.

use openapi::{ImportError, Position, WarningOrigin, documentation};

use crate::common::{OPTIONS, conformance, import_with, recording};

fn problem(body: &str) -> ImportError {
    match import_with(body, &OPTIONS) {
        Ok(imported) => panic!("imported: {:?}\n{body}", imported.definition),
        Err(error) => error,
    }
}

/// `line` and `column` of the first problem.
fn check(body: &str, message: &str, (line, column): (u32, u32), path: &str) {
    let error = problem(body);
    assert_eq!(error.to_string(), message, "{body}");
    assert_eq!(
        error.problems[0].position,
        Some(Position { line, column }),
        "{body}: {error:?}"
    );
    assert_eq!(error.problems[0].path, path, "{body}");
}

#[test]
fn what_is_no_document_gets_the_recorded_answer() {
    let invalid = "Invalid OpenAPI input.";
    if let Some(folder) = conformance() {
        let recorded = recording(
            &folder,
            "test_apigateway_import.snapshot.json",
            "test_import_api_bad_file",
        );
        assert_eq!(recorded["import-api-bad-json-file"]["message"], invalid);
        let recorded = recording(
            &folder,
            "test_apigateway_api.snapshot.json",
            "test_import_documentation_parts_bad_file",
        );
        let message = &recorded["import-documentation-parts-bad-json-file"]["message"];
        assert_eq!(
            documentation(b"{\"a\":}").unwrap_err().to_string(),
            message.as_str().unwrap()
        );
        assert_eq!(
            documentation(b"a: b").unwrap_err().to_string(),
            message.as_str().unwrap()
        );
    }
    check("{\n  \"swagger\": \"2.0\",,\n}", invalid, (2, 20), "");
    check("swagger: '2.0'\n  info: x: y", invalid, (2, 3), "");
    check("{\"a\": 1}", invalid, (1, 1), "");
    check("swagger: '1.2'", invalid, (1, 10), "");
    check("openapi: 3.1.0", invalid, (1, 10), "");
    check(
        "swagger: '2.0'\ninfo: {version: 1}",
        invalid,
        (2, 7),
        "/info",
    );
    assert_eq!(problem("").to_string(), invalid);
    assert_eq!(problem("just text").to_string(), invalid);
    assert_eq!(problem("[]").to_string(), invalid);
}

fn with_get(operation: &str) -> String {
    format!(
        "{{\"swagger\": \"2.0\", \"info\": {{\"title\": \"t\"}},\n\"paths\": {{\"/x\": {{\"get\":\n{{{operation}}}}}}}}}"
    )
}

fn with_integration(integration: &str) -> String {
    with_get(&format!(
        "\"responses\": {{\"200\": {{}}}},\n\"x-amazon-apigateway-integration\": {integration}"
    ))
}

fn check_integration(integration: &str, reason: &str) {
    let error = problem(&with_integration(integration));
    let put = "Unable to put integration on 'GET' for resource at path '/x': ";
    let expected = format!("Errors found during import:\n\t{put}{reason}");
    assert_eq!(error.to_string(), expected, "{integration}");
    assert_eq!(error.problems[0].position.unwrap().line, 4, "{integration}");
    let place = "/paths/~1x/get/x-amazon-apigateway-integration";
    assert!(error.problems[0].path.starts_with(place), "{error:?}");
}

const HTTP: &str = r#""type": "http", "httpMethod": "GET", "uri": "http://a""#;

#[test]
fn impossible_integrations_are_refused_in_aws_words() {
    let (check, http) = (check_integration, HTTP);
    let sqs = "arn:aws:apigateway:us-east-1:sqs:path/000000000000/q";
    check(
        r#"{"type": "http", "uri": "http://a"}"#,
        "Enumeration value for HttpMethod must be non-empty",
    );
    check(
        r#"{"uri": "http://a"}"#,
        "Enumeration value for IntegrationType must be non-empty",
    );
    check(r#"{"type": "soap"}"#, "Invalid type specified: soap");
    check(
        r#"{"type": "aws", "httpMethod": "POST"}"#,
        "Invalid ARN specified in the request",
    );
    check(
        &format!(r#"{{"type": "aws", "httpMethod": "POST", "uri": "{sqs}"}}"#),
        "Role ARN must be specified for AWS integrations",
    );
    check(
        &format!(r#"{{"type": "aws_proxy", "httpMethod": "POST", "uri": "{sqs}"}}"#),
        "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
    );
    check(
        r#"{"type": "aws_proxy", "httpMethod": "POST", "uri": "arn:aws:lambda:us-east-1:000000000000:function:f"}"#,
        "AWS ARN for integration must contain path or action",
    );
    check(
        r#"{"type": "http", "httpMethod": "GET"}"#,
        "Invalid HTTP endpoint specified for URI",
    );
    check(
        &format!(r#"{{{http}, "timeoutInMillis": 30000}}"#),
        "Timeout should be between 50 ms and 29000 ms",
    );
    check(
        &format!(r#"{{{http}, "timeoutInMillis": "soon"}}"#),
        "Timeout should be between 50 ms and 29000 ms",
    );
    check(
        &format!(r#"{{{http}, "passthroughBehavior": "maybe"}}"#),
        "Invalid passthroughBehavior specified: maybe",
    );
    check(
        &format!(r#"{{{http}, "responses": {{"default": {{}}}}}}"#),
        "Invalid status code specified: ",
    );
    check(
        &format!(r#"{{{http}, "requestTemplates": {{"application/json": {{}}}}}}"#),
        "expected text at 'application/json'",
    );
    check(
        r##"{"$ref": "#/nowhere"}"##,
        "Invalid reference specified: #/nowhere",
    );
}

#[test]
fn impossible_mappings_are_refused_in_aws_words() {
    let (check, http) = (check_integration, HTTP);
    let invalid = |found: &str| {
        format!(
            "Invalid mapping expression specified: Validation Result: warnings : [], errors : [{found}]"
        )
    };
    check(
        &format!(r#"{{{http}, "requestParameters": {{"integration.request.header.a": "Event"}}}}"#),
        &invalid("Invalid mapping expression specified: Event"),
    );
    check(
        &format!(
            r#"{{{http}, "requestParameters": {{"integration.request.header.a": "method.request.header.b"}}}}"#
        ),
        &invalid("Invalid mapping expression parameter specified: method.request.header.b"),
    );
    let origin = r#"{"method.response.header.Access-Control-Allow-Origin": "'*'"}"#;
    check(
        &format!(
            r#"{{{http}, "responses": {{"default": {{"statusCode": 200, "responseParameters": {origin}}}}}}}"#
        ),
        &invalid(
            "Invalid mapping expression parameter specified: method.response.header.Access-Control-Allow-Origin",
        ),
    );
    check(
        &format!(
            r#"{{{http}, "responses": {{"default": {{"statusCode": 500, "responseParameters": {origin}}}}}}}"#
        ),
        &invalid("Output mapping refers to an invalid method response: 500"),
    );
}

#[test]
fn every_problem_is_told_with_its_place() {
    let body = "swagger: '2.0'
info: {title: t}
paths:
  /a b:
    get: {}
  /c/{d}:
    get:
      security: [{nobody: []}]
  /c/{e}:
    get: {}
  /g/{h+}/i:
    get:
      x-amazon-apigateway-integration: {type: mock}
";
    let error = problem(body);
    let expected = "Errors found during import:
\tUnable to create resource at path '/a b': Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.
\tUnable to put method 'GET' on resource at path '/c/{d}': Invalid security definition specified: nobody
\tUnable to create resource at path '/c/{e}': A sibling ({d}) of this resource already has a variable path part -- only one is allowed
\tUnable to create resource at path '/g/{h+}/i': Cannot create a child of a resource with a greedy path variable.";
    assert_eq!(error.to_string(), expected);
    let lines: Vec<u32> = error
        .problems
        .iter()
        .map(|problem| problem.position.unwrap().line)
        .collect();
    assert_eq!(lines, [5, 8, 10, 12]);
    assert_eq!(
        error.problems[1].path,
        "/paths/~1c~1{d}/get/security/0/nobody"
    );
}

#[test]
fn methods_and_models_are_checked() {
    let check = |body: &str, part: &str| {
        let error = problem(body).to_string();
        assert!(error.contains(part), "{error}");
    };
    check(
        &with_get(r#""x-amazon-apigateway-request-validator": "none""#),
        "Invalid Request Validator identifier specified",
    );
    check(
        &with_get(r#""parameters": [{"in": "query", "name": "a"}, {"in": "header", "name": "a"}]"#),
        "Parameter names must be unique across querystring, header and path",
    );
    check(
        &with_get(r#""parameters": [{"in": "query", "name": "a[b]"}]"#),
        "^[a-zA-Z0-9._$-]+$",
    );
    check(
        &with_get(r##""responses": {"200": {"schema": {"$ref": "#/definitions/No"}}}"##),
        "Invalid model name specified: No",
    );
    check(
        &with_get(r#""x-amazon-apigateway-auth": {"type": "CUSTOM"}"#),
        "must be NONE or AWS_IAM",
    );
    check(
        r##"{"swagger": "2.0", "info": {"title": "t"}, "definitions": {"A": {"items": {"$ref": "#/definitions/B"}}}}"##,
        "Unable to create model for 'A': Invalid model name specified: B",
    );
    check(
        r##"{"swagger": "2.0", "info": {"title": "t"}, "paths": {"/a": {"$ref": "#/paths/~1b"}, "/b": {"$ref": "#/paths/~1a"}}}"##,
        "it leads in a circle",
    );
    check(
        r#"{"swagger": "2.0", "info": {"title": "t"}, "x-amazon-apigateway-minimum-compression-size": -1}"#,
        "Invalid minimum compression size, must be between 0 and 10485760",
    );
    check(
        r#"{"swagger": "2.0", "info": {"title": "t"}, "x-amazon-apigateway-gateway-responses": {"TEAPOT": {}}}"#,
        "Invalid gateway response type: TEAPOT",
    );
}

fn with_scheme(scheme: &str) -> String {
    format!(
        r#"{{"swagger": "2.0", "info": {{"title": "t"}}, "securityDefinitions": {{"s": {scheme}}},
        "paths": {{"/x": {{"get": {{"security": [{{"s": []}}]}}}}}}}}"#
    )
}

#[test]
fn authorizers_are_checked() {
    let check = |authorizer: &str, reason: &str| {
        let scheme = format!(
            r#"{{"type": "apiKey", "name": "a", "in": "header", "x-amazon-apigateway-authorizer": {authorizer}}}"#
        );
        let error = problem(&with_scheme(&scheme)).to_string();
        assert!(
            error.contains("Unable to create authorizer from security definition: 's'. "),
            "{error}"
        );
        assert!(error.contains(reason), "{error}");
    };
    check(r#"{"type": "jwt"}"#, "Invalid authorizer type");
    check(
        r#"{"type": "token"}"#,
        "Invalid Authorizer URI: . Authorizer URI should be a valid API Gateway ARN",
    );
    check(
        r#"{"type": "token", "authorizerUri": "arn:aws:lambda:us-east-1:0:function:f"}"#,
        "Invalid Authorizer URI",
    );
    check(r#"{"type": "cognito_user_pools"}"#, "ProviderARNs");
    check(
        r#"{"type": "token", "authorizerResultTtlInSeconds": -1}"#,
        "between 0 and 3600",
    );
}

#[test]
fn a_method_behind_an_authorizer_without_configuration_is_not_made() {
    let scheme = r#"{"type": "apiKey", "name": "a", "in": "header", "x-amazon-apigateway-authtype": "custom"}"#;
    let imported = import_with(&with_scheme(scheme), &OPTIONS).unwrap();
    let resource = imported.definition.resource_at("/x").unwrap();
    assert!(resource.methods.is_empty());
    let [warning] = imported.told_warnings().collect::<Vec<_>>()[..] else {
        panic!()
    };
    assert!(
        warning.contains("Any methods with security: 's' will not be created."),
        "{warning}"
    );
}

#[test]
fn what_is_left_out_is_said() {
    let body = "openapi: 3.0.0
info: {title: t}
x-amazon-apigateway-cors: {}
x-other: {}
paths:
  /x:
    trace: {}
    get:
      callbacks: {}
      summary: s
      parameters: [{in: cookie, name: c}]
      responses: {default: {}}
      x-amazon-apigateway-integration: {type: mock, payloadFormatVersion: 1.0}
    post: {}
components: {securitySchemes: {s: {type: http, scheme: bearer}}}
security: [{s: []}]
";
    let imported = import_with(body, &OPTIONS).unwrap();
    for warning in &imported.warnings {
        let extension = warning.message.contains("x-amazon-apigateway-cors");
        let expected = if extension {
            WarningOrigin::UnknownExtension
        } else {
            WarningOrigin::Portcullis
        };
        assert_eq!(warning.origin, expected, "{}", warning.message);
    }
    for (part, line) in [
        ("x-amazon-apigateway-cors", 3),
        ("paths.'/x'.trace", 7),
        ("paths.'/x'(GET).callbacks", 9),
        ("parameter 'c' in 'cookie'", 11),
        ("the response 'default'", 12),
        ("payloadFormatVersion", 13),
        ("'POST' at '/x' has no integration", 14),
        ("scheme 's' has no meaning", 15),
        ("summaries", 9),
    ] {
        let found = imported
            .warnings
            .iter()
            .find(|warning| warning.message.contains(part));
        let found = found.unwrap_or_else(|| panic!("{part}: {:#?}", imported.warnings));
        assert_eq!(found.position.unwrap().line, line, "{part}");
    }
    assert!(
        !imported
            .warnings
            .iter()
            .any(|warning| warning.message.contains("x-other"))
    );
}
