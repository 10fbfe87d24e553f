//! Why a function was not invoked.

use policy::Explanation;

use super::Fix;
use crate::AccessDenied;

/// A refusal with everything that is needed to understand it and to end it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .explanation.sentence)]
pub struct Refused {
    pub kind: RefusedKind,
    /// What the policies on the invocation said; for a role that is not assumable, what the trust
    /// policy said.
    pub explanation: Box<Explanation>,
    /// What the trust policy said, where it was what refused.
    pub trust: Option<Box<Explanation>>,
    pub fix: Box<Fix>,
    /// The role that was to be used, where one was.
    pub role_arn: Option<Box<str>>,
}

impl From<Refused> for AccessDenied {
    fn from(refused: Refused) -> Self {
        let remedy = *refused.fix;
        Self {
            fix: Some(remedy.cli.clone()),
            remedies: vec![remedy],
            ..Self::of(refused.trust.unwrap_or(refused.explanation))
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusedKind {
    /// The role does not exist, or does not trust the service.
    RoleNotAssumable,
    /// No policy allows the invocation, or one denies it.
    NotPermitted,
}
