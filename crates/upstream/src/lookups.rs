//! What only the service itself knows, asked of it and remembered for a minute: the ARN behind a
//! secret's name or a key's alias, and which attribute is a table's partition key.

use std::time::{Duration, Instant};

use quick_cache::sync::Cache;
use serde_json::{Value, json};

use crate::template::Wanted;

const MOST: usize = 4096;
const REMEMBERED: Duration = Duration::from_mins(1);

/// A thing to know: of which service, region and account.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Lookup {
    pub(crate) region: String,
    pub(crate) account: String,
    pub(crate) what: What,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum What {
    Arn(Wanted),
    PartitionKey { table: String },
}

/// The call that tells it.
#[derive(Debug)]
pub(crate) struct Inquiry {
    pub(crate) service: &'static str,
    pub(crate) target: &'static str,
    pub(crate) content_type: &'static str,
    pub(crate) input: Value,
}

impl Lookup {
    pub(crate) fn inquiry(&self) -> Inquiry {
        let (service, target, input) = match &self.what {
            What::Arn(Wanted::Secret(name)) => (
                "secretsmanager",
                "secretsmanager.DescribeSecret",
                json!({ "SecretId": name }),
            ),
            What::Arn(Wanted::KeyAlias(alias)) => {
                ("kms", "TrentService.DescribeKey", json!({ "KeyId": alias }))
            }
            What::PartitionKey { table } => (
                "dynamodb",
                "DynamoDB_20120810.DescribeTable",
                json!({ "TableName": table }),
            ),
        };
        let content_type = match service {
            "dynamodb" => "application/x-amz-json-1.0",
            _ => "application/x-amz-json-1.1",
        };
        Inquiry {
            service,
            target,
            content_type,
            input,
        }
    }

    /// What the service's answer says.
    pub(crate) fn read(&self, answer: &Value) -> Option<String> {
        let found = match &self.what {
            What::Arn(Wanted::Secret(_)) => answer.get("ARN"),
            What::Arn(Wanted::KeyAlias(_)) => answer.pointer("/KeyMetadata/Arn"),
            What::PartitionKey { .. } => {
                let schema = answer.pointer("/Table/KeySchema")?.as_array()?;
                let is_hash = |key: &&Value| key.get("KeyType") == Some(&json!("HASH"));
                schema.iter().find(is_hash)?.get("AttributeName")
            }
        };
        found?.as_str().map(str::to_owned)
    }
}

/// Answers of the last minute.
pub(crate) struct Lookups(Cache<Lookup, (Instant, String)>);

impl Default for Lookups {
    fn default() -> Self {
        Self(Cache::new(MOST))
    }
}

impl Lookups {
    pub(crate) fn known(&self, lookup: &Lookup) -> Option<String> {
        let (since, text) = self.0.get(lookup)?;
        (since.elapsed() < REMEMBERED).then_some(text)
    }

    pub(crate) fn remember(&self, lookup: Lookup, text: String) {
        self.0.insert(lookup, (Instant::now(), text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(what: What, answer: &Value, expected: Option<&str>) {
        let lookup = Lookup {
            region: "r".into(),
            account: "1".into(),
            what,
        };
        assert_eq!(lookup.read(answer).as_deref(), expected);
    }

    #[test]
    fn answers_are_read() {
        let secret = What::Arn(Wanted::Secret("s".into()));
        check(secret.clone(), &json!({"ARN": "arn:a"}), Some("arn:a"));
        check(
            secret,
            &json!({"__type": "ResourceNotFoundException"}),
            None,
        );
        let key = What::Arn(Wanted::KeyAlias("alias/a".into()));
        check(
            key,
            &json!({"KeyMetadata": {"Arn": "arn:k"}}),
            Some("arn:k"),
        );
        let table = What::PartitionKey { table: "t".into() };
        let schema = json!([{"AttributeName": "b", "KeyType": "RANGE"}, {"AttributeName": "a", "KeyType": "HASH"}]);
        check(table, &json!({"Table": {"KeySchema": schema}}), Some("a"));
    }
}
