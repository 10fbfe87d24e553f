//! What AWS answered to the calls of its recorded tests, and what the same calls get here.

mod api_keys;
mod api_mappings;
mod authorization;
mod canaries;
mod definitions;
mod deployments;
mod documentation;
mod domain_names;
mod gateway_responses;
mod imports;
mod integrations;
mod methods;
mod patches;
mod private_domains;
mod quotas;
mod resources;
mod rest_apis;
mod routing_rules;
mod sdks;
mod stages;
mod usage_plans;

use serde_json::{Map, Value, json};

use crate::testing::{Answer, Recording, World, conformance};

/// One recorded test, replayed.
struct Flow {
    world: World,
    recorded: Value,
    tokens: Recording,
}

impl Flow {
    /// `None` when the recordings are not there.
    async fn open(file: &str, test: &str) -> Option<Self> {
        let file = conformance(&format!("aws-recordings/apigateway/{file}.snapshot.json"))?;
        let ending = format!("::{test}");
        let (_, recorded) = file
            .as_object()
            .unwrap()
            .iter()
            .find(|(id, _)| id.ends_with(&ending))
            .unwrap_or_else(|| panic!("no recording of {test}"));
        Some(Self {
            world: World::new().await,
            recorded: recorded.get("recorded-content").unwrap().clone(),
            tokens: Recording::default(),
        })
    }

    /// Of the tests of API Gateway's own operations.
    async fn of_api(test: &str) -> Option<Self> {
        Self::open("test_apigateway_api", test).await
    }

    /// A call that prepares another one.
    async fn call(&self, line: &str, body: Value) -> Value {
        self.world.rest("apigateway", line, &body).await.ok()
    }

    /// A call whose answer was recorded under this name.
    async fn check(&mut self, name: &str, line: &str, body: Value) -> Value {
        let answer = self.world.rest("apigateway", line, &body).await;
        let mut expected = self
            .recorded
            .get(name)
            .unwrap_or_else(|| panic!("no {name}"))
            .clone();
        let metadata = expected
            .as_object_mut()
            .unwrap()
            .remove("ResponseMetadata")
            .unwrap();
        let status = metadata.get("HTTPStatusCode").unwrap();
        assert_eq!(json!(answer.status), *status, "{name}: {}", answer.text());
        let mut ours = as_a_client_reads(&answer);
        // The model calls the list of everything but stages `items`, and AWS sends `item`.
        if let Some(list) = ours.as_object_mut().filter(|_| !line.contains("/stages"))
            && let Some(items) = list.remove("item")
        {
            list.insert("items".into(), items);
        }
        as_the_recorder_writes(&mut ours);
        self.tokens.check(name, &expected, &ours);
        answer.json()
    }

    async fn patch(&mut self, name: &str, path: &str, patches: Value) -> Value {
        let body = json!({ "patchOperations": patches });
        self.check(name, &format!("PATCH {path}"), body).await
    }

    /// The ids of a new API and of its root.
    async fn api(&self) -> (String, String) {
        let api = self.call(
            "POST /restapis",
            json!({"name": "a", "description": "this is my api"}),
        );
        let api = api.await;
        (text(&api, "id"), text(&api, "rootResourceId"))
    }
}

fn text(value: &Value, member: &str) -> String {
    value
        .get(member)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("{member}: {value}"))
        .to_owned()
}

/// botocore shows an error's code and message, and the members of its body beside them.
fn as_a_client_reads(answer: &Answer) -> Value {
    let body = match answer.json() {
        Value::Null => json!({}),
        body => body,
    };
    if answer.status < 300 {
        return body;
    }
    let code = answer.header("x-amzn-errortype").unwrap_or_default();
    let code = code.split(':').next().unwrap_or_default();
    let message = body.get("message").cloned().unwrap_or_default();
    let mut read = Map::new();
    read.insert("Error".into(), json!({"Code": code, "Message": message}));
    // A ValidationException is no modelled error of most operations: botocore leaves its body out.
    if code != "ValidationException" {
        read.extend(body.as_object().cloned().unwrap_or_default());
    }
    Value::Object(read)
}

/// The recorder writes `datetime` for times, and reads the JSON inside strings.
fn as_the_recorder_writes(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match key.as_str() {
                    "createdDate" | "lastUpdatedDate" => *value = json!("datetime"),
                    _ => as_the_recorder_writes(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(as_the_recorder_writes),
        Value::String(text) => {
            let inner = serde_json::from_str::<Value>(text).ok();
            if let Some(inner @ (Value::Object(_) | Value::Array(_))) = inner {
                *value = inner;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
