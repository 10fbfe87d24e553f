//! AWS::Events, at the endpoint that is configured for it

pub(super) mod rule;
