//! AWS::SSM

pub(super) mod parameter;
