//! Everything in a value that is not known.

use document::Span;
use template::{Evaluated, Part, Unknown, Value};

pub(in crate::cloudformation) fn of(value: &Evaluated) -> Vec<(&Unknown, Span)> {
    let mut found = Vec::new();
    collect(value, &mut found);
    found
}

/// The resource that is not there yet.
pub(super) fn resource_of(unknown: &Unknown) -> Option<&str> {
    match unknown {
        Unknown::Resource(name) => Some(name),
        Unknown::Attribute { resource, .. } => Some(resource),
        Unknown::Parameter(_)
        | Unknown::Pseudo(_)
        | Unknown::Import(_)
        | Unknown::Condition(_)
        | Unknown::Dynamic(_)
        | Unknown::Transform(_)
        | Unknown::Computed(_) => None,
    }
}

fn collect<'a>(value: &'a Evaluated, found: &mut Vec<(&'a Unknown, Span)>) {
    match &value.value {
        Value::Unknown(unknown) => found.push((unknown, value.span)),
        Value::Partly(parts) => {
            let unknown = parts.iter().filter_map(|part| match part {
                Part::Unknown(unknown) => Some((unknown, value.span)),
                Part::Known(_) => None,
            });
            found.extend(unknown);
        }
        Value::List(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Map(members) => members
            .iter()
            .for_each(|member| collect(&member.value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Absent => {}
    }
}
