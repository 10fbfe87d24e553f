//! Values of expressions, and what counts as true.

use std::rc::Rc;

use super::{Flow, Renderer, number};
use crate::velocity::TemplateError;
use crate::velocity::ast::{Block, Expression, Operator};
use crate::velocity::value::{Kind, Map, Value};

/// A range has at most this many elements.
const RANGE_LIMIT: i128 = 1_000_000;

impl<'s> Renderer<'s> {
    /// Whether a condition holds. Only references, comparisons and logic can hold: a literal
    /// such as `1` or `"a"` is false, as in Velocity 1.7, while a variable with that value is true.
    pub(super) fn holds(&mut self, condition: &Expression) -> Result<bool, TemplateError> {
        match condition {
            Expression::Bool(value) => Ok(*value),
            Expression::Reference(reference) => match self.resolve(reference)? {
                Value::Bool(value) => Ok(value),
                Value::Null => Ok(false),
                _ => Ok(true),
            },
            Expression::Not(operand) => Ok(!self.holds(operand)?),
            Expression::Binary(operator, sides) => self.compares(*operator, sides),
            _ => Ok(false),
        }
    }

    fn compares(
        &mut self,
        operator: Operator,
        sides: &(Expression, Expression),
    ) -> Result<bool, TemplateError> {
        use std::cmp::Ordering::{Equal, Greater, Less};
        match operator {
            Operator::Or => Ok(self.holds(&sides.0)? || self.holds(&sides.1)?),
            Operator::And => Ok(self.holds(&sides.0)? && self.holds(&sides.1)?),
            Operator::Equal => self.sides_equal(sides),
            Operator::NotEqual => Ok(!self.sides_equal(sides)?),
            Operator::Less => self.ordered(sides, &[Less]),
            Operator::Greater => self.ordered(sides, &[Greater]),
            Operator::LessOrEqual => self.ordered(sides, &[Less, Equal]),
            Operator::GreaterOrEqual => self.ordered(sides, &[Greater, Equal]),
            Operator::Add
            | Operator::Subtract
            | Operator::Multiply
            | Operator::Divide
            | Operator::Modulo => Ok(false),
        }
    }

    fn ordered(
        &mut self,
        sides: &(Expression, Expression),
        wanted: &[std::cmp::Ordering],
    ) -> Result<bool, TemplateError> {
        let (left, right) = (self.value(&sides.0)?, self.value(&sides.1)?);
        Ok(number::compare(&left, &right).is_some_and(|order| wanted.contains(&order)))
    }

    fn sides_equal(&mut self, sides: &(Expression, Expression)) -> Result<bool, TemplateError> {
        let (left, right) = (self.value(&sides.0)?, self.value(&sides.1)?);
        if let Some(order) = number::compare(&left, &right) {
            return Ok(order.is_eq());
        }
        match (&left, &right) {
            (Value::Null, Value::Null) => Ok(true),
            (Value::Null, _) | (_, Value::Null) => Ok(false),
            (Value::List(_) | Value::Map(_), Value::List(_) | Value::Map(_)) => {
                self.equal(&left, &right)
            }
            _ => Ok(self.text(&left)? == self.text(&right)?),
        }
    }

