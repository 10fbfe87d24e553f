//! Executes a change set: the stack becomes what it shows.

use model::{
    ChangeSetExecution, ChangeSetRecord, OnFailure, Record as _, StackOperation,
    StackOperationKind, StackRecord, StackStatus,
};
use store::UpdateError;
use wire::Failure;
use wire::cloudformation::{ExecuteChangeSet, ExecuteChangeSetInput, ExecuteChangeSetOutput};

use super::found;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::cloudformation::failures::{no_such_stack, refuse_unserved, validation};
use crate::cloudformation::update_stack::on_failure;
use crate::cloudformation::{begun, operation};
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ExecuteChangeSet> for Rooms {
    fn needs(&self, call: &Call, input: &ExecuteChangeSetInput) -> Result<Needs, Refused> {
        let action = "cloudformation:ExecuteChangeSet";
        let stack = input.stack_name.as_deref();
        Ok(found::ask(call, action, &input.change_set_name, stack).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ExecuteChangeSet>,
    ) -> Result<ExecuteChangeSetOutput, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[(
            "RetainExceptOnCreate",
            input.retain_except_on_create == Some(true),
        )])?;
        let named = (input.change_set_name.as_str(), input.stack_name.as_deref());
        let (change_set, stack) = found::change_set(self, &call, named).await?;
        check(&change_set, &stack)?;
        let kind = if change_set.creates {
            StackOperationKind::Create
        } else {
            StackOperationKind::Update
        };
        let asked = match (input.disable_rollback, change_set.on_failure) {
            (None, Some(asked)) => asked,
            (disabled, _) => on_failure(disabled),
        };
        let token = input.client_request_token;
        let operation = StackOperation {
            on_failure: asked,
            ..operation(self, &call, kind, token)?
        };
        if change_set.creates {
            self.start_creation(&stack, &change_set, &operation).await?;
        } else {
            let design = change_set.design.clone();
            self.start_update(&stack, (design, operation), None).await?;
        }
        self.executed(&change_set).await?;
        Ok(ExecuteChangeSetOutput::default())
    }
}

fn check(change_set: &ChangeSetRecord, stack: &StackRecord) -> Result<(), Refused> {
    if change_set.execution != ChangeSetExecution::Available {
        let told = match change_set.execution {
            ChangeSetExecution::Unavailable => {
                format!("status of [{}]", change_set.status.name())
            }
            other => format!("execution status of [{}]", other.name()),
        };
        let message = format!(
            "ChangeSet [{}] cannot be executed in its current {told}",
            change_set.arn()
        );
        return Err(Failure::new("InvalidChangeSetStatus", 400, message).into());
    }
    if change_set.creates && stack.status != StackStatus::ReviewInProgress {
        return Err(validation(format!(
            "Stack:{} is in {} state and can not be updated.",
            stack.arn(),
            stack.status.name()
        )));
    }
    Ok(())
}

impl Rooms {
    async fn start_creation(
        &self,
        stack: &StackRecord,
        change_set: &ChangeSetRecord,
        operation: &StackOperation,
    ) -> Result<(), Refused> {
        let id = stack.id();
        let updated = self
            .records
            .update::<StackRecord, _, Refused>(&id, |record| {
                check(change_set, record)?;
                record.design = change_set.design.clone();
                record.status = StackStatus::CreateInProgress;
                record.disable_rollback = operation.on_failure == OnFailure::DoNothing;
                record.updated = Some(operation.started);
                record.token.clone_from(&operation.token);
                record.operation = Some(operation.clone());
                begun(record, Some("User Initiated"));
                Ok(())
            })
            .await;
        updated.map_err(|error| Refused::of_update(error, || no_such_stack(&stack.name)))?;
        self.stacks.begin(self, id);
        Ok(())
    }

    /// The other change sets of the stack show what is not so any more: AWS deletes them.
    async fn executed(&self, change_set: &ChangeSetRecord) -> Result<(), Refused> {
        let set = |record: &mut ChangeSetRecord| {
            record.execution = ChangeSetExecution::Complete;
            Ok::<_, Refused>(())
        };
        match self.records.update(&change_set.id(), set).await {
            Ok(_) | Err(UpdateError::NotFound) => {}
            Err(error) => return Err(Refused::of_update(error, || no_such_stack(""))),
        }
        let (account, region) = (&change_set.account, &change_set.region);
        let prefix = ChangeSetRecord::id_of(account, region, &change_set.stack, "");
        for other in self.records.list::<ChangeSetRecord>(&prefix).await? {
            if other.name != change_set.name {
                let id = other.id();
                self.records
                    .delete::<ChangeSetRecord>(&id, other.version)
                    .await?;
            }
        }
        Ok(())
    }
}
