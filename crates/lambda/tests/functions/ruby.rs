//! Functions in Ruby: what they find around them, and the same answers, failures and log as with AWS's
//! own client, `aws_lambda_ric`.
//!
//! Without a Ruby on the host the tests say so and pass; so does the comparison without the client,
//! whose `lib` folder `PORTCULLIS_AWS_LAMBDA_RIC` names.

use std::path::{Path, PathBuf};

use lambda::Outcome;
use serde_json::{Value, json};

use crate::fixture::{Fixture, Handler};
use crate::{check_answer, check_failure};

/// Starts the official client in our bootstrap's place: its first argument is the interpreter.
const WRAPPER: &str = "\
#!/bin/sh
export _LAMBDA_TELEMETRY_LOG_FD=1
exec \"$1\" -I/var/task/client -e 'require \"aws_lambda_ric\"; AwsLambdaRIC::Bootstrap.new.start'
";
const CLIENT: &str = "/var/task/client";

async fn fixture() -> Option<Fixture> {
    let fixture = Fixture::new();
    let runtime = model::RuntimeName::new("ruby3.3").unwrap();
    let found = fixture.lambda.interpreter(&runtime).await;
    if found.is_none() {
        eprintln!("skipped: no Ruby is on the PATH");
    }
    found.map(|_| fixture)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_method_of_a_file_or_of_a_class_answers() {
    let Some(fixture) = fixture().await else {
        return;
    };
    let code = "\
def handler(event:, context:)
  { event: event, name: context.function_name, left: context.get_remaining_time_in_millis > 0,
    own: ENV.values_at('GEM_HOME', 'GEM_PATH', 'RUBYLIB', 'AWS_EXECUTION_ENV', 'PWD') }
end
class Pets
  def self.handler(event:, context:)
    StringIO.new(\"<#{event}>\")
  end
end
";
    fixture.function(Handler::ruby("f", code));
    let answer = fixture.invoke("f", r#"{"é": [1, 2.5, null]}"#).await;
    let own = [
        "/var/runtime",
        "/var/task/vendor/bundle/ruby/3.3.0:/opt/ruby/gems/3.3.0:/var/runtime:/var/runtime/ruby/3.3.0",
        "/var/task:/var/runtime/lib:/opt/ruby/lib",
        "AWS_Lambda_ruby3.3",
        "/var/task",
    ];
    let expected = json!({
        "event": {"é": [1, 2.5, null]}, "name": "f", "left": true, "own": own,
    });
    check_answer(&answer.unwrap(), &expected);
    let of_class = Handler::ruby("g", code).entry("index.Pets.handler");
    fixture.function(of_class);
    let outcome = fixture.invoke("g", "7").await.unwrap();
    assert_eq!(outcome.payload, "<7>");
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_are_told_in_the_words_of_the_runtime_and_leave_it_or_end_it() {
    let Some(fixture) = fixture().await else {
        return;
    };
    for (name, code, kind, message) in [
        (
            "raise",
            "def handler(event:, context:) = raise('no')",
            "Function<RuntimeError>",
            "no",
        ),
        (
            "name",
            "def handler(event:, context:) = Nothing",
            "Function<NameError>",
            "uninitialized constant",
        ),
        (
            "missing",
            "x = 1",
            "Function<NoMethodError>",
            "undefined method `handler'",
        ),
        (
            "load",
            "require 'nothing_of_the_kind'",
            "Init<LoadError>",
            "cannot load such file",
        ),
        (
            "syntax",
            "def handler(",
            "Init<SyntaxError>",
            "syntax error",
        ),
    ] {
        fixture.function(Handler::ruby(name, code));
        check_failure(&fixture.invoke(name, "{}").await.unwrap(), kind, message);
    }
    let counts = "$count = 0\ndef handler(event:, context:)\n  $count += 1\n  raise 'no' if event == 1\n  exit 3 if event == 2\n  $count\nend\n";
    fixture.function(Handler::ruby("count", counts));
    check_failure(
        &fixture.invoke("count", "1").await.unwrap(),
        "Function<RuntimeError>",
        "no",
    );
    check_answer(&fixture.invoke("count", "0").await.unwrap(), &json!(2));
    check_failure(
        &fixture.invoke("count", "2").await.unwrap(),
        "Function<SystemExit>",
        "exit",
    );
    check_answer(&fixture.invoke("count", "0").await.unwrap(), &json!(1));
}

/// The client's files as parts of the function's zip.
fn with_client(handler: Handler, library: &Path) -> Handler {
    let mut handler = handler.file("wrapper", WRAPPER);
    let mut open = vec![library.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(library).unwrap().display().to_string();
            handler = handler.file(&format!("client/{name}"), std::fs::read(path).unwrap());
        }
    }
    handler.variable("AWS_LAMBDA_EXEC_WRAPPER", "/var/task/wrapper")
}

/// An answer without the client's own lines, and the printed lines without what differs by call.
fn seen(outcome: &Outcome, lines: &[String]) -> (Value, Vec<String>) {
    let mut answer: Value = serde_json::from_slice(&outcome.payload).unwrap();
    if let Some(Value::Array(trace)) = answer.get_mut("stackTrace") {
        trace
            .retain(|line| !line.as_str().unwrap().contains(CLIENT) && *line != "-e:1:in `<main>'");
    }
    let printed = lines.iter().filter(|line| {
        let platform = ["INIT_", "START ", "END ", "REPORT ", "RequestId: "];
        !platform.iter().any(|start| line.starts_with(start)) && !line.contains("stackTrace")
    });
    let plain = |line: &String| {
        let words = line.replace(&outcome.request_id, "ID");
        let words = words.split(' ').map(|word| match word {
            time if time.starts_with("[20") || time.starts_with('#') => "TIME",
            word => word,
        });
        words.collect::<Vec<_>>().join(" ")
    };
    (answer, printed.map(plain).collect())
}

async fn run(fixture: &Fixture, handler: Handler, event: &str) -> (Value, Vec<String>) {
    let name = handler.name();
    let before = fixture.logged().len();
    fixture.function(handler);
    let outcome = fixture.invoke(name, event).await.unwrap();
    let events = fixture
        .logged()
        .split_off(before)
        .into_iter()
        .flat_map(|batch| batch.events);
    let lines: Vec<String> = events.map(|event| event.message).collect();
    seen(&outcome, &lines)
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_failures_and_logs_are_those_of_the_official_client() {
    let Some(fixture) = fixture().await else {
        return;
    };
    let Some(library) = std::env::var_os("PORTCULLIS_AWS_LAMBDA_RIC").map(PathBuf::from) else {
        eprintln!("skipped: PORTCULLIS_AWS_LAMBDA_RIC names no aws_lambda_ric");
        return;
    };
    for (code, event) in [
        (
            "def handler(event:, context:) = event",
            r#"{"a": [1, 2.50, null, true], "é": "\u2028 </"}"#,
        ),
        (
            "def handler(event:, context:) = { 1 => :two, nil => Time.at(0).utc, 'f' => 1.0 / 3 }",
            "{}",
        ),
        ("def handler(event:, context:) = 0.0 / 0", "{}"),
        (
            "def handler(event:, context:) = context.instance_variables.map(&:to_s).sort - ['@clock_diff', '@ahead', '@tenant_id', '@identity', '@client_context']",
            "{}",
        ),
        (
            "def handler(event:, context:) = raise(ArgumentError, 'über\nzwei')",
            "{}",
        ),
        ("def handler(event:, context:) = Nothing", "{}"),
        ("def handler(event:, context:) = nothing", "{}"),
        ("def handler(event:, context:) = exit(3)", "{}"),
        ("def handler(event:) = 1", "{}"),
        ("x = 1", "{}"),
        ("raise 'at start'", "{}"),
        ("require 'nothing_of_the_kind'", "{}"),
        (
            "class Marshaller; end\nmodule AwsLambda; class Marshaller; def self.marshall_response(a) = ['raw', 'text/plain']; end; end\ndef handler(event:, context:) = 1",
            "{}",
        ),
        (
            "puts 'at start'\nlog = Logger.new($stdout)\nlog.warn('before')\n$log = log\ndef handler(event:, context:)\n  puts 'one', ['two', [3]], nil\n  puts\n  $log.info(\"a\\nb\")\n  $log.progname = 'mine'\n  $log.error(RuntimeError.new('x'))\n  Logger.new($stderr, level: :warn).info('hidden')\n  print \"plain\\n\"\n  1\nend",
            "{}",
        ),
    ] {
        let own = Handler::ruby("f", code);
        let official = with_client(Handler::ruby("f", code), &library);
        let expected = run(&fixture, official, event).await;
        assert_eq!(run(&fixture, own, event).await, expected, "{code}");
    }
}
