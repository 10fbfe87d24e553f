//! CloudWatch Logs records: groups, streams, and events in chunks as they were put.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Kind, Record, Region, Timestamp};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LogGroupRecord {
    pub account: AccountId,
    pub region: Region,
    pub name: String,
    pub created: Timestamp,
    /// Days; absent means for ever.
    #[serde(default)]
    pub retention_days: Option<u32>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    #[serde(default)]
    pub metric_filters: BTreeMap<String, MetricFilter>,
    /// At most two.
    #[serde(default)]
    pub subscriptions: BTreeMap<String, SubscriptionFilter>,
}

/// What would be counted of a group's events. There is no service for metrics here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MetricFilter {
    pub pattern: String,
    pub namespace: String,
    pub metric: String,
    pub value: String,
    #[serde(default)]
    pub default_value: Option<f64>,
    #[serde(default)]
    pub unit: Option<String>,
    #[serde(default)]
    pub dimensions: BTreeMap<String, String>,
    pub created: Timestamp,
}

/// Which events of a group are handed to a function as they come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionFilter {
    pub pattern: String,
    /// ARN of the function.
    pub destination: String,
    /// `ByLogStream` or `Random`.
    pub distribution: String,
    pub created: Timestamp,
}

impl LogGroupRecord {
    pub fn id_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("{account}/{region}/{name}")
    }
}

impl Record for LogGroupRecord {
    const KIND: Kind = Kind::LogGroup;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.name)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogStreamRecord {
    pub account: AccountId,
    pub region: Region,
    pub group: String,
    pub name: String,
    pub created: Timestamp,
    #[serde(default)]
    pub first_event: Option<Timestamp>,
    #[serde(default)]
    pub last_event: Option<Timestamp>,
    #[serde(default)]
    pub last_ingestion: Option<Timestamp>,
    /// How many chunks were written; also the number of the next one.
    #[serde(default)]
    pub chunks: u64,
}

impl LogStreamRecord {
    pub fn id_of(account: &AccountId, region: &Region, group: &str, name: &str) -> String {
        // Neither a group's nor a stream's name may hold a colon, so `GROUP:` lists a group's streams.
        format!("{}:{name}", LogGroupRecord::id_of(account, region, group))
    }
}

impl Record for LogStreamRecord {
    const KIND: Kind = Kind::LogStream;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.group, &self.name)
    }
}

/// One accepted PutLogEvents batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogChunkRecord {
    /// Id of the stream it belongs to.
    pub stream: String,
    /// Its place in the stream, from 0.
    pub number: u64,
    pub ingested: Timestamp,
    pub events: Vec<LogEvent>,
}

impl LogChunkRecord {
    /// Of a stream's id and a number.
    pub fn id_of(stream: &str, number: u64) -> String {
        // Twenty digits keep the store's order of ids equal to the order of numbers.
        format!("{stream}:{number:020}")
    }
}

impl Record for LogChunkRecord {
    const KIND: Kind = Kind::LogChunk;
    fn id(&self) -> String {
        Self::id_of(&self.stream, self.number)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEvent {
    pub at: Timestamp,
    pub message: String,
}

/// What an account keeps of CloudWatch Logs in a region beside its groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogSettingsRecord {
    pub account: AccountId,
    pub region: Region,
    #[serde(default)]
    pub resource_policies: BTreeMap<String, LogResourcePolicy>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogResourcePolicy {
    /// JSON text, as it was put.
    pub document: String,
    pub updated: Timestamp,
}

impl LogSettingsRecord {
    pub fn id_of(account: &AccountId, region: &Region) -> String {
        format!("{account}/{region}")
    }
}

impl Record for LogSettingsRecord {
    const KIND: Kind = Kind::LogSettings;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region)
    }
}

/// A query of CloudWatch Logs Insights. Its results are worked out when they are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogQueryRecord {
    pub account: AccountId,
    pub region: Region,
    pub query: String,
    pub groups: Vec<String>,
    /// Seconds, both included.
    pub start: i64,
    pub end: i64,
    pub text: String,
    #[serde(default)]
    pub limit: Option<u32>,
    pub created: Timestamp,
}

impl LogQueryRecord {
    pub fn id_of(account: &AccountId, region: &Region, query: &str) -> String {
        format!("{account}/{region}/{query}")
    }
}

impl Record for LogQueryRecord {
    const KIND: Kind = Kind::LogQuery;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.query)
    }
}
