//! The functions that may end a path.

use serde_json::{Number, Value};

use super::{Found, PathError};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Length,
    Minimum,
    Maximum,
    Sum,
    Average,
}

impl Function {
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "length" | "size" => Some(Self::Length),
            "min" => Some(Self::Minimum),
            "max" => Some(Self::Maximum),
            "sum" => Some(Self::Sum),
            "avg" => Some(Self::Average),
            _ => None,
        }
    }

    pub(super) fn apply(self, found: &Found<'_>) -> Result<Value, PathError> {
        if self == Self::Length {
            return length(found).map(Value::from).ok_or(PathError::NotFound);
        }
        let numbers = numbers(found);
        let result = match self {
            Self::Length => None,
            Self::Minimum => numbers.iter().copied().reduce(f64::min),
            Self::Maximum => numbers.iter().copied().reduce(f64::max),
            Self::Sum => (!numbers.is_empty()).then(|| numbers.iter().sum()),
            #[expect(
                clippy::cast_precision_loss,
                reason = "a count of nodes is far below 2^52"
            )]
            Self::Average => {
                (!numbers.is_empty()).then(|| numbers.iter().sum::<f64>() / numbers.len() as f64)
            }
        };
        let number = result
            .and_then(Number::from_f64)
            .ok_or(PathError::NotFound)?;
        Ok(Value::Number(number))
    }
}

fn length(found: &Found<'_>) -> Option<usize> {
    match found {
        Found::Many(values) => Some(values.len()),
        Found::One(value) => match value.as_ref() {
            Value::Array(items) => Some(items.len()),
            Value::Object(members) => Some(members.len()),
            Value::String(text) => Some(text.encode_utf16().count()),
            Value::Null | Value::Bool(_) | Value::Number(_) => None,
        },
    }
}

fn numbers(found: &Found<'_>) -> Vec<f64> {
    match found {
        Found::Many(values) => values.iter().filter_map(|value| value.as_f64()).collect(),
        Found::One(value) => match value.as_ref() {
            Value::Array(items) => items.iter().filter_map(Value::as_f64).collect(),
            other => other.as_f64().into_iter().collect(),
        },
    }
}
