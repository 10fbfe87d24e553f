//! What went into the steps of a request and what came out, where traces are on; and turning them on.

use gateway::Gateway;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::internal::Refused;

pub(super) fn state(gateway: &Gateway) -> Value {
    let traces = gateway.traces();
    json!({ "on": traces.is_on(), "requests": traces.len() })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wanted {
    on: bool,
}

pub(super) fn turn(gateway: &Gateway, body: &[u8]) -> Result<Value, Refused> {
    let wanted: Wanted = serde_json::from_slice(body)
        .map_err(|error| Refused(StatusCode::BAD_REQUEST, error.to_string()))?;
    gateway.traces().turn(wanted.on);
    tracing::info!(on = wanted.on, "traces were turned");
    Ok(state(gateway))
}

/// `lines` is null where the request was not traced.
pub(super) fn of_request(gateway: &Gateway, id: &str) -> Value {
    let traces = gateway.traces();
    let lines = traces.find(id);
    json!({ "on": traces.is_on(), "lines": lines.as_deref() })
}