    /// Java's `equals`: values of different types are never equal.
    pub(in crate::velocity) fn equal(
        &mut self,
        left: &Value<'s>,
        right: &Value<'s>,
    ) -> Result<bool, TemplateError> {
        self.budget.enter()?;
        let equal = match (left, right) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(left), Value::Bool(right)) => left == right,
            (Value::Int(left), Value::Int(right)) => left == right,
            (Value::Double(left), Value::Double(right)) => left.to_bits() == right.to_bits(),
            (Value::Text(left), Value::Text(right)) => left == right,
            (Value::List(left), Value::List(right)) if left == right => true,
            (Value::Map(left), Value::Map(right)) if left == right => true,
            (Value::List(left), Value::List(right)) => {
                let (left, right) = (self.heap.items(*left), self.heap.items(*right));
                let pairs = (left.len() == right.len()).then(|| (left.to_vec(), right.to_vec()));
                self.all_equal(pairs)?
            }
            (Value::Map(left), Value::Map(right)) => {
                let (left, right) = (self.heap.entries(*left), self.heap.entries(*right));
                let same_size = left.len() == right.len();
                let found: Option<Vec<_>> =
                    left.keys().map(|key| right.get(key).cloned()).collect();
                let pairs = found.filter(|_| same_size);
                let pairs = pairs.map(|found| (left.values().cloned().collect(), found));
                self.all_equal(pairs)?
            }
            _ => false,
        };
        self.budget.leave();
        Ok(equal)
    }

    fn all_equal(
        &mut self,
        pairs: Option<(Vec<Value<'s>>, Vec<Value<'s>>)>,
    ) -> Result<bool, TemplateError> {
        let Some((left, right)) = pairs else {
            return Ok(false);
        };
        for (left, right) in left.iter().zip(&right) {
            if !self.equal(left, right)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    pub(super) fn value(&mut self, expression: &Expression) -> Result<Value<'s>, TemplateError> {
        self.budget.enter()?;
        let value = match expression {
            Expression::Absent => Value::Null,
            Expression::Bool(value) => Value::Bool(*value),
            Expression::Int(value) => Value::Int(*value),
            Expression::Double(value) => Value::Double(*value),
            Expression::Text(text) => self.made(text)?,
            Expression::Interpolated { body, padded } => self.interpolate(body, *padded)?,
            Expression::Reference(reference) => self.resolve(reference)?,
            Expression::List(items) => {
                let items = self.values(items)?;
                self.new_list(items, Kind::List)?
            }
            Expression::Range(ends) => self.range(ends)?,
            Expression::Map(entries) => self.map_literal(entries)?,
            Expression::Not(operand) => Value::Bool(!self.holds(operand)?),
            Expression::Binary(operator, sides) => match operator {
                Operator::Add
                | Operator::Subtract
                | Operator::Multiply
                | Operator::Divide
                | Operator::Modulo => self.arithmetic(*operator, sides)?,
                logical => Value::Bool(self.compares(*logical, sides)?),
            },
        };
        self.budget.leave();
        Ok(value)
    }

    pub(super) fn values(
        &mut self,
        expressions: &[Expression],
    ) -> Result<Vec<Value<'s>>, TemplateError> {
        expressions
            .iter()
            .map(|expression| self.value(expression))
            .collect()
    }

    /// A new string, paid for.
    pub(in crate::velocity) fn made(&mut self, text: &str) -> Result<Value<'s>, TemplateError> {
        self.budget.make(text.len())?;
        Ok(Value::text(text))
    }

    /// A new list, paid for.
    pub(in crate::velocity) fn new_list(
        &mut self,
        items: Vec<Value<'s>>,
        kind: Kind,
    ) -> Result<Value<'s>, TemplateError> {
        self.budget
            .make(size_of::<Value<'_>>() * (items.len() + 2))?;
        Ok(self.heap.list(items, kind))
    }

    /// A new map, paid for.
    pub(in crate::velocity) fn new_map(
        &mut self,
        map: Map<'s>,
    ) -> Result<Value<'s>, TemplateError> {
        self.budget
            .make(2 * size_of::<Value<'_>>() * (map.len() + 2))?;
        Ok(Value::Map(self.heap.map(map)))
    }

    fn interpolate(&mut self, body: &Block, padded: bool) -> Result<Value<'s>, TemplateError> {
        let mut text = String::new();
        if self.block(body, &mut text)? == Flow::Stop {
            self.stopped = true;
        }
        if padded {
            text.pop();
        }
        self.made(&text)
    }

    fn range(&mut self, ends: &(Expression, Expression)) -> Result<Value<'s>, TemplateError> {
        let (first, last) = (self.value(&ends.0)?, self.value(&ends.1)?);
        let (Some(first), Some(last)) = (number::truncated(&first), number::truncated(&last))
        else {
            return Ok(Value::Null);
        };
        let count = (last - first).abs() + 1;
        if count > RANGE_LIMIT {
            return Err(super::failed(
                "a range",
                "it has more than a million elements",
            ));
        }
        let step = if first >= last { -1 } else { 1 };
        self.budget
            .make(usize::try_from(count).unwrap_or(usize::MAX))?;
        let items = (0..count)
            .map(|offset| Value::Int(first + offset * step))
            .collect();
        self.new_list(items, Kind::List)
    }

    fn map_literal(
        &mut self,
        entries: &[(Expression, Expression)],
    ) -> Result<Value<'s>, TemplateError> {
        let mut map = Map::with_capacity(entries.len());
        for (key, value) in entries {
            let key = self.value(key)?;
            let value = self.value(value)?;
            map.insert(super::key_of(&key)?, value);
        }
        self.new_map(map)
    }

    fn arithmetic(
        &mut self,
        operator: Operator,
        sides: &(Expression, Expression),
    ) -> Result<Value<'s>, TemplateError> {
        let (left, right) = (self.value(&sides.0)?, self.value(&sides.1)?);
        let joins = matches!(left, Value::Text(_)) || matches!(right, Value::Text(_));
        if operator == Operator::Add && joins {
            let (left, right) = (self.text(&left)?, self.text(&right)?);
            self.budget.make(left.len() + right.len())?;
            return Ok(Value::Text(Rc::from([&*left, &*right].concat())));
        }
        number::calculate(operator, &left, &right)
    }
}
