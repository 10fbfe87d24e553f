//! What whoever runs the server decides about Lambda's control plane.

use std::time::Duration;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FunctionSettings {
    /// How long a changed function is shown as one whose update is under way, during which it takes
    /// no other update. On AWS some seconds; zero for never.
    pub update: Duration,
    pub vpc: VpcConfigs,
}

/// What becomes of a `VpcConfig` that names subnets: there is no VPC here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VpcConfigs {
    #[default]
    Refuse,
    /// It is kept, and shown with a reason that says it has no effect.
    Keep,
}

impl Default for FunctionSettings {
    fn default() -> Self {
        Self {
            update: Duration::from_millis(250),
            vpc: VpcConfigs::Refuse,
        }
    }
}
