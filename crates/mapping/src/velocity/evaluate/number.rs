//! Arithmetic as in Velocity 1.7: whole numbers stay whole and never wrap, one double makes the
//! result a double, and a division by zero has no value.

use std::cmp::Ordering;

use crate::velocity::TemplateError;
use crate::velocity::ast::Operator;
use crate::velocity::value::Value;

pub(super) fn calculate<'s>(
    operator: Operator,
    left: &Value<'s>,
    right: &Value<'s>,
) -> Result<Value<'s>, TemplateError> {
    if let (Value::Int(left), Value::Int(right)) = (left, right) {
        return whole(operator, *left, *right);
    }
    let (Some(left), Some(right)) = (real(left), real(right)) else {
        return Ok(Value::Null);
    };
    let divides = matches!(operator, Operator::Divide | Operator::Modulo);
    if divides && right == 0.0 {
        return Ok(Value::Null);
    }
    Ok(match operator {
        Operator::Add => Value::Double(left + right),
        Operator::Subtract => Value::Double(left - right),
        Operator::Multiply => Value::Double(left * right),
        Operator::Divide => Value::Double(left / right),
        Operator::Modulo => Value::Double(left % right),
        _ => Value::Null,
    })
}

fn whole<'s>(operator: Operator, left: i128, right: i128) -> Result<Value<'s>, TemplateError> {
    let divides = matches!(operator, Operator::Divide | Operator::Modulo);
    if divides && right == 0 {
        return Ok(Value::Null);
    }
    let result = match operator {
        Operator::Add => left.checked_add(right),
        Operator::Subtract => left.checked_sub(right),
        Operator::Multiply => left.checked_mul(right),
        Operator::Divide => left.checked_div(right),
        Operator::Modulo => left.checked_rem(right),
        _ => return Ok(Value::Null),
    };
    result.map(Value::Int).ok_or(TemplateError::Overflow)
}

/// The order of two numbers; nothing if one of them is none.
pub(super) fn compare(left: &Value<'_>, right: &Value<'_>) -> Option<Ordering> {
    if let (Value::Int(left), Value::Int(right)) = (left, right) {
        return Some(left.cmp(right));
    }
    real(left)?.partial_cmp(&real(right)?)
}

/// A number without its fraction.
pub(super) fn truncated(value: &Value<'_>) -> Option<i128> {
    match value {
        Value::Int(value) if value.unsigned_abs() <= u128::from(u64::MAX) => Some(*value),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "Java's intValue saturates as well"
        )]
        Value::Double(value) => Some(i128::from(*value as i32)),
        _ => None,
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
