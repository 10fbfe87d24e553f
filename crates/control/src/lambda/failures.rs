//! The errors that several operations share, in Lambda's words.

use wire::Failure;

use crate::refused::Refused;

pub(super) fn invalid(message: impl Into<String>) -> Refused {
    Failure::new("InvalidParameterValueException", 400, message).into()
}

pub(super) fn not_found(message: impl Into<String>) -> Refused {
    Failure::new("ResourceNotFoundException", 404, message).into()
}

pub(super) fn function_not_found(arn: &str) -> Refused {
    not_found(format!("Function not found: {arn}"))
}

pub(super) fn alias_not_found(arn: &str) -> Refused {
    not_found(format!("Cannot find alias arn: {arn}"))
}

pub(super) fn conflict(message: impl Into<String>) -> Refused {
    Failure::new("ResourceConflictException", 409, message).into()
}

/// Somebody changed it since the revision that the caller knows; `api` tells where to read the
/// current one.
pub(super) fn stale(api: &str) -> Refused {
    let message = format!(
        "The Revision Id provided does not match the latest Revision Id. \
         Call the {api} API to retrieve the latest Revision Id"
    );
    Failure::new("PreconditionFailedException", 412, message).into()
}

pub(super) const FUNCTION_OR_ALIAS: &str = "GetFunction/GetAlias";

/// Refuses a revision that is given and is not the current one.
pub(super) fn check_revision(given: Option<&str>, current: &str) -> Result<(), Refused> {
    match given {
        Some(given) if given != current => Err(stale(FUNCTION_OR_ALIAS)),
        Some(_) | None => Ok(()),
    }
}
