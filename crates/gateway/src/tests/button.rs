//! TestInvokeMethod and TestInvokeAuthorizer, line by line against the recordings.

use serde_json::json;

use super::*;
use crate::{TestError, TestRequest};

/// A recording, or `None` with a word about it when the folder is not there.
pub(super) fn recording(name: &str) -> Option<Value> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/conformance");
    let root = std::env::var("PORTCULLIS_CONFORMANCE").unwrap_or_else(|_| default.to_owned());
    let path = std::path::Path::new(&root)
        .join("aws-recordings")
        .join(name);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: there is no recording {name}");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

fn recorded(test: &str, step: &str) -> Option<Value> {
    let all = recording("test_invoke_logs.json")?;
    let prefix = "tests/aws/services/apigateway/";
    Some(all[format!("{prefix}{test}")]["recorded-content"][step].clone())
}

/// The parts of a line that no two calls have in common, by what stands before and after them.
const VARYING: &[(&str, &str)] = &[
    ("Authorization=", ","),
    ("X-Amz-Date=", ","),
    ("x-amzn-apigateway-api-id=", ","),
    ("AmazonAPIGateway_", ","),
    ("X-Amz-Security-Token=", " ["),
    ("functions/arn:", "/invocations"),
    ("https://", "/2015"),
    ("latency: ", " ms"),
    ("{Date=", " GMT"),
    ("Content-Length=", ","),
    ("x-amzn-RequestId=", ","),
    ("X-Amzn-Trace-Id=", "}"),
    ("X-Amzn-Trace-Id=", ","),
];

fn normalised(line: &str) -> String {
    let mut line = match line.split_once(" : ") {
        Some((_, text)) => text.to_owned(),
        None => line.to_owned(),
    };
    for (before, after) in VARYING {
        let Some((head, rest)) = line.split_once(before) else {
            continue;
        };
        if let Some(end) = rest.find(after) {
            line = format!("{head}{before}#{}", rest.split_at(end).1);
        }
    }
    for id in ["request <request-id-", "tag=<request-id-"] {
        if let Some((head, rest)) = line.split_once(id) {
            let tail = rest.split_once('>').map_or("", |(_, tail)| tail);
            line = format!("{head}{}#{tail}", id.trim_end_matches("<request-id-"));
        }
    }
    for id in ["for request: ", "log for request ", "integration-tag="] {
        if let Some((head, rest)) = line.split_once(id) {
            let tail = rest.find(',').map_or("", |at| rest.split_at(at).1);
            line = format!("{head}{id}#{tail}");
        }
    }
    line
}

#[track_caller]
fn compare(step: &str, seen: &crate::TestInvocation, expected: &Value) {
    let lines: Vec<String> = expected["log"]
        .as_object()
        .unwrap()
        .values()
        .map(|line| normalised(line.as_str().unwrap()))
        .collect();
    let own: Vec<String> = seen.log.split('\n').map(normalised).collect();
    assert_eq!(own, lines, "{step}:\n{}", seen.log);
    assert_eq!(json!(seen.status), expected["status"], "{step}");
    let body: Value = serde_json::from_slice(&seen.body).unwrap();
    assert_eq!(body, expected["body"], "{step}");
    let names: Vec<&str> = seen.headers.iter().map(|(name, _)| name.as_str()).collect();
    let mut names = names;
    names.sort_unstable();
    let expected: Vec<&String> = expected["headers"].as_object().unwrap().keys().collect();
    assert_eq!(names, expected, "{step}");
}

