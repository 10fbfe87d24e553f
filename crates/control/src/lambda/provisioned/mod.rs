//! Environments that are kept ready for a version or an alias.

mod delete;
mod get;
mod list;
mod put;

use ::lambda::{Provisioned, ProvisionedStatus};
use model::{FunctionRecord, Qualifier};

use super::failures::{alias_not_found, function_not_found, invalid};
use super::target::Target;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// What is provisioned, as AWS tells it.
struct Ready {
    requested: Option<i32>,
    allocated: Option<i32>,
    available: Option<i32>,
    status: String,
    reason: Option<String>,
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

impl Rooms {
    /// What is there of what the record asks for.
    fn ready(&self, target: &Target, key: &str, requested: u32) -> Ready {
        let qualifier = Qualifier::new(key).ok();
        let arn = target.unqualified().with_qualifier(qualifier);
        let there = self.lambda.provisioned(&arn);
        shown(&there.unwrap_or_else(|| unseen(requested)))
    }
}

/// A record that `lambda` has not taken up yet.
fn unseen(requested: u32) -> Provisioned {
    Provisioned {
        requested,
        available: 0,
        status: ProvisionedStatus::InProgress,
        reason: None,
    }
}

/// An environment is allocated here when it is ready, not before.
fn shown(there: &Provisioned) -> Ready {
    let available = i32::try_from(there.available).ok();
    Ready {
        requested: i32::try_from(there.requested).ok(),
        allocated: available,
        available,
        status: there.status.as_str().to_owned(),
        reason: match there.status {
            ProvisionedStatus::Failed => there.reason.clone(),
            ProvisionedStatus::InProgress | ProvisionedStatus::Ready => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        there: (u32, u32, ProvisionedStatus, Option<&str>),
        expected: (i32, &str, Option<&str>),
    ) {
        let (requested, available, status, reason) = there;
        let reason = reason.map(str::to_owned);
        let seen = shown(&Provisioned {
            requested,
            available,
            status,
            reason,
        });
        assert_eq!(seen.allocated, seen.available);
        let seen = (
            seen.available.unwrap(),
            &*seen.status,
            seen.reason.as_deref(),
        );
        assert_eq!(seen, expected);
    }

    #[test]
    fn only_a_failure_has_a_reason() {
        use ProvisionedStatus::{Failed, InProgress, Ready};
        check((2, 1, InProgress, None), (1, "IN_PROGRESS", None));
        check((2, 2, Ready, Some("of before")), (2, "READY", None));
        check((2, 0, Failed, Some("why")), (0, "FAILED", Some("why")));
    }
}
