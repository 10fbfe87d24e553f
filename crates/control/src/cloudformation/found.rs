//! Stacks by the name or the ARN that a call gives.

use model::{StackRecord, StackResourceRecord};
use store::{StoreError, Stored};

use crate::call::Call;
use crate::needs::Ask;
use crate::rooms::Rooms;

/// The stack, if the caller's account has it: by its name while it lives, by its ARN for ever.
pub(super) async fn stack(
    rooms: &Rooms,
    call: &Call,
    given: &str,
) -> Result<Option<Stored<StackRecord>>, StoreError> {
    let (account, region) = (call.account(), call.region());
    let (name, unique) = named(call, given);
    let living = StackRecord::id_of(account, region, name);
    let living = rooms.records.get::<StackRecord>(&living).await?;
    let Some(unique) = unique else {
        return Ok(living);
    };
    if let Some(living) = living.filter(|found| found.unique == unique) {
        return Ok(Some(living));
    }
    let deleted = StackRecord::id_of_deleted(account, region, name, unique);
    rooms.records.get::<StackRecord>(&deleted).await
}

/// The name, and the unique part where an ARN is given.
pub(super) fn named<'g>(call: &Call, given: &'g str) -> (&'g str, Option<&'g str>) {
    let prefix = format!(
        "arn:aws:cloudformation:{}:{}:stack/",
        call.region(),
        call.account()
    );
    match given.strip_prefix(&prefix) {
        Some(rest) => match rest.split_once('/') {
            Some((name, unique)) => (name, Some(unique)),
            None => (rest, None),
        },
        None => (given, None),
    }
}

/// What a policy must name: the stack's ARN, with any unique part where the call has a name only.
pub(super) fn ask(call: &Call, action: &'static str, given: &str) -> Ask {
    let (name, unique) = named(call, given);
    let (account, region) = (call.account(), call.region());
    let unique = unique.unwrap_or("*");
    let arn = format!("arn:aws:cloudformation:{region}:{account}:stack/{name}/{unique}");
    Ask::on(action, arn)
}

/// In the order of their logical ids.
pub(super) async fn resources(
    rooms: &Rooms,
    stack: &StackRecord,
) -> Result<Vec<StackResourceRecord>, StoreError> {
    let prefix = StackResourceRecord::id_of(&stack.account, &stack.region, &stack.unique, "");
    let stored = rooms.records.list::<StackResourceRecord>(&prefix).await?;
    Ok(stored.into_iter().map(|found| found.record).collect())
}
