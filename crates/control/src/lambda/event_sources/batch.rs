//! Messages as the event that a function gets, and what its answer says of them (Lambda developer guide,
//! "Using Lambda with Amazon SQS" and "Handling errors for an SQS event source").

use std::collections::BTreeSet;

use bytes::Bytes;
use model::EventSourceMappingRecord;
use serde_json::{Map, Value, json};

use super::filter::Pattern;

/// Some messages of one queue.
#[derive(Debug, Default)]
pub(super) struct Batch {
    records: Vec<Value>,
    /// Of messages that no filter wants: AWS takes them out of the queue.
    pub(super) unwanted: Vec<String>,
    bytes: usize,
}

/// An event may be as large as a synchronous invocation takes; some room is left for its frame.
const MOST_BYTES: usize = 6 * 1024 * 1024 - 4096;

impl Batch {
    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    pub(super) fn is_full(&self) -> bool {
        // A message has at most a megabyte, and ten may come at once.
        self.bytes >= MOST_BYTES / 2
    }

    /// Adds a message as SQS gave it.
    pub(super) fn add(
        &mut self,
        message: &Value,
        mapping: &EventSourceMappingRecord,
        filters: &[Pattern],
    ) {
        let record = record(message, mapping);
        let fits = filters.is_empty()
            || filters
                .iter()
                .any(|filter| filter.fits_record(&record, "body"));
        if fits {
            self.bytes += record.to_string().len();
            self.records.push(record);
        } else {
            self.unwanted.extend(text(message, "ReceiptHandle"));
        }
    }

    pub(super) fn event(&self) -> Bytes {
        Bytes::from(json!({ "Records": self.records }).to_string())
    }

    /// The receipts of the messages that are done.
    pub(super) fn done(&self, failed: &Failed) -> Vec<String> {
        let done = self.records.iter().filter(|record| {
            let id = record.get("messageId").and_then(Value::as_str);
            !failed.has(id.unwrap_or_default())
        });
        done.filter_map(|record| text(record, "receiptHandle"))
            .collect()
    }

    /// Which messages the function says have failed. An answer that can't be understood, or that names
    /// a message that is not of the batch, says so of all.
    pub(super) fn failed(&self, answer: &[u8]) -> Failed {
        let Ok(answer) = serde_json::from_slice::<Value>(answer) else {
            return if answer.is_empty() {
                Failed::None
            } else {
                Failed::All
            };
        };
        let failures = match answer.get("batchItemFailures") {
            None | Some(Value::Null) => return Failed::None,
            Some(Value::Array(failures)) => failures,
            Some(_) => return Failed::All,
        };
        let known: BTreeSet<&str> = self
            .records
            .iter()
            .filter_map(|record| record.get("messageId")?.as_str())
            .collect();
        let named = failures.iter().map(|failure| {
            let id = failure.get("itemIdentifier")?.as_str()?;
            known.contains(id).then(|| id.to_owned())
        });
        match named.collect::<Option<BTreeSet<String>>>() {
            Some(ids) if ids.is_empty() => Failed::None,
            Some(ids) => Failed::Some(ids),
            None => Failed::All,
        }
    }
}

/// What is left in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failed {
    None,
    Some(BTreeSet<String>),
    All,
}

impl Failed {
    fn has(&self, id: &str) -> bool {
        match self {
            Self::None => false,
            Self::Some(ids) => ids.contains(id),
            Self::All => true,
        }
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name)?.as_str().map(str::to_owned)
}

/// In the order and with the names of AWS's recordings.
fn record(message: &Value, mapping: &EventSourceMappingRecord) -> Value {
    let of = |name: &str| message.get(name).cloned().unwrap_or(Value::Null);
    let attributes = of("Attributes");
    let attributes = if attributes.is_null() {
        json!({})
    } else {
        attributes
    };
    json!({
        "messageId": of("MessageId"),
        "receiptHandle": of("ReceiptHandle"),
        "body": of("Body"),
        "attributes": attributes,
        "messageAttributes": message_attributes(message.get("MessageAttributes")),
        "md5OfMessageAttributes": of("MD5OfMessageAttributes"),
        "md5OfBody": of("MD5OfBody"),
        "eventSource": "aws:sqs",
        "eventSourceARN": mapping.source.to_string(),
        "awsRegion": mapping.source.region(),
    })
}

