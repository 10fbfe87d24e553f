//! Our Python bootstrap beside AWS's own client, `awslambdaric`: the same handlers must leave the same
//! answers and the same log.
//!
//! `PORTCULLIS_AWSLAMBDARIC` names the virtual environment that has it; else `target/venv` of the
//! workspace is looked at. Without either, the tests say so and pass.

use std::path::{Path, PathBuf};

use lambda::{Interpreter, LogBatch, Outcome};
use store::Bytes;

use crate::fixture::{Fixture, Handler};

/// Starts the official client in our bootstrap's place: its first argument is the interpreter.
const WRAPPER: &str = "\
#!/bin/sh
export _LAMBDA_TELEMETRY_LOG_FD=1
exec \"$1\" -I -B -S -c '
import sys
sys.path[:0] = [\"/var/task\", \"/var/task/client\"]
from awslambdaric.__main__ import main
import os
main([\"bootstrap\", os.environ[\"_HANDLER\"]])
'
";
const PACKAGES: [&str; 4] = [
    "awslambdaric",
    "simplejson",
    "snapshot_restore_py",
    "runtime_client",
];

/// What is compared of one invocation.
#[derive(Debug, PartialEq)]
struct Seen {
    payload: String,
    failed: bool,
    log: Vec<String>,
}

/// The packages of a virtual environment with a client for this interpreter.
fn packages(interpreter: &Interpreter) -> Option<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/venv");
    let named = std::env::var_os("PORTCULLIS_AWSLAMBDARIC").unwrap_or_else(|| default.into());
    let mut version = interpreter.version.split('.');
    let (major, minor) = (version.next()?, version.next()?);
    let packages = Path::new(&named).join(format!("lib/python{major}.{minor}/site-packages"));
    packages.join("awslambdaric").is_dir().then_some(packages)
}

/// One zip with every case as a module, and with the client.
fn archive(cases: &[(&str, &str)], packages: &Path) -> Bytes {
    let mut handler = with_client(Handler::python("f", ""), packages);
    for (index, (code, _)) in cases.iter().enumerate() {
        handler = handler.file(&format!("case{index}.py"), *code);
    }
    handler.zip()
}

/// The client's files as parts of the function's zip.
fn with_client(handler: Handler, packages: &Path) -> Handler {
    let mut handler = handler;
    let mut open = vec![packages.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            let name = path.strip_prefix(packages).unwrap().display().to_string();
            let wanted = PACKAGES.iter().any(|start| name.starts_with(start));
            if !wanted || name.contains("__pycache__") || name.contains(".dist-info") {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                handler = handler.file(&format!("client/{name}"), std::fs::read(path).unwrap());
            }
        }
    }
    handler.file("wrapper", WRAPPER)
}

/// Without what differs from call to call.
fn plain(text: &str, id: &str) -> String {
    let text = text.replace(id, "ID");
    let words = text.split_inclusive(['\t', '"', '\n', ' ']);
    let is_time = |word: &str| word.starts_with("20") && word.contains('T') && word.contains('Z');
    words
        .map(|word| if is_time(word) { "TIME" } else { word })
        .collect()
}

fn seen(outcome: &Outcome, batches: Vec<LogBatch>) -> Seen {
    const PLATFORM: [&str; 6] = [
        "INIT_START",
        "INIT_REPORT",
        "START ",
        "END ",
        "REPORT ",
        "{\"time\":",
    ];
    let id = &outcome.request_id;
    // The official client adds a paragraph about updates of runtimes to each failed start.
    let own = |line: &String| {
        !PLATFORM.iter().any(|start| line.starts_with(start)) && !line.contains("LAMBDA_WARNING")
    };
    let events = batches.into_iter().flat_map(|batch| batch.events);
    let printed = events.map(|event| event.message).filter(own);
    Seen {
        payload: plain(std::str::from_utf8(&outcome.payload).unwrap(), id),
        failed: outcome.error.is_some(),
        log: printed.map(|line| plain(&line, id)).collect(),
    }
}

async fn run(fixture: &Fixture, handler: Handler, event: &str) -> Seen {
    let name = handler.name();
    let before = fixture.logged().len();
    fixture.function(handler);
    let outcome = fixture.invoke(name, event).await.unwrap();
    seen(&outcome, fixture.logged().split_off(before))
}

async fn check(dress: impl Fn(Handler) -> Handler, cases: &[(&str, &str)]) {
    let fixture = Fixture::new();
    let runtime = model::RuntimeName::new("python3.12").unwrap();
    let interpreter = fixture.lambda.interpreter(&runtime).await.unwrap();
    let Some(packages) = packages(&interpreter).filter(|_| fixture.is_isolated()) else {
        eprintln!(
            "skipped: no awslambdaric for Python {} was found",
            interpreter.version
        );
        return;
    };
    let archive = archive(cases, &packages);
    for (index, (code, event)) in cases.iter().enumerate() {
        let handler = || {
            let handler = Handler::python("f", code);
            dress(handler.archive(archive.clone(), format!("case{index}.handler")))
        };
        let official = handler().variable("AWS_LAMBDA_EXEC_WRAPPER", "/var/task/wrapper");
        let expected = run(&fixture, official, event).await;
        assert_eq!(run(&fixture, handler(), event).await, expected, "{code}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_the_same() {
    let echo = "def handler(event, context):\n    return event\n";
    check(
        |handler| handler,
        &[
            (echo, r#"{"a": [1, 2.50, -0.0, 1e400, 12345678901234567890, null, true], "é": "\u2028 \ud83d\ude00 \u0001 </"}"#),
            (echo, "\"text\""),
            ("def handler(e, c):\n    return b'{\"raw\": 1}'\n", "{}"),
            ("def handler(e, c):\n    return {'b': b'bytes', 't': (1, 2), 1: 2, None: 3, True: 4, 1.5: 6}\n", "{}"),
            ("from decimal import Decimal\ndef handler(e, c):\n    return [Decimal('1.10'), Decimal('NaN'), {'x': Decimal('1E+3')}, 'decimal-0']\n", "{}"),
            ("def handler(e, c):\n    return float('nan'), float('inf')\n", "{}"),
            ("def handler(e, c):\n    c.client_context, c.identity.cognito_identity_id\n    return str(c).split('log_stream_name')[0], c.tenant_id, c.w3c()\n", "{}"),
            ("import os\ndef handler(e, c):\n    return sorted(k for k in os.environ if k.startswith(('AWS', 'LAMBDA', '_')) and k not in ('AWS_LAMBDA_EXEC_WRAPPER', '_'))\n", "{}"),
        ],
    )
    .await;
}

const FAILURES: [(&str, &str); 13] = [
    ("def handler(e, c):\n    raise ValueError('no')\n", "{}"),
    ("def handler(e, c):\n    raise KeyError\n", "{}"),
    (
        "def inner(x):\n    return 1 / x\ndef handler(e, c):\n    try:\n        inner(0)\n    except ZeroDivisionError as error:\n        raise RuntimeError('über\\nzwei') from error\n",
        "{}",
    ),
    (
        "import json\ndef handler(e, c):\n    json.loads('{')\n",
        "{}",
    ),
    ("def handler(e, c):\n    return {1, 2}\n", "{}"),
    ("def handler(e, c):\n    return {(1, 2): 3}\n", "{}"),
    (
        "def handler(e, c):\n    a = []\n    a.append(a)\n    return a\n",
        "{}",
    ),
    ("import sys\ndef handler(e, c):\n    sys.exit(3)\n", "{}"),
    ("import nothing_of_the_kind\n", "{}"),
    ("def handler(:\n", "{}"),
    ("x = 1\n", "{}"),
    (
        "def load():\n    raise Exception('Runtime startup fails')\nload()\n",
        "{}",
    ),
    ("import sys\nsys.exit(1)\n", "{}"),
];

#[tokio::test(flavor = "multi_thread")]
async fn failures_are_the_same() {
    check(|handler| handler, &FAILURES).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_in_json_logs_are_the_same() {
    check(|handler| handler.json_logs(None, None), &FAILURES[..5]).await;
}

const TALK: &str = "\
import logging
print('at start')
logging.warning('before any event')
log = logging.getLogger('mine')
def handler(event, context):
    print('one\\ntwo', end='')
    log.debug('fine')
    log.info('with %s', 'argument')
    log.warning({'structured': 1})
    log.log(35, 'between', extra={'own': [1], 'other': None})
    context.log('plain\\n')
    try:
        {}['x']
    except KeyError:
        log.exception('caught\\nit')
    print('é', flush=True)
    return log.getEffectiveLevel()
";

#[tokio::test(flavor = "multi_thread")]
async fn logs_are_the_same() {
    check(|handler| handler, &[(TALK, "{}")]).await;
    for level in [None, Some("TRACE"), Some("WARN"), Some("FATAL")] {
        check(|handler| handler.json_logs(level, None), &[(TALK, "{}")]).await;
    }
}
