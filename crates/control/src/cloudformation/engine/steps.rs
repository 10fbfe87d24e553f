//! One resource of a template: made, changed in place, replaced, or left as it is.

use std::collections::BTreeMap;

use model::{Before, DeletionPolicy, Leftover, MadeResource, ResourceStatus, StackResourceRecord};
use ring::digest;
use serde_json::{Map, Value};
use store::StoreError;
use tokio_util::sync::CancellationToken;

use super::ledger::{Ledger, Turn, value_of};
use crate::clock::now;
use crate::cloudformation::blueprint::{Blueprint, Planned};
use crate::cloudformation::resources::{Change, Failed, Made, StackFacts, Type, Work};
use crate::cloudformation::stack_policy::StackPolicy;
use crate::control::{Control, OnBehalf};

const REPLACED: &str =
    "Requested update requires the creation of a new physical resource; hence creating one.";
const INITIATED: &str = "Resource creation Initiated";

/// What every step of an operation works with.
pub(super) struct Site<'a> {
    pub(super) control: &'a Control,
    pub(super) by: &'a OnBehalf,
    pub(super) facts: &'a StackFacts,
    pub(super) ledger: &'a Ledger,
    pub(super) cancelled: &'a CancellationToken,
    pub(super) stop: &'a CancellationToken,
    /// Whether there was a stack before, to which a failure leads back.
    pub(super) is_update: bool,
    /// The stack policy of an update.
    pub(super) guard: Option<&'a StackPolicy>,
}

/// Why an operation does not go on.
#[derive(Debug)]
pub(super) enum Halt {
    /// The resource says why in its events.
    Failed {
        is_new: bool,
    },
    Store(StoreError),
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// What is to be done.
enum Course {
    Keep,
    Create,
    Change,
    Replace,
}

impl Site<'_> {
    /// Makes of a resource what the blueprint says.
    pub(super) async fn step(&self, blueprint: &Blueprint, id: &str) -> Result<(), Halt> {
        let Some(planned) = blueprint.resources().get(id) else {
            return Ok(());
        };
        let current = self.ledger.resource(id);
        let properties = match blueprint.properties(id, self.ledger) {
            Ok(properties) => properties,
            Err(invalid) => {
                return self
                    .refuse(current, (id, planned), &invalid.message())
                    .await;
            }
        };
        let Some(kind) = Type::named(&planned.kind) else {
            let reason = format!("Unrecognized resource type {}", planned.kind);
            return self.refuse(current, (id, planned), &reason).await;
        };
        let aim = Aim {
            id,
            planned,
            kind,
            properties: &properties,
        };
        let record = self.touched(current, &aim);
        match self.course(&record, &aim) {
            Course::Keep => self.keep(record, &aim).await,
            Course::Create => self.create(record, &aim).await,
            Course::Change => match self.forbidden(&aim, "Update:Modify") {
                Some(reason) => self.refuse(Some(record), (id, planned), &reason).await,
                None => self.change(record, &aim).await,
            },
            Course::Replace => match self.forbidden(&aim, "Update:Replace") {
                Some(reason) => self.refuse(Some(record), (id, planned), &reason).await,
                None => self.replace(record, &aim).await,
            },
        }
    }

    fn forbidden(&self, aim: &Aim<'_>, action: &str) -> Option<String> {
        self.guard?.refusal(action, aim.id, &aim.planned.kind)
    }

    /// Says why nothing was done.
    pub(super) async fn refuse(
        &self,
        current: Option<StackResourceRecord>,
        (id, planned): (&str, &Planned),
        reason: &str,
    ) -> Result<(), Halt> {
        let record = current.unwrap_or_else(|| self.fresh(id, planned));
        let is_new = record.made.is_none();
        let status = if is_new {
            ResourceStatus::CreateFailed
        } else {
            ResourceStatus::UpdateFailed
        };
        self.ledger
            .turn(record, &[Turn::because(status, reason)], None)
            .await?;
        Err(Halt::Failed { is_new })
    }

    fn fresh(&self, id: &str, planned: &Planned) -> StackResourceRecord {
        StackResourceRecord {
            account: self.by_account(),
            region: self.by.region.clone(),
            stack: self.facts.unique.clone(),
            logical_id: id.to_owned(),
            kind: planned.kind.clone(),
            status: ResourceStatus::CreateInProgress,
            reason: None,
            changed: now(),
            made: None,
            physical_id: None,
            creating: false,
            attempted: None,
            generation: 0,
            before: None,
            leftovers: Vec::new(),
            deletion_policy: planned.deletion_policy,
            update_replace_policy: planned.update_replace_policy,
            needs: planned.needs.clone(),
            metadata: planned.metadata.clone(),
            events: Vec::new(),
        }
    }

    fn by_account(&self) -> model::AccountId {
        self.by.caller.account().clone()
    }

