//! What `portcullis check` finds in documents, before anything is deployed.
//!
//! Policy documents are judged by `policy::lint`, with AWS's own words from `reference`. The crate is
//! pure: texts come in, findings go out. It must never call something sound that it could not read.

pub mod coverage; // is every call granted, and every grant needed?
mod document; // what a text is
mod findings; // what is found in it
mod text; // as a person reads it

pub use document::{Unreadable, kind_of};
pub use findings::{Findings, examine};
pub use text::to_text;
