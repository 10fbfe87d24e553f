//! Parameter mappings of REST APIs: `requestParameters` of an integration, `responseParameters` of
//! an integration response and of a gateway response.
//!
//! A mapping is checked once, where it is stored, and its destination and source are closed types
//! from then on. It must never read more than the inputs that it is given.

mod destination;
mod source;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_json::Value;

pub use destination::{GatewayResponseHeader, MethodResponseHeader, RequestDestination};
pub use source::{Location, Multiplicity, RequestParameter, Side, Source};

use crate::Params;

/// What a stored mapping is refused with, in API Gateway's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// The destination or the source is not written as one.
    #[error(
        "Invalid mapping expression specified: Validation Result: warnings : [], errors : \
         [Invalid mapping expression specified: {0}]"
    )]
    Expression(String),
    /// The destination or the source names a parameter that the method doesn't declare.
    #[error(
        "Invalid mapping expression specified: Validation Result: warnings : [], errors : \
         [Invalid mapping expression parameter specified: {0}]"
    )]
    Parameter(String),
}

/// Parameters that may have several values, by name, in the order in which they arrived.
pub type MultiValues = IndexMap<String, Vec<String>>;

/// What sources read.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    pub params: &'a Params,
    pub multi_querystring: &'a MultiValues,
    pub multi_header: &'a MultiValues,
    pub request_body: &'a str,
    pub response_header: &'a MultiValues,
    pub response_body: &'a str,
    pub context: &'a Value,
    pub stage_variables: &'a BTreeMap<String, String>,
}
