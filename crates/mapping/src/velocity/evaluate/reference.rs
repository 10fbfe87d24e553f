//! References: what they stand for, how they print, and how they are assigned.

use std::rc::Rc;

use serde_json::Value as Json;

use super::{Flow, Renderer};
use crate::velocity::TemplateError;
use crate::velocity::ast::{Escape, Expression, Name, Reference, Step};
use crate::velocity::budget::Budget;
use crate::velocity::methods;
use crate::velocity::value::{Key, Kind, Map, Value};

impl<'s> Renderer<'s> {
    /// Prints a reference.
    pub(super) fn insert(
        &mut self,
        reference: &Reference,
        out: &mut String,
    ) -> Result<Flow, TemplateError> {
        let prefix = match &reference.escape {
            Escape::Literal(text) => {
                // Velocity looks the value up even though it prints none of it.
                self.resolve(reference)?;
                out.push_str(text);
                return Ok(Flow::Next);
            }
            Escape::Prefix(prefix) => prefix,
        };
        out.push_str(prefix);
        match self.resolve(reference)? {
            Value::Defined(id) => {
                if !self.print_defined(id, out)? {
                    out.push_str(&reference.literal);
                }
            }
            value => self.print(&value, out)?,
        }
        Budget::fits(out.len())?;
        Ok(Flow::Next)
    }

