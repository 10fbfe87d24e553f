//! What is kept of a request's inputs and outputs: everything but secrets, from when it is asked for.

use super::*;

const SECRET: &str = "Bearer 0123456789abcdef";

fn house() -> House {
    let mut house = House::new();
    house
        .method("POST /pets", method(proxy(&function_arn("f"))))
        .deploy();
    let body = r#"{"statusCode":200,"body":"a cat"}"#;
    house
        .function("f", &[("", open("f"))])
        .answer("f", Answer::Payload(body.to_owned()));
    house
}

async fn post(house: &House, path: &str) -> Option<String> {
    let request = request(Verb::POST, path);
    let request = with_header(request, "authorization", SECRET);
    let request = with_header(request, "x-note", "plain");
    let _reply = house.send(request).await;
    let lines = house.gateway.traces().find(&house.last().request_id)?;
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    Some(texts.join("\n"))
}

#[track_caller]
fn check(trace: &str, expected: &[&str]) {
    for line in expected {
        assert!(trace.contains(line), "{line} is not in {trace}");
    }
    assert!(!trace.contains("0123456789"), "{trace}");
}

#[tokio::test]
async fn nothing_is_kept_until_it_is_asked_for() {
    let house = house();
    assert_eq!(post(&house, "/pets").await, None);
}

#[tokio::test]
async fn each_message_is_kept_without_its_secrets() {
    let house = house();
    house.gateway.traces().turn(true);
    let trace = post(&house, "/pets").await.unwrap();
    check(
        &trace,
        &[
            "Method request headers: {",
            "x-note=plain",
            r#""x-note":"plain""#,
            "Endpoint request body after transformations: {",
            r#"Endpoint response body before transformations: {"statusCode":200"#,
            "Method response body after transformations: a cat",
            "abcdef",
        ],
    );
    assert!(
        house.lines.0.lock().unwrap().is_empty(),
        "the stage logs nothing"
    );
}

#[tokio::test]
async fn a_request_that_is_refused_early_is_kept_too() {
    let house = house();
    house.gateway.traces().turn(true);
    let trace = post(&house, "/nowhere").await.unwrap();
    check(
        &trace,
        &[
            "Method request headers: {",
            r#"Method response body after transformations: {"message":"Missing Authentication Token"}"#,
        ],
    );
}
