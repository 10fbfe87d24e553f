//! Hands events to subscribed functions, with the rights of the service and no others.

use std::io::Write as _;
use std::sync::{Arc, OnceLock, Weak};

use ::lambda::{Event, Lambda};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use identity::Identity;
use identity::invocation::{Grant, Invoker, Refused as NotGranted, grant};
use model::{FunctionArn, LogChunkRecord, LogGroupRecord, SubscriptionFilter, Timestamp};
use serde_json::{Value, json};
use store::Records;

use super::super::events;
use super::super::group::Group;
use super::super::pattern::Pattern;

/// Events that have just been kept.
pub(in crate::logs) struct Arrived<'a> {
    pub(in crate::logs) group: &'a Group,
    pub(in crate::logs) stream: &'a str,
    pub(in crate::logs) chunk: &'a LogChunkRecord,
}

/// Who delivers. Functions come after the logs that they write, so that they are connected later.
#[derive(Default)]
pub(in crate::logs) struct Deliverer {
    lambda: OnceLock<Weak<Lambda>>,
}

impl Deliverer {
    pub(in crate::logs) fn connect(&self, lambda: &Arc<Lambda>) {
        // A second server's functions are not this one's.
        let _ = self.lambda.set(Arc::downgrade(lambda));
    }

    pub(in crate::logs) async fn deliver(
        &self,
        records: &Records,
        identity: &Identity,
        arrived: &Arrived<'_>,
    ) {
        if let Some(lambda) = self.lambda.get().and_then(Weak::upgrade) {
            deliver(&lambda, records, identity, arrived).await;
        }
    }
}

/// What cannot be delivered is told in the log; nobody waits for it.
pub(in crate::logs) async fn deliver(
    lambda: &Arc<Lambda>,
    records: &Records,
    identity: &Identity,
    arrived: &Arrived<'_>,
) {
    let found = records.get::<LogGroupRecord>(&arrived.group.id()).await;
    let Ok(Some(group)) = found else {
        return;
    };
    for (name, filter) in &group.record.subscriptions {
        if let Err(reason) = to_function(lambda, identity, arrived, (name, filter)).await {
            let group = &arrived.group.name;
            tracing::warn!(
                group,
                filter = name,
                reason,
                "log events were not delivered"
            );
        }
    }
}

async fn to_function(
    lambda: &Arc<Lambda>,
    identity: &Identity,
    arrived: &Arrived<'_>,
    (name, filter): (&str, &SubscriptionFilter),
) -> Result<(), String> {
    let pattern = Pattern::parse(&filter.pattern).map_err(|error| error.to_string())?;
    let events = matching(arrived, &pattern);
    if events.is_empty() {
        return Ok(());
    }
    let payload = payload(arrived, name, &events).map_err(|error| error.to_string())?;
    let function = FunctionArn::parse(&filter.destination).map_err(|error| error.to_string())?;
    let now = arrived.chunk.ingested;
    let grant = grant_to_deliver(identity, arrived.group, &function, now);
    let event = Event {
        payload: payload.into(),
        ..Event::default()
    };
    let grant = grant.map_err(|refused| refused.to_string())?;
    let accepted = lambda.enqueue(grant, event).await;
    accepted.map(drop).map_err(|error| error.to_string())
}

fn matching(arrived: &Arrived<'_>, pattern: &Pattern) -> Vec<Value> {
    let chunk = arrived.chunk;
    let all = chunk.events.iter().enumerate();
    all.filter(|(_, event)| pattern.matches(&event.message))
        .map(|(index, event)| {
            json!({
                "id": events::id(arrived.stream, chunk.number, index, event.at),
                "timestamp": event.at.millis(),
                "message": event.message,
            })
        })
        .collect()
}

/// `{"awslogs": {"data": …}}` with the message in gzip and base64 (CloudWatch Logs user guide, "Log
/// group-level subscription filters").
fn payload(arrived: &Arrived<'_>, filter: &str, events: &[Value]) -> std::io::Result<Vec<u8>> {
    let message = json!({
        "messageType": "DATA_MESSAGE",
        "owner": arrived.group.account,
        "logGroup": arrived.group.name,
        "logStream": arrived.stream,
        "subscriptionFilters": [filter],
        "logEvents": events,
    });
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(message.to_string().as_bytes())?;
    let data = STANDARD.encode(encoder.finish()?);
    Ok(json!({"awslogs": {"data": data}}).to_string().into_bytes())
}

/// AddPermission names the service with its region or without.
pub(super) fn grant_to_deliver(
    identity: &Identity,
    group: &Group,
    function: &FunctionArn,
    now: Timestamp,
) -> Result<Grant, Box<NotGranted>> {
    let source_arn = format!("{}:*", group.arn());
    let regional = format!("logs.{}.amazonaws.com", group.region);
    let ask = |principal: &str| {
        let invoker = Invoker::Service {
            principal,
            source_arn: &source_arn,
            source_account: &group.account,
        };
        grant(identity, &invoker, function, now)
    };
    ask("logs.amazonaws.com").or_else(|_| ask(&regional).map_err(Box::new))
}
