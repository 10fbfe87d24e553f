//! Makes a change set, and for a stack that is not there yet its empty shell.

use model::{
    ChangeSetExecution, ChangeSetRecord, ChangeSetStatus, OnFailure, StackDesign, StackRecord,
    StackStatus,
};
use store::StoreError;
use wire::Failure;
use wire::cloudformation::{CreateChangeSet, CreateChangeSetInput, CreateChangeSetOutput};

use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::cloudformation::failures::{
    check_stack_name, refuse_unserved, stack_does_not_exist, validation,
};
use crate::cloudformation::submission::{Rejected, Submission, TemplateSource};
use crate::cloudformation::update_stack::check_status;
use crate::cloudformation::{
    asks, begun, changes, check_deployment_config, check_rollback_configuration, found,
};
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const NO_CHANGES: &str = "The submitted information didn't contain changes. Submit different information to create a change set.";

impl Handle<CreateChangeSet> for Rooms {
    fn needs(&self, call: &Call, input: &CreateChangeSetInput) -> Result<Needs, Refused> {
        let action = "cloudformation:CreateChangeSet";
        let (name, stack) = (&input.change_set_name, &input.stack_name);
        let imported = input.resources_to_import.iter().flatten();
        let imported = imported.map(|found| found.resource_type.clone()).collect();
        let ask = super::found::ask(call, action, name, Some(stack))
            .keys("cloudformation:ImportResourceTypes", imported);
        let keys = asks::Keys {
            template_url: input.template_url.as_deref(),
            role_arn: input.role_arn.as_deref(),
            policy_url: None,
            resource_types: input.resource_types.as_deref(),
            tags: input.tags.as_deref(),
        };
        keys.complete(call, ask)
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateChangeSet>,
    ) -> Result<CreateChangeSetOutput, Refused> {
        let (input, call) = authorized.into_parts();
        check(&input)?;
        let creates = input.change_set_type.as_deref() == Some("CREATE");
        let (stack, is_new) = self.stack_for(&call, &input, creates).await?;
        let mut record = record(&call, &input, &stack, creates);
        let id = ChangeSetRecord::id_of(call.account(), call.region(), &stack.unique, &record.name);
        if let Some(existing) = self.records.get::<ChangeSetRecord>(&id).await? {
            return again(&existing, &input);
        }
        self.fill(&call, input, &stack, &mut record).await?;
        if is_new {
            self.create_shell(&stack).await?;
        }
        let answer = CreateChangeSetOutput {
            id: Some(record.arn()),
            stack_id: Some(stack.arn()),
        };
        match self.records.create(&record).await {
            Ok(_) => Ok(answer),
            Err(StoreError::Conflict { .. }) => Err(exists(&record.name)),
            Err(error) => Err(error.into()),
        }
    }
}

impl Rooms {
    /// The stack that it is for, and whether it is a shell that must be made.
    async fn stack_for(
        &self,
        call: &Call,
        input: &CreateChangeSetInput,
        creates: bool,
    ) -> Result<(StackRecord, bool), Refused> {
        let found = found::stack(self, call, &input.stack_name).await?;
        if !creates {
            let stack = found.ok_or_else(|| stack_does_not_exist(&input.stack_name))?;
            check_status(&stack)?;
            return Ok((stack.record, false));
        }
        match found {
            Some(stack) if stack.status == StackStatus::ReviewInProgress => {
                Ok((stack.record, false))
            }
            Some(_) => Err(validation(format!(
                "Stack [{}] already exists and cannot be created again with the changeSet [{}].",
                input.stack_name, input.change_set_name
            ))),
            None if input.stack_name.starts_with("arn:") => {
                Err(stack_does_not_exist(&input.stack_name))
            }
            None => {
                check_stack_name(&input.stack_name)?;
                Ok((shell(call, &input.stack_name), true))
            }
        }
    }

    async fn create_shell(&self, stack: &StackRecord) -> Result<(), Refused> {
        match self.records.create(stack).await {
            Ok(_) => Ok(()),
            Err(StoreError::Conflict { .. }) => Err(validation(format!(
                "Stack [{}] is being created by another request.",
                stack.name
            ))),
            Err(error) => Err(error.into()),
        }
    }

