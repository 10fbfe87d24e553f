//! The service against AWS's recordings (`test_lambda_api`, `test_lambda`).

mod aliases;
mod event_sources;
mod extras;
mod functions;
mod invocations;
mod layers;
mod members;
mod permissions;
mod resource_policies;
mod settings;
mod settling;
mod urls;
mod versions;

use serde_json::{Value, json};

use crate::testing::{ACCOUNT, Answer, REGION, Recording, World, conformance, zip_of};

const FUNCTIONS: &str = "/2015-03-31/functions";
const ROLE: &str = "arn:aws:iam::111111111111:role/worker";
const ECHO: &str = "def handler(event, context):\n    print('hello')\n    return event\n";

fn input(name: &str) -> Value {
    json!({
        "FunctionName": name,
        "Runtime": "python3.12",
        "Role": ROLE,
        "Handler": "index.handler",
        "Code": {"ZipFile": zip_of(&[("index.py", ECHO)])},
    })
}

fn with(mut value: Value, members: &Value) -> Value {
    for (key, member) in members.as_object().unwrap() {
        value[key] = member.clone();
    }
    value
}

struct Lambda {
    world: World,
}

impl Lambda {
    async fn new() -> Self {
        Self {
            world: World::new().await,
        }
    }

    async fn call(&self, line: &str, input: &Value) -> Answer {
        let (method, path) = line.split_once(' ').unwrap();
        self.world
            .rest("lambda", &format!("{method} {FUNCTIONS}{path}"), input)
            .await
    }

    async fn create(&self, input: &Value) -> Value {
        self.call("POST ", input).await.ok()
    }
}

/// As botocore shows an answer to the recorder.
fn as_recorded(answer: &Answer) -> Value {
    let mut body = answer.json();
    if answer.status >= 400 {
        let message = body["message"]
            .as_str()
            .or(body["Message"].as_str())
            .unwrap_or_default();
        let code = answer.header("x-amzn-errortype").unwrap_or_default();
        let error = json!({"Code": code, "Message": message});
        body["Error"] = error;
    }
    if body.is_null() {
        body = json!({});
    }
    for (member, nested) in [("Statement", "Statement"), ("Policy", "Policy")] {
        if let Some(text) = body.get(member).and_then(Value::as_str) {
            body[nested] = serde_json::from_str(text).unwrap();
        }
    }
    body["ResponseMetadata"] = json!({"HTTPHeaders": {}, "HTTPStatusCode": answer.status});
    body
}

/// The recorder's own replacements, where they stand for a form and not for a name.
fn prepared(recorded: &Value) -> Value {
    let text = recorded.to_string();
    let text = text
        .replace("<partition>", "aws")
        .replace("<region>", REGION)
        .replace("111111111111", ACCOUNT)
        .replace("\"date\"", "\"<date>\"")
        .replace("\"code-sha256\"", "\"<code-sha256>\"");
    serde_json::from_str(&text).unwrap()
}

struct Recorded {
    test: Value,
    recording: Recording,
}

impl Recorded {
    fn find(file: &str, test: &str) -> Option<Self> {
        let all = conformance(&format!("aws-recordings/{file}"))?;
        let (_, test) = all
            .as_object()?
            .iter()
            .find(|(name, _)| name.ends_with(test))?;
        Some(Self {
            test: prepared(&test["recorded-content"]),
            recording: Recording::default(),
        })
    }

    #[track_caller]
    fn check(&mut self, step: &str, answer: &Answer) {
        let mut ours = as_recorded(answer);
        let recorded = &self.test[step];
        if ours["Error"]["Code"] == "ValidationException" {
            ours.as_object_mut()
                .unwrap()
                .retain(|key, _| key == "Error" || key == "ResponseMetadata");
        }
        self.recording.check(step, recorded, &ours);
    }
}

const API: &str = "lambda_/test_lambda_api.snapshot.json";
const LAMBDA: &str = "lambda_/test_lambda.snapshot.json";

#[track_caller]
fn check(answer: &Answer, status: u16, code: &str, text: &str) {
    let said = answer.text();
    assert_eq!(answer.status, status, "{said}");
    assert_eq!(answer.header("x-amzn-errortype"), Some(code), "{said}");
    assert!(said.contains(text), "{said}");
}

const INVALID: &str = "InvalidParameterValueException";
