//! The errors that several operations share, in the words of ECR.

use wire::Failure;

use crate::call::Call;
use crate::refused::Refused;
use crate::unserved;

pub(super) fn invalid(message: impl Into<String>) -> Refused {
    Failure::new("InvalidParameterException", 400, message).into()
}

pub(super) fn no_repository(call: &Call, name: &str) -> Refused {
    let message = format!(
        "The repository with name '{name}' does not exist in the registry with id '{}'",
        call.account()
    );
    Failure::new("RepositoryNotFoundException", 400, message).into()
}

/// Refuses, by name, whatever is given and not served.
pub(super) fn refuse_unserved(given: &[(&str, bool)]) -> Result<(), Refused> {
    unserved::refuse(given, |name| invalid(unserved::message(name)))
}
