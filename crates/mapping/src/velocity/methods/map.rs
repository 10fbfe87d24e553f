//! Methods of `Map`.

use std::rc::Rc;

use crate::velocity::TemplateError;
use crate::velocity::evaluate::{Renderer, key_of};
use crate::velocity::value::{Key, Kind, MapId, Value};

pub(super) fn call<'s>(
    renderer: &mut Renderer<'s>,
    id: MapId,
    name: &str,
    arguments: &[Value<'s>],
) -> Result<Value<'s>, TemplateError> {
    match (name, arguments) {
        ("size", []) => Ok(Value::size(renderer.heap.entries(id).len())),
        ("isEmpty", []) => Ok(Value::Bool(renderer.heap.entries(id).is_empty())),
        ("get", [key]) => Ok(get(renderer, id, key)?.unwrap_or(Value::Null)),
        ("getOrDefault", [key, default]) => {
            Ok(get(renderer, id, key)?.unwrap_or_else(|| default.clone()))
        }
        ("containsKey", [key]) => Ok(Value::Bool(get(renderer, id, key)?.is_some())),
        ("containsValue", [value]) => contains_value(renderer, id, value),
        ("keySet", []) => {
            let keys = renderer.heap.entries(id).keys().map(Key::value).collect();
            renderer.new_list(keys, Kind::Collection)
        }
        ("values", []) => {
            let values = renderer.heap.entries(id).values().cloned().collect();
            renderer.new_list(values, Kind::Collection)
        }
        ("entrySet", []) => {
            let entries = renderer.heap.entries(id).iter();
            let entries =
                entries.map(|(key, value)| Value::Entry(Rc::new((key.clone(), value.clone()))));
            let entries = entries.collect();
            renderer.new_list(entries, Kind::Collection)
        }
        _ => change(renderer, id, name, arguments),
    }
}

fn change<'s>(
    renderer: &mut Renderer<'s>,
    id: MapId,
    name: &str,
    arguments: &[Value<'s>],
) -> Result<Value<'s>, TemplateError> {
    match (name, arguments) {
        ("put", [key, value]) => put(renderer, id, key, value),
        ("putIfAbsent", [key, value]) => match get(renderer, id, key)? {
            Some(present) => Ok(present),
            None => put(renderer, id, key, value),
        },
        ("putAll", [Value::Map(other)]) => {
            let added = renderer.heap.entries(*other).clone();
            renderer
                .budget
                .make(2 * size_of::<Value<'_>>() * added.len())?;
            renderer.heap.entries_mut(id).extend(added);
            Ok(Value::text(""))
        }
        ("remove", [key]) => {
            let key = key_of(key)?;
            let removed = renderer.heap.entries_mut(id).shift_remove(&key);
            Ok(removed.unwrap_or(Value::Null))
        }
        ("clear", []) => {
            renderer.heap.entries_mut(id).clear();
            Ok(Value::text(""))
        }
        _ => Ok(Value::Null),
    }
}

fn get<'s>(
    renderer: &mut Renderer<'s>,
    id: MapId,
    key: &Value<'s>,
) -> Result<Option<Value<'s>>, TemplateError> {
    let key = key_of(key)?;
    Ok(renderer.heap.entries(id).get(&key).cloned())
}

fn put<'s>(
    renderer: &mut Renderer<'s>,
    id: MapId,
    key: &Value<'s>,
    value: &Value<'s>,
) -> Result<Value<'s>, TemplateError> {
    let key = key_of(key)?;
    renderer.budget.make(2 * size_of::<Value<'_>>())?;
    let before = renderer.heap.entries_mut(id).insert(key, value.clone());
    Ok(before.unwrap_or(Value::Null))
}

fn contains_value<'s>(
    renderer: &mut Renderer<'s>,
    id: MapId,
    wanted: &Value<'s>,
) -> Result<Value<'s>, TemplateError> {
    let values: Vec<_> = renderer.heap.entries(id).values().cloned().collect();
    for value in values {
        if renderer.equal(&value, wanted)? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}
