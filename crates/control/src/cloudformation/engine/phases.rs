//! From status to status: what each phase does, and which follows.

use std::collections::BTreeSet;

use model::{
    OnFailure, ResourceStatus, StackOperation, StackOperationKind, StackRecord, StackStatus,
};
use store::StoreError;
use tokio_util::sync::CancellationToken;

use super::acting::{facts_of, on_behalf};
use super::burial::bury;
use super::discard::Occasion;
use super::forward::Outcome;
use super::ledger::{Ledger, Unwritten};
use super::steps::Site;
use crate::cloudformation::blueprint::Blueprint;
use crate::cloudformation::exports;
use crate::cloudformation::resources::StackFacts;
use crate::cloudformation::stack_policy::StackPolicy;
use crate::control::{Control, OnBehalf};
use crate::rooms::Rooms;

/// How a phase ended.
enum Ended {
    /// The record says what comes next.
    Turned,
    /// The server stops; the phase begins again at the next start.
    Stopped,
}

/// Why a task ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// Nothing is under way.
    Done,
    /// The server stops, or the store does not answer; the next start goes on.
    GaveUp,
}

/// Goes on until nothing is under way.
pub(super) async fn run(
    rooms: &Rooms,
    id: &str,
    (cancelled, stop): (&CancellationToken, &CancellationToken),
) -> Run {
    loop {
        let stack = match rooms.records.get::<StackRecord>(id).await {
            Ok(Some(stack)) => stack.record,
            Ok(None) => return Run::Done,
            Err(error) => {
                tracing::error!(%error, stack = id, "a stack can't be read");
                return Run::GaveUp;
            }
        };
        if stop.is_cancelled() {
            return Run::GaveUp;
        }
        if !stack.status.is_in_progress() {
            return Run::Done;
        }
        let phase = Phase::open(rooms, &stack, (cancelled, stop)).await;
        let ended = match phase {
            // Every step can be begun again, so that it may end anywhere when the server stops.
            Ok(phase) => tokio::select! {
                ended = phase.run(&stack) => ended,
                () = stop.cancelled() => Ok(Ended::Stopped),
            },
            Err(error) => Err(error),
        };
        match ended {
            Ok(Ended::Turned) | Err(Unwritten::Superseded) => {}
            Ok(Ended::Stopped) => return Run::GaveUp,
            Err(Unwritten::Store(error)) => {
                tracing::error!(%error, stack = id, "a stack could not go on");
                return Run::GaveUp;
            }
        }
    }
}

pub(super) struct Phase<'a> {
    pub(super) rooms: &'a Rooms,
    pub(super) control: Control,
    pub(super) ledger: Ledger,
    pub(super) facts: StackFacts,
    pub(super) operation: StackOperation,
    pub(super) by: Result<OnBehalf, String>,
    pub(super) cancelled: CancellationToken,
    pub(super) stop: &'a CancellationToken,
}

