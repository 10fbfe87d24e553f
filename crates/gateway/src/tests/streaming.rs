//! Answers that go on to the caller while they are made.

use super::*;

fn streamed(function: &str) -> Integration {
    let uri = format!(
        "arn:aws:apigateway:{REGION}:lambda:path/2021-11-15/functions/{}/response-streaming-invocations",
        function_arn(function)
    );
    Integration {
        uri: Some(uri),
        response_transfer_mode: Some(ResponseTransferMode::Stream),
        ..proxy(&function_arn(function))
    }
}

fn house(chunks: &[&str], error: Option<&'static str>) -> House {
    let mut house = House::new();
    house.method("GET /", method(streamed("f"))).deploy();
    house.function("f", &[("", open("f"))]);
    let chunks = chunks.iter().map(|chunk| (*chunk).to_owned()).collect();
    house.answer("f", Answer::Stream(chunks, error));
    house
}

const METADATA: &str = r#"{"statusCode": 201, "headers": {"X-Own": "1"}, "cookies": ["a=b"]}"#;
const NULLS: &str = "\0\0\0\0\0\0\0\0";

#[tokio::test]
async fn metadata_come_first_and_then_whatever_the_function_writes() {
    let whole = format!("{METADATA}{NULLS}first, second");
    let (start, end) = whole.split_at(METADATA.len() + 3);
    for chunks in [
        vec![whole.as_str()],
        vec![start, end],
        vec![METADATA, NULLS, "first, ", "second"],
    ] {
        let reply = house(&chunks, None).get("/").await;
        let seen = (reply.status, reply.header("x-own"), reply.text());
        assert_eq!(seen, (201, Some("1"), "first, second".to_owned()));
        assert_eq!(reply.header("set-cookie"), Some("a=b"));
        assert_eq!(reply.header("content-length"), None);
    }
}

#[tokio::test]
async fn an_answer_without_metadata_is_malformed() {
    let long = "x".repeat(17_000);
    for chunks in [
        vec!["no metadata"],
        vec![],
        vec![long.as_str()],
        vec!["[]\0\0\0\0\0\0\0\0"],
    ] {
        let reply = house(&chunks, None).get("/").await;
        let (_, kind, body) = INTERNAL;
        reply.is(502, kind, body);
    }
}

#[tokio::test]
async fn a_function_that_fails_before_it_answers_is_told_as_ever() {
    let house = house(&[], Some(r#"{"errorMessage": "no"}"#));
    assert_eq!(house.get("/").await.status, 502);
    assert!(format!("{:?}", house.last().outcome).contains("the function failed: no"));
}

#[tokio::test]
async fn a_function_is_streamed_only_with_a_grant() {
    let house = house(&[METADATA, NULLS, "secret"], None);
    house.function("f", &[]);
    let (status, kind, body) = INTERNAL;
    house.get("/").await.is(status, kind, body);
    assert!(house.calls().is_empty());
}
