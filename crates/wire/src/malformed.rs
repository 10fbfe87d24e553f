//! Why bytes could not be read as an operation's input.

/// The bytes do not have the form that the operation's schema asks for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Malformed {
    #[error("{found} can not be converted to {expected}")]
    Conversion {
        found: &'static str,
        expected: &'static str,
    },
    #[error("the request body is not valid JSON")]
    Json,
    #[error("the request body is not XML of the operation's schema")]
    Xml,
    #[error("the value of '{0}' is not valid")]
    Value(String),
    #[error("the request is nested deeper than {} levels", crate::MAX_DEPTH)]
    Depth,
    #[error("the request has more than {0} parameters")]
    Parameters(usize),
    #[error("the request is larger than {0} bytes")]
    Size(usize),
}

impl Malformed {
    pub(crate) fn value(name: &str) -> Self {
        Self::Value(name.to_owned())
    }
}