impl<'a> Phase<'a> {
    async fn open(
        rooms: &'a Rooms,
        stack: &StackRecord,
        (cancelled, stop): (&CancellationToken, &'a CancellationToken),
    ) -> Result<Self, Unwritten> {
        let Some(operation) = stack.operation.clone() else {
            return Err(Unwritten::Store(StoreError::TimedOut));
        };
        let by = on_behalf(rooms, stack, &operation);
        // Going back is not ended by what ended going on.
        let forward = matches!(
            stack.status,
            StackStatus::CreateInProgress | StackStatus::UpdateInProgress
        );
        let token = if forward {
            cancelled.clone()
        } else {
            CancellationToken::new()
        };
        Ok(Self {
            rooms,
            control: Control::over(rooms),
            ledger: Ledger::open(&rooms.records, stack).await?,
            facts: facts_of(stack),
            by,
            operation,
            cancelled: token,
            stop,
        })
    }

    async fn run(&self, stack: &StackRecord) -> Result<Ended, Unwritten> {
        match stack.status {
            StackStatus::CreateInProgress => self.create(stack).await,
            StackStatus::RollbackInProgress => self.undo_creation(stack).await,
            StackStatus::DeleteInProgress => self.delete(stack).await,
            StackStatus::UpdateInProgress => self.update(stack).await,
            StackStatus::UpdateRollbackInProgress => self.undo_update(stack).await,
            StackStatus::UpdateCompleteCleanupInProgress
            | StackStatus::UpdateRollbackCompleteCleanupInProgress => self.clean_up(stack).await,
            StackStatus::ReviewInProgress
            | StackStatus::CreateFailed
            | StackStatus::CreateComplete
            | StackStatus::RollbackFailed
            | StackStatus::RollbackComplete
            | StackStatus::DeleteFailed
            | StackStatus::DeleteComplete
            | StackStatus::UpdateComplete
            | StackStatus::UpdateFailed
            | StackStatus::UpdateRollbackFailed
            | StackStatus::UpdateRollbackComplete => Ok(Ended::Stopped),
        }
    }

    pub(super) fn site<'s>(&'s self, by: &'s OnBehalf, guard: Option<&'s StackPolicy>) -> Site<'s> {
        Site {
            control: &self.control,
            by,
            facts: &self.facts,
            ledger: &self.ledger,
            cancelled: &self.cancelled,
            stop: self.stop,
            is_update: self.operation.kind != StackOperationKind::Create,
            guard,
        }
    }

    async fn create(&self, stack: &StackRecord) -> Result<Ended, Unwritten> {
        let outcome = self.forward(stack).await?;
        match outcome {
            Outcome::Stopped => Ok(Ended::Stopped),
            Outcome::Done(result) => {
                let to = StackStatus::CreateComplete;
                self.ledger
                    .stack_turn(stack.status, to, None, |record| {
                        record.outputs.clone_from(&result.outputs);
                        record.imports.clone_from(&result.imports);
                        record.operation = None;
                    })
                    .await?;
                Ok(Ended::Turned)
            }
            Outcome::Failed(reason) => self.creation_failed(stack, &reason).await,
        }
    }

    async fn creation_failed(&self, stack: &StackRecord, reason: &str) -> Result<Ended, Unwritten> {
        let (to, suffix) = match self.operation.on_failure {
            OnFailure::Rollback => (
                StackStatus::RollbackInProgress,
                "Rollback requested by user.",
            ),
            OnFailure::DoNothing => (StackStatus::CreateFailed, ""),
            OnFailure::Delete => (StackStatus::DeleteInProgress, "Delete requested by user."),
        };
        let reason = format!("{reason}{suffix}");
        let ends = to == StackStatus::CreateFailed;
        self.ledger
            .stack_turn(stack.status, to, Some(&reason), |record| {
                if ends {
                    record.operation = None;
                }
            })
            .await?;
        Ok(Ended::Turned)
    }

    async fn update(&self, stack: &StackRecord) -> Result<Ended, Unwritten> {
        let outcome = self.forward(stack).await?;
        match outcome {
            Outcome::Stopped => Ok(Ended::Stopped),
            Outcome::Done(result) => {
                let to = StackStatus::UpdateCompleteCleanupInProgress;
                self.ledger
                    .stack_turn(stack.status, to, None, |record| {
                        record.outputs.clone_from(&result.outputs);
                        record.imports.clone_from(&result.imports);
                    })
                    .await?;
                Ok(Ended::Turned)
            }
            Outcome::Failed(reason) => {
                let keeps = self.operation.on_failure == OnFailure::DoNothing;
                let to = if keeps {
                    StackStatus::UpdateFailed
                } else {
                    StackStatus::UpdateRollbackInProgress
                };
                self.ledger
                    .stack_turn(stack.status, to, Some(&reason), |record| {
                        if keeps {
                            // A rollback that is asked for later needs what was before.
                            return;
                        }
                        back_to_previous(record);
                    })
                    .await?;
                Ok(Ended::Turned)
            }
        }
    }

    /// Everything goes, and the stack stays to tell why.
    async fn undo_creation(&self, stack: &StackRecord) -> Result<Ended, Unwritten> {
        let ids = self.ids(|_| true);
        let kept = self.discard(&ids, Occasion::FailedCreation, &[]).await?;
        if self.stop.is_cancelled() {
            return Ok(Ended::Stopped);
        }
        let (to, reason) = if kept.is_empty() {
            (StackStatus::RollbackComplete, None)
        } else {
            (StackStatus::RollbackFailed, Some(not_deleted(&kept)))
        };
        self.ledger
            .stack_turn(stack.status, to, reason.as_deref(), |record| {
                record.operation = None;
                record.outputs.clear();
                record.imports.clear();
            })
            .await?;
        Ok(Ended::Turned)
    }

    async fn discard(
        &self,
        ids: &BTreeSet<String>,
        occasion: Occasion,
        skipped: &[String],
    ) -> Result<Vec<String>, Unwritten> {
        match &self.by {
            Ok(by) => Ok(self.site(by, None).discard(ids, occasion, skipped).await?),
            // Nobody is there in whose name anything could be deleted.
            Err(_) => Ok(self
                .ids(|record| record.made.is_some())
                .into_iter()
                .collect()),
        }
    }

    fn ids(&self, wanted: impl Fn(&model::StackResourceRecord) -> bool) -> BTreeSet<String> {
        let all = self.ledger.all().into_iter();
        all.filter(|record| wanted(record))
            .map(|record| record.logical_id)
            .collect()
    }

    async fn delete(&self, stack: &StackRecord) -> Result<Ended, Unwritten> {
        let ids = self.ids(|_| true);
        let skipped = &self.operation.skipped;
        let kept = self.discard(&ids, Occasion::Unwanted, skipped).await?;
        if self.stop.is_cancelled() {
            return Ok(Ended::Stopped);
        }
        if !kept.is_empty() {
            let reason = not_deleted(&kept);
            self.ledger
                .stack_turn(
                    stack.status,
                    StackStatus::DeleteFailed,
                    Some(&reason),
                    |record| record.operation = None,
                )
                .await?;
            return Ok(Ended::Turned);
        }
        bury(self.rooms, &self.ledger, stack).await?;
        Ok(Ended::Turned)
    }

    async fn undo_update(&self, stack: &StackRecord) -> Result<Ended, Unwritten> {
        let skipped = &self.operation.skipped;
        let kept = match &self.by {
            Ok(by) => self.site(by, None).revert(skipped).await?,
            Err(_) => self
                .ids(|record| record.before.is_some())
                .into_iter()
                .collect(),
        };
        if self.stop.is_cancelled() {
            return Ok(Ended::Stopped);
        }
        if kept.is_empty() {
            let to = StackStatus::UpdateRollbackCompleteCleanupInProgress;
            self.ledger
                .stack_turn(stack.status, to, None, |_| {})
                .await?;
            return Ok(Ended::Turned);
        }
        let reason = format!(
            "The following resource(s) failed to update: [{}]. ",
            kept.join(", ")
        );
        let to = StackStatus::UpdateRollbackFailed;
        // The operation stays: ContinueUpdateRollback goes on with it.
        self.ledger
            .stack_turn(stack.status, to, Some(&reason), |_| {})
            .await?;
        Ok(Ended::Turned)
    }

    /// Deletes what is not wanted any more. What can't be deleted does not fail an update.
    async fn clean_up(&self, stack: &StackRecord) -> Result<Ended, Unwritten> {
        let went_on = stack.status == StackStatus::UpdateCompleteCleanupInProgress;
        let wanted = self.wanted(stack, went_on).await?;
        let unwanted = self.ids(|record| {
            !wanted.contains(&record.logical_id) && record.status != ResourceStatus::DeleteComplete
        });
        let occasion = if went_on {
            Occasion::Unwanted
        } else {
            Occasion::FailedCreation
        };
        self.discard(&unwanted, occasion, &[]).await?;
        if let Ok(by) = &self.by {
            let site = self.site(by, None);
            for record in self.ledger.all() {
                if !record.leftovers.is_empty() && !self.stop.is_cancelled() {
                    site.clear_leftovers(record).await?;
                }
            }
        }
        if self.stop.is_cancelled() {
            return Ok(Ended::Stopped);
        }
        for mut record in self.ledger.all() {
            if record.before.take().is_some() {
                self.ledger.keep(record).await?;
            }
        }
        let to = if went_on {
            StackStatus::UpdateComplete
        } else {
            StackStatus::UpdateRollbackComplete
        };
        self.ledger
            .stack_turn(stack.status, to, None, |record| {
                record.operation = None;
            })
            .await?;
        Ok(Ended::Turned)
    }

    /// What is to stay: what the template has, or after a failure what was there before.
    async fn wanted(
        &self,
        stack: &StackRecord,
        went_on: bool,
    ) -> Result<BTreeSet<String>, Unwritten> {
        if !went_on {
            return Ok(self.ids(|record| {
                record
                    .before
                    .as_ref()
                    .is_none_or(|before| before.made.is_some())
            }));
        }
        let exports = exports::of(self.rooms, stack).await?;
        match Blueprint::of(&stack.design, &self.facts, exports) {
            Ok(blueprint) => Ok(blueprint.resources().keys().cloned().collect()),
            // It was read when the update began; if that fails now, nothing is deleted.
            Err(_) => Ok(self.ids(|_| true)),
        }
    }
}

/// The design, the outputs and the imports from before the update.
pub(in crate::cloudformation) fn back_to_previous(record: &mut StackRecord) {
    let Some(operation) = &mut record.operation else {
        return;
    };
    operation.kind = StackOperationKind::RollBack;
    if let Some(previous) = operation.previous.take() {
        record.design = *previous;
        record.outputs = std::mem::take(&mut operation.previous_outputs);
        record.imports = std::mem::take(&mut operation.previous_imports);
    }
}

fn not_deleted(ids: &[String]) -> String {
    format!(
        "The following resource(s) failed to delete: [{}]. ",
        ids.join(", ")
    )
}
