//! After an update that failed: every resource that it touched goes back to what it was.

use std::collections::BTreeMap;

use model::{Before, DeletionPolicy, Leftover, MadeResource, ResourceStatus, StackResourceRecord};
use store::StoreError;

use super::frontier::Frontier;
use super::ledger::Turn;
use super::steps::{Halt, Site, token};
use crate::cloudformation::resources::Type;

impl Site<'_> {
    /// Gives back the ids of those that could not be brought back.
    pub(super) async fn revert(&self, skipped: &[String]) -> Result<Vec<String>, StoreError> {
        let touched = self.ledger.all().into_iter().filter_map(|record| {
            let before = record.before?;
            before.made.as_ref()?;
            Some((record.logical_id, before.needs))
        });
        let touched: BTreeMap<String, Vec<String>> = touched.collect();
        let step = |id: String| async move {
            let is_skipped = skipped.contains(&id);
            let outcome = self.revert_one(&id, is_skipped).await;
            (id, outcome)
        };
        let is_over = |_: &[(String, Halt)]| self.stop.is_cancelled();
        let failed = Frontier::of(&touched).work(step, is_over).await;
        let mut kept = Vec::new();
        for (id, why) in failed {
            match why {
                Halt::Failed { .. } => kept.push(id),
                Halt::Store(error) => return Err(error),
            }
        }
        kept.sort_unstable();
        Ok(kept)
    }

    async fn revert_one(&self, id: &str, is_skipped: bool) -> Result<(), Halt> {
        let Some(record) = self.ledger.resource(id) else {
            return Ok(());
        };
        let Some((before, old)) = record
            .before
            .clone()
            .and_then(|before| before.made.clone().map(|old| (before, old)))
        else {
            return Ok(());
        };
        let record = restored(record, &before);
        if is_skipped {
            let turn = [Turn::to(ResourceStatus::UpdateComplete)];
            self.ledger
                .turn(forgotten(record, old), &turn, None)
                .await?;
            return Ok(());
        }
        let same = record
            .made
            .as_ref()
            .is_some_and(|made| made.kind == old.kind && made.physical_id == old.physical_id);
        if !same {
            return self.bring_back(record, old).await;
        }
        if let Some(attempted) = before.attempted {
            return self.change_back(record, (old, attempted)).await;
        }
        let is_whole =
            record.made.as_ref() == Some(&old) && record.status != ResourceStatus::UpdateFailed;
        let turn = [Turn::to(ResourceStatus::UpdateComplete)];
        let turns = if is_whole { &[][..] } else { &turn[..] };
        self.ledger
            .turn(forgotten(record, old), turns, None)
            .await?;
        Ok(())
    }

    /// The old one is still there; the new one goes at the end.
    async fn bring_back(
        &self,
        mut record: StackResourceRecord,
        old: MadeResource,
    ) -> Result<(), Halt> {
        let id = old.physical_id.clone();
        record
            .leftovers
            .retain(|leftover| leftover.made.physical_id != id);
        let new = record.made.take();
        let policy = DeletionPolicy::Delete;
        record
            .leftovers
            .extend(new.map(|made| Leftover { made, policy }));
        let record = forgotten(record, old);
        let turns = [
            Turn::to(ResourceStatus::UpdateInProgress),
            Turn::to(ResourceStatus::UpdateComplete),
        ];
        self.ledger.turn(record, &turns, None).await?;
        Ok(())
    }

    async fn change_back(
        &self,
        record: StackResourceRecord,
        (old, attempted): (MadeResource, MadeResource),
    ) -> Result<(), Halt> {
        let turn = [Turn::to(ResourceStatus::UpdateInProgress)];
        let shown = self.ledger.masked(&old.properties);
        let record = self.ledger.turn(record, &turn, Some(&shown)).await?;
        let Some(kind) = Type::named(&old.kind) else {
            return Ok(());
        };
        let outcome = (kind.update)(&self.work(&record, &old.properties), &attempted).await;
        match outcome {
            Ok(made) => {
                let old = MadeResource {
                    physical_id: made.physical_id,
                    attributes: made.attributes,
                    ..old
                };
                let turn = [Turn::to(ResourceStatus::UpdateComplete)];
                self.ledger
                    .turn(forgotten(record, old), &turn, Some(&shown))
                    .await?;
                Ok(())
            }
            Err(failed) => {
                let reason = failed.reason(&token(&record));
                let turn = [Turn::because(ResourceStatus::UpdateFailed, reason)];
                self.ledger.turn(record, &turn, Some(&shown)).await?;
                Err(Halt::Failed { is_new: false })
            }
        }
    }
}

/// Everything but the physical resource as it was.
fn restored(record: StackResourceRecord, before: &Before) -> StackResourceRecord {
    let kind = before
        .made
        .as_ref()
        .map_or_else(|| record.kind.clone(), |made| made.kind.clone());
    StackResourceRecord {
        kind,
        creating: false,
        attempted: None,
        needs: before.needs.clone(),
        deletion_policy: before.deletion_policy,
        update_replace_policy: before.update_replace_policy,
        metadata: before.metadata.clone(),
        ..record
    }
}

/// What was before is what is now.
fn forgotten(record: StackResourceRecord, old: MadeResource) -> StackResourceRecord {
    StackResourceRecord {
        physical_id: Some(old.physical_id.clone()),
        made: Some(old),
        before: None,
        ..record
    }
}