    /// What a reference stands for; where that is nothing, the empty string. That is how API
    /// Gateway differs from Velocity, and why `#if($undefined)` holds there.
    pub(super) fn resolve(&mut self, reference: &Reference) -> Result<Value<'s>, TemplateError> {
        let mut value = self.variable(&reference.root)?;
        for step in &reference.steps {
            if matches!(value, Value::Null) {
                break;
            }
            value = self.step(&value, step)?;
        }
        Ok(if matches!(value, Value::Null) {
            Value::text("")
        } else {
            value
        })
    }

    fn step(&mut self, value: &Value<'s>, step: &Step) -> Result<Value<'s>, TemplateError> {
        self.budget.step()?;
        match step {
            Step::Property(name) => self.property(value, name),
            Step::Method { name, arguments } => {
                let arguments = self.values(arguments)?;
                methods::call(self, value, name, &arguments)
            }
            Step::Index(index) => {
                let index = self.value(index)?;
                let index = self.counted_from_end(value, index);
                methods::call(self, value, "get", &[index])
            }
        }
    }

    /// A negative index counts from the end.
    fn counted_from_end(&self, value: &Value<'s>, index: Value<'s>) -> Value<'s> {
        match (value, &index) {
            (Value::List(id), Value::Int(position)) if *position < 0 => {
                let size = i128::try_from(self.heap.items(*id).len()).unwrap_or(i128::MAX);
                Value::Int(size + position)
            }
            _ => index,
        }
    }

    fn property(&mut self, value: &Value<'s>, name: &Name) -> Result<Value<'s>, TemplateError> {
        match value {
            Value::Map(id) => Ok(self
                .heap
                .entries(*id)
                .get(&**name)
                .cloned()
                .unwrap_or(Value::Null)),
            Value::View(view) => Ok(view.get(&**name).map_or(Value::Null, scalar_or_view)),
            Value::Tool(tool) => self.tool_property(*tool, name),
            Value::Entry(entry) => Ok(match &**name {
                "key" => entry.0.value(),
                "value" => entry.1.clone(),
                _ => Value::Null,
            }),
            Value::Loop(id) => Ok(self.loop_property(*id, name)),
            Value::Text(_) | Value::List(_) if **name == *"empty" => {
                methods::call(self, value, "isEmpty", &[])
            }
            _ => Ok(Value::Null),
        }
    }

    pub(in crate::velocity) fn loop_property(&self, id: usize, name: &str) -> Value<'s> {
        let Some(found) = self.loops.get(id) else {
            return Value::Null;
        };
        match name {
            "index" => Value::size(found.index),
            "count" => Value::size(found.index + 1),
            "hasNext" => Value::Bool(found.has_next),
            "first" => Value::Bool(found.index == 0),
            "last" => Value::Bool(!found.has_next),
            "parent" => id.checked_sub(1).map_or(Value::Null, Value::Loop),
            "topmost" => Value::Loop(0),
            _ => Value::Null,
        }
    }

    /// Assigns a value. Where there is nothing to assign to, nothing happens.
    pub(super) fn assign_value(
        &mut self,
        target: &Reference,
        value: Value<'s>,
    ) -> Result<(), TemplateError> {
        let Some((last, before)) = target.steps.split_last() else {
            self.set(&target.root, value);
            return Ok(());
        };
        let mut holder = self.variable(&target.root)?;
        for step in before {
            if matches!(holder, Value::Null) {
                return Ok(());
            }
            holder = self.step(&holder, step)?;
        }
        match last {
            Step::Property(name) => self.put(&holder, Value::text(name), value),
            Step::Index(index) => self.assign_index(&holder, index, value),
            Step::Method { .. } => Ok(()),
        }
    }

    fn assign_index(
        &mut self,
        holder: &Value<'s>,
        index: &Expression,
        value: Value<'s>,
    ) -> Result<(), TemplateError> {
        let index = self.value(index)?;
        let index = self.counted_from_end(holder, index);
        if matches!(holder, Value::List(_)) {
            return methods::call(self, holder, "set", &[index, value]).map(|_| ());
        }
        self.put(holder, index, value)
    }

    fn put(
        &mut self,
        holder: &Value<'s>,
        key: Value<'s>,
        value: Value<'s>,
    ) -> Result<(), TemplateError> {
        if !matches!(holder, Value::Map(_)) {
            return Ok(());
        }
        methods::call(self, holder, "put", &[key, value]).map(|_| ())
    }

    /// What `#foreach` goes over: the items of a list, the values of a map.
    pub(super) fn elements(
        &mut self,
        value: &Value<'s>,
    ) -> Result<Option<Vec<Value<'s>>>, TemplateError> {
        let items = match value {
            Value::List(id) => self.heap.items(*id).to_vec(),
            Value::Map(id) => self.heap.entries(*id).values().cloned().collect(),
            Value::View(Json::Array(items)) => items.iter().map(scalar_or_view).collect(),
            Value::View(Json::Object(members)) => members.values().map(scalar_or_view).collect(),
            Value::Tool(tool) => {
                let value = self.tool_value(*tool)?;
                return if matches!(value, Value::Map(_)) {
                    self.elements(&value)
                } else {
                    Ok(None)
                };
            }
            _ => return Ok(None),
        };
        self.budget.make(items.len() * size_of::<Value<'_>>())?;
        Ok(Some(items))
    }

    /// A document as lists and maps that a template may change.
    pub(in crate::velocity) fn owned(&mut self, json: &Json) -> Result<Value<'s>, TemplateError> {
        self.budget.step()?;
        match json {
            Json::Array(items) => {
                let items = items
                    .iter()
                    .map(|item| self.owned(item))
                    .collect::<Result<_, _>>()?;
                self.new_list(items, Kind::Document)
            }
            Json::Object(members) => {
                let mut map = Map::with_capacity(members.len());
                for (key, member) in members {
                    self.budget.make(key.len())?;
                    map.insert(Key::Text(Rc::from(key.as_str())), self.owned(member)?);
                }
                self.new_map(map)
            }
            Json::String(text) => self.made(text),
            other => Ok(scalar(other)),
        }
    }
}

pub(super) fn scalar_or_view(json: &Json) -> Value<'_> {
    match json {
        Json::Array(_) | Json::Object(_) => Value::View(json),
        Json::String(text) => Value::text(text),
        other => scalar(other),
    }
}

fn scalar<'s>(json: &Json) -> Value<'s> {
    match json {
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => match (number.as_i128(), number.as_f64()) {
            (Some(value), _) => Value::Int(value),
            (None, Some(value)) => Value::Double(value),
            (None, None) => Value::Null,
        },
        _ => Value::Null,
    }
}
