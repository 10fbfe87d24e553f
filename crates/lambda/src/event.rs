//! What goes into an invocation and what comes out of it.

use std::sync::Arc;

use bytes::Bytes;
use identity::AssumeRefused;

/// Largest event of a synchronous invocation, in bytes.
pub(crate) const MAX_EVENT_BYTES: usize = 6_291_456;
/// Largest event of an asynchronous invocation, in bytes.
pub(crate) const MAX_ASYNC_EVENT_BYTES: usize = 1_048_576;
/// Largest answer, in bytes; AWS leaves a hundred for its envelope.
pub(crate) const MAX_ANSWER_BYTES: usize = 6_291_556;

/// One event for a function.
#[derive(Debug, Clone, Default)]
pub struct Event {
    pub payload: Bytes,
    /// The client's context as JSON text, already decoded from base64.
    pub client_context: Option<String>,
    /// The X-Ray trace header; one is made up when it is absent.
    pub trace: Option<String>,
    /// Whether the last 4 KB of the log are wanted.
    pub log_tail: bool,
    /// The same on every try of an asynchronous invocation; made up when it is absent.
    pub request_id: Option<String>,
}

/// What the function answered, or how it failed: both are answers to the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub request_id: String,
    /// `$LATEST` or a number: what ran behind the alias.
    pub executed_version: String,
    pub payload: Bytes,
    pub error: Option<FunctionError>,
    /// The last 4 KB of the log, when they were asked for.
    pub log_tail: Option<String>,
    /// Time spent in the function, in microseconds.
    pub duration_micros: u64,
    /// Time until the runtime asked for its first event, when this call started it.
    pub init_micros: Option<u64>,
    /// The runtime that was asked for, and the interpreter of this host that ran it.
    pub runtime: Arc<str>,
}

/// The value of `X-Amz-Function-Error`. AWS's managed runtimes use no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctionError {
    Unhandled,
}

impl FunctionError {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unhandled => "Unhandled",
        }
    }
}

/// Why no function ran.
#[derive(Debug, Clone, thiserror::Error)]
pub enum InvokeError {
    #[error("function not found: {arn}")]
    NotFound { arn: String },
    #[error("rate exceeded: {}", .0.as_str())]
    Throttled(Throttle),
    #[error("the event is {bytes} bytes long; the limit is {limit}")]
    RequestTooLarge { bytes: usize, limit: usize },
    #[error("the event is not JSON: {reason}")]
    InvalidJson { reason: String },
    #[error("the execution role {} cannot be assumed by Lambda: {}", .0.role_arn, .0)]
    RoleNotAssumable(Box<AssumeRefused>),
    #[error("the code of the function is not usable: {reason}")]
    CodeUnavailable { reason: String },
    #[error("{runtime} cannot run here: {reason}")]
    RuntimeUnavailable { runtime: String, reason: String },
    #[error("the environment could not be started: {reason}")]
    Environment { reason: String },
    #[error("the function was called again and again in a chain of its own events")]
    Recursive,
    #[error("the server is shutting down")]
    Draining,
    #[error("the invocation ended without an answer")]
    Lost,
}

/// Which limit a throttled call ran into, as AWS names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Throttle {
    /// The account's concurrency is used up.
    Account,
    /// The function's reserved concurrency is used up.
    Reserved,
}

impl Throttle {
    /// The value of `Reason` in AWS's answer.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "ConcurrentInvocationLimitExceeded",
            Self::Reserved => "ReservedFunctionConcurrentInvocationLimitExceeded",
        }
    }
}
