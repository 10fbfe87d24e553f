//! Methods of `Integer` and `Double`.

use crate::velocity::value::Value;

pub(super) fn call<'s>(target: &Value<'s>, name: &str, arguments: &[Value<'s>]) -> Value<'s> {
    match (name, arguments) {
        ("intValue" | "longValue", []) => whole(target),
        ("doubleValue" | "floatValue", []) => real(target).map_or(Value::Null, Value::Double),
        ("compareTo", [other]) => match (real(target), real(other)) {
            (Some(left), Some(right)) => Value::Int(left.total_cmp(&right) as i128),
            _ => Value::Null,
        },
        _ => Value::Null,
    }
}

fn whole<'s>(value: &Value<'s>) -> Value<'s> {
    match value {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "Java's longValue saturates as well"
        )]
        Value::Double(value) => Value::Int(i128::from(*value as i64)),
        other => other.clone(),
    }
}

fn real(value: &Value<'_>) -> Option<f64> {
    match value {
        #[expect(
            clippy::cast_precision_loss,
            reason = "Java's doubleValue rounds as well"
        )]
        Value::Int(value) => Some(*value as f64),
        Value::Double(value) => Some(*value),
        _ => None,
    }
}
