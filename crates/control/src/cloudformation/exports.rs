//! What stacks export, and who imports it.

use std::collections::BTreeMap;

use model::{AccountId, Region, StackOutput, StackRecord};
use store::{StoreError, Stored};

use crate::rooms::Rooms;

/// All stacks of an account and a region that are not deleted.
pub(super) async fn living(
    rooms: &Rooms,
    account: &AccountId,
    region: &Region,
) -> Result<Vec<Stored<StackRecord>>, StoreError> {
    let prefix = StackRecord::id_of(account, region, "");
    let mut all = rooms.records.list::<StackRecord>(&prefix).await?;
    all.retain(|stack| !stack.is_deleted());
    Ok(all)
}

/// What all other stacks export, by name.
pub(super) async fn of(
    rooms: &Rooms,
    stack: &StackRecord,
) -> Result<BTreeMap<String, String>, StoreError> {
    let mut exports = BTreeMap::new();
    for other in living(rooms, &stack.account, &stack.region).await? {
        if other.name == stack.name {
            continue;
        }
        for output in other.record.outputs {
            if let Some(name) = output.export {
                exports.insert(name, output.value);
            }
        }
    }
    Ok(exports)
}

/// Why these outputs can't be those of the stack, in AWS's words: a name is another's, or somebody uses what would
/// change.
pub(super) async fn clash(
    rooms: &Rooms,
    stack: &StackRecord,
    outputs: &[StackOutput],
) -> Result<Option<String>, StoreError> {
    let living = living(rooms, &stack.account, &stack.region).await?;
    let others = || living.iter().filter(|other| other.name != stack.name);
    for output in outputs {
        let Some(name) = &output.export else { continue };
        let holder = others().find(|other| exported(&other.outputs, name).is_some());
        if let Some(holder) = holder {
            return Ok(Some(format!(
                "Export with name {name} is already exported by stack {}. ",
                holder.name
            )));
        }
    }
    for output in &stack.outputs {
        let Some(name) = &output.export else { continue };
        let kept = exported(outputs, name);
        if kept.is_some_and(|kept| kept.value == output.value) {
            continue;
        }
        let user = others().find(|other| other.imports.contains(name));
        if let Some(user) = user {
            let verb = if kept.is_some() { "update" } else { "delete" };
            return Ok(Some(format!(
                "Cannot {verb} export {name} as it is in use by {}. ",
                user.name
            )));
        }
    }
    Ok(None)
}

/// Why a stack can't be deleted: another one uses what it exports.
pub(super) async fn user_of(
    rooms: &Rooms,
    stack: &StackRecord,
) -> Result<Option<String>, StoreError> {
    let names: Vec<&String> = stack
        .outputs
        .iter()
        .filter_map(|output| output.export.as_ref())
        .collect();
    if names.is_empty() {
        return Ok(None);
    }
    let living = living(rooms, &stack.account, &stack.region).await?;
    let others = living.iter().filter(|other| other.name != stack.name);
    for other in others {
        let used = names.iter().find(|name| other.imports.contains(**name));
        if let Some(name) = used {
            return Ok(Some(format!(
                "Export {name} cannot be deleted as it is in use by {}",
                other.name
            )));
        }
    }
    Ok(None)
}

fn exported<'a>(outputs: &'a [StackOutput], name: &str) -> Option<&'a StackOutput> {
    outputs
        .iter()
        .find(|output| output.export.as_deref() == Some(name))
}
