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
    /// By name.
    #[serde(default)]
    pub destinations: BTreeMap<String, LogDestination>,
    /// By name.
    #[serde(default)]
    pub delivery_sources: BTreeMap<String, LogDeliverySource>,
    /// By name.
    #[serde(default)]
    pub delivery_destinations: BTreeMap<String, LogDeliveryDestination>,
    /// By id.
    #[serde(default)]
    pub deliveries: BTreeMap<String, LogDelivery>,
    /// By id.
    #[serde(default)]
    pub query_definitions: BTreeMap<String, LogQueryDefinition>,
    /// By id; the newest of them.
    #[serde(default)]
    pub export_tasks: BTreeMap<String, LogExportTask>,
}

/// Where subscriptions of other accounts may lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogDestination {
    /// ARN of a stream.
    pub target: String,
    /// ARN of the role in which it is written to.
    pub role: String,
    /// JSON text, as it was put.
    #[serde(default)]
    pub policy: Option<String>,
    pub created: Timestamp,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

/// A resource whose logs are delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogDeliverySource {
    /// Its ARN.
    pub resource: String,
    pub service: String,
    pub log_type: String,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

/// A place that logs are delivered to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogDeliveryDestination {
    /// `S3`, `CWL`, `FH` or `XRAY`.
    pub kind: String,
    /// ARN of a bucket, a group or a stream; X-Ray has none.
    #[serde(default)]
    pub resource: Option<String>,
    #[serde(default)]
    pub format: Option<String>,
    /// JSON text, as it was put.
    #[serde(default)]
    pub policy: Option<String>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

/// What joins a source with a destination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogDelivery {
    /// Name of the source.
    pub source: String,
    /// ARN of the destination.
    pub destination: String,
    /// That of the destination.
    pub kind: String,
    #[serde(default)]
    pub fields: Vec<String>,
    #[serde(default)]
    pub delimiter: Option<String>,
    #[serde(default)]
    pub s3: Option<S3Delivery>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

/// How a delivery names its objects.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct S3Delivery {
    #[serde(default)]
    pub suffix: Option<String>,
    #[serde(default)]
    pub hive: bool,
}

/// A query that is kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogQueryDefinition {
    pub name: String,
    pub text: String,
    #[serde(default)]
    pub groups: Vec<String>,
    pub modified: Timestamp,
}

/// Events of a group that were written into a bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogExportTask {
    #[serde(default)]
    pub name: Option<String>,
    pub group: String,
    /// Milliseconds, both included.
    pub from: i64,
    pub to: i64,
    /// Name of the bucket.
    pub destination: String,
    pub prefix: String,
    pub created: Timestamp,
    /// Why it was not all written.
    #[serde(default)]
    pub failure: Option<String>,
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
