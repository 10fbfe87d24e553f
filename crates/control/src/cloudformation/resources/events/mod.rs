//! AWS::Events

pub(super) mod rule;
