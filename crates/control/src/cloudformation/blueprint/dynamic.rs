//! Dynamic references, `{{resolve:ssm:…}}`, where what stands behind them is known.

use std::collections::BTreeMap;

use template::{Evaluated, Member, Part, Unknown, Value};

pub(super) fn resolved(value: Evaluated, held: &BTreeMap<String, String>) -> Evaluated {
    let span = value.span;
    let value = match value.value {
        Value::Unknown(Unknown::Dynamic(text)) => match held.get(&text) {
            Some(found) => Value::Text(found.clone()),
            None => Value::Unknown(Unknown::Dynamic(text)),
        },
        Value::Partly(parts) => joined(parts, held),
        Value::List(items) => {
            let items = items.into_iter().map(|item| resolved(item, held));
            Value::List(items.collect())
        }
        Value::Map(members) => {
            let members = members.into_iter().map(|member| Member {
                value: resolved(member.value, held),
                ..member
            });
            Value::Map(members.collect())
        }
        other @ (Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Text(_)
        | Value::Unknown(_)
        | Value::Absent) => other,
    };
    Evaluated::new(value, span)
}

fn joined(parts: Vec<Part>, held: &BTreeMap<String, String>) -> Value {
    let parts: Vec<Part> = parts
        .into_iter()
        .map(|part| match &part {
            Part::Unknown(Unknown::Dynamic(text)) => match held.get(text) {
                Some(found) => Part::Known(found.clone()),
                None => part,
            },
            Part::Unknown(_) | Part::Known(_) => part,
        })
        .collect();
    let known: Option<Vec<&str>> = parts
        .iter()
        .map(|part| match part {
            Part::Known(text) => Some(text.as_str()),
            Part::Unknown(_) => None,
        })
        .collect();
    match known {
        Some(texts) => Value::Text(texts.concat()),
        None => Value::Partly(parts),
    }
}
