//! What Lambda reads for a function: an event source mapping.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Arn, FunctionArn, Kind, Record, Region, Timestamp};

/// A queue or a stream whose messages or records go to a function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventSourceMappingRecord {
    pub account: AccountId,
    pub region: Region,
    /// In AWS's form, with dashes.
    pub uuid: String,
    /// With the qualifier that the mapping names, if it names one.
    pub function: FunctionArn,
    pub source: Arn,
    pub enabled: bool,
    /// 1 to 10,000 messages; at most 10 without a window and of a FIFO queue.
    pub batch_size: u32,
    /// 0 to 300.
    pub batching_window_seconds: u32,
    /// Patterns as they were written; a message must fit one of them, if there are any.
    #[serde(default)]
    pub filters: Vec<String>,
    /// Whether the function's answer names the messages that failed.
    #[serde(default)]
    pub reports_item_failures: bool,
    /// Batches at a time: 2 to 1,000.
    #[serde(default)]
    pub maximum_concurrency: Option<u32>,
    /// What a stream is read by; absent of a queue.
    #[serde(default)]
    pub stream: Option<StreamSettings>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    pub modified: Timestamp,
}

impl EventSourceMappingRecord {
    pub fn id_of(account: &AccountId, region: &Region, uuid: &str) -> String {
        format!("{account}/{region}/{uuid}")
    }

    pub fn arn(&self) -> String {
        let Self {
            account,
            region,
            uuid,
            ..
        } = self;
        format!("arn:aws:lambda:{region}:{account}:event-source-mapping:{uuid}")
    }

    /// Whether messages keep an order, by which one batch waits for the other.
    pub fn is_ordered(&self) -> bool {
        let name = self.source.resource().rsplit_once('.');
        name.is_some_and(|(_, kind)| kind == "fifo")
    }
}

impl Record for EventSourceMappingRecord {
    const KIND: Kind = Kind::EventSourceMapping;

    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.uuid)
    }
}

/// How a stream is read, and what becomes of records that fail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamSettings {
    pub position: StartingPosition,
    /// When the mapping was made: what came before is not among the latest.
    pub since: Timestamp,
    /// 60 to 604,800; absent for as long as the stream keeps them.
    #[serde(default)]
    pub maximum_record_age_seconds: Option<u32>,
    /// 0 to 10,000; absent for without end.
    #[serde(default)]
    pub maximum_retry_attempts: Option<u32>,
    /// Whether a batch that failed is tried again in halves.
    #[serde(default)]
    pub bisects: bool,
    /// Batches of one shard at a time: 1 to 10.
    pub parallelization: u32,
    /// The ARN of a queue, topic or bucket that is told of what was given up.
    #[serde(default)]
    pub on_failure: Option<String>,
    /// How long a tumbling window is: 0 to 900, 0 for none.
    #[serde(default)]
    pub window_seconds: u32,
}

/// A tumbling window that is open in a shard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamWindow {
    pub start: Timestamp,
    /// What the function has made of its records so far, as JSON.
    pub state: String,
}

/// Where the reading of a stream begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StartingPosition {
    TrimHorizon,
    Latest,
    AtTimestamp(Timestamp),
}

impl StartingPosition {
    /// As AWS writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TrimHorizon => "TRIM_HORIZON",
            Self::Latest => "LATEST",
            Self::AtTimestamp(_) => "AT_TIMESTAMP",
        }
    }
}

/// How far a mapping has read one shard of its stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventSourcePositionRecord {
    pub account: AccountId,
    pub region: Region,
    pub uuid: String,
    pub shard: String,
    /// The last record that is done; absent if none is yet.
    #[serde(default)]
    pub sequence: Option<String>,
    /// Whether the shard is closed, and all of it is done.
    #[serde(default)]
    pub is_finished: bool,
    /// What came of the last batch, as AWS words it; empty if there was none.
    #[serde(default)]
    pub result: String,
    /// The tumbling window that is open.
    #[serde(default)]
    pub window: Option<StreamWindow>,
    pub modified: Timestamp,
}

impl EventSourcePositionRecord {
    /// What the ids of all positions of a mapping begin with.
    pub fn prefix(mapping: &EventSourceMappingRecord) -> String {
        format!("{}/{}/{}/", mapping.account, mapping.region, mapping.uuid)
    }
}

impl Record for EventSourcePositionRecord {
    const KIND: Kind = Kind::EventSourcePosition;

    fn id(&self) -> String {
        let Self {
            account,
            region,
            uuid,
            shard,
            ..
        } = self;
        format!("{account}/{region}/{uuid}/{shard}")
    }
}
