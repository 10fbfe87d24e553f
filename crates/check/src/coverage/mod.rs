//! Is every call of a function granted, and is every grant needed? For each method, stage and way
//! of calling, and for each statement of each resource policy.
//!
//! [`analyse`] runs over a [`Landscape`]: the records of a server, or what Swagger, CloudFormation
//! and Terraform documents describe. Whether something is granted is asked of `policy`, with the
//! questions that are asked when the call is made; nothing here matches a pattern by itself. What
//! could not be made out is [`State::Unknown`], never granted.

mod landscape; // what is looked at
mod target; // which function an address names

mod question; // what is asked of the policies

mod edges; // the calls
mod statements; // the grants

mod limits; // what takes away from grants

mod compact; // fewer statements that grant the same
mod needed; // the least that roles and users needed
mod record; // the least that was needed
mod who; // who may invoke a function, what somebody may invoke

use serde::Serialize;

pub use compact::{Compaction, NewGrant, NotCompacted, compact};
pub use edges::{Edge, From, State, Way};
pub use landscape::{
    Api, Authorizer, Call, Definition, Document, Function, Landscape, Levels, Membership, Method,
    Permission, Role, Scope, Session, Stage, Standing, Text, Unknown, User,
};
pub use needed::{PrincipalNeeds, StatementNeed, Stopped, Used, needed};
pub use question::Granting;
pub use record::{DeniedCall, FunctionGrants, Recorded, RoleGrants, Unneeded, record};
pub use statements::{Budget, MOST_POLICY_BYTES, Reach, StatementReport, Worth};
pub use who::{Who, named_by, what_can, who_can};

use question::Question;

/// Every call, every statement, and how full the policies are.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    pub edges: Vec<Edge>,
    pub statements: Vec<StatementReport>,
    pub budgets: Vec<Budget>,
}

pub fn analyse(landscape: &Landscape) -> Coverage {
    let question = Question::new(landscape);
    let mut edges = edges::all(&question);
    let (statements, budgets) = statements::all(&question, &edges);
    statements::mark_wide(&mut edges, &statements);
    Coverage {
        edges,
        statements,
        budgets,
    }
}

#[cfg(test)]
mod tests;
