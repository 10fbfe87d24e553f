//! Records of a stream as the event that a function gets, and what its answer says of them (Lambda
//! developer guide, "Using Lambda to process records from Amazon Kinesis Data Streams", "Using AWS Lambda
//! with Amazon DynamoDB" and "Configuring partial batch response").

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use model::{Arn, EventSourceMappingRecord, Timestamp};
use serde_json::{Value, json};

use super::super::filter::Pattern;
use super::source::Stream;

/// An event may be as large as a synchronous invocation takes; some room is left for its frame.
const MOST_BYTES: usize = 6 * 1024 * 1024 - 4096;

/// One record, in the form in which the function gets it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub(super) record: Value,
    pub(super) sequence: String,
    pub(super) arrived: Timestamp,
    /// What keeps its order among others of the same.
    pub(super) key: String,
    bytes: usize,
}

/// What makes records of a shard into items.
pub(super) struct Form<'a> {
    pub(super) stream: Stream,
    pub(super) source: &'a Arn,
    pub(super) shard: &'a str,
    /// The role in which they were read.
    pub(super) role: &'a str,
}

impl Form<'_> {
    /// None of what is no record at all.
    pub(super) fn item(&self, raw: &Value) -> Option<Item> {
        let (record, sequence, moment, key) = match self.stream {
            Stream::Kinesis => self.of_kinesis(raw)?,
            Stream::DynamoDb => self.of_table(raw)?,
        };
        Some(Item {
            bytes: record.to_string().len(),
            record,
            sequence,
            arrived: moment,
            key,
        })
    }

    fn of_kinesis(&self, raw: &Value) -> Option<(Value, String, Timestamp, String)> {
        let sequence = raw.get("SequenceNumber")?.as_str()?;
        let key = raw.get("PartitionKey")?.as_str()?;
        let arrived = raw
            .get("ApproximateArrivalTimestamp")
            .unwrap_or(&Value::Null);
        let record = json!({
            "kinesis": {
                "kinesisSchemaVersion": "1.0",
                "partitionKey": key,
                "sequenceNumber": sequence,
                "data": raw.get("Data").unwrap_or(&Value::Null),
                "approximateArrivalTimestamp": arrived,
            },
            "eventSource": "aws:kinesis",
            "eventVersion": "1.0",
            "eventID": format!("{}:{sequence}", self.shard),
            "eventName": "aws:kinesis:record",
            "invokeIdentityArn": self.role,
            "awsRegion": self.source.region(),
            "eventSourceARN": self.source.to_string(),
        });
        Some((record, sequence.to_owned(), moment(arrived), key.to_owned()))
    }

    fn of_table(&self, raw: &Value) -> Option<(Value, String, Timestamp, String)> {
        let change = raw.get("dynamodb")?;
        let sequence = change.get("SequenceNumber")?.as_str()?.to_owned();
        let arrived = moment(
            change
                .get("ApproximateCreationDateTime")
                .unwrap_or(&Value::Null),
        );
        let key = change.get("Keys").map(ToString::to_string);
        let mut record = raw.clone();
        let members = record.as_object_mut()?;
        // Of deletions by a time to live; functions get its members in lower case.
        if let Some(identity) = members
            .remove("userIdentity")
            .filter(|value| !value.is_null())
        {
            let of = |name: &str| identity.get(name).cloned().unwrap_or_default();
            let lower = json!({ "type": of("Type"), "principalId": of("PrincipalId") });
            members.insert("userIdentity".to_owned(), lower);
        }
        members.insert("eventSource".to_owned(), "aws:dynamodb".into());
        members.insert("awsRegion".to_owned(), self.source.region().into());
        members.insert("eventSourceARN".to_owned(), self.source.to_string().into());
        Some((record, sequence, arrived, key.unwrap_or_default()))
    }
}

/// A time in seconds, as the services write it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a date in milliseconds is far below 2^63; what is beyond saturates"
)]
fn moment(seconds: &Value) -> Timestamp {
    Timestamp::from_millis((seconds.as_f64().unwrap_or_default() * 1000.0) as i64)
}

