// Written by `cargo xtask codegen`. Do not edit.
//! The inputs and outputs of the implemented operations.

use super::schema;
use crate::{
    document::{Document, Members, Mismatch, Shape},
    operation::Operation,
    schema::OperationSchema,
};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug)]
pub struct CancelExportTask;

impl Operation for CancelExportTask {
    type Input = CancelExportTaskRequest;
    type Output = ();
    const NAME: &'static str = "CancelExportTask";
    const SCHEMA: &'static OperationSchema = &schema::CANCEL_EXPORT_TASK;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateDelivery;

impl Operation for CreateDelivery {
    type Input = CreateDeliveryRequest;
    type Output = CreateDeliveryResponse;
    const NAME: &'static str = "CreateDelivery";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_DELIVERY;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateExportTask;

impl Operation for CreateExportTask {
    type Input = CreateExportTaskRequest;
    type Output = CreateExportTaskResponse;
    const NAME: &'static str = "CreateExportTask";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_EXPORT_TASK;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateLogGroup;

impl Operation for CreateLogGroup {
    type Input = CreateLogGroupRequest;
    type Output = ();
    const NAME: &'static str = "CreateLogGroup";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_LOG_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateLogStream;

impl Operation for CreateLogStream {
    type Input = CreateLogStreamRequest;
    type Output = ();
    const NAME: &'static str = "CreateLogStream";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_LOG_STREAM;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDelivery;

impl Operation for DeleteDelivery {
    type Input = DeleteDeliveryRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDelivery";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DELIVERY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDeliveryDestination;

impl Operation for DeleteDeliveryDestination {
    type Input = DeleteDeliveryDestinationRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDeliveryDestination";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DELIVERY_DESTINATION;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDeliveryDestinationPolicy;

impl Operation for DeleteDeliveryDestinationPolicy {
    type Input = DeleteDeliveryDestinationPolicyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDeliveryDestinationPolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DELIVERY_DESTINATION_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDeliverySource;

impl Operation for DeleteDeliverySource {
    type Input = DeleteDeliverySourceRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDeliverySource";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DELIVERY_SOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteDestination;

impl Operation for DeleteDestination {
    type Input = DeleteDestinationRequest;
    type Output = ();
    const NAME: &'static str = "DeleteDestination";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_DESTINATION;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteLogGroup;

impl Operation for DeleteLogGroup {
    type Input = DeleteLogGroupRequest;
    type Output = ();
    const NAME: &'static str = "DeleteLogGroup";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_LOG_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteLogStream;

impl Operation for DeleteLogStream {
    type Input = DeleteLogStreamRequest;
    type Output = ();
    const NAME: &'static str = "DeleteLogStream";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_LOG_STREAM;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteMetricFilter;

impl Operation for DeleteMetricFilter {
    type Input = DeleteMetricFilterRequest;
    type Output = ();
    const NAME: &'static str = "DeleteMetricFilter";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_METRIC_FILTER;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteQueryDefinition;

impl Operation for DeleteQueryDefinition {
    type Input = DeleteQueryDefinitionRequest;
    type Output = DeleteQueryDefinitionResponse;
    const NAME: &'static str = "DeleteQueryDefinition";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_QUERY_DEFINITION;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteResourcePolicy;

impl Operation for DeleteResourcePolicy {
    type Input = DeleteResourcePolicyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteResourcePolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_RESOURCE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteRetentionPolicy;

impl Operation for DeleteRetentionPolicy {
    type Input = DeleteRetentionPolicyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteRetentionPolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_RETENTION_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteSubscriptionFilter;

impl Operation for DeleteSubscriptionFilter {
    type Input = DeleteSubscriptionFilterRequest;
    type Output = ();
    const NAME: &'static str = "DeleteSubscriptionFilter";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_SUBSCRIPTION_FILTER;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeDeliveries;

impl Operation for DescribeDeliveries {
    type Input = DescribeDeliveriesRequest;
    type Output = DescribeDeliveriesResponse;
    const NAME: &'static str = "DescribeDeliveries";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_DELIVERIES;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeDeliveryDestinations;

impl Operation for DescribeDeliveryDestinations {
    type Input = DescribeDeliveryDestinationsRequest;
    type Output = DescribeDeliveryDestinationsResponse;
    const NAME: &'static str = "DescribeDeliveryDestinations";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_DELIVERY_DESTINATIONS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeDeliverySources;

impl Operation for DescribeDeliverySources {
    type Input = DescribeDeliverySourcesRequest;
    type Output = DescribeDeliverySourcesResponse;
    const NAME: &'static str = "DescribeDeliverySources";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_DELIVERY_SOURCES;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeDestinations;

impl Operation for DescribeDestinations {
    type Input = DescribeDestinationsRequest;
    type Output = DescribeDestinationsResponse;
    const NAME: &'static str = "DescribeDestinations";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_DESTINATIONS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeExportTasks;

impl Operation for DescribeExportTasks {
    type Input = DescribeExportTasksRequest;
    type Output = DescribeExportTasksResponse;
    const NAME: &'static str = "DescribeExportTasks";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_EXPORT_TASKS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeLogGroups;

impl Operation for DescribeLogGroups {
    type Input = DescribeLogGroupsRequest;
    type Output = DescribeLogGroupsResponse;
    const NAME: &'static str = "DescribeLogGroups";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_LOG_GROUPS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeLogStreams;

impl Operation for DescribeLogStreams {
    type Input = DescribeLogStreamsRequest;
    type Output = DescribeLogStreamsResponse;
    const NAME: &'static str = "DescribeLogStreams";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_LOG_STREAMS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeMetricFilters;

impl Operation for DescribeMetricFilters {
    type Input = DescribeMetricFiltersRequest;
    type Output = DescribeMetricFiltersResponse;
    const NAME: &'static str = "DescribeMetricFilters";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_METRIC_FILTERS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeQueries;

impl Operation for DescribeQueries {
    type Input = DescribeQueriesRequest;
    type Output = DescribeQueriesResponse;
    const NAME: &'static str = "DescribeQueries";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_QUERIES;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeQueryDefinitions;

impl Operation for DescribeQueryDefinitions {
    type Input = DescribeQueryDefinitionsRequest;
    type Output = DescribeQueryDefinitionsResponse;
    const NAME: &'static str = "DescribeQueryDefinitions";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_QUERY_DEFINITIONS;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeResourcePolicies;

impl Operation for DescribeResourcePolicies {
    type Input = DescribeResourcePoliciesRequest;
    type Output = DescribeResourcePoliciesResponse;
    const NAME: &'static str = "DescribeResourcePolicies";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_RESOURCE_POLICIES;
}

#[derive(Clone, Copy, Debug)]
pub struct DescribeSubscriptionFilters;

impl Operation for DescribeSubscriptionFilters {
    type Input = DescribeSubscriptionFiltersRequest;
    type Output = DescribeSubscriptionFiltersResponse;
    const NAME: &'static str = "DescribeSubscriptionFilters";
    const SCHEMA: &'static OperationSchema = &schema::DESCRIBE_SUBSCRIPTION_FILTERS;
}

#[derive(Clone, Copy, Debug)]
pub struct FilterLogEvents;

impl Operation for FilterLogEvents {
    type Input = FilterLogEventsRequest;
    type Output = FilterLogEventsResponse;
    const NAME: &'static str = "FilterLogEvents";
    const SCHEMA: &'static OperationSchema = &schema::FILTER_LOG_EVENTS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDelivery;

impl Operation for GetDelivery {
    type Input = GetDeliveryRequest;
    type Output = GetDeliveryResponse;
    const NAME: &'static str = "GetDelivery";
    const SCHEMA: &'static OperationSchema = &schema::GET_DELIVERY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDeliveryDestination;

impl Operation for GetDeliveryDestination {
    type Input = GetDeliveryDestinationRequest;
    type Output = GetDeliveryDestinationResponse;
    const NAME: &'static str = "GetDeliveryDestination";
    const SCHEMA: &'static OperationSchema = &schema::GET_DELIVERY_DESTINATION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDeliveryDestinationPolicy;

impl Operation for GetDeliveryDestinationPolicy {
    type Input = GetDeliveryDestinationPolicyRequest;
    type Output = GetDeliveryDestinationPolicyResponse;
    const NAME: &'static str = "GetDeliveryDestinationPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_DELIVERY_DESTINATION_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetDeliverySource;

impl Operation for GetDeliverySource {
    type Input = GetDeliverySourceRequest;
    type Output = GetDeliverySourceResponse;
    const NAME: &'static str = "GetDeliverySource";
    const SCHEMA: &'static OperationSchema = &schema::GET_DELIVERY_SOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetLogEvents;

impl Operation for GetLogEvents {
    type Input = GetLogEventsRequest;
    type Output = GetLogEventsResponse;
    const NAME: &'static str = "GetLogEvents";
    const SCHEMA: &'static OperationSchema = &schema::GET_LOG_EVENTS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetQueryResults;

impl Operation for GetQueryResults {
    type Input = GetQueryResultsRequest;
    type Output = GetQueryResultsResponse;
    const NAME: &'static str = "GetQueryResults";
    const SCHEMA: &'static OperationSchema = &schema::GET_QUERY_RESULTS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListLogGroups;

impl Operation for ListLogGroups {
    type Input = ListLogGroupsRequest;
    type Output = ListLogGroupsResponse;
    const NAME: &'static str = "ListLogGroups";
    const SCHEMA: &'static OperationSchema = &schema::LIST_LOG_GROUPS;
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
pub struct ListTagsLogGroup;

impl Operation for ListTagsLogGroup {
    type Input = ListTagsLogGroupRequest;
    type Output = ListTagsLogGroupResponse;
    const NAME: &'static str = "ListTagsLogGroup";
    const SCHEMA: &'static OperationSchema = &schema::LIST_TAGS_LOG_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct PutDeliveryDestination;

impl Operation for PutDeliveryDestination {
    type Input = PutDeliveryDestinationRequest;
    type Output = PutDeliveryDestinationResponse;
    const NAME: &'static str = "PutDeliveryDestination";
    const SCHEMA: &'static OperationSchema = &schema::PUT_DELIVERY_DESTINATION;
}

#[derive(Clone, Copy, Debug)]
pub struct PutDeliveryDestinationPolicy;

impl Operation for PutDeliveryDestinationPolicy {
    type Input = PutDeliveryDestinationPolicyRequest;
    type Output = PutDeliveryDestinationPolicyResponse;
    const NAME: &'static str = "PutDeliveryDestinationPolicy";
    const SCHEMA: &'static OperationSchema = &schema::PUT_DELIVERY_DESTINATION_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutDeliverySource;

impl Operation for PutDeliverySource {
    type Input = PutDeliverySourceRequest;
    type Output = PutDeliverySourceResponse;
    const NAME: &'static str = "PutDeliverySource";
    const SCHEMA: &'static OperationSchema = &schema::PUT_DELIVERY_SOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct PutDestination;

impl Operation for PutDestination {
    type Input = PutDestinationRequest;
    type Output = PutDestinationResponse;
    const NAME: &'static str = "PutDestination";
    const SCHEMA: &'static OperationSchema = &schema::PUT_DESTINATION;
}

#[derive(Clone, Copy, Debug)]
pub struct PutDestinationPolicy;

impl Operation for PutDestinationPolicy {
    type Input = PutDestinationPolicyRequest;
    type Output = ();
    const NAME: &'static str = "PutDestinationPolicy";
    const SCHEMA: &'static OperationSchema = &schema::PUT_DESTINATION_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutLogEvents;

impl Operation for PutLogEvents {
    type Input = PutLogEventsRequest;
    type Output = PutLogEventsResponse;
    const NAME: &'static str = "PutLogEvents";
    const SCHEMA: &'static OperationSchema = &schema::PUT_LOG_EVENTS;
}

#[derive(Clone, Copy, Debug)]
pub struct PutMetricFilter;

impl Operation for PutMetricFilter {
    type Input = PutMetricFilterRequest;
    type Output = ();
    const NAME: &'static str = "PutMetricFilter";
    const SCHEMA: &'static OperationSchema = &schema::PUT_METRIC_FILTER;
}

#[derive(Clone, Copy, Debug)]
pub struct PutQueryDefinition;

impl Operation for PutQueryDefinition {
    type Input = PutQueryDefinitionRequest;
    type Output = PutQueryDefinitionResponse;
    const NAME: &'static str = "PutQueryDefinition";
    const SCHEMA: &'static OperationSchema = &schema::PUT_QUERY_DEFINITION;
}

#[derive(Clone, Copy, Debug)]
pub struct PutResourcePolicy;

impl Operation for PutResourcePolicy {
    type Input = PutResourcePolicyRequest;
    type Output = PutResourcePolicyResponse;
    const NAME: &'static str = "PutResourcePolicy";
    const SCHEMA: &'static OperationSchema = &schema::PUT_RESOURCE_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutRetentionPolicy;

impl Operation for PutRetentionPolicy {
    type Input = PutRetentionPolicyRequest;
    type Output = ();
    const NAME: &'static str = "PutRetentionPolicy";
    const SCHEMA: &'static OperationSchema = &schema::PUT_RETENTION_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutSubscriptionFilter;

impl Operation for PutSubscriptionFilter {
    type Input = PutSubscriptionFilterRequest;
    type Output = ();
    const NAME: &'static str = "PutSubscriptionFilter";
    const SCHEMA: &'static OperationSchema = &schema::PUT_SUBSCRIPTION_FILTER;
}

#[derive(Clone, Copy, Debug)]
pub struct StartLiveTail;

impl Operation for StartLiveTail {
    type Input = StartLiveTailRequest;
    type Output = StartLiveTailResponse;
    const NAME: &'static str = "StartLiveTail";
    const SCHEMA: &'static OperationSchema = &schema::START_LIVE_TAIL;
}

#[derive(Clone, Copy, Debug)]
pub struct StartQuery;

impl Operation for StartQuery {
    type Input = StartQueryRequest;
    type Output = StartQueryResponse;
    const NAME: &'static str = "StartQuery";
    const SCHEMA: &'static OperationSchema = &schema::START_QUERY;
}

#[derive(Clone, Copy, Debug)]
pub struct StopQuery;

impl Operation for StopQuery {
    type Input = StopQueryRequest;
    type Output = StopQueryResponse;
    const NAME: &'static str = "StopQuery";
    const SCHEMA: &'static OperationSchema = &schema::STOP_QUERY;
}

#[derive(Clone, Copy, Debug)]
pub struct TagLogGroup;

impl Operation for TagLogGroup {
    type Input = TagLogGroupRequest;
    type Output = ();
    const NAME: &'static str = "TagLogGroup";
    const SCHEMA: &'static OperationSchema = &schema::TAG_LOG_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct TagResource;

impl Operation for TagResource {
    type Input = TagResourceRequest;
    type Output = ();
    const NAME: &'static str = "TagResource";
    const SCHEMA: &'static OperationSchema = &schema::TAG_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct TestMetricFilter;

impl Operation for TestMetricFilter {
    type Input = TestMetricFilterRequest;
    type Output = TestMetricFilterResponse;
    const NAME: &'static str = "TestMetricFilter";
    const SCHEMA: &'static OperationSchema = &schema::TEST_METRIC_FILTER;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagLogGroup;

impl Operation for UntagLogGroup {
    type Input = UntagLogGroupRequest;
    type Output = ();
    const NAME: &'static str = "UntagLogGroup";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_LOG_GROUP;
}

#[derive(Clone, Copy, Debug)]
pub struct UntagResource;

impl Operation for UntagResource {
    type Input = UntagResourceRequest;
    type Output = ();
    const NAME: &'static str = "UntagResource";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_RESOURCE;
}

#[derive(Clone, Copy, Debug)]
pub struct UpdateDeliveryConfiguration;

impl Operation for UpdateDeliveryConfiguration {
    type Input = UpdateDeliveryConfigurationRequest;
    type Output = UpdateDeliveryConfigurationResponse;
    const NAME: &'static str = "UpdateDeliveryConfiguration";
    const SCHEMA: &'static OperationSchema = &schema::UPDATE_DELIVERY_CONFIGURATION;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelExportTaskRequest {
    pub task_id: String,
}

impl Shape for CancelExportTaskRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            task_id: members.take("taskId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("taskId", self.task_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDeliveryRequest {
    pub delivery_source_name: String,
    pub delivery_destination_arn: String,
    pub record_fields: Option<Vec<String>>,
    pub field_delimiter: Option<String>,
    pub s3_delivery_configuration: Option<S3DeliveryConfiguration>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for CreateDeliveryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_source_name: members.take("deliverySourceName")?,
            delivery_destination_arn: members.take("deliveryDestinationArn")?,
            record_fields: members.take("recordFields")?,
            field_delimiter: members.take("fieldDelimiter")?,
            s3_delivery_configuration: members.take("s3DeliveryConfiguration")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliverySourceName", self.delivery_source_name);
        members.put("deliveryDestinationArn", self.delivery_destination_arn);
        members.put("recordFields", self.record_fields);
        members.put("fieldDelimiter", self.field_delimiter);
        members.put("s3DeliveryConfiguration", self.s3_delivery_configuration);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDeliveryResponse {
    pub delivery: Option<Delivery>,
}

impl Shape for CreateDeliveryResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery: members.take("delivery")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("delivery", self.delivery);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateExportTaskRequest {
    pub task_name: Option<String>,
    pub log_group_name: String,
    pub log_stream_name_prefix: Option<String>,
    pub from: i64,
    pub to: i64,
    pub destination: String,
    pub destination_prefix: Option<String>,
}

impl Shape for CreateExportTaskRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            task_name: members.take("taskName")?,
            log_group_name: members.take("logGroupName")?,
            log_stream_name_prefix: members.take("logStreamNamePrefix")?,
            from: members.take("from")?,
            to: members.take("to")?,
            destination: members.take("destination")?,
            destination_prefix: members.take("destinationPrefix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("taskName", self.task_name);
        members.put("logGroupName", self.log_group_name);
        members.put("logStreamNamePrefix", self.log_stream_name_prefix);
        members.put("from", self.from);
        members.put("to", self.to);
        members.put("destination", self.destination);
        members.put("destinationPrefix", self.destination_prefix);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateExportTaskResponse {
    pub task_id: Option<String>,
}

impl Shape for CreateExportTaskResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            task_id: members.take("taskId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("taskId", self.task_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateLogGroupRequest {
    pub log_group_name: String,
    pub kms_key_id: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
    pub log_group_class: Option<String>,
    pub deletion_protection_enabled: Option<bool>,
}

impl Shape for CreateLogGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            kms_key_id: members.take("kmsKeyId")?,
            tags: members.take("tags")?,
            log_group_class: members.take("logGroupClass")?,
            deletion_protection_enabled: members.take("deletionProtectionEnabled")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("kmsKeyId", self.kms_key_id);
        members.put("tags", self.tags);
        members.put("logGroupClass", self.log_group_class);
        members.put(
            "deletionProtectionEnabled",
            self.deletion_protection_enabled,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateLogStreamRequest {
    pub log_group_name: String,
    pub log_stream_name: String,
}

impl Shape for CreateLogStreamRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            log_stream_name: members.take("logStreamName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("logStreamName", self.log_stream_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataSourceFilter {
    pub name: String,
    pub type_: Option<String>,
}

impl Shape for DataSourceFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            type_: members.take("type")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("type", self.type_);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDeliveryDestinationPolicyRequest {
    pub delivery_destination_name: String,
}

impl Shape for DeleteDeliveryDestinationPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_destination_name: members.take("deliveryDestinationName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliveryDestinationName", self.delivery_destination_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDeliveryDestinationRequest {
    pub name: String,
}

impl Shape for DeleteDeliveryDestinationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDeliveryRequest {
    pub id: String,
}

impl Shape for DeleteDeliveryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDeliverySourceRequest {
    pub name: String,
}

impl Shape for DeleteDeliverySourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDestinationRequest {
    pub destination_name: String,
}

impl Shape for DeleteDestinationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            destination_name: members.take("destinationName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("destinationName", self.destination_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLogGroupRequest {
    pub log_group_name: String,
}

impl Shape for DeleteLogGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLogStreamRequest {
    pub log_group_name: String,
    pub log_stream_name: String,
}

impl Shape for DeleteLogStreamRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            log_stream_name: members.take("logStreamName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("logStreamName", self.log_stream_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMetricFilterRequest {
    pub log_group_name: String,
    pub filter_name: String,
}

impl Shape for DeleteMetricFilterRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            filter_name: members.take("filterName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("filterName", self.filter_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteQueryDefinitionRequest {
    pub query_definition_id: String,
}

impl Shape for DeleteQueryDefinitionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_definition_id: members.take("queryDefinitionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryDefinitionId", self.query_definition_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteQueryDefinitionResponse {
    pub success: Option<bool>,
}

impl Shape for DeleteQueryDefinitionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            success: members.take("success")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("success", self.success);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourcePolicyRequest {
    pub policy_name: Option<String>,
    pub resource_arn: Option<String>,
    pub expected_revision_id: Option<String>,
}

impl Shape for DeleteResourcePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_name: members.take("policyName")?,
            resource_arn: members.take("resourceArn")?,
            expected_revision_id: members.take("expectedRevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("policyName", self.policy_name);
        members.put("resourceArn", self.resource_arn);
        members.put("expectedRevisionId", self.expected_revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRetentionPolicyRequest {
    pub log_group_name: String,
}

impl Shape for DeleteRetentionPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSubscriptionFilterRequest {
    pub log_group_name: String,
    pub filter_name: String,
}

impl Shape for DeleteSubscriptionFilterRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            filter_name: members.take("filterName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("filterName", self.filter_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delivery {
    pub id: Option<String>,
    pub arn: Option<String>,
    pub delivery_source_name: Option<String>,
    pub delivery_destination_arn: Option<String>,
    pub delivery_destination_type: Option<String>,
    pub record_fields: Option<Vec<String>>,
    pub field_delimiter: Option<String>,
    pub s3_delivery_configuration: Option<S3DeliveryConfiguration>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for Delivery {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            arn: members.take("arn")?,
            delivery_source_name: members.take("deliverySourceName")?,
            delivery_destination_arn: members.take("deliveryDestinationArn")?,
            delivery_destination_type: members.take("deliveryDestinationType")?,
            record_fields: members.take("recordFields")?,
            field_delimiter: members.take("fieldDelimiter")?,
            s3_delivery_configuration: members.take("s3DeliveryConfiguration")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("arn", self.arn);
        members.put("deliverySourceName", self.delivery_source_name);
        members.put("deliveryDestinationArn", self.delivery_destination_arn);
        members.put("deliveryDestinationType", self.delivery_destination_type);
        members.put("recordFields", self.record_fields);
        members.put("fieldDelimiter", self.field_delimiter);
        members.put("s3DeliveryConfiguration", self.s3_delivery_configuration);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeliveryDestination {
    pub name: Option<String>,
    pub arn: Option<String>,
    pub delivery_destination_type: Option<String>,
    pub output_format: Option<String>,
    pub delivery_destination_configuration: Option<DeliveryDestinationConfiguration>,
    pub role_arn: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for DeliveryDestination {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            arn: members.take("arn")?,
            delivery_destination_type: members.take("deliveryDestinationType")?,
            output_format: members.take("outputFormat")?,
            delivery_destination_configuration: members.take("deliveryDestinationConfiguration")?,
            role_arn: members.take("roleArn")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("arn", self.arn);
        members.put("deliveryDestinationType", self.delivery_destination_type);
        members.put("outputFormat", self.output_format);
        members.put(
            "deliveryDestinationConfiguration",
            self.delivery_destination_configuration,
        );
        members.put("roleArn", self.role_arn);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeliveryDestinationConfiguration {
    pub destination_resource_arn: String,
}

impl Shape for DeliveryDestinationConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            destination_resource_arn: members.take("destinationResourceArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("destinationResourceArn", self.destination_resource_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeliverySource {
    pub name: Option<String>,
    pub arn: Option<String>,
    pub resource_arns: Option<Vec<String>>,
    pub service: Option<String>,
    pub log_type: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
    pub delivery_source_configuration: Option<BTreeMap<String, String>>,
    pub status: Option<String>,
    pub status_reason: Option<String>,
}

impl Shape for DeliverySource {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            arn: members.take("arn")?,
            resource_arns: members.take("resourceArns")?,
            service: members.take("service")?,
            log_type: members.take("logType")?,
            tags: members.take("tags")?,
            delivery_source_configuration: members.take("deliverySourceConfiguration")?,
            status: members.take("status")?,
            status_reason: members.take("statusReason")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("arn", self.arn);
        members.put("resourceArns", self.resource_arns);
        members.put("service", self.service);
        members.put("logType", self.log_type);
        members.put("tags", self.tags);
        members.put(
            "deliverySourceConfiguration",
            self.delivery_source_configuration,
        );
        members.put("status", self.status);
        members.put("statusReason", self.status_reason);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDeliveriesRequest {
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub delivery_source_names: Option<Vec<String>>,
}

impl Shape for DescribeDeliveriesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
            delivery_source_names: members.take("deliverySourceNames")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        members.put("deliverySourceNames", self.delivery_source_names);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDeliveriesResponse {
    pub deliveries: Option<Vec<Delivery>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeDeliveriesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            deliveries: members.take("deliveries")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliveries", self.deliveries);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDeliveryDestinationsRequest {
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub names: Option<Vec<String>>,
}

impl Shape for DescribeDeliveryDestinationsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
            names: members.take("names")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        members.put("names", self.names);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDeliveryDestinationsResponse {
    pub delivery_destinations: Option<Vec<DeliveryDestination>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeDeliveryDestinationsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_destinations: members.take("deliveryDestinations")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliveryDestinations", self.delivery_destinations);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDeliverySourcesRequest {
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub resource_arns: Option<Vec<String>>,
}

impl Shape for DescribeDeliverySourcesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
            resource_arns: members.take("resourceArns")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        members.put("resourceArns", self.resource_arns);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDeliverySourcesResponse {
    pub delivery_sources: Option<Vec<DeliverySource>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeDeliverySourcesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_sources: members.take("deliverySources")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliverySources", self.delivery_sources);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDestinationsRequest {
    pub destination_name_prefix: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for DescribeDestinationsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            destination_name_prefix: members.take("DestinationNamePrefix")?,
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DestinationNamePrefix", self.destination_name_prefix);
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDestinationsResponse {
    pub destinations: Option<Vec<Destination>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeDestinationsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            destinations: members.take("destinations")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("destinations", self.destinations);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeExportTasksRequest {
    pub task_id: Option<String>,
    pub status_code: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for DescribeExportTasksRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            task_id: members.take("taskId")?,
            status_code: members.take("statusCode")?,
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("taskId", self.task_id);
        members.put("statusCode", self.status_code);
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeExportTasksResponse {
    pub export_tasks: Option<Vec<ExportTask>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeExportTasksResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            export_tasks: members.take("exportTasks")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("exportTasks", self.export_tasks);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLogGroupsRequest {
    pub account_identifiers: Option<Vec<String>>,
    pub log_group_name_prefix: Option<String>,
    pub log_group_name_pattern: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub include_linked_accounts: Option<bool>,
    pub log_group_class: Option<String>,
    pub log_group_identifiers: Option<Vec<String>>,
}

impl Shape for DescribeLogGroupsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            account_identifiers: members.take("accountIdentifiers")?,
            log_group_name_prefix: members.take("logGroupNamePrefix")?,
            log_group_name_pattern: members.take("logGroupNamePattern")?,
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
            include_linked_accounts: members.take("includeLinkedAccounts")?,
            log_group_class: members.take("logGroupClass")?,
            log_group_identifiers: members.take("logGroupIdentifiers")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("accountIdentifiers", self.account_identifiers);
        members.put("logGroupNamePrefix", self.log_group_name_prefix);
        members.put("logGroupNamePattern", self.log_group_name_pattern);
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        members.put("includeLinkedAccounts", self.include_linked_accounts);
        members.put("logGroupClass", self.log_group_class);
        members.put("logGroupIdentifiers", self.log_group_identifiers);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLogGroupsResponse {
    pub log_groups: Option<Vec<LogGroup>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeLogGroupsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_groups: members.take("logGroups")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroups", self.log_groups);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLogStreamsRequest {
    pub log_group_name: Option<String>,
    pub log_group_identifier: Option<String>,
    pub log_stream_name_prefix: Option<String>,
    pub order_by: Option<String>,
    pub descending: Option<bool>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for DescribeLogStreamsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            log_group_identifier: members.take("logGroupIdentifier")?,
            log_stream_name_prefix: members.take("logStreamNamePrefix")?,
            order_by: members.take("orderBy")?,
            descending: members.take("descending")?,
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("logGroupIdentifier", self.log_group_identifier);
        members.put("logStreamNamePrefix", self.log_stream_name_prefix);
        members.put("orderBy", self.order_by);
        members.put("descending", self.descending);
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLogStreamsResponse {
    pub log_streams: Option<Vec<LogStream>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeLogStreamsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_streams: members.take("logStreams")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logStreams", self.log_streams);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeMetricFiltersRequest {
    pub log_group_name: Option<String>,
    pub filter_name_prefix: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub metric_name: Option<String>,
    pub metric_namespace: Option<String>,
}

impl Shape for DescribeMetricFiltersRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            filter_name_prefix: members.take("filterNamePrefix")?,
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
            metric_name: members.take("metricName")?,
            metric_namespace: members.take("metricNamespace")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("filterNamePrefix", self.filter_name_prefix);
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        members.put("metricName", self.metric_name);
        members.put("metricNamespace", self.metric_namespace);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeMetricFiltersResponse {
    pub metric_filters: Option<Vec<MetricFilter>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeMetricFiltersResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            metric_filters: members.take("metricFilters")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("metricFilters", self.metric_filters);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeQueriesRequest {
    pub log_group_name: Option<String>,
    pub status: Option<String>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub query_language: Option<String>,
}

impl Shape for DescribeQueriesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            status: members.take("status")?,
            max_results: members.take("maxResults")?,
            next_token: members.take("nextToken")?,
            query_language: members.take("queryLanguage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("status", self.status);
        members.put("maxResults", self.max_results);
        members.put("nextToken", self.next_token);
        members.put("queryLanguage", self.query_language);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeQueriesResponse {
    pub queries: Option<Vec<QueryInfo>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeQueriesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            queries: members.take("queries")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queries", self.queries);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeQueryDefinitionsRequest {
    pub query_language: Option<String>,
    pub query_definition_name_prefix: Option<String>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for DescribeQueryDefinitionsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_language: members.take("queryLanguage")?,
            query_definition_name_prefix: members.take("queryDefinitionNamePrefix")?,
            max_results: members.take("maxResults")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryLanguage", self.query_language);
        members.put(
            "queryDefinitionNamePrefix",
            self.query_definition_name_prefix,
        );
        members.put("maxResults", self.max_results);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeQueryDefinitionsResponse {
    pub query_definitions: Option<Vec<QueryDefinition>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeQueryDefinitionsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_definitions: members.take("queryDefinitions")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryDefinitions", self.query_definitions);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeResourcePoliciesRequest {
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub resource_arn: Option<String>,
    pub policy_scope: Option<String>,
}

impl Shape for DescribeResourcePoliciesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
            resource_arn: members.take("resourceArn")?,
            policy_scope: members.take("policyScope")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        members.put("resourceArn", self.resource_arn);
        members.put("policyScope", self.policy_scope);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeResourcePoliciesResponse {
    pub resource_policies: Option<Vec<ResourcePolicy>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeResourcePoliciesResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_policies: members.take("resourcePolicies")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourcePolicies", self.resource_policies);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSubscriptionFiltersRequest {
    pub log_group_name: String,
    pub filter_name_prefix: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl Shape for DescribeSubscriptionFiltersRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            filter_name_prefix: members.take("filterNamePrefix")?,
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("filterNamePrefix", self.filter_name_prefix);
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSubscriptionFiltersResponse {
    pub subscription_filters: Option<Vec<SubscriptionFilter>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeSubscriptionFiltersResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            subscription_filters: members.take("subscriptionFilters")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("subscriptionFilters", self.subscription_filters);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Destination {
    pub destination_name: Option<String>,
    pub target_arn: Option<String>,
    pub role_arn: Option<String>,
    pub access_policy: Option<String>,
    pub arn: Option<String>,
    pub creation_time: Option<i64>,
}

impl Shape for Destination {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            destination_name: members.take("destinationName")?,
            target_arn: members.take("targetArn")?,
            role_arn: members.take("roleArn")?,
            access_policy: members.take("accessPolicy")?,
            arn: members.take("arn")?,
            creation_time: members.take("creationTime")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("destinationName", self.destination_name);
        members.put("targetArn", self.target_arn);
        members.put("roleArn", self.role_arn);
        members.put("accessPolicy", self.access_policy);
        members.put("arn", self.arn);
        members.put("creationTime", self.creation_time);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entity {
    pub key_attributes: Option<BTreeMap<String, String>>,
    pub attributes: Option<BTreeMap<String, String>>,
}

impl Shape for Entity {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key_attributes: members.take("keyAttributes")?,
            attributes: members.take("attributes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("keyAttributes", self.key_attributes);
        members.put("attributes", self.attributes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportTask {
    pub task_id: Option<String>,
    pub task_name: Option<String>,
    pub log_group_name: Option<String>,
    pub from: Option<i64>,
    pub to: Option<i64>,
    pub destination: Option<String>,
    pub destination_prefix: Option<String>,
    pub status: Option<ExportTaskStatus>,
    pub execution_info: Option<ExportTaskExecutionInfo>,
}

impl Shape for ExportTask {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            task_id: members.take("taskId")?,
            task_name: members.take("taskName")?,
            log_group_name: members.take("logGroupName")?,
            from: members.take("from")?,
            to: members.take("to")?,
            destination: members.take("destination")?,
            destination_prefix: members.take("destinationPrefix")?,
            status: members.take("status")?,
            execution_info: members.take("executionInfo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("taskId", self.task_id);
        members.put("taskName", self.task_name);
        members.put("logGroupName", self.log_group_name);
        members.put("from", self.from);
        members.put("to", self.to);
        members.put("destination", self.destination);
        members.put("destinationPrefix", self.destination_prefix);
        members.put("status", self.status);
        members.put("executionInfo", self.execution_info);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportTaskExecutionInfo {
    pub creation_time: Option<i64>,
    pub completion_time: Option<i64>,
}

impl Shape for ExportTaskExecutionInfo {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            creation_time: members.take("creationTime")?,
            completion_time: members.take("completionTime")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("creationTime", self.creation_time);
        members.put("completionTime", self.completion_time);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportTaskStatus {
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Shape for ExportTaskStatus {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            code: members.take("code")?,
            message: members.take("message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("code", self.code);
        members.put("message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterLogEventsRequest {
    pub log_group_name: Option<String>,
    pub log_group_identifier: Option<String>,
    pub log_stream_names: Option<Vec<String>>,
    pub log_stream_name_prefix: Option<String>,
    pub start_time: Option<i64>,
    pub end_time: Option<i64>,
    pub filter_pattern: Option<String>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub start_from_head: Option<bool>,
    pub interleaved: Option<bool>,
    pub unmask: Option<bool>,
}

impl Shape for FilterLogEventsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            log_group_identifier: members.take("logGroupIdentifier")?,
            log_stream_names: members.take("logStreamNames")?,
            log_stream_name_prefix: members.take("logStreamNamePrefix")?,
            start_time: members.take("startTime")?,
            end_time: members.take("endTime")?,
            filter_pattern: members.take("filterPattern")?,
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
            start_from_head: members.take("startFromHead")?,
            interleaved: members.take("interleaved")?,
            unmask: members.take("unmask")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("logGroupIdentifier", self.log_group_identifier);
        members.put("logStreamNames", self.log_stream_names);
        members.put("logStreamNamePrefix", self.log_stream_name_prefix);
        members.put("startTime", self.start_time);
        members.put("endTime", self.end_time);
        members.put("filterPattern", self.filter_pattern);
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        members.put("startFromHead", self.start_from_head);
        members.put("interleaved", self.interleaved);
        members.put("unmask", self.unmask);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterLogEventsResponse {
    pub events: Option<Vec<FilteredLogEvent>>,
    pub searched_log_streams: Option<Vec<SearchedLogStream>>,
    pub next_token: Option<String>,
}

impl Shape for FilterLogEventsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            events: members.take("events")?,
            searched_log_streams: members.take("searchedLogStreams")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("events", self.events);
        members.put("searchedLogStreams", self.searched_log_streams);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilteredLogEvent {
    pub log_stream_name: Option<String>,
    pub timestamp: Option<i64>,
    pub message: Option<String>,
    pub ingestion_time: Option<i64>,
    pub event_id: Option<String>,
}

impl Shape for FilteredLogEvent {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_stream_name: members.take("logStreamName")?,
            timestamp: members.take("timestamp")?,
            message: members.take("message")?,
            ingestion_time: members.take("ingestionTime")?,
            event_id: members.take("eventId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logStreamName", self.log_stream_name);
        members.put("timestamp", self.timestamp);
        members.put("message", self.message);
        members.put("ingestionTime", self.ingestion_time);
        members.put("eventId", self.event_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeliveryDestinationPolicyRequest {
    pub delivery_destination_name: String,
}

impl Shape for GetDeliveryDestinationPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_destination_name: members.take("deliveryDestinationName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliveryDestinationName", self.delivery_destination_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeliveryDestinationPolicyResponse {
    pub policy: Option<Policy>,
}

impl Shape for GetDeliveryDestinationPolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy: members.take("policy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("policy", self.policy);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeliveryDestinationRequest {
    pub name: String,
}

impl Shape for GetDeliveryDestinationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeliveryDestinationResponse {
    pub delivery_destination: Option<DeliveryDestination>,
}

impl Shape for GetDeliveryDestinationResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_destination: members.take("deliveryDestination")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliveryDestination", self.delivery_destination);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeliveryRequest {
    pub id: String,
}

impl Shape for GetDeliveryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeliveryResponse {
    pub delivery: Option<Delivery>,
}

impl Shape for GetDeliveryResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery: members.take("delivery")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("delivery", self.delivery);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeliverySourceRequest {
    pub name: String,
}

impl Shape for GetDeliverySourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeliverySourceResponse {
    pub delivery_source: Option<DeliverySource>,
}

impl Shape for GetDeliverySourceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_source: members.take("deliverySource")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliverySource", self.delivery_source);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLogEventsRequest {
    pub log_group_name: Option<String>,
    pub log_group_identifier: Option<String>,
    pub log_stream_name: String,
    pub start_time: Option<i64>,
    pub end_time: Option<i64>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub start_from_head: Option<bool>,
    pub unmask: Option<bool>,
}

impl Shape for GetLogEventsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            log_group_identifier: members.take("logGroupIdentifier")?,
            log_stream_name: members.take("logStreamName")?,
            start_time: members.take("startTime")?,
            end_time: members.take("endTime")?,
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
            start_from_head: members.take("startFromHead")?,
            unmask: members.take("unmask")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("logGroupIdentifier", self.log_group_identifier);
        members.put("logStreamName", self.log_stream_name);
        members.put("startTime", self.start_time);
        members.put("endTime", self.end_time);
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        members.put("startFromHead", self.start_from_head);
        members.put("unmask", self.unmask);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLogEventsResponse {
    pub events: Option<Vec<OutputLogEvent>>,
    pub next_forward_token: Option<String>,
    pub next_backward_token: Option<String>,
}

impl Shape for GetLogEventsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            events: members.take("events")?,
            next_forward_token: members.take("nextForwardToken")?,
            next_backward_token: members.take("nextBackwardToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("events", self.events);
        members.put("nextForwardToken", self.next_forward_token);
        members.put("nextBackwardToken", self.next_backward_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetQueryResultsRequest {
    pub query_id: String,
    pub next_token: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for GetQueryResultsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_id: members.take("queryId")?,
            next_token: members.take("nextToken")?,
            max_items: members.take("maxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryId", self.query_id);
        members.put("nextToken", self.next_token);
        members.put("maxItems", self.max_items);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetQueryResultsResponse {
    pub query_language: Option<String>,
    pub results: Option<Vec<Vec<ResultField>>>,
    pub statistics: Option<QueryStatistics>,
    pub status: Option<String>,
    pub encryption_key: Option<String>,
    pub next_token: Option<String>,
}

impl Shape for GetQueryResultsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_language: members.take("queryLanguage")?,
            results: members.take("results")?,
            statistics: members.take("statistics")?,
            status: members.take("status")?,
            encryption_key: members.take("encryptionKey")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryLanguage", self.query_language);
        members.put("results", self.results);
        members.put("statistics", self.statistics);
        members.put("status", self.status);
        members.put("encryptionKey", self.encryption_key);
        members.put("nextToken", self.next_token);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InputLogEvent {
    pub timestamp: i64,
    pub message: String,
}

impl Shape for InputLogEvent {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            timestamp: members.take("timestamp")?,
            message: members.take("message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("timestamp", self.timestamp);
        members.put("message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListLogGroupsRequest {
    pub log_group_name_pattern: Option<String>,
    pub log_group_class: Option<String>,
    pub include_linked_accounts: Option<bool>,
    pub account_identifiers: Option<Vec<String>>,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
    pub data_sources: Option<Vec<DataSourceFilter>>,
    pub field_index_names: Option<Vec<String>>,
    pub log_group_tags: Option<Vec<TagFilter>>,
}

impl Shape for ListLogGroupsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name_pattern: members.take("logGroupNamePattern")?,
            log_group_class: members.take("logGroupClass")?,
            include_linked_accounts: members.take("includeLinkedAccounts")?,
            account_identifiers: members.take("accountIdentifiers")?,
            next_token: members.take("nextToken")?,
            limit: members.take("limit")?,
            data_sources: members.take("dataSources")?,
            field_index_names: members.take("fieldIndexNames")?,
            log_group_tags: members.take("logGroupTags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupNamePattern", self.log_group_name_pattern);
        members.put("logGroupClass", self.log_group_class);
        members.put("includeLinkedAccounts", self.include_linked_accounts);
        members.put("accountIdentifiers", self.account_identifiers);
        members.put("nextToken", self.next_token);
        members.put("limit", self.limit);
        members.put("dataSources", self.data_sources);
        members.put("fieldIndexNames", self.field_index_names);
        members.put("logGroupTags", self.log_group_tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListLogGroupsResponse {
    pub log_groups: Option<Vec<LogGroupSummary>>,
    pub next_token: Option<String>,
}

impl Shape for ListLogGroupsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_groups: members.take("logGroups")?,
            next_token: members.take("nextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroups", self.log_groups);
        members.put("nextToken", self.next_token);
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
            resource_arn: members.take("resourceArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourceArn", self.resource_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceResponse {
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for ListTagsForResourceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsLogGroupRequest {
    pub log_group_name: String,
}

impl Shape for ListTagsLogGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsLogGroupResponse {
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for ListTagsLogGroupResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LiveTailSessionLogEvent {
    pub log_stream_name: Option<String>,
    pub log_group_identifier: Option<String>,
    pub message: Option<String>,
    pub timestamp: Option<i64>,
    pub ingestion_time: Option<i64>,
}

impl Shape for LiveTailSessionLogEvent {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_stream_name: members.take("logStreamName")?,
            log_group_identifier: members.take("logGroupIdentifier")?,
            message: members.take("message")?,
            timestamp: members.take("timestamp")?,
            ingestion_time: members.take("ingestionTime")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logStreamName", self.log_stream_name);
        members.put("logGroupIdentifier", self.log_group_identifier);
        members.put("message", self.message);
        members.put("timestamp", self.timestamp);
        members.put("ingestionTime", self.ingestion_time);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LiveTailSessionMetadata {
    pub sampled: Option<bool>,
}

impl Shape for LiveTailSessionMetadata {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            sampled: members.take("sampled")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("sampled", self.sampled);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LiveTailSessionStart {
    pub request_id: Option<String>,
    pub session_id: Option<String>,
    pub log_group_identifiers: Option<Vec<String>>,
    pub log_stream_names: Option<Vec<String>>,
    pub log_stream_name_prefixes: Option<Vec<String>>,
    pub log_event_filter_pattern: Option<String>,
}

impl Shape for LiveTailSessionStart {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            request_id: members.take("requestId")?,
            session_id: members.take("sessionId")?,
            log_group_identifiers: members.take("logGroupIdentifiers")?,
            log_stream_names: members.take("logStreamNames")?,
            log_stream_name_prefixes: members.take("logStreamNamePrefixes")?,
            log_event_filter_pattern: members.take("logEventFilterPattern")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("requestId", self.request_id);
        members.put("sessionId", self.session_id);
        members.put("logGroupIdentifiers", self.log_group_identifiers);
        members.put("logStreamNames", self.log_stream_names);
        members.put("logStreamNamePrefixes", self.log_stream_name_prefixes);
        members.put("logEventFilterPattern", self.log_event_filter_pattern);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LiveTailSessionUpdate {
    pub session_metadata: Option<LiveTailSessionMetadata>,
    pub session_results: Option<Vec<LiveTailSessionLogEvent>>,
}

impl Shape for LiveTailSessionUpdate {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            session_metadata: members.take("sessionMetadata")?,
            session_results: members.take("sessionResults")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("sessionMetadata", self.session_metadata);
        members.put("sessionResults", self.session_results);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogGroup {
    pub log_group_name: Option<String>,
    pub creation_time: Option<i64>,
    pub retention_in_days: Option<i32>,
    pub metric_filter_count: Option<i32>,
    pub arn: Option<String>,
    pub stored_bytes: Option<i64>,
    pub kms_key_id: Option<String>,
    pub data_protection_status: Option<String>,
    pub inherited_properties: Option<Vec<String>>,
    pub log_group_class: Option<String>,
    pub log_group_arn: Option<String>,
    pub deletion_protection_enabled: Option<bool>,
    pub bearer_token_authentication_enabled: Option<bool>,
    pub retention_policy_name: Option<String>,
}

impl Shape for LogGroup {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            creation_time: members.take("creationTime")?,
            retention_in_days: members.take("retentionInDays")?,
            metric_filter_count: members.take("metricFilterCount")?,
            arn: members.take("arn")?,
            stored_bytes: members.take("storedBytes")?,
            kms_key_id: members.take("kmsKeyId")?,
            data_protection_status: members.take("dataProtectionStatus")?,
            inherited_properties: members.take("inheritedProperties")?,
            log_group_class: members.take("logGroupClass")?,
            log_group_arn: members.take("logGroupArn")?,
            deletion_protection_enabled: members.take("deletionProtectionEnabled")?,
            bearer_token_authentication_enabled: members
                .take("bearerTokenAuthenticationEnabled")?,
            retention_policy_name: members.take("retentionPolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("creationTime", self.creation_time);
        members.put("retentionInDays", self.retention_in_days);
        members.put("metricFilterCount", self.metric_filter_count);
        members.put("arn", self.arn);
        members.put("storedBytes", self.stored_bytes);
        members.put("kmsKeyId", self.kms_key_id);
        members.put("dataProtectionStatus", self.data_protection_status);
        members.put("inheritedProperties", self.inherited_properties);
        members.put("logGroupClass", self.log_group_class);
        members.put("logGroupArn", self.log_group_arn);
        members.put(
            "deletionProtectionEnabled",
            self.deletion_protection_enabled,
        );
        members.put(
            "bearerTokenAuthenticationEnabled",
            self.bearer_token_authentication_enabled,
        );
        members.put("retentionPolicyName", self.retention_policy_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogGroupSummary {
    pub log_group_name: Option<String>,
    pub log_group_arn: Option<String>,
    pub log_group_class: Option<String>,
}

impl Shape for LogGroupSummary {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            log_group_arn: members.take("logGroupArn")?,
            log_group_class: members.take("logGroupClass")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("logGroupArn", self.log_group_arn);
        members.put("logGroupClass", self.log_group_class);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogStream {
    pub log_stream_name: Option<String>,
    pub creation_time: Option<i64>,
    pub first_event_timestamp: Option<i64>,
    pub last_event_timestamp: Option<i64>,
    pub last_ingestion_time: Option<i64>,
    pub upload_sequence_token: Option<String>,
    pub arn: Option<String>,
    pub stored_bytes: Option<i64>,
}

impl Shape for LogStream {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_stream_name: members.take("logStreamName")?,
            creation_time: members.take("creationTime")?,
            first_event_timestamp: members.take("firstEventTimestamp")?,
            last_event_timestamp: members.take("lastEventTimestamp")?,
            last_ingestion_time: members.take("lastIngestionTime")?,
            upload_sequence_token: members.take("uploadSequenceToken")?,
            arn: members.take("arn")?,
            stored_bytes: members.take("storedBytes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logStreamName", self.log_stream_name);
        members.put("creationTime", self.creation_time);
        members.put("firstEventTimestamp", self.first_event_timestamp);
        members.put("lastEventTimestamp", self.last_event_timestamp);
        members.put("lastIngestionTime", self.last_ingestion_time);
        members.put("uploadSequenceToken", self.upload_sequence_token);
        members.put("arn", self.arn);
        members.put("storedBytes", self.stored_bytes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricFilter {
    pub filter_name: Option<String>,
    pub filter_pattern: Option<String>,
    pub metric_transformations: Option<Vec<MetricTransformation>>,
    pub creation_time: Option<i64>,
    pub log_group_name: Option<String>,
    pub apply_on_transformed_logs: Option<bool>,
    pub field_selection_criteria: Option<String>,
    pub emit_system_field_dimensions: Option<Vec<String>>,
}

impl Shape for MetricFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            filter_name: members.take("filterName")?,
            filter_pattern: members.take("filterPattern")?,
            metric_transformations: members.take("metricTransformations")?,
            creation_time: members.take("creationTime")?,
            log_group_name: members.take("logGroupName")?,
            apply_on_transformed_logs: members.take("applyOnTransformedLogs")?,
            field_selection_criteria: members.take("fieldSelectionCriteria")?,
            emit_system_field_dimensions: members.take("emitSystemFieldDimensions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("filterName", self.filter_name);
        members.put("filterPattern", self.filter_pattern);
        members.put("metricTransformations", self.metric_transformations);
        members.put("creationTime", self.creation_time);
        members.put("logGroupName", self.log_group_name);
        members.put("applyOnTransformedLogs", self.apply_on_transformed_logs);
        members.put("fieldSelectionCriteria", self.field_selection_criteria);
        members.put(
            "emitSystemFieldDimensions",
            self.emit_system_field_dimensions,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricFilterMatchRecord {
    pub event_number: Option<i64>,
    pub event_message: Option<String>,
    pub extracted_values: Option<BTreeMap<String, String>>,
}

impl Shape for MetricFilterMatchRecord {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            event_number: members.take("eventNumber")?,
            event_message: members.take("eventMessage")?,
            extracted_values: members.take("extractedValues")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("eventNumber", self.event_number);
        members.put("eventMessage", self.event_message);
        members.put("extractedValues", self.extracted_values);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricTransformation {
    pub metric_name: String,
    pub metric_namespace: String,
    pub metric_value: String,
    pub default_value: Option<f64>,
    pub dimensions: Option<BTreeMap<String, String>>,
    pub unit: Option<String>,
}

impl Shape for MetricTransformation {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            metric_name: members.take("metricName")?,
            metric_namespace: members.take("metricNamespace")?,
            metric_value: members.take("metricValue")?,
            default_value: members.take("defaultValue")?,
            dimensions: members.take("dimensions")?,
            unit: members.take("unit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("metricName", self.metric_name);
        members.put("metricNamespace", self.metric_namespace);
        members.put("metricValue", self.metric_value);
        members.put("defaultValue", self.default_value);
        members.put("dimensions", self.dimensions);
        members.put("unit", self.unit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutputLogEvent {
    pub timestamp: Option<i64>,
    pub message: Option<String>,
    pub ingestion_time: Option<i64>,
}

impl Shape for OutputLogEvent {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            timestamp: members.take("timestamp")?,
            message: members.take("message")?,
            ingestion_time: members.take("ingestionTime")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("timestamp", self.timestamp);
        members.put("message", self.message);
        members.put("ingestionTime", self.ingestion_time);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policy {
    pub delivery_destination_policy: Option<String>,
}

impl Shape for Policy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_destination_policy: members.take("deliveryDestinationPolicy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "deliveryDestinationPolicy",
            self.delivery_destination_policy,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDeliveryDestinationPolicyRequest {
    pub delivery_destination_name: String,
    pub delivery_destination_policy: String,
}

impl Shape for PutDeliveryDestinationPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_destination_name: members.take("deliveryDestinationName")?,
            delivery_destination_policy: members.take("deliveryDestinationPolicy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliveryDestinationName", self.delivery_destination_name);
        members.put(
            "deliveryDestinationPolicy",
            self.delivery_destination_policy,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDeliveryDestinationPolicyResponse {
    pub policy: Option<Policy>,
}

impl Shape for PutDeliveryDestinationPolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy: members.take("policy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("policy", self.policy);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDeliveryDestinationRequest {
    pub name: String,
    pub output_format: Option<String>,
    pub delivery_destination_configuration: Option<DeliveryDestinationConfiguration>,
    pub delivery_destination_type: Option<String>,
    pub role_arn: Option<String>,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for PutDeliveryDestinationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            output_format: members.take("outputFormat")?,
            delivery_destination_configuration: members.take("deliveryDestinationConfiguration")?,
            delivery_destination_type: members.take("deliveryDestinationType")?,
            role_arn: members.take("roleArn")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("outputFormat", self.output_format);
        members.put(
            "deliveryDestinationConfiguration",
            self.delivery_destination_configuration,
        );
        members.put("deliveryDestinationType", self.delivery_destination_type);
        members.put("roleArn", self.role_arn);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDeliveryDestinationResponse {
    pub delivery_destination: Option<DeliveryDestination>,
}

impl Shape for PutDeliveryDestinationResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_destination: members.take("deliveryDestination")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliveryDestination", self.delivery_destination);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDeliverySourceRequest {
    pub name: String,
    pub resource_arn: String,
    pub log_type: String,
    pub tags: Option<BTreeMap<String, String>>,
    pub delivery_source_configuration: Option<BTreeMap<String, String>>,
}

impl Shape for PutDeliverySourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            resource_arn: members.take("resourceArn")?,
            log_type: members.take("logType")?,
            tags: members.take("tags")?,
            delivery_source_configuration: members.take("deliverySourceConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("resourceArn", self.resource_arn);
        members.put("logType", self.log_type);
        members.put("tags", self.tags);
        members.put(
            "deliverySourceConfiguration",
            self.delivery_source_configuration,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDeliverySourceResponse {
    pub delivery_source: Option<DeliverySource>,
}

impl Shape for PutDeliverySourceResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delivery_source: members.take("deliverySource")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("deliverySource", self.delivery_source);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDestinationPolicyRequest {
    pub destination_name: String,
    pub access_policy: String,
    pub force_update: Option<bool>,
}

impl Shape for PutDestinationPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            destination_name: members.take("destinationName")?,
            access_policy: members.take("accessPolicy")?,
            force_update: members.take("forceUpdate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("destinationName", self.destination_name);
        members.put("accessPolicy", self.access_policy);
        members.put("forceUpdate", self.force_update);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDestinationRequest {
    pub destination_name: String,
    pub target_arn: String,
    pub role_arn: String,
    pub tags: Option<BTreeMap<String, String>>,
}

impl Shape for PutDestinationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            destination_name: members.take("destinationName")?,
            target_arn: members.take("targetArn")?,
            role_arn: members.take("roleArn")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("destinationName", self.destination_name);
        members.put("targetArn", self.target_arn);
        members.put("roleArn", self.role_arn);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutDestinationResponse {
    pub destination: Option<Destination>,
}

impl Shape for PutDestinationResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            destination: members.take("destination")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("destination", self.destination);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutLogEventsRequest {
    pub log_group_name: String,
    pub log_stream_name: String,
    pub log_events: Vec<InputLogEvent>,
    pub sequence_token: Option<String>,
    pub entity: Option<Entity>,
}

impl Shape for PutLogEventsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            log_stream_name: members.take("logStreamName")?,
            log_events: members.take("logEvents")?,
            sequence_token: members.take("sequenceToken")?,
            entity: members.take("entity")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("logStreamName", self.log_stream_name);
        members.put("logEvents", self.log_events);
        members.put("sequenceToken", self.sequence_token);
        members.put("entity", self.entity);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutLogEventsResponse {
    pub next_sequence_token: Option<String>,
    pub rejected_log_events_info: Option<RejectedLogEventsInfo>,
    pub rejected_entity_info: Option<RejectedEntityInfo>,
}

impl Shape for PutLogEventsResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            next_sequence_token: members.take("nextSequenceToken")?,
            rejected_log_events_info: members.take("rejectedLogEventsInfo")?,
            rejected_entity_info: members.take("rejectedEntityInfo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("nextSequenceToken", self.next_sequence_token);
        members.put("rejectedLogEventsInfo", self.rejected_log_events_info);
        members.put("rejectedEntityInfo", self.rejected_entity_info);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMetricFilterRequest {
    pub log_group_name: String,
    pub filter_name: String,
    pub filter_pattern: String,
    pub metric_transformations: Vec<MetricTransformation>,
    pub apply_on_transformed_logs: Option<bool>,
    pub field_selection_criteria: Option<String>,
    pub emit_system_field_dimensions: Option<Vec<String>>,
}

impl Shape for PutMetricFilterRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            filter_name: members.take("filterName")?,
            filter_pattern: members.take("filterPattern")?,
            metric_transformations: members.take("metricTransformations")?,
            apply_on_transformed_logs: members.take("applyOnTransformedLogs")?,
            field_selection_criteria: members.take("fieldSelectionCriteria")?,
            emit_system_field_dimensions: members.take("emitSystemFieldDimensions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("filterName", self.filter_name);
        members.put("filterPattern", self.filter_pattern);
        members.put("metricTransformations", self.metric_transformations);
        members.put("applyOnTransformedLogs", self.apply_on_transformed_logs);
        members.put("fieldSelectionCriteria", self.field_selection_criteria);
        members.put(
            "emitSystemFieldDimensions",
            self.emit_system_field_dimensions,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutQueryDefinitionRequest {
    pub query_language: Option<String>,
    pub name: String,
    pub query_definition_id: Option<String>,
    pub log_group_names: Option<Vec<String>>,
    pub query_string: String,
    pub client_token: Option<String>,
    pub parameters: Option<Vec<QueryParameter>>,
}

impl Shape for PutQueryDefinitionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_language: members.take("queryLanguage")?,
            name: members.take("name")?,
            query_definition_id: members.take("queryDefinitionId")?,
            log_group_names: members.take("logGroupNames")?,
            query_string: members.take("queryString")?,
            client_token: members.take("clientToken")?,
            parameters: members.take("parameters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryLanguage", self.query_language);
        members.put("name", self.name);
        members.put("queryDefinitionId", self.query_definition_id);
        members.put("logGroupNames", self.log_group_names);
        members.put("queryString", self.query_string);
        members.put("clientToken", self.client_token);
        members.put("parameters", self.parameters);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutQueryDefinitionResponse {
    pub query_definition_id: Option<String>,
}

impl Shape for PutQueryDefinitionResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_definition_id: members.take("queryDefinitionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryDefinitionId", self.query_definition_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyRequest {
    pub policy_name: Option<String>,
    pub policy_document: Option<String>,
    pub resource_arn: Option<String>,
    pub expected_revision_id: Option<String>,
}

impl Shape for PutResourcePolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_name: members.take("policyName")?,
            policy_document: members.take("policyDocument")?,
            resource_arn: members.take("resourceArn")?,
            expected_revision_id: members.take("expectedRevisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("policyName", self.policy_name);
        members.put("policyDocument", self.policy_document);
        members.put("resourceArn", self.resource_arn);
        members.put("expectedRevisionId", self.expected_revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyResponse {
    pub resource_policy: Option<ResourcePolicy>,
    pub revision_id: Option<String>,
}

impl Shape for PutResourcePolicyResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_policy: members.take("resourcePolicy")?,
            revision_id: members.take("revisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourcePolicy", self.resource_policy);
        members.put("revisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRetentionPolicyRequest {
    pub log_group_name: String,
    pub retention_in_days: i32,
}

impl Shape for PutRetentionPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            retention_in_days: members.take("retentionInDays")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("retentionInDays", self.retention_in_days);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutSubscriptionFilterRequest {
    pub log_group_name: String,
    pub filter_name: String,
    pub filter_pattern: String,
    pub destination_arn: String,
    pub role_arn: Option<String>,
    pub distribution: Option<String>,
    pub apply_on_transformed_logs: Option<bool>,
    pub field_selection_criteria: Option<String>,
    pub emit_system_fields: Option<Vec<String>>,
}

impl Shape for PutSubscriptionFilterRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            filter_name: members.take("filterName")?,
            filter_pattern: members.take("filterPattern")?,
            destination_arn: members.take("destinationArn")?,
            role_arn: members.take("roleArn")?,
            distribution: members.take("distribution")?,
            apply_on_transformed_logs: members.take("applyOnTransformedLogs")?,
            field_selection_criteria: members.take("fieldSelectionCriteria")?,
            emit_system_fields: members.take("emitSystemFields")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("filterName", self.filter_name);
        members.put("filterPattern", self.filter_pattern);
        members.put("destinationArn", self.destination_arn);
        members.put("roleArn", self.role_arn);
        members.put("distribution", self.distribution);
        members.put("applyOnTransformedLogs", self.apply_on_transformed_logs);
        members.put("fieldSelectionCriteria", self.field_selection_criteria);
        members.put("emitSystemFields", self.emit_system_fields);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryDefinition {
    pub query_language: Option<String>,
    pub query_definition_id: Option<String>,
    pub name: Option<String>,
    pub query_string: Option<String>,
    pub last_modified: Option<i64>,
    pub log_group_names: Option<Vec<String>>,
    pub parameters: Option<Vec<QueryParameter>>,
}

impl Shape for QueryDefinition {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_language: members.take("queryLanguage")?,
            query_definition_id: members.take("queryDefinitionId")?,
            name: members.take("name")?,
            query_string: members.take("queryString")?,
            last_modified: members.take("lastModified")?,
            log_group_names: members.take("logGroupNames")?,
            parameters: members.take("parameters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryLanguage", self.query_language);
        members.put("queryDefinitionId", self.query_definition_id);
        members.put("name", self.name);
        members.put("queryString", self.query_string);
        members.put("lastModified", self.last_modified);
        members.put("logGroupNames", self.log_group_names);
        members.put("parameters", self.parameters);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryInfo {
    pub query_language: Option<String>,
    pub query_id: Option<String>,
    pub query_string: Option<String>,
    pub status: Option<String>,
    pub create_time: Option<i64>,
    pub log_group_name: Option<String>,
    pub query_duration: Option<i64>,
    pub bytes_scanned: Option<f64>,
    pub user_identity: Option<String>,
}

impl Shape for QueryInfo {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_language: members.take("queryLanguage")?,
            query_id: members.take("queryId")?,
            query_string: members.take("queryString")?,
            status: members.take("status")?,
            create_time: members.take("createTime")?,
            log_group_name: members.take("logGroupName")?,
            query_duration: members.take("queryDuration")?,
            bytes_scanned: members.take("bytesScanned")?,
            user_identity: members.take("userIdentity")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryLanguage", self.query_language);
        members.put("queryId", self.query_id);
        members.put("queryString", self.query_string);
        members.put("status", self.status);
        members.put("createTime", self.create_time);
        members.put("logGroupName", self.log_group_name);
        members.put("queryDuration", self.query_duration);
        members.put("bytesScanned", self.bytes_scanned);
        members.put("userIdentity", self.user_identity);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryParameter {
    pub name: String,
    pub default_value: Option<String>,
    pub description: Option<String>,
}

impl Shape for QueryParameter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("name")?,
            default_value: members.take("defaultValue")?,
            description: members.take("description")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("name", self.name);
        members.put("defaultValue", self.default_value);
        members.put("description", self.description);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryStatistics {
    pub records_matched: Option<f64>,
    pub records_scanned: Option<f64>,
    pub estimated_records_skipped: Option<f64>,
    pub bytes_scanned: Option<f64>,
    pub estimated_bytes_skipped: Option<f64>,
    pub log_groups_scanned: Option<f64>,
    pub result_count: Option<f64>,
}

impl Shape for QueryStatistics {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            records_matched: members.take("recordsMatched")?,
            records_scanned: members.take("recordsScanned")?,
            estimated_records_skipped: members.take("estimatedRecordsSkipped")?,
            bytes_scanned: members.take("bytesScanned")?,
            estimated_bytes_skipped: members.take("estimatedBytesSkipped")?,
            log_groups_scanned: members.take("logGroupsScanned")?,
            result_count: members.take("resultCount")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("recordsMatched", self.records_matched);
        members.put("recordsScanned", self.records_scanned);
        members.put("estimatedRecordsSkipped", self.estimated_records_skipped);
        members.put("bytesScanned", self.bytes_scanned);
        members.put("estimatedBytesSkipped", self.estimated_bytes_skipped);
        members.put("logGroupsScanned", self.log_groups_scanned);
        members.put("resultCount", self.result_count);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RejectedEntityInfo {
    pub error_type: String,
}

impl Shape for RejectedEntityInfo {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            error_type: members.take("errorType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("errorType", self.error_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RejectedLogEventsInfo {
    pub too_new_log_event_start_index: Option<i32>,
    pub too_old_log_event_end_index: Option<i32>,
    pub expired_log_event_end_index: Option<i32>,
}

impl Shape for RejectedLogEventsInfo {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            too_new_log_event_start_index: members.take("tooNewLogEventStartIndex")?,
            too_old_log_event_end_index: members.take("tooOldLogEventEndIndex")?,
            expired_log_event_end_index: members.take("expiredLogEventEndIndex")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "tooNewLogEventStartIndex",
            self.too_new_log_event_start_index,
        );
        members.put("tooOldLogEventEndIndex", self.too_old_log_event_end_index);
        members.put("expiredLogEventEndIndex", self.expired_log_event_end_index);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourcePolicy {
    pub policy_name: Option<String>,
    pub policy_document: Option<String>,
    pub last_updated_time: Option<i64>,
    pub policy_scope: Option<String>,
    pub resource_arn: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for ResourcePolicy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_name: members.take("policyName")?,
            policy_document: members.take("policyDocument")?,
            last_updated_time: members.take("lastUpdatedTime")?,
            policy_scope: members.take("policyScope")?,
            resource_arn: members.take("resourceArn")?,
            revision_id: members.take("revisionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("policyName", self.policy_name);
        members.put("policyDocument", self.policy_document);
        members.put("lastUpdatedTime", self.last_updated_time);
        members.put("policyScope", self.policy_scope);
        members.put("resourceArn", self.resource_arn);
        members.put("revisionId", self.revision_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResultField {
    pub field: Option<String>,
    pub value: Option<String>,
}

impl Shape for ResultField {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            field: members.take("field")?,
            value: members.take("value")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("field", self.field);
        members.put("value", self.value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3DeliveryConfiguration {
    pub suffix_path: Option<String>,
    pub enable_hive_compatible_path: Option<bool>,
}

impl Shape for S3DeliveryConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            suffix_path: members.take("suffixPath")?,
            enable_hive_compatible_path: members.take("enableHiveCompatiblePath")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("suffixPath", self.suffix_path);
        members.put("enableHiveCompatiblePath", self.enable_hive_compatible_path);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchedLogStream {
    pub log_stream_name: Option<String>,
    pub searched_completely: Option<bool>,
}

impl Shape for SearchedLogStream {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_stream_name: members.take("logStreamName")?,
            searched_completely: members.take("searchedCompletely")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logStreamName", self.log_stream_name);
        members.put("searchedCompletely", self.searched_completely);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionStreamingException {
    pub message: Option<String>,
}

impl Shape for SessionStreamingException {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            message: members.take("message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionTimeoutException {
    pub message: Option<String>,
}

impl Shape for SessionTimeoutException {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            message: members.take("message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartLiveTailRequest {
    pub log_group_identifiers: Vec<String>,
    pub log_stream_names: Option<Vec<String>>,
    pub log_stream_name_prefixes: Option<Vec<String>>,
    pub log_event_filter_pattern: Option<String>,
}

impl Shape for StartLiveTailRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_identifiers: members.take("logGroupIdentifiers")?,
            log_stream_names: members.take("logStreamNames")?,
            log_stream_name_prefixes: members.take("logStreamNamePrefixes")?,
            log_event_filter_pattern: members.take("logEventFilterPattern")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupIdentifiers", self.log_group_identifiers);
        members.put("logStreamNames", self.log_stream_names);
        members.put("logStreamNamePrefixes", self.log_stream_name_prefixes);
        members.put("logEventFilterPattern", self.log_event_filter_pattern);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartLiveTailResponse {
    pub response_stream: Option<StartLiveTailResponseStream>,
}

impl Shape for StartLiveTailResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            response_stream: members.take("responseStream")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("responseStream", self.response_stream);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartLiveTailResponseStream {
    pub session_start: Option<LiveTailSessionStart>,
    pub session_update: Option<LiveTailSessionUpdate>,
    pub session_timeout_exception: Option<SessionTimeoutException>,
    pub session_streaming_exception: Option<SessionStreamingException>,
}

impl Shape for StartLiveTailResponseStream {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            session_start: members.take("sessionStart")?,
            session_update: members.take("sessionUpdate")?,
            session_timeout_exception: members.take("SessionTimeoutException")?,
            session_streaming_exception: members.take("SessionStreamingException")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("sessionStart", self.session_start);
        members.put("sessionUpdate", self.session_update);
        members.put("SessionTimeoutException", self.session_timeout_exception);
        members.put(
            "SessionStreamingException",
            self.session_streaming_exception,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartQueryRequest {
    pub query_language: Option<String>,
    pub log_group_name: Option<String>,
    pub log_group_names: Option<Vec<String>>,
    pub log_group_identifiers: Option<Vec<String>>,
    pub start_time: i64,
    pub end_time: i64,
    pub query_string: String,
    pub limit: Option<i32>,
}

impl Shape for StartQueryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_language: members.take("queryLanguage")?,
            log_group_name: members.take("logGroupName")?,
            log_group_names: members.take("logGroupNames")?,
            log_group_identifiers: members.take("logGroupIdentifiers")?,
            start_time: members.take("startTime")?,
            end_time: members.take("endTime")?,
            query_string: members.take("queryString")?,
            limit: members.take("limit")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryLanguage", self.query_language);
        members.put("logGroupName", self.log_group_name);
        members.put("logGroupNames", self.log_group_names);
        members.put("logGroupIdentifiers", self.log_group_identifiers);
        members.put("startTime", self.start_time);
        members.put("endTime", self.end_time);
        members.put("queryString", self.query_string);
        members.put("limit", self.limit);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartQueryResponse {
    pub query_id: Option<String>,
}

impl Shape for StartQueryResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_id: members.take("queryId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryId", self.query_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopQueryRequest {
    pub query_id: String,
}

impl Shape for StopQueryRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            query_id: members.take("queryId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("queryId", self.query_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopQueryResponse {
    pub success: Option<bool>,
}

impl Shape for StopQueryResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            success: members.take("success")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("success", self.success);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubscriptionFilter {
    pub filter_name: Option<String>,
    pub log_group_name: Option<String>,
    pub filter_pattern: Option<String>,
    pub destination_arn: Option<String>,
    pub role_arn: Option<String>,
    pub distribution: Option<String>,
    pub apply_on_transformed_logs: Option<bool>,
    pub creation_time: Option<i64>,
    pub field_selection_criteria: Option<String>,
    pub emit_system_fields: Option<Vec<String>>,
}

impl Shape for SubscriptionFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            filter_name: members.take("filterName")?,
            log_group_name: members.take("logGroupName")?,
            filter_pattern: members.take("filterPattern")?,
            destination_arn: members.take("destinationArn")?,
            role_arn: members.take("roleArn")?,
            distribution: members.take("distribution")?,
            apply_on_transformed_logs: members.take("applyOnTransformedLogs")?,
            creation_time: members.take("creationTime")?,
            field_selection_criteria: members.take("fieldSelectionCriteria")?,
            emit_system_fields: members.take("emitSystemFields")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("filterName", self.filter_name);
        members.put("logGroupName", self.log_group_name);
        members.put("filterPattern", self.filter_pattern);
        members.put("destinationArn", self.destination_arn);
        members.put("roleArn", self.role_arn);
        members.put("distribution", self.distribution);
        members.put("applyOnTransformedLogs", self.apply_on_transformed_logs);
        members.put("creationTime", self.creation_time);
        members.put("fieldSelectionCriteria", self.field_selection_criteria);
        members.put("emitSystemFields", self.emit_system_fields);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagFilter {
    pub key: String,
    pub values: Option<Vec<String>>,
}

impl Shape for TagFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("key")?,
            values: members.take("values")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("key", self.key);
        members.put("values", self.values);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagLogGroupRequest {
    pub log_group_name: String,
    pub tags: BTreeMap<String, String>,
}

impl Shape for TagLogGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceRequest {
    pub resource_arn: String,
    pub tags: BTreeMap<String, String>,
}

impl Shape for TagResourceRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            resource_arn: members.take("resourceArn")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourceArn", self.resource_arn);
        members.put("tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestMetricFilterRequest {
    pub filter_pattern: String,
    pub log_event_messages: Vec<String>,
}

impl Shape for TestMetricFilterRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            filter_pattern: members.take("filterPattern")?,
            log_event_messages: members.take("logEventMessages")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("filterPattern", self.filter_pattern);
        members.put("logEventMessages", self.log_event_messages);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestMetricFilterResponse {
    pub matches: Option<Vec<MetricFilterMatchRecord>>,
}

impl Shape for TestMetricFilterResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            matches: members.take("matches")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("matches", self.matches);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagLogGroupRequest {
    pub log_group_name: String,
    pub tags: Vec<String>,
}

impl Shape for UntagLogGroupRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            log_group_name: members.take("logGroupName")?,
            tags: members.take("tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("logGroupName", self.log_group_name);
        members.put("tags", self.tags);
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
            resource_arn: members.take("resourceArn")?,
            tag_keys: members.take("tagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("resourceArn", self.resource_arn);
        members.put("tagKeys", self.tag_keys);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeliveryConfigurationRequest {
    pub id: String,
    pub record_fields: Option<Vec<String>>,
    pub field_delimiter: Option<String>,
    pub s3_delivery_configuration: Option<S3DeliveryConfiguration>,
}

impl Shape for UpdateDeliveryConfigurationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("id")?,
            record_fields: members.take("recordFields")?,
            field_delimiter: members.take("fieldDelimiter")?,
            s3_delivery_configuration: members.take("s3DeliveryConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("id", self.id);
        members.put("recordFields", self.record_fields);
        members.put("fieldDelimiter", self.field_delimiter);
        members.put("s3DeliveryConfiguration", self.s3_delivery_configuration);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeliveryConfigurationResponse {}

impl Shape for UpdateDeliveryConfigurationResponse {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}
