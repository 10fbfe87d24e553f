//! What is written down of an operation: every step before it is made and after, each with its event.
//!
//! The task of a stack is the only one that writes its resources; the stack's own record is changed by operations of
//! the API too.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

use model::{
    Record as _, ResourceStatus, StackEvent, StackRecord, StackResourceRecord, StackStatus,
};
use store::{Records, Revision, StoreError, UpdateError};
use template::{Evaluated, Member, Resources, Value};

use crate::clock::now;
use crate::cloudformation::masking;

/// Events that are kept of one resource or stack.
const MOST_EVENTS: usize = 400;
/// AWS cuts the reasons of events.
const MOST_REASON: usize = 1024;
const MOST_PROPERTIES: usize = 4096;

pub(super) struct Ledger {
    records: Records,
    /// The record of the stack.
    pub(super) stack_id: String,
    unique: String,
    token: Option<String>,
    resources: Mutex<BTreeMap<String, Kept>>,
    last: AtomicI64,
    /// Values of parameters that no event shows.
    secrets: Vec<String>,
}

struct Kept {
    record: StackResourceRecord,
    version: Option<Revision>,
}

/// The stack's record is not what this task left it at.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unwritten {
    #[error("the stack went on to something else")]
    Superseded,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a resource's record goes on to.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    pub(super) status: ResourceStatus,
    pub(super) reason: Option<String>,
}

impl Turn {
    pub(super) fn to(status: ResourceStatus) -> Self {
        Self {
            status,
            reason: None,
        }
    }

    pub(super) fn because(status: ResourceStatus, reason: impl Into<String>) -> Self {
        Self {
            status,
            reason: Some(reason.into()),
        }
    }
}

impl Ledger {
    pub(super) async fn open(records: &Records, stack: &StackRecord) -> Result<Self, StoreError> {
        let prefix = StackResourceRecord::id_of(&stack.account, &stack.region, &stack.unique, "");
        let stored = records.list::<StackResourceRecord>(&prefix).await?;
        let mut last = stack.events.last().map_or(0, |event| event.at);
        let mut resources = BTreeMap::new();
        for resource in stored {
            last = last.max(resource.events.last().map_or(0, |event| event.at));
            let id = resource.logical_id.clone();
            let kept = Kept {
                record: resource.record,
                version: Some(resource.version),
            };
            resources.insert(id, kept);
        }
        Ok(Self {
            records: records.clone(),
            stack_id: stack.id(),
            unique: stack.unique.clone(),
            token: stack
                .operation
                .as_ref()
                .and_then(|found| found.token.clone()),
            resources: Mutex::new(resources),
            last: AtomicI64::new(last),
            secrets: masking::secrets(&stack.design),
        })
    }

    pub(super) fn resource(&self, id: &str) -> Option<StackResourceRecord> {
        self.locked(|all| all.get(id).map(|kept| kept.record.clone()))
    }

    pub(super) fn all(&self) -> Vec<StackResourceRecord> {
        self.locked(|all| all.values().map(|kept| kept.record.clone()).collect())
    }

