//! How functions fail: in the words of AWS, and without harm to the next call.

use std::time::{Duration, Instant};

use lambda::{FunctionError, InvokeError};

use crate::fixture::{Fixture, Handler};
use crate::{ECHO, check_answer, check_failure};

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
async fn an_event_is_tried_three_times() {
    let fixture = Fixture::new();
    fixture.function(Handler::python(
        "f",
        "def handler(e, c):\n    raise ValueError('again')\n",
    ));
    let id = fixture.enqueue("f", "{}").await.unwrap();
    fixture.wait_for_log_batches(3).await;
    let batches = fixture.logged();
    let starts = batches.iter().flat_map(|batch| &batch.events);
    let starts =
        starts.filter(|event| event.message.starts_with(&format!("START RequestId: {id}")));
    assert_eq!(starts.count(), 3, "the same request id on every try");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_does_not_trust_lambda_runs_nothing() {
    let fixture = Fixture::new();
    fixture.function(Handler::python("f", ECHO).role("stranger"));
    assert!(matches!(
        fixture.invoke("f", "{}").await,
        Err(InvokeError::RoleNotAssumable(_))
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_cannot_start_is_the_functions_failure() {
    let fixture = Fixture::new();
    fixture.function(Handler::provided("broken", "no program"));
    fixture.function(
        Handler::provided("bootless", "")
            .archive(Handler::python("other", "").zip(), "none".to_owned()),
    );
    fixture.function(
        Handler::python("wrapped", ECHO).variable("AWS_LAMBDA_EXEC_WRAPPER", "/not/there"),
    );
    for (name, kind, message) in [
        (
            "broken",
            "Runtime.InvalidEntrypoint",
            "fork/exec /var/task/bootstrap: exec format error",
        ),
        (
            "bootless",
            "Runtime.InvalidEntrypoint",
            "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]",
        ),
        (
            "wrapped",
            "Runtime.ExitError",
            "Runtime exited with error: exit status 127",
        ),
    ] {
        check_failure(&fixture.invoke(name, "{}").await.unwrap(), kind, message);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn node_failures_read_as_on_aws() {
    let fixture = Fixture::new();
    for (name, code, kind, message) in [
        (
            "import",
            "require('nothing-of-the-kind');",
            "Runtime.ImportModuleError",
            "Error: Cannot find module 'nothing-of-the-kind'\nRequire stack:\n- /var/task/index.js\n- /var/runtime/index.mjs",
        ),
        (
            "syntax",
            "exports.handler = (;",
            "Runtime.UserCodeSyntaxError",
            "SyntaxError: Unexpected token ';'",
        ),
        (
            "rejection",
            "exports.handler = async () => { Promise.reject(new Error('lost')); await new Promise((done) => setTimeout(done, 5000)); };",
            "Runtime.UnhandledPromiseRejection",
            "Error: lost",
        ),
        (
            "uncaught",
            "exports.handler = () => new Promise(() => setTimeout(() => { throw new RangeError('late'); }, 1));",
            "RangeError",
            "late",
        ),
        (
            "text",
            "exports.handler = async () => { throw 'words'; };",
            "string",
            "words",
        ),
    ] {
        fixture.function(Handler::node(name, code));
        check_failure(&fixture.invoke(name, "{}").await.unwrap(), kind, message);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_that_fails_is_made_once_more_within_the_invocation() {
    let fixture = Fixture::new();
    fixture.function(Handler::python("f", "raise Exception('as asked')\n"));
    let outcome = fixture.invoke("f", "{}").await.unwrap();
    check_failure(&outcome, "Exception", "as asked");
    let lines = fixture.printed_by("f").await;
    let starts = |start: &str| -> Vec<&str> {
        let lines = lines.iter().filter(|line| line.starts_with(start));
        lines.filter_map(|line| line.split('\t').nth(1)).collect()
    };
    assert_eq!(
        starts("INIT_REPORT"),
        ["Phase: init", "Phase: invoke"],
        "{lines:?}"
    );
    assert_eq!(
        lines
            .iter()
            .filter(|line| line.starts_with("INIT_START"))
            .count(),
        2
    );
    assert!(outcome.init_micros.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_that_hangs_is_begun_again_and_then_counts_as_a_timeout() {
    let fixture = Fixture::new();
    let hang = Handler::python("hang", "import time\ntime.sleep(60)\n").timeout(1);
    fixture.function(hang);
    let began = Instant::now();
    let outcome = fixture.invoke("hang", "{}").await.unwrap();
    check_failure(
        &outcome,
        "Sandbox.Timedout",
        "Task timed out after 1.00 seconds",
    );
    let took = began.elapsed();
    assert!(
        took > Duration::from_secs(11) && took < Duration::from_secs(25),
        "{took:?}"
    );
}
