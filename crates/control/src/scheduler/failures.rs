//! The errors that several operations share, in the words of EventBridge Scheduler.

use wire::Failure;

use crate::refused::Refused;
use crate::unserved;

pub(super) fn invalid(message: impl Into<String>) -> Refused {
    Failure::new("ValidationException", 400, message).into()
}

pub(super) fn no_schedule(name: &str) -> Refused {
    let message = format!("Schedule {name} does not exist.");
    Failure::new("ResourceNotFoundException", 404, message).into()
}

pub(super) fn exists(name: &str) -> Refused {
    let message = format!("Schedule {name} already exists.");
    Failure::new("ConflictException", 409, message).into()
}

/// Refuses, by name, whatever is given and not served.
pub(super) fn refuse_unserved(given: &[(&str, bool)]) -> Result<(), Refused> {
    unserved::refuse(given, unserved)
}

pub(super) fn unserved(what: &str) -> Refused {
    invalid(format!(
        "{what} is not supported by Portcullis, whose schedules invoke functions. Start it with --upstream scheduler=URL to name an endpoint that has all of EventBridge Scheduler."
    ))
}
