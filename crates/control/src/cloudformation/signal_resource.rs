//! Signals a resource that waits for it, as its creation policy says.

use model::{ResourceStatus, StackRecord, StackResourceRecord};
use serde_json::json;
use wire::cloudformation::{SignalResource, SignalResourceInput};

use super::failures::{stack_does_not_exist, validation};
use super::found;
use super::signals::{Mailbox, token_of_policy};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<SignalResource> for Rooms {
    fn needs(&self, call: &Call, input: &SignalResourceInput) -> Result<Needs, Refused> {
        let action = "cloudformation:SignalResource";
        Ok(found::ask(call, action, &input.stack_name).into())
    }

    async fn handle(&self, authorized: Authorized<SignalResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let stack = found::stack(self, &call, &input.stack_name).await?;
        let stack = stack.ok_or_else(|| stack_does_not_exist(&input.stack_name))?;
        if !stack.status.is_in_progress() {
            return Err(validation(format!(
                "Stack {} is in {} state and cannot be signaled",
                stack.arn(),
                stack.status.name()
            )));
        }
        let resource = waiting(self, &stack, &input.logical_resource_id).await?;
        let mailbox = Mailbox {
            account: stack.account.clone(),
            region: stack.region.clone(),
            stack: stack.unique.clone(),
            token: token_of_policy(&resource.logical_id, resource.generation),
        };
        let signal = json!({"Status": input.status, "UniqueId": input.unique_id}).to_string();
        if mailbox.say(self, &signal).await? {
            return Ok(());
        }
        Err(validation(format!(
            "Resource {} has no creation policy and cannot be signaled",
            resource.logical_id
        )))
    }
}

async fn waiting(
    rooms: &Rooms,
    stack: &StackRecord,
    logical_id: &str,
) -> Result<StackResourceRecord, Refused> {
    let all = found::resources(rooms, stack).await?;
    let resource = all.into_iter().find(|one| one.logical_id == logical_id);
    let resource = resource.ok_or_else(|| {
        validation(format!(
            "Resource {logical_id} does not exist for stack {}",
            stack.name
        ))
    })?;
    if resource.status != ResourceStatus::CreateInProgress {
        return Err(validation(format!(
            "Resource {logical_id} is in {} state and cannot be signaled",
            resource.status.name()
        )));
    }
    Ok(resource)
}
