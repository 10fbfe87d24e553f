//! How a function's events are delivered when nobody waits for them, and what keeps environments
//! ready: the parts of a function's record that `lambda` acts on, and the queue of accepted events.

use serde::{Deserialize, Serialize};

use crate::{AccountId, FunctionArn, Kind, Record, Region, Timestamp};

/// The configuration for asynchronous invocation of one qualifier. What is absent has AWS's
/// default: two retries, six hours.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventInvokeConfig {
    /// 0 to 2 tries after the first.
    #[serde(default)]
    pub maximum_retry_attempts: Option<u8>,
    /// 60 to 21,600 seconds.
    #[serde(default)]
    pub maximum_event_age_seconds: Option<u32>,
    /// ARNs of a function, queue, topic, event bus or bucket.
    #[serde(default)]
    pub on_success: Option<String>,
    #[serde(default)]
    pub on_failure: Option<String>,
    #[serde(default)]
    pub modified: Timestamp,
}

/// Environments that are kept ready for one version or alias.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionedConcurrency {
    pub requested: u32,
    #[serde(default)]
    pub modified: Timestamp,
}

/// What happens to a function that calls itself again and again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecursiveLoop {
    #[default]
    Terminate,
    Allow,
}

/// An accepted event that has not been delivered yet. Its record is deleted once the event has
/// succeeded, or was given up and its destination told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AsyncEventRecord {
    pub account: AccountId,
    pub region: Region,
    /// The same on every try.
    pub request_id: String,
    /// The function as it was called, qualifier included.
    pub function: FunctionArn,
    /// JSON text.
    pub payload: String,
    #[serde(default)]
    pub client_context: Option<String>,
    #[serde(default)]
    pub trace: Option<String>,
    pub accepted: Timestamp,
    /// How often a try has ended in a failure of the function.
    #[serde(default)]
    pub failures: u8,
}

impl AsyncEventRecord {
    pub fn id_of(account: &AccountId, region: &Region, request_id: &str) -> String {
        format!("{account}/{region}/{request_id}")
    }
}

impl Record for AsyncEventRecord {
    const KIND: Kind = Kind::AsyncEvent;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.request_id)
    }
}
