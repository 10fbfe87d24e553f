//! What the operations on a function's resource policy share. Each qualifier has a policy of its
//! own, and none speaks for another.

use model::{FunctionRecord, Qualifier};

use super::failures::{alias_not_found, invalid, stale};
use super::target::Target;
use crate::refused::Refused;

/// The key under which a record keeps the policy of a qualifier.
pub(super) fn key(target: &Target) -> Result<String, Refused> {
    match target.parsed_qualifier()? {
        None => Ok(String::new()),
        Some(Qualifier::Latest) => Err(invalid(
            "We currently do not support adding policies for $LATEST.",
        )),
        Some(qualifier) => Ok(qualifier.to_string()),
    }
}

/// Refuses a qualifier that leads nowhere; `missing` is the error about a version.
pub(super) fn check_qualifier(
    target: &Target,
    record: &FunctionRecord,
    missing: impl FnOnce(&str) -> Refused,
) -> Result<(), Refused> {
    match target.parsed_qualifier()? {
        Some(Qualifier::Version(number)) if !record.versions.contains_key(&number) => {
            Err(missing(&target.arn()))
        }
        Some(Qualifier::Alias(name)) if !record.aliases.contains_key(&name) => {
            Err(alias_not_found(&target.arn()))
        }
        Some(_) | None => Ok(()),
    }
}

/// Refuses a revision that is given and is not the policy's.
pub(super) fn check_revision(given: Option<&str>, current: Option<&str>) -> Result<(), Refused> {
    if given.is_some() && given != current {
        return Err(stale("GetPolicy"));
    }
    Ok(())
}
