//! Amazon CloudWatch Logs: groups, streams, events, and the engine that keeps what functions print.
//!
//! A line that a function printed and a line that a client put go the same way; neither is written
//! for somebody whose policies do not allow it. Retention is kept when events are read: what is too
//! old is shown to nobody.

mod create_log_group;
mod delete_log_group;
mod delete_retention_policy;
mod describe_log_groups;
mod list_log_groups;
mod put_retention_policy;

mod create_log_stream;
mod delete_log_stream;
mod describe_log_streams;

mod filter_log_events;
mod get_log_events;
mod live_tail;
mod put_log_events;

mod list_tags_for_resource;
mod list_tags_log_group;
mod tag_log_group;
mod tag_resource;
mod untag_log_group;
mod untag_resource;

mod deliveries;
mod destinations;
mod export_tasks;
mod metric_filters;
mod queries;
mod query_definitions;
mod resource_policies;
mod subscriptions;

mod engine;
mod events;
mod failures;
mod group;
mod keeping;
mod paging;
mod pattern;
mod settings;
mod tagged;

#[cfg(test)]
mod tests;

use wire::logs::{
    CancelExportTask, CreateDelivery, CreateExportTask, CreateLogGroup, CreateLogStream,
    DeleteDelivery, DeleteDeliveryDestination, DeleteDeliveryDestinationPolicy,
    DeleteDeliverySource, DeleteDestination, DeleteLogGroup, DeleteLogStream, DeleteMetricFilter,
    DeleteQueryDefinition, DeleteResourcePolicy, DeleteRetentionPolicy, DeleteSubscriptionFilter,
    DescribeDeliveries, DescribeDeliveryDestinations, DescribeDeliverySources,
    DescribeDestinations, DescribeExportTasks, DescribeLogGroups, DescribeLogStreams,
    DescribeMetricFilters, DescribeQueries, DescribeQueryDefinitions, DescribeResourcePolicies,
    DescribeSubscriptionFilters, FilterLogEvents, GetDelivery, GetDeliveryDestination,
    GetDeliveryDestinationPolicy, GetDeliverySource, GetLogEvents, GetQueryResults, ListLogGroups,
    ListTagsForResource, ListTagsLogGroup, PutDeliveryDestination, PutDeliveryDestinationPolicy,
    PutDeliverySource, PutDestination, PutDestinationPolicy, PutLogEvents, PutMetricFilter,
    PutQueryDefinition, PutResourcePolicy, PutRetentionPolicy, PutSubscriptionFilter,
    StartLiveTail, StartQuery, StopQuery, TagLogGroup, TagResource, TestMetricFilter,
    UntagLogGroup, UntagResource, UpdateDeliveryConfiguration,
};

use crate::operations::operations;

pub use engine::Engine;
pub(crate) use settings::tags_of;

operations! {
    CancelExportTask,
    CreateDelivery,
    CreateExportTask,
    CreateLogGroup,
    CreateLogStream,
    DeleteDelivery,
    DeleteDeliveryDestination,
    DeleteDeliveryDestinationPolicy,
    DeleteDeliverySource,
    DeleteDestination,
    DeleteLogGroup,
    DeleteLogStream,
    DeleteMetricFilter,
    DeleteQueryDefinition,
    DeleteResourcePolicy,
    DeleteRetentionPolicy,
    DeleteSubscriptionFilter,
    DescribeDeliveries,
    DescribeDeliveryDestinations,
    DescribeDeliverySources,
    DescribeDestinations,
    DescribeExportTasks,
    DescribeLogGroups,
    DescribeLogStreams,
    DescribeMetricFilters,
    DescribeQueries,
    DescribeQueryDefinitions,
    DescribeResourcePolicies,
    DescribeSubscriptionFilters,
    FilterLogEvents,
    GetDelivery,
    GetDeliveryDestination,
    GetDeliveryDestinationPolicy,
    GetDeliverySource,
    GetLogEvents,
    GetQueryResults,
    ListLogGroups,
    ListTagsForResource,
    ListTagsLogGroup,
    PutDeliveryDestination,
    PutDeliveryDestinationPolicy,
    PutDeliverySource,
    PutDestination,
    PutDestinationPolicy,
    PutLogEvents,
    PutMetricFilter,
    PutQueryDefinition,
    PutResourcePolicy,
    PutRetentionPolicy,
    PutSubscriptionFilter,
    StartQuery,
    StopQuery,
    TagLogGroup,
    TagResource,
    TestMetricFilter,
    UntagLogGroup,
    UntagResource,
    UpdateDeliveryConfiguration,
    @stream StartLiveTail,
}

/// For the fuzz targets.
pub(crate) fn read_stranger(text: &str, messages: &str) {
    if let Ok(pattern) = pattern::Pattern::parse(text) {
        for message in messages.lines() {
            pattern.matches(message);
            pattern.extract(message);
        }
    }
    queries::read_stranger(text, messages);
}
