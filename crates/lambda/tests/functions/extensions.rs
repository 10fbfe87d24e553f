//! Layers, and the programs in them that run beside the runtime.

use std::time::Duration;

use serde_json::{Value, json};

use crate::fixture::{Fixture, Handler};
use crate::{ECHO, check_answer, check_failure};

/// The Extensions API in a few lines, for a program in a layer.
const CLIENT: &str = "#!/var/lang/bin/python3
import http.client, json, os, sys, threading, time

def ask(method, path, body=None, headers={}):
    api = http.client.HTTPConnection(os.environ['AWS_LAMBDA_RUNTIME_API'], timeout=60)
    api.request(method, path, body if body is None else json.dumps(body), headers)
    answer = api.getresponse()
    return answer.status, dict(answer.headers), json.loads(answer.read() or 'null')

def register(events, name=os.path.basename(sys.argv[0])):
    return ask('POST', '/2020-01-01/extension/register', {'events': events}, {'Lambda-Extension-Name': name})

def next_event(id):
    return ask('GET', '/2020-01-01/extension/event/next', headers={'Lambda-Extension-Identifier': id})[2]
";

fn extension(code: &str) -> String {
    format!("{CLIENT}\n{code}")
}

fn said(lines: &[String], start: &str) -> Vec<Value> {
    let said = lines.iter().filter_map(|line| line.strip_prefix(start));
    said.map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

const TELLS_EVENTS: &str = "
status, headers, about = register(['INVOKE', 'SHUTDOWN'])
print('about', json.dumps([status, about]), flush=True)
id = headers['Lambda-Extension-Identifier']
while True:
    event = next_event(id)
    print('event', json.dumps(event), flush=True)
    if event['eventType'] == 'SHUTDOWN':
        time.sleep(0.2)
        print('event', json.dumps('done'), flush=True)
        break
";

#[tokio::test(flavor = "multi_thread")]
async fn an_extension_is_told_of_each_invocation_and_of_the_end() {
    let fixture = Fixture::new();
    if !fixture.is_isolated() {
        return;
    }
    let watcher = extension(TELLS_EVENTS);
    fixture.function(Handler::python("f", ECHO).layer(&[("extensions/watcher", &watcher)]));
    let event = json!({ "n": 1 });
    let outcome = fixture.invoke("f", &event.to_string()).await.unwrap();
    check_answer(&outcome, &event);
    fixture.lambda.drain(Duration::from_secs(5)).await;
    let lines = fixture.printed_by("f").await;
    let about = said(&lines, "about ");
    assert_eq!(
        about,
        [
            json!([200, {"functionName": "f", "functionVersion": "$LATEST", "handler": "index.handler"}])
        ]
    );
    let events = said(&lines, "event ");
    let kinds: Vec<&Value> = events.iter().map(|event| &event["eventType"]).collect();
    assert_eq!(kinds, [&json!("INVOKE"), &json!("SHUTDOWN"), &Value::Null]);
    assert_eq!(
        events[0]["invokedFunctionArn"],
        fixture.arn("f").to_string()
    );
    assert_eq!(events[0]["tracing"]["type"], "X-Amzn-Trace-Id");
    assert_eq!(events[1]["shutdownReason"], "spindown");
    assert_eq!(
        events[2], "done",
        "two seconds are enough for the last words"
    );
    fixture.no_child_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extension_is_told_when_the_runtime_ends_by_itself() {
    let fixture = Fixture::new();
    if !fixture.is_isolated() {
        return;
    }
    for (name, code, text) in [
        (
            "exit",
            "os._exit(3)",
            "Runtime exited with error: exit status 3",
        ),
        (
            "signal",
            "os.kill(os.getpid(), 9)",
            "Runtime exited with error: signal: killed",
        ),
    ] {
        let watcher = extension(TELLS_EVENTS);
        let code = format!("import os\ndef handler(e, c):\n    {code}\n");
        let layer = [("extensions/watcher", watcher.as_str())];
        fixture.function(Handler::python(name, &code).layer(&layer));
        let outcome = fixture.invoke(name, "{}").await.unwrap();
        check_failure(&outcome, "Runtime.ExitError", text);
        let until = std::time::Instant::now() + Duration::from_secs(10);
        loop {
            let events = said(&fixture.printed_by(name).await, "event ");
            if let [_, shutdown, done] = events.as_slice() {
                assert_eq!(shutdown["shutdownReason"], "failure");
                assert_eq!(done, "done");
                break;
            }
            assert!(std::time::Instant::now() < until, "{events:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    fixture.no_child_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_environment_takes_no_event_while_an_extension_works() {
    let fixture = Fixture::new();
    if !fixture.is_isolated() {
        return;
    }
    let slow = extension(
        "
id = register(['INVOKE'])[1]['Lambda-Extension-Identifier']
while True:
    next_event(id)
    time.sleep(20)
",
    );
    let counts =
        "count = 0\ndef handler(e, c):\n    global count\n    count += 1\n    return count\n";
    fixture.function(Handler::python("f", counts).layer(&[("extensions/slow", &slow)]));
    let began = std::time::Instant::now();
    check_answer(&fixture.invoke("f", "{}").await.unwrap(), &json!(1));
    assert!(
        began.elapsed() < Duration::from_secs(15),
        "the answer waits for nobody"
    );
    // Another environment is quicker than this one.
    check_answer(&fixture.invoke("f", "{}").await.unwrap(), &json!(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extension_that_fails_takes_its_environment_with_it() {
    let fixture = Fixture::new();
    if !fixture.is_isolated() {
        return;
    }
    for (name, code, kind) in [
        ("crash", "sys.exit(3)", "Extension.Crash"),
        (
            "init",
            "id = register([])[1]['Lambda-Extension-Identifier']\nask('POST', '/2020-01-01/extension/init/error', None, {'Lambda-Extension-Identifier': id, 'Lambda-Extension-Function-Error-Type': 'Mine.NoConfig'})\ntime.sleep(60)",
            "Extension.InitError",
        ),
    ] {
        let code = extension(code);
        fixture.function(Handler::python(name, ECHO).layer(&[("extensions/e", &code)]));
        check_failure(
            &fixture.invoke(name, "{}").await.unwrap(),
            kind,
            "RequestId: ",
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_of_the_runtime_may_be_an_extension() {
    let fixture = Fixture::new();
    let code = format!(
        "{CLIENT}
refused = register(['SHUTDOWN'], 'inner')
status, headers, _ = register(['INVOKE'], 'inner')
seen = []
def watch():
    while True:
        seen.append(next_event(headers['Lambda-Extension-Identifier'])['eventType'])
threading.Thread(target=watch, daemon=True).start()
def handler(event, context):
    while not seen:
        time.sleep(0.01)
    late = register(['INVOKE'], 'late')
    return [refused[0], refused[2]['errorType'], status, seen, late[0], late[2]['errorType']]
"
    );
    fixture.function(Handler::python("f", &code));
    check_answer(
        &fixture.invoke("f", "{}").await.unwrap(),
        &json!([
            403,
            "ShutdownEventNotSupportedForInternalExtension",
            200,
            ["INVOKE"],
            403,
            "Extension.RegistrationClosed",
        ]),
    );
}

const TELLS_TELEMETRY: &str = "
import http.server
seen = []
class Sink(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def do_POST(self):
        seen.extend(json.loads(self.rfile.read(int(self.headers['Content-Length']))))
        self.send_response(200)
        self.send_header('Content-Length', '0')
        self.end_headers()
    def log_message(self, *arguments):
        pass
server = http.server.ThreadingHTTPServer(('0.0.0.0', 8080), Sink)
threading.Thread(target=server.serve_forever, daemon=True).start()
id = register(['INVOKE', 'SHUTDOWN'])[1]['Lambda-Extension-Identifier']
own = {'Lambda-Extension-Identifier': id}
wrong = ask('PUT', '/2022-07-01/telemetry', {'destination': {'protocol': 'HTTP', 'URI': 'http://example.com'}, 'types': ['platform']}, own)
right = ask('PUT', '/2022-07-01/telemetry', {
    'schemaVersion': '2022-12-13', 'destination': {'protocol': 'HTTP', 'URI': 'http://sandbox.localdomain:8080'},
    'types': ['platform', 'function'], 'buffering': {'timeoutMs': 25}}, own)
print('subscribed', json.dumps([wrong[0], right[0], right[2]]), flush=True)
while next_event(id)['eventType'] != 'SHUTDOWN':
    pass
time.sleep(0.3)
for item in seen:
    print('item', json.dumps(item), flush=True)
";

#[tokio::test(flavor = "multi_thread")]
async fn telemetry_goes_to_the_extension_that_asked_for_it() {
    let fixture = Fixture::new();
    if !fixture.is_isolated() {
        return;
    }
    let watcher = extension(TELLS_TELEMETRY);
    let code = "print('at the start')\ndef handler(e, c):\n    print('hello')\n    return c.aws_request_id\n";
    fixture.function(Handler::python("f", code).layer(&[("extensions/watcher", &watcher)]));
    let outcome = fixture.invoke("f", "{}").await.unwrap();
    fixture.lambda.drain(Duration::from_secs(5)).await;
    let lines = fixture.printed_by("f").await;
    assert_eq!(
        said(&lines, "subscribed "),
        [json!([400, 200, "OK"])],
        "{lines:?}"
    );
    let items = said(&lines, "item ");
    let of = |kind: &str| -> Vec<&Value> {
        let items = items.iter().filter(|item| item["type"] == kind);
        items.map(|item| &item["record"]).collect()
    };
    assert_eq!(
        of("function"),
        [&json!("at the start\n"), &json!("hello\n")],
        "{items:?}"
    );
    for kind in [
        "platform.initStart",
        "platform.initRuntimeDone",
        "platform.initReport",
    ] {
        assert_eq!(of(kind).len(), 1, "{kind} {items:?}");
    }
    let id = &outcome.request_id;
    assert_eq!(
        of("platform.start"),
        [&json!({"requestId": id, "version": "$LATEST"})]
    );
    for kind in ["platform.runtimeDone", "platform.report"] {
        let [record] = of(kind)[..] else {
            panic!("{kind} {items:?}")
        };
        assert_eq!(
            (&record["requestId"], &record["status"]),
            (&json!(id), &json!("success"))
        );
        assert!(record["metrics"]["durationMs"].as_f64().unwrap() > 0.0);
    }
    assert_eq!(
        of("platform.extension"),
        [&json!({"name": "watcher", "state": "Ready", "events": ["INVOKE", "SHUTDOWN"]})]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn layers_lie_over_each_other_below_opt() {
    let fixture = Fixture::new();
    if !fixture.is_isolated() {
        return;
    }
    let code = "import shared, over\ndef handler(e, c):\n    return [shared.NAME, over.NAME]\n";
    fixture.function(
        Handler::python("f", code)
            .layer(&[
                ("python/shared.py", "NAME = 'one'"),
                ("python/over.py", "NAME = 'one'"),
            ])
            .layer(&[("python/over.py", "NAME = 'two'")]),
    );
    check_answer(
        &fixture.invoke("f", "{}").await.unwrap(),
        &json!(["one", "two"]),
    );
    let modules = "exports.handler = async () => require('shared').name;";
    fixture.function(Handler::node("n", modules).layer(&[(
        "nodejs/node_modules/shared/index.js",
        "exports.name = 'module';",
    )]));
    check_answer(&fixture.invoke("n", "{}").await.unwrap(), &json!("module"));
}
