//! AWS::CloudFormation, and the custom resources of everybody.

pub(super) mod custom_resource;
pub(super) mod stack;
pub(super) mod wait_condition;
pub(super) mod wait_condition_handle;

mod waiting; // for what somebody outside says