    fn locked<T>(&self, use_it: impl FnOnce(&mut BTreeMap<String, Kept>) -> T) -> T {
        use_it(
            &mut self
                .resources
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// Writes a resource that took the turn.
    pub(super) async fn turn(
        &self,
        mut record: StackResourceRecord,
        turns: &[Turn],
        properties: Option<&str>,
    ) -> Result<StackResourceRecord, StoreError> {
        for turn in turns {
            let reason = turn
                .reason
                .as_deref()
                .map(|reason| cut(reason, MOST_REASON));
            record.status = turn.status;
            record.reason.clone_from(&reason);
            record.changed = now();
            let event = StackEvent {
                at: self.moment(),
                id: format!(
                    "{}-{}-{}",
                    record.logical_id,
                    turn.status.name(),
                    uuid::Uuid::new_v4()
                ),
                status: turn.status.name().to_owned(),
                reason,
                physical_id: record.physical_id.clone(),
                properties: properties.map(|text| cut(text, MOST_PROPERTIES)),
                token: self.token.clone(),
            };
            push(&mut record.events, event);
        }
        self.keep(record).await
    }

    /// Writes a resource without an event.
    pub(super) async fn keep(
        &self,
        record: StackResourceRecord,
    ) -> Result<StackResourceRecord, StoreError> {
        let id = record.logical_id.clone();
        let version = self.locked(|all| all.get(&id).and_then(|kept| kept.version));
        let version = match version {
            Some(version) => self.records.replace(&record, version).await?,
            None => self.records.create(&record).await?,
        };
        let kept = Kept {
            record: record.clone(),
            version: Some(version),
        };
        self.locked(|all| all.insert(id, kept));
        Ok(record)
    }

    /// Changes the stack's record and gives it an event, if it still has the status that is expected.
    pub(super) async fn stack_turn(
        &self,
        from: StackStatus,
        to: StackStatus,
        reason: Option<&str>,
        mut change: impl FnMut(&mut StackRecord),
    ) -> Result<StackRecord, Unwritten> {
        let at = self.moment();
        let reason = reason.map(|reason| cut(reason, MOST_REASON));
        let id = uuid::Uuid::new_v4().to_string();
        let updated = self
            .records
            .update::<StackRecord, _, Superseded>(&self.stack_id, |record| {
                if record.status != from || record.unique != self.unique {
                    return Err(Superseded);
                }
                record.status = to;
                record.reason.clone_from(&reason);
                // An operation's last event is the operation's, too.
                let event = stack_event(record, (at, id.clone()));
                change(record);
                push(&mut record.events, event);
                Ok(())
            })
            .await;
        match updated {
            Ok(updated) => Ok(updated.stored.record),
            Err(UpdateError::Store(error)) => Err(error.into()),
            Err(UpdateError::Refused(Superseded) | UpdateError::NotFound) => {
                Err(Unwritten::Superseded)
            }
        }
    }

    /// Properties as an event shows them: what is secret stands as stars.
    pub(super) fn masked(&self, properties: &serde_json::Map<String, serde_json::Value>) -> String {
        let mut hidden = self.secrets.clone();
        hidden.extend(self.hidden_attributes());
        let shown = serde_json::Value::Object(properties.clone());
        if hidden.is_empty() {
            return shown.to_string();
        }
        masking::without(&shown, &hidden).to_string()
    }

    /// Attributes that a custom resource asks to be shown to nobody.
    pub(super) fn hidden_attributes(&self) -> Vec<String> {
        self.locked(|all| {
            let made = all.values().filter_map(|kept| kept.record.made.as_ref());
            made.filter(|made| made.no_echo)
                .flat_map(|made| made.attributes.values())
                .filter_map(serde_json::Value::as_str)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
                .collect()
        })
    }

    pub(super) fn moment(&self) -> i64 {
        let now = micros();
        let before = self
            .last
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| {
                Some(now.max(last + 1))
            });
        before.map_or(now, |last| now.max(last + 1))
    }
}

struct Superseded;

/// An event of the stack as it is now.
pub(in crate::cloudformation) fn stack_event(
    record: &StackRecord,
    (at, id): (i64, String),
) -> StackEvent {
    let last = record.events.last().map_or(0, |event| event.at);
    StackEvent {
        at: at.max(last + 1),
        id,
        status: record.status.name().to_owned(),
        reason: record.reason.clone(),
        physical_id: Some(record.arn()),
        properties: None,
        token: record
            .operation
            .as_ref()
            .and_then(|operation| operation.token.clone()),
    }
}

pub(in crate::cloudformation) fn push(events: &mut Vec<StackEvent>, event: StackEvent) {
    events.push(event);
    let surplus = events.len().saturating_sub(MOST_EVENTS);
    events.drain(..surplus);
}

pub(in crate::cloudformation) fn micros() -> i64 {
    jiff::Timestamp::now().as_microsecond()
}

fn cut(text: &str, most: usize) -> String {
    let end = text.floor_char_boundary(most);
    text.get(..end).unwrap_or_default().to_owned()
}

/// What is made so far, for `Ref` and `Fn::GetAtt`.
impl Resources for Ledger {
    fn reference(&self, id: &str) -> Option<Value> {
        self.locked(|all| {
            let made = all.get(id)?.record.made.as_ref()?;
            Some(Value::Text(made.physical_id.clone()))
        })
    }

    fn attribute(&self, id: &str, attribute: &str) -> Option<Value> {
        self.locked(|all| {
            let made = all.get(id)?.record.made.as_ref()?;
            made.attributes
                .get(attribute)
                .map(|found| value_of(found).value)
        })
    }
}

/// A value that does not come from the template has no place in it.
pub(in crate::cloudformation) fn value_of(json: &serde_json::Value) -> Evaluated {
    let start = document::Position { line: 1, column: 1 };
    let span = document::Span::at(start);
    let value = match json {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(flag) => Value::Bool(*flag),
        serde_json::Value::Number(number) => Value::Number(number.to_string()),
        serde_json::Value::String(text) => Value::Text(text.clone()),
        serde_json::Value::Array(items) => Value::List(items.iter().map(value_of).collect()),
        serde_json::Value::Object(members) => Value::Map(
            members
                .iter()
                .map(|(key, value)| Member {
                    key: key.clone(),
                    key_span: span,
                    value: value_of(value),
                })
                .collect(),
        ),
    };
    Evaluated::new(value, span)
}
