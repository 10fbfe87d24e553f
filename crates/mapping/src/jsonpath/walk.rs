//! Follows a path through a document.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::{Found, Path, PathError, Step, Visits};

pub(super) fn find<'a>(
    path: &Path,
    root: &'a Value,
    start: &'a Value,
    visits: &mut Visits,
) -> Result<Found<'a>, PathError> {
    if path.is_definite() {
        return definite(path, start, visits).map(Found::One);
    }
    let mut found = Vec::new();
    let mut walk = Walk {
        root,
        visits,
        found: &mut found,
    };
    walk.follow(&path.steps, start)?;
    Ok(Found::Many(found))
}

fn definite<'a>(
    path: &Path,
    start: &'a Value,
    visits: &mut Visits,
) -> Result<Cow<'a, Value>, PathError> {
    let mut value = start;
    for step in &path.steps {
        visits.count()?;
        let next = match step {
            Step::Names(names) => match names.as_slice() {
                [name] => member(value, name),
                names => return several(value, names).map(Cow::Owned),
            },
            Step::Indexes(indexes) => indexes.first().and_then(|index| item(value, *index)),
            Step::Slice { .. } | Step::Wildcard | Step::Descend | Step::Filter(_) => None,
        };
        value = next.ok_or(PathError::NotFound)?;
    }
    Ok(Cow::Borrowed(value))
}

/// The members with these names, as an object of their own. Names that are absent are left out.
fn several(value: &Value, names: &[String]) -> Result<Value, PathError> {
    let members = value.as_object().ok_or(PathError::NotFound)?;
    let chosen = names
        .iter()
        .filter_map(|name| Some((name.clone(), members.get(name)?.clone())));
    Ok(Value::Object(chosen.collect::<Map<_, _>>()))
}

fn member<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    value.as_object()?.get(name)
}

fn item(value: &Value, index: i64) -> Option<&Value> {
    let items = value.as_array()?;
    items.get(place(index, items.len())?)
}

/// The position that an index means: a negative one counts from the end.
fn place(index: i64, length: usize) -> Option<usize> {
    if index < 0 {
        let back = usize::try_from(index.unsigned_abs()).ok()?;
        return length.checked_sub(back);
    }
    usize::try_from(index).ok()
}

struct Walk<'w, 'a> {
    root: &'a Value,
    visits: &'w mut Visits,
    found: &'w mut Vec<&'a Value>,
}

impl<'a> Walk<'_, 'a> {
    fn follow(&mut self, steps: &[Step], value: &'a Value) -> Result<(), PathError> {
        self.visits.count()?;
        let Some((step, rest)) = steps.split_first() else {
            self.found.push(value);
            return Ok(());
        };
        match step {
            Step::Names(names) => {
                let chosen = names.iter().filter_map(|name| member(value, name));
                self.follow_all(rest, chosen)
            }
            Step::Indexes(indexes) => {
                self.follow_all(rest, indexes.iter().filter_map(|index| item(value, *index)))
            }
            Step::Slice { from, to } => self.follow_all(rest, slice(value, *from, *to)),
            Step::Wildcard => self.follow_all(rest, children(value)),
            Step::Descend => self.descend(rest, value),
            Step::Filter(filter) => {
                for candidate in candidates(value) {
                    if filter.accepts(self.root, candidate, self.visits)? {
                        self.follow(rest, candidate)?;
                    }
                }
                Ok(())
            }
        }
    }

    fn follow_all(
        &mut self,
        steps: &[Step],
        values: impl IntoIterator<Item = &'a Value>,
    ) -> Result<(), PathError> {
        values
            .into_iter()
            .try_for_each(|value| self.follow(steps, value))
    }

    /// Applies the steps to a node, and then to its children in their order. The depth of a
    /// document is bounded where it is parsed.
    fn descend(&mut self, steps: &[Step], value: &'a Value) -> Result<(), PathError> {
        self.follow(steps, value)?;
        for child in children(value) {
            if child.is_array() || child.is_object() {
                self.descend(steps, child)?;
            }
        }
        Ok(())
    }
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Array(items) => Box::new(items.iter()),
        Value::Object(members) => Box::new(members.values()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            Box::new(std::iter::empty())
        }
    }
}

/// What a filter looks at: the items of an array, or an object itself.
fn candidates(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        Value::Object(_) => std::slice::from_ref(value),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => &[],
    }
}

fn slice(value: &Value, from: Option<i64>, to: Option<i64>) -> &[Value] {
    let Some(items) = value.as_array() else {
        return &[];
    };
    let length = items.len();
    let from = from.map_or(0, |from| place(from, length).unwrap_or(0));
    let to = to
        .map_or(length, |to| place(to, length).unwrap_or(0))
        .min(length);
    items.get(from..to).unwrap_or_default()
}
