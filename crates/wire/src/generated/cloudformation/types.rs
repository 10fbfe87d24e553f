// Written by `cargo xtask codegen`. Do not edit.
//! The inputs and outputs of the implemented operations.

use super::schema;
use crate::timestamp::Timestamp;
use crate::{
    document::{Document, Members, Mismatch, Shape},
    operation::Operation,
    schema::OperationSchema,
};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug)]
pub struct CancelUpdateStack;

impl Operation for CancelUpdateStack {
    type Input = CancelUpdateStackInput;
    type Output = ();
    const NAME: &'static str = "CancelUpdateStack";
    const SCHEMA: &'static OperationSchema = &schema::CANCEL_UPDATE_STACK;
}

#[derive(Clone, Copy, Debug)]
pub struct ContinueUpdateRollback;

impl Operation for ContinueUpdateRollback {
    type Input = ContinueUpdateRollbackInput;
    type Output = ContinueUpdateRollbackOutput;
    const NAME: &'static str = "ContinueUpdateRollback";
    const SCHEMA: &'static OperationSchema = &schema::CONTINUE_UPDATE_ROLLBACK;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateChangeSet;

impl Operation for CreateChangeSet {
    type Input = CreateChangeSetInput;
    type Output = CreateChangeSetOutput;
    const NAME: &'static str = "CreateChangeSet";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_CHANGE_SET;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateStack;

impl Operation for CreateStack {
    type Input = CreateStackInput;
    type Output = CreateStackOutput;
    const NAME: &'static str = "CreateStack";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_STACK;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteChangeSet;

impl Operation for DeleteChangeSet {
    type Input = DeleteChangeSetInput;
    type Output = DeleteChangeSetOutput;
    const NAME: &'static str = "DeleteChangeSet";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_CHANGE_SET;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteStack;

impl Operation for DeleteStack {
    type Input = DeleteStackInput;
    type Output = ();
    const NAME: &'static str = "DeleteStack";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_STACK;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeAccountLimits;

impl Operation for DescribeAccountLimits {
    type Input = DescribeAccountLimitsInput;
    type Output = DescribeAccountLimitsOutput;
    const NAME: &'static str = "DescribeAccountLimits";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_ACCOUNT_LIMITS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeChangeSet;

impl Operation for DescribeChangeSet {
    type Input = DescribeChangeSetInput;
    type Output = DescribeChangeSetOutput;
    const NAME: &'static str = "DescribeChangeSet";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_CHANGE_SET;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeEvents;

impl Operation for DescribeEvents {
    type Input = DescribeEventsInput;
    type Output = DescribeEventsOutput;
    const NAME: &'static str = "DescribeEvents";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_EVENTS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeStackEvents;

impl Operation for DescribeStackEvents {
    type Input = DescribeStackEventsInput;
    type Output = DescribeStackEventsOutput;
    const NAME: &'static str = "DescribeStackEvents";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_STACK_EVENTS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeStackResource;

impl Operation for DescribeStackResource {
    type Input = DescribeStackResourceInput;
    type Output = DescribeStackResourceOutput;
    const NAME: &'static str = "DescribeStackResource";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_STACK_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeStackResources;

impl Operation for DescribeStackResources {
    type Input = DescribeStackResourcesInput;
    type Output = DescribeStackResourcesOutput;
    const NAME: &'static str = "DescribeStackResources";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_STACK_RESOURCES;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeStacks;

impl Operation for DescribeStacks {
    type Input = DescribeStacksInput;
    type Output = DescribeStacksOutput;
    const NAME: &'static str = "DescribeStacks";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_STACKS;
}

#[derive(Clone, Copy, Debug)]
pub struct ExecuteChangeSet;

impl Operation for ExecuteChangeSet {
    type Input = ExecuteChangeSetInput;
    type Output = ExecuteChangeSetOutput;
    const NAME: &'static str = "ExecuteChangeSet";
    const SCHEMA: &'static OperationSchema = &schema::EXECUTE_CHANGE_SET;
}

#[derive(Clone, Copy, Debug)]
pub struct GetStackPolicy;

impl Operation for GetStackPolicy {
    type Input = GetStackPolicyInput;
    type Output = GetStackPolicyOutput;
    const NAME: &'static str = "GetStackPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_STACK_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetTemplate;

impl Operation for GetTemplate {
    type Input = GetTemplateInput;
    type Output = GetTemplateOutput;
    const NAME: &'static str = "GetTemplate";
    const SCHEMA: &'static OperationSchema = &schema::GET_TEMPLATE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetTemplateSummary;

impl Operation for GetTemplateSummary {
    type Input = GetTemplateSummaryInput;
    type Output = GetTemplateSummaryOutput;
    const NAME: &'static str = "GetTemplateSummary";
    const SCHEMA: &'static OperationSchema = &schema::GET_TEMPLATE_SUMMARY;
}

#[derive(Clone, Copy, Debug)]
pub struct ListChangeSets;

impl Operation for ListChangeSets {
    type Input = ListChangeSetsInput;
    type Output = ListChangeSetsOutput;
    const NAME: &'static str = "ListChangeSets";
    const SCHEMA: &'static OperationSchema = &schema::LIST_CHANGE_SETS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListExports;

impl Operation for ListExports {
    type Input = ListExportsInput;
    type Output = ListExportsOutput;
    const NAME: &'static str = "ListExports";
    const SCHEMA: &'static OperationSchema = &schema::LIST_EXPORTS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListImports;

impl Operation for ListImports {
    type Input = ListImportsInput;
    type Output = ListImportsOutput;
    const NAME: &'static str = "ListImports";
    const SCHEMA: &'static OperationSchema = &schema::LIST_IMPORTS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListStackResources;

impl Operation for ListStackResources {
    type Input = ListStackResourcesInput;
    type Output = ListStackResourcesOutput;
    const NAME: &'static str = "ListStackResources";
    const SCHEMA: &'static OperationSchema = &schema::LIST_STACK_RESOURCES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListStacks;

impl Operation for ListStacks {
    type Input = ListStacksInput;
    type Output = ListStacksOutput;
    const NAME: &'static str = "ListStacks";
    const SCHEMA: &'static OperationSchema = &schema::LIST_STACKS;
}

#[derive(Clone, Copy, Debug)]
pub struct RollbackStack;

impl Operation for RollbackStack {
    type Input = RollbackStackInput;
    type Output = RollbackStackOutput;
    const NAME: &'static str = "RollbackStack";
    const SCHEMA: &'static OperationSchema = &schema::ROLLBACK_STACK;
}

#[derive(Clone, Copy, Debug)]
pub struct SetStackPolicy;

impl Operation for SetStackPolicy {
    type Input = SetStackPolicyInput;
    type Output = ();
    const NAME: &'static str = "SetStackPolicy";
    const SCHEMA: &'static OperationSchema = &schema::SET_STACK_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct SignalResource;

impl Operation for SignalResource {
    type Input = SignalResourceInput;
    type Output = ();
    const NAME: &'static str = "SignalResource";
    const SCHEMA: &'static OperationSchema = &schema::SIGNAL_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateStack;

impl Operation for UpdateStack {
    type Input = UpdateStackInput;
    type Output = UpdateStackOutput;
    const NAME: &'static str = "UpdateStack";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_STACK;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateTerminationProtection;

impl Operation for UpdateTerminationProtection {
    type Input = UpdateTerminationProtectionInput;
    type Output = UpdateTerminationProtectionOutput;
    const NAME: &'static str = "UpdateTerminationProtection";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_TERMINATION_PROTECTION;
}

#[derive(Clone, Copy, Debug)]
pub struct ValidateTemplate;

impl Operation for ValidateTemplate {
    type Input = ValidateTemplateInput;
    type Output = ValidateTemplateOutput;
    const NAME: &'static str = "ValidateTemplate";
    const SCHEMA: &'static OperationSchema = &schema::VALIDATE_TEMPLATE;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountLimit {
    pub name: Option<String>,
    pub value: Option<i32>,
}

impl Shape for AccountLimit {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            value: members.take("Value")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("Value", self.value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelUpdateStackInput {
    pub stack_name: String,
    pub client_request_token: Option<String>,
}

impl Shape for CancelUpdateStackInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            client_request_token: members.take("ClientRequestToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("ClientRequestToken", self.client_request_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    pub type_: Option<String>,
    pub hook_invocation_count: Option<i32>,
    pub resource_change: Option<ResourceChange>,
}

impl Shape for Change {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            type_: members.take("Type")?,
            hook_invocation_count: members.take("HookInvocationCount")?,
            resource_change: members.take("ResourceChange")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Type", self.type_);
        members.put("HookInvocationCount", self.hook_invocation_count);
        members.put("ResourceChange", self.resource_change);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeSetSummary {
    pub stack_id: Option<String>,
    pub stack_name: Option<String>,
    pub change_set_id: Option<String>,
    pub change_set_name: Option<String>,
    pub execution_status: Option<String>,
    pub status: Option<String>,
    pub status_reason: Option<String>,
    pub creation_time: Option<Timestamp>,
    pub description: Option<String>,
    pub include_nested_stacks: Option<bool>,
    pub parent_change_set_id: Option<String>,
    pub root_change_set_id: Option<String>,
    pub import_existing_resources: Option<bool>,
}

impl Shape for ChangeSetSummary {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_id: members.take("StackId")?,
            stack_name: members.take("StackName")?,
            change_set_id: members.take("ChangeSetId")?,
            change_set_name: members.take("ChangeSetName")?,
            execution_status: members.take("ExecutionStatus")?,
            status: members.take("Status")?,
            status_reason: members.take("StatusReason")?,
            creation_time: members.take("CreationTime")?,
            description: members.take("Description")?,
            include_nested_stacks: members.take("IncludeNestedStacks")?,
            parent_change_set_id: members.take("ParentChangeSetId")?,
            root_change_set_id: members.take("RootChangeSetId")?,
            import_existing_resources: members.take("ImportExistingResources")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackId", self.stack_id);
        members.put("StackName", self.stack_name);
        members.put("ChangeSetId", self.change_set_id);
        members.put("ChangeSetName", self.change_set_name);
        members.put("ExecutionStatus", self.execution_status);
        members.put("Status", self.status);
        members.put("StatusReason", self.status_reason);
        members.put("CreationTime", self.creation_time);
        members.put("Description", self.description);
        members.put("IncludeNestedStacks", self.include_nested_stacks);
        members.put("ParentChangeSetId", self.parent_change_set_id);
        members.put("RootChangeSetId", self.root_change_set_id);
        members.put("ImportExistingResources", self.import_existing_resources);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContinueUpdateRollbackInput {
    pub stack_name: String,
    pub role_arn: Option<String>,
    pub resources_to_skip: Option<Vec<String>>,
    pub client_request_token: Option<String>,
    pub force_rollback: Option<bool>,
}

impl Shape for ContinueUpdateRollbackInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            role_arn: members.take("RoleARN")?,
            resources_to_skip: members.take("ResourcesToSkip")?,
            client_request_token: members.take("ClientRequestToken")?,
            force_rollback: members.take("ForceRollback")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("RoleARN", self.role_arn);
        members.put("ResourcesToSkip", self.resources_to_skip);
        members.put("ClientRequestToken", self.client_request_token);
        members.put("ForceRollback", self.force_rollback);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContinueUpdateRollbackOutput {}

impl Shape for ContinueUpdateRollbackOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateChangeSetInput {
    pub stack_name: String,
    pub template_body: Option<String>,
    pub template_url: Option<String>,
    pub use_previous_template: Option<bool>,
    pub parameters: Option<Vec<Parameter>>,
    pub capabilities: Option<Vec<String>>,
    pub resource_types: Option<Vec<String>>,
    pub role_arn: Option<String>,
    pub rollback_configuration: Option<RollbackConfiguration>,
    pub notification_ar_ns: Option<Vec<String>>,
    pub tags: Option<Vec<Tag>>,
    pub change_set_name: String,
    pub client_token: Option<String>,
    pub description: Option<String>,
    pub change_set_type: Option<String>,
    pub resources_to_import: Option<Vec<ResourceToImport>>,
    pub include_nested_stacks: Option<bool>,
    pub on_stack_failure: Option<String>,
    pub import_existing_resources: Option<bool>,
    pub deployment_mode: Option<String>,
    pub deployment_config: Option<DeploymentConfig>,
    pub disable_validation: Option<bool>,
}

impl Shape for CreateChangeSetInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            template_body: members.take("TemplateBody")?,
            template_url: members.take("TemplateURL")?,
            use_previous_template: members.take("UsePreviousTemplate")?,
            parameters: members.take("Parameters")?,
            capabilities: members.take("Capabilities")?,
            resource_types: members.take("ResourceTypes")?,
            role_arn: members.take("RoleARN")?,
            rollback_configuration: members.take("RollbackConfiguration")?,
            notification_ar_ns: members.take("NotificationARNs")?,
            tags: members.take("Tags")?,
            change_set_name: members.take("ChangeSetName")?,
            client_token: members.take("ClientToken")?,
            description: members.take("Description")?,
            change_set_type: members.take("ChangeSetType")?,
            resources_to_import: members.take("ResourcesToImport")?,
            include_nested_stacks: members.take("IncludeNestedStacks")?,
            on_stack_failure: members.take("OnStackFailure")?,
            import_existing_resources: members.take("ImportExistingResources")?,
            deployment_mode: members.take("DeploymentMode")?,
            deployment_config: members.take("DeploymentConfig")?,
            disable_validation: members.take("DisableValidation")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("TemplateBody", self.template_body);
        members.put("TemplateURL", self.template_url);
        members.put("UsePreviousTemplate", self.use_previous_template);
        members.put("Parameters", self.parameters);
        members.put("Capabilities", self.capabilities);
        members.put("ResourceTypes", self.resource_types);
        members.put("RoleARN", self.role_arn);
        members.put("RollbackConfiguration", self.rollback_configuration);
        members.put("NotificationARNs", self.notification_ar_ns);
        members.put("Tags", self.tags);
        members.put("ChangeSetName", self.change_set_name);
        members.put("ClientToken", self.client_token);
        members.put("Description", self.description);
        members.put("ChangeSetType", self.change_set_type);
        members.put("ResourcesToImport", self.resources_to_import);
        members.put("IncludeNestedStacks", self.include_nested_stacks);
        members.put("OnStackFailure", self.on_stack_failure);
        members.put("ImportExistingResources", self.import_existing_resources);
        members.put("DeploymentMode", self.deployment_mode);
        members.put("DeploymentConfig", self.deployment_config);
        members.put("DisableValidation", self.disable_validation);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateChangeSetOutput {
    pub id: Option<String>,
    pub stack_id: Option<String>,
}

impl Shape for CreateChangeSetOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("Id")?,
            stack_id: members.take("StackId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Id", self.id);
        members.put("StackId", self.stack_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateStackInput {
    pub stack_name: String,
    pub template_body: Option<String>,
    pub template_url: Option<String>,
    pub parameters: Option<Vec<Parameter>>,
    pub disable_rollback: Option<bool>,
    pub rollback_configuration: Option<RollbackConfiguration>,
    pub timeout_in_minutes: Option<i32>,
    pub notification_ar_ns: Option<Vec<String>>,
    pub capabilities: Option<Vec<String>>,
    pub resource_types: Option<Vec<String>>,
    pub role_arn: Option<String>,
    pub on_failure: Option<String>,
    pub stack_policy_body: Option<String>,
    pub stack_policy_url: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub client_request_token: Option<String>,
    pub enable_termination_protection: Option<bool>,
    pub retain_except_on_create: Option<bool>,
    pub deployment_config: Option<DeploymentConfig>,
    pub disable_validation: Option<bool>,
}

impl Shape for CreateStackInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            template_body: members.take("TemplateBody")?,
            template_url: members.take("TemplateURL")?,
            parameters: members.take("Parameters")?,
            disable_rollback: members.take("DisableRollback")?,
            rollback_configuration: members.take("RollbackConfiguration")?,
            timeout_in_minutes: members.take("TimeoutInMinutes")?,
            notification_ar_ns: members.take("NotificationARNs")?,
            capabilities: members.take("Capabilities")?,
            resource_types: members.take("ResourceTypes")?,
            role_arn: members.take("RoleARN")?,
            on_failure: members.take("OnFailure")?,
            stack_policy_body: members.take("StackPolicyBody")?,
            stack_policy_url: members.take("StackPolicyURL")?,
            tags: members.take("Tags")?,
            client_request_token: members.take("ClientRequestToken")?,
            enable_termination_protection: members.take("EnableTerminationProtection")?,
            retain_except_on_create: members.take("RetainExceptOnCreate")?,
            deployment_config: members.take("DeploymentConfig")?,
            disable_validation: members.take("DisableValidation")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("TemplateBody", self.template_body);
        members.put("TemplateURL", self.template_url);
        members.put("Parameters", self.parameters);
        members.put("DisableRollback", self.disable_rollback);
        members.put("RollbackConfiguration", self.rollback_configuration);
        members.put("TimeoutInMinutes", self.timeout_in_minutes);
        members.put("NotificationARNs", self.notification_ar_ns);
        members.put("Capabilities", self.capabilities);
        members.put("ResourceTypes", self.resource_types);
        members.put("RoleARN", self.role_arn);
        members.put("OnFailure", self.on_failure);
        members.put("StackPolicyBody", self.stack_policy_body);
        members.put("StackPolicyURL", self.stack_policy_url);
        members.put("Tags", self.tags);
        members.put("ClientRequestToken", self.client_request_token);
        members.put(
            "EnableTerminationProtection",
            self.enable_termination_protection,
        );
        members.put("RetainExceptOnCreate", self.retain_except_on_create);
        members.put("DeploymentConfig", self.deployment_config);
        members.put("DisableValidation", self.disable_validation);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateStackOutput {
    pub stack_id: Option<String>,
    pub operation_id: Option<String>,
}

impl Shape for CreateStackOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_id: members.take("StackId")?,
            operation_id: members.take("OperationId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackId", self.stack_id);
        members.put("OperationId", self.operation_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteChangeSetInput {
    pub change_set_name: String,
    pub stack_name: Option<String>,
}

impl Shape for DeleteChangeSetInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            change_set_name: members.take("ChangeSetName")?,
            stack_name: members.take("StackName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ChangeSetName", self.change_set_name);
        members.put("StackName", self.stack_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteChangeSetOutput {}

impl Shape for DeleteChangeSetOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteStackInput {
    pub stack_name: String,
    pub retain_resources: Option<Vec<String>>,
    pub role_arn: Option<String>,
    pub client_request_token: Option<String>,
    pub deletion_mode: Option<String>,
    pub deployment_config: Option<DeploymentConfig>,
}

impl Shape for DeleteStackInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            retain_resources: members.take("RetainResources")?,
            role_arn: members.take("RoleARN")?,
            client_request_token: members.take("ClientRequestToken")?,
            deletion_mode: members.take("DeletionMode")?,
            deployment_config: members.take("DeploymentConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("RetainResources", self.retain_resources);
        members.put("RoleARN", self.role_arn);
        members.put("ClientRequestToken", self.client_request_token);
        members.put("DeletionMode", self.deletion_mode);
        members.put("DeploymentConfig", self.deployment_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeploymentConfig {
    pub mode: Option<String>,
    pub disable_rollback: Option<bool>,
}

impl Shape for DeploymentConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            mode: members.take("Mode")?,
            disable_rollback: members.take("DisableRollback")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Mode", self.mode);
        members.put("DisableRollback", self.disable_rollback);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAccountLimitsInput {
    pub next_token: Option<String>,
}

impl Shape for DescribeAccountLimitsInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAccountLimitsOutput {
    pub account_limits: Option<Vec<AccountLimit>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeAccountLimitsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            account_limits: members.take("AccountLimits")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AccountLimits", self.account_limits);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeChangeSetInput {
    pub change_set_name: String,
    pub stack_name: Option<String>,
    pub next_token: Option<String>,
    pub include_property_values: Option<bool>,
}

impl Shape for DescribeChangeSetInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            change_set_name: members.take("ChangeSetName")?,
            stack_name: members.take("StackName")?,
            next_token: members.take("NextToken")?,
            include_property_values: members.take("IncludePropertyValues")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ChangeSetName", self.change_set_name);
        members.put("StackName", self.stack_name);
        members.put("NextToken", self.next_token);
        members.put("IncludePropertyValues", self.include_property_values);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeChangeSetOutput {
    pub change_set_name: Option<String>,
    pub change_set_id: Option<String>,
    pub stack_id: Option<String>,
    pub stack_name: Option<String>,
    pub description: Option<String>,
    pub parameters: Option<Vec<Parameter>>,
    pub creation_time: Option<Timestamp>,
    pub execution_status: Option<String>,
    pub status: Option<String>,
    pub status_reason: Option<String>,
    pub stack_drift_status: Option<String>,
    pub notification_ar_ns: Option<Vec<String>>,
    pub rollback_configuration: Option<RollbackConfiguration>,
    pub capabilities: Option<Vec<String>>,
    pub tags: Option<Vec<Tag>>,
    pub changes: Option<Vec<Change>>,
    pub next_token: Option<String>,
    pub include_nested_stacks: Option<bool>,
    pub parent_change_set_id: Option<String>,
    pub root_change_set_id: Option<String>,
    pub on_stack_failure: Option<String>,
    pub import_existing_resources: Option<bool>,
    pub deployment_mode: Option<String>,
    pub deployment_config: Option<DeploymentConfig>,
}

impl Shape for DescribeChangeSetOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            change_set_name: members.take("ChangeSetName")?,
            change_set_id: members.take("ChangeSetId")?,
            stack_id: members.take("StackId")?,
            stack_name: members.take("StackName")?,
            description: members.take("Description")?,
            parameters: members.take("Parameters")?,
            creation_time: members.take("CreationTime")?,
            execution_status: members.take("ExecutionStatus")?,
            status: members.take("Status")?,
            status_reason: members.take("StatusReason")?,
            stack_drift_status: members.take("StackDriftStatus")?,
            notification_ar_ns: members.take("NotificationARNs")?,
            rollback_configuration: members.take("RollbackConfiguration")?,
            capabilities: members.take("Capabilities")?,
            tags: members.take("Tags")?,
            changes: members.take("Changes")?,
            next_token: members.take("NextToken")?,
            include_nested_stacks: members.take("IncludeNestedStacks")?,
            parent_change_set_id: members.take("ParentChangeSetId")?,
            root_change_set_id: members.take("RootChangeSetId")?,
            on_stack_failure: members.take("OnStackFailure")?,
            import_existing_resources: members.take("ImportExistingResources")?,
            deployment_mode: members.take("DeploymentMode")?,
            deployment_config: members.take("DeploymentConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ChangeSetName", self.change_set_name);
        members.put("ChangeSetId", self.change_set_id);
        members.put("StackId", self.stack_id);
        members.put("StackName", self.stack_name);
        members.put("Description", self.description);
        members.put("Parameters", self.parameters);
        members.put("CreationTime", self.creation_time);
        members.put("ExecutionStatus", self.execution_status);
        members.put("Status", self.status);
        members.put("StatusReason", self.status_reason);
        members.put("StackDriftStatus", self.stack_drift_status);
        members.put("NotificationARNs", self.notification_ar_ns);
        members.put("RollbackConfiguration", self.rollback_configuration);
        members.put("Capabilities", self.capabilities);
        members.put("Tags", self.tags);
        members.put("Changes", self.changes);
        members.put("NextToken", self.next_token);
        members.put("IncludeNestedStacks", self.include_nested_stacks);
        members.put("ParentChangeSetId", self.parent_change_set_id);
        members.put("RootChangeSetId", self.root_change_set_id);
        members.put("OnStackFailure", self.on_stack_failure);
        members.put("ImportExistingResources", self.import_existing_resources);
        members.put("DeploymentMode", self.deployment_mode);
        members.put("DeploymentConfig", self.deployment_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeEventsInput {
    pub stack_name: Option<String>,
    pub change_set_name: Option<String>,
    pub operation_id: Option<String>,
    pub filters: Option<EventFilter>,
    pub next_token: Option<String>,
}

impl Shape for DescribeEventsInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            change_set_name: members.take("ChangeSetName")?,
            operation_id: members.take("OperationId")?,
            filters: members.take("Filters")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("ChangeSetName", self.change_set_name);
        members.put("OperationId", self.operation_id);
        members.put("Filters", self.filters);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeEventsOutput {
    pub operation_events: Option<Vec<OperationEvent>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeEventsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            operation_events: members.take("OperationEvents")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("OperationEvents", self.operation_events);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStackEventsInput {
    pub stack_name: String,
    pub next_token: Option<String>,
}

impl Shape for DescribeStackEventsInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStackEventsOutput {
    pub stack_events: Option<Vec<StackEvent>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeStackEventsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_events: members.take("StackEvents")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackEvents", self.stack_events);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStackResourceInput {
    pub stack_name: String,
    pub logical_resource_id: String,
}

impl Shape for DescribeStackResourceInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            logical_resource_id: members.take("LogicalResourceId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("LogicalResourceId", self.logical_resource_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStackResourceOutput {
    pub stack_resource_detail: Option<StackResourceDetail>,
}

impl Shape for DescribeStackResourceOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_resource_detail: members.take("StackResourceDetail")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackResourceDetail", self.stack_resource_detail);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStackResourcesInput {
    pub stack_name: Option<String>,
    pub logical_resource_id: Option<String>,
    pub physical_resource_id: Option<String>,
}

impl Shape for DescribeStackResourcesInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            logical_resource_id: members.take("LogicalResourceId")?,
            physical_resource_id: members.take("PhysicalResourceId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("LogicalResourceId", self.logical_resource_id);
        members.put("PhysicalResourceId", self.physical_resource_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStackResourcesOutput {
    pub stack_resources: Option<Vec<StackResource>>,
}

impl Shape for DescribeStackResourcesOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_resources: members.take("StackResources")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackResources", self.stack_resources);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStacksInput {
    pub stack_name: Option<String>,
    pub next_token: Option<String>,
}

impl Shape for DescribeStacksInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStacksOutput {
    pub stacks: Option<Vec<Stack>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeStacksOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stacks: members.take("Stacks")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Stacks", self.stacks);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventFilter {
    pub failed_events: Option<bool>,
}

impl Shape for EventFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            failed_events: members.take("FailedEvents")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FailedEvents", self.failed_events);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecuteChangeSetInput {
    pub change_set_name: String,
    pub stack_name: Option<String>,
    pub client_request_token: Option<String>,
    pub disable_rollback: Option<bool>,
    pub retain_except_on_create: Option<bool>,
}

impl Shape for ExecuteChangeSetInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            change_set_name: members.take("ChangeSetName")?,
            stack_name: members.take("StackName")?,
            client_request_token: members.take("ClientRequestToken")?,
            disable_rollback: members.take("DisableRollback")?,
            retain_except_on_create: members.take("RetainExceptOnCreate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ChangeSetName", self.change_set_name);
        members.put("StackName", self.stack_name);
        members.put("ClientRequestToken", self.client_request_token);
        members.put("DisableRollback", self.disable_rollback);
        members.put("RetainExceptOnCreate", self.retain_except_on_create);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExecuteChangeSetOutput {}

impl Shape for ExecuteChangeSetOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Export {
    pub exporting_stack_id: Option<String>,
    pub name: Option<String>,
    pub value: Option<String>,
}

impl Shape for Export {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            exporting_stack_id: members.take("ExportingStackId")?,
            name: members.take("Name")?,
            value: members.take("Value")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ExportingStackId", self.exporting_stack_id);
        members.put("Name", self.name);
        members.put("Value", self.value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetStackPolicyInput {
    pub stack_name: String,
}

impl Shape for GetStackPolicyInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetStackPolicyOutput {
    pub stack_policy_body: Option<String>,
}

impl Shape for GetStackPolicyOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_policy_body: members.take("StackPolicyBody")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackPolicyBody", self.stack_policy_body);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetTemplateInput {
    pub stack_name: Option<String>,
    pub change_set_name: Option<String>,
    pub template_stage: Option<String>,
}

impl Shape for GetTemplateInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            change_set_name: members.take("ChangeSetName")?,
            template_stage: members.take("TemplateStage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("ChangeSetName", self.change_set_name);
        members.put("TemplateStage", self.template_stage);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetTemplateOutput {
    pub template_body: Option<String>,
    pub stages_available: Option<Vec<String>>,
}

impl Shape for GetTemplateOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            template_body: members.take("TemplateBody")?,
            stages_available: members.take("StagesAvailable")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TemplateBody", self.template_body);
        members.put("StagesAvailable", self.stages_available);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetTemplateSummaryInput {
    pub template_body: Option<String>,
    pub template_url: Option<String>,
    pub stack_name: Option<String>,
    pub stack_set_name: Option<String>,
    pub call_as: Option<String>,
    pub template_summary_config: Option<TemplateSummaryConfig>,
}

impl Shape for GetTemplateSummaryInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            template_body: members.take("TemplateBody")?,
            template_url: members.take("TemplateURL")?,
            stack_name: members.take("StackName")?,
            stack_set_name: members.take("StackSetName")?,
            call_as: members.take("CallAs")?,
            template_summary_config: members.take("TemplateSummaryConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TemplateBody", self.template_body);
        members.put("TemplateURL", self.template_url);
        members.put("StackName", self.stack_name);
        members.put("StackSetName", self.stack_set_name);
        members.put("CallAs", self.call_as);
        members.put("TemplateSummaryConfig", self.template_summary_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetTemplateSummaryOutput {
    pub parameters: Option<Vec<ParameterDeclaration>>,
    pub description: Option<String>,
    pub capabilities: Option<Vec<String>>,
    pub capabilities_reason: Option<String>,
    pub resource_types: Option<Vec<String>>,
    pub version: Option<String>,
    pub metadata: Option<String>,
    pub declared_transforms: Option<Vec<String>>,
    pub resource_identifier_summaries: Option<Vec<ResourceIdentifierSummary>>,
    pub warnings: Option<Warnings>,
}

impl Shape for GetTemplateSummaryOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parameters: members.take("Parameters")?,
            description: members.take("Description")?,
            capabilities: members.take("Capabilities")?,
            capabilities_reason: members.take("CapabilitiesReason")?,
            resource_types: members.take("ResourceTypes")?,
            version: members.take("Version")?,
            metadata: members.take("Metadata")?,
            declared_transforms: members.take("DeclaredTransforms")?,
            resource_identifier_summaries: members.take("ResourceIdentifierSummaries")?,
            warnings: members.take("Warnings")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Parameters", self.parameters);
        members.put("Description", self.description);
        members.put("Capabilities", self.capabilities);
        members.put("CapabilitiesReason", self.capabilities_reason);
        members.put("ResourceTypes", self.resource_types);
        members.put("Version", self.version);
        members.put("Metadata", self.metadata);
        members.put("DeclaredTransforms", self.declared_transforms);
        members.put(
            "ResourceIdentifierSummaries",
            self.resource_identifier_summaries,
        );
        members.put("Warnings", self.warnings);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListChangeSetsInput {
    pub stack_name: String,
    pub next_token: Option<String>,
}

impl Shape for ListChangeSetsInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListChangeSetsOutput {
    pub summaries: Option<Vec<ChangeSetSummary>>,
    pub next_token: Option<String>,
}

impl Shape for ListChangeSetsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            summaries: members.take("Summaries")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Summaries", self.summaries);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListExportsInput {
    pub next_token: Option<String>,
}

impl Shape for ListExportsInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListExportsOutput {
    pub exports: Option<Vec<Export>>,
    pub next_token: Option<String>,
}

impl Shape for ListExportsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            exports: members.take("Exports")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Exports", self.exports);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListImportsInput {
    pub export_name: String,
    pub next_token: Option<String>,
}

impl Shape for ListImportsInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            export_name: members.take("ExportName")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ExportName", self.export_name);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListImportsOutput {
    pub imports: Option<Vec<String>>,
    pub next_token: Option<String>,
}

impl Shape for ListImportsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            imports: members.take("Imports")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Imports", self.imports);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStackResourcesInput {
    pub stack_name: String,
    pub next_token: Option<String>,
}

impl Shape for ListStackResourcesInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStackResourcesOutput {
    pub stack_resource_summaries: Option<Vec<StackResourceSummary>>,
    pub next_token: Option<String>,
}

impl Shape for ListStackResourcesOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_resource_summaries: members.take("StackResourceSummaries")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackResourceSummaries", self.stack_resource_summaries);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStacksInput {
    pub next_token: Option<String>,
    pub stack_status_filter: Option<Vec<String>>,
}

impl Shape for ListStacksInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_token: members.take("NextToken")?,
            stack_status_filter: members.take("StackStatusFilter")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextToken", self.next_token);
        members.put("StackStatusFilter", self.stack_status_filter);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListStacksOutput {
    pub stack_summaries: Option<Vec<StackSummary>>,
    pub next_token: Option<String>,
}

impl Shape for ListStacksOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_summaries: members.take("StackSummaries")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackSummaries", self.stack_summaries);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LiveResourceDrift {
    pub previous_value: Option<String>,
    pub actual_value: Option<String>,
    pub drift_detection_timestamp: Option<Timestamp>,
}

impl Shape for LiveResourceDrift {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            previous_value: members.take("PreviousValue")?,
            actual_value: members.take("ActualValue")?,
            drift_detection_timestamp: members.take("DriftDetectionTimestamp")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PreviousValue", self.previous_value);
        members.put("ActualValue", self.actual_value);
        members.put("DriftDetectionTimestamp", self.drift_detection_timestamp);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModuleInfo {
    pub type_hierarchy: Option<String>,
    pub logical_id_hierarchy: Option<String>,
}

impl Shape for ModuleInfo {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            type_hierarchy: members.take("TypeHierarchy")?,
            logical_id_hierarchy: members.take("LogicalIdHierarchy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TypeHierarchy", self.type_hierarchy);
        members.put("LogicalIdHierarchy", self.logical_id_hierarchy);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationEntry {
    pub operation_type: Option<String>,
    pub operation_id: Option<String>,
}

impl Shape for OperationEntry {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            operation_type: members.take("OperationType")?,
            operation_id: members.take("OperationId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("OperationType", self.operation_type);
        members.put("OperationId", self.operation_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationEvent {
    pub event_id: Option<String>,
    pub stack_id: Option<String>,
    pub operation_id: Option<String>,
    pub operation_type: Option<String>,
    pub operation_status: Option<String>,
    pub event_type: Option<String>,
    pub logical_resource_id: Option<String>,
    pub physical_resource_id: Option<String>,
    pub resource_type: Option<String>,
    pub timestamp: Option<Timestamp>,
    pub start_time: Option<Timestamp>,
    pub end_time: Option<Timestamp>,
    pub resource_status: Option<String>,
    pub resource_status_reason: Option<String>,
    pub resource_properties: Option<String>,
    pub client_request_token: Option<String>,
    pub hook_type: Option<String>,
    pub hook_status: Option<String>,
    pub hook_status_reason: Option<String>,
    pub hook_invocation_point: Option<String>,
    pub hook_failure_mode: Option<String>,
    pub detailed_status: Option<String>,
    pub validation_failure_mode: Option<String>,
    pub validation_name: Option<String>,
    pub validation_status: Option<String>,
    pub validation_status_reason: Option<String>,
    pub validation_path: Option<String>,
}

impl Shape for OperationEvent {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            event_id: members.take("EventId")?,
            stack_id: members.take("StackId")?,
            operation_id: members.take("OperationId")?,
            operation_type: members.take("OperationType")?,
            operation_status: members.take("OperationStatus")?,
            event_type: members.take("EventType")?,
            logical_resource_id: members.take("LogicalResourceId")?,
            physical_resource_id: members.take("PhysicalResourceId")?,
            resource_type: members.take("ResourceType")?,
            timestamp: members.take("Timestamp")?,
            start_time: members.take("StartTime")?,
            end_time: members.take("EndTime")?,
            resource_status: members.take("ResourceStatus")?,
            resource_status_reason: members.take("ResourceStatusReason")?,
            resource_properties: members.take("ResourceProperties")?,
            client_request_token: members.take("ClientRequestToken")?,
            hook_type: members.take("HookType")?,
            hook_status: members.take("HookStatus")?,
            hook_status_reason: members.take("HookStatusReason")?,
            hook_invocation_point: members.take("HookInvocationPoint")?,
            hook_failure_mode: members.take("HookFailureMode")?,
            detailed_status: members.take("DetailedStatus")?,
            validation_failure_mode: members.take("ValidationFailureMode")?,
            validation_name: members.take("ValidationName")?,
            validation_status: members.take("ValidationStatus")?,
            validation_status_reason: members.take("ValidationStatusReason")?,
            validation_path: members.take("ValidationPath")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("EventId", self.event_id);
        members.put("StackId", self.stack_id);
        members.put("OperationId", self.operation_id);
        members.put("OperationType", self.operation_type);
        members.put("OperationStatus", self.operation_status);
        members.put("EventType", self.event_type);
        members.put("LogicalResourceId", self.logical_resource_id);
        members.put("PhysicalResourceId", self.physical_resource_id);
        members.put("ResourceType", self.resource_type);
        members.put("Timestamp", self.timestamp);
        members.put("StartTime", self.start_time);
        members.put("EndTime", self.end_time);
        members.put("ResourceStatus", self.resource_status);
        members.put("ResourceStatusReason", self.resource_status_reason);
        members.put("ResourceProperties", self.resource_properties);
        members.put("ClientRequestToken", self.client_request_token);
        members.put("HookType", self.hook_type);
        members.put("HookStatus", self.hook_status);
        members.put("HookStatusReason", self.hook_status_reason);
        members.put("HookInvocationPoint", self.hook_invocation_point);
        members.put("HookFailureMode", self.hook_failure_mode);
        members.put("DetailedStatus", self.detailed_status);
        members.put("ValidationFailureMode", self.validation_failure_mode);
        members.put("ValidationName", self.validation_name);
        members.put("ValidationStatus", self.validation_status);
        members.put("ValidationStatusReason", self.validation_status_reason);
        members.put("ValidationPath", self.validation_path);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    pub output_key: Option<String>,
    pub output_value: Option<String>,
    pub description: Option<String>,
    pub export_name: Option<String>,
}

impl Shape for Output {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            output_key: members.take("OutputKey")?,
            output_value: members.take("OutputValue")?,
            description: members.take("Description")?,
            export_name: members.take("ExportName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("OutputKey", self.output_key);
        members.put("OutputValue", self.output_value);
        members.put("Description", self.description);
        members.put("ExportName", self.export_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameter {
    pub parameter_key: Option<String>,
    pub parameter_value: Option<String>,
    pub use_previous_value: Option<bool>,
    pub resolved_value: Option<String>,
}

impl Shape for Parameter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parameter_key: members.take("ParameterKey")?,
            parameter_value: members.take("ParameterValue")?,
            use_previous_value: members.take("UsePreviousValue")?,
            resolved_value: members.take("ResolvedValue")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ParameterKey", self.parameter_key);
        members.put("ParameterValue", self.parameter_value);
        members.put("UsePreviousValue", self.use_previous_value);
        members.put("ResolvedValue", self.resolved_value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterConstraints {
    pub allowed_values: Option<Vec<String>>,
}

impl Shape for ParameterConstraints {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            allowed_values: members.take("AllowedValues")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AllowedValues", self.allowed_values);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterDeclaration {
    pub parameter_key: Option<String>,
    pub default_value: Option<String>,
    pub parameter_type: Option<String>,
    pub no_echo: Option<bool>,
    pub description: Option<String>,
    pub parameter_constraints: Option<ParameterConstraints>,
}

impl Shape for ParameterDeclaration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parameter_key: members.take("ParameterKey")?,
            default_value: members.take("DefaultValue")?,
            parameter_type: members.take("ParameterType")?,
            no_echo: members.take("NoEcho")?,
            description: members.take("Description")?,
            parameter_constraints: members.take("ParameterConstraints")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ParameterKey", self.parameter_key);
        members.put("DefaultValue", self.default_value);
        members.put("ParameterType", self.parameter_type);
        members.put("NoEcho", self.no_echo);
        members.put("Description", self.description);
        members.put("ParameterConstraints", self.parameter_constraints);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceChange {
    pub policy_action: Option<String>,
    pub action: Option<String>,
    pub logical_resource_id: Option<String>,
    pub physical_resource_id: Option<String>,
    pub resource_type: Option<String>,
    pub replacement: Option<String>,
    pub scope: Option<Vec<String>>,
    pub resource_drift_status: Option<String>,
    pub resource_drift_ignored_attributes: Option<Vec<ResourceDriftIgnoredAttribute>>,
    pub details: Option<Vec<ResourceChangeDetail>>,
    pub change_set_id: Option<String>,
    pub module_info: Option<ModuleInfo>,
    pub before_context: Option<String>,
    pub after_context: Option<String>,
    pub previous_deployment_context: Option<String>,
}

impl Shape for ResourceChange {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_action: members.take("PolicyAction")?,
            action: members.take("Action")?,
            logical_resource_id: members.take("LogicalResourceId")?,
            physical_resource_id: members.take("PhysicalResourceId")?,
            resource_type: members.take("ResourceType")?,
            replacement: members.take("Replacement")?,
            scope: members.take("Scope")?,
            resource_drift_status: members.take("ResourceDriftStatus")?,
            resource_drift_ignored_attributes: members.take("ResourceDriftIgnoredAttributes")?,
            details: members.take("Details")?,
            change_set_id: members.take("ChangeSetId")?,
            module_info: members.take("ModuleInfo")?,
            before_context: members.take("BeforeContext")?,
            after_context: members.take("AfterContext")?,
            previous_deployment_context: members.take("PreviousDeploymentContext")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyAction", self.policy_action);
        members.put("Action", self.action);
        members.put("LogicalResourceId", self.logical_resource_id);
        members.put("PhysicalResourceId", self.physical_resource_id);
        members.put("ResourceType", self.resource_type);
        members.put("Replacement", self.replacement);
        members.put("Scope", self.scope);
        members.put("ResourceDriftStatus", self.resource_drift_status);
        members.put(
            "ResourceDriftIgnoredAttributes",
            self.resource_drift_ignored_attributes,
        );
        members.put("Details", self.details);
        members.put("ChangeSetId", self.change_set_id);
        members.put("ModuleInfo", self.module_info);
        members.put("BeforeContext", self.before_context);
        members.put("AfterContext", self.after_context);
        members.put(
            "PreviousDeploymentContext",
            self.previous_deployment_context,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceChangeDetail {
    pub target: Option<ResourceTargetDefinition>,
    pub evaluation: Option<String>,
    pub change_source: Option<String>,
    pub causing_entity: Option<String>,
}

impl Shape for ResourceChangeDetail {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            target: members.take("Target")?,
            evaluation: members.take("Evaluation")?,
            change_source: members.take("ChangeSource")?,
            causing_entity: members.take("CausingEntity")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Target", self.target);
        members.put("Evaluation", self.evaluation);
        members.put("ChangeSource", self.change_source);
        members.put("CausingEntity", self.causing_entity);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceDriftIgnoredAttribute {
    pub path: Option<String>,
    pub reason: Option<String>,
}

impl Shape for ResourceDriftIgnoredAttribute {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path: members.take("Path")?,
            reason: members.take("Reason")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Path", self.path);
        members.put("Reason", self.reason);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceIdentifierSummary {
    pub resource_type: Option<String>,
    pub logical_resource_ids: Option<Vec<String>>,
    pub resource_identifiers: Option<Vec<String>>,
}

impl Shape for ResourceIdentifierSummary {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_type: members.take("ResourceType")?,
            logical_resource_ids: members.take("LogicalResourceIds")?,
            resource_identifiers: members.take("ResourceIdentifiers")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceType", self.resource_type);
        members.put("LogicalResourceIds", self.logical_resource_ids);
        members.put("ResourceIdentifiers", self.resource_identifiers);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceTargetDefinition {
    pub attribute: Option<String>,
    pub name: Option<String>,
    pub requires_recreation: Option<String>,
    pub path: Option<String>,
    pub before_value: Option<String>,
    pub after_value: Option<String>,
    pub before_value_from: Option<String>,
    pub after_value_from: Option<String>,
    pub drift: Option<LiveResourceDrift>,
    pub attribute_change_type: Option<String>,
}

impl Shape for ResourceTargetDefinition {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            attribute: members.take("Attribute")?,
            name: members.take("Name")?,
            requires_recreation: members.take("RequiresRecreation")?,
            path: members.take("Path")?,
            before_value: members.take("BeforeValue")?,
            after_value: members.take("AfterValue")?,
            before_value_from: members.take("BeforeValueFrom")?,
            after_value_from: members.take("AfterValueFrom")?,
            drift: members.take("Drift")?,
            attribute_change_type: members.take("AttributeChangeType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Attribute", self.attribute);
        members.put("Name", self.name);
        members.put("RequiresRecreation", self.requires_recreation);
        members.put("Path", self.path);
        members.put("BeforeValue", self.before_value);
        members.put("AfterValue", self.after_value);
        members.put("BeforeValueFrom", self.before_value_from);
        members.put("AfterValueFrom", self.after_value_from);
        members.put("Drift", self.drift);
        members.put("AttributeChangeType", self.attribute_change_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceToImport {
    pub resource_type: String,
    pub logical_resource_id: String,
    pub resource_identifier: BTreeMap<String, String>,
}

impl Shape for ResourceToImport {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_type: members.take("ResourceType")?,
            logical_resource_id: members.take("LogicalResourceId")?,
            resource_identifier: members.take("ResourceIdentifier")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceType", self.resource_type);
        members.put("LogicalResourceId", self.logical_resource_id);
        members.put("ResourceIdentifier", self.resource_identifier);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RollbackConfiguration {
    pub rollback_triggers: Option<Vec<RollbackTrigger>>,
    pub monitoring_time_in_minutes: Option<i32>,
}

impl Shape for RollbackConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rollback_triggers: members.take("RollbackTriggers")?,
            monitoring_time_in_minutes: members.take("MonitoringTimeInMinutes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RollbackTriggers", self.rollback_triggers);
        members.put("MonitoringTimeInMinutes", self.monitoring_time_in_minutes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RollbackStackInput {
    pub stack_name: String,
    pub role_arn: Option<String>,
    pub client_request_token: Option<String>,
    pub retain_except_on_create: Option<bool>,
    pub deployment_config: Option<DeploymentConfig>,
}

impl Shape for RollbackStackInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            role_arn: members.take("RoleARN")?,
            client_request_token: members.take("ClientRequestToken")?,
            retain_except_on_create: members.take("RetainExceptOnCreate")?,
            deployment_config: members.take("DeploymentConfig")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("RoleARN", self.role_arn);
        members.put("ClientRequestToken", self.client_request_token);
        members.put("RetainExceptOnCreate", self.retain_except_on_create);
        members.put("DeploymentConfig", self.deployment_config);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RollbackStackOutput {
    pub stack_id: Option<String>,
    pub operation_id: Option<String>,
}

impl Shape for RollbackStackOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_id: members.take("StackId")?,
            operation_id: members.take("OperationId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackId", self.stack_id);
        members.put("OperationId", self.operation_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RollbackTrigger {
    pub arn: String,
    pub type_: String,
}

impl Shape for RollbackTrigger {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
            type_: members.take("Type")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        members.put("Type", self.type_);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetStackPolicyInput {
    pub stack_name: String,
    pub stack_policy_body: Option<String>,
    pub stack_policy_url: Option<String>,
}

impl Shape for SetStackPolicyInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            stack_policy_body: members.take("StackPolicyBody")?,
            stack_policy_url: members.take("StackPolicyURL")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("StackPolicyBody", self.stack_policy_body);
        members.put("StackPolicyURL", self.stack_policy_url);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignalResourceInput {
    pub stack_name: String,
    pub logical_resource_id: String,
    pub unique_id: String,
    pub status: String,
}

impl Shape for SignalResourceInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            logical_resource_id: members.take("LogicalResourceId")?,
            unique_id: members.take("UniqueId")?,
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("LogicalResourceId", self.logical_resource_id);
        members.put("UniqueId", self.unique_id);
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stack {
    pub stack_id: Option<String>,
    pub stack_name: String,
    pub change_set_id: Option<String>,
    pub description: Option<String>,
    pub parameters: Option<Vec<Parameter>>,
    pub creation_time: Timestamp,
    pub deletion_time: Option<Timestamp>,
    pub last_updated_time: Option<Timestamp>,
    pub rollback_configuration: Option<RollbackConfiguration>,
    pub stack_status: String,
    pub stack_status_reason: Option<String>,
    pub disable_rollback: Option<bool>,
    pub deployment_config: Option<DeploymentConfig>,
    pub notification_ar_ns: Option<Vec<String>>,
    pub timeout_in_minutes: Option<i32>,
    pub capabilities: Option<Vec<String>>,
    pub outputs: Option<Vec<Output>>,
    pub role_arn: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub enable_termination_protection: Option<bool>,
    pub parent_id: Option<String>,
    pub root_id: Option<String>,
    pub drift_information: Option<StackDriftInformation>,
    pub retain_except_on_create: Option<bool>,
    pub deletion_mode: Option<String>,
    pub detailed_status: Option<String>,
    pub last_operations: Option<Vec<OperationEntry>>,
    pub alias_name: Option<String>,
}

impl Shape for Stack {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_id: members.take("StackId")?,
            stack_name: members.take("StackName")?,
            change_set_id: members.take("ChangeSetId")?,
            description: members.take("Description")?,
            parameters: members.take("Parameters")?,
            creation_time: members.take("CreationTime")?,
            deletion_time: members.take("DeletionTime")?,
            last_updated_time: members.take("LastUpdatedTime")?,
            rollback_configuration: members.take("RollbackConfiguration")?,
            stack_status: members.take("StackStatus")?,
            stack_status_reason: members.take("StackStatusReason")?,
            disable_rollback: members.take("DisableRollback")?,
            deployment_config: members.take("DeploymentConfig")?,
            notification_ar_ns: members.take("NotificationARNs")?,
            timeout_in_minutes: members.take("TimeoutInMinutes")?,
            capabilities: members.take("Capabilities")?,
            outputs: members.take("Outputs")?,
            role_arn: members.take("RoleARN")?,
            tags: members.take("Tags")?,
            enable_termination_protection: members.take("EnableTerminationProtection")?,
            parent_id: members.take("ParentId")?,
            root_id: members.take("RootId")?,
            drift_information: members.take("DriftInformation")?,
            retain_except_on_create: members.take("RetainExceptOnCreate")?,
            deletion_mode: members.take("DeletionMode")?,
            detailed_status: members.take("DetailedStatus")?,
            last_operations: members.take("LastOperations")?,
            alias_name: members.take("AliasName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackId", self.stack_id);
        members.put("StackName", self.stack_name);
        members.put("ChangeSetId", self.change_set_id);
        members.put("Description", self.description);
        members.put("Parameters", self.parameters);
        members.put("CreationTime", self.creation_time);
        members.put("DeletionTime", self.deletion_time);
        members.put("LastUpdatedTime", self.last_updated_time);
        members.put("RollbackConfiguration", self.rollback_configuration);
        members.put("StackStatus", self.stack_status);
        members.put("StackStatusReason", self.stack_status_reason);
        members.put("DisableRollback", self.disable_rollback);
        members.put("DeploymentConfig", self.deployment_config);
        members.put("NotificationARNs", self.notification_ar_ns);
        members.put("TimeoutInMinutes", self.timeout_in_minutes);
        members.put("Capabilities", self.capabilities);
        members.put("Outputs", self.outputs);
        members.put("RoleARN", self.role_arn);
        members.put("Tags", self.tags);
        members.put(
            "EnableTerminationProtection",
            self.enable_termination_protection,
        );
        members.put("ParentId", self.parent_id);
        members.put("RootId", self.root_id);
        members.put("DriftInformation", self.drift_information);
        members.put("RetainExceptOnCreate", self.retain_except_on_create);
        members.put("DeletionMode", self.deletion_mode);
        members.put("DetailedStatus", self.detailed_status);
        members.put("LastOperations", self.last_operations);
        members.put("AliasName", self.alias_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackDriftInformation {
    pub stack_drift_status: String,
    pub last_check_timestamp: Option<Timestamp>,
}

impl Shape for StackDriftInformation {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_drift_status: members.take("StackDriftStatus")?,
            last_check_timestamp: members.take("LastCheckTimestamp")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackDriftStatus", self.stack_drift_status);
        members.put("LastCheckTimestamp", self.last_check_timestamp);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackDriftInformationSummary {
    pub stack_drift_status: String,
    pub last_check_timestamp: Option<Timestamp>,
}

impl Shape for StackDriftInformationSummary {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_drift_status: members.take("StackDriftStatus")?,
            last_check_timestamp: members.take("LastCheckTimestamp")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackDriftStatus", self.stack_drift_status);
        members.put("LastCheckTimestamp", self.last_check_timestamp);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackEvent {
    pub stack_id: String,
    pub event_id: String,
    pub stack_name: String,
    pub operation_id: Option<String>,
    pub logical_resource_id: Option<String>,
    pub physical_resource_id: Option<String>,
    pub resource_type: Option<String>,
    pub timestamp: Timestamp,
    pub resource_status: Option<String>,
    pub resource_status_reason: Option<String>,
    pub resource_properties: Option<String>,
    pub client_request_token: Option<String>,
    pub hook_type: Option<String>,
    pub hook_status: Option<String>,
    pub hook_status_reason: Option<String>,
    pub hook_invocation_point: Option<String>,
    pub hook_invocation_id: Option<String>,
    pub hook_failure_mode: Option<String>,
    pub detailed_status: Option<String>,
}

impl Shape for StackEvent {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_id: members.take("StackId")?,
            event_id: members.take("EventId")?,
            stack_name: members.take("StackName")?,
            operation_id: members.take("OperationId")?,
            logical_resource_id: members.take("LogicalResourceId")?,
            physical_resource_id: members.take("PhysicalResourceId")?,
            resource_type: members.take("ResourceType")?,
            timestamp: members.take("Timestamp")?,
            resource_status: members.take("ResourceStatus")?,
            resource_status_reason: members.take("ResourceStatusReason")?,
            resource_properties: members.take("ResourceProperties")?,
            client_request_token: members.take("ClientRequestToken")?,
            hook_type: members.take("HookType")?,
            hook_status: members.take("HookStatus")?,
            hook_status_reason: members.take("HookStatusReason")?,
            hook_invocation_point: members.take("HookInvocationPoint")?,
            hook_invocation_id: members.take("HookInvocationId")?,
            hook_failure_mode: members.take("HookFailureMode")?,
            detailed_status: members.take("DetailedStatus")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackId", self.stack_id);
        members.put("EventId", self.event_id);
        members.put("StackName", self.stack_name);
        members.put("OperationId", self.operation_id);
        members.put("LogicalResourceId", self.logical_resource_id);
        members.put("PhysicalResourceId", self.physical_resource_id);
        members.put("ResourceType", self.resource_type);
        members.put("Timestamp", self.timestamp);
        members.put("ResourceStatus", self.resource_status);
        members.put("ResourceStatusReason", self.resource_status_reason);
        members.put("ResourceProperties", self.resource_properties);
        members.put("ClientRequestToken", self.client_request_token);
        members.put("HookType", self.hook_type);
        members.put("HookStatus", self.hook_status);
        members.put("HookStatusReason", self.hook_status_reason);
        members.put("HookInvocationPoint", self.hook_invocation_point);
        members.put("HookInvocationId", self.hook_invocation_id);
        members.put("HookFailureMode", self.hook_failure_mode);
        members.put("DetailedStatus", self.detailed_status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackResource {
    pub stack_name: Option<String>,
    pub stack_id: Option<String>,
    pub logical_resource_id: String,
    pub physical_resource_id: Option<String>,
    pub resource_type: String,
    pub timestamp: Timestamp,
    pub resource_status: String,
    pub resource_status_reason: Option<String>,
    pub description: Option<String>,
    pub drift_information: Option<StackResourceDriftInformation>,
    pub module_info: Option<ModuleInfo>,
}

impl Shape for StackResource {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            stack_id: members.take("StackId")?,
            logical_resource_id: members.take("LogicalResourceId")?,
            physical_resource_id: members.take("PhysicalResourceId")?,
            resource_type: members.take("ResourceType")?,
            timestamp: members.take("Timestamp")?,
            resource_status: members.take("ResourceStatus")?,
            resource_status_reason: members.take("ResourceStatusReason")?,
            description: members.take("Description")?,
            drift_information: members.take("DriftInformation")?,
            module_info: members.take("ModuleInfo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("StackId", self.stack_id);
        members.put("LogicalResourceId", self.logical_resource_id);
        members.put("PhysicalResourceId", self.physical_resource_id);
        members.put("ResourceType", self.resource_type);
        members.put("Timestamp", self.timestamp);
        members.put("ResourceStatus", self.resource_status);
        members.put("ResourceStatusReason", self.resource_status_reason);
        members.put("Description", self.description);
        members.put("DriftInformation", self.drift_information);
        members.put("ModuleInfo", self.module_info);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackResourceDetail {
    pub stack_name: Option<String>,
    pub stack_id: Option<String>,
    pub logical_resource_id: String,
    pub physical_resource_id: Option<String>,
    pub resource_type: String,
    pub last_updated_timestamp: Timestamp,
    pub resource_status: String,
    pub resource_status_reason: Option<String>,
    pub description: Option<String>,
    pub metadata: Option<String>,
    pub drift_information: Option<StackResourceDriftInformation>,
    pub module_info: Option<ModuleInfo>,
}

impl Shape for StackResourceDetail {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            stack_id: members.take("StackId")?,
            logical_resource_id: members.take("LogicalResourceId")?,
            physical_resource_id: members.take("PhysicalResourceId")?,
            resource_type: members.take("ResourceType")?,
            last_updated_timestamp: members.take("LastUpdatedTimestamp")?,
            resource_status: members.take("ResourceStatus")?,
            resource_status_reason: members.take("ResourceStatusReason")?,
            description: members.take("Description")?,
            metadata: members.take("Metadata")?,
            drift_information: members.take("DriftInformation")?,
            module_info: members.take("ModuleInfo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("StackId", self.stack_id);
        members.put("LogicalResourceId", self.logical_resource_id);
        members.put("PhysicalResourceId", self.physical_resource_id);
        members.put("ResourceType", self.resource_type);
        members.put("LastUpdatedTimestamp", self.last_updated_timestamp);
        members.put("ResourceStatus", self.resource_status);
        members.put("ResourceStatusReason", self.resource_status_reason);
        members.put("Description", self.description);
        members.put("Metadata", self.metadata);
        members.put("DriftInformation", self.drift_information);
        members.put("ModuleInfo", self.module_info);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackResourceDriftInformation {
    pub stack_resource_drift_status: String,
    pub last_check_timestamp: Option<Timestamp>,
}

impl Shape for StackResourceDriftInformation {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_resource_drift_status: members.take("StackResourceDriftStatus")?,
            last_check_timestamp: members.take("LastCheckTimestamp")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackResourceDriftStatus", self.stack_resource_drift_status);
        members.put("LastCheckTimestamp", self.last_check_timestamp);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackResourceDriftInformationSummary {
    pub stack_resource_drift_status: String,
    pub last_check_timestamp: Option<Timestamp>,
}

impl Shape for StackResourceDriftInformationSummary {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_resource_drift_status: members.take("StackResourceDriftStatus")?,
            last_check_timestamp: members.take("LastCheckTimestamp")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackResourceDriftStatus", self.stack_resource_drift_status);
        members.put("LastCheckTimestamp", self.last_check_timestamp);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackResourceSummary {
    pub logical_resource_id: String,
    pub physical_resource_id: Option<String>,
    pub resource_type: String,
    pub last_updated_timestamp: Timestamp,
    pub resource_status: String,
    pub resource_status_reason: Option<String>,
    pub drift_information: Option<StackResourceDriftInformationSummary>,
    pub module_info: Option<ModuleInfo>,
}

impl Shape for StackResourceSummary {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            logical_resource_id: members.take("LogicalResourceId")?,
            physical_resource_id: members.take("PhysicalResourceId")?,
            resource_type: members.take("ResourceType")?,
            last_updated_timestamp: members.take("LastUpdatedTimestamp")?,
            resource_status: members.take("ResourceStatus")?,
            resource_status_reason: members.take("ResourceStatusReason")?,
            drift_information: members.take("DriftInformation")?,
            module_info: members.take("ModuleInfo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LogicalResourceId", self.logical_resource_id);
        members.put("PhysicalResourceId", self.physical_resource_id);
        members.put("ResourceType", self.resource_type);
        members.put("LastUpdatedTimestamp", self.last_updated_timestamp);
        members.put("ResourceStatus", self.resource_status);
        members.put("ResourceStatusReason", self.resource_status_reason);
        members.put("DriftInformation", self.drift_information);
        members.put("ModuleInfo", self.module_info);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackSummary {
    pub stack_id: Option<String>,
    pub stack_name: String,
    pub template_description: Option<String>,
    pub creation_time: Timestamp,
    pub last_updated_time: Option<Timestamp>,
    pub deletion_time: Option<Timestamp>,
    pub stack_status: String,
    pub stack_status_reason: Option<String>,
    pub parent_id: Option<String>,
    pub root_id: Option<String>,
    pub drift_information: Option<StackDriftInformationSummary>,
    pub last_operations: Option<Vec<OperationEntry>>,
}

impl Shape for StackSummary {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_id: members.take("StackId")?,
            stack_name: members.take("StackName")?,
            template_description: members.take("TemplateDescription")?,
            creation_time: members.take("CreationTime")?,
            last_updated_time: members.take("LastUpdatedTime")?,
            deletion_time: members.take("DeletionTime")?,
            stack_status: members.take("StackStatus")?,
            stack_status_reason: members.take("StackStatusReason")?,
            parent_id: members.take("ParentId")?,
            root_id: members.take("RootId")?,
            drift_information: members.take("DriftInformation")?,
            last_operations: members.take("LastOperations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackId", self.stack_id);
        members.put("StackName", self.stack_name);
        members.put("TemplateDescription", self.template_description);
        members.put("CreationTime", self.creation_time);
        members.put("LastUpdatedTime", self.last_updated_time);
        members.put("DeletionTime", self.deletion_time);
        members.put("StackStatus", self.stack_status);
        members.put("StackStatusReason", self.stack_status_reason);
        members.put("ParentId", self.parent_id);
        members.put("RootId", self.root_id);
        members.put("DriftInformation", self.drift_information);
        members.put("LastOperations", self.last_operations);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

impl Shape for Tag {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
            value: members.take("Value")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        members.put("Value", self.value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TemplateParameter {
    pub parameter_key: Option<String>,
    pub default_value: Option<String>,
    pub no_echo: Option<bool>,
    pub description: Option<String>,
}

impl Shape for TemplateParameter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parameter_key: members.take("ParameterKey")?,
            default_value: members.take("DefaultValue")?,
            no_echo: members.take("NoEcho")?,
            description: members.take("Description")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ParameterKey", self.parameter_key);
        members.put("DefaultValue", self.default_value);
        members.put("NoEcho", self.no_echo);
        members.put("Description", self.description);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TemplateSummaryConfig {
    pub treat_unrecognized_resource_types_as_warnings: Option<bool>,
}

impl Shape for TemplateSummaryConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            treat_unrecognized_resource_types_as_warnings: members
                .take("TreatUnrecognizedResourceTypesAsWarnings")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "TreatUnrecognizedResourceTypesAsWarnings",
            self.treat_unrecognized_resource_types_as_warnings,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStackInput {
    pub stack_name: String,
    pub template_body: Option<String>,
    pub template_url: Option<String>,
    pub use_previous_template: Option<bool>,
    pub stack_policy_during_update_body: Option<String>,
    pub stack_policy_during_update_url: Option<String>,
    pub parameters: Option<Vec<Parameter>>,
    pub capabilities: Option<Vec<String>>,
    pub resource_types: Option<Vec<String>>,
    pub role_arn: Option<String>,
    pub rollback_configuration: Option<RollbackConfiguration>,
    pub stack_policy_body: Option<String>,
    pub stack_policy_url: Option<String>,
    pub notification_ar_ns: Option<Vec<String>>,
    pub tags: Option<Vec<Tag>>,
    pub disable_rollback: Option<bool>,
    pub client_request_token: Option<String>,
    pub retain_except_on_create: Option<bool>,
    pub deployment_config: Option<DeploymentConfig>,
    pub disable_validation: Option<bool>,
}

impl Shape for UpdateStackInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_name: members.take("StackName")?,
            template_body: members.take("TemplateBody")?,
            template_url: members.take("TemplateURL")?,
            use_previous_template: members.take("UsePreviousTemplate")?,
            stack_policy_during_update_body: members.take("StackPolicyDuringUpdateBody")?,
            stack_policy_during_update_url: members.take("StackPolicyDuringUpdateURL")?,
            parameters: members.take("Parameters")?,
            capabilities: members.take("Capabilities")?,
            resource_types: members.take("ResourceTypes")?,
            role_arn: members.take("RoleARN")?,
            rollback_configuration: members.take("RollbackConfiguration")?,
            stack_policy_body: members.take("StackPolicyBody")?,
            stack_policy_url: members.take("StackPolicyURL")?,
            notification_ar_ns: members.take("NotificationARNs")?,
            tags: members.take("Tags")?,
            disable_rollback: members.take("DisableRollback")?,
            client_request_token: members.take("ClientRequestToken")?,
            retain_except_on_create: members.take("RetainExceptOnCreate")?,
            deployment_config: members.take("DeploymentConfig")?,
            disable_validation: members.take("DisableValidation")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackName", self.stack_name);
        members.put("TemplateBody", self.template_body);
        members.put("TemplateURL", self.template_url);
        members.put("UsePreviousTemplate", self.use_previous_template);
        members.put(
            "StackPolicyDuringUpdateBody",
            self.stack_policy_during_update_body,
        );
        members.put(
            "StackPolicyDuringUpdateURL",
            self.stack_policy_during_update_url,
        );
        members.put("Parameters", self.parameters);
        members.put("Capabilities", self.capabilities);
        members.put("ResourceTypes", self.resource_types);
        members.put("RoleARN", self.role_arn);
        members.put("RollbackConfiguration", self.rollback_configuration);
        members.put("StackPolicyBody", self.stack_policy_body);
        members.put("StackPolicyURL", self.stack_policy_url);
        members.put("NotificationARNs", self.notification_ar_ns);
        members.put("Tags", self.tags);
        members.put("DisableRollback", self.disable_rollback);
        members.put("ClientRequestToken", self.client_request_token);
        members.put("RetainExceptOnCreate", self.retain_except_on_create);
        members.put("DeploymentConfig", self.deployment_config);
        members.put("DisableValidation", self.disable_validation);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStackOutput {
    pub stack_id: Option<String>,
    pub operation_id: Option<String>,
}

impl Shape for UpdateStackOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_id: members.take("StackId")?,
            operation_id: members.take("OperationId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackId", self.stack_id);
        members.put("OperationId", self.operation_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTerminationProtectionInput {
    pub enable_termination_protection: bool,
    pub stack_name: String,
}

impl Shape for UpdateTerminationProtectionInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            enable_termination_protection: members.take("EnableTerminationProtection")?,
            stack_name: members.take("StackName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "EnableTerminationProtection",
            self.enable_termination_protection,
        );
        members.put("StackName", self.stack_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateTerminationProtectionOutput {
    pub stack_id: Option<String>,
}

impl Shape for UpdateTerminationProtectionOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            stack_id: members.take("StackId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("StackId", self.stack_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValidateTemplateInput {
    pub template_body: Option<String>,
    pub template_url: Option<String>,
}

impl Shape for ValidateTemplateInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            template_body: members.take("TemplateBody")?,
            template_url: members.take("TemplateURL")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TemplateBody", self.template_body);
        members.put("TemplateURL", self.template_url);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValidateTemplateOutput {
    pub parameters: Option<Vec<TemplateParameter>>,
    pub description: Option<String>,
    pub capabilities: Option<Vec<String>>,
    pub capabilities_reason: Option<String>,
    pub declared_transforms: Option<Vec<String>>,
}

impl Shape for ValidateTemplateOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parameters: members.take("Parameters")?,
            description: members.take("Description")?,
            capabilities: members.take("Capabilities")?,
            capabilities_reason: members.take("CapabilitiesReason")?,
            declared_transforms: members.take("DeclaredTransforms")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Parameters", self.parameters);
        members.put("Description", self.description);
        members.put("Capabilities", self.capabilities);
        members.put("CapabilitiesReason", self.capabilities_reason);
        members.put("DeclaredTransforms", self.declared_transforms);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Warnings {
    pub unrecognized_resource_types: Option<Vec<String>>,
}

impl Shape for Warnings {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            unrecognized_resource_types: members.take("UnrecognizedResourceTypes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "UnrecognizedResourceTypes",
            self.unrecognized_resource_types,
        );
        Document::Members(members)
    }
}
