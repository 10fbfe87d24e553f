//! AWS::S3

pub(super) mod bucket;
pub(super) mod bucket_policy;

mod configurations; // in templates and in the API
