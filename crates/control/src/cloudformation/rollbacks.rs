//! Going back: an update that is cancelled, a rollback that is continued, a stack that failed and stayed.

use model::{Record as _, StackOperation, StackOperationKind, StackRecord, StackStatus};
use wire::cloudformation::{
    CancelUpdateStack, CancelUpdateStackInput, ContinueUpdateRollback, ContinueUpdateRollbackInput,
    ContinueUpdateRollbackOutput, RollbackStack, RollbackStackInput, RollbackStackOutput,
};

use super::failures::{no_such_stack, refuse_unserved, stack_does_not_exist, validation};
use super::{asks, check_deployment_config, engine, found};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CancelUpdateStack> for Rooms {
    fn needs(&self, call: &Call, input: &CancelUpdateStackInput) -> Result<Needs, Refused> {
        let action = "cloudformation:CancelUpdateStack";
        Ok(found::ask(call, action, &input.stack_name).into())
    }

    async fn handle(&self, authorized: Authorized<CancelUpdateStack>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let turn = |record: &mut StackRecord| {
            if record.status != StackStatus::UpdateInProgress {
                return Err(validation(
                    "CancelUpdateStack cannot be called from current stack status",
                ));
            }
            record.status = StackStatus::UpdateRollbackInProgress;
            engine::back_to_previous(record);
            super::begun(record, Some("User Initiated"));
            Ok(())
        };
        self.turned(&call, &input.stack_name, turn).await?;
        Ok(())
    }
}

impl Handle<ContinueUpdateRollback> for Rooms {
    fn needs(&self, call: &Call, input: &ContinueUpdateRollbackInput) -> Result<Needs, Refused> {
        let action = "cloudformation:ContinueUpdateRollback";
        let keys = asks::Keys {
            role_arn: input.role_arn.as_deref(),
            ..asks::Keys::default()
        };
        keys.complete(call, found::ask(call, action, &input.stack_name))
    }

    async fn handle(
        &self,
        authorized: Authorized<ContinueUpdateRollback>,
    ) -> Result<ContinueUpdateRollbackOutput, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[("ForceRollback", input.force_rollback == Some(true))])?;
        let token = input.client_request_token.clone();
        let operation = super::operation(self, &call, StackOperationKind::RollBack, token)?;
        let skipped = input.resources_to_skip.clone().unwrap_or_default();
        let turn = |record: &mut StackRecord| {
            if record.status != StackStatus::UpdateRollbackFailed {
                return Err(validation(format!(
                    "Stack:{} is in {} state and can not continue update rollback.",
                    record.arn(),
                    record.status.name()
                )));
            }
            let unfinished = record.operation.take().unwrap_or_else(|| operation.clone());
            record.operation = Some(StackOperation {
                caller: operation.caller.clone(),
                started: operation.started,
                token: operation.token.clone(),
                skipped: skipped.clone(),
                ..unfinished
            });
            if let Some(role) = &input.role_arn {
                record.design.role_arn = Some(role.clone());
            }
            record.status = StackStatus::UpdateRollbackInProgress;
            super::begun(record, Some("User Initiated"));
            Ok(())
        };
        self.turned(&call, &input.stack_name, turn).await?;
        Ok(ContinueUpdateRollbackOutput::default())
    }
}

impl Handle<RollbackStack> for Rooms {
    fn needs(&self, call: &Call, input: &RollbackStackInput) -> Result<Needs, Refused> {
        let action = "cloudformation:RollbackStack";
        let keys = asks::Keys {
            role_arn: input.role_arn.as_deref(),
            ..asks::Keys::default()
        };
        keys.complete(call, found::ask(call, action, &input.stack_name))
    }

    async fn handle(
        &self,
        authorized: Authorized<RollbackStack>,
    ) -> Result<RollbackStackOutput, Refused> {
        let (input, call) = authorized.into_parts();
        check_deployment_config(input.deployment_config.as_ref())?;
        refuse_unserved(&[(
            "RetainExceptOnCreate",
            input.retain_except_on_create == Some(true),
        )])?;
        let token = input.client_request_token.clone();
        let operation = super::operation(self, &call, StackOperationKind::RollBack, token)?;
        let turn = |record: &mut StackRecord| {
            let to = match record.status {
                StackStatus::CreateFailed => StackStatus::RollbackInProgress,
                StackStatus::UpdateFailed => StackStatus::UpdateRollbackInProgress,
                other => {
                    return Err(validation(format!(
                        "Stack:{} is in {} state and can not be rolled back.",
                        record.arn(),
                        other.name()
                    )));
                }
            };
            let unfinished = record.operation.take().unwrap_or_else(|| operation.clone());
            record.operation = Some(StackOperation {
                caller: operation.caller.clone(),
                started: operation.started,
                token: operation.token.clone(),
                ..unfinished
            });
            record.status = to;
            if to == StackStatus::UpdateRollbackInProgress {
                engine::back_to_previous(record);
            }
            if let Some(role) = &input.role_arn {
                record.design.role_arn = Some(role.clone());
            }
            super::begun(record, Some("User Initiated"));
            Ok(())
        };
        let arn = self.turned(&call, &input.stack_name, turn).await?;
        Ok(RollbackStackOutput {
            stack_id: Some(arn),
            operation_id: None,
        })
    }
}

impl Rooms {
    /// Turns a stack to something else, and gives its ARN.
    async fn turned(
        &self,
        call: &Call,
        name: &str,
        turn: impl Fn(&mut StackRecord) -> Result<(), Refused>,
    ) -> Result<String, Refused> {
        let stack = found::stack(self, call, name).await?;
        let stack = stack.ok_or_else(|| stack_does_not_exist(name))?;
        let id = stack.id();
        let updated = self
            .records
            .update::<StackRecord, _, Refused>(&id, |record| turn(record))
            .await;
        updated.map_err(|error| Refused::of_update(error, || no_such_stack(name)))?;
        self.stacks.interrupt(&id);
        self.stacks.begin(self, id);
        Ok(stack.arn())
    }
}
