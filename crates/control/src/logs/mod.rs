//! Amazon CloudWatch Logs: groups, streams, events, and the engine that keeps what functions print.
//!
//! A line that a function printed and a line that a client put go the same way; neither is written
//! for somebody whose policies do not allow it. Retention is kept when events are read: what is too
//! old is shown to nobody.

mod create_log_group;
mod delete_log_group;
mod delete_retention_policy;
mod describe_log_groups;
mod put_retention_policy;

mod create_log_stream;
mod delete_log_stream;
mod describe_log_streams;

mod filter_log_events;
mod get_log_events;
mod put_log_events;

mod list_tags_for_resource;
mod tag_resource;
mod untag_resource;

mod engine;
mod events;
mod failures;
mod group;
mod keeping;
mod pattern;

#[cfg(test)]
mod tests;

use wire::logs::{
    CreateLogGroup, CreateLogStream, DeleteLogGroup, DeleteLogStream, DeleteRetentionPolicy,
    DescribeLogGroups, DescribeLogStreams, FilterLogEvents, GetLogEvents, ListTagsForResource,
    PutLogEvents, PutRetentionPolicy, TagResource, UntagResource,
};

use crate::operations::operations;

pub use engine::Engine;

operations! {
    CreateLogGroup,
    CreateLogStream,
    DeleteLogGroup,
    DeleteLogStream,
    DeleteRetentionPolicy,
    DescribeLogGroups,
    DescribeLogStreams,
    FilterLogEvents,
    GetLogEvents,
    ListTagsForResource,
    PutLogEvents,
    PutRetentionPolicy,
    TagResource,
    UntagResource,
}
