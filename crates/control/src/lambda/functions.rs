//! What the operations share: finding records, asking for permissions, new revisions.

use model::{FunctionRecord, Timestamp, Version};
use store::{Stored, Updated};

use super::failures::function_not_found;
use super::target::Target;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Rooms {
    /// An action on a function, of which the function's own policy has a say too.
    pub(super) fn ask_function(&self, action: &'static str, target: &Target) -> Ask {
        self.ask_function_as(action, target, target.arn())
    }

    /// The same where the resource is the function whatever the qualifier.
    pub(super) fn ask_whole_function(&self, action: &'static str, target: &Target) -> Ask {
        self.ask_function_as(action, target, target.unqualified().to_string())
    }

    fn ask_function_as(&self, action: &'static str, target: &Target, resource: String) -> Ask {
        let arn = target.unqualified();
        let qualifier = target.parsed_qualifier().ok().flatten();
        let policies = self.identity.directory().function(&arn).cloned();
        let policy = policies.and_then(|policies| policies.policy(&qualifier).cloned());
        let ask = Ask::on(action, resource).owned_by(target.account.clone(), policy);
        match self.lambda.resolve(&arn) {
            Ok(resolved) => ask.tagged(&resolved.function.tags),
            Err(_) => ask,
        }
    }

    /// The record of a function, or AWS's error about the ARN as it was named.
    pub(super) async fn function(
        &self,
        target: &Target,
    ) -> Result<Stored<FunctionRecord>, Refused> {
        self.function_or(target, || function_not_found(&target.arn()))
            .await
    }

    /// The same with an error of the operation's own.
    pub(super) async fn function_or(
        &self,
        target: &Target,
        missing: impl FnOnce() -> Refused,
    ) -> Result<Stored<FunctionRecord>, Refused> {
        let found = self.records.get::<FunctionRecord>(&target.id()).await?;
        found.ok_or_else(missing)
    }

    pub(super) async fn change_function<T>(
        &self,
        target: &Target,
        change: impl FnMut(&mut FunctionRecord) -> Result<T, Refused>,
    ) -> Result<Updated<FunctionRecord, T>, Refused> {
        self.change_function_or(target, || function_not_found(&target.arn()), change)
            .await
    }

    /// The same with an error of the operation's own.
    pub(super) async fn change_function_or<T>(
        &self,
        target: &Target,
        missing: impl FnOnce() -> Refused,
        change: impl FnMut(&mut FunctionRecord) -> Result<T, Refused>,
    ) -> Result<Updated<FunctionRecord, T>, Refused> {
        let updated = self.records.update(&target.id(), change).await;
        updated.map_err(|error| Refused::of_update(error, missing))
    }
}

pub(super) fn new_revision() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// Marks a version as changed. Times of changes only grow, so that two states of `$LATEST` never
/// have the same.
pub(super) fn touch(version: &mut Version, now: Timestamp) {
    let next = Timestamp::from_millis(version.modified.millis() + 1);
    version.modified = now.max(next);
    version.revision_id = new_revision();
}

/// Publishes `$LATEST`, unless nothing changed since it was published last. Gives the number.
pub(super) fn publish(record: &mut FunctionRecord, description: Option<String>) -> u64 {
    if let Some((number, last)) = record.versions.last_key_value()
        && last.modified == record.latest.modified
        && last.code == record.latest.code
    {
        return *number;
    }
    let number = record.next_version;
    let mut version = record.latest.clone();
    version.revision_id = new_revision();
    if let Some(description) = description {
        version.description = description;
    }
    record.versions.insert(number, version);
    record.next_version += 1;
    record.latest.revision_id = new_revision();
    number
}
