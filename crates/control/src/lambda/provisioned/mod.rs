//! Environments that are kept ready for a version or an alias.

mod delete;
mod get;
mod list;
mod put;

use model::{FunctionRecord, Qualifier};

use super::failures::{alias_not_found, function_not_found, invalid};
use super::target::Target;
use crate::refused::Refused;

/// What is provisioned, as AWS tells it.
struct Ready {
    requested: Option<i32>,
    allocated: Option<i32>,
    available: Option<i32>,
    status: &'static str,
}

/// The version or alias that is meant.
fn key(target: &Target, about_latest: &str) -> Result<String, Refused> {
    match target.qualifier.as_deref() {
        None | Some("$LATEST") => Err(invalid(about_latest)),
        Some(qualifier) => Ok(qualifier.to_owned()),
    }
}

/// AWS's words about what a qualifier does not lead to.
fn missing(target: &Target) -> Refused {
    match target.parsed_qualifier() {
        Ok(Some(Qualifier::Alias(_))) => alias_not_found(&target.arn()),
        Ok(_) => function_not_found(&target.arn()),
        Err(refused) => refused,
    }
}

fn check_qualifier(target: &Target, record: &FunctionRecord) -> Result<(), Refused> {
    let is_there = match target.parsed_qualifier()? {
        Some(Qualifier::Alias(name)) => record.aliases.contains_key(&name),
        Some(Qualifier::Version(number)) => record.versions.contains_key(&number),
        Some(Qualifier::Latest) | None => false,
    };
    if is_there {
        Ok(())
    } else {
        Err(missing(target))
    }
}

const NOT_PUBLISHED: &str =
    "The function resource provided must be an alias or a published version.";

fn ready(requested: u32) -> Ready {
    let requested = i32::try_from(requested).ok();
    Ready {
        requested,
        allocated: requested,
        available: requested,
        status: "READY",
    }
}
