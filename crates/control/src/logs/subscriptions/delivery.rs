//! Hands events to subscribed functions, with the rights of the service and no others.

use std::io::Write as _;
use std::sync::{Arc, OnceLock, Weak};

use ::lambda::{Event, Lambda};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use identity::Identity;
use identity::invocation::{Grant, Granted, Invoker, Refused as NotGranted, grant};
use model::{FunctionArn, LogChunkRecord, LogGroupRecord, SubscriptionFilter, Timestamp};
use serde_json::{Value, json};
use store::Records;

use super::super::events;
use super::super::group::Group;
use super::super::pattern::Pattern;
use crate::unattended::{Desk, Unattended, Way};

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
        desk: Desk<'_>,
        arrived: &Arrived<'_>,
    ) {
        if let Some(lambda) = self.lambda.get().and_then(Weak::upgrade) {
            deliver(&lambda, records, desk, arrived).await;
        }
    }
}

/// What cannot be delivered is told in the log, and in the journal; nobody waits for it.
pub(in crate::logs) async fn deliver(
    lambda: &Arc<Lambda>,
    records: &Records,
    desk: Desk<'_>,
    arrived: &Arrived<'_>,
) {
    let found = records.get::<LogGroupRecord>(&arrived.group.id()).await;
    let Ok(Some(group)) = found else {
        return;
    };
    for (name, filter) in &group.record.subscriptions {
        if let Err(reason) = to_function(lambda, desk, arrived, (name, filter)).await {
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
    desk: Desk<'_>,
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
    let place = format!("{} {name}", arrived.group.name);
    let delivery = Unattended {
        way: Way::Subscription,
        service: "logs",
        name: &place,
        function: Some(&function),
        started: now,
    };
    let grant = grant_to_deliver(desk.identity, arrived.group, &function, now);
    let grant = grant.map_err(|refused| {
        delivery.refused(desk, &refused);
        refused.to_string()
    })?;
    delivery.granted(desk, &grant);
    let event = Event {
        payload: payload.into(),
        ..Event::default()
    };
    let accepted = lambda.enqueue(grant, event).await;
    accepted.map(drop).map_err(|error| {
        delivery.failed(desk, &error);
        error.to_string()
    })
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
    let plain = ask("logs.amazonaws.com");
    if is_allowed(&plain) {
        return plain.map_err(Box::new);
    }
    let regional = ask(&regional);
    let better = if is_allowed(&regional) {
        regional
    } else {
        plain
    };
    better.map_err(Box::new)
}

/// By a statement, and not because permissions are only reported.
fn is_allowed(asked: &Result<Grant, NotGranted>) -> bool {
    let grant = asked.as_ref().ok();
    grant.is_some_and(|grant| !matches!(grant.how(), Granted::Reported(_)))
}
