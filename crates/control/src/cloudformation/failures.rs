//! The errors that several operations share, in the words of CloudFormation.

use wire::Failure;

use crate::refused::Refused;
use crate::unserved;

pub(super) fn validation(message: impl Into<String>) -> Refused {
    Failure::new("ValidationError", 400, message).into()
}

pub(super) fn no_such_stack(name: &str) -> Refused {
    validation(format!("Stack with id {name} does not exist"))
}

/// What operations say that came later.
pub(super) fn stack_does_not_exist(name: &str) -> Refused {
    validation(format!("Stack [{name}] does not exist"))
}

pub(super) fn insufficient_capabilities(needed: &str) -> Refused {
    let message = format!("Requires capabilities : [{needed}]");
    Failure::new("InsufficientCapabilitiesException", 400, message).into()
}

/// Refuses, by name, whatever is given and not served.
pub(super) fn refuse_unserved(given: &[(&str, bool)]) -> Result<(), Refused> {
    unserved::refuse(given, |name| validation(unserved::message(name)))
}
