//! AWS protocols: schema tables, one interpreter per protocol, validation and error rendering.
//!
//! This crate turns bytes into validated documents and documents into bytes. It must never decide
//! who may call an operation or what the operation does, and it knows no I/O.

mod document;
pub mod event_stream;
mod failure;
mod generated;

#[cfg(test)]
mod conformance;
mod json;
mod malformed;
mod masked;
mod operation;
pub mod plain;
mod query;
mod request;
mod request_id;
mod response;
mod rest_json;
mod rest_xml;
mod scalar;
pub mod schema;
mod service;
mod text;
mod timestamp;
mod validate;
mod xml;

pub use document::{Document, Members, Mismatch, Shape, keep, kept};
pub use failure::Failure;
pub use generated::{
    apigateway, apigatewayv2, cloudformation, ecr, events, iam, lambda, logs, s3, scheduler, ssm,
    sts,
};
pub use operation::Operation;
pub use request::{Decoded, Routed, Validated, decode, route, too_long};
pub use response::{answer, encode};
pub use service::{Service, detect};
pub use timestamp::Timestamp;

/// How deep an input may be nested; no operation of AWS comes near it.
pub(crate) const MAX_DEPTH: usize = 64;
