//! Updates a stack.

use model::{
    OnFailure, Record as _, StackDesign, StackOperation, StackOperationKind, StackRecord,
    StackStatus,
};
use store::Stored;
use wire::cloudformation::{UpdateStack, UpdateStackInput, UpdateStackOutput};

use super::failures::{no_such_stack, refuse_unserved, validation};
use super::stack_policy::StackPolicy;
use super::submission::{Accepted, Submission, TemplateSource};
use super::{asks, changes, check_deployment_config, found};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateStack> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateStackInput) -> Result<Needs, Refused> {
        let ask = found::ask(call, "cloudformation:UpdateStack", &input.stack_name);
        let keys = asks::Keys {
            template_url: input.template_url.as_deref(),
            role_arn: input.role_arn.as_deref(),
            policy_url: input.stack_policy_url.as_deref(),
            resource_types: input.resource_types.as_deref(),
            tags: input.tags.as_deref(),
        };
        keys.complete(call, ask)
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateStack>,
    ) -> Result<UpdateStackOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let stack = found::stack(self, &call, &input.stack_name).await?;
        let stack = stack
            .ok_or_else(|| validation(format!("Stack [{}] does not exist", input.stack_name)))?;
        let answer = UpdateStackOutput {
            stack_id: Some(stack.arn()),
            operation_id: None,
        };
        if input.client_request_token.is_some() && stack.token == input.client_request_token {
            return Ok(answer);
        }
        check(&input)?;
        check_status(&stack)?;
        let (policy, during) = (
            input.stack_policy_body.clone(),
            input.stack_policy_during_update_body.clone(),
        );
        let (token, disable_rollback) =
            (input.client_request_token.clone(), input.disable_rollback);
        let accepted = self.accepted(&call, &stack, input).await?;
        let existing = found::resources(self, &stack).await?;
        let changes = changes::of(&accepted.blueprint, &accepted.design, &existing)?;
        if changes::is_empty(
            &accepted.blueprint,
            &changes,
            &stack,
            &accepted.design,
            &existing,
        ) && stack.status != StackStatus::UpdateFailed
        {
            return Err(validation("No updates are to be performed."));
        }
        let operation = StackOperation {
            on_failure: on_failure(disable_rollback),
            policy: during,
            ..super::operation(self, &call, StackOperationKind::Update, token)?
        };
        self.start_update(&stack, (accepted.design, operation), policy.as_deref())
            .await?;
        Ok(answer)
    }
}

pub(super) fn on_failure(disable_rollback: Option<bool>) -> OnFailure {
    match disable_rollback {
        Some(true) => OnFailure::DoNothing,
        Some(false) | None => OnFailure::Rollback,
    }
}

/// From which states an update can begin; recorded in `test_update_deleted_stack`.
pub(super) fn check_status(stack: &StackRecord) -> Result<(), Refused> {
    match stack.status {
        StackStatus::CreateComplete
        | StackStatus::UpdateComplete
        | StackStatus::UpdateRollbackComplete
        | StackStatus::CreateFailed
        | StackStatus::UpdateFailed => Ok(()),
        other => Err(validation(format!(
            "Stack:{} is in {} state and can not be updated.",
            stack.arn(),
            other.name()
        ))),
    }
}

impl Rooms {
    async fn accepted(
        &self,
        call: &Call,
        stack: &Stored<StackRecord>,
        input: UpdateStackInput,
    ) -> Result<Accepted, Refused> {
        let submission = Submission {
            template: TemplateSource {
                body: input.template_body,
                url: input.template_url,
                use_previous: input.use_previous_template.unwrap_or_default(),
            },
            parameters: input.parameters.unwrap_or_default(),
            capabilities: input.capabilities.unwrap_or_default(),
            tags: input.tags,
            role_arn: input.role_arn,
            resource_types: input.resource_types,
        };
        let before = stack.design.clone();
        submission.accept(self, call, stack, Some(&before)).await
    }

    /// Writes down what the stack is to become, and lets its task begin.
    pub(super) async fn start_update(
        &self,
        stack: &StackRecord,
        (design, operation): (StackDesign, StackOperation),
        policy: Option<&str>,
    ) -> Result<(), Refused> {
        let id = stack.id();
        let updated = self
            .records
            .update::<StackRecord, _, Refused>(&id, |record| {
                check_status(record)?;
                let mut operation = operation.clone();
                let unfinished = record.operation.take();
                // What an update that failed and stayed leads back to is what was before it.
                if let Some(unfinished) = unfinished.filter(|found| found.previous.is_some()) {
                    operation.previous = unfinished.previous;
                    operation.previous_outputs = unfinished.previous_outputs;
                    operation.previous_imports = unfinished.previous_imports;
                } else {
                    operation.previous = Some(Box::new(record.design.clone()));
                    operation.previous_outputs.clone_from(&record.outputs);
                    operation.previous_imports.clone_from(&record.imports);
                }
                record.token.clone_from(&operation.token);
                record.updated = Some(operation.started);
                record.operation = Some(operation);
                record.design = design.clone();
                if let Some(policy) = policy {
                    record.policy = Some(policy.to_owned());
                }
                record.status = StackStatus::UpdateInProgress;
                super::begun(record, Some("User Initiated"));
                Ok(())
            })
            .await;
        updated.map_err(|error| Refused::of_update(error, || no_such_stack(&stack.name)))?;
        self.stacks.begin(self, id);
        Ok(())
    }
}

fn check(input: &UpdateStackInput) -> Result<(), Refused> {
    super::check_rollback_configuration(input.rollback_configuration.as_ref())?;
    check_deployment_config(input.deployment_config.as_ref())?;
    refuse_unserved(&[
        (
            "NotificationARNs",
            input
                .notification_ar_ns
                .as_ref()
                .is_some_and(|list| !list.is_empty()),
        ),
        ("StackPolicyURL", input.stack_policy_url.is_some()),
        (
            "StackPolicyDuringUpdateURL",
            input.stack_policy_during_update_url.is_some(),
        ),
        (
            "RetainExceptOnCreate",
            input.retain_except_on_create == Some(true),
        ),
        ("DisableValidation", input.disable_validation == Some(true)),
    ])?;
    let policies = [
        &input.stack_policy_body,
        &input.stack_policy_during_update_body,
    ];
    for policy in policies.into_iter().flatten() {
        StackPolicy::parse(policy).map_err(|wrong| validation(wrong.to_string()))?;
    }
    Ok(())
}
