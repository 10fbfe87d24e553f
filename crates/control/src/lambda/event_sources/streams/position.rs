//! How far the shards of a mapping are done: a record for each, which only ever goes forward.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::convert::Infallible;

use model::{EventSourceMappingRecord, EventSourcePositionRecord, Record as _, StreamWindow};
use store::{StoreError, UpdateError};

use crate::clock::now;
use crate::control::Control;

pub(super) struct Positions<'a> {
    control: &'a Control,
    mapping: &'a EventSourceMappingRecord,
}

/// What becomes of the window that is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Kept {
    #[default]
    AsItWas,
    As(Option<StreamWindow>),
}

/// What is new of a position.
#[derive(Debug, Clone, Default)]
pub(super) struct Progress {
    pub(super) sequence: Option<String>,
    pub(super) is_finished: bool,
    /// Empty to leave what was said.
    pub(super) result: &'static str,
    pub(super) window: Kept,
}

impl<'a> Positions<'a> {
    pub(super) const fn new(control: &'a Control, mapping: &'a EventSourceMappingRecord) -> Self {
        Self { control, mapping }
    }

    /// The shards that were begun, and whether each is finished.
    pub(super) async fn all(&self) -> Result<HashMap<String, bool>, StoreError> {
        let prefix = EventSourcePositionRecord::prefix(self.mapping);
        let records = &self.control.rooms().records;
        let all = records.list::<EventSourcePositionRecord>(&prefix).await?;
        let all = all.into_iter().map(|stored| stored.record);
        Ok(all.map(|found| (found.shard, found.is_finished)).collect())
    }

    /// The position of a shard; begun now if there is none.
    pub(super) async fn begin(&self, shard: &str) -> Result<EventSourcePositionRecord, StoreError> {
        let records = &self.control.rooms().records;
        let new = self.new_record(shard);
        if let Some(found) = records.get::<EventSourcePositionRecord>(&new.id()).await? {
            return Ok(found.record);
        }
        records.create(&new).await?;
        Ok(new)
    }

    /// Writes down what is done. A mapping that was deleted meanwhile leaves nothing.
    pub(super) async fn write(&self, shard: &str, progress: &Progress) -> Result<(), StoreError> {
        let id = self.new_record(shard).id();
        let change = |record: &mut EventSourcePositionRecord| {
            if let Some(sequence) = &progress.sequence
                && is_later(sequence, record.sequence.as_deref())
            {
                record.sequence = Some(sequence.clone());
            }
            record.is_finished |= progress.is_finished;
            if !progress.result.is_empty() {
                progress.result.clone_into(&mut record.result);
            }
            if let Kept::As(window) = &progress.window {
                record.window.clone_from(window);
            }
            record.modified = now();
            Ok::<_, Infallible>(())
        };
        match self.control.rooms().records.update(&id, change).await {
            Ok(_) | Err(UpdateError::NotFound) => Ok(()),
            Err(UpdateError::Store(error)) => Err(error),
            Err(UpdateError::Refused(never)) => match never {},
        }
    }

    fn new_record(&self, shard: &str) -> EventSourcePositionRecord {
        EventSourcePositionRecord {
            account: self.mapping.account.clone(),
            region: self.mapping.region.clone(),
            uuid: self.mapping.uuid.clone(),
            shard: shard.to_owned(),
            sequence: None,
            is_finished: false,
            result: String::new(),
            window: None,
            modified: now(),
        }
    }
}

/// Sequence numbers are decimal numbers of any length.
fn is_later(sequence: &str, than: Option<&str>) -> bool {
    let plain = |text: &str| text.trim_start_matches('0').to_owned();
    let than = than.map(plain);
    let sequence = plain(sequence);
    let order = |than: &String| {
        let by_length = sequence.len().cmp(&than.len());
        by_length.then_with(|| sequence.cmp(than))
    };
    than.as_ref().map(order).is_none_or(Ordering::is_gt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_goes_only_forward() {
        for (sequence, than, expected) in [
            ("9", None, true),
            ("10", Some("9"), true),
            ("9", Some("10"), false),
            ("0012", Some("11"), true),
            ("12", Some("12"), false),
        ] {
            assert_eq!(is_later(sequence, than), expected, "{sequence} {than:?}");
        }
    }
}
