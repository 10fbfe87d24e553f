//! What Lambda reads for a function: an event source mapping.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Arn, FunctionArn, Kind, Record, Region, Timestamp};

/// A queue whose messages go to a function.
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
