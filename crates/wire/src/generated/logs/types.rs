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
pub struct DeleteRetentionPolicy;

impl Operation for DeleteRetentionPolicy {
    type Input = DeleteRetentionPolicyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteRetentionPolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_RETENTION_POLICY;
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
pub struct FilterLogEvents;

impl Operation for FilterLogEvents {
    type Input = FilterLogEventsRequest;
    type Output = FilterLogEventsResponse;
    const NAME: &'static str = "FilterLogEvents";
    const SCHEMA: &'static OperationSchema = &schema::FILTER_LOG_EVENTS;
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
pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    type Input = ListTagsForResourceRequest;
    type Output = ListTagsForResourceResponse;
    const NAME: &'static str = "ListTagsForResource";
    const SCHEMA: &'static OperationSchema = &schema::LIST_TAGS_FOR_RESOURCE;
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
pub struct PutRetentionPolicy;

impl Operation for PutRetentionPolicy {
    type Input = PutRetentionPolicyRequest;
    type Output = ();
    const NAME: &'static str = "PutRetentionPolicy";
    const SCHEMA: &'static OperationSchema = &schema::PUT_RETENTION_POLICY;
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
pub struct UntagResource;

impl Operation for UntagResource {
    type Input = UntagResourceRequest;
    type Output = ();
    const NAME: &'static str = "UntagResource";
    const SCHEMA: &'static OperationSchema = &schema::UNTAG_RESOURCE;
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
