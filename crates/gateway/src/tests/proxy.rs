//! AWS_PROXY: what the function gets, compared with AWS's own recorded event, and what the caller
//! gets.

use serde_json::json;

use super::*;

fn house() -> House {
    let mut house = House::new();
    house
        .method("ANY /{proxy+}", method(proxy(&function_arn("f"))))
        .method("GET /hardcoded", method(proxy(&function_arn("f"))))
        .deploy();
    house.function("f", &[("", open("f"))]);
    house.answer("f", Answer::Payload(r#"{"statusCode":200}"#.to_owned()));
    house
}

async fn event(house: &House, request: Request<Full<Bytes>>) -> Value {
    assert_eq!(house.send(request).await.status, 200);
    serde_json::from_slice(&house.calls()[0].payload).unwrap()
}

/// Everything of the recorded events but headers and ids, for each path that AWS was asked for.
#[tokio::test]
async fn events_are_those_of_the_recording_test_lambda_aws_proxy_integration() {
    let name = "apigateway/test_apigateway_lambda.snapshot.json";
    let Some(recorded) = super::button::recording(name) else {
        return;
    };
    let test = "tests/aws/services/apigateway/test_apigateway_lambda.py::test_lambda_aws_proxy_integration";
    let recorded = &recorded[test]["recorded-content"];
    for (step, path) in [
        ("invocation-payload-without-trailing-slash", "/proxy-value"),
        ("invocation-payload-with-trailing-slash", "/proxy-value/"),
        (
            "invocation-payload-with-double-slash",
            "/proxy-value//double-slash",
        ),
        ("invocation-payload-with-prepended-slash", "//proxy-value"),
        (
            "invocation-payload-with-trailing-slash-and-query-params",
            "/proxy-value/?urlparam=test",
        ),
        (
            "invocation-payload-with-path-encoded-email",
            "/proxy-value/api/user/test%2Balias@gmail.com/plus/test+alias@gmail.com",
        ),
        ("invocation-hardcoded", "//hardcoded"),
    ] {
        let house = house();
        let seen = event(&house, request(Verb::GET, path)).await;
        let expected = &recorded[step];
        assert!(expected.is_object(), "{step}");
        compare(step, &seen, expected);
    }
}

fn compare(step: &str, seen: &Value, expected: &Value) {
    for field in [
        "body",
        "httpMethod",
        "isBase64Encoded",
        "path",
        "pathParameters",
        "resource",
        "queryStringParameters",
        "multiValueQueryStringParameters",
        "stageVariables",
    ] {
        assert_eq!(seen[field], expected[field], "{step}: {field}");
    }
    let names = |value: &Value| {
        let mut names: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        names.sort();
        names
    };
    assert_eq!(names(seen), names(expected), "{step}");
    let (seen, expected) = (&seen["requestContext"], &expected["requestContext"]);
    assert_eq!(names(seen), names(expected), "{step}");
    assert_eq!(
        names(&seen["identity"]),
        names(&expected["identity"]),
        "{step}"
    );
    for field in ["httpMethod", "protocol", "resourcePath"] {
        assert_eq!(seen[field], expected[field], "{step}: {field}");
    }
    let path = expected["path"]
        .as_str()
        .unwrap()
        .replacen("/stage", "/prod", 1);
    assert_eq!(seen["path"], path, "{step}");
}

#[tokio::test]
async fn headers_keep_their_spelling_and_the_connection_is_told() {
    let house = house();
    let mut asked = with_header(request(Verb::GET, "/x"), "x-test", "aValUE");
    asked = with_header(asked, "x-test", "second");
    asked = with_header(asked, "connection", "keep-alive");
    asked = with_header(asked, "x-forwarded-for", "203.0.113.9");
    let spelling = crate::HeaderSpelling::of_head("X-tEsT: aValUE\r\n".into());
    asked.extensions_mut().insert(spelling);
    let event = event(&house, asked).await;
    let headers = &event["headers"];
    assert_eq!(headers["X-tEsT"], "second");
    assert_eq!(
        event["multiValueHeaders"]["X-tEsT"],
        json!(["aValUE", "second"])
    );
    assert_eq!(headers["X-Forwarded-For"], "203.0.113.9, 192.0.2.7");
    assert_eq!(headers["X-Forwarded-Proto"], "https");
    assert_eq!(headers["X-Forwarded-Port"], "443");
    assert_eq!(
        headers["Host"],
        format!("{API}.execute-api.us-east-1.localhost")
    );
    assert!(
        headers["X-Amzn-Trace-Id"]
            .as_str()
            .unwrap()
            .starts_with("Root=1-")
    );
    assert!(headers.get("connection").is_none() && headers.get("Connection").is_none());
    let context = &event["requestContext"];
    assert_eq!(context["domainName"], headers["Host"]);
    assert_eq!(context["domainPrefix"], API);
    assert_eq!(context["identity"]["sourceIp"], "192.0.2.7");
    assert_eq!(context["deploymentId"], "dep123");
    assert_eq!(context["accountId"], ACCOUNT);
}

#[tokio::test]
async fn the_answer_of_the_function_is_the_answer() {
    let house = house();
    let answer = json!({
        "statusCode": "201", "headers": {"X-A": "1", "Content-Length": "99"},
        "multiValueHeaders": {"Set-Cookie": ["a=1", "b=2"]}, "body": "made"
    });
    house.answer("f", Answer::Payload(answer.to_string()));
    let reply = house.get("/x").await;
    reply.is(201, None, "made");
    assert_eq!(reply.header("x-a"), Some("1"));
    assert_eq!(reply.header("content-type"), Some("application/json"));
    assert_eq!(reply.header("x-amzn-remapped-content-length"), Some("99"));
    assert_eq!(reply.headers.get_all("set-cookie").iter().count(), 2);
    assert!(
        reply
            .header("x-amzn-trace-id")
            .unwrap()
            .starts_with("Root=1-")
    );
}

#[tokio::test]
async fn the_trace_that_came_goes_on() {
    let house = house();
    let root = "Root=1-5759e988-bd862e3fe1be46a994272793";
    let asked = with_header(
        request(Verb::GET, "/x"),
        "x-amzn-trace-id",
        &format!("{root};Sampled=1"),
    );
    let reply = house.send(asked).await;
    let trace = reply.header("x-amzn-trace-id").unwrap();
    assert!(
        trace.starts_with(root) && trace.ends_with(";Sampled=1"),
        "{trace}"
    );
}

#[tokio::test]
async fn the_parent_of_the_trace_that_came_is_kept() {
    let house = house();
    let came = "Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1";
    let request = with_header(request(Verb::GET, "/pets"), "x-amzn-trace-id", came);
    let reply = house.send(request).await;
    assert_eq!(reply.header("x-amzn-trace-id").unwrap(), came);
}

#[tokio::test]
async fn binary_bodies_travel_as_base64() {
    let mut house = house();
    house.definition.binary_media_types = vec!["image/*".to_owned()];
    house.deploy();
    let (parts, _) = request(Verb::POST, "/x").into_parts();
    let mut asked = Request::from_parts(parts, Full::from(vec![0_u8, 255, 1]));
    asked
        .headers_mut()
        .insert("content-type", "image/png".parse().unwrap());
    let event = event(&house, asked).await;
    assert_eq!(event["body"], "AP8B");
    assert_eq!(event["isBase64Encoded"], true);
    let answer = json!({"body": "AP8B", "isBase64Encoded": true});
    house.answer("f", Answer::Payload(answer.to_string()));
    for (accept, expected) in [
        ("image/png", &[0_u8, 255, 1][..]),
        ("text/html, image/png", b"AP8B"),
        ("*/*", b"AP8B"),
    ] {
        let reply = house
            .send(with_header(request(Verb::GET, "/x"), "accept", accept))
            .await;
        assert_eq!(&reply.body[..], expected, "{accept}");
    }
}

#[tokio::test]
async fn a_post_may_ask_to_be_another_verb() {
    let house = house();
    let asked = with_header(
        request(Verb::POST, "/x"),
        "x-http-method-override",
        "DELETE",
    );
    assert_eq!(event(&house, asked).await["httpMethod"], "DELETE");
    let asked = with_header(request(Verb::GET, "/x"), "x-http-method-override", "DELETE");
    assert_eq!(event(&house, asked).await["httpMethod"], "GET");
}
