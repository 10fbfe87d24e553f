//! AWS protocols: schema tables, one interpreter per protocol, validation and error rendering.
//!
//! This crate turns bytes into validated documents and documents into bytes. It must never decide
//! who may call an operation or what the operation does, and it knows no I/O.

pub mod document;
mod generated;
mod masked;
mod operation;
pub mod schema;
mod timestamp;

pub use document::{Document, Members, Mismatch, Shape};
pub use generated::{apigateway, iam, lambda, logs, sts};
pub use operation::Operation;
pub use timestamp::Timestamp;
