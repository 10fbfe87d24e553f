//! What is given and not served is refused by name; each service does it in its own words.

use crate::refused::Refused;

/// Refuses the first of the members that is given.
pub(crate) fn refuse(
    given: &[(&str, bool)],
    refusal: impl FnOnce(&str) -> Refused,
) -> Result<(), Refused> {
    match given.iter().find(|(_, given)| *given) {
        Some((name, _)) => Err(refusal(name)),
        None => Ok(()),
    }
}

/// As most services say it.
pub(crate) fn message(name: &str) -> String {
    format!("{name} is not supported by Portcullis.")
}

#[cfg(test)]
mod tests {
    use wire::Failure;

    use super::*;

    #[track_caller]
    fn check(given: &[(&str, bool)], expected: Option<&str>) {
        let refused = refuse(given, |name| Failure::new("X", 400, message(name)).into());
        let said = refused.err().map(|refused| refused.to_string());
        match (said, expected) {
            (None, None) => {}
            (Some(said), Some(expected)) => assert!(said.contains(expected), "{said}"),
            (said, expected) => panic!("{said:?} {expected:?}"),
        }
    }

    #[test]
    fn the_first_that_is_given_is_refused_by_name() {
        check(&[], None);
        check(&[("A", false), ("B", false)], None);
        let said = "B is not supported by Portcullis.";
        check(&[("A", false), ("B", true), ("C", true)], Some(said));
    }
}
