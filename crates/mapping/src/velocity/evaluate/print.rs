//! How values become text: as Java's `toString` prints them, with `{a=1}` for a map, `[a, b]` for
//! a list, and JSON for a list that came from a document.

use std::fmt::Write;
use std::rc::Rc;

use super::{DEFINE_LIMIT, Flow, Renderer};
use crate::java::{self, Slash};
use crate::velocity::TemplateError;
use crate::velocity::budget::Budget;
use crate::velocity::value::{Key, Kind, ListId, MapId, Value};

impl<'s> Renderer<'s> {
    /// The text of a value, as a new string unless it is one.
    pub(in crate::velocity) fn text(
        &mut self,
        value: &Value<'s>,
    ) -> Result<Rc<str>, TemplateError> {
        if let Value::Text(text) = value {
            return Ok(Rc::clone(text));
        }
        let mut out = String::new();
        self.print(value, &mut out)?;
        self.budget.make(out.len())?;
        Ok(out.into())
    }

    pub(super) fn print(
        &mut self,
        value: &Value<'s>,
        out: &mut String,
    ) -> Result<(), TemplateError> {
        self.budget.enter()?;
        match value {
            Value::Null => out.push_str("null"),
            Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Value::Int(value) => {
                // Writing to a String can't fail.
                let _ = write!(out, "{value}");
            }
            Value::Double(value) => out.push_str(&java::double(*value)),
            Value::Text(text) => out.push_str(text),
            Value::List(id) => match self.heap.kind(*id) {
                Kind::List | Kind::Collection => self.print_items(*id, out)?,
                Kind::Document => self.print_json(value, out)?,
            },
            Value::Map(id) => self.print_entries(*id, out)?,
            Value::View(view) => {
                let value = self.owned(view)?;
                self.print(&value, out)?;
            }
            Value::Entry(entry) => {
                self.print(&entry.0.value(), out)?;
                out.push('=');
                self.print(&entry.1, out)?;
            }
            Value::Loop(_) => out.push_str("{}"),
            Value::Defined(id) => {
                self.print_defined(*id, out)?;
            }
            Value::Tool(tool) => {
                let value = self.tool_value(*tool)?;
                self.print(&value, out)?;
            }
        }
        self.budget.leave();
        Budget::fits(out.len())
    }

    fn print_items(&mut self, id: ListId, out: &mut String) -> Result<(), TemplateError> {
        out.push('[');
        for index in 0..self.heap.items(id).len() {
            if index > 0 {
                out.push_str(", ");
            }
            let item = self
                .heap
                .items(id)
                .get(index)
                .cloned()
                .unwrap_or(Value::Null);
            self.print(&item, out)?;
        }
        out.push(']');
        Ok(())
    }

    fn print_entries(&mut self, id: MapId, out: &mut String) -> Result<(), TemplateError> {
        out.push('{');
        for index in 0..self.heap.entries(id).len() {
            if index > 0 {
                out.push_str(", ");
            }
            let (key, value) = self.entry(id, index);
            self.print(&key.value(), out)?;
            out.push('=');
            self.print(&value, out)?;
        }
        out.push('}');
        Ok(())
    }

    fn entry(&self, id: MapId, index: usize) -> (Key, Value<'s>) {
        let entry = self.heap.entries(id).get_index(index);
        entry.map_or((Key::Null, Value::Null), |(key, value)| {
            (key.clone(), value.clone())
        })
    }

    /// Renders a block that `#define` named. Says whether it did: a block that is inside itself
    /// too often has no text.
    pub(super) fn print_defined(
        &mut self,
        id: usize,
        out: &mut String,
    ) -> Result<bool, TemplateError> {
        let Some(block) = self
            .defined
            .get_mut(id)
            .filter(|block| block.depth < DEFINE_LIMIT)
        else {
            return Ok(false);
        };
        block.depth += 1;
        let body = std::sync::Arc::clone(&block.body);
        let flow = self.block(&body, out);
        if let Some(block) = self.defined.get_mut(id) {
            block.depth -= 1;
        }
        self.stopped |= flow? == Flow::Stop;
        Ok(true)
    }

    /// A value as the JSON that a list from a document prints.
    fn print_json(&mut self, value: &Value<'s>, out: &mut String) -> Result<(), TemplateError> {
        self.budget.enter()?;
        match value {
            Value::List(id) => {
                out.push('[');
                for index in 0..self.heap.items(*id).len() {
                    if index > 0 {
                        out.push(',');
                    }
                    let item = self
                        .heap
                        .items(*id)
                        .get(index)
                        .cloned()
                        .unwrap_or(Value::Null);
                    self.print_json(&item, out)?;
                }
                out.push(']');
            }
            Value::Map(id) => {
                out.push('{');
                for index in 0..self.heap.entries(*id).len() {
                    if index > 0 {
                        out.push(',');
                    }
                    let (key, value) = self.entry(*id, index);
                    let key = self.text(&key.value())?;
                    java::json_string(out, &key, Slash::Escaped);
                    out.push(':');
                    self.print_json(&value, out)?;
                }
                out.push('}');
            }
            Value::Text(text) => java::json_string(out, text, Slash::Escaped),
            other => self.print(other, out)?,
        }
        self.budget.leave();
        Budget::fits(out.len())
    }
}
