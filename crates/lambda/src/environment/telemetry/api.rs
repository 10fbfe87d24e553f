//! Subscribing: `PUT /2022-07-01/telemetry`.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use serde::Deserialize;
use serde_json::json;

use super::destination::Destination;
use super::sender::{self, Buffering};
use super::{Stream, Subscriber, Telemetry};
use crate::environment::extensions::Extensions;
use crate::environment::replies::{json_reply, refused, unknown_path};

pub(in crate::environment) const PATH: &str = "/2022-07-01/telemetry";
const MAX_BODY_BYTES: usize = 262_144;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Subscription {
    #[serde(default)]
    schema_version: Option<String>,
    destination: Target,
    types: Vec<String>,
    #[serde(default)]
    buffering: Option<Asked>,
}

#[derive(Deserialize)]
struct Target {
    protocol: String,
    #[serde(rename = "URI", alias = "uri")]
    uri: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    max_items: Option<u64>,
    max_bytes: Option<u64>,
    timeout_ms: Option<u64>,
}

impl Telemetry {
    pub(in crate::environment) async fn answer(
        &self,
        extensions: &Extensions,
        request: Request<Incoming>,
    ) -> Response<Full<Bytes>> {
        if request.method() != Method::PUT {
            return unknown_path();
        }
        let name = match extensions.named_by(request.headers()) {
            Ok(name) => name,
            Err(refusal) => return *refusal,
        };
        let body = Limited::new(request.into_body(), MAX_BODY_BYTES).collect();
        let body = body.await.map(http_body_util::Collected::to_bytes);
        let asked = body
            .ok()
            .map(|body| serde_json::from_slice::<Subscription>(&body));
        let subscribed = match asked {
            Some(Ok(asked)) => self.subscribe(&name, &asked),
            Some(Err(error)) => Err(error.to_string()),
            None => Err("the body is too large".to_owned()),
        };
        match subscribed {
            Ok(()) => json_reply(StatusCode::OK, r#""OK""#, &[]),
            Err(message) => refused(StatusCode::BAD_REQUEST, "ValidationError", &message),
        }
    }

    fn subscribe(&self, name: &str, asked: &Subscription) -> Result<(), String> {
        let schema = asked.schema_version.as_deref().unwrap_or("2022-12-13");
        if !matches!(schema, "2022-07-01" | "2022-12-13" | "2025-01-29") {
            return Err(format!("schemaVersion {schema} is unknown"));
        }
        if asked.destination.protocol != "HTTP" {
            return Err(format!(
                "protocol {} is not served: use HTTP",
                asked.destination.protocol
            ));
        }
        let destination = Destination::parse(&asked.destination.uri)?;
        let types = types(&asked.types)?;
        let buffering = buffering(asked.buffering.as_ref())?;
        let mut state = self.state();
        if state.closed {
            return Err("subscriptions are accepted while an environment starts".to_owned());
        }
        let (sender, sending) = sender::open(destination, Arc::clone(&self.ways), buffering);
        for (stream, event) in &state.early {
            if types.contains(stream) {
                sender.send(Arc::clone(event));
            }
        }
        let task = tokio::spawn(sending).abort_handle();
        state.subscribers.push(Subscriber {
            types,
            sender,
            task,
        });
        drop(state);
        let record = || json!({ "name": name, "state": "Subscribed", "types": asked.types });
        self.platform("platform.telemetrySubscription", record);
        Ok(())
    }

    /// An extension is ready.
    pub(in crate::environment) fn extension(&self, name: &str, events: &[&str]) {
        let record = || json!({ "name": name, "state": "Ready", "events": events });
        self.platform("platform.extension", record);
    }
}

fn types(names: &[String]) -> Result<Vec<Stream>, String> {
    if names.is_empty() {
        return Err("types is empty".to_owned());
    }
    let stream = |name: &String| match name.as_str() {
        "platform" => Ok(Stream::Platform),
        "function" => Ok(Stream::Function),
        "extension" => Ok(Stream::Extension),
        other => Err(format!("type {other} is unknown")),
    };
    names.iter().map(stream).collect()
}

/// The ranges are those of AWS's page.
fn buffering(asked: Option<&Asked>) -> Result<Buffering, String> {
    let within = |name: &str, asked: Option<u64>, (least, most, default): (u64, u64, u64)| {
        let value = asked.unwrap_or(default);
        if (least..=most).contains(&value) {
            Ok(value)
        } else {
            Err(format!(
                "buffering.{name} must be between {least} and {most}"
            ))
        }
    };
    let items = asked.and_then(|asked| asked.max_items);
    let bytes = asked.and_then(|asked| asked.max_bytes);
    let time = asked.and_then(|asked| asked.timeout_ms);
    let size = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
    Ok(Buffering {
        items: size(within("maxItems", items, (1000, 10_000, 10_000))?),
        bytes: size(within("maxBytes", bytes, (262_144, 1_048_576, 262_144))?),
        time: Duration::from_millis(within("timeoutMs", time, (25, 30_000, 1000))?),
    })
}
