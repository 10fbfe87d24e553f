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
pub struct CreateSchedule;

impl Operation for CreateSchedule {
    type Input = CreateScheduleInput;
    type Output = CreateScheduleOutput;
    const NAME: &'static str = "CreateSchedule";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_SCHEDULE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteSchedule;

impl Operation for DeleteSchedule {
    type Input = DeleteScheduleInput;
    type Output = DeleteScheduleOutput;
    const NAME: &'static str = "DeleteSchedule";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_SCHEDULE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetSchedule;

impl Operation for GetSchedule {
    type Input = GetScheduleInput;
    type Output = GetScheduleOutput;
    const NAME: &'static str = "GetSchedule";
    const SCHEMA: &'static OperationSchema = &schema::GET_SCHEDULE;
}

#[derive(Clone, Copy, Debug)]
pub struct ListSchedules;

impl Operation for ListSchedules {
    type Input = ListSchedulesInput;
    type Output = ListSchedulesOutput;
    const NAME: &'static str = "ListSchedules";
    const SCHEMA: &'static OperationSchema = &schema::LIST_SCHEDULES;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateSchedule;

impl Operation for UpdateSchedule {
    type Input = UpdateScheduleInput;
    type Output = UpdateScheduleOutput;
    const NAME: &'static str = "UpdateSchedule";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_SCHEDULE;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AwsVpcConfiguration {
    pub subnets: Vec<String>,
    pub security_groups: Option<Vec<String>>,
    pub assign_public_ip: Option<String>,
}

impl Shape for AwsVpcConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            subnets: members.take("Subnets")?,
            security_groups: members.take("SecurityGroups")?,
            assign_public_ip: members.take("AssignPublicIp")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Subnets", self.subnets);
        members.put("SecurityGroups", self.security_groups);
        members.put("AssignPublicIp", self.assign_public_ip);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityProviderStrategyItem {
    pub capacity_provider: String,
    pub weight: Option<i32>,
    pub base: Option<i32>,
}

impl Shape for CapacityProviderStrategyItem {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            capacity_provider: members.take("capacityProvider")?,
            weight: members.take("weight")?,
            base: members.take("base")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("capacityProvider", self.capacity_provider);
        members.put("weight", self.weight);
        members.put("base", self.base);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateScheduleInput {
    pub name: String,
    pub group_name: Option<String>,
    pub schedule_expression: String,
    pub start_date: Option<Timestamp>,
    pub end_date: Option<Timestamp>,
    pub description: Option<String>,
    pub schedule_expression_timezone: Option<String>,
    pub state: Option<String>,
    pub kms_key_arn: Option<String>,
    pub target: Target,
    pub flexible_time_window: FlexibleTimeWindow,
    pub client_token: Option<String>,
    pub action_after_completion: Option<String>,
}

impl Shape for CreateScheduleInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            group_name: members.take("GroupName")?,
            schedule_expression: members.take("ScheduleExpression")?,
            start_date: members.take("StartDate")?,
            end_date: members.take("EndDate")?,
            description: members.take("Description")?,
            schedule_expression_timezone: members.take("ScheduleExpressionTimezone")?,
            state: members.take("State")?,
            kms_key_arn: members.take("KmsKeyArn")?,
            target: members.take("Target")?,
            flexible_time_window: members.take("FlexibleTimeWindow")?,
            client_token: members.take("ClientToken")?,
            action_after_completion: members.take("ActionAfterCompletion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("GroupName", self.group_name);
        members.put("ScheduleExpression", self.schedule_expression);
        members.put("StartDate", self.start_date);
        members.put("EndDate", self.end_date);
        members.put("Description", self.description);
        members.put(
            "ScheduleExpressionTimezone",
            self.schedule_expression_timezone,
        );
        members.put("State", self.state);
        members.put("KmsKeyArn", self.kms_key_arn);
        members.put("Target", self.target);
        members.put("FlexibleTimeWindow", self.flexible_time_window);
        members.put("ClientToken", self.client_token);
        members.put("ActionAfterCompletion", self.action_after_completion);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateScheduleOutput {
    pub schedule_arn: Option<String>,
}

impl Shape for CreateScheduleOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            schedule_arn: members.take("ScheduleArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ScheduleArn", self.schedule_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeadLetterConfig {
    pub arn: Option<String>,
}

impl Shape for DeadLetterConfig {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteScheduleInput {
    pub name: String,
    pub group_name: Option<String>,
    pub client_token: Option<String>,
}

impl Shape for DeleteScheduleInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            group_name: members.take("GroupName")?,
            client_token: members.take("ClientToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("GroupName", self.group_name);
        members.put("ClientToken", self.client_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteScheduleOutput {}

impl Shape for DeleteScheduleOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EcsParameters {
    pub task_definition_arn: String,
    pub task_count: Option<i32>,
    pub launch_type: Option<String>,
    pub network_configuration: Option<NetworkConfiguration>,
    pub platform_version: Option<String>,
    pub group: Option<String>,
    pub capacity_provider_strategy: Option<Vec<CapacityProviderStrategyItem>>,
    pub enable_ecs_managed_tags: Option<bool>,
    pub enable_execute_command: Option<bool>,
    pub placement_constraints: Option<Vec<PlacementConstraint>>,
    pub placement_strategy: Option<Vec<PlacementStrategy>>,
    pub propagate_tags: Option<String>,
    pub reference_id: Option<String>,
    pub tags: Option<Vec<BTreeMap<String, String>>>,
}

impl Shape for EcsParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            task_definition_arn: members.take("TaskDefinitionArn")?,
            task_count: members.take("TaskCount")?,
            launch_type: members.take("LaunchType")?,
            network_configuration: members.take("NetworkConfiguration")?,
            platform_version: members.take("PlatformVersion")?,
            group: members.take("Group")?,
            capacity_provider_strategy: members.take("CapacityProviderStrategy")?,
            enable_ecs_managed_tags: members.take("EnableECSManagedTags")?,
            enable_execute_command: members.take("EnableExecuteCommand")?,
            placement_constraints: members.take("PlacementConstraints")?,
            placement_strategy: members.take("PlacementStrategy")?,
            propagate_tags: members.take("PropagateTags")?,
            reference_id: members.take("ReferenceId")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TaskDefinitionArn", self.task_definition_arn);
        members.put("TaskCount", self.task_count);
        members.put("LaunchType", self.launch_type);
        members.put("NetworkConfiguration", self.network_configuration);
        members.put("PlatformVersion", self.platform_version);
        members.put("Group", self.group);
        members.put("CapacityProviderStrategy", self.capacity_provider_strategy);
        members.put("EnableECSManagedTags", self.enable_ecs_managed_tags);
        members.put("EnableExecuteCommand", self.enable_execute_command);
        members.put("PlacementConstraints", self.placement_constraints);
        members.put("PlacementStrategy", self.placement_strategy);
        members.put("PropagateTags", self.propagate_tags);
        members.put("ReferenceId", self.reference_id);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventBridgeParameters {
    pub detail_type: String,
    pub source: String,
}

impl Shape for EventBridgeParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            detail_type: members.take("DetailType")?,
            source: members.take("Source")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DetailType", self.detail_type);
        members.put("Source", self.source);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventBridgePutEventsV2Parameters {
    pub detail_type: String,
    pub source: String,
}

impl Shape for EventBridgePutEventsV2Parameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            detail_type: members.take("DetailType")?,
            source: members.take("Source")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DetailType", self.detail_type);
        members.put("Source", self.source);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventBridgePutRawEventsParameters {
    pub metadata: Option<BTreeMap<String, String>>,
}

impl Shape for EventBridgePutRawEventsParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            metadata: members.take("Metadata")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Metadata", self.metadata);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlexibleTimeWindow {
    pub mode: String,
    pub maximum_window_in_minutes: Option<i32>,
}

impl Shape for FlexibleTimeWindow {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            mode: members.take("Mode")?,
            maximum_window_in_minutes: members.take("MaximumWindowInMinutes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Mode", self.mode);
        members.put("MaximumWindowInMinutes", self.maximum_window_in_minutes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetScheduleInput {
    pub name: String,
    pub group_name: Option<String>,
}

impl Shape for GetScheduleInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            group_name: members.take("GroupName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("GroupName", self.group_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetScheduleOutput {
    pub arn: Option<String>,
    pub group_name: Option<String>,
    pub name: Option<String>,
    pub schedule_expression: Option<String>,
    pub start_date: Option<Timestamp>,
    pub end_date: Option<Timestamp>,
    pub description: Option<String>,
    pub schedule_expression_timezone: Option<String>,
    pub state: Option<String>,
    pub creation_date: Option<Timestamp>,
    pub last_modification_date: Option<Timestamp>,
    pub kms_key_arn: Option<String>,
    pub target: Option<Target>,
    pub flexible_time_window: Option<FlexibleTimeWindow>,
    pub action_after_completion: Option<String>,
}

impl Shape for GetScheduleOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
            group_name: members.take("GroupName")?,
            name: members.take("Name")?,
            schedule_expression: members.take("ScheduleExpression")?,
            start_date: members.take("StartDate")?,
            end_date: members.take("EndDate")?,
            description: members.take("Description")?,
            schedule_expression_timezone: members.take("ScheduleExpressionTimezone")?,
            state: members.take("State")?,
            creation_date: members.take("CreationDate")?,
            last_modification_date: members.take("LastModificationDate")?,
            kms_key_arn: members.take("KmsKeyArn")?,
            target: members.take("Target")?,
            flexible_time_window: members.take("FlexibleTimeWindow")?,
            action_after_completion: members.take("ActionAfterCompletion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        members.put("GroupName", self.group_name);
        members.put("Name", self.name);
        members.put("ScheduleExpression", self.schedule_expression);
        members.put("StartDate", self.start_date);
        members.put("EndDate", self.end_date);
        members.put("Description", self.description);
        members.put(
            "ScheduleExpressionTimezone",
            self.schedule_expression_timezone,
        );
        members.put("State", self.state);
        members.put("CreationDate", self.creation_date);
        members.put("LastModificationDate", self.last_modification_date);
        members.put("KmsKeyArn", self.kms_key_arn);
        members.put("Target", self.target);
        members.put("FlexibleTimeWindow", self.flexible_time_window);
        members.put("ActionAfterCompletion", self.action_after_completion);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KinesisParameters {
    pub partition_key: String,
}

impl Shape for KinesisParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            partition_key: members.take("PartitionKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PartitionKey", self.partition_key);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSchedulesInput {
    pub group_name: Option<String>,
    pub name_prefix: Option<String>,
    pub state: Option<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i32>,
}

impl Shape for ListSchedulesInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            group_name: members.take("GroupName")?,
            name_prefix: members.take("NamePrefix")?,
            state: members.take("State")?,
            next_token: members.take("NextToken")?,
            max_results: members.take("MaxResults")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GroupName", self.group_name);
        members.put("NamePrefix", self.name_prefix);
        members.put("State", self.state);
        members.put("NextToken", self.next_token);
        members.put("MaxResults", self.max_results);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSchedulesOutput {
    pub next_token: Option<String>,
    pub schedules: Option<Vec<ScheduleSummary>>,
}

impl Shape for ListSchedulesOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_token: members.take("NextToken")?,
            schedules: members.take("Schedules")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NextToken", self.next_token);
        members.put("Schedules", self.schedules);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkConfiguration {
    pub awsvpc_configuration: Option<AwsVpcConfiguration>,
}

impl Shape for NetworkConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            awsvpc_configuration: members.take("awsvpcConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("awsvpcConfiguration", self.awsvpc_configuration);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacementConstraint {
    pub type_: Option<String>,
    pub expression: Option<String>,
}

impl Shape for PlacementConstraint {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            type_: members.take("type")?,
            expression: members.take("expression")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("type", self.type_);
        members.put("expression", self.expression);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacementStrategy {
    pub type_: Option<String>,
    pub field: Option<String>,
}

impl Shape for PlacementStrategy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            type_: members.take("type")?,
            field: members.take("field")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("type", self.type_);
        members.put("field", self.field);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RetryPolicy {
    pub maximum_event_age_in_seconds: Option<i32>,
    pub maximum_retry_attempts: Option<i32>,
}

impl Shape for RetryPolicy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            maximum_event_age_in_seconds: members.take("MaximumEventAgeInSeconds")?,
            maximum_retry_attempts: members.take("MaximumRetryAttempts")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "MaximumEventAgeInSeconds",
            self.maximum_event_age_in_seconds,
        );
        members.put("MaximumRetryAttempts", self.maximum_retry_attempts);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SageMakerPipelineParameter {
    pub name: String,
    pub value: String,
}

impl Shape for SageMakerPipelineParameter {
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
pub struct SageMakerPipelineParameters {
    pub pipeline_parameter_list: Option<Vec<SageMakerPipelineParameter>>,
}

impl Shape for SageMakerPipelineParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            pipeline_parameter_list: members.take("PipelineParameterList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PipelineParameterList", self.pipeline_parameter_list);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScheduleSummary {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub group_name: Option<String>,
    pub state: Option<String>,
    pub creation_date: Option<Timestamp>,
    pub last_modification_date: Option<Timestamp>,
    pub target: Option<TargetSummary>,
}

impl Shape for ScheduleSummary {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
            name: members.take("Name")?,
            group_name: members.take("GroupName")?,
            state: members.take("State")?,
            creation_date: members.take("CreationDate")?,
            last_modification_date: members.take("LastModificationDate")?,
            target: members.take("Target")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        members.put("Name", self.name);
        members.put("GroupName", self.group_name);
        members.put("State", self.state);
        members.put("CreationDate", self.creation_date);
        members.put("LastModificationDate", self.last_modification_date);
        members.put("Target", self.target);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SqsParameters {
    pub message_group_id: Option<String>,
}

impl Shape for SqsParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            message_group_id: members.take("MessageGroupId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MessageGroupId", self.message_group_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    pub arn: String,
    pub role_arn: String,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub retry_policy: Option<RetryPolicy>,
    pub input: Option<String>,
    pub ecs_parameters: Option<EcsParameters>,
    pub event_bridge_parameters: Option<EventBridgeParameters>,
    pub event_bridge_put_events_v2_parameters: Option<EventBridgePutEventsV2Parameters>,
    pub event_bridge_put_raw_events_parameters: Option<EventBridgePutRawEventsParameters>,
    pub kinesis_parameters: Option<KinesisParameters>,
    pub sage_maker_pipeline_parameters: Option<SageMakerPipelineParameters>,
    pub sqs_parameters: Option<SqsParameters>,
}

impl Shape for Target {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
            role_arn: members.take("RoleArn")?,
            dead_letter_config: members.take("DeadLetterConfig")?,
            retry_policy: members.take("RetryPolicy")?,
            input: members.take("Input")?,
            ecs_parameters: members.take("EcsParameters")?,
            event_bridge_parameters: members.take("EventBridgeParameters")?,
            event_bridge_put_events_v2_parameters: members
                .take("EventBridgePutEventsV2Parameters")?,
            event_bridge_put_raw_events_parameters: members
                .take("EventBridgePutRawEventsParameters")?,
            kinesis_parameters: members.take("KinesisParameters")?,
            sage_maker_pipeline_parameters: members.take("SageMakerPipelineParameters")?,
            sqs_parameters: members.take("SqsParameters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        members.put("RoleArn", self.role_arn);
        members.put("DeadLetterConfig", self.dead_letter_config);
        members.put("RetryPolicy", self.retry_policy);
        members.put("Input", self.input);
        members.put("EcsParameters", self.ecs_parameters);
        members.put("EventBridgeParameters", self.event_bridge_parameters);
        members.put(
            "EventBridgePutEventsV2Parameters",
            self.event_bridge_put_events_v2_parameters,
        );
        members.put(
            "EventBridgePutRawEventsParameters",
            self.event_bridge_put_raw_events_parameters,
        );
        members.put("KinesisParameters", self.kinesis_parameters);
        members.put(
            "SageMakerPipelineParameters",
            self.sage_maker_pipeline_parameters,
        );
        members.put("SqsParameters", self.sqs_parameters);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetSummary {
    pub arn: String,
}

impl Shape for TargetSummary {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            arn: members.take("Arn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Arn", self.arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateScheduleInput {
    pub name: String,
    pub group_name: Option<String>,
    pub schedule_expression: String,
    pub start_date: Option<Timestamp>,
    pub end_date: Option<Timestamp>,
    pub description: Option<String>,
    pub schedule_expression_timezone: Option<String>,
    pub state: Option<String>,
    pub kms_key_arn: Option<String>,
    pub target: Target,
    pub flexible_time_window: FlexibleTimeWindow,
    pub client_token: Option<String>,
    pub action_after_completion: Option<String>,
}

impl Shape for UpdateScheduleInput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            group_name: members.take("GroupName")?,
            schedule_expression: members.take("ScheduleExpression")?,
            start_date: members.take("StartDate")?,
            end_date: members.take("EndDate")?,
            description: members.take("Description")?,
            schedule_expression_timezone: members.take("ScheduleExpressionTimezone")?,
            state: members.take("State")?,
            kms_key_arn: members.take("KmsKeyArn")?,
            target: members.take("Target")?,
            flexible_time_window: members.take("FlexibleTimeWindow")?,
            client_token: members.take("ClientToken")?,
            action_after_completion: members.take("ActionAfterCompletion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("GroupName", self.group_name);
        members.put("ScheduleExpression", self.schedule_expression);
        members.put("StartDate", self.start_date);
        members.put("EndDate", self.end_date);
        members.put("Description", self.description);
        members.put(
            "ScheduleExpressionTimezone",
            self.schedule_expression_timezone,
        );
        members.put("State", self.state);
        members.put("KmsKeyArn", self.kms_key_arn);
        members.put("Target", self.target);
        members.put("FlexibleTimeWindow", self.flexible_time_window);
        members.put("ClientToken", self.client_token);
        members.put("ActionAfterCompletion", self.action_after_completion);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateScheduleOutput {
    pub schedule_arn: Option<String>,
}

impl Shape for UpdateScheduleOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            schedule_arn: members.take("ScheduleArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ScheduleArn", self.schedule_arn);
        Document::Members(members)
    }
}
