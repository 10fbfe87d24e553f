//! One question to both evaluators, in types that belong to neither, and the answers that count.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use serde_json::Value;

/// The answers that AWS tells apart: only an explicit deny beats every allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    Allow,
    Implicit,
    Explicit,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    Anonymous,
    Service(String),
    Root(String),
    User(String),
    Session {
        role: String,
        session: String,
    },
    /// Its ARN, and the user who made the session, unless the root user did.
    FederatedUser {
        arn: String,
        user: Option<String>,
    },
    Federated(String),
}

/// The policy documents that apply, as JSON. `None` and empty differ as they do in AWS: no boundary
/// limits nothing, a boundary that is silent allows nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layers {
    pub(crate) identity: Vec<Value>,
    pub(crate) resource: Option<Value>,
    pub(crate) boundary: Option<Vec<Value>>,
    pub(crate) session: Option<Vec<Value>>,
    /// One list for each level of the organization.
    pub(crate) scp: Vec<Vec<Value>>,
    pub(crate) rcp: Vec<Vec<Value>>,
    /// The trust policy, when a role is to be assumed. There is no resource policy then.
    pub(crate) trust: Option<Value>,
}

/// A request and its policies.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) who: Who,
    pub(crate) action: String,
    pub(crate) resource: String,
    /// The account that owns the resource; empty for the principal's own.
    pub(crate) owner: String,
    pub(crate) context: BTreeMap<String, Vec<String>>,
    /// Shared, because many requests are asked of the same policies.
    pub(crate) layers: Rc<Layers>,
}

impl Who {
    pub(crate) fn account(&self) -> Option<&str> {
        match self {
            Self::Anonymous | Self::Service(_) | Self::Federated(_) => None,
            Self::Root(account) => Some(account),
            Self::User(arn)
            | Self::FederatedUser { arn, .. }
            | Self::Session { session: arn, .. } => arn.split(':').nth(4),
        }
    }
}

/// One line for each thing that is there, so that a shrunk case can be read at a glance.
impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n  {:?}", self.who)?;
        writeln!(f, "  asks {:?} on {:?}", self.action, self.resource)?;
        if !self.owner.is_empty() {
            writeln!(f, "  owned by {}", self.owner)?;
        }
        if !self.context.is_empty() {
            writeln!(f, "  context {:?}", self.context)?;
        }
        let told = |f: &mut fmt::Formatter<'_>, name: &str, documents: &[Value]| {
            let texts: Vec<String> = documents.iter().map(Value::to_string).collect();
            writeln!(f, "  {name} [{}]", texts.join(", "))
        };
        if !self.layers.identity.is_empty() {
            told(f, "identity", &self.layers.identity)?;
        }
        for (name, policy) in [
            ("resource", &self.layers.resource),
            ("trust", &self.layers.trust),
        ] {
            if let Some(policy) = policy {
                told(f, name, std::slice::from_ref(policy))?;
            }
        }
        for (name, policies) in [
            ("boundary", &self.layers.boundary),
            ("session", &self.layers.session),
        ] {
            if let Some(policies) = policies {
                told(f, name, policies)?;
            }
        }
        for (name, levels) in [("scp", &self.layers.scp), ("rcp", &self.layers.rcp)] {
            for level in levels {
                told(f, name, level)?;
            }
        }
        Ok(())
    }
}
