//! Writing groups, streams and events; for clients and for the engine alike.

use std::collections::BTreeMap;

use model::{LogChunkRecord, LogEvent, LogGroupRecord, LogStreamRecord, Record, Timestamp};
use store::{Records, StoreError, UpdateError};

use super::failures::{already_exists, no_such_group, no_such_stream};
use super::group::Group;
use crate::refused::Refused;

pub(super) async fn create_group(
    records: &Records,
    group: &Group,
    tags: BTreeMap<String, String>,
    now: Timestamp,
) -> Result<(), Refused> {
    let record = LogGroupRecord {
        account: group.account.clone(),
        region: group.region.clone(),
        name: group.name.clone(),
        created: now,
        retention_days: None,
        tags,
        metric_filters: BTreeMap::new(),
        subscriptions: BTreeMap::new(),
    };
    created(records.create(&record).await, "log group")
}

pub(super) async fn create_stream(
    records: &Records,
    group: &Group,
    stream: &str,
    now: Timestamp,
) -> Result<(), Refused> {
    if records.get::<LogGroupRecord>(&group.id()).await?.is_none() {
        return Err(no_such_group());
    }
    let record = LogStreamRecord {
        account: group.account.clone(),
        region: group.region.clone(),
        group: group.name.clone(),
        name: stream.to_owned(),
        created: now,
        first_event: None,
        last_event: None,
        last_ingestion: None,
        chunks: 0,
    };
    created(records.create(&record).await, "log stream")
}

fn created<T>(outcome: Result<T, StoreError>, what: &str) -> Result<(), Refused> {
    match outcome {
        Ok(_) => Ok(()),
        Err(StoreError::Conflict { .. }) => Err(already_exists(what)),
        Err(error) => Err(error.into()),
    }
}

/// Takes the next place in the stream, then fills it. A place that stays empty after a crash is a
/// gap that no reader sees.
pub(super) async fn append(
    records: &Records,
    stream_id: &str,
    events: Vec<LogEvent>,
    now: Timestamp,
) -> Result<LogChunkRecord, Refused> {
    let first = events.iter().map(|event| event.at).min();
    let last = events.iter().map(|event| event.at).max();
    let place = records.update(stream_id, |stream: &mut LogStreamRecord| {
        let number = stream.chunks;
        stream.chunks += 1;
        stream.first_event = stream.first_event.into_iter().chain(first).min();
        stream.last_event = stream.last_event.into_iter().chain(last).max();
        stream.last_ingestion = Some(now);
        Ok::<_, Refused>(number)
    });
    let missing = |error: UpdateError<Refused>| Refused::of_update(error, no_such_stream);
    let number = place.await.map_err(missing)?.output;
    let chunk = LogChunkRecord {
        stream: stream_id.to_owned(),
        number,
        ingested: now,
        events,
    };
    records.create(&chunk).await?;
    Ok(chunk)
}

/// Deletes all records whose ids begin with the prefix. What changes meanwhile is met again.
pub(super) async fn delete_all<R: Record>(records: &Records, prefix: &str) -> Result<(), Refused> {
    const PAGE: usize = 256;
    loop {
        let page = records.page::<R>(prefix, None, PAGE).await?;
        if page.is_empty() {
            return Ok(());
        }
        for stored in page {
            match records
                .delete::<R>(&stored.record.id(), stored.version)
                .await
            {
                Ok(_) | Err(StoreError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}
