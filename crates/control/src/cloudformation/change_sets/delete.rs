//! Deletes a change set.

use model::{ChangeSetExecution, ChangeSetRecord, Record as _};
use wire::Failure;
use wire::cloudformation::{DeleteChangeSet, DeleteChangeSetInput, DeleteChangeSetOutput};

use super::found;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteChangeSet> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteChangeSetInput) -> Result<Needs, Refused> {
        let action = "cloudformation:DeleteChangeSet";
        let stack = input.stack_name.as_deref();
        Ok(found::ask(call, action, &input.change_set_name, stack).into())
    }

    /// That there is no such change set is no error. One that was executed is deleted too: CDK and Serverless do that before
    /// they make the next one of the same name.
    async fn handle(
        &self,
        authorized: Authorized<DeleteChangeSet>,
    ) -> Result<DeleteChangeSetOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let named = (input.change_set_name.as_str(), input.stack_name.as_deref());
        let found = found::change_set(self, &call, named).await;
        let (change_set, stack) = match found {
            Ok(found) => found,
            Err(Refused::Failure(failure)) if failure.code == "ChangeSetNotFound" => {
                return Ok(DeleteChangeSetOutput::default());
            }
            Err(refused) => return Err(refused),
        };
        let was_begun = change_set.execution == ChangeSetExecution::Complete;
        if was_begun && stack.status.is_in_progress() {
            let message = format!(
                "ChangeSet [{}] cannot be deleted in its current execution status of [EXECUTE_IN_PROGRESS]",
                change_set.arn()
            );
            return Err(Failure::new("InvalidChangeSetStatus", 400, message).into());
        }
        let id = change_set.id();
        let version = change_set.version;
        self.records.delete::<ChangeSetRecord>(&id, version).await?;
        Ok(DeleteChangeSetOutput::default())
    }
}
