//! The calls to Kinesis and to DynamoDB's streams, as far as reading needs them.

use identity::Caller;
use model::{Arn, Timestamp};
use serde_json::{Map, Value, json};

use super::super::calls::{self, Called, Fault};
use crate::control::Control;

/// Pages of shards; a stream of more is read as far as these.
const MOST_PAGES: usize = 50;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lambda::event_sources) enum Stream {
    Kinesis,
    DynamoDb,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shard {
    pub(super) id: String,
    pub(super) parent: Option<String>,
}

/// Where the reading of a shard begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum From {
    Horizon,
    At(Timestamp),
    After(String),
}

/// Some records, and where to go on; nowhere at the end of a closed shard.
pub(super) struct Read {
    pub(super) records: Vec<Value>,
    pub(super) next: Option<String>,
    /// Whether the service says that there are later ones.
    pub(super) is_behind: bool,
}

impl Stream {
    /// The stream that an ARN names, if it is one that can be read here.
    pub(in crate::lambda::event_sources) fn of(source: &Arn) -> Option<Self> {
        let resource = source.resource();
        match source.service() {
            "kinesis" if resource.starts_with("stream/") && !resource.contains("/consumer/") => {
                Some(Self::Kinesis)
            }
            "dynamodb" if resource.starts_with("table/") && resource.contains("/stream/") => {
                Some(Self::DynamoDb)
            }
            _ => None,
        }
    }

