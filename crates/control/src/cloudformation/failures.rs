//! The errors that several operations share, in the words of CloudFormation.

use wire::Failure;

use crate::refused::Refused;
use crate::unserved;

pub(super) fn validation(message: impl Into<String>) -> Refused {
    Failure::new("ValidationError", 400, message).into()
}

/// "A stack name can contain only alphanumeric characters (case sensitive) and hyphens. It must start with an alphabetical
/// character and can't be longer than 128 characters" (API reference, CreateStack), in the words of AWS's validator; the
/// model of the API has no pattern for it.
pub(super) fn check_stack_name(name: &str) -> Result<(), Refused> {
    const LONGEST: usize = 128;
    let told = if name.len() > LONGEST {
        format!("Member must have length less than or equal to {LONGEST}")
    } else {
        "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*".to_owned()
    };
    let first = name.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let rest = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if first && name.len() <= LONGEST && name.bytes().all(rest) {
        return Ok(());
    }
    Err(validation(format!(
        "1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: {told}"
    )))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stack_has_a_name_of_letters_digits_and_hyphens() {
        for (name, valid) in [
            ("a", true),
            ("My-Stack-1", true),
            (&"a".repeat(128), true),
            (&"a".repeat(129), false),
            ("1a", false),
            ("-a", false),
            ("a b", false),
            ("a_b", false),
            ("", false),
        ] {
            assert_eq!(check_stack_name(name).is_ok(), valid, "{name}");
        }
    }
}
