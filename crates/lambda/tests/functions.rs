//! Real functions in real processes: what runs, how it fails, what it can see, what it leaves.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by failing"
)]

mod fixture;

use std::sync::Arc;
use std::time::{Duration, Instant};

use fixture::{Fixture, Handler};
use lambda::{FunctionError, InvokeError, Throttle};

const ECHO: &str = "def handler(event, context):\n    return event\n";

#[track_caller]
fn check_answer(outcome: &lambda::Outcome, expected: &serde_json::Value) {
    assert_eq!(outcome.error, None, "{:?}", outcome.payload);
    let answer: serde_json::Value = serde_json::from_slice(&outcome.payload).unwrap();
    assert_eq!(&answer, expected);
}

/// The members of a failed answer that AWS's recordings show.
#[track_caller]
fn check_failure(outcome: &lambda::Outcome, kind: &str, message_part: &str) {
    assert_eq!(
        outcome.error,
        Some(FunctionError::Unhandled),
        "{:?}",
        outcome.payload
    );
    let answer: serde_json::Value = serde_json::from_slice(&outcome.payload).unwrap();
    assert_eq!(answer["errorType"], kind, "{answer}");
    let message = answer["errorMessage"].as_str().unwrap();
    assert!(message.contains(message_part), "{message}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_python_handler_gets_its_event_and_its_context() {
    let fixture = Fixture::new();
    let code = "\
import os
def handler(event, context):
    return {'event': event, 'arn': context.invoked_function_arn, 'name': context.function_name,
            'left': context.get_remaining_time_in_millis() > 0, 'mine': os.environ['MINE'],
            'inherited': 'CARGO' in os.environ, 'key': os.environ['AWS_ACCESS_KEY_ID'][:4]}
";
    fixture.function(Handler::python("f", code).variable("MINE", "yes"));
    let outcome = fixture.invoke("f", r#"{"a":[1,"é"]}"#).await.unwrap();
    check_answer(
        &outcome,
        &serde_json::json!({
            "event": {"a": [1, "é"]}, "arn": fixture.arn("f").to_string(), "name": "f", "left": true,
            "mine": "yes", "inherited": false, "key": "ASIA",
        }),
    );
    assert!(outcome.init_micros.is_some());
    let warm = fixture.invoke("f", "{}").await.unwrap();
    assert_eq!(
        warm.init_micros, None,
        "the second call found the environment of the first"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_handler_answers_by_promise_callback_or_context() {
    let fixture = Fixture::new();
    for (name, code) in [
        (
            "promise",
            "exports.handler = async (event) => ({ got: event });",
        ),
        (
            "callback",
            "exports.handler = (event, context, done) => done(null, { got: event });",
        ),
        (
            "context",
            "exports.handler = (event, context) => context.succeed({ got: event });",
        ),
    ] {
        fixture.function(Handler::node(name, code));
        let outcome = fixture.invoke(name, r#"{"a":"é"}"#).await.unwrap();
        check_answer(&outcome, &serde_json::json!({"got": {"a": "é"}}));
    }
    fixture.function(Handler::node("silent", "exports.handler = () => {};"));
    check_answer(
        &fixture.invoke("silent", "{}").await.unwrap(),
        &serde_json::Value::Null,
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provided_runtime_brings_its_own_program() {
    let fixture = Fixture::new();
    let bootstrap = "#!/usr/bin/env bash
while true; do
  headers=$(mktemp)
  event=$(curl -sS -D \"$headers\" \"http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/next\")
  id=$(grep -i lambda-runtime-aws-request-id \"$headers\" | tr -d '[:space:]' | cut -d: -f2)
  curl -sS -o /dev/null \"http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/$id/response\" -d \"[$event]\"
done
";
    fixture.function(Handler::provided("f", bootstrap));
    let outcome = fixture.invoke("f", r#"{"a":1}"#).await.unwrap();
    check_answer(&outcome, &serde_json::json!([{"a": 1}]));
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_carry_the_runtimes_own_words() {
    let fixture = Fixture::new();
    let rows = [
        (
            Handler::python("raise", "def handler(e, c):\n    raise ValueError('no')\n"),
            "ValueError",
            "no",
        ),
        (
            Handler::python("missing", "x = 1\n"),
            "Runtime.HandlerNotFound",
            "Handler 'handler' missing on module 'index'",
        ),
        (
            Handler::python("import", "import nothing_of_the_kind\n"),
            "Runtime.ImportModuleError",
            "Unable to import module 'index'",
        ),
        (
            Handler::python("syntax", "def handler(:\n"),
            "Runtime.UserCodeSyntaxError",
            "Syntax error in module 'index'",
        ),
        (
            Handler::python("marshal", "def handler(e, c):\n    return {1, 2}\n"),
            "Runtime.MarshalError",
            "Unable to marshal response",
        ),
        (
            Handler::python("exit", "import os\ndef handler(e, c):\n    os._exit(3)\n"),
            "Runtime.ExitError",
            "exit status 3",
        ),
        (
            Handler::python("exit-init", "import os\nos._exit(0)\n"),
            "Runtime.ExitError",
            "without providing a reason",
        ),
        (
            Handler::node(
                "throw",
                "exports.handler = async () => { throw new TypeError('no'); };",
            ),
            "TypeError",
            "no",
        ),
        (
            Handler::node("absent", "exports.other = 1;"),
            "Runtime.HandlerNotFound",
            "index.handler is undefined or not exported",
        ),
    ];
    for (handler, kind, message) in rows {
        let name = handler.name();
        fixture.function(handler);
        check_failure(&fixture.invoke(name, "{}").await.unwrap(), kind, message);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_that_never_answers_is_ended_and_the_next_call_works() {
    let fixture = Fixture::new();
    let code = "\
import time
def handler(event, context):
    if event.get('hang'):
        time.sleep(60)
    return 'here'
";
    fixture.function(Handler::python("f", code).timeout(1));
    let began = Instant::now();
    let late = fixture.invoke("f", r#"{"hang":true}"#).await.unwrap();
    check_failure(
        &late,
        "Sandbox.Timedout",
        "Task timed out after 1.00 seconds",
    );
    assert!(began.elapsed() < Duration::from_secs(20));
    check_answer(
        &fixture.invoke("f", "{}").await.unwrap(),
        &serde_json::json!("here"),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_allocation_beyond_the_memory_ends_that_invocation_only() {
    let fixture = Fixture::new();
    let code = "\
def handler(event, context):
    if event.get('eat'):
        hold = [bytearray(16 << 20) for _ in range(64)]
    return 'here'
";
    fixture.function(Handler::python("f", code).timeout(20));
    let outcome = fixture.invoke("f", r#"{"eat":true}"#).await.unwrap();
    assert_eq!(
        outcome.error,
        Some(FunctionError::Unhandled),
        "{:?}",
        outcome.payload
    );
    check_answer(
        &fixture.invoke("f", "{}").await.unwrap(),
        &serde_json::json!("here"),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_too_large_is_refused_as_on_aws() {
    let fixture = Fixture::new();
    fixture.function(Handler::python(
        "f",
        "def handler(e, c):\n    return 'x' * (7 << 20)\n",
    ));
    let outcome = fixture.invoke("f", "{}").await.unwrap();
    check_failure(
        &outcome,
        "Function.ResponseSizeTooLarge",
        "exceeded maximum allowed payload size",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_answer_changes_nothing() {
    let fixture = Fixture::new();
    let code = "\
import os, urllib.request
def handler(event, context):
    url = 'http://%s/2018-06-01/runtime/invocation/%s/response' % (os.environ['AWS_LAMBDA_RUNTIME_API'], context.aws_request_id)
    urllib.request.urlopen(url, data=b'\"first\"').read()
    return 'second'
";
    fixture.function(Handler::python("f", code));
    for _ in 0..3 {
        check_answer(
            &fixture.invoke("f", "{}").await.unwrap(),
            &serde_json::json!("first"),
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_has_the_platforms_lines_around_what_was_printed() {
    let fixture = Fixture::new();
    fixture.function(Handler::python(
        "f",
        "def handler(e, c):\n    print('hello')\n",
    ));
    let outcome = fixture.invoke("f", "{}").await.unwrap();
    let tail = outcome.log_tail.unwrap();
    let id = &outcome.request_id;
    for part in [
        format!("START RequestId: {id} Version: $LATEST\n"),
        "hello\n".to_owned(),
        format!("END RequestId: {id}\nREPORT RequestId: {id}\tDuration: "),
    ] {
        assert!(tail.contains(&part), "{tail}");
    }
    let batches = fixture.logged();
    assert_eq!(batches[0].group, "/aws/lambda/f");
    assert!(
        batches[0].stream.contains("/[$LATEST]"),
        "{}",
        batches[0].stream
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stays_behind_and_nothing_of_the_host_is_seen() {
    let fixture = Fixture::new();
    let secret = fixture.host_file("secret");
    let code = format!(
        "\
import os
def handler(event, context):
    if os.fork() == 0:
        import time
        time.sleep(600)
    try:
        open({secret:?}).read()
        return 'read'
    except OSError:
        pass
    try:
        open('/var/task/new', 'w')
        return 'wrote'
    except OSError:
        return 'kept out'
"
    );
    fixture.function(Handler::python("f", &code));
    let outcome = fixture.invoke("f", "{}").await.unwrap();
    if fixture.is_isolated() {
        check_answer(&outcome, &serde_json::json!("kept out"));
    }
    fixture.lambda.drain(Duration::from_secs(5)).await;
    fixture.no_child_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_run_side_by_side_and_reserved_concurrency_bounds_them() {
    let fixture = Arc::new(Fixture::new());
    let code = "import time\ndef handler(e, c):\n    time.sleep(0.5)\n    return 1\n";
    fixture.function(Handler::python("f", code).reserved(2));
    let calls = (0..6).map(|_| {
        let fixture = Arc::clone(&fixture);
        tokio::spawn(async move { fixture.invoke("f", "{}").await })
    });
    let mut answered = 0;
    let mut throttled = 0;
    for call in calls.collect::<Vec<_>>() {
        match call.await.unwrap() {
            Ok(_) => answered += 1,
            Err(InvokeError::Throttled(Throttle::Reserved)) => throttled += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!((answered, throttled), (2, 4));
}

#[tokio::test(flavor = "multi_thread")]
async fn new_code_is_what_the_next_call_runs() {
    let fixture = Fixture::new();
    fixture.function(Handler::python(
        "f",
        "def handler(e, c):\n    return 'old'\n",
    ));
    check_answer(
        &fixture.invoke("f", "{}").await.unwrap(),
        &serde_json::json!("old"),
    );
    fixture.function(Handler::python(
        "f",
        "def handler(e, c):\n    return 'new'\n",
    ));
    check_answer(
        &fixture.invoke("f", "{}").await.unwrap(),
        &serde_json::json!("new"),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_is_tried_three_times() {
    let fixture = Fixture::new();
    fixture.function(Handler::python(
        "f",
        "def handler(e, c):\n    raise ValueError('again')\n",
    ));
    let id = fixture.enqueue("f", "{}").unwrap();
    fixture.wait_for_log_batches(3).await;
    let batches = fixture.logged();
    let starts = batches.iter().flat_map(|batch| &batch.events);
    let starts =
        starts.filter(|event| event.message.starts_with(&format!("START RequestId: {id}")));
    assert_eq!(starts.count(), 3, "the same request id on every try");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_json_or_too_large_never_reaches_the_function() {
    let fixture = Fixture::new();
    fixture.function(Handler::python("f", ECHO));
    assert!(matches!(
        fixture.invoke("f", "{").await,
        Err(InvokeError::InvalidJson { .. })
    ));
    let large = format!("\"{}\"", "x".repeat(6_291_456));
    assert!(matches!(
        fixture.invoke("f", &large).await,
        Err(InvokeError::RequestTooLarge { .. })
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_does_not_trust_lambda_runs_nothing() {
    let fixture = Fixture::new();
    fixture.function(Handler::python("f", ECHO).role("stranger"));
    assert!(matches!(
        fixture.invoke("f", "{}").await,
        Err(InvokeError::RoleNotAssumable { .. })
    ));
}

#[test]
fn a_function_runs_only_with_a_grant() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/proof/*.rs");
}