fn message_attributes(given: Option<&Value>) -> Value {
    let mut attributes = Map::new();
    for (name, value) in given.and_then(Value::as_object).into_iter().flatten() {
        let mut attribute = Map::new();
        for (theirs, ours) in [
            ("StringValue", "stringValue"),
            ("BinaryValue", "binaryValue"),
        ] {
            if let Some(value) = value.get(theirs).filter(|value| !value.is_null()) {
                attribute.insert(ours.to_owned(), value.clone());
            }
        }
        attribute.insert("stringListValues".to_owned(), json!([]));
        attribute.insert("binaryListValues".to_owned(), json!([]));
        let kind = value.get("DataType").cloned().unwrap_or_default();
        attribute.insert("dataType".to_owned(), kind);
        attributes.insert(name.clone(), Value::Object(attribute));
    }
    Value::Object(attributes)
}

#[cfg(test)]
mod tests {
    use model::{AccountId, Arn, FunctionArn, Region, Timestamp};

    use super::*;

    fn mapping() -> EventSourceMappingRecord {
        EventSourceMappingRecord {
            account: AccountId::new("111111111111").unwrap(),
            region: Region::new("us-east-1").unwrap(),
            uuid: "u".to_owned(),
            function: FunctionArn::parse("arn:aws:lambda:us-east-1:111111111111:function:f")
                .unwrap(),
            source: Arn::new("arn:aws:sqs:us-east-1:111111111111:q").unwrap(),
            enabled: true,
            batch_size: 10,
            batching_window_seconds: 0,
            filters: Vec::new(),
            reports_item_failures: true,
            maximum_concurrency: None,
            stream: None,
            tags: std::collections::BTreeMap::new(),
            modified: Timestamp::default(),
        }
    }

    fn two() -> Batch {
        let mut batch = Batch::default();
        for id in ["a", "b"] {
            let message = json!({"MessageId": id, "ReceiptHandle": format!("r-{id}"), "Body": "x"});
            batch.add(&message, &mapping(), &[]);
        }
        batch
    }

    /// As in the recording `test_message_body_and_attributes_passed_correctly`.
    #[test]
    fn an_event_has_awss_form() {
        let mut batch = Batch::default();
        let message = json!({
            "MessageId": "m", "ReceiptHandle": "r", "MD5OfBody": "5", "Body": "{}",
            "Attributes": {"SentTimestamp": "1", "ApproximateReceiveCount": "1"},
            "MessageAttributes": {"Author": {"StringValue": "J", "DataType": "String"}},
            "MD5OfMessageAttributes": "6",
        });
        batch.add(&message, &mapping(), &[]);
        let event: Value = serde_json::from_slice(&batch.event()).unwrap();
        assert_eq!(
            event,
            json!({"Records": [{
                "messageId": "m", "receiptHandle": "r", "body": "{}",
                "attributes": {"SentTimestamp": "1", "ApproximateReceiveCount": "1"},
                "messageAttributes": {"Author": {
                    "stringValue": "J", "stringListValues": [], "binaryListValues": [], "dataType": "String",
                }},
                "md5OfMessageAttributes": "6", "md5OfBody": "5", "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:us-east-1:111111111111:q", "awsRegion": "us-east-1",
            }]})
        );
    }

    #[track_caller]
    fn check(answer: &str, done: &[&str]) {
        let batch = two();
        let failed = batch.failed(answer.as_bytes());
        assert_eq!(batch.done(&failed), done, "{answer}");
    }

    /// The cases of the guide's table, "Reporting batch item failures".
    #[test]
    fn an_answer_names_what_failed() {
        for all in [
            "",
            "null",
            "{}",
            r#"{"batchItemFailures":[]}"#,
            r#"{"batchItemFailures":null}"#,
            "\"text\"",
        ] {
            check(all, &["r-a", "r-b"]);
        }
        check(
            r#"{"batchItemFailures":[{"itemIdentifier":"a"}]}"#,
            &["r-b"],
        );
        for none in [
            "{",
            r#"{"batchItemFailures":[{"itemIdentifier":""}]}"#,
            r#"{"batchItemFailures":[{"itemIdentifier":null}]}"#,
            r#"{"batchItemFailures":[{"foo":"notvalid"}]}"#,
            r#"{"batchItemFailures":[{"itemIdentifier":"c"}]}"#,
            r#"{"batchItemFailures":1}"#,
        ] {
            check(none, &[]);
        }
    }

    #[test]
    fn what_no_filter_wants_is_taken_out() {
        let filter = [Pattern::read(r#"{"body":["y"]}"#).unwrap()];
        let mut batch = Batch::default();
        let message = json!({"MessageId": "a", "ReceiptHandle": "r-a", "Body": "x"});
        batch.add(&message, &mapping(), &filter);
        assert!(batch.is_empty());
        assert_eq!(batch.unwanted, ["r-a"]);
    }
}
