//! Methods of `List`.

use super::{out_of_bounds, position};
use crate::velocity::TemplateError;
use crate::velocity::evaluate::{Renderer, failed};
use crate::velocity::value::{Kind, ListId, Value};

pub(super) fn call<'s>(
    renderer: &mut Renderer<'s>,
    id: ListId,
    name: &str,
    arguments: &[Value<'s>],
) -> Result<Value<'s>, TemplateError> {
    let positional = matches!(name, "get" | "set" | "indexOf" | "subList");
    if positional && renderer.heap.kind(id) == Kind::Collection {
        return Ok(Value::Null);
    }
    match (name, arguments) {
        ("size" | "length", []) => Ok(Value::size(renderer.heap.items(id).len())),
        ("isEmpty", []) => Ok(Value::Bool(renderer.heap.items(id).is_empty())),
        ("get", [index]) => get(renderer, id, index),
        ("contains", [item]) => Ok(Value::Bool(find(renderer, id, item)?.is_some())),
        ("indexOf", [item]) => Ok(find(renderer, id, item)?.map_or(Value::Int(-1), Value::size)),
        ("containsAll", [Value::List(other)]) => contains_all(renderer, id, *other),
        ("subList", [from, to]) => sub_list(renderer, id, from, to),
        ("iterator" | "listIterator" | "toArray", []) => {
            let items = renderer.heap.items(id).to_vec();
            renderer.new_list(items, Kind::List)
        }
        _ => change(renderer, id, name, arguments),
    }
}

fn change<'s>(
    renderer: &mut Renderer<'s>,
    id: ListId,
    name: &str,
    arguments: &[Value<'s>],
) -> Result<Value<'s>, TemplateError> {
    if name.starts_with("add") && renderer.heap.kind(id) == Kind::Collection {
        return Err(failed(name, "a map's keys and values can't be added to"));
    }
    match (name, arguments) {
        ("add", [item]) => {
            renderer.budget.make(size_of::<Value<'_>>())?;
            renderer.heap.items_mut(id).push(item.clone());
            Ok(Value::Bool(true))
        }
        ("add", [index, item]) => insert(renderer, id, index, item),
        ("addAll", [other]) => add_all(renderer, id, other),
        ("set", [index, item]) => set(renderer, id, index, item),
        ("remove", [index @ Value::Int(_)]) => remove_at(renderer, id, index),
        ("remove", [item]) => {
            let found = find(renderer, id, item)?;
            if let Some(index) = found {
                renderer.heap.items_mut(id).remove(index);
            }
            Ok(Value::Bool(found.is_some()))
        }
        ("removeAll" | "retainAll", [Value::List(other)]) => {
            keep(renderer, id, *other, name == "retainAll")
        }
        ("clear", []) => {
            renderer.heap.items_mut(id).clear();
            Ok(Value::text(""))
        }
        _ => Ok(Value::Null),
    }
}

fn get<'s>(
    renderer: &Renderer<'s>,
    id: ListId,
    index: &Value<'s>,
) -> Result<Value<'s>, TemplateError> {
    let Some(index) = position(index) else {
        return Ok(Value::Null);
    };
    renderer
        .heap
        .items(id)
        .get(index)
        .cloned()
        .ok_or_else(|| out_of_bounds("get"))
}

fn find<'s>(
    renderer: &mut Renderer<'s>,
    id: ListId,
    wanted: &Value<'s>,
) -> Result<Option<usize>, TemplateError> {
    for index in 0..renderer.heap.items(id).len() {
        let item = renderer
            .heap
            .items(id)
            .get(index)
            .cloned()
            .unwrap_or(Value::Null);
        if renderer.equal(&item, wanted)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

fn contains_all<'s>(
    renderer: &mut Renderer<'s>,
    id: ListId,
    other: ListId,
) -> Result<Value<'s>, TemplateError> {
    for item in renderer.heap.items(other).to_vec() {
        if find(renderer, id, &item)?.is_none() {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn sub_list<'s>(
    renderer: &mut Renderer<'s>,
    id: ListId,
    from: &Value<'s>,
    to: &Value<'s>,
) -> Result<Value<'s>, TemplateError> {
    let (Some(from), Some(to)) = (position(from), position(to)) else {
        return Ok(Value::Null);
    };
    let items = renderer
        .heap
        .items(id)
        .get(from..to)
        .ok_or_else(|| out_of_bounds("subList"))?;
    let items = items.to_vec();
    let kind = renderer.heap.kind(id);
    renderer.new_list(items, kind)
}

fn insert<'s>(
    renderer: &mut Renderer<'s>,
    id: ListId,
    index: &Value<'s>,
    item: &Value<'s>,
) -> Result<Value<'s>, TemplateError> {
    let Some(index) = position(index) else {
        return Ok(Value::Null);
    };
    renderer.budget.make(size_of::<Value<'_>>())?;
    let items = renderer.heap.items_mut(id);
    if index > items.len() {
        return Err(out_of_bounds("add"));
    }
    items.insert(index, item.clone());
    Ok(Value::text(""))
}

fn add_all<'s>(
    renderer: &mut Renderer<'s>,
    id: ListId,
    other: &Value<'s>,
) -> Result<Value<'s>, TemplateError> {
    let Value::List(other) = other else {
        return Ok(Value::Null);
    };
    let added = renderer.heap.items(*other).to_vec();
    renderer.budget.make(added.len() * size_of::<Value<'_>>())?;
    let changed = !added.is_empty();
    renderer.heap.items_mut(id).extend(added);
    Ok(Value::Bool(changed))
}

fn set<'s>(
    renderer: &mut Renderer<'s>,
    id: ListId,
    index: &Value<'s>,
    item: &Value<'s>,
) -> Result<Value<'s>, TemplateError> {
    let Some(index) = position(index) else {
        return Ok(Value::Null);
    };
    let place = renderer.heap.items_mut(id).get_mut(index);
    let place = place.ok_or_else(|| out_of_bounds("set"))?;
    Ok(std::mem::replace(place, item.clone()))
}

fn remove_at<'s>(
    renderer: &mut Renderer<'s>,
    id: ListId,
    index: &Value<'s>,
) -> Result<Value<'s>, TemplateError> {
    let items = renderer.heap.items_mut(id);
    let index = position(index).filter(|index| *index < items.len());
    let index = index.ok_or_else(|| out_of_bounds("remove"))?;
    Ok(items.remove(index))
}

/// Keeps the items that the other list has, or those that it doesn't have.
fn keep<'s>(
    renderer: &mut Renderer<'s>,
    id: ListId,
    other: ListId,
    wanted: bool,
) -> Result<Value<'s>, TemplateError> {
    let before = renderer.heap.items(id).to_vec();
    let count = before.len();
    let mut kept = Vec::new();
    for item in before {
        if find(renderer, other, &item)?.is_some() == wanted {
            kept.push(item);
        }
    }
    let changed = kept.len() != count;
    *renderer.heap.items_mut(id) = kept;
    Ok(Value::Bool(changed))
}
