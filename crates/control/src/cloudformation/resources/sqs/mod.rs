//! AWS::SQS, at the endpoint that is configured for it

pub(super) mod queue;
pub(super) mod queue_policy;