/// Whether the function wants a record. The data of Kinesis is looked into where a filter looks into it.
pub(super) fn fits(item: &Item, stream: Stream, filters: &[Pattern]) -> bool {
    if filters.is_empty() {
        return true;
    }
    let record = match stream {
        Stream::DynamoDb => item.record.clone(),
        Stream::Kinesis => {
            let mut record = item.record.get("kinesis").cloned().unwrap_or_default();
            let data = record.get("data").and_then(Value::as_str);
            let data = data.and_then(|data| STANDARD.decode(data).ok());
            let data = data.and_then(|data| String::from_utf8(data).ok());
            if let (Some(record), Some(data)) = (record.as_object_mut(), data) {
                record.insert("data".to_owned(), data.into());
            }
            record
        }
    };
    let looked_into = match stream {
        Stream::Kinesis => "data",
        Stream::DynamoDb => "",
    };
    filters
        .iter()
        .any(|filter| filter.fits_record(&record, looked_into))
}

/// The records that one invocation gets: as many from the front as fit.
pub(super) fn take(items: &mut Vec<Item>, most: usize) -> Vec<Item> {
    let mut bytes = 0;
    let fitting = items
        .iter()
        .take(most.max(1))
        .enumerate()
        .take_while(|(at, item)| {
            bytes += item.bytes;
            *at == 0 || bytes <= MOST_BYTES
        });
    let count = fitting.count();
    items.drain(..count).collect()
}

/// Of a mapping with windows, with what is told of the window beside.
pub(super) fn event(items: &[Item], window: Option<Value>) -> Bytes {
    let records: Vec<&Value> = items.iter().map(|item| &item.record).collect();
    let mut event = json!({ "Records": records });
    if let (Some(event), Some(Value::Object(window))) = (event.as_object_mut(), window) {
        event.extend(window);
    }
    Bytes::from(event.to_string())
}

/// From which record on a batch is to be tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failed {
    Nothing,
    From(usize),
}

/// The lowest sequence number that the answer names is where it failed. An answer that cannot be
/// understood, or that names no record of the batch, says so of all.
pub(super) fn failed(answer: &[u8], items: &[Item]) -> Failed {
    let Ok(answer) = serde_json::from_slice::<Value>(answer) else {
        return if answer.is_empty() {
            Failed::Nothing
        } else {
            Failed::From(0)
        };
    };
    let failures = match answer.get("batchItemFailures") {
        None | Some(Value::Null) => return Failed::Nothing,
        Some(Value::Array(failures)) => failures,
        Some(_) => return Failed::From(0),
    };
    let place = |failure: &Value| {
        let id = failure.get("itemIdentifier")?.as_str()?;
        items.iter().position(|item| item.sequence == id)
    };
    let places: Option<Vec<usize>> = failures.iter().map(place).collect();
    match places {
        Some(places) => places
            .into_iter()
            .min()
            .map_or(Failed::Nothing, Failed::From),
        None => Failed::From(0),
    }
}

/// How many of the records at the front are older than the mapping lets them be.
pub(super) fn expired(items: &[Item], mapping: &EventSourceMappingRecord, now: Timestamp) -> usize {
    let settings = mapping.stream.as_ref();
    let Some(most) = settings.and_then(|settings| settings.maximum_record_age_seconds) else {
        return 0;
    };
    let oldest = now.millis() - i64::from(most) * 1000;
    let old = items
        .iter()
        .take_while(|item| item.arrived.millis() < oldest);
    old.count()
}

#[cfg(test)]
pub(super) mod testing {
    use super::{Item, Timestamp, Value};

