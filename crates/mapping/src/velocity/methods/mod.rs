//! The methods of Java's types that templates call. A method that a type does not have has no
//! value, as in Velocity; a method that would throw is an error.
//!
//! Nothing here may reach beyond the value it is called on: there is no `getClass`.

mod list;
mod map;
mod number;
mod string;

use super::TemplateError;
use super::evaluate::{Renderer, failed};
use super::value::{Tool, Value};

pub(super) fn call<'s>(
    renderer: &mut Renderer<'s>,
    target: &Value<'s>,
    name: &str,
    arguments: &[Value<'s>],
) -> Result<Value<'s>, TemplateError> {
    renderer.budget.enter()?;
    let value = match target {
        Value::Null => Value::Null,
        Value::Tool(Tool::Input) => renderer.input_method(name, arguments)?,
        Value::Tool(Tool::Util) => renderer.util_method(name, arguments)?,
        Value::Tool(tool) if is_override(name, arguments) => {
            let part = renderer.text(arguments.first().unwrap_or(&Value::Null))?;
            renderer.tool_property(*tool, &part)?
        }
        Value::Tool(tool) => {
            let map = renderer.tool_value(*tool)?;
            call(renderer, &map, name, arguments)?
        }
        Value::View(view) => {
            let owned = renderer.owned(view)?;
            call(renderer, &owned, name, arguments)?
        }
        Value::Loop(id) => loop_method(renderer, *id, name),
        _ => match common(renderer, target, name, arguments)? {
            Some(value) => value,
            None => of_type(renderer, target, name, arguments)?,
        },
    };
    renderer.budget.leave();
    Ok(value)
}

/// `$context["requestOverride"]` is what `$context.requestOverride` is, so that what is assigned
/// to it stays; a map of the whole context would be a copy.
fn is_override(name: &str, arguments: &[Value<'_>]) -> bool {
    let [Value::Text(part)] = arguments else {
        return false;
    };
    name == "get" && matches!(&**part, "requestOverride" | "responseOverride")
}

/// What every object has.
fn common<'s>(
    renderer: &mut Renderer<'s>,
    target: &Value<'s>,
    name: &str,
    arguments: &[Value<'s>],
) -> Result<Option<Value<'s>>, TemplateError> {
    Ok(match (name, arguments) {
        ("toString", []) => Some(Value::Text(renderer.text(target)?)),
        ("equals", [other]) => Some(Value::Bool(renderer.equal(target, other)?)),
        _ => None,
    })
}

fn of_type<'s>(
    renderer: &mut Renderer<'s>,
    target: &Value<'s>,
    name: &str,
    arguments: &[Value<'s>],
) -> Result<Value<'s>, TemplateError> {
    match target {
        Value::Text(text) => string::call(renderer, text, name, arguments),
        Value::List(id) => list::call(renderer, *id, name, arguments),
        Value::Map(id) => map::call(renderer, *id, name, arguments),
        Value::Int(_) | Value::Double(_) => Ok(number::call(target, name, arguments)),
        Value::Entry(entry) => Ok(match name {
            "getKey" => entry.0.value(),
            "getValue" => entry.1.clone(),
            _ => Value::Null,
        }),
        Value::Bool(value) if name == "booleanValue" => Ok(Value::Bool(*value)),
        _ => Ok(Value::Null),
    }
}

fn loop_method<'s>(renderer: &Renderer<'s>, id: usize, name: &str) -> Value<'s> {
    let property = match name {
        "getIndex" => "index",
        "getCount" => "count",
        "hasNext" | "getHasNext" => "hasNext",
        "isFirst" | "getFirst" => "first",
        "isLast" | "getLast" => "last",
        "getParent" => "parent",
        "getTopmost" => "topmost",
        _ => return Value::Null,
    };
    renderer.loop_property(id, property)
}

/// An argument that must be a position.
fn position(argument: &Value<'_>) -> Option<usize> {
    match argument {
        Value::Int(position) => Some(usize::try_from(*position).unwrap_or(usize::MAX)),
        _ => None,
    }
}

fn out_of_bounds(method: &str) -> TemplateError {
    failed(method, "the index is out of bounds")
}
