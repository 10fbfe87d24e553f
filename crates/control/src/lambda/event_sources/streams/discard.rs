//! What a destination is told of records that were given up (Lambda developer guide, "Retain discarded
//! batch records"; the recordings of `test_lambda_integration_kinesis` and `_dynamodbstreams`).

use ::lambda::{Message, Parcel};
use identity::Caller;
use model::{Arn, EventSourceMappingRecord, Timestamp};
use serde_json::{Value, json};

use super::batch::{Item, event};
use super::source::Stream;
use crate::clock::now;
use crate::control::Control;

/// Why records were given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    RetriesExhausted,
    TooOld,
}

impl Condition {
    const fn as_str(self) -> &'static str {
        match self {
            Self::RetriesExhausted => "RetryAttemptsExhausted",
            Self::TooOld => "RecordAgeExceeded",
        }
    }
}

/// The last invocation with these records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Invoked {
    pub(super) request_id: String,
    pub(super) version: String,
    /// Absent where the function said that records failed, instead of failing itself.
    pub(super) error: Option<&'static str>,
}

/// A batch that is given up.
pub(super) struct Discarded<'a> {
    pub(super) items: &'a [Item],
    pub(super) shard: &'a str,
    pub(super) condition: Condition,
    pub(super) attempts: u32,
    pub(super) last: Option<&'a Invoked>,
}

impl Discarded<'_> {
    /// Tells the mapping's destination, if it has one. What cannot be told is logged.
    pub(super) async fn tell(
        &self,
        control: &Control,
        mapping: &EventSourceMappingRecord,
        (caller, stream): (&Caller, Stream),
    ) {
        let source = mapping.source.to_string();
        let (condition, count) = (self.condition.as_str(), self.items.len());
        tracing::warn!(
            source,
            shard = self.shard,
            condition,
            count,
            "records of a stream were given up"
        );
        let settings = mapping.stream.as_ref();
        let target = settings.and_then(|settings| settings.on_failure.as_deref());
        let Some(target) = target.and_then(|target| Arn::new(target).ok()) else {
            return;
        };
        let parcel = Parcel {
            caller: caller.clone(),
            function: mapping.function.clone(),
            message: Message::Discarded {
                record: self
                    .record(mapping, stream, target.service() == "s3")
                    .to_string(),
                folder: format!("{}/{}", mapping.uuid, self.shard),
            },
            target,
        };
        if let Err(error) = control.deliver(parcel).await {
            tracing::warn!(%error, source, "the destination of a stream's failures was not reached");
        }
    }

    fn record(
        &self,
        mapping: &EventSourceMappingRecord,
        stream: Stream,
        with_payload: bool,
    ) -> Value {
        let request_id = self.last.map(|last| last.request_id.clone());
        let mut record = json!({
            "requestContext": {
                "requestId": request_id.unwrap_or_else(|| uuid::Uuid::new_v4().to_string()),
                "functionArn": mapping.function.to_string(),
                "condition": self.condition.as_str(),
                "approximateInvokeCount": self.attempts,
            },
            "version": "1.0",
            "timestamp": instant(now(), 3),
        });
        let Some(members) = record.as_object_mut() else {
            return record;
        };
        if let (Some(last), Condition::RetriesExhausted) = (self.last, self.condition) {
            let context = json!({
                "statusCode": 200,
                "executedVersion": last.version,
                "functionError": last.error,
            });
            members.insert("responseContext".to_owned(), context);
        }
        let name = match stream {
            Stream::Kinesis => "KinesisBatchInfo",
            Stream::DynamoDb => "DDBStreamBatchInfo",
        };
        members.insert(name.to_owned(), self.info(mapping, stream));
        if with_payload {
            let payload = String::from_utf8_lossy(&event(self.items, None)).into_owned();
            members.insert("payload".to_owned(), payload.into());
        }
        record
    }

    fn info(&self, mapping: &EventSourceMappingRecord, stream: Stream) -> Value {
        let digits = match stream {
            Stream::Kinesis => 3,
            Stream::DynamoDb => 0,
        };
        let (first, last) = (self.items.first(), self.items.last());
        let sequence = |item: Option<&Item>| item.map(|item| item.sequence.clone());
        let arrived = |item: Option<&Item>| item.map(|item| instant(item.arrived, digits));
        json!({
            "shardId": self.shard,
            "startSequenceNumber": sequence(first),
            "endSequenceNumber": sequence(last),
            "approximateArrivalOfFirstRecord": arrived(first),
            "approximateArrivalOfLastRecord": arrived(last),
            "batchSize": self.items.len(),
            "streamArn": mapping.source.to_string(),
        })
    }
}

/// `2022-07-13T13:48:01.000Z`, with so many digits of a second.
fn instant(time: Timestamp, digits: u8) -> String {
    let time = jiff::Timestamp::from_millisecond(time.millis());
    let time = time.unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    if digits == 0 {
        return time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    }
    time.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}
