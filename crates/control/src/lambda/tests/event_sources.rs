//! Event source mappings against AWS's recordings: refusals, and what needs no queue.

use serde_json::{Value, json};

use super::*;

const MAPPINGS: &str = "/2015-03-31/event-source-mappings";
const QUEUE: &str = "arn:aws:sqs:us-east-1:111111111111:q";

/// What is said of an input.
async fn refused(world: &World, input: &Value) -> (u16, String) {
    let answer = world
        .rest("lambda", &format!("POST {MAPPINGS}"), input)
        .await;
    let said = answer.json();
    let message = said.get("message").or(said.get("Message")).cloned();
    let message = message.unwrap_or_default();
    (
        answer.status,
        message.as_str().unwrap_or_default().to_owned(),
    )
}

#[track_caller]
fn check(said: &(u16, String), status: u16, message: &str) {
    assert_eq!((said.0, said.1.as_str()), (status, message));
}

/// As in `test_event_source_mapping_exceptions` and `test_create_event_source_validation_kinesis`.
#[tokio::test]
async fn what_is_no_mapping_is_refused_in_awss_words() {
    let world = World::new().await;
    let of = |more: Value| with(json!({"FunctionName": "doesnotexist"}), &more);
    let said = refused(&world, &of(json!({}))).await;
    check(&said, 400, "Unrecognized event source.");
    let said = refused(&world, &of(json!({"EventSourceArn": QUEUE}))).await;
    check(&said, 400, "Function does not exist");
    let to = json!({"EventSourceArn": QUEUE, "DestinationConfig": {"OnSuccess": {"Destination": QUEUE}}});
    let said = refused(&world, &of(to)).await;
    check(
        &said,
        400,
        "Unsupported DestinationConfig parameter for given event source mapping type.",
    );
    let stream = json!({"EventSourceArn": "arn:aws:kinesis:us-east-1:111111111111:stream/s"});
    let said = refused(&world, &of(stream)).await;
    check(
        &said,
        400,
        "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.",
    );
    let stream = json!({"EventSourceArn": "arn:aws:kinesis:us-east-1:111111111111:stream/s", "StartingPosition": "LATEST"});
    let said = refused(&world, &of(stream)).await;
    check(&said, 400, "Function does not exist");
    let consumer = json!({"EventSourceArn": "arn:aws:kinesis:us-east-1:111111111111:stream/s/consumer/c:1", "StartingPosition": "LATEST"});
    let said = refused(&world, &of(consumer)).await;
    check(
        &said,
        400,
        "An event source of kinesis is not supported by Portcullis.",
    );
    for line in ["GET", "DELETE"] {
        let line = format!("{line} {MAPPINGS}/11111111-2222-4333-8444-555555555555");
        let answer = world.rest("lambda", &line, &Value::Null).await;
        assert_eq!(answer.status, 404);
        assert!(
            answer
                .text()
                .contains("The resource you requested does not exist.")
        );
    }
}

#[tokio::test]
async fn a_role_that_may_not_read_and_a_queue_that_is_nowhere_make_no_mapping() {
    let world = World::new().await;
    world
        .rest("lambda", &format!("POST {FUNCTIONS}"), &input("f"))
        .await
        .ok();
    let wanted = |more: Value| with(json!({"FunctionName": "f", "EventSourceArn": QUEUE}), &more);
    let said = refused(&world, &wanted(json!({}))).await;
    check(
        &said,
        400,
        "The provided execution role does not have permissions to call ReceiveMessage on SQS",
    );
    world.allow("worker", "read", "sqs:*").await;
    let said = refused(&world, &wanted(json!({}))).await;
    assert_eq!(said.0, 400);
    assert!(said.1.contains("--upstream sqs=URL"), "{}", said.1);
    let said = refused(&world, &wanted(json!({"BatchSize": 11}))).await;
    check(
        &said,
        400,
        "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10",
    );
    let filters = json!({"FilterCriteria": {"Filters": [{"Pattern": "{\"body\": 1}"}]}});
    let said = refused(&world, &wanted(filters)).await;
    check(&said, 400, "Invalid filter pattern definition.");
    let said = refused(&world, &wanted(json!({"ParallelizationFactor": 2}))).await;
    check(
        &said,
        400,
        "ParallelizationFactor is not supported by Portcullis.",
    );
    let list = world
        .rest(
            "lambda",
            &format!("GET {MAPPINGS}?FunctionName=nothing"),
            &Value::Null,
        )
        .await;
    assert_eq!(list.ok()["EventSourceMappings"], json!([]));
}
