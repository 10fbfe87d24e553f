//! Functions that really run, and those who may not run them.

use serde_json::json;

use super::*;

#[tokio::test]
async fn a_function_runs_and_its_lines_are_kept_for_a_role_that_may() {
    let lambda = Lambda::new().await;
    lambda.world.allow("worker", "logs", "logs:*").await;
    lambda
        .create(&with(input("f"), &json!({"Publish": true})))
        .await;
    let answer = lambda
        .call("POST /f/invocations?Qualifier=1", &json!({"a": [1]}))
        .await;
    assert_eq!(
        answer.header("x-amz-executed-version"),
        Some("1"),
        "{}",
        answer.text()
    );
    assert_eq!(answer.header("x-amz-function-error"), None);
    assert_eq!(answer.json(), json!({"a": [1]}));
    assert_eq!(
        lambda
            .call("POST /missing/invocations", &json!({}))
            .await
            .status,
        404
    );
    let wrong = lambda
        .call("POST /f/invocations", &json!("{").as_str().unwrap().into())
        .await;
    check(
        &wrong,
        400,
        "InvalidRequestContentException",
        "Could not parse request body into json: ",
    );
    lambda
        .world
        .engine
        .drain(std::time::Duration::from_secs(10))
        .await;
    let group = json!({"logGroupName": "/aws/lambda/f", "filterPattern": "hello"});
    let found = lambda
        .world
        .target("logs", "Logs_20140328.FilterLogEvents", &group)
        .await
        .ok();
    assert_eq!(found["events"].as_array().unwrap().len(), 1, "{found}");
}

const STREAM: &str = "/2021-11-15/functions/f/response-streaming-invocations";

#[tokio::test]
async fn an_answer_comes_as_events_and_the_last_says_how_it_ended() {
    let lambda = Lambda::new().await;
    let code = "def handler(event, context):\n    return 1 / event['by']\n";
    let code = json!({"Code": {"ZipFile": zip_of(&[("index.py", code)])}});
    lambda.create(&with(input("f"), &code)).await;
    let stream = async |query: &str, event: Value| {
        let line = format!("POST {STREAM}{query}");
        lambda.world.rest("lambda", &line, &event).await
    };
    let answer = stream("", json!({"by": 2})).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    for (name, value) in [
        ("content-type", "application/vnd.amazon.eventstream"),
        ("x-amz-executed-version", "$LATEST"),
    ] {
        assert_eq!(answer.header(name), Some(value));
    }
    let events = answer.text();
    let (chunk, end) = events.split_once("InvokeComplete").expect(&events);
    assert!(
        chunk.contains("PayloadChunk") && chunk.contains("0.5"),
        "{chunk:?}"
    );
    assert!(end.contains("{}"), "{end:?}");
    let events = stream("", json!({"by": 0})).await.text();
    let (_, end) = events.split_once("InvokeComplete").expect(&events);
    assert!(end.contains(r#""ErrorCode":"Unhandled""#), "{end:?}");
    assert!(end.contains("ZeroDivisionError"), "{end:?}");
    let missing = stream("?Qualifier=9", json!({})).await;
    check(
        &missing,
        404,
        "ResourceNotFoundException",
        "Function not found: arn:",
    );
}

#[tokio::test]
async fn only_who_may_invoke_is_streamed_to() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let arn = format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:f");
    let line = format!("POST {}", STREAM.replace("/f/", &format!("/{arn}/")));
    let world = &lambda.world;
    let refused = world
        .rest_as("222222222222", "lambda", &line, &json!({}))
        .await;
    let text =
        "User: arn:aws:iam::222222222222:root is not authorized to perform: lambda:InvokeFunction";
    check(&refused, 403, "AccessDeniedException", text);
    let entry = world.control.journal().last().unwrap();
    assert!(matches!(entry.outcome, journal::Outcome::Refused(_)));
}

#[tokio::test]
async fn only_who_may_invoke_invokes() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let line =
        format!("POST {FUNCTIONS}/arn:aws:lambda:us-east-1:{ACCOUNT}:function:f/invocations");
    let dry = |key: &'static str| {
        let world = &lambda.world;
        let line = line.clone();
        async move {
            world
                .rest_as(key, "lambda", &format!("{line}?"), &json!({}))
                .await
        }
    };
    let refused = dry("222222222222").await;
    let text =
        "User: arn:aws:iam::222222222222:root is not authorized to perform: lambda:InvokeFunction";
    check(&refused, 403, "AccessDeniedException", text);
    let entry = lambda.world.control.journal().last().unwrap();
    assert!(matches!(entry.outcome, journal::Outcome::Refused(_)));
}
