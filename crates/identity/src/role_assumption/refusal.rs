//! Why somebody could not become a role, and what STS says to it.

use policy::{Explanation, Layer, Malformed};
use remedy::Remedy;

use super::{ASSUME, ASSUME_WITH_WEB_IDENTITY, Assumer};
use crate::authorization::{AccessDenied, Seen, remedies};
use crate::identifiers::NoRandomness;

/// Why somebody could not become a role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{by} can't assume {role_arn}: {kind}")]
pub struct AssumeRefused {
    pub kind: AssumeRefusedKind,
    pub by: Box<str>,
    pub role_arn: Box<str>,
    /// Whether an identity provider vouched: AWS's words name nobody then.
    pub federated: bool,
    /// What the trust policy and the caller's policies said, where they were asked.
    pub explanation: Option<Box<Explanation>>,
    /// What would end it, one for each thing in the way.
    pub remedies: Box<[Remedy]>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AssumeRefusedKind {
    /// AWS answers AccessDenied, so that nobody learns which roles exist.
    #[error("there is no such role")]
    NoSuchRole,
    #[error("the trust policy, or the caller's own policies, do not allow {action}")]
    NotAllowed { action: &'static str },
    /// AWS: AccessDenied, `Roles may not be assumed by root accounts.`
    #[error("root may not assume roles")]
    Root,
    /// AWS: ValidationError.
    #[error("a session lasts 900 to {most} seconds here")]
    Duration { most: u32 },
    /// AWS: ValidationError.
    #[error("a session opened by a session lasts at most one hour")]
    ChainedDuration,
    #[error("the session policy is malformed")]
    MalformedPolicy(Malformed),
    /// AWS: ValidationError.
    #[error("there is no managed policy {arn} that the session could have")]
    NoSuchPolicy { arn: String },
    /// AWS: InvalidParameterValue.
    #[error("a tag that the calling session hands on can't be set again")]
    TransitiveConflict,
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

impl AssumeRefused {
    pub(super) fn new(kind: AssumeRefusedKind, by: &Assumer<'_>, role_arn: &str) -> Self {
        let federated = matches!(by, Assumer::WebIdentity(_));
        let by = match by {
            Assumer::Service(name) => (*name).to_owned(),
            Assumer::Caller(caller) => caller.arn(),
            Assumer::WebIdentity(known) => known.provider_arn().to_owned(),
        };
        let explanation = told(&kind, &by, role_arn);
        let remedies = ended(&kind, &by, role_arn);
        Self {
            kind,
            by: by.into(),
            federated,
            role_arn: role_arn.into(),
            explanation,
            remedies: remedies.into(),
        }
    }

    /// The commands of all that would end it.
    pub fn fix(&self) -> Option<String> {
        remedies::commands(&self.remedies)
    }

    /// As a denied call, where policies were what stood in the way.
    pub fn into_denied(self) -> Option<AccessDenied> {
        Some(AccessDenied {
            message: self.message(),
            fix: self.fix(),
            explanation: self.explanation?,
            seen: Seen::default(),
            remedies: self.remedies.into_vec(),
        })
    }

    /// What STS answers.
    pub fn message(&self) -> String {
        match &self.kind {
            AssumeRefusedKind::NoSuchRole if self.federated => {
                self.not_authorized(ASSUME_WITH_WEB_IDENTITY)
            }
            AssumeRefusedKind::NoSuchRole => self.not_authorized(ASSUME),
            AssumeRefusedKind::NotAllowed { action } => self.not_authorized(action),
            AssumeRefusedKind::Root => "Roles may not be assumed by root accounts.".into(),
            AssumeRefusedKind::Duration { .. } => {
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
                    .into()
            }
            AssumeRefusedKind::ChainedDuration => "The requested DurationSeconds exceeds the \
                1 hour session limit for roles assumed by role chaining."
                .into(),
            AssumeRefusedKind::MalformedPolicy(malformed) => malformed.message().to_owned(),
            AssumeRefusedKind::NoSuchPolicy { arn } => {
                format!("Policy {arn} does not exist or is not attachable.")
            }
            AssumeRefusedKind::TransitiveConflict => {
                "One of the specified transitive tag keys can't be set because it conflicts with a \
                 transitive tag key from the calling session."
                    .into()
            }
            AssumeRefusedKind::NoRandomness(_) => "Internal failure".into(),
        }
    }

    fn not_authorized(&self, action: &str) -> String {
        if self.federated {
            return format!("Not authorized to perform {action}");
        }
        format!(
            "User: {} is not authorized to perform: {action} on resource: {}",
            self.by, self.role_arn
        )
    }
}

/// What no policy was asked for, and nobody is told: the journal is.
fn told(kind: &AssumeRefusedKind, by: &str, role_arn: &str) -> Option<Box<Explanation>> {
    let unasked = matches!(
        kind,
        AssumeRefusedKind::NoSuchRole | AssumeRefusedKind::Root
    );
    unasked.then(|| {
        Box::new(Explanation {
            allowed: false,
            sentence: format!("{by} can't assume {role_arn}: {kind}"),
            layer: Some(Layer::Trust),
            decided_by: None,
            principal: by.to_owned(),
            action: ASSUME.to_owned(),
            resource: role_arn.to_owned(),
            sources: Vec::new(),
            nearest: None,
        })
    })
}

fn ended(kind: &AssumeRefusedKind, by: &str, role_arn: &str) -> Vec<Remedy> {
    match kind {
        AssumeRefusedKind::NoSuchRole => vec![remedies::of_missing_role(by, role_arn)],
        AssumeRefusedKind::Root => vec![Remedy::advice(
            "Call sts:AssumeRole with the keys of a user or a role: AWS lets no root assume a role.",
        )],
        AssumeRefusedKind::NotAllowed { .. }
        | AssumeRefusedKind::Duration { .. }
        | AssumeRefusedKind::ChainedDuration
        | AssumeRefusedKind::MalformedPolicy(_)
        | AssumeRefusedKind::NoSuchPolicy { .. }
        | AssumeRefusedKind::TransitiveConflict
        | AssumeRefusedKind::NoRandomness(_) => Vec::new(),
    }
}
