// Written by `cargo xtask codegen`. Do not edit.
//! The inputs and outputs of the implemented operations.

use super::schema;
use crate::timestamp::Timestamp;
use crate::{
    document::{Document, Members, Mismatch, Shape},
    operation::Operation,
    schema::OperationSchema,
};

#[derive(Clone, Copy, Debug)]
pub struct CreateStack;

impl Operation for CreateStack {
    type Input = CreateStackInput;
    type Output = CreateStackOutput;
    const NAME: &'static str = "CreateStack";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_STACK;
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
pub struct GetTemplate;

impl Operation for GetTemplate {
    type Input = GetTemplateInput;
    type Output = GetTemplateOutput;
    const NAME: &'static str = "GetTemplate";
    const SCHEMA: &'static OperationSchema = &schema::GET_TEMPLATE;
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
pub struct ValidateTemplate;

impl Operation for ValidateTemplate {
    type Input = ValidateTemplateInput;
    type Output = ValidateTemplateOutput;
    const NAME: &'static str = "ValidateTemplate";
    const SCHEMA: &'static OperationSchema = &schema::VALIDATE_TEMPLATE;
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