    /// The record with what an update must know to lead back.
    fn touched(&self, current: Option<StackResourceRecord>, aim: &Aim<'_>) -> StackResourceRecord {
        let mut record = current.unwrap_or_else(|| self.fresh(aim.id, aim.planned));
        if self.is_update && record.before.is_none() {
            record.before = Some(Before {
                made: record.made.clone(),
                attempted: None,
                needs: record.needs.clone(),
                deletion_policy: record.deletion_policy,
                update_replace_policy: record.update_replace_policy,
                metadata: record.metadata.clone(),
            });
        }
        record
    }

    fn course(&self, record: &StackResourceRecord, aim: &Aim<'_>) -> Course {
        let Some(made) = &record.made else {
            return Course::Create;
        };
        if record.status == ResourceStatus::CreateFailed {
            return Course::Create;
        }
        if record.creating || made.kind != aim.planned.kind {
            return Course::Replace;
        }
        match aim.kind.change(&made.properties, aim.properties) {
            Change::Replacement => Course::Replace,
            Change::InPlace => Course::Change,
            Change::None if self.retagged(record, made, aim) => Course::Change,
            // An update that failed may have changed it half way.
            Change::None if record.status == ResourceStatus::UpdateFailed => Course::Change,
            Change::None => Course::Keep,
        }
    }

    fn retagged(&self, record: &StackResourceRecord, made: &MadeResource, aim: &Aim<'_>) -> bool {
        let takes_tags = aim.kind.properties.iter().any(|known| known.name == "Tags");
        takes_tags && self.work(record, aim.properties).tags() != made.tags
    }

    pub(super) fn work<'w>(
        &'w self,
        record: &'w StackResourceRecord,
        properties: &'w Map<String, Value>,
    ) -> Work<'w> {
        Work {
            control: self.control,
            by: self.by,
            stack: self.facts,
            logical_id: &record.logical_id,
            kind: &record.kind,
            generation: record.generation,
            properties,
            again: false,
            token: token(record),
            awaited: None,
            cancelled: self.cancelled,
        }
    }

    /// Only what no service knows of may have changed.
    async fn keep(&self, record: StackResourceRecord, aim: &Aim<'_>) -> Result<(), Halt> {
        let told = (
            &record.needs,
            record.deletion_policy,
            record.update_replace_policy,
            &record.metadata,
        );
        let planned = aim.planned;
        let plan = (
            &planned.needs,
            planned.deletion_policy,
            planned.update_replace_policy,
            &planned.metadata,
        );
        if told != plan {
            self.ledger.keep(as_planned(record, planned)).await?;
        }
        Ok(())
    }

    async fn create(&self, record: StackResourceRecord, aim: &Aim<'_>) -> Result<(), Halt> {
        let again = record.creating;
        let mut record = as_planned(record, aim.planned);
        if !again {
            record.generation += 1;
            record.creating = true;
            record.attempted = Some(aim.properties.clone());
            // What a creation that failed left is not taken over.
            if let Some(made) = record.made.take() {
                let policy = DeletionPolicy::Delete;
                record.leftovers.push(Leftover { made, policy });
            }
            record.physical_id = None;
            let turn = [Turn::to(ResourceStatus::CreateInProgress)];
            record = self
                .ledger
                .turn(record, &turn, Some(&self.ledger.masked(aim.properties)))
                .await?;
        }
        let outcome = self.make(&record, aim, again).await;
        record.creating = false;
        record.attempted = None;
        match outcome {
            Ok((made, tags)) => {
                record.physical_id = Some(made.physical_id.clone());
                record.made = Some(aim.made(made, tags));
                let turns = [
                    Turn::because(ResourceStatus::CreateInProgress, INITIATED),
                    Turn::to(ResourceStatus::CreateComplete),
                ];
                self.ledger
                    .turn(record, &turns, Some(&self.ledger.masked(aim.properties)))
                    .await?;
                Ok(())
            }
            Err(failed) => {
                let reason = failed.reason(&token(&record));
                if let Some(partial) = failed.partial {
                    record.physical_id = Some(partial.physical_id.clone());
                    record.made = Some(aim.made(*partial, BTreeMap::new()));
                }
                let turn = [Turn::because(ResourceStatus::CreateFailed, reason)];
                self.ledger
                    .turn(record, &turn, Some(&self.ledger.masked(aim.properties)))
                    .await?;
                Err(Halt::Failed { is_new: true })
            }
        }
    }

    async fn make(
        &self,
        record: &StackResourceRecord,
        aim: &Aim<'_>,
        again: bool,
    ) -> Result<(Made, BTreeMap<String, String>), Failed> {
        aim.check().map_err(Failed::plainly)?;
        let work = Work {
            again,
            awaited: aim.planned.awaited,
            ..self.work(record, aim.properties)
        };
        let made = (aim.kind.create)(&work).await?;
        Ok((made, work.tags()))
    }

    async fn change(&self, record: StackResourceRecord, aim: &Aim<'_>) -> Result<(), Halt> {
        let mut record = as_planned(record, aim.planned);
        let Some(made) = record.made.clone() else {
            return Ok(());
        };
        let tags = self.work(&record, aim.properties).tags();
        if let Some(before) = &mut record.before {
            before.attempted = Some(MadeResource {
                properties: aim.properties.clone(),
                tags: tags.clone(),
                ..made.clone()
            });
        }
        let turn = [Turn::to(ResourceStatus::UpdateInProgress)];
        let mut record = self
            .ledger
            .turn(record, &turn, Some(&self.ledger.masked(aim.properties)))
            .await?;
        let outcome = match aim.check() {
            Ok(()) => (aim.kind.update)(&self.work(&record, aim.properties), &made).await,
            Err(wrong) => Err(Failed::plainly(wrong)),
        };
        match outcome {
            Ok(made) => {
                record.physical_id = Some(made.physical_id.clone());
                // A custom resource may answer with another physical id: the old one goes at the end.
                let old = record
                    .made
                    .take_if(|old| old.physical_id != made.physical_id);
                let policy = record.update_replace_policy;
                record
                    .leftovers
                    .extend(old.map(|made| Leftover { made, policy }));
                record.made = Some(aim.made(made, tags));
                let turn = [Turn::to(ResourceStatus::UpdateComplete)];
                self.ledger
                    .turn(record, &turn, Some(&self.ledger.masked(aim.properties)))
                    .await?;
                Ok(())
            }
            Err(failed) => {
                let reason = failed.reason(&token(&record));
                let turn = [Turn::because(ResourceStatus::UpdateFailed, reason)];
                self.ledger
                    .turn(record, &turn, Some(&self.ledger.masked(aim.properties)))
                    .await?;
                Err(Halt::Failed { is_new: false })
            }
        }
    }

    async fn replace(&self, record: StackResourceRecord, aim: &Aim<'_>) -> Result<(), Halt> {
        let again = record.creating;
        let mut record = record;
        if !again {
            record.generation += 1;
            record.creating = true;
            record.attempted = Some(aim.properties.clone());
            let turn = [Turn::because(ResourceStatus::UpdateInProgress, REPLACED)];
            record = self
                .ledger
                .turn(record, &turn, Some(&self.ledger.masked(aim.properties)))
                .await?;
        }
        let outcome = self.make(&record, aim, again).await;
        record.creating = false;
        record.attempted = None;
        match outcome {
            Ok((made, tags)) => {
                let old = record.made.take();
                let policy = record.update_replace_policy;
                record
                    .leftovers
                    .extend(old.map(|made| Leftover { made, policy }));
                record.physical_id = Some(made.physical_id.clone());
                record.made = Some(aim.made(made, tags));
                let record = as_planned(record, aim.planned);
                let turns = [
                    Turn::because(ResourceStatus::UpdateInProgress, INITIATED),
                    Turn::to(ResourceStatus::UpdateComplete),
                ];
                self.ledger
                    .turn(record, &turns, Some(&self.ledger.masked(aim.properties)))
                    .await?;
                Ok(())
            }
            Err(failed) => {
                let reason = failed.reason(&token(&record));
                if let Some(partial) = failed.partial {
                    let made = aim.made(*partial, BTreeMap::new());
                    let policy = DeletionPolicy::Delete;
                    record.leftovers.push(Leftover { made, policy });
                }
                let turn = [Turn::because(ResourceStatus::UpdateFailed, reason)];
                self.ledger
                    .turn(record, &turn, Some(&self.ledger.masked(aim.properties)))
                    .await?;
                Err(Halt::Failed { is_new: false })
            }
        }
    }
}

