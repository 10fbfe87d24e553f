//! JSON and YAML documents, read into values that remember where they stand.
//!
//! The bytes are a stranger's: size, depth and the number of values are bounded, aliases included. This crate never does
//! I/O, and must not know what a document means.

mod json;
mod node;
mod read;
mod tags;
mod yaml;

pub use node::{Entries, Entry, Node, Position, Span, Value, escaped, unescaped};
pub use read::{Fault, MAX_BYTES, read, read_template};
