//! What a caller must be allowed before an operation goes upstream.
//!
//! A service with a table is asked about action by action, resource by resource. For any other the
//! action is `service:Operation` on `*`; and where even the operation can't be told, every action of
//! the service must be allowed. Whatever the operation has at AWS and can't be known here is set down
//! as unknown, and opens nothing.

mod dynamodb;
mod keys;
mod s3;

pub(crate) use dynamodb::attribute_text;
use identity::Caller;
use model::Region;
use policy::Context;

use crate::operation::Operation;
use crate::partiql;
use crate::tables::{self, Rule, Table};
use crate::template::{Filled, Wanted};

/// Who asks, and in which region.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asker<'a> {
    pub(crate) caller: &'a Caller,
    pub(crate) region: &'a Region,
    pub(crate) headers: &'a http::HeaderMap,
    pub(crate) body: &'a [u8],
}

/// One permission.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    /// `dynamodb:PutItem`
    pub(crate) action: String,
    pub(crate) resource: Resource,
    pub(crate) context: Context,
    /// A key whose value follows from what only the service knows.
    pub(crate) pending: Option<Pending>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Resource {
    /// The action has none, or nobody can tell which.
    Any,
    /// An ARN, or what stands in the place of one.
    Named(String),
    /// Known to the service alone; what is asked about if it doesn't tell.
    Lookup { wanted: Wanted, otherwise: String },
}

/// `dynamodb:LeadingKeys` needs the name of the table's partition key.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pending {
    pub(crate) table: String,
    /// Attributes by name.
    pub(crate) items: serde_json::Value,
}

/// How well the operation is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mapping {
    /// Action and resource are AWS's.
    Table,
    /// `service:Operation` on `*`.
    Operation,
    /// The operation can't be told: every action of the service.
    Service,
}

#[derive(Debug)]
pub(crate) struct Questions {
    pub(crate) all: Vec<Question>,
    pub(crate) mapping: Mapping,
}

pub(crate) fn of(operation: &Operation, asker: &Asker<'_>) -> Questions {
    let mapped = match (&operation.address, &operation.name) {
        (Some(address), _) => s3::questions(operation, address, asker),
        (None, Some(name)) => mapped(operation, name, asker),
        (None, None) => Vec::new(),
    };
    if !mapped.is_empty() {
        return Questions {
            all: mapped,
            mapping: Mapping::Table,
        };
    }
    match &operation.name {
        Some(name) => Questions {
            all: vec![unmapped(operation, name)],
            mapping: Mapping::Operation,
        },
        None => Questions {
            all: whole_service(operation),
            mapping: Mapping::Service,
        },
    }
}

fn mapped(operation: &Operation, name: &str, asker: &Asker<'_>) -> Vec<Question> {
    let Some(table) = tables::table(&operation.prefix) else {
        return Vec::new();
    };
    if operation.prefix == "dynamodb"
        && let Some(statements) = partiql::statements(name, &operation.parameters)
    {
        return dynamodb::statements(table, &statements, name, asker);
    }
    let rules = table.rules(name);
    let named = |rule| by_rule(operation, (table, rule), asker);
    let questions: Vec<Question> = rules.iter().flat_map(named).collect();
    if !questions.is_empty() {
        return questions;
    }
    // Nothing is named, or nothing can be read: whatever the operation may do must be allowed on
    // everything.
    let anything = |rule| question(operation, (table, rule), asker, Resource::Any);
    rules.iter().map(anything).collect()
}

/// None at all where the input names none of the rule's resources.
fn by_rule(
    operation: &Operation,
    (table, rule): (&Table, &Rule),
    asker: &Asker<'_>,
) -> Vec<Question> {
    let resources = match &rule.resource {
        None => vec![Resource::Any],
        Some(template) => {
            let filled = template.fill(&operation.parameters).into_iter();
            filled.map(|one| resource(one, table, asker)).collect()
        }
    };
    let of = |resource| question(operation, (table, rule), asker, resource);
    resources.into_iter().map(of).collect()
}

fn question(
    operation: &Operation,
    (table, rule): (&Table, &Rule),
    asker: &Asker<'_>,
    resource: Resource,
) -> Question {
    let (context, pending) = keys::of(operation, (table, rule), asker, &resource);
    Question {
        action: format!("{}:{}", operation.prefix, rule.action),
        resource,
        context,
        pending,
    }
}

fn resource(filled: Filled, table: &Table, asker: &Asker<'_>) -> Resource {
    let text = if filled.text.starts_with("arn:") || filled.plain {
        filled.text
    } else {
        let account = filled.account.as_deref();
        let account = account.unwrap_or_else(|| asker.caller.account().as_str());
        let arn = table.arn.replace("{region}", asker.region.as_str());
        format!("{}{}", arn.replace("{account}", account), filled.text)
    };
    match filled.lookup {
        Some(wanted) => Resource::Lookup {
            otherwise: otherwise(&wanted, text),
            wanted,
        },
        None => Resource::Named(text),
    }
}

/// The six characters behind a secret's name, as policies write them where they don't know them.
fn otherwise(wanted: &Wanted, text: String) -> String {
    match wanted {
        Wanted::Secret(_) => format!("{text}-??????"),
        Wanted::KeyAlias(_) => text,
    }
}

fn unmapped(operation: &Operation, name: &str) -> Question {
    let action = format!("{}:{name}", operation.prefix);
    Question {
        context: keys::unknown(&operation.prefix, &action),
        action,
        resource: Resource::Any,
        pending: None,
    }
}

/// A service that AWS's reference does not have is asked about by an action that a wildcard alone can
/// mean.
fn whole_service(operation: &Operation) -> Vec<Question> {
    let service = reference::service(&operation.prefix);
    let names: Vec<&str> = match service {
        Some(service) => service.actions().map(reference::Action::name).collect(),
        None => vec!["UnknownOperation"],
    };
    names
        .into_iter()
        .map(|name| unmapped(operation, name))
        .collect()
}

#[cfg(test)]
mod tests;
