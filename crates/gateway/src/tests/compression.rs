//! Compressed bodies, both ways.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use flate2::write::GzEncoder;

use super::*;

fn gzip(text: &str) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().into()
}

/// A function that answers with so many letters, of an API that compresses from ten on.
fn house(letters: usize, headers: &Value) -> House {
    let mut house = House::new();
    house.definition.minimum_compression_size = Some(10);
    house.method("ANY /pets", method(proxy(&function_arn("f"))));
    house.deploy();
    house.function("f", &[("", open("f"))]);
    let body = "x".repeat(letters);
    let answer = json!({"statusCode": 200, "body": body, "headers": headers});
    house.answer("f", Answer::Payload(answer.to_string()));
    house
}

async fn coded(letters: usize, headers: &Value, accepted: &str) -> (Option<String>, usize) {
    let house = house(letters, headers);
    let request = with_header(request(Verb::GET, "/pets"), "accept-encoding", accepted);
    let reply = house.send(request).await;
    let coding = reply.header("content-encoding").map(str::to_owned);
    let mut text = String::new();
    match coding.as_deref() {
        Some("gzip") => {
            MultiGzDecoder::new(&reply.body[..])
                .read_to_string(&mut text)
                .unwrap();
        }
        Some("deflate") => {
            ZlibDecoder::new(&reply.body[..])
                .read_to_string(&mut text)
                .unwrap();
        }
        _ => text = reply.text(),
    }
    (coding, text.len())
}

#[tokio::test]
async fn an_answer_is_compressed_when_api_caller_and_answer_want_it() {
    for (letters, headers, accepted, coding) in [
        (10, json!({}), "gzip", Some("gzip")),
        (100_000, json!({}), "gzip, deflate, br", Some("gzip")),
        (10, json!({}), "deflate;q=1, gzip;q=0.5", Some("deflate")),
        (9, json!({}), "gzip", None),
        (10, json!({}), "*", None),
        (10, json!({}), "identity", None),
        (10, json!({"Content-Encoding": "own"}), "gzip", Some("own")),
    ] {
        let seen = coded(letters, &headers, accepted).await;
        assert_eq!(seen, (coding.map(str::to_owned), letters), "{accepted}");
    }
}

async fn sent(house: &House, coding: &str, body: Bytes) -> Reply {
    let request = with_header(request(Verb::POST, "/pets"), "content-encoding", coding);
    house.send(request.map(|_| Full::from(body))).await
}

#[tokio::test]
async fn a_compressed_request_is_read_as_what_it_was() {
    let house = house(1, &json!({}));
    assert_eq!(sent(&house, "gzip", gzip("hello")).await.status, 200);
    assert_eq!(sent(&house, "identity", "hello".into()).await.status, 200);
    for call in house.calls() {
        let event: Value = serde_json::from_slice(&call.payload).unwrap();
        assert_eq!(event["body"], "hello");
    }
}

#[tokio::test]
async fn a_body_that_is_not_what_it_says_is_refused() {
    let house = house(1, &json!({}));
    for (coding, body) in [("gzip", "plain"), ("br", "plain"), ("deflate", "plain")] {
        let reply = sent(&house, coding, body.into()).await;
        let words = r#"{"message":"Unsupported Media Type"}"#;
        reply.is(415, Some("BadRequestException"), words);
    }
    let bomb = gzip(&"0".repeat(10 * 1024 * 1024 + 1));
    assert!(bomb.len() < 20_000);
    let reply = sent(&house, "gzip", bomb).await;
    assert_eq!(reply.status, 413);
    assert!(house.calls().is_empty());
}
