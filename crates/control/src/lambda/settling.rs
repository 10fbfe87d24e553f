//! The while between a change of `$LATEST` and the moment from which it is shown as settled.
//!
//! The change itself takes effect at once. What AWS's clients can rely on, and scripts stumble over, is
//! the state: a second update meanwhile is refused, and so is a publication.

use std::time::Duration;

use model::{FunctionRecord, LastUpdate, Qualifier, Timestamp, VersionNumber};

use super::configuration::Moment;
use super::failures::conflict;
use super::functions::new_revision;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Notes a change of `$LATEST`, and the version that was published with it.
pub(super) fn note(record: &mut FunctionRecord, now: Timestamp, published: Option<VersionNumber>) {
    record.last_update = Some(LastUpdate {
        at: now,
        revision_id: new_revision(),
        published,
    });
}

impl Rooms {
    /// What is left of an update that is under way.
    pub(super) fn unsettled(&self, record: &FunctionRecord, now: Timestamp) -> Option<Duration> {
        let update = record.last_update.as_ref()?;
        let passed = u64::try_from(now.millis() - update.at.millis()).ok()?;
        let left = self
            .functions
            .update
            .checked_sub(Duration::from_millis(passed))?;
        (!left.is_zero()).then_some(left)
    }

    /// At which moment of its life a version is.
    pub(super) fn moment(
        &self,
        record: &FunctionRecord,
        number: &Qualifier,
        now: Timestamp,
    ) -> Moment {
        let published = record
            .last_update
            .as_ref()
            .and_then(|update| update.published);
        match number {
            _ if self.unsettled(record, now).is_none() => Moment::Settled,
            Qualifier::Latest => Moment::Updated,
            Qualifier::Version(number) if published == Some(*number) => Moment::Created,
            Qualifier::Version(_) | Qualifier::Alias(_) => Moment::Settled,
        }
    }

    /// Refuses a second change while one is under way (test_lambda_concurrent_code_updates).
    pub(super) fn check_settled(
        &self,
        record: &FunctionRecord,
        now: Timestamp,
    ) -> Result<(), Refused> {
        match self.unsettled(record, now) {
            Some(_) => Err(conflict(format!(
                "The operation cannot be performed at this time. An update is in progress for \
                 resource: {}",
                record.arn()
            ))),
            None => Ok(()),
        }
    }
}
