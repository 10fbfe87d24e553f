//! AWS's own validation messages, as recorded: every pattern, set of values and limit that they
//! tell must be told by the tables in the same words.

use std::collections::BTreeSet;

use serde_json::Value;

use super::read;
use crate::{schema::ShapeSchema, service::Service};

/// Files of recordings, with the service that answered.
const RECORDINGS: [(&str, Service); 5] = [
    ("apigateway/test_apigateway_api", Service::ApiGateway),
    ("lambda_/test_lambda_api", Service::Lambda),
    ("lambda_/test_lambda", Service::Lambda),
    ("logs/test_logs_events", Service::Logs),
    ("sts/test_sts", Service::Sts),
];

/// Sets that only an operation tells: a runtime's message is not of the common form.
const TOLD_BY_OPERATIONS: &str = "or be a valid ARN";

fn strings<'a>(json: &'a Value, found: &mut BTreeSet<&'a str>) {
    match json {
        Value::String(text) => {
            found.insert(text);
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(entries) => entries.values().for_each(|entry| strings(entry, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What stands between a phrase and the end of its violation.
fn told(message: &str, phrase: &str) -> Vec<String> {
    let told = message
        .split("; ")
        .filter_map(|violation| violation.split_once(phrase));
    told.map(|(_, rest)| rest.to_owned()).collect()
}

fn check(service: Service, message: &str) {
    let shapes = || service.schema().shapes.iter();
    for pattern in told(message, "pattern: ") {
        let knows = |shape: &ShapeSchema| shape.pattern.is_some_and(|own| pattern.starts_with(own));
        assert!(shapes().any(knows), "{service:?} has no pattern {pattern}");
    }
    for set in told(message, "enum value set: [") {
        let knows = |shape: &ShapeSchema| {
            let own = format!("{}]", shape.values.join(", "));
            !shape.values.is_empty() && set.starts_with(&own)
        };
        assert!(shapes().any(knows), "{service:?} has no set [{set}");
    }
    for limit in told(message, "less than or equal to ") {
        let knows = |shape: &ShapeSchema| {
            shape
                .max
                .is_some_and(|max| limit.starts_with(&max.to_string()))
        };
        assert!(shapes().any(knows), "{service:?} has no limit {limit}");
    }
}

#[test]
fn the_tables_tell_what_aws_told() {
    for (path, service) in RECORDINGS {
        let Some(recording) = read(&format!("aws-recordings/{path}.snapshot.json")) else {
            return;
        };
        let mut found = BTreeSet::new();
        strings(&recording, &mut found);
        let messages = found
            .into_iter()
            .filter(|text| text.contains("failed to satisfy constraint"));
        for message in messages.filter(|text| !text.contains(TOLD_BY_OPERATIONS)) {
            check(service, message);
        }
    }
}
