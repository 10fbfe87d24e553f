// Written by `cargo xtask codegen`. Do not edit.
//! The inputs and outputs of the implemented operations.

use super::schema;
use crate::masked::Masked;
use crate::{
    document::{Document, Members, Mismatch, Shape},
    operation::Operation,
    schema::OperationSchema,
};
use std::collections::BTreeMap;
use std::fmt;

#[derive(Clone, Copy, Debug)]
pub struct DeleteRule;

impl Operation for DeleteRule {
    type Input = DeleteRuleRequest;
    type Output = ();
    const NAME: &'static str = "DeleteRule";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_RULE;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeRule;

impl Operation for DescribeRule {
    type Input = DescribeRuleRequest;
    type Output = DescribeRuleResponse;
    const NAME: &'static str = "DescribeRule";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_RULE;
}

#[derive(Clone, Copy, Debug)]
pub struct DisableRule;

impl Operation for DisableRule {
    type Input = DisableRuleRequest;
    type Output = ();
    const NAME: &'static str = "DisableRule";
    const SCHEMA: &'static OperationSchema = &schema::DISABLE_RULE;
}

#[derive(Clone, Copy, Debug)]
pub struct EnableRule;

impl Operation for EnableRule {
    type Input = EnableRuleRequest;
    type Output = ();
    const NAME: &'static str = "EnableRule";
    const SCHEMA: &'static OperationSchema = &schema::ENABLE_RULE;
}

#[derive(Clone, Copy, Debug)]
pub struct ListRuleNamesByTarget;

impl Operation for ListRuleNamesByTarget {
    type Input = ListRuleNamesByTargetRequest;
    type Output = ListRuleNamesByTargetResponse;
    const NAME: &'static str = "ListRuleNamesByTarget";
    const SCHEMA: &'static OperationSchema = &schema::LIST_RULE_NAMES_BY_TARGET;
}

#[derive(Clone, Copy, Debug)]
pub struct ListRules;

impl Operation for ListRules {
    type Input = ListRulesRequest;
    type Output = ListRulesResponse;
    const NAME: &'static str = "ListRules";
    const SCHEMA: &'static OperationSchema = &schema::LIST_RULES;
}

#[derive(Clone, Copy, Debug)]
pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    type Input = ListTagsForResourceRequest;
    type Output = ListTagsForResourceResponse;
    const NAME: &'static str = "ListTagsForResource";
    const SCHEMA: &'static OperationSchema = &schema::LIST_TAGS_FOR_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct ListTargetsByRule;

impl Operation for ListTargetsByRule {
    type Input = ListTargetsByRuleRequest;
    type Output = ListTargetsByRuleResponse;
    const NAME: &'static str = "ListTargetsByRule";
    const SCHEMA: &'static OperationSchema = &schema::LIST_TARGETS_BY_RULE;
}

#[derive(Clone, Copy, Debug)]
pub struct PutRule;

impl Operation for PutRule {
    type Input = PutRuleRequest;
    type Output = PutRuleResponse;
    const NAME: &'static str = "PutRule";
    const SCHEMA: &'static OperationSchema = &schema::PUT_RULE;
}

#[derive(Clone, Copy, Debug)]
pub struct PutTargets;

impl Operation for PutTargets {
    type Input = PutTargetsRequest;
    type Output = PutTargetsResponse;
    const NAME: &'static str = "PutTargets";
    const SCHEMA: &'static OperationSchema = &schema::PUT_TARGETS;
}

#[derive(Clone, Copy, Debug)]
pub struct RemoveTargets;

impl Operation for RemoveTargets {
    type Input = RemoveTargetsRequest;
    type Output = RemoveTargetsResponse;
    const NAME: &'static str = "RemoveTargets";
    const SCHEMA: &'static OperationSchema = &schema::REMOVE_TARGETS;
}

#[derive(Clone, Copy, Debug)]
pub struct TagResource;

impl Operation for TagResource {
    type Input = TagResourceRequest;
    type Output = TagResourceResponse;
    const NAME: &'static str = "TagResource";
    const SCHEMA: &'static OperationSchema = &schema::TAG_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagResource;

impl Operation for UntagResource {
    type Input = UntagResourceRequest;
    type Output = UntagResourceResponse;
    const NAME: &'static str = "UntagResource";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_RESOURCE;
}

#[derive(Clone, Default, PartialEq)]
pub struct AppSyncParameters {
    pub graph_ql_operation: Option<String>,
}

impl fmt::Debug for AppSyncParameters {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AppSyncParameters")
            .field(
                "graph_ql_operation",
                &self.graph_ql_operation.as_ref().map(|_| Masked),
            )
            .finish()
    }
}

impl Shape for AppSyncParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            graph_ql_operation: members.take("GraphQLOperation")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("GraphQLOperation", self.graph_ql_operation);
        Document::Members(members)
    }
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
pub struct BatchArrayProperties {
    pub size: Option<i32>,
}

