//! The errors that several operations share, in the words of CloudWatch Logs.

use wire::Failure;

use crate::refused::Refused;
use crate::unserved;

pub(super) fn invalid(message: impl Into<String>) -> Refused {
    Failure::new("InvalidParameterException", 400, message).into()
}

pub(super) fn no_such_group() -> Refused {
    not_found("The specified log group does not exist.")
}

pub(super) fn no_such_stream() -> Refused {
    not_found("The specified log stream does not exist.")
}

pub(super) fn already_exists(what: &str) -> Refused {
    let message = format!("The specified {what} already exists");
    Failure::new("ResourceAlreadyExistsException", 400, message).into()
}

pub(super) fn invalid_token() -> Refused {
    invalid("The specified nextToken is invalid.")
}

pub(super) fn not_found(message: &str) -> Refused {
    Failure::new("ResourceNotFoundException", 400, message).into()
}

pub(super) fn limit_exceeded() -> Refused {
    Failure::new("LimitExceededException", 400, "Resource limit exceeded.").into()
}

/// Refuses, by name, whatever is given and not served.
pub(super) fn refuse_unserved(given: &[(&str, bool)]) -> Result<(), Refused> {
    unserved::refuse(given, |name| invalid(unserved::message(name)))
}
