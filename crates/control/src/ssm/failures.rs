//! The errors that several operations share, in the words of Systems Manager.

use wire::Failure;

use crate::refused::Refused;
use crate::unserved;

pub(super) fn not_found() -> Refused {
    Failure::new("ParameterNotFound", 400, "").into()
}

pub(super) fn version_not_found(name: &str, selector: &str) -> Refused {
    let message = format!(
        "Systems Manager could not find version {selector} of {name}. Verify the version and try \
         again."
    );
    Failure::new("ParameterVersionNotFound", 400, message).into()
}

pub(super) fn invalid(message: impl Into<String>) -> Refused {
    Failure::new("ValidationException", 400, message).into()
}

pub(super) fn invalid_token() -> Refused {
    Failure::new("InvalidNextToken", 400, "The specified token isn't valid.").into()
}

/// Refuses, by name, whatever is given and not served.
pub(super) fn refuse_unserved(given: &[(&str, bool)]) -> Result<(), Refused> {
    unserved::refuse(given, |name| invalid(unserved::message(name)))
}
