//! The errors that several operations share, in the words of EventBridge.

use wire::Failure;

use crate::refused::Refused;
use crate::unserved;

pub(super) fn invalid(message: impl Into<String>) -> Refused {
    Failure::new("ValidationException", 400, message).into()
}

pub(super) fn no_rule(name: &str) -> Refused {
    let message = format!("Rule {name} does not exist on EventBus default.");
    Failure::new("ResourceNotFoundException", 400, message).into()
}

/// Refuses, by name, whatever is given and not served.
pub(super) fn refuse_unserved(given: &[(&str, bool)]) -> Result<(), Refused> {
    unserved::refuse(given, unserved)
}

pub(super) fn unserved(what: &str) -> Refused {
    invalid(format!(
        "{what} is not supported by Portcullis, which has the schedules of EventBridge alone. Start it with --upstream events=URL to name an endpoint that has all of it."
    ))
}
