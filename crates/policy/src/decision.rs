//! The verdict, and the words AWS has for a refusal.

use std::fmt;

use serde::Serialize;

/// Which kind of policy spoke, or was missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    ResourceControl,
    ServiceControl,
    Resource,
    Trust,
    Identity,
    Boundary,
    Session,
}

impl Layer {
    /// AWS's name for the kind of policy, with the article it puts before it in a denial (IAM user
    /// guide, "Troubleshoot access denied error messages").
    fn with_article(self) -> &'static str {
        match self {
            Self::ResourceControl => "a resource control policy",
            Self::ServiceControl => "a service control policy",
            Self::Resource => "a resource-based policy",
            Self::Trust => "the role trust policy",
            Self::Identity => "an identity-based policy",
            Self::Boundary => "a permissions boundary",
            Self::Session => "a session policy",
        }
    }

    /// AWS's name for the kind of policy.
    pub fn name(self) -> &'static str {
        match self {
            Self::ResourceControl => "resource control policy",
            Self::ServiceControl => "service control policy",
            Self::Resource => "resource-based policy",
            Self::Trust => "role trust policy",
            Self::Identity => "identity-based policy",
            Self::Boundary => "permissions boundary",
            Self::Session => "session policy",
        }
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A statement: the layer, the source within the layer (counted through all levels of control
/// policies), and the statement within the source, each from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Place {
    pub layer: Layer,
    pub source: usize,
    pub statement: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Decision {
    Allowed(Allowed),
    Denied(Denied),
}

impl Decision {
    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed(_))
    }
}

/// Why a request may pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// This statement grants it, and nothing that limits it stands against it.
    Statement(Place),
    /// The account's root needs no policy in its own account.
    Root,
    /// `sts:GetCallerIdentity` needs no permission, and no policy can deny it.
    CallerIdentity,
}

/// Why a request may not pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    /// A statement with Deny applies.
    ExplicitDeny {
        layer: Layer,
        source: usize,
        statement: usize,
    },
    /// This layer would have had to allow, and did not.
    NotAllowed { layer: Layer },
}

impl Denied {
    pub fn layer(&self) -> Layer {
        match self {
            Self::ExplicitDeny { layer, .. } | Self::NotAllowed { layer } => *layer,
        }
    }

    /// The end of AWS's message `User: … is not authorized to perform: … on resource: …`, such as
    /// `because no identity-based policy allows the lambda:InvokeFunction action`.
    pub fn reason(&self, action: &str) -> String {
        match self {
            Self::ExplicitDeny { layer, .. } => {
                format!("with an explicit deny in {}", layer.with_article())
            }
            Self::NotAllowed { layer } => {
                format!("because no {} allows the {action} action", layer.name())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(denied: Denied, expected: &str) {
        assert_eq!(denied.reason("lambda:InvokeFunction"), expected);
    }

    fn explicit(layer: Layer) -> Denied {
        Denied::ExplicitDeny {
            layer,
            source: 0,
            statement: 0,
        }
    }

    #[test]
    fn a_missing_allow_is_worded_as_aws_does() {
        for (layer, kind) in [
            (Layer::Identity, "identity-based policy"),
            (Layer::Resource, "resource-based policy"),
            (Layer::Boundary, "permissions boundary"),
            (Layer::Session, "session policy"),
            (Layer::ServiceControl, "service control policy"),
            (Layer::Trust, "role trust policy"),
        ] {
            check(
                Denied::NotAllowed { layer },
                &format!("because no {kind} allows the lambda:InvokeFunction action"),
            );
        }
    }

    #[test]
    fn an_explicit_deny_is_worded_as_aws_does() {
        check(
            explicit(Layer::Identity),
            "with an explicit deny in an identity-based policy",
        );
        check(
            explicit(Layer::Resource),
            "with an explicit deny in a resource-based policy",
        );
        check(
            explicit(Layer::Boundary),
            "with an explicit deny in a permissions boundary",
        );
        check(
            explicit(Layer::Trust),
            "with an explicit deny in the role trust policy",
        );
    }
}