    pub(in super::super) fn item_at(millis: i64) -> Item {
        Item {
            record: Value::Null,
            sequence: millis.to_string(),
            arrived: Timestamp::from_millis(millis),
            key: String::new(),
            bytes: 4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "arn:aws:kinesis:us-east-1:111111111111:stream/s";

    fn item(sequence: &str, data: &str) -> Item {
        let form = Form {
            stream: Stream::Kinesis,
            source: &Arn::new(SOURCE).unwrap(),
            shard: "shardId-000000000000",
            role: "arn:aws:iam::111111111111:role/r",
        };
        let raw = json!({
            "SequenceNumber": sequence, "PartitionKey": "test_0",
            "Data": STANDARD.encode(data), "ApproximateArrivalTimestamp": 1_657_720_081.25,
        });
        form.item(&raw).unwrap()
    }

    /// As in the recording `test_create_kinesis_event_source_mapping`.
    #[test]
    fn a_record_of_kinesis_has_awss_form() {
        let found = item("7", "hello");
        let expected = json!({
            "awsRegion": "us-east-1", "eventID": "shardId-000000000000:7",
            "eventName": "aws:kinesis:record", "eventSource": "aws:kinesis",
            "eventSourceARN": SOURCE, "eventVersion": "1.0",
            "invokeIdentityArn": "arn:aws:iam::111111111111:role/r",
            "kinesis": {
                "approximateArrivalTimestamp": 1_657_720_081.25, "data": "aGVsbG8=",
                "kinesisSchemaVersion": "1.0", "partitionKey": "test_0", "sequenceNumber": "7",
            },
        });
        assert_eq!(found.record, expected);
        assert_eq!(found.arrived.millis(), 1_657_720_081_250);
    }

    /// As in the recording `test_dynamodb_event_source_mapping`.
    #[test]
    fn a_change_of_a_table_has_awss_form() {
        let source = "arn:aws:dynamodb:us-east-1:111111111111:table/t/stream/x";
        let form = Form {
            stream: Stream::DynamoDb,
            source: &Arn::new(source).unwrap(),
            shard: "shard",
            role: "r",
        };
        let mut raw = json!({
            "eventID": "e", "eventName": "INSERT", "eventVersion": "1.1", "eventSource": "aws:dynamodb",
            "awsRegion": "us-east-1", "dynamodb": {
                "ApproximateCreationDateTime": 1.0, "Keys": {"id": {"S": "a"}},
                "NewImage": {"id": {"S": "a"}}, "SequenceNumber": "5", "SizeBytes": 70,
                "StreamViewType": "NEW_IMAGE",
            },
        });
        let found = form.item(&raw).unwrap();
        raw["eventSourceARN"] = source.into();
        assert_eq!(found.record, raw);
        assert_eq!(
            (found.sequence.as_str(), found.key.as_str()),
            ("5", r#"{"id":{"S":"a"}}"#)
        );
        raw["userIdentity"] = json!({"Type": "Service", "PrincipalId": "dynamodb.amazonaws.com"});
        let found = form.item(&raw).unwrap();
        let identity = json!({"type": "Service", "principalId": "dynamodb.amazonaws.com"});
        assert_eq!(found.record["userIdentity"], identity);
    }

    #[track_caller]
    fn check(answer: &str, expected: Failed) {
        let items = ["1", "2", "3"].map(|sequence| item(sequence, "x"));
        assert_eq!(failed(answer.as_bytes(), &items), expected, "{answer}");
    }

    /// The scenarios of `test_kinesis_report_batch_item_failure_scenarios` and its sister.
    #[test]
    fn an_answer_names_where_it_failed() {
        for nothing in [
            "",
            "null",
            "{}",
            "[]",
            r#"{"batchItemFailures":[]}"#,
            r#"{"batchItemFailures":null}"#,
            "\"\"",
        ] {
            check(nothing, Failed::Nothing);
        }
        let named = |ids: &[&str]| {
            let named: Vec<Value> = ids
                .iter()
                .map(|id| json!({ "itemIdentifier": id }))
                .collect();
            json!({ "batchItemFailures": named }).to_string()
        };
        check(&named(&["3", "2"]), Failed::From(1));
        check(&named(&["1"]), Failed::From(0));
        for all in [
            named(&[""]),
            named(&["unknown"]),
            r#"{"batchItemFailures":[{"itemIdentifier":null}]}"#.to_owned(),
            r#"{"batchItemFailures":[{"foo":"x"}]}"#.to_owned(),
            "{".to_owned(),
        ] {
            check(&all, Failed::From(0));
        }
    }

    #[test]
    fn a_filter_looks_into_the_data() {
        for (pattern, data, expected) in [
            (r#"{"data":{"kind":["a"]}}"#, r#"{"kind":"a"}"#, true),
            (r#"{"data":{"kind":["a"]}}"#, r#"{"kind":"b"}"#, false),
            (r#"{"data":{"kind":["a"]}}"#, "no JSON", false),
            (r#"{"data":["plain"]}"#, "plain", true),
            (r#"{"partitionKey":["test_0"]}"#, "anything", true),
            (r#"{"partitionKey":["other"]}"#, "anything", false),
        ] {
            let filter = [Pattern::read(pattern).unwrap()];
            let found = fits(&item("1", data), Stream::Kinesis, &filter);
            assert_eq!(found, expected, "{pattern} {data}");
        }
    }

    #[test]
    fn an_invocation_gets_as_much_as_fits() {
        let large = "x".repeat(3 * 1024 * 1024);
        let mut items: Vec<Item> = ["1", "2", "3"].map(|id| item(id, &large)).into();
        assert_eq!(take(&mut items, 10).len(), 1);
        assert_eq!(items.len(), 2);
        let mut items: Vec<Item> = ["1", "2", "3"].map(|id| item(id, "x")).into();
        assert_eq!(take(&mut items, 2).len(), 2);
        assert_eq!(items.len(), 1);
    }
}
