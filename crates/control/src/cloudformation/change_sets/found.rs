//! Change sets by the name or the ARN that a call gives.

use model::{ChangeSetRecord, StackRecord};
use store::Stored;
use wire::Failure;

use crate::call::Call;
use crate::cloudformation::failures::{stack_does_not_exist, validation};
use crate::cloudformation::found;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The change set with its stack.
pub(in crate::cloudformation) async fn change_set(
    rooms: &Rooms,
    call: &Call,
    (name, stack): (&str, Option<&str>),
) -> Result<(Stored<ChangeSetRecord>, Stored<StackRecord>), Refused> {
    let is_arn = name.starts_with("arn:");
    let stack = match (stack, is_arn) {
        (Some(stack), _) => {
            let found = found::stack(rooms, call, stack).await?;
            Some(found.ok_or_else(|| stack_does_not_exist(stack))?)
        }
        (None, true) => None,
        (None, false) => {
            return Err(validation(
                "StackName must be specified if ChangeSetName is not specified as an ARN.",
            ));
        }
    };
    let prefix = match &stack {
        Some(stack) => ChangeSetRecord::id_of(call.account(), call.region(), &stack.unique, ""),
        None => format!("{}/{}/", call.account(), call.region()),
    };
    let all = rooms.records.list::<ChangeSetRecord>(&prefix).await?;
    let found = all.into_iter().find(|found| {
        if is_arn {
            found.arn() == name
        } else {
            found.name == name
        }
    });
    let found = found.ok_or_else(|| not_found(name))?;
    let stack = if let Some(stack) = stack {
        stack
    } else {
        let arn = found.stack_arn();
        let stack = found::stack(rooms, call, &arn).await?;
        stack.ok_or_else(|| not_found(name))?
    };
    Ok((found, stack))
}

fn not_found(name: &str) -> Refused {
    let message = format!("ChangeSet [{name}] does not exist");
    Failure::new("ChangeSetNotFound", 404, message).into()
}

/// Decided on the stack, with the name of the change set.
pub(super) fn ask(call: &Call, action: &'static str, name: &str, stack: Option<&str>) -> Ask {
    let short = match name.split_once(":changeSet/") {
        Some((_, rest)) => rest.split('/').next().unwrap_or(rest),
        None => name,
    };
    found::ask(call, action, stack.unwrap_or("*")).key("cloudformation:ChangeSetName", short)
}
