//! One row on its way through the commands of a query.

use std::collections::BTreeMap;

use super::Row;
use super::value::Value;

#[derive(Clone)]
pub(super) struct Line<'a> {
    /// The event that it is; none behind `stats`.
    row: Option<&'a Row<'a>>,
    /// What commands have added.
    own: BTreeMap<String, Value>,
}

impl<'a> Line<'a> {
    pub(super) fn of(row: &'a Row<'a>) -> Self {
        Self {
            row: Some(row),
            own: BTreeMap::new(),
        }
    }

    pub(super) fn made(own: BTreeMap<String, Value>) -> Self {
        Self { row: None, own }
    }

    pub(super) fn value(&self, name: &str) -> Value {
        match self.own.get(name) {
            Some(value) => value.clone(),
            None => self.row.map_or(Value::Missing, |row| row.value(name)),
        }
    }

    /// Bytes of what commands have added, about.
    pub(super) fn size(&self) -> usize {
        self.own.values().map(Value::size).sum()
    }

    pub(super) fn put(&mut self, name: String, value: Value) {
        self.own.insert(name, value);
    }
}
