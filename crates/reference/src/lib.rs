//! AWS's service authorization reference: which services and actions there are, on which resources
//! an action works, how their ARNs are written, and which condition keys a request then has.
//!
//! It is data that `cargo xtask codegen` writes, for every service, and that is read where it is
//! asked for: nothing is built at the start, and only answers that are lists allocate. The crate is
//! pure. It must never decide anything: a policy may name what AWS does not have, and an action
//! that is missing here is a question for whoever asks.

#[rustfmt::skip]
#[expect(clippy::unreadable_literal, reason = "offsets are not for reading")]
mod generated {
    //! What codegen wrote.
    pub(crate) mod index;
}

mod text;

mod service;

mod action;
mod arn_format;
mod condition_key;
mod resource_type;
mod wildcard;

mod vocabulary;

pub use action::{AccessLevel, Action, ActionResource, action, actions_matching};
pub use arn_format::ArnFormat;
pub use condition_key::{ConditionKey, condition_key, global_keys};
pub use resource_type::ResourceType;
pub use service::{Service, service, services};
pub use vocabulary::Reference;
