//! The condition keys of one question: what the request tells, and what nobody can tell.

use policy::Context;
use serde_json::Value;

use super::{Asker, Pending, Resource, dynamodb};
use crate::operation::Operation;
use crate::tables::{Key, KeyValue, Rule, Table};
use crate::template::Path;

/// Of the global keys those that belong to a resource or to what an operation brings.
const OF_TAGS: [&str; 3] = ["aws:ResourceTag/", "aws:RequestTag/", "aws:TagKeys"];

pub(super) fn of(
    operation: &Operation,
    (table, rule): (&Table, &Rule),
    asker: &Asker<'_>,
    resource: &Resource,
) -> (Context, Option<Pending>) {
    let action = format!("{}:{}", operation.prefix, rule.action);
    let mut known = Known {
        context: Context::new(),
        names: Vec::new(),
        pending: None,
    };
    for key in table.keys.iter().chain(&rule.keys) {
        known.add(key, operation, resource);
    }
    if operation.prefix == "kms" {
        let account = asker.caller.account().as_str();
        known.context.set("kms:CallerAccount", account);
    }
    let mut context = known.context;
    leave_unknown(&mut context, &operation.prefix, &action, &known.names);
    (context, known.pending)
}

/// Nothing but that it is unknown.
pub(super) fn unknown(prefix: &str, action: &str) -> Context {
    let mut context = Context::new();
    leave_unknown(&mut context, prefix, action, &[]);
    context
}

/// The service's own keys, and those of tags that the action can have. A service that the reference
/// does not have may have any.
pub(super) fn leave_unknown(context: &mut Context, prefix: &str, action: &str, known: &[&str]) {
    let own = format!("{prefix}:");
    let Some(service) = reference::service(prefix) else {
        context.set_unknown(format!("{own}*"));
        for name in OF_TAGS {
            context.set_unknown(format!("{name}*"));
        }
        return;
    };
    let of_action = reference::action(action).map(reference::Action::all_condition_keys);
    let of_tags = of_action
        .into_iter()
        .flatten()
        .map(reference::ConditionKey::name);
    let of_tags = of_tags.filter(|name| OF_TAGS.iter().any(|tag| name.starts_with(tag)));
    let of_service = service.condition_keys().map(reference::ConditionKey::name);
    let names = of_service
        .filter(|name| name.starts_with(&own))
        .chain(of_tags);
    for name in names {
        let name = match name.split_once("${") {
            Some((start, _)) => format!("{start}*"),
            None => name.to_owned(),
        };
        let is_known = known
            .iter()
            .any(|known| name.trim_end_matches('*').eq_ignore_ascii_case(known));
        if !is_known {
            context.set_unknown(name);
        }
    }
}

struct Known {
    context: Context,
    names: Vec<&'static str>,
    pending: Option<Pending>,
}

impl Known {
    fn add(&mut self, key: &Key, operation: &Operation, resource: &Resource) {
        let input = &operation.parameters;
        match &key.value {
            KeyValue::Absent => self.names.push(key.name),
            KeyValue::Literal(text) => self.set(key.name, vec![(*text).to_owned()]),
            KeyValue::Parameter(path) if key.name.ends_with(['/', ':']) => {
                self.family(key.name, path.raw(input));
            }
            KeyValue::Parameter(path) => match path.reading {
                "leading" => self.leading(path.raw(input), resource),
                reading => match read(reading, path, operation) {
                    Some(values) => self.set(key.name, values),
                    None => self.names.retain(|known| *known != key.name),
                },
            },
        }
    }

    /// No values at all say that the request does not have the key.
    fn set(&mut self, name: &'static str, values: Vec<String>) {
        self.names.push(name);
        self.context.set_many(name, values);
    }

    /// `aws:RequestTag/` and the like: a key for each member. What is no map stays unknown.
    fn family(&mut self, name: &'static str, value: Option<&Value>) {
        let empty = serde_json::Map::new();
        let members = match value {
            None | Some(Value::Null) => &empty,
            Some(Value::Object(members)) => members,
            Some(_) => return,
        };
        self.names.push(name);
        for (member, value) in members {
            let value = value.as_str().unwrap_or_default();
            self.context.set(format!("{name}{member}"), value);
        }
        if name == "aws:RequestTag/" {
            let names = members.keys().cloned().collect();
            self.set("aws:TagKeys", names);
        }
    }

    /// A key of one attribute is the partition key; of several, the table knows which.
    fn leading(&mut self, items: Option<&Value>, resource: &Resource) {
        let Some(Value::Object(attributes)) = items else {
            return;
        };
        let mut values = attributes.values();
        if let (Some(value), None) = (values.next(), values.next()) {
            if let Some(text) = dynamodb::attribute_text(value) {
                self.set("dynamodb:LeadingKeys", vec![text]);
            }
            return;
        }
        if let Resource::Named(arn) = resource {
            let table = arn.rsplit('/').next().unwrap_or_default().to_owned();
            let items = Value::Object(attributes.clone());
            self.pending = Some(Pending { table, items });
        }
    }
}

/// `None` where the value can't be told.
fn read(reading: &str, path: &Path, operation: &Operation) -> Option<Vec<String>> {
    let input = &operation.parameters;
    match reading {
        "attributes" => dynamodb::attributes(input),
        "select" => dynamodb::select(input),
        "queried" => dynamodb::queried(input),
        "unknown" => None,
        "alias" => Some(
            path.values(input)
                .into_iter()
                .filter_map(|id| Some(id.get(id.find("alias/")?..)?.to_owned()))
                .collect(),
        ),
        // Only an ARN is one at AWS; a name becomes one there.
        "secret-key" => {
            let values = path.values(input);
            values
                .iter()
                .all(|id| id.starts_with("arn:"))
                .then_some(values)
        }
        "qualifier" => {
            let machine = path.values(input).into_iter().next()?;
            Some(
                machine
                    .split(':')
                    .nth(7)
                    .map(str::to_owned)
                    .into_iter()
                    .collect(),
            )
        }
        _ => Some(path.values(input)),
    }
}