    pub(in crate::lambda::event_sources) const fn service(self) -> &'static str {
        match self {
            Self::Kinesis => "kinesis",
            Self::DynamoDb => "dynamodb",
        }
    }

    /// The operations that a role needs (Lambda developer guide, "Execution role permissions" of either).
    pub(in crate::lambda::event_sources) const fn needed(self) -> &'static [&'static str] {
        match self {
            Self::Kinesis => &["GetRecords", "GetShardIterator", "ListShards"],
            Self::DynamoDb => &["GetRecords", "GetShardIterator", "DescribeStream"],
        }
    }

    /// The most records that the service gives at once.
    pub(super) const fn most_at_once(self) -> usize {
        match self {
            Self::Kinesis => 10_000,
            Self::DynamoDb => 1000,
        }
    }

    fn called<'a>(self, region: &'a str, operation: &str) -> Called<'a> {
        let (host, version, prefix) = match self {
            Self::Kinesis => ("kinesis", "1.1", "Kinesis_20131202"),
            Self::DynamoDb => ("streams.dynamodb", "1.0", "DynamoDBStreams_20120810"),
        };
        Called {
            service: self.service(),
            host,
            region,
            version,
            target: format!("{prefix}.{operation}"),
        }
    }

    async fn call(
        self,
        control: &Control,
        (caller, source): (&Caller, &Arn),
        operation: &str,
        input: &Value,
    ) -> Result<Value, Fault> {
        let called = self.called(source.region(), operation);
        calls::call(control, caller.clone(), &called, input).await
    }

    /// Whether the stream is there, for whoever the caller is.
    pub(in crate::lambda::event_sources) async fn look(
        self,
        control: &Control,
        caller: &Caller,
        source: &Arn,
    ) -> Result<(), Fault> {
        self.page(control, (caller, source), None).await.map(drop)
    }

    pub(super) async fn shards(
        self,
        control: &Control,
        caller: &Caller,
        source: &Arn,
    ) -> Result<Vec<Shard>, Fault> {
        let mut shards = Vec::new();
        let mut next: Option<String> = None;
        for _ in 0..MOST_PAGES {
            let (found, more) = self
                .page(control, (caller, source), next.as_deref())
                .await?;
            shards.extend(found);
            next = more;
            if next.is_none() {
                break;
            }
        }
        Ok(shards)
    }

    async fn page(
        self,
        control: &Control,
        by: (&Caller, &Arn),
        next: Option<&str>,
    ) -> Result<(Vec<Shard>, Option<String>), Fault> {
        let source = by.1.to_string();
        let (operation, input) = match (self, next) {
            (Self::Kinesis, None) => ("ListShards", json!({ "StreamARN": source })),
            // A token stands for the stream, and both together are refused.
            (Self::Kinesis, Some(next)) => ("ListShards", json!({ "NextToken": next })),
            (Self::DynamoDb, None) => ("DescribeStream", json!({ "StreamArn": source })),
            (Self::DynamoDb, Some(next)) => (
                "DescribeStream",
                json!({ "StreamArn": source, "ExclusiveStartShardId": next }),
            ),
        };
        let answer = self.call(control, by, operation, &input).await?;
        let (told, token) = match self {
            Self::Kinesis => (&answer, "NextToken"),
            Self::DynamoDb => (
                answer.get("StreamDescription").unwrap_or(&Value::Null),
                "LastEvaluatedShardId",
            ),
        };
        let shards = told.get("Shards").and_then(Value::as_array);
        let shards = shards.into_iter().flatten().filter_map(|shard| {
            Some(Shard {
                id: text(shard, "ShardId")?,
                parent: text(shard, "ParentShardId"),
            })
        });
        Ok((shards.collect(), text(told, token)))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a date is far below 2^53 milliseconds"
    )]
    pub(super) async fn iterator(
        self,
        control: &Control,
        by: (&Caller, &Arn),
        shard: &str,
        from: &From,
    ) -> Result<Option<String>, Fault> {
        let (stream, sequence) = match self {
            Self::Kinesis => ("StreamARN", "StartingSequenceNumber"),
            Self::DynamoDb => ("StreamArn", "SequenceNumber"),
        };
        let mut input = Map::new();
        input.insert(stream.to_owned(), by.1.to_string().into());
        input.insert("ShardId".to_owned(), shard.into());
        let kind = match from {
            From::Horizon => "TRIM_HORIZON",
            From::At(moment) => {
                let seconds = json!(moment.millis() as f64 / 1000.0);
                input.insert("Timestamp".to_owned(), seconds);
                "AT_TIMESTAMP"
            }
            From::After(after) => {
                input.insert(sequence.to_owned(), after.clone().into());
                "AFTER_SEQUENCE_NUMBER"
            }
        };
        input.insert("ShardIteratorType".to_owned(), kind.into());
        let input = Value::Object(input);
        let answer = self.call(control, by, "GetShardIterator", &input).await?;
        Ok(text(&answer, "ShardIterator"))
    }

    pub(super) async fn records(
        self,
        control: &Control,
        by: (&Caller, &Arn),
        (iterator, most): (&str, usize),
    ) -> Result<Read, Fault> {
        let mut input =
            json!({ "ShardIterator": iterator, "Limit": most.min(self.most_at_once()) });
        if let (Self::Kinesis, Some(input)) = (self, input.as_object_mut()) {
            input.insert("StreamARN".to_owned(), by.1.to_string().into());
        }
        let mut answer = self.call(control, by, "GetRecords", &input).await?;
        let records = match answer.get_mut("Records").map(Value::take) {
            Some(Value::Array(records)) => records,
            Some(_) | None => Vec::new(),
        };
        let behind = answer.get("MillisBehindLatest").and_then(Value::as_i64);
        Ok(Read {
            records,
            next: text(&answer, "NextShardIterator"),
            is_behind: behind.is_some_and(|millis| millis > 0),
        })
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name)?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_names_a_stream_or_not() {
        for (resource, expected) in [
            (
                "kinesis:us-east-1:111111111111:stream/s",
                Some(Stream::Kinesis),
            ),
            ("kinesis:us-east-1:111111111111:stream/s/consumer/c:1", None),
            (
                "dynamodb:us-east-1:111111111111:table/t/stream/2025-02-22T03:03:25.490",
                Some(Stream::DynamoDb),
            ),
            ("dynamodb:us-east-1:111111111111:table/t", None),
            ("sqs:us-east-1:111111111111:q", None),
        ] {
            let arn = Arn::new(&format!("arn:aws:{resource}")).unwrap();
            assert_eq!(Stream::of(&arn), expected, "{resource}");
        }
    }
}
