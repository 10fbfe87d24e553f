//! An operation as a type, so that a handler's input and output cannot be those of another.

use crate::{document::Shape, schema::OperationSchema};

/// Implemented by the zero-sized types that codegen writes, one per operation in the overlay.
pub trait Operation {
    type Input: Shape + Send;
    type Output: Shape + Send;
    const NAME: &'static str;
    const SCHEMA: &'static OperationSchema;
}
