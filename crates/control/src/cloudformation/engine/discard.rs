//! Deletes resources, each before those that it needs.

use std::collections::{BTreeMap, BTreeSet};

use model::{DeletionPolicy, Leftover, MadeResource, ResourceStatus, StackResourceRecord};
use store::StoreError;

use super::frontier::Frontier;
use super::ledger::Turn;
use super::steps::{Site, token};
use crate::cloudformation::resources::{Failed, Type, Work};

/// Why resources go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occasion {
    /// A stack that was being created goes back to nothing.
    FailedCreation,
    /// The stack, or the resource in it, is not wanted any more.
    Unwanted,
}

/// A resource that was not deleted.
#[derive(Debug)]
pub(super) enum Kept {
    Failed,
    Store(StoreError),
}

impl From<StoreError> for Kept {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Site<'_> {
    /// Deletes what stands behind these logical ids, and gives back the ids of those that are still there.
    pub(super) async fn discard(
        &self,
        ids: &BTreeSet<String>,
        occasion: Occasion,
        skipped: &[String],
    ) -> Result<Vec<String>, StoreError> {
        let needs: BTreeMap<String, Vec<String>> = self
            .ledger
            .all()
            .into_iter()
            .filter(|record| ids.contains(&record.logical_id))
            .map(|record| (record.logical_id, record.needs))
            .collect();
        let step = |id: String| async move {
            let is_skipped = skipped.contains(&id);
            let outcome = self.discard_one(&id, occasion, is_skipped).await;
            (id, outcome)
        };
        let is_over = |_: &[(String, Kept)]| self.stop.is_cancelled();
        let failed = Frontier::backwards(&needs).work(step, is_over).await;
        let mut kept = Vec::new();
        for (id, why) in failed {
            match why {
                Kept::Failed => kept.push(id),
                Kept::Store(error) => return Err(error),
            }
        }
        kept.sort_unstable();
        Ok(kept)
    }

    async fn discard_one(
        &self,
        id: &str,
        occasion: Occasion,
        is_skipped: bool,
    ) -> Result<(), Kept> {
        let Some(record) = self.ledger.resource(id) else {
            return Ok(());
        };
        let record = self.clear_leftovers(record).await?;
        let record = self.found_again(record).await?;
        let Some(made) = record.made.clone() else {
            return self.gone(record).await;
        };
        let stays = match record.deletion_policy {
            DeletionPolicy::Retain => true,
            DeletionPolicy::RetainExceptOnCreate => occasion == Occasion::Unwanted,
            DeletionPolicy::Delete => false,
        };
        if stays || is_skipped {
            let mut record = record;
            record.made = None;
            record.before = None;
            let turn = [Turn::to(ResourceStatus::DeleteSkipped)];
            self.ledger.turn(record, &turn, None).await?;
            return Ok(());
        }
        let turn = [Turn::to(ResourceStatus::DeleteInProgress)];
        let shown = self.ledger.masked(&made.properties);
        let mut record = self.ledger.turn(record, &turn, Some(&shown)).await?;
        match self.delete(&record, &made).await {
            Ok(()) => {
                record.made = None;
                record.before = None;
                let turn = [Turn::to(ResourceStatus::DeleteComplete)];
                self.ledger.turn(record, &turn, Some(&shown)).await?;
                Ok(())
            }
            Err(failed) => {
                let reason = failed.reason(&token(&record));
                let turn = [Turn::because(ResourceStatus::DeleteFailed, reason)];
                self.ledger.turn(record, &turn, Some(&shown)).await?;
                Err(Kept::Failed)
            }
        }
    }

    /// Nothing is behind the logical id.
    async fn gone(&self, mut record: StackResourceRecord) -> Result<(), Kept> {
        let is_told = matches!(
            record.status,
            ResourceStatus::DeleteComplete | ResourceStatus::DeleteSkipped
        );
        if is_told && record.before.is_none() {
            return Ok(());
        }
        record.before = None;
        let turns: &[Turn] = if is_told {
            &[]
        } else {
            &[Turn::to(ResourceStatus::DeleteComplete)]
        };
        self.ledger.turn(record, turns, None).await?;
        Ok(())
    }

    /// What was being made when the server stopped is looked for by making it once more under its own name.
    async fn found_again(
        &self,
        mut record: StackResourceRecord,
    ) -> Result<StackResourceRecord, StoreError> {
        if !record.creating || record.made.is_some() {
            return Ok(record);
        }
        let attempted = record.attempted.take();
        if let (Some(properties), Some(kind)) = (attempted, Type::named(&record.kind)) {
            let work = Work {
                again: true,
                ..self.work(&record, &properties)
            };
            let made = match (kind.create)(&work).await {
                Ok(made) => Some(made),
                Err(failed) => failed.partial.map(|partial| *partial),
            };
            record.made = made.map(|made| MadeResource {
                kind: record.kind.clone(),
                physical_id: made.physical_id,
                properties,
                attributes: made.attributes,
                tags: BTreeMap::new(),
                no_echo: made.no_echo,
            });
        }
        record.creating = false;
        self.ledger.keep(record).await
    }

    pub(super) async fn delete(
        &self,
        record: &StackResourceRecord,
        made: &MadeResource,
    ) -> Result<(), Failed> {
        let Some(kind) = Type::named(&made.kind) else {
            return Err(Failed::plainly(format!(
                "Unrecognized resource type {}",
                made.kind
            )));
        };
        (kind.delete)(&self.work(record, &made.properties), made).await
    }

    /// Deletes what was replaced. What can't be deleted is let go, as AWS does after an update.
    pub(super) async fn clear_leftovers(
        &self,
        mut record: StackResourceRecord,
    ) -> Result<StackResourceRecord, StoreError> {
        while let Some(Leftover { made, policy }) = record.leftovers.last().cloned() {
            let told = StackResourceRecord {
                physical_id: Some(made.physical_id.clone()),
                ..record.clone()
            };
            let (current, status) = (record.physical_id.clone(), record.status);
            let outcome = if policy == DeletionPolicy::Delete {
                let turn = [Turn::to(ResourceStatus::DeleteInProgress)];
                let told = self.ledger.turn(told, &turn, None).await?;
                let outcome = self.delete(&told, &made).await;
                record = told;
                match outcome {
                    Ok(()) => Turn::to(ResourceStatus::DeleteComplete),
                    Err(failed) => {
                        let reason = failed.reason(&token(&record));
                        Turn::because(ResourceStatus::DeleteFailed, reason)
                    }
                }
            } else {
                record = told;
                Turn::to(ResourceStatus::DeleteSkipped)
            };
            record.leftovers.pop();
            record = self.ledger.turn(record, &[outcome], None).await?;
            // The events were the old resource's; the record is the new one's.
            record.physical_id = current;
            record.status = status;
            record.reason = None;
            record = self.ledger.keep(record).await?;
        }
        Ok(record)
    }
}
