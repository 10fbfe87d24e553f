//! Why a document is not a policy.

use std::fmt;

use serde::Serialize;

/// Where something stands in a document: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// From where to where a statement stands, as IAM's simulations count it: the column of the opening
/// brace, one more where the statement stands alone without a list around it, to the column behind
/// the closing brace (AWS CLI reference, the examples of simulate-custom-policy).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Extent {
    pub start: Position,
    pub end: Position,
}

/// A document refused: AWS's message for it, what exactly was wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} ({detail}; {position})")]
pub struct Malformed {
    message: String,
    detail: String,
    position: Position,
}

impl Malformed {
    /// The error code of IAM for every refused document.
    pub const CODE: &'static str = "MalformedPolicyDocument";

    pub(crate) fn new(
        message: impl Into<String>,
        detail: impl Into<String>,
        position: Position,
    ) -> Self {
        Self {
            message: message.into(),
            detail: detail.into(),
            position,
        }
    }

    /// What AWS answers to everything that does not follow the grammar.
    pub(crate) fn syntax(detail: impl Into<String>, position: Position) -> Self {
        Self::new("Syntax errors in policy.", detail, position)
    }

    /// What AWS answers to values that fit the grammar but not the element.
    pub(crate) fn legacy(detail: impl Into<String>, position: Position) -> Self {
        Self::new("The policy failed legacy parsing", detail, position)
    }

    /// The text that AWS sends for it, and nothing else.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What was wrong, naming the element or value.
    pub fn detail(&self) -> &str {
        &self.detail
    }

    pub fn position(&self) -> Position {
        self.position
    }
}