impl Shape for BatchArrayProperties {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            size: members.take("Size")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Size", self.size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchParameters {
    pub job_definition: String,
    pub job_name: String,
    pub array_properties: Option<BatchArrayProperties>,
    pub retry_strategy: Option<BatchRetryStrategy>,
}

impl Shape for BatchParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            job_definition: members.take("JobDefinition")?,
            job_name: members.take("JobName")?,
            array_properties: members.take("ArrayProperties")?,
            retry_strategy: members.take("RetryStrategy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("JobDefinition", self.job_definition);
        members.put("JobName", self.job_name);
        members.put("ArrayProperties", self.array_properties);
        members.put("RetryStrategy", self.retry_strategy);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchRetryStrategy {
    pub attempts: Option<i32>,
}

impl Shape for BatchRetryStrategy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            attempts: members.take("Attempts")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Attempts", self.attempts);
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
pub struct DeleteRuleRequest {
    pub name: String,
    pub event_bus_name: Option<String>,
    pub force: Option<bool>,
}

impl Shape for DeleteRuleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            event_bus_name: members.take("EventBusName")?,
            force: members.take("Force")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("EventBusName", self.event_bus_name);
        members.put("Force", self.force);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRuleRequest {
    pub name: String,
    pub event_bus_name: Option<String>,
}

impl Shape for DescribeRuleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            event_bus_name: members.take("EventBusName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("EventBusName", self.event_bus_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRuleResponse {
    pub name: Option<String>,
    pub arn: Option<String>,
    pub event_pattern: Option<String>,
    pub schedule_expression: Option<String>,
    pub state: Option<String>,
    pub description: Option<String>,
    pub role_arn: Option<String>,
    pub managed_by: Option<String>,
    pub event_bus_name: Option<String>,
    pub created_by: Option<String>,
}

impl Shape for DescribeRuleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            arn: members.take("Arn")?,
            event_pattern: members.take("EventPattern")?,
            schedule_expression: members.take("ScheduleExpression")?,
            state: members.take("State")?,
            description: members.take("Description")?,
            role_arn: members.take("RoleArn")?,
            managed_by: members.take("ManagedBy")?,
            event_bus_name: members.take("EventBusName")?,
            created_by: members.take("CreatedBy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("Arn", self.arn);
        members.put("EventPattern", self.event_pattern);
        members.put("ScheduleExpression", self.schedule_expression);
        members.put("State", self.state);
        members.put("Description", self.description);
        members.put("RoleArn", self.role_arn);
        members.put("ManagedBy", self.managed_by);
        members.put("EventBusName", self.event_bus_name);
        members.put("CreatedBy", self.created_by);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableRuleRequest {
    pub name: String,
    pub event_bus_name: Option<String>,
}

impl Shape for DisableRuleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            event_bus_name: members.take("EventBusName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("EventBusName", self.event_bus_name);
        Document::Members(members)
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
    pub tags: Option<Vec<Tag>>,
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
pub struct EnableRuleRequest {
    pub name: String,
    pub event_bus_name: Option<String>,
}

impl Shape for EnableRuleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            event_bus_name: members.take("EventBusName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("EventBusName", self.event_bus_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpParameters {
    pub path_parameter_values: Option<Vec<String>>,
    pub header_parameters: Option<BTreeMap<String, String>>,
    pub query_string_parameters: Option<BTreeMap<String, String>>,
}

impl Shape for HttpParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            path_parameter_values: members.take("PathParameterValues")?,
            header_parameters: members.take("HeaderParameters")?,
            query_string_parameters: members.take("QueryStringParameters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PathParameterValues", self.path_parameter_values);
        members.put("HeaderParameters", self.header_parameters);
        members.put("QueryStringParameters", self.query_string_parameters);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InputTransformer {
    pub input_paths_map: Option<BTreeMap<String, String>>,
    pub input_template: String,
}

impl Shape for InputTransformer {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            input_paths_map: members.take("InputPathsMap")?,
            input_template: members.take("InputTemplate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("InputPathsMap", self.input_paths_map);
        members.put("InputTemplate", self.input_template);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KinesisParameters {
    pub partition_key_path: String,
}

impl Shape for KinesisParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            partition_key_path: members.take("PartitionKeyPath")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PartitionKeyPath", self.partition_key_path);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRuleNamesByTargetRequest {
    pub target_arn: String,
    pub event_bus_name: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for ListRuleNamesByTargetRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            target_arn: members.take("TargetArn")?,
            event_bus_name: members.take("EventBusName")?,
            next_token: members.take("NextToken")?,
            limit: members.take("Limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TargetArn", self.target_arn);
        members.put("EventBusName", self.event_bus_name);
        members.put("NextToken", self.next_token);
        members.put("Limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRuleNamesByTargetResponse {
    pub rule_names: Option<Vec<String>>,
    pub next_token: Option<String>,
}

impl Shape for ListRuleNamesByTargetResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rule_names: members.take("RuleNames")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RuleNames", self.rule_names);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRulesRequest {
    pub name_prefix: Option<String>,
    pub event_bus_name: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for ListRulesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name_prefix: members.take("NamePrefix")?,
            event_bus_name: members.take("EventBusName")?,
            next_token: members.take("NextToken")?,
            limit: members.take("Limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NamePrefix", self.name_prefix);
        members.put("EventBusName", self.event_bus_name);
        members.put("NextToken", self.next_token);
        members.put("Limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRulesResponse {
    pub rules: Option<Vec<Rule>>,
    pub next_token: Option<String>,
}

impl Shape for ListRulesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rules: members.take("Rules")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Rules", self.rules);
        members.put("NextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceRequest {
    pub resource_arn: String,
}

impl Shape for ListTagsForResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("ResourceARN")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceARN", self.resource_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceResponse {
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ListTagsForResourceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTargetsByRuleRequest {
    pub rule: String,
    pub event_bus_name: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for ListTargetsByRuleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rule: members.take("Rule")?,
            event_bus_name: members.take("EventBusName")?,
            next_token: members.take("NextToken")?,
            limit: members.take("Limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Rule", self.rule);
        members.put("EventBusName", self.event_bus_name);
        members.put("NextToken", self.next_token);
        members.put("Limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTargetsByRuleResponse {
    pub targets: Option<Vec<Target>>,
    pub next_token: Option<String>,
}

impl Shape for ListTargetsByRuleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            targets: members.take("Targets")?,
            next_token: members.take("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Targets", self.targets);
        members.put("NextToken", self.next_token);
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
pub struct PutRuleRequest {
    pub name: String,
    pub schedule_expression: Option<String>,
    pub event_pattern: Option<String>,
    pub state: Option<String>,
    pub description: Option<String>,
    pub role_arn: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub event_bus_name: Option<String>,
}

impl Shape for PutRuleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            schedule_expression: members.take("ScheduleExpression")?,
            event_pattern: members.take("EventPattern")?,
            state: members.take("State")?,
            description: members.take("Description")?,
            role_arn: members.take("RoleArn")?,
            tags: members.take("Tags")?,
            event_bus_name: members.take("EventBusName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("ScheduleExpression", self.schedule_expression);
        members.put("EventPattern", self.event_pattern);
        members.put("State", self.state);
        members.put("Description", self.description);
        members.put("RoleArn", self.role_arn);
        members.put("Tags", self.tags);
        members.put("EventBusName", self.event_bus_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRuleResponse {
    pub rule_arn: Option<String>,
}

impl Shape for PutRuleResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rule_arn: members.take("RuleArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RuleArn", self.rule_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutTargetsRequest {
    pub rule: String,
    pub event_bus_name: Option<String>,
    pub targets: Vec<Target>,
}

impl Shape for PutTargetsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rule: members.take("Rule")?,
            event_bus_name: members.take("EventBusName")?,
            targets: members.take("Targets")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Rule", self.rule);
        members.put("EventBusName", self.event_bus_name);
        members.put("Targets", self.targets);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutTargetsResponse {
    pub failed_entry_count: Option<i32>,
    pub failed_entries: Option<Vec<PutTargetsResultEntry>>,
}

impl Shape for PutTargetsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            failed_entry_count: members.take("FailedEntryCount")?,
            failed_entries: members.take("FailedEntries")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FailedEntryCount", self.failed_entry_count);
        members.put("FailedEntries", self.failed_entries);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutTargetsResultEntry {
    pub target_id: Option<String>,
    pub error_code: Option<String>,
    pub error_message: Option<String>,
}

impl Shape for PutTargetsResultEntry {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            target_id: members.take("TargetId")?,
            error_code: members.take("ErrorCode")?,
            error_message: members.take("ErrorMessage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TargetId", self.target_id);
        members.put("ErrorCode", self.error_code);
        members.put("ErrorMessage", self.error_message);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct RedshiftDataParameters {
    pub secret_manager_arn: Option<String>,
    pub database: String,
    pub db_user: Option<String>,
    pub sql: Option<String>,
    pub statement_name: Option<String>,
    pub with_event: Option<bool>,
    pub sqls: Option<Vec<String>>,
}

impl fmt::Debug for RedshiftDataParameters {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RedshiftDataParameters")
            .field("secret_manager_arn", &self.secret_manager_arn)
            .field("database", &self.database)
            .field("db_user", &self.db_user)
            .field("sql", &self.sql.as_ref().map(|_| Masked))
            .field("statement_name", &self.statement_name)
            .field("with_event", &self.with_event)
            .field("sqls", &self.sqls.as_ref().map(|_| Masked))
            .finish()
    }
}

impl Shape for RedshiftDataParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            secret_manager_arn: members.take("SecretManagerArn")?,
            database: members.take("Database")?,
            db_user: members.take("DbUser")?,
            sql: members.take("Sql")?,
            statement_name: members.take("StatementName")?,
            with_event: members.take("WithEvent")?,
            sqls: members.take("Sqls")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SecretManagerArn", self.secret_manager_arn);
        members.put("Database", self.database);
        members.put("DbUser", self.db_user);
        members.put("Sql", self.sql);
        members.put("StatementName", self.statement_name);
        members.put("WithEvent", self.with_event);
        members.put("Sqls", self.sqls);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveTargetsRequest {
    pub rule: String,
    pub event_bus_name: Option<String>,
    pub ids: Vec<String>,
    pub force: Option<bool>,
}

impl Shape for RemoveTargetsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rule: members.take("Rule")?,
            event_bus_name: members.take("EventBusName")?,
            ids: members.take("Ids")?,
            force: members.take("Force")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Rule", self.rule);
        members.put("EventBusName", self.event_bus_name);
        members.put("Ids", self.ids);
        members.put("Force", self.force);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveTargetsResponse {
    pub failed_entry_count: Option<i32>,
    pub failed_entries: Option<Vec<RemoveTargetsResultEntry>>,
}

impl Shape for RemoveTargetsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            failed_entry_count: members.take("FailedEntryCount")?,
            failed_entries: members.take("FailedEntries")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FailedEntryCount", self.failed_entry_count);
        members.put("FailedEntries", self.failed_entries);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveTargetsResultEntry {
    pub target_id: Option<String>,
    pub error_code: Option<String>,
    pub error_message: Option<String>,
}

impl Shape for RemoveTargetsResultEntry {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            target_id: members.take("TargetId")?,
            error_code: members.take("ErrorCode")?,
            error_message: members.take("ErrorMessage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TargetId", self.target_id);
        members.put("ErrorCode", self.error_code);
        members.put("ErrorMessage", self.error_message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RetryPolicy {
    pub maximum_retry_attempts: Option<i32>,
    pub maximum_event_age_in_seconds: Option<i32>,
}

impl Shape for RetryPolicy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            maximum_retry_attempts: members.take("MaximumRetryAttempts")?,
            maximum_event_age_in_seconds: members.take("MaximumEventAgeInSeconds")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MaximumRetryAttempts", self.maximum_retry_attempts);
        members.put(
            "MaximumEventAgeInSeconds",
            self.maximum_event_age_in_seconds,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rule {
    pub name: Option<String>,
    pub arn: Option<String>,
    pub event_pattern: Option<String>,
    pub state: Option<String>,
    pub description: Option<String>,
    pub schedule_expression: Option<String>,
    pub role_arn: Option<String>,
    pub managed_by: Option<String>,
    pub event_bus_name: Option<String>,
}

impl Shape for Rule {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            arn: members.take("Arn")?,
            event_pattern: members.take("EventPattern")?,
            state: members.take("State")?,
            description: members.take("Description")?,
            schedule_expression: members.take("ScheduleExpression")?,
            role_arn: members.take("RoleArn")?,
            managed_by: members.take("ManagedBy")?,
            event_bus_name: members.take("EventBusName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("Arn", self.arn);
        members.put("EventPattern", self.event_pattern);
        members.put("State", self.state);
        members.put("Description", self.description);
        members.put("ScheduleExpression", self.schedule_expression);
        members.put("RoleArn", self.role_arn);
        members.put("ManagedBy", self.managed_by);
        members.put("EventBusName", self.event_bus_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunCommandParameters {
    pub run_command_targets: Vec<RunCommandTarget>,
}

impl Shape for RunCommandParameters {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            run_command_targets: members.take("RunCommandTargets")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RunCommandTargets", self.run_command_targets);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunCommandTarget {
    pub key: String,
    pub values: Vec<String>,
}

impl Shape for RunCommandTarget {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
            values: members.take("Values")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        members.put("Values", self.values);
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
pub struct TagResourceRequest {
    pub resource_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("ResourceARN")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceARN", self.resource_arn);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceResponse {}

impl Shape for TagResourceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    pub id: String,
    pub arn: String,
    pub role_arn: Option<String>,
    pub input: Option<String>,
    pub input_path: Option<String>,
    pub input_transformer: Option<InputTransformer>,
    pub kinesis_parameters: Option<KinesisParameters>,
    pub run_command_parameters: Option<RunCommandParameters>,
    pub ecs_parameters: Option<EcsParameters>,
    pub batch_parameters: Option<BatchParameters>,
    pub sqs_parameters: Option<SqsParameters>,
    pub http_parameters: Option<HttpParameters>,
    pub redshift_data_parameters: Option<RedshiftDataParameters>,
    pub sage_maker_pipeline_parameters: Option<SageMakerPipelineParameters>,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub retry_policy: Option<RetryPolicy>,
    pub app_sync_parameters: Option<AppSyncParameters>,
}

impl Shape for Target {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("Id")?,
            arn: members.take("Arn")?,
            role_arn: members.take("RoleArn")?,
            input: members.take("Input")?,
            input_path: members.take("InputPath")?,
            input_transformer: members.take("InputTransformer")?,
            kinesis_parameters: members.take("KinesisParameters")?,
            run_command_parameters: members.take("RunCommandParameters")?,
            ecs_parameters: members.take("EcsParameters")?,
            batch_parameters: members.take("BatchParameters")?,
            sqs_parameters: members.take("SqsParameters")?,
            http_parameters: members.take("HttpParameters")?,
            redshift_data_parameters: members.take("RedshiftDataParameters")?,
            sage_maker_pipeline_parameters: members.take("SageMakerPipelineParameters")?,
            dead_letter_config: members.take("DeadLetterConfig")?,
            retry_policy: members.take("RetryPolicy")?,
            app_sync_parameters: members.take("AppSyncParameters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Id", self.id);
        members.put("Arn", self.arn);
        members.put("RoleArn", self.role_arn);
        members.put("Input", self.input);
        members.put("InputPath", self.input_path);
        members.put("InputTransformer", self.input_transformer);
        members.put("KinesisParameters", self.kinesis_parameters);
        members.put("RunCommandParameters", self.run_command_parameters);
        members.put("EcsParameters", self.ecs_parameters);
        members.put("BatchParameters", self.batch_parameters);
        members.put("SqsParameters", self.sqs_parameters);
        members.put("HttpParameters", self.http_parameters);
        members.put("RedshiftDataParameters", self.redshift_data_parameters);
        members.put(
            "SageMakerPipelineParameters",
            self.sage_maker_pipeline_parameters,
        );
        members.put("DeadLetterConfig", self.dead_letter_config);
        members.put("RetryPolicy", self.retry_policy);
        members.put("AppSyncParameters", self.app_sync_parameters);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceRequest {
    pub resource_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("ResourceARN")?,
            tag_keys: members.take("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ResourceARN", self.resource_arn);
        members.put("TagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceResponse {}

impl Shape for UntagResourceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}