fn pets() -> House {
    let mut house = House::new();
    let id = mock(r#"{"petId": "$input.params('petId')"}"#);
    let posted = Integration {
        request_templates: templates(r#"{"statusCode": 200}"#),
        ..id.clone()
    };
    house
        .method("GET /pets", method(mock(r#"{"pets": "all the pets"}"#)))
        .method("GET /pets/{petId}", method(id))
        .method("POST /pets/{petId}", method(posted))
        .deploy();
    house
}

const PETS: &str = "test_apigateway_api.py::TestApigatewayTestInvoke::test_invoke_test_method";

#[tokio::test]
async fn a_mock_logs_as_in_test_invoke_test_method() {
    let (all, one) = ("root-pets", "root-pets-{petId}");
    for (step, resource, verb, path, body) in [
        (
            "test-invoke-method-get-pets",
            all,
            MethodVerb::Get,
            None,
            None,
        ),
        (
            "test-invoke-method-get-pets-bad-path",
            all,
            MethodVerb::Get,
            Some("/random/test"),
            None,
        ),
        (
            "test-invoke-method-get-pets-id",
            one,
            MethodVerb::Get,
            Some("/pets/123"),
            None,
        ),
        (
            "test-invoke-method-get-pets-id-no-path",
            one,
            MethodVerb::Get,
            None,
            None,
        ),
        (
            "test-invoke-method-get-pets-id-bad-path",
            one,
            MethodVerb::Get,
            Some("/random/test"),
            None,
        ),
        (
            "test-invoke-method-get-with-qs",
            one,
            MethodVerb::Get,
            Some("/pets/123?foo=bar"),
            None,
        ),
        (
            "test-invoke-method-post-with-body",
            one,
            MethodVerb::Post,
            Some("/pets/123"),
            Some(r#"{"foo": "bar"}"#),
        ),
    ] {
        let Some(expected) = recorded(PETS, step) else {
            return;
        };
        let request = TestRequest {
            path_with_query: path.map(str::to_owned),
            body: body.map(str::to_owned),
            ..TestRequest::default()
        };
        let house = pets();
        let seen = house
            .gateway
            .test_invoke_method(API, resource, verb, request)
            .await;
        compare(step, &seen.unwrap(), &expected);
    }
}

#[tokio::test]
async fn what_is_not_there_can_not_be_tested() {
    let house = pets();
    let test = |api: &'static str, resource: &'static str, verb| {
        house
            .gateway
            .test_invoke_method(api, resource, verb, TestRequest::default())
    };
    let failed = test("none", "root-pets", MethodVerb::Get).await;
    assert_eq!(failed, Err(TestError::Resource));
    assert_eq!(
        test(API, "none", MethodVerb::Get).await,
        Err(TestError::Resource)
    );
    assert_eq!(
        test(API, "root-pets", MethodVerb::Put).await,
        Err(TestError::Method)
    );
}

fn lambda_house() -> House {
    let mut house = House::new();
    let custom = Integration {
        uri: Some(uri_of(&function_arn("f"))),
        http_method: Some("POST".to_owned()),
        responses: BTreeMap::from([("200".to_owned(), IntegrationResponse::default())]),
        ..integration(IntegrationKind::Aws)
    };
    house.method("GET /foo", method(custom)).deploy();
    house
}

/// The test button's source ARN has a stage of its own.
fn test_stage_grant() -> Value {
    let arn = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/test-invoke-stage/GET/foo");
    grant(&function_arn("f"), &arn)
}

const FUNCTION: &str =
    "test_apigateway_basic.py::TestAPIGateway::test_apigw_test_invoke_method_api";

#[tokio::test]
async fn a_function_logs_as_in_test_apigw_test_invoke_method_api() {
    for (step, request) in [
        ("test_invoke_method_response", TestRequest::default()),
        (
            "test_invoke_method_response_with_body",
            TestRequest {
                path_with_query: Some("/foo?queryTest=value".to_owned()),
                headers: vec![(
                    "content-type".to_owned(),
                    vec!["application/json".to_owned()],
                )],
                body: Some(r#"{"test": "val123"}"#.to_owned()),
                ..TestRequest::default()
            },
        ),
    ] {
        let Some(expected) = recorded(FUNCTION, step) else {
            return;
        };
        let house = lambda_house();
        house.function("f", &[("", test_stage_grant())]);
        house.answer("f", Answer::Payload(expected["body"].to_string()));
        // The recorded answer has its members in another order than the log.
        let line = expected["log"]["line13"].as_str().unwrap();
        let (_, payload) = line.split_once("transformations: ").unwrap();
        house.answer("f", Answer::Payload(payload.to_owned()));
        let seen = house
            .gateway
            .test_invoke_method(API, "root-foo", MethodVerb::Get, request)
            .await;
        compare(step, &seen.unwrap(), &expected);
        let sent = if step.ends_with("body") {
            r#"{"test": "val123"}"#
        } else {
            "{}"
        };
        assert_eq!(house.calls()[0].payload, sent.as_bytes());
    }
}

#[tokio::test]
async fn a_grant_that_is_bound_to_a_stage_fails_the_test_button() {
    let house = lambda_house();
    let arn = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/prod/GET/foo");
    house.function("f", &[("", grant(&function_arn("f"), &arn))]);
    let test = || {
        let request = TestRequest::default();
        house
            .gateway
            .test_invoke_method(API, "root-foo", MethodVerb::Get, request)
    };
    let seen = test().await.unwrap();
    assert_eq!(seen.status, 500);
    let lines: Vec<String> = seen.log.lines().map(normalised).collect();
    let tail = &lines[lines.len() - 3..];
    assert!(
        tail[0].starts_with("Sending request to https://"),
        "{tail:?}"
    );
    assert_eq!(
        tail[1],
        "Execution failed due to configuration error: Invalid permissions on Lambda function"
    );
    assert_eq!(tail[2], "Method completed with status: 500");
    house.function("f", &[("", open("f"))]);
    assert_eq!(test().await.unwrap().status, 200);
}

#[tokio::test]
async fn a_role_that_can_not_be_assumed_sends_nothing() {
    let mut house = lambda_house();
    let role = format!("arn:aws:iam::{ACCOUNT}:role/none");
    let resource = house.definition.resources.get_mut("root-foo").unwrap();
    let tested = resource.methods.get_mut(&MethodVerb::Get).unwrap();
    tested.integration.as_mut().unwrap().credentials = Some(role.clone());
    house.deploy();
    let request = TestRequest::default();
    let seen = house
        .gateway
        .test_invoke_method(API, "root-foo", MethodVerb::Get, request);
    let log = seen.await.unwrap().log;
    let text = format!("API Gateway does not have permission to assume the provided role {role}");
    assert!(log.contains(&text), "{log}");
    assert!(!log.contains("Sending request to"), "{log}");
}

#[tokio::test]
async fn an_address_that_does_not_resolve_logs_as_in_test_failed_invoke_test_method() {
    let test = "test_apigateway_api.py::TestApigatewayTestInvoke::test_failed_invoke_test_method";
    let Some(expected) = recorded(test, "test-invoke-failure") else {
        return;
    };
    let mut house = House::new();
    let nowhere = Integration {
        uri: Some("http://no-such-host.invalid/".to_owned()),
        timeout_millis: 5000,
        ..integration(IntegrationKind::HttpProxy)
    };
    house.method("GET /", method(nowhere)).deploy();
    let request = TestRequest::default();
    let seen = house
        .gateway
        .test_invoke_method(API, "root", MethodVerb::Get, request)
        .await;
    compare("test-invoke-failure", &seen.unwrap(), &expected);
}

#[tokio::test]
async fn an_authorizer_can_be_tested_alone() {
    let mut house = House::new();
    let token = authorizer(AuthorizerKind::Token, Some("method.request.header.Auth"));
    house
        .definition
        .authorizers
        .insert("auth01".to_owned(), token);
    house.method("GET /", method(mock("{}"))).deploy();
    house.function("auth", &[("", open("auth"))]);
    let answer = json!({"principalId": "me", "policyDocument": {
        "Version": "2012-10-17",
        "Statement": [{"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}]
    }});
    house.answer("auth", Answer::Payload(answer.to_string()));
    let test = |headers: Vec<(String, Vec<String>)>| {
        let request = TestRequest {
            headers,
            ..TestRequest::default()
        };
        house.gateway.test_invoke_authorizer(API, "auth01", request)
    };
    let seen = test(vec![("Auth".to_owned(), vec!["token".to_owned()])])
        .await
        .unwrap();
    assert_eq!(seen.client_status, 0);
    assert_eq!(seen.principal_id.as_deref(), Some("me"));
    assert_eq!(seen.policy, Some(answer["policyDocument"].to_string()));
    let event: Value = serde_json::from_slice(&house.calls()[0].payload).unwrap();
    let arn = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/ESTestInvoke-stage/GET/");
    assert_eq!(event["methodArn"], arn);
    assert_eq!(test(Vec::new()).await.unwrap().client_status, 401);
    house.function("auth", &[]);
    let refused = test(vec![("Auth".to_owned(), vec!["token".to_owned()])])
        .await
        .unwrap();
    assert_eq!(refused.client_status, 500);
    assert!(
        refused
            .log
            .contains("Invalid permissions on Lambda function"),
        "{}",
        refused.log
    );
    assert!(
        refused.log.contains("AuthorizerConfigurationException"),
        "{}",
        refused.log
    );
}
