//! What runs and what it answers: events in, answers out, on each kind of runtime.

use lambda::InvokeError;

use crate::fixture::{Fixture, Handler};
use crate::{ECHO, check_answer, check_failure};

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
async fn an_answer_may_ask_for_the_next_event_where_that_was_offered() {
    let fixture = Fixture::new();
    let bootstrap = "#!/usr/bin/env bash
api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime
headers=$(mktemp)
event=$(curl -sS -D \"$headers\" \"$api/invocation/next\")
offered=$(grep -ci portcullis-turns \"$headers\")
while true; do
  id=$(grep -i lambda-runtime-aws-request-id \"$headers\" | tr -d '[:space:]' | cut -d: -f2)
  wrong=$(curl -sS -o /dev/null -w '%{http_code}' \"$api/portcullis/turn/other\" -d 1)
  event=$(curl -sS -D \"$headers\" \"$api/portcullis/turn/$id\" -d \"[$event,$offered,$wrong]\")
done
";
    fixture.function(Handler::provided("f", bootstrap));
    for event in [1, 2] {
        let outcome = fixture.invoke("f", &event.to_string()).await.unwrap();
        check_answer(&outcome, &serde_json::json!([event, 1, 400]));
    }
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
async fn an_answer_before_the_end_of_the_process_counts() {
    let fixture = Fixture::new();
    let code = "\
import os, urllib.request
def handler(event, context):
    url = 'http://%s/2018-06-01/runtime/invocation/%s/response' % (os.environ['AWS_LAMBDA_RUNTIME_API'], context.aws_request_id)
    urllib.request.urlopen(url, data=b'\"last\"').read()
    os._exit(1)
";
    fixture.function(Handler::python("f", code));
    for _ in 0..3 {
        let outcome = fixture.invoke("f", "{}").await.unwrap();
        check_answer(&outcome, &serde_json::json!("last"));
    }
}

/// What the Runtime API answers to what a runtime should not do.
#[tokio::test(flavor = "multi_thread")]
async fn the_runtime_api_says_no_in_awss_words() {
    let fixture = Fixture::new();
    let code = "\
import http.client, json, os
def handler(event, context):
    answers = []
    for method, path in event:
        api = http.client.HTTPConnection(os.environ['AWS_LAMBDA_RUNTIME_API'], timeout=5)
        api.request(method, path, body=b'{}' if method == 'POST' else None)
        answer = api.getresponse()
        answers.append([answer.status, json.loads(answer.read())['errorType']])
    return answers
";
    fixture.function(Handler::python("f", code));
    let asked = r#"[["GET", "/2018-06-01/runtime/invocation/next"],
        ["POST", "/2018-06-01/runtime/invocation/another/response"],
        ["POST", "/2018-06-01/runtime/invocation/another/error"],
        ["POST", "/2018-06-01/runtime/init/error"],
        ["POST", "/2020-01-01/extension/register"],
        ["GET", "/2020-01-01/extension/event/next"],
        ["PUT", "/2022-07-01/telemetry"],
        ["PUT", "/2020-08-15/logs"],
        ["GET", "/2020-08-15/logsmith"],
        ["GET", "/"]]"#;
    let outcome = fixture.invoke("f", asked).await.unwrap();
    check_answer(
        &outcome,
        &serde_json::json!([
            [403, "InvalidStateTransition"],
            [400, "InvalidRequestID"],
            [400, "InvalidRequestID"],
            [403, "InvalidStateTransition"],
            [403, "Extension.InvalidExtensionName"],
            [403, "Extension.MissingHeader"],
            [403, "Extension.MissingHeader"],
            [403, "Logs.NotSupported"],
            [404, "NotFound"],
            [404, "NotFound"],
        ]),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn no_event_is_an_empty_one() {
    let fixture = Fixture::new();
    fixture.function(Handler::python("f", ECHO));
    check_answer(
        &fixture.invoke("f", "").await.unwrap(),
        &serde_json::json!({}),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_streamed_answer_may_fail_at_its_end() {
    let fixture = Fixture::new();
    let code = "\
import base64, os, socket
def handler(event, context):
    host, port = os.environ['AWS_LAMBDA_RUNTIME_API'].split(':')
    api = socket.create_connection((host, int(port)))
    error = base64.b64encode(b'{\"errorType\":\"Half\",\"errorMessage\":\"way\"}').decode()
    trailers = event['fail'] and 'Lambda-Runtime-Function-Error-Type: Half\\r\\nLambda-Runtime-Function-Error-Body: %s\\r\\n' % error or ''
    api.sendall(('POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\\r\\nHost: api\\r\\n'
                 'Lambda-Runtime-Function-Response-Mode: streaming\\r\\nTransfer-Encoding: chunked\\r\\n'
                 'Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\\r\\n\\r\\n'
                 '3\\r\\n\"a \\r\\n3\\r\\nb\"\\n\\r\\n0\\r\\n%s\\r\\n' % (context.aws_request_id, trailers)).encode())
    return api.recv(100)
";
    fixture.function(Handler::python("f", code));
    let whole = fixture.invoke("f", r#"{"fail":false}"#).await.unwrap();
    check_answer(&whole, &serde_json::json!("a b"));
    let failed = fixture.invoke("f", r#"{"fail":true}"#).await.unwrap();
    check_failure(&failed, "Half", "way");
}

/// Members of AWS's recordings (test_introspection_invoke) that say where things are.
#[tokio::test(flavor = "multi_thread")]
async fn a_function_finds_the_surroundings_of_aws() {
    let fixture = Fixture::new();
    if !fixture.is_isolated() {
        eprintln!("skipped: this machine gives functions no file tree of their own");
        return;
    }
    let names = "['PWD', 'SHLVL', 'PATH', 'LD_LIBRARY_PATH', 'PYTHONPATH', 'LC_CTYPE', 'NODE_PATH', \
                 'AWS_EXECUTION_ENV', 'AWS_LAMBDA_LOG_FORMAT']";
    let python = format!(
        "import os, sys, getpass\n\
         def handler(e, c):\n    return [[os.environ.get(n) for n in {names}], sys.executable.rpartition('/')[0], \
         os.path.dirname(os.__file__).rpartition('/')[0], getpass.getuser()]\n"
    );
    let node = format!(
        "exports.handler = async () => [{names}.map((n) => process.env[n] ?? null), \
         require('path').dirname(process.execPath)];"
    );
    fixture.function(Handler::python("p", &python));
    fixture.function(Handler::node("n", &node));
    let libraries = "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib";
    let path = "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin";
    check_answer(
        &fixture.invoke("p", "{}").await.unwrap(),
        &serde_json::json!([
            [
                "/var/task",
                "0",
                path,
                libraries,
                "/var/runtime",
                "C.UTF-8",
                null,
                "AWS_Lambda_python3.12",
                null
            ],
            "/var/lang/bin",
            "/var/lang/lib",
            "sbx_user1051",
        ]),
    );
    let modules = "/opt/nodejs/node20/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task";
    check_answer(
        &fixture.invoke("n", "{}").await.unwrap(),
        &serde_json::json!([
            [
                "/var/task",
                "0",
                path,
                libraries,
                null,
                null,
                modules,
                "AWS_Lambda_nodejs20.x",
                null
            ],
            "/usr/bin",
        ]),
    );
}
