//! The data tables: what a caller of an operation must be allowed, on which resources, with which
//! condition keys. One text for each service, in `tables/`.
//!
//! A line is an operation, the action (`=` is the same name), the resource, and the condition keys
//! whose values the request tells; `=-` says of a key that the request never has it. Several lines for
//! an operation are several permissions. A resource is written behind the service's ARN, with
//! parameters in braces; see [`crate::template`].

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::template::{Path, Template};

/// What one service's operations need.
#[derive(Debug)]
pub(crate) struct Table {
    /// What stands before a resource: `arn:aws:sqs:{region}:{account}:`.
    pub(crate) arn: &'static str,
    /// Keys that every operation may have.
    pub(crate) keys: Vec<Key>,
    rules: HashMap<&'static str, Vec<Rule>>,
}

/// One permission that an operation needs.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Without the prefix.
    pub(crate) action: &'static str,
    /// `None` for `*`.
    pub(crate) resource: Option<Template>,
    pub(crate) keys: Vec<Key>,
}

/// A condition key, and where its value stands.
#[derive(Debug)]
pub(crate) struct Key {
    /// One that ends in a slash or a colon is a family: its members are those of the value.
    pub(crate) name: &'static str,
    pub(crate) value: KeyValue,
}

#[derive(Debug)]
pub(crate) enum KeyValue {
    Absent,
    Literal(&'static str),
    Parameter(Path),
}

const TEXTS: [(&str, &str); 9] = [
    ("dynamodb", include_str!("tables/dynamodb.txt")),
    ("events", include_str!("tables/events.txt")),
    ("kinesis", include_str!("tables/kinesis.txt")),
    ("kms", include_str!("tables/kms.txt")),
    ("secretsmanager", include_str!("tables/secretsmanager.txt")),
    ("sns", include_str!("tables/sns.txt")),
    ("sqs", include_str!("tables/sqs.txt")),
    ("ssm", include_str!("tables/ssm.txt")),
    ("states", include_str!("tables/states.txt")),
];

static TABLES: LazyLock<HashMap<&'static str, Table>> = LazyLock::new(|| {
    let tables = TEXTS.iter();
    tables
        .map(|(name, text)| (*name, Table::read(text)))
        .collect()
});

/// The table of a service, by the prefix of its actions.
pub(crate) fn table(prefix: &str) -> Option<&'static Table> {
    TABLES.get(prefix)
}

impl Table {
    fn read(text: &'static str) -> Self {
        let mut table = Self {
            arn: "",
            keys: Vec::new(),
            rules: HashMap::new(),
        };
        let lines = text.lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut words = line.split_ascii_whitespace();
            match words.next().unwrap_or_default() {
                "service" => {}
                "arn" => table.arn = words.next().unwrap_or_default(),
                "keys" => table.keys = words.filter_map(Key::read).collect(),
                operation => {
                    let rule = Rule::read(operation, words);
                    table.rules.entry(operation).or_default().push(rule);
                }
            }
        }
        table
    }

    /// None at all for an operation that the table does not have.
    pub(crate) fn rules(&self, operation: &str) -> &[Rule] {
        self.rules.get(operation).map_or(&[], Vec::as_slice)
    }
}

impl Rule {
    fn read(operation: &'static str, mut words: impl Iterator<Item = &'static str>) -> Self {
        let action = match words.next() {
            None | Some("=") => operation,
            Some(action) => action,
        };
        let resource = match words.next() {
            None | Some("*") => None,
            Some(text) => Some(Template::read(text)),
        };
        Self {
            action,
            resource,
            keys: words.filter_map(Key::read).collect(),
        }
    }
}

impl Key {
    fn read(word: &'static str) -> Option<Self> {
        let (name, value) = word.split_once('=')?;
        let inner = value
            .strip_prefix('{')
            .and_then(|value| value.strip_suffix('}'));
        let value = match (value, inner) {
            ("-", _) => KeyValue::Absent,
            (_, Some(path)) => KeyValue::Parameter(Path::read(path)),
            (literal, None) => KeyValue::Literal(literal),
        };
        Some(Self { name, value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every action is one of AWS's, every key one that the action can have, and every resource is
    /// written in one of the forms that the action works on.
    #[test]
    fn the_tables_speak_the_language_of_the_reference() {
        for (prefix, text) in TEXTS {
            let table = Table::read(text);
            assert!(
                table.arn.starts_with(&format!("arn:aws:{prefix}:")),
                "{prefix}"
            );
            for (operation, rules) in &table.rules {
                for rule in rules {
                    let name = format!("{prefix}:{}", rule.action);
                    let action =
                        reference::action(&name).unwrap_or_else(|| panic!("{name} of {operation}"));
                    for key in &rule.keys {
                        let service = reference::service(prefix).unwrap();
                        let known = service.condition_keys().any(|known| {
                            known.name().starts_with(key.name) || known.matches(key.name)
                        });
                        assert!(known, "{name} has no {}", key.name);
                    }
                    let required = action
                        .resources()
                        .any(reference::ActionResource::is_required);
                    assert!(
                        !required
                            || rule.resource.is_some()
                            || operation == &"CancelMessageMoveTask",
                        "{name} needs a resource"
                    );
                }
            }
        }
    }

    #[test]
    fn every_operation_of_the_data_planes_has_a_line() {
        for (prefix, operations) in [
            (
                "dynamodb",
                &["GetItem", "TransactWriteItems", "BatchWriteItem"][..],
            ),
            ("sqs", &["SendMessageBatch", "ReceiveMessage"]),
            ("sns", &["Publish", "PublishBatch"]),
            ("events", &["PutEvents"]),
            ("states", &["StartExecution"]),
        ] {
            for operation in operations {
                assert!(
                    !table(prefix).unwrap().rules(operation).is_empty(),
                    "{operation}"
                );
            }
        }
    }
}
