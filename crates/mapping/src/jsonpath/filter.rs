//! Filters: `[?(@.price < 10 && @.name =~ /a.*/i)]`.

use std::borrow::Cow;
use std::cmp::Ordering;

use serde_json::Value;

use super::{Found, Path, PathError, Visits, walk};
use crate::pattern::JavaPattern;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Filter {
    Or(Vec<Filter>),
    And(Vec<Filter>),
    Not(Box<Filter>),
    Exists(Path),
    Compare(Operand, Comparison, Operand),
    Matches(Operand, Pattern),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand {
    Path(Path),
    Literal(Value),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
    Contains,
    SubsetOf,
    All,
    Size,
    Empty,
}

/// A regular expression, compared by its source.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    pub(super) source: String,
    pub(super) compiled: JavaPattern,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Filter {
    pub(super) fn accepts(
        &self,
        root: &Value,
        node: &Value,
        visits: &mut Visits,
    ) -> Result<bool, PathError> {
        visits.count()?;
        match self {
            Self::Or(any) => any_of(any, |filter| filter.accepts(root, node, visits)),
            Self::And(all) => any_of(all, |filter| {
                filter.accepts(root, node, visits).map(|holds| !holds)
            })
            .map(|refused| !refused),
            Self::Not(inner) => Ok(!inner.accepts(root, node, visits)?),
            Self::Exists(path) => match at(path, root, node, visits)? {
                Some(Found::Many(found)) => Ok(!found.is_empty()),
                found => Ok(found.is_some()),
            },
            Self::Compare(left, comparison, right) => {
                let left = left.value(root, node, visits)?;
                let right = right.value(root, node, visits)?;
                Ok(comparison.holds(left.as_deref(), right.as_deref()))
            }
            Self::Matches(operand, pattern) => {
                let value = operand.value(root, node, visits)?;
                let text = value.as_deref().and_then(Value::as_str);
                Ok(text.is_some_and(|text| pattern.compiled.is_match_whole(text).unwrap_or(false)))
            }
        }
    }
}

fn any_of(
    filters: &[Filter],
    mut test: impl FnMut(&Filter) -> Result<bool, PathError>,
) -> Result<bool, PathError> {
    for filter in filters {
        if test(filter)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn at<'a>(
    path: &Path,
    root: &'a Value,
    node: &'a Value,
    visits: &mut Visits,
) -> Result<Option<Found<'a>>, PathError> {
    let start = if path.relative { node } else { root };
    let found = match walk::find(path, root, start, visits) {
        Ok(found) => found,
        Err(PathError::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    match path.function {
        Some(function) => Ok(function
            .apply(&found)
            .ok()
            .map(|value| Found::One(Cow::Owned(value)))),
        None => Ok(Some(found)),
    }
}

impl Operand {
    fn value<'a>(
        &'a self,
        root: &'a Value,
        node: &'a Value,
        visits: &mut Visits,
    ) -> Result<Option<Cow<'a, Value>>, PathError> {
        let path = match self {
            Self::Literal(value) => return Ok(Some(Cow::Borrowed(value))),
            Self::Path(path) => path,
        };
        Ok(at(path, root, node, visits)?.map(|found| match found {
            Found::One(value) => value,
            Found::Many(values) => Cow::Owned(Value::Array(values.into_iter().cloned().collect())),
        }))
    }
}

impl Comparison {
    fn holds(self, left: Option<&Value>, right: Option<&Value>) -> bool {
        let (Some(left), Some(right)) = (left, right) else {
            return self == Self::NotEqual && left.is_some() != right.is_some();
        };
        let order = order(left, right);
        match self {
            Self::Equal => same(left, right),
            Self::NotEqual => !same(left, right),
            Self::Less => order.is_some_and(Ordering::is_lt),
            Self::LessOrEqual => order.is_some_and(Ordering::is_le),
            Self::Greater => order.is_some_and(Ordering::is_gt),
            Self::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
            Self::In => has(right, left),
            Self::NotIn => !has(right, left),
            Self::Contains => match (left, right) {
                (Value::String(text), Value::String(part)) => text.contains(part.as_str()),
                _ => has(left, right),
            },
            Self::SubsetOf => left
                .as_array()
                .is_some_and(|all| all.iter().all(|one| has(right, one))),
            Self::All => right
                .as_array()
                .is_some_and(|all| all.iter().all(|one| has(left, one))),
            Self::Size => size(left).is_some_and(|size| right.as_u64() == Some(size as u64)),
            Self::Empty => size(left).is_some_and(|size| right.as_bool() == Some(size == 0)),
        }
    }
}

fn same(left: &Value, right: &Value) -> bool {
    match (left.as_f64(), right.as_f64()) {
        (Some(_), Some(_)) => order(left, right).is_some_and(Ordering::is_eq),
        _ => left == right,
    }
}

fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => match (left.as_i128(), right.as_i128()) {
            (Some(left), Some(right)) => Some(left.cmp(&right)),
            _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
        },
        (Value::String(left), Value::String(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

fn has(list: &Value, wanted: &Value) -> bool {
    list.as_array()
        .is_some_and(|items| items.iter().any(|item| same(item, wanted)))
}

fn size(value: &Value) -> Option<usize> {
    match value {
        Value::Array(items) => Some(items.len()),
        Value::String(text) => Some(text.encode_utf16().count()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    }
}
