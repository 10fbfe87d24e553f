//! Creates a stack.

use model::{
    OnFailure, Record as _, StackDesign, StackOperation, StackOperationKind, StackRecord,
    StackStatus,
};
use store::StoreError;
use wire::Failure;
use wire::cloudformation::{CreateStack, CreateStackInput, CreateStackOutput};

use super::failures::{check_stack_name, refuse_unserved, validation};
use super::stack_policy::StackPolicy;
use super::submission::{Submission, TemplateSource};
use super::{check_deployment_config, found};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateStack> for Rooms {
    fn needs(&self, call: &Call, input: &CreateStackInput) -> Result<Needs, Refused> {
        let ask = found::ask(call, "cloudformation:CreateStack", &input.stack_name);
        let keys = super::asks::Keys {
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
        authorized: Authorized<CreateStack>,
    ) -> Result<CreateStackOutput, Refused> {
        let (input, call) = authorized.into_parts();
        check_stack_name(&input.stack_name)?;
        let id = StackRecord::id_of(call.account(), call.region(), &input.stack_name);
        if let Some(existing) = self.records.get::<StackRecord>(&id).await? {
            return again(&existing, &input);
        }
        check(&input)?;
        let mut record = self.new_stack(&call, &input)?;
        let submission = Submission {
            template: TemplateSource {
                body: input.template_body,
                url: input.template_url,
                use_previous: false,
            },
            parameters: input.parameters.unwrap_or_default(),
            capabilities: input.capabilities.unwrap_or_default(),
            tags: input.tags,
            role_arn: input.role_arn,
            resource_types: input.resource_types,
        };
        let accepted = submission.accept(self, &call, &record, None).await?;
        record.design = accepted.design;
        super::begun(&mut record, Some("User Initiated"));
        match self.records.create(&record).await {
            Ok(_) => {}
            Err(StoreError::Conflict { .. }) => return Err(exists(&record.name)),
            Err(error) => return Err(error.into()),
        }
        self.stacks.begin(self, record.id());
        Ok(CreateStackOutput {
            stack_id: Some(record.arn()),
            operation_id: None,
        })
    }
}

impl Rooms {
    fn new_stack(&self, call: &Call, input: &CreateStackInput) -> Result<StackRecord, Refused> {
        let on_failure = match (input.disable_rollback, input.on_failure.as_deref()) {
            (Some(true), _) => OnFailure::DoNothing,
            (_, Some(given)) => OnFailure::from_name(given).unwrap_or(OnFailure::Rollback),
            (_, None) => OnFailure::Rollback,
        };
        let minutes = input.timeout_in_minutes;
        Ok(StackRecord {
            account: call.account().clone(),
            region: call.region().clone(),
            name: input.stack_name.clone(),
            unique: uuid::Uuid::new_v4().to_string(),
            status: StackStatus::CreateInProgress,
            reason: None,
            created: call.now(),
            updated: None,
            deleted: None,
            design: StackDesign::default(),
            outputs: Vec::new(),
            imports: Vec::new(),
            timeout_minutes: minutes.and_then(|minutes| u32::try_from(minutes).ok()),
            disable_rollback: on_failure == OnFailure::DoNothing,
            termination_protection: input.enable_termination_protection.unwrap_or_default(),
            policy: input.stack_policy_body.clone(),
            parent: None,
            root: None,
            operation: Some(StackOperation {
                on_failure,
                ..super::operation(
                    self,
                    call,
                    StackOperationKind::Create,
                    input.client_request_token.clone(),
                )?
            }),
            token: input.client_request_token.clone(),
            events: Vec::new(),
        })
    }
}

/// The same request once more gives the same answer.
fn again(existing: &StackRecord, input: &CreateStackInput) -> Result<CreateStackOutput, Refused> {
    let is_same =
        input.client_request_token.is_some() && existing.token == input.client_request_token;
    if is_same {
        return Ok(CreateStackOutput {
            stack_id: Some(existing.arn()),
            operation_id: None,
        });
    }
    Err(exists(&existing.name))
}

fn exists(name: &str) -> Refused {
    let message = format!("Stack [{name}] already exists");
    Failure::new("AlreadyExistsException", 400, message).into()
}

fn check(input: &CreateStackInput) -> Result<(), Refused> {
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
            "RetainExceptOnCreate",
            input.retain_except_on_create == Some(true),
        ),
        ("DisableValidation", input.disable_validation == Some(true)),
    ])?;
    if input.disable_rollback.is_some() && input.on_failure.is_some() {
        return Err(validation(
            "Either DisableRollback or OnFailure can be specified, not both",
        ));
    }
    if let Some(policy) = &input.stack_policy_body {
        StackPolicy::parse(policy).map_err(|wrong| validation(wrong.to_string()))?;
    }
    Ok(())
}
