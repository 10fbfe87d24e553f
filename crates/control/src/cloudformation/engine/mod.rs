//! Makes stacks what they are to be: one task for each stack that has an operation under way.
//!
//! The status in a stack's record says which phase it is in, and every phase can be begun again: after a restart the
//! tasks go on where the records say. A task never holds what is not written down.

mod acting; // in whose name
mod burial; // what stays of a deleted stack
mod discard; // deleting resources, each before what it needs
mod forward; // making what the design says
mod frontier; // the order
mod ledger; // what is written down
mod phases; // from status to status
mod revert; // back to what resources were
mod steps; // one resource, made or changed

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use model::{Record as _, StackRecord, StackResourceRecord, Timestamp};
use store::StoreError;
use tokio_util::sync::CancellationToken;

use super::signals::Bell;
use crate::clock::now;
use crate::rooms::Rooms;
use crate::tasks::Tasks;

pub(super) use acting::{facts_of, session, unusable};
pub(super) use ledger::{micros, push, stack_event, value_of};
pub(super) use phases::back_to_previous;

/// Deleted stacks can be asked about for 90 days (CloudFormation API reference, DescribeStacks).
const KEPT_SECONDS: i64 = 90 * 24 * 3600;

/// Shared behind an `Arc`; [`Stacks::drain`] ends it.
#[derive(Default)]
pub struct Stacks {
    /// By the id of the record; a token ends what waits.
    running: Mutex<HashMap<String, CancellationToken>>,
    tasks: Tasks,
    /// Rings when a stack settles, and when somebody said something to a resource that waits.
    pub(super) bell: Bell,
}

impl Stacks {
    /// Goes on with what was under way when the server stopped.
    pub(crate) async fn resume(&self, rooms: &Rooms) -> Result<(), StoreError> {
        let now = now();
        for stack in rooms.records.list::<StackRecord>("").await? {
            if stack.is_deleted() {
                forget(rooms, &stack.record, now).await?;
            } else if stack.operation.is_some() {
                tracing::info!(
                    stack = stack.name,
                    status = stack.status.name(),
                    "a stack goes on"
                );
                self.begin(rooms, stack.id());
            }
        }
        Ok(())
    }

    /// Starts the task of a stack whose record has an operation. A task that runs sees the new one itself.
    pub(super) fn begin(&self, rooms: &Rooms, stack: String) {
        {
            let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
            if running.contains_key(&stack) {
                return;
            }
            running.insert(stack.clone(), CancellationToken::new());
        }
        let (rooms, stop) = (rooms.clone(), self.tasks.stop().clone());
        self.tasks.spawn(async move {
            let stacks = Arc::clone(&rooms.stacks);
            loop {
                let cancelled = stacks.fresh_token(&stack);
                let ended = phases::run(&rooms, &stack, (&cancelled, &stop)).await;
                if stacks.leave(&rooms, &stack, ended).await {
                    break;
                }
            }
        });
    }

    fn fresh_token(&self, stack: &str) -> CancellationToken {
        let token = CancellationToken::new();
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.insert(stack.to_owned(), token.clone());
        token
    }

    /// Ends what the stack waits for: whoever cancels an operation has changed the record before.
    pub(super) fn interrupt(&self, stack: &str) {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(token) = running.get(stack) {
            token.cancel();
        }
    }

    /// Takes the task out of the list, unless something was begun meanwhile.
    async fn leave(&self, rooms: &Rooms, stack: &str, ended: phases::Run) -> bool {
        self.bell.ring();
        // Whoever begins an operation writes it before he looks at the list, so that one of both sees the other.
        self.taken_out(stack);
        if ended == phases::Run::GaveUp || self.tasks.stop().is_cancelled() {
            return true;
        }
        let record = rooms.records.get::<StackRecord>(stack).await;
        let has_more = matches!(record, Ok(Some(record)) if record.status.is_in_progress());
        if !has_more {
            return true;
        }
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.contains_key(stack) {
            return true;
        }
        running.insert(stack.to_owned(), CancellationToken::new());
        false
    }

    fn taken_out(&self, stack: &str) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.remove(stack);
    }

    /// Begins nothing more, and lets the steps that are under way end for as long as `within`. What is unfinished
    /// then goes on at the next start.
    pub async fn drain(&self, within: Duration) {
        let who = "stacks were still changing";
        self.tasks.drain(within, who).await;
    }
}

async fn forget(rooms: &Rooms, stack: &StackRecord, now: Timestamp) -> Result<(), StoreError> {
    let is_old = stack
        .deleted
        .is_some_and(|at| at.plus_seconds(KEPT_SECONDS) < now);
    if !is_old {
        return Ok(());
    }
    let prefix = StackResourceRecord::id_of(&stack.account, &stack.region, &stack.unique, "");
    for resource in rooms.records.list::<StackResourceRecord>(&prefix).await? {
        let id = resource.id();
        rooms
            .records
            .delete::<StackResourceRecord>(&id, resource.version)
            .await?;
    }
    let id = stack.id();
    if let Some(stored) = rooms.records.get::<StackRecord>(&id).await? {
        rooms
            .records
            .delete::<StackRecord>(&id, stored.version)
            .await?;
    }
    Ok(())
}
