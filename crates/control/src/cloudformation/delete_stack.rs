//! Deletes a stack with everything in it.

use model::{Record as _, StackOperation, StackOperationKind, StackRecord, StackStatus};
use store::UpdateError;
use wire::cloudformation::{DeleteStack, DeleteStackInput};

use super::failures::{refuse_unserved, validation};
use super::{asks, check_deployment_config, found};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteStack> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteStackInput) -> Result<Needs, Refused> {
        let ask = found::ask(call, "cloudformation:DeleteStack", &input.stack_name);
        let keys = asks::Keys {
            role_arn: input.role_arn.as_deref(),
            ..asks::Keys::default()
        };
        keys.complete(call, ask)
    }

    /// That there is no such stack is no error.
    async fn handle(&self, authorized: Authorized<DeleteStack>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        check_deployment_config(input.deployment_config.as_ref())?;
        refuse_unserved(&[(
            "DeletionMode FORCE_DELETE_STACK",
            input.deletion_mode.as_deref() == Some("FORCE_DELETE_STACK"),
        )])?;
        let Some(stack) = found::stack(self, &call, &input.stack_name).await? else {
            return Ok(());
        };
        if stack.is_deleted() {
            return Ok(());
        }
        if let Some(user) = super::exports::user_of(self, &stack).await? {
            return Err(validation(user));
        }
        let token = input.client_request_token.clone();
        let operation = super::operation(self, &call, StackOperationKind::Delete, token)?;
        let retained = input.retain_resources.unwrap_or_default();
        let id = stack.id();
        let changed = self
            .records
            .update::<StackRecord, _, Refused>(&id, |record| {
                begin(record, &operation, &retained, input.role_arn.as_deref())
            })
            .await;
        match changed {
            Ok(_) => {}
            Err(UpdateError::NotFound) => return Ok(()),
            Err(error) => return Err(Refused::of_update(error, || found_none(&stack.name))),
        }
        self.stacks.interrupt(&id);
        self.stacks.begin(self, id);
        Ok(())
    }
}

fn found_none(name: &str) -> Refused {
    super::failures::no_such_stack(name)
}

fn begin(
    record: &mut StackRecord,
    operation: &StackOperation,
    retained: &[String],
    role: Option<&str>,
) -> Result<(), Refused> {
    if record.termination_protection {
        return Err(validation(format!(
            "Stack [{}] cannot be deleted while TerminationProtection is enabled",
            record.name
        )));
    }
    if !retained.is_empty() && record.status != StackStatus::DeleteFailed {
        return Err(validation(format!(
            "Invalid operation on stack [{}]. The specified resources to retain must be in a valid state. Stack must be in DELETE_FAILED state to specify resources to retain.",
            record.arn()
        )));
    }
    if record.status == StackStatus::DeleteInProgress {
        return Ok(());
    }
    record.status = StackStatus::DeleteInProgress;
    record.token.clone_from(&operation.token);
    record.operation = Some(StackOperation {
        skipped: retained.to_vec(),
        ..operation.clone()
    });
    if let Some(role) = role {
        record.design.role_arn = Some(role.to_owned());
    }
    super::begun(record, Some("User Initiated"));
    Ok(())
}
