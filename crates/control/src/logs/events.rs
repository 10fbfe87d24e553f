//! Reading the events of streams.

use std::ops::Range;

use model::{LogChunkRecord, LogGroupRecord, LogStreamRecord, Record as _, Timestamp};
use ring::digest;
use store::Records;

use crate::refused::Refused;

const DAY_SECONDS: i64 = 86_400;

/// An event and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// 56 digits that sort by time, then by place.
    pub(super) id: String,
    pub(super) stream: String,
    pub(super) at: Timestamp,
    pub(super) ingested: Timestamp,
    pub(super) message: String,
}

/// Milliseconds: from the start (included) to the end (excluded).
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    start: i64,
    end: i64,
}

impl Span {
    /// What retention hides is outside.
    pub(super) fn new(
        start: Option<i64>,
        end: Option<i64>,
        group: &LogGroupRecord,
        now: Timestamp,
    ) -> Self {
        let kept_from = group
            .retention_days
            .map(|days| now.plus_seconds(-i64::from(days) * DAY_SECONDS).millis());
        Self {
            start: start.unwrap_or(0).max(kept_from.unwrap_or(0)),
            end: end.unwrap_or(i64::MAX),
        }
    }

    /// FilterLogEvents includes its end, as no other operation does.
    pub(super) fn with_end_included(self) -> Self {
        Self {
            end: self.end.saturating_add(1),
            ..self
        }
    }

    fn range(self) -> Range<i64> {
        self.start..self.end
    }
}

/// The events of a stream, the oldest first.
pub(super) async fn of_stream(
    records: &Records,
    stream: &LogStreamRecord,
    span: Span,
) -> Result<Vec<Found>, Refused> {
    let prefix = format!("{}:", stream.id());
    let mut found = Vec::new();
    for chunk in records.list::<LogChunkRecord>(&prefix).await? {
        let chunk = chunk.record;
        for (index, event) in chunk.events.into_iter().enumerate() {
            if !span.range().contains(&event.at.millis()) {
                continue;
            }
            found.push(Found {
                id: id(&stream.name, chunk.number, index, event.at),
                stream: stream.name.clone(),
                at: event.at,
                ingested: chunk.ingested,
                message: event.message,
            });
        }
    }
    found.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(found)
}

/// The id of an event, by where it stands in a stream.
pub(super) fn id(stream: &str, chunk: u64, index: usize, at: Timestamp) -> String {
    let (at, mark) = (at.millis(), mark_of(stream));
    format!("{at:014}{mark:020}{chunk:012}{index:010}")
}

/// Keeps the events of streams apart that happened in the same millisecond.
fn mark_of(stream: &str) -> u64 {
    let digest = digest::digest(&digest::SHA256, stream.as_bytes());
    digest
        .as_ref()
        .iter()
        .take(8)
        .fold(0, |mark, byte| mark << 8 | u64::from(*byte))
}
