//! Events that nobody waits for: kept, delivered, tried again, told to their destinations.

use lambda::{InvokeError, Message, Verdict};
use model::EventInvokeConfig;
use serde_json::{Value, json};

use crate::fixture::{Fixture, Handler};

const FAILS: &str = "def handler(event, context):\n    raise ValueError('no')\n";
/// Says what it got, where the test finds it.
const TELLS: &str = "import json\ndef handler(event, context):\n    print(json.dumps(event))\n";
const QUEUE: &str = "arn:aws:sqs:us-east-1:123456789012:q";

fn to(on_success: Option<&str>, on_failure: Option<&str>) -> EventInvokeConfig {
    EventInvokeConfig {
        on_success: on_success.map(str::to_owned),
        on_failure: on_failure.map(str::to_owned),
        ..EventInvokeConfig::default()
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_failed_as_often_as_it_may_goes_to_its_destination_and_its_dead_letter_queue()
{
    let fixture = Fixture::new();
    let handler = Handler::python("f", FAILS);
    fixture.function(handler.delivery(to(None, Some(QUEUE))).dead_letters(QUEUE));
    let id = fixture.enqueue("f", r#"{"n":1}"#).await.unwrap();
    fixture.wait_until_delivered().await;
    let sent = fixture.sent();
    let [destination, dead_letter] = sent.as_slice() else {
        panic!("{sent:?}")
    };
    let Message::Destination { verdict, record } = &destination.message else {
        panic!("{destination:?}")
    };
    assert_eq!(*verdict, Verdict::Failure);
    let mut record = parsed(record);
    assert!(record["timestamp"].take().as_str().unwrap().ends_with('Z'));
    assert!(record["responsePayload"]["stackTrace"].take().is_array());
    assert_eq!(
        record,
        json!({
            "version": "1.0",
            "timestamp": null,
            "requestContext": {
                "requestId": id,
                "functionArn": "arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST",
                "condition": "RetriesExhausted",
                "approximateInvokeCount": 3,
            },
            "requestPayload": {"n": 1},
            "responseContext": {
                "statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled",
            },
            "responsePayload": {
                "errorMessage": "no", "errorType": "ValueError", "requestId": id, "stackTrace": null,
            },
        })
    );
    assert_eq!(
        dead_letter.message,
        Message::DeadLetter {
            body: r#"{"n":1}"#.to_owned(),
            request_id: id,
            error_code: 200,
            error_message: "no".to_owned(),
        }
    );
    assert!(dead_letter.caller.arn().contains(":assumed-role/worker/f"));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_function_is_a_destination() {
    let fixture = Fixture::new();
    let next = fixture.arn("next").to_string();
    fixture.function(Handler::python("next", TELLS));
    fixture.function(Handler::python("f", crate::ECHO).delivery(to(Some(&next), None)));
    fixture.enqueue("f", r#"{"n":2}"#).await.unwrap();
    fixture.wait_until_delivered().await;
    let lines = fixture.printed_by("next").await;
    let told = lines.iter().find(|line| line.starts_with('{'));
    let told = parsed(told.unwrap());
    assert_eq!(told["requestContext"]["condition"], "Success");
    assert_eq!(told["requestContext"]["approximateInvokeCount"], 1);
    assert_eq!(told["responsePayload"], json!({"n": 2}));
    assert_eq!(
        told["responseContext"],
        json!({"statusCode": 200, "executedVersion": "$LATEST"})
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_whose_reserved_concurrency_is_zero_gets_no_event() {
    let fixture = Fixture::new();
    let handler = Handler::python("f", crate::ECHO).reserved(0);
    fixture.function(handler.delivery(to(None, Some(QUEUE))));
    fixture.enqueue("f", "{}").await.unwrap();
    fixture.wait_until_delivered().await;
    let sent = fixture.sent();
    let Message::Destination { record, .. } = &sent[0].message else {
        panic!("{sent:?}")
    };
    let record = parsed(record);
    assert_eq!(
        record["requestContext"]["condition"],
        "ZeroReservedConcurrency"
    );
    assert_eq!(record["requestContext"]["approximateInvokeCount"], 0);
    assert!(record.get("responseContext").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_outlives_the_server_that_accepted_it() {
    let fixture = Fixture::new();
    // Runs until the server is gone.
    let slow = "import time\ndef handler(event, context):\n    time.sleep(60)\n";
    fixture.function(Handler::python("f", slow).timeout(120));
    let id = fixture.enqueue("f", r#"{"n":3}"#).await.unwrap();
    fixture.lambda.drain(std::time::Duration::ZERO).await;
    let waiting = fixture.waiting().await;
    assert_eq!((waiting.len(), &waiting[0].request_id), (1, &id));
    let after = fixture.enqueue("f", "{}").await;
    assert!(matches!(after, Err(InvokeError::Draining)), "{after:?}");

    let successor = fixture.successor();
    successor.function(Handler::python("f", TELLS));
    assert_eq!(successor.lambda.resume().await.unwrap(), 1);
    successor.wait_until_delivered().await;
    let lines = successor.printed_by("f").await;
    assert!(lines.contains(&"{\"n\": 3}\n".to_owned()), "{lines:?}");
    assert!(
        lines.iter().any(|line| line.contains(&id)),
        "the same id on every try"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_loop_is_stopped_unless_the_function_allows_it() {
    let fixture = Fixture::new();
    let trace =
        "import os\ndef handler(event, context):\n    return os.environ['_X_AMZN_TRACE_ID']\n";
    fixture.function(Handler::python("f", trace));
    fixture.function(Handler::python("free", trace).loops());
    for (name, allowed) in [("f", 16), ("free", 20)] {
        let mut chain = "Root=1-a-b;Parent=c;Sampled=0".to_owned();
        for run in 1..=20 {
            let outcome = fixture.invoke_traced(name, &chain).await;
            if run > allowed {
                assert!(
                    matches!(outcome, Err(InvokeError::Recursive)),
                    "{run} {outcome:?}"
                );
                break;
            }
            let answer: Value = serde_json::from_slice(&outcome.unwrap().payload).unwrap();
            chain = answer.as_str().unwrap().to_owned();
        }
    }
}
