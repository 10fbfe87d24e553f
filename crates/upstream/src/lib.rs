//! Carries calls to AWS services that the product does not have to endpoints that the operator names.
//!
//! The modules stand in the order in which a call meets them, and [`Upstream::answer`] goes through
//! them in that order: which operation a request is, what its caller must be allowed, whether the
//! policies allow it, where the service is, the request made anew for it, the answer. Nothing is sent
//! without a [`clearance::Cleared`], which only the decision makes. This crate must never contact
//! anything but a configured endpoint, never follow a redirect, and never guess in the caller's favour:
//! what can't be known of a request opens nothing.

mod targets; // of which service is it?
mod protocol; // in which protocol?
mod operation; // which operation is it?
mod address; // S3's buckets in hosts and paths

mod tables; // what an operation needs

mod partiql;
mod questions; // what must the caller be allowed?
mod template;

mod lookups; // what only the service itself knows

mod clearance; // may they?

mod credentials;
mod endpoint; // where is the service?

mod client; // the way there and back
mod outgoing;
mod queue_urls;

mod refusal; // or refuse, in the service's own words

mod upstream; // the story

pub use address::Address;
pub use clearance::Asked;
pub use credentials::{Credentials, IncompleteCredentials};
pub use endpoint::{Endpoint, UnusableEndpoint};
pub use partiql::table_of_statement;
pub use refusal::{Refused, render};
pub use upstream::{Body, Call, Story, Upstream};
