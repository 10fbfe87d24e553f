//! What keeps a definition from being served.

use crate::routing::Conflict;

/// Why a definition, or a part of it, doesn't compile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CompileError {
    /// AWS's text for CreateDeployment.
    #[error("The REST API doesn't contain any methods")]
    NoMethods,
    /// AWS's text for CreateDeployment.
    #[error("No integration defined for method")]
    NoIntegration { method: String },
    #[error("resource {0} has no parent")]
    LostResource(String),
    #[error(transparent)]
    Routes(#[from] Conflict),
    #[error("{place}: {reason}")]
    Template { place: String, reason: String },
    #[error("{place}: {reason}")]
    Mapping { place: String, reason: String },
    #[error("{place}: the pattern is not usable: {reason}")]
    Pattern { place: String, reason: String },
    #[error("{uri} names no function: {reason}")]
    FunctionUri { uri: String, reason: String },
    #[error("{uri} needs a value for the stage variable {name}")]
    StageVariable { uri: String, name: String },
    #[error("{0} is not an HTTP endpoint")]
    Endpoint(String),
    #[error("{0} is not a status")]
    Status(String),
    #[error("the resource policy is malformed: {0}")]
    Policy(String),
    #[error("there is no authorizer {0}")]
    NoAuthorizer(String),
    #[error("identity source {0} is not known")]
    IdentitySource(String),
    #[error("{0} is no user pool")]
    UserPool(String),
    #[error("there is no request validator {0}")]
    NoValidator(String),
    #[error("model {name}: {reason}")]
    Model { name: String, reason: String },
    /// A feature of AWS that is not served yet. Its callers are refused.
    #[error("{0} is not served yet")]
    Unserved(String),
}

impl CompileError {
    /// Whether only a stage can tell, or only calls of the part are refused: then the deployment
    /// may be made, as AWS makes it.
    pub(crate) fn is_settled_by_calls(&self) -> bool {
        match self {
            Self::StageVariable { .. }
            | Self::Unserved(_)
            | Self::FunctionUri { .. }
            | Self::Endpoint(_) => true,
            Self::NoMethods
            | Self::NoIntegration { .. }
            | Self::LostResource(_)
            | Self::Routes(_)
            | Self::Template { .. }
            | Self::Mapping { .. }
            | Self::Pattern { .. }
            | Self::Status(_)
            | Self::Policy(_)
            | Self::NoAuthorizer(_)
            | Self::IdentitySource(_)
            | Self::UserPool(_)
            | Self::NoValidator(_)
            | Self::Model { .. } => false,
        }
    }
}
