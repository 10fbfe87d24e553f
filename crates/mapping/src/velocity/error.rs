//! Why a template can't be parsed or rendered.

/// A refusal of the template engine. API Gateway answers a request whose template fails with a
/// 500; the text here is for the journal and the execution log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    #[error("line {line}, column {column}: {reason}")]
    Syntax {
        line: usize,
        column: usize,
        reason: &'static str,
    },
    #[error("line {line}, column {column}: the directive #{directive} is not available")]
    Directive {
        line: usize,
        column: usize,
        directive: &'static str,
    },
    #[error("{method} failed: {reason}")]
    Method { method: String, reason: String },
    #[error("{0} is not a valid status for responseOverride")]
    Status(String),
    #[error("a macro called itself more than 20 times")]
    MacroDepth,
    #[error("the result of an arithmetic operation is out of range")]
    Overflow,
    #[error("the template took more than {limit} steps")]
    Steps { limit: u64 },
    #[error("the template nests deeper than {limit}")]
    Depth { limit: u32 },
    #[error("the template made more than {limit} bytes")]
    Size { limit: usize },
}
