//! The IAM policy language: parse, decide, explain, lint.
//!
//! [`Policy::parse`] turns a document into compiled statements and refuses what could not be
//! decided; [`decide`] says whether a request may pass. Everything else is asked for only when it is
//! needed: [`explain`] says why, statement by statement, [`obstacles`] what would have to change,
//! [`simulate`] what IAM's simulations answer, and [`lint`] what is wrong with a document before
//! anybody asks for anything. The crate is pure: it must never do I/O, look at a clock, draw a random
//! number or await, and it must never permit what it does not understand.

mod arn;
mod condition;
mod document;
mod glob;
mod malformed;
mod sense;

mod context;
mod principal;
mod request;

mod decide;
mod decision;

mod explain;
mod explanation;

mod fix;
mod simulation;

mod lint;
mod vocabulary;

pub use condition::Network;
pub use context::Context;
pub use decide::{decide, decide_trust};
pub use decision::{Allowed, Decision, Denied, Layer, Place};
pub use document::{Effect, Kind, Policy, Statement, Version};
pub use explain::{explain, explain_trust};
pub use explanation::{
    Difference, ElementReport, Explanation, Nearest, SourceReport, Span, StatementReport,
};
pub use fix::{
    Addition, DenyingStatement, Exception, Fix, NewCondition, NewPrincipal, NewStatement, Obstacle,
    obstacles, obstacles_of_trust,
};
pub use lint::{Finding, FindingKind, Issue, PathPart, PolicyType, lint};
pub use malformed::{Extent, Malformed, Position};
pub use principal::Principal;
pub use request::{Policies, Request, Source};
pub use simulation::{Matched, Simulation, Verdict, simulate};
pub use vocabulary::{KeyType, Vocabulary};
