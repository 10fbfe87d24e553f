//! Answers that are read while they are written.

use lambda::{InvokeError, Part, Streamed};
use serde_json::{Value, json};

use crate::fixture::{Fixture, Handler};

/// The chunks, the error and the log of a streamed answer.
async fn read(mut streamed: Streamed) -> (String, Value, String) {
    let mut text = String::new();
    loop {
        match streamed.parts.recv().await.unwrap() {
            Part::Chunk(bytes) => text.push_str(std::str::from_utf8(&bytes).unwrap()),
            Part::Complete(completion) => {
                let error = completion
                    .error
                    .map_or(Value::Null, |error| serde_json::from_slice(&error).unwrap());
                return (text, error, completion.log_tail.unwrap());
            }
        }
    }
}

const STREAMS: &str = "
exports.handler = awslambda.streamifyResponse(async (event, stream) => {
  stream.setContentType('text/plain');
  stream.write('first,');
  if (event.wait) await new Promise((done) => setTimeout(done, event.wait));
  if (event.fail) throw new TypeError('late');
  if (event.exit) process.exit(3);
  stream.write({ n: 1 });
  stream.end();
});";

#[tokio::test(flavor = "multi_thread")]
async fn chunks_come_before_the_function_has_ended() {
    let fixture = Fixture::new();
    fixture.function(Handler::node("f", STREAMS));
    let mut streamed = fixture
        .invoke_streamed("f", r#"{"wait":60000}"#)
        .await
        .unwrap();
    assert_eq!(streamed.content_type.as_deref(), Some("text/plain"));
    assert_eq!(streamed.executed_version, "$LATEST");
    let first = streamed.parts.recv().await;
    assert!(
        matches!(&first, Some(Part::Chunk(chunk)) if chunk == "first,"),
        "{first:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_ends_with_how_the_function_ended() {
    let fixture = Fixture::new();
    fixture.function(Handler::node("f", STREAMS).timeout(2));
    let (text, error, log) = read(fixture.invoke_streamed("f", "{}").await.unwrap()).await;
    assert_eq!((text.as_str(), error), (r#"first,{"n":1}"#, Value::Null));
    assert!(log.contains("REPORT RequestId"), "{log}");
    for (event, kind) in [
        (r#"{"fail":true}"#, "TypeError"),
        (r#"{"exit":true}"#, "Runtime.ExitError"),
        (r#"{"wait":60000}"#, "Sandbox.Timedout"),
    ] {
        let (text, error, _) = read(fixture.invoke_streamed("f", event).await.unwrap()).await;
        assert_eq!(
            (text.as_str(), &error["errorType"]),
            ("first,", &json!(kind)),
            "{error}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_that_does_not_stream_answers_in_one_part() {
    let fixture = Fixture::new();
    fixture.function(Handler::python("f", crate::ECHO));
    fixture.function(Handler::python(
        "fails",
        "def handler(e, c):\n    raise ValueError('no')\n",
    ));
    let streamed = fixture.invoke_streamed("f", r#"{"a":1}"#).await.unwrap();
    assert_eq!(streamed.content_type, None);
    let (text, error, _) = read(streamed).await;
    assert_eq!((text.as_str(), error), (r#"{"a": 1}"#, Value::Null));
    let (text, error, _) = read(fixture.invoke_streamed("fails", "{}").await.unwrap()).await;
    assert_eq!(error["errorType"], "ValueError");
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), error);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_run_is_told_instead_of_a_stream() {
    let fixture = Fixture::new();
    fixture.function(Handler::python("f", crate::ECHO).reserved(0));
    let refused = fixture.invoke_streamed("f", "{}").await;
    assert!(
        matches!(refused, Err(InvokeError::Throttled(_))),
        "{refused:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_who_waits_for_the_whole_gets_the_stream_at_once() {
    let fixture = Fixture::new();
    fixture.function(Handler::node("f", STREAMS));
    let outcome = fixture.invoke("f", "{}").await.unwrap();
    assert_eq!(
        (outcome.error, &*outcome.payload),
        (None, &br#"first,{"n":1}"#[..])
    );
    let outcome = fixture.invoke("f", r#"{"fail":true}"#).await.unwrap();
    crate::check_failure(&outcome, "TypeError", "late");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_http_answer_has_a_prelude() {
    let fixture = Fixture::new();
    let code = "
exports.handler = awslambda.streamifyResponse(async (event, stream) => {
  stream = awslambda.HttpResponseStream.from(stream, { statusCode: 201 });
  stream.write('body');
  stream.end();
});";
    fixture.function(Handler::node("f", code));
    let streamed = fixture.invoke_streamed("f", "{}").await.unwrap();
    let kind = "application/vnd.awslambda.http-integration-response";
    assert_eq!(streamed.content_type.as_deref(), Some(kind));
    let (text, _, _) = read(streamed).await;
    assert_eq!(text, "{\"statusCode\":201}\0\0\0\0\0\0\0\0body");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_goes_on_when_nobody_reads_its_stream() {
    let fixture = Fixture::new();
    let code = "
exports.handler = awslambda.streamifyResponse(async (event, stream) => {
  for (let i = 0; i < 2000; i++) if (!stream.write('x'.repeat(1000))) await new Promise((r) => stream.once('drain', r));
  console.log('to the end');
  stream.end();
});";
    fixture.function(Handler::node("f", code));
    drop(fixture.invoke_streamed("f", "{}").await.unwrap());
    let lines = fixture.printed_by("f").await;
    assert!(
        lines.iter().any(|line| line.contains("to the end")),
        "{lines:?}"
    );
}
