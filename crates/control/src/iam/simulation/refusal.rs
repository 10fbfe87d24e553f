//! What no simulation can be made of. AWS calls all of it an invalid input.

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(in super::super) enum Unsimulated {
    #[error("{0}")]
    Unreadable(String),
    #[error("Invalid Entity Arn: {0} does not clearly define entity type and name.")]
    NotAPrincipal(String),
    #[error("Invalid caller - Caller must be an IAM user in this context.")]
    NotACaller,
    #[error("ResourceOwner must name an account: {0}")]
    NotAnOwner(String),
    #[error("PermissionsBoundaryPolicyInputList can have one policy at most.")]
    OneBoundary,
    #[error("A context entry needs a ContextKeyName and ContextKeyValues.")]
    HalfAnEntry,
    #[error("The values of the context key {key} are not of the type {kind}.")]
    ValuesOfAnotherType { key: String, kind: String },
    #[error("{0} is not the name of an action.")]
    NotAnAction(String),
    #[error("A simulation can have {0} combinations of actions and resources at most.")]
    TooManyResults(usize),
}
