//! AWS::SNS, at the endpoint that is configured for it

pub(super) mod subscription;
pub(super) mod topic;
pub(super) mod topic_policy;
