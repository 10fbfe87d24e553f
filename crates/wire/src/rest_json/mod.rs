//! REST with JSON: the operation in method and path, members in path, query, headers and body.
//!
//! It must never decide anything by a header that the schema does not name.

mod decode;
mod encode;
mod header_list;
mod route;

pub(crate) use decode::{decode, outside};
pub(crate) use encode::{encode, render, write_outside};
pub(crate) use route::{Labels, find, route};

/// A zipped function is at most 50 MiB, and base64 makes it a third larger: "Request must be smaller than
/// 70167211 bytes for the CreateFunction operation", as AWS's clients report it.
pub(crate) const MAX_BODY: usize = 70_167_211;