/// What a resource is to be.
struct Aim<'a> {
    id: &'a str,
    planned: &'a Planned,
    kind: &'static Type,
    properties: &'a Map<String, Value>,
}

impl Aim<'_> {
    /// What could not be told before everything was known.
    fn check(&self) -> Result<(), String> {
        let properties = value_of(&Value::Object(self.properties.clone()));
        self.kind.check(self.id, properties.members())
    }

    fn made(&self, made: Made, tags: BTreeMap<String, String>) -> MadeResource {
        MadeResource {
            kind: self.planned.kind.clone(),
            physical_id: made.physical_id,
            properties: self.properties.clone(),
            attributes: made.attributes,
            tags,
            no_echo: made.no_echo,
        }
    }
}

fn as_planned(record: StackResourceRecord, planned: &Planned) -> StackResourceRecord {
    StackResourceRecord {
        kind: planned.kind.clone(),
        needs: planned.needs.clone(),
        deletion_policy: planned.deletion_policy,
        update_replace_policy: planned.update_replace_policy,
        metadata: planned.metadata.clone(),
        ..record
    }
}

/// Identifies a step: the same after a restart, another one for each attempt.
pub(super) fn token(record: &StackResourceRecord) -> String {
    let attempts = record.events.last().map_or(0, |event| event.at);
    let text = format!(
        "{}/{}/{}/{attempts}",
        record.stack, record.logical_id, record.generation
    );
    let hash = digest::digest(&digest::SHA256, text.as_bytes());
    let mut bytes = [0_u8; 16];
    bytes
        .iter_mut()
        .zip(hash.as_ref())
        .for_each(|(byte, random)| *byte = *random);
    uuid::Builder::from_random_bytes(bytes)
        .into_uuid()
        .to_string()
}
