//! What would let a refused request pass: for each thing in the way, the smallest changes that end
//! it, as data.
//!
//! A fix grants exactly what was asked: one action on one resource, to the one who asked as far as a
//! policy can name them. Nothing is suggested that would not help: each statement is compiled and
//! asked before it is handed out.

mod deny;
mod missing;
mod statement;

use serde::Serialize;

use crate::decide::Case;
use crate::decision::{Layer, Place};
use crate::request::{Policies, Request, Source};
pub use deny::Exception;
pub use statement::{NewCondition, NewPrincipal, NewStatement};

/// One thing in the way of a request. Any one of its fixes ends it; all obstacles together are what
/// refuses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Obstacle {
    /// The layer that refuses.
    pub layer: Layer,
    /// The usual one first; empty where no statement can help.
    pub fixes: Vec<Fix>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fix {
    /// Let a policy of the layer say this, too.
    Add(Addition),
    /// Take the Deny away.
    RemoveDeny(DenyingStatement),
    /// Let the Deny spare the one who asked.
    NarrowDeny {
        statement: DenyingStatement,
        /// A condition more for the statement.
        exception: Exception,
    },
}

/// A statement that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Addition {
    pub layer: Layer,
    /// The level of the organization, from zero at its root, for control policies; otherwise zero.
    pub level: usize,
    /// The policy to add it to, by its index in the layer; none for a new policy.
    pub source: Option<usize>,
    /// The name of that policy.
    pub source_name: Option<String>,
    pub statement: NewStatement,
}

/// A statement that denies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DenyingStatement {
    pub place: Place,
    /// The name of its policy.
    pub source: String,
    pub sid: Option<String>,
}

/// Everything in the way of a request as [`crate::decide`] sees it; empty when it may pass.
pub fn obstacles(request: &Request<'_>, policies: &Policies<'_>) -> Vec<Obstacle> {
    of(Case {
        request,
        policies,
        on_resource: Layer::Resource,
    })
}

/// Everything in the way of a request as [`crate::decide_trust`] sees it.
pub fn obstacles_of_trust(
    request: &Request<'_>,
    trust: Source<'_>,
    policies: &Policies<'_>,
) -> Vec<Obstacle> {
    let policies = &Policies {
        resource: Some(trust),
        ..*policies
    };
    of(Case {
        request,
        policies,
        on_resource: Layer::Trust,
    })
}

fn of(case: Case<'_>) -> Vec<Obstacle> {
    if case.decide().is_allowed() {
        return Vec::new();
    }
    let mut obstacles = deny::obstacles(case);
    obstacles.extend(missing::obstacles(case));
    obstacles
}

#[cfg(test)]
mod tests;
