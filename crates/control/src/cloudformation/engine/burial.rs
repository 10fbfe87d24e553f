//! What stays of a stack that was deleted.

use model::{ChangeSetRecord, Record, StackRecord, StackSignalRecord, StackStatus};
use store::StoreError;

use super::ledger::{Ledger, Unwritten};
use crate::clock::now;
use crate::rooms::Rooms;

/// Gives the stack's name back: the record goes on under its ARN, without its change sets, which AWS deletes with their
/// stack (CloudFormation user guide, "Update stacks using change sets").
pub(super) async fn bury(
    rooms: &Rooms,
    ledger: &Ledger,
    stack: &StackRecord,
) -> Result<(), Unwritten> {
    let Some(stored) = rooms.records.get::<StackRecord>(&stack.id()).await? else {
        return Ok(());
    };
    let mut record = stored.record;
    if record.unique != stack.unique {
        return Err(Unwritten::Superseded);
    }
    record.status = StackStatus::DeleteComplete;
    record.reason = None;
    record.deleted = Some(now());
    let moment = (ledger.moment(), uuid::Uuid::new_v4().to_string());
    let event = super::stack_event(&record, moment);
    super::push(&mut record.events, event);
    record.operation = None;
    match rooms.records.create(&record).await {
        // Written before a restart.
        Ok(_) | Err(StoreError::Conflict { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let (account, region, unique) = (&stack.account, &stack.region, &stack.unique);
    let change_sets = ChangeSetRecord::id_of(account, region, unique, "");
    forget_all::<ChangeSetRecord>(rooms, &change_sets).await?;
    let signals = StackSignalRecord::id_of(account, region, unique, "");
    forget_all::<StackSignalRecord>(rooms, &signals).await?;
    rooms
        .records
        .delete::<StackRecord>(&stack.id(), stored.version)
        .await?;
    Ok(())
}

async fn forget_all<R: Record>(rooms: &Rooms, prefix: &str) -> Result<(), StoreError> {
    for found in rooms.records.list::<R>(prefix).await? {
        let (id, version) = (found.id(), found.version);
        match rooms.records.delete::<R>(&id, version).await {
            // Somebody deleted it meanwhile.
            Ok(_) | Err(StoreError::Conflict { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
