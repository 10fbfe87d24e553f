//! What runs at its times: rules of EventBridge and schedules of EventBridge Scheduler.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{AccountId, FunctionArn, Kind, PARTITION, Record, Region, Timestamp};

/// A rule of the default event bus that has a schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleRecord {
    pub account: AccountId,
    pub region: Region,
    pub name: String,
    #[serde(default)]
    pub description: Option<String>,
    /// `rate(…)` or `cron(…)`, as it was given.
    pub expression: String,
    pub enabled: bool,
    /// From when on a rate counts.
    pub since: Timestamp,
    /// By the ids that clients give them; five at most.
    #[serde(default)]
    pub targets: BTreeMap<String, RuleTarget>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

/// A function that a rule invokes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleTarget {
    pub function: FunctionArn,
    /// JSON in the place of the event.
    #[serde(default)]
    pub input: Option<String>,
    #[serde(default)]
    pub retries: Option<Retries>,
}

/// How often, and for how long, a delivery is to be tried. Kept and shown: an event is taken or refused at once here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retries {
    /// 0 to 185.
    pub attempts: Option<i32>,
    /// 60 to 86,400.
    pub age_seconds: Option<i32>,
}

impl RuleRecord {
    pub fn id_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("{account}/{region}/{name}")
    }

    pub fn arn(&self) -> String {
        Self::arn_of(&self.account, &self.region, &self.name)
    }

    pub fn arn_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("arn:{PARTITION}:events:{region}:{account}:rule/{name}")
    }
}

impl Record for RuleRecord {
    const KIND: Kind = Kind::Rule;

    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.name)
    }
}

/// A schedule of the default group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduleRecord {
    pub account: AccountId,
    pub region: Region,
    pub name: String,
    #[serde(default)]
    pub description: Option<String>,
    /// `rate(…)`, `cron(…)` or `at(…)`, as it was given, in UTC.
    pub expression: String,
    pub enabled: bool,
    #[serde(default)]
    pub start: Option<Timestamp>,
    #[serde(default)]
    pub end: Option<Timestamp>,
    /// Minutes in which it may run; it runs at their beginning.
    #[serde(default)]
    pub window_minutes: Option<i32>,
    pub function: FunctionArn,
    /// In which the function is invoked.
    pub role: String,
    /// What the function is given; `{}` without it.
    #[serde(default)]
    pub input: Option<String>,
    #[serde(default)]
    pub retries: Option<Retries>,
    pub created: Timestamp,
    pub modified: Timestamp,
}

impl ScheduleRecord {
    pub fn id_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("{account}/{region}/{name}")
    }

    pub fn arn(&self) -> String {
        Self::arn_of(&self.account, &self.region, &self.name)
    }

    pub fn arn_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("arn:{PARTITION}:scheduler:{region}:{account}:schedule/default/{name}")
    }
}

impl Record for ScheduleRecord {
    const KIND: Kind = Kind::Schedule;

    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.name)
    }
}