    /// What the template makes of the stack. A transform that fails, and an update that has nothing to do, are
    /// change sets that can't be executed.
    async fn fill(
        &self,
        call: &Call,
        input: CreateChangeSetInput,
        stack: &StackRecord,
        record: &mut ChangeSetRecord,
    ) -> Result<(), Refused> {
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
        record
            .design
            .capabilities
            .clone_from(&submission.capabilities);
        let before = (!record.creates).then_some(&stack.design);
        let accepted = match submission.attempt(self, call, stack, before).await {
            Ok(accepted) => accepted,
            Err(Rejected::Transform(reason)) => {
                record.fail(&reason);
                return Ok(());
            }
            Err(Rejected::Refused(refused)) => return Err(refused),
        };
        let existing = found::resources(self, stack).await?;
        let (blueprint, design) = (&accepted.blueprint, &accepted.design);
        if let Some(name) = blueprint.missing_import() {
            return Err(validation(format!("No export named {name} found.")));
        }
        let unserved = blueprint.unserved_properties();
        if !unserved.is_empty() {
            record.fail(&invalid(&unserved));
            return Ok(());
        }
        record.changes = changes::of(blueprint, design, &existing)?;
        let is_empty = changes::is_empty(blueprint, &record.changes, stack, design, &existing);
        if !record.creates && is_empty {
            record.fail(NO_CHANGES);
        }
        record.design = StackDesign {
            change_set_id: Some(record.arn()),
            ..accepted.design
        };
        Ok(())
    }
}

/// AWS names the check alone, and keeps what it found for DescribeEvents (CloudFormation user guide, "Validate stack
/// deployments").
fn invalid(unserved: &[(String, String)]) -> String {
    let told: Vec<String> = unserved
        .iter()
        .map(|(id, wrong)| format!("{id}: {wrong}"))
        .collect();
    format!(
        "The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation]. {}",
        told.join("; ")
    )
}

trait Fails {
    fn fail(&mut self, reason: &str);
}

impl Fails for ChangeSetRecord {
    fn fail(&mut self, reason: &str) {
        self.status = ChangeSetStatus::Failed;
        self.execution = ChangeSetExecution::Unavailable;
        self.reason = Some(reason.to_owned());
    }
}

fn shell(call: &Call, name: &str) -> StackRecord {
    let mut stack = StackRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        name: name.to_owned(),
        unique: uuid::Uuid::new_v4().to_string(),
        status: StackStatus::ReviewInProgress,
        reason: None,
        created: call.now(),
        updated: None,
        deleted: None,
        design: StackDesign::default(),
        outputs: Vec::new(),
        imports: Vec::new(),
        timeout_minutes: None,
        disable_rollback: false,
        termination_protection: false,
        policy: None,
        parent: None,
        root: None,
        operation: None,
        token: None,
        events: Vec::new(),
    };
    begun(&mut stack, Some("User Initiated"));
    stack
}

fn record(
    call: &Call,
    input: &CreateChangeSetInput,
    stack: &StackRecord,
    creates: bool,
) -> ChangeSetRecord {
    ChangeSetRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        stack: stack.unique.clone(),
        stack_name: stack.name.clone(),
        name: input.change_set_name.clone(),
        unique: uuid::Uuid::new_v4().to_string(),
        creates,
        status: ChangeSetStatus::CreateComplete,
        reason: None,
        execution: ChangeSetExecution::Available,
        created: call.now(),
        description: input.description.clone(),
        design: StackDesign::default(),
        changes: Vec::new(),
        on_failure: input
            .on_stack_failure
            .as_deref()
            .and_then(OnFailure::from_name),
        token: input.client_token.clone(),
    }
}

/// The same request once more gives the same answer.
fn again(
    existing: &ChangeSetRecord,
    input: &CreateChangeSetInput,
) -> Result<CreateChangeSetOutput, Refused> {
    if input.client_token.is_some() && input.client_token == existing.token {
        return Ok(CreateChangeSetOutput {
            id: Some(existing.arn()),
            stack_id: Some(existing.stack_arn()),
        });
    }
    Err(exists(&existing.name))
}

fn exists(name: &str) -> Refused {
    let message = format!(
        "ChangeSet {name} cannot be created due to a mismatch with existing attributes: ChangeSetName"
    );
    Failure::new("AlreadyExistsException", 400, message).into()
}

/// `IncludeNestedStacks` asks for change sets of the nested stacks too. There are none here: each nested stack is one
/// change of its parent, with or without it, and DescribeChangeSet never says that they are included. Nor is a resource
/// imported that is there already, whatever `ImportExistingResources` says: its creation fails by the name that it has.
fn check(input: &CreateChangeSetInput) -> Result<(), Refused> {
    check_rollback_configuration(input.rollback_configuration.as_ref())?;
    check_deployment_config(input.deployment_config.as_ref())?;
    let is_set = |list: &Option<Vec<String>>| list.as_ref().is_some_and(|list| !list.is_empty());
    let imports = input.resources_to_import.as_ref();
    refuse_unserved(&[
        (
            "ChangeSetType IMPORT",
            input.change_set_type.as_deref() == Some("IMPORT"),
        ),
        (
            "ResourcesToImport",
            imports.is_some_and(|list| !list.is_empty()),
        ),
        ("NotificationARNs", is_set(&input.notification_ar_ns)),
        ("DeploymentMode", input.deployment_mode.is_some()),
        ("DisableValidation", input.disable_validation == Some(true)),
    ])
}
