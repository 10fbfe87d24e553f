//! Methods of `String`. Positions count UTF-16 units, as in Java.

use std::rc::Rc;

use super::out_of_bounds;
use crate::java;
use crate::pattern::JavaPattern;
use crate::velocity::TemplateError;
use crate::velocity::evaluate::{Renderer, failed};
use crate::velocity::value::{Kind, Value};

pub(super) fn call<'s>(
    renderer: &mut Renderer<'s>,
    text: &Rc<str>,
    name: &str,
    arguments: &[Value<'s>],
) -> Result<Value<'s>, TemplateError> {
    renderer.budget.make(text.len())?;
    match arguments {
        [] => without_arguments(renderer, text, name),
        [Value::Int(position)] => with_position(renderer, text, name, *position),
        [Value::Int(from), Value::Int(to)] if matches!(name, "substring" | "subSequence") => {
            substring(renderer, text, *from, Some(*to))
        }
        [Value::Text(argument)] => with_text(renderer, text, name, argument),
        [Value::Text(argument), Value::Int(number)] => {
            with_text_and_number(renderer, text, name, (argument, *number))
        }
        [Value::Text(from), Value::Text(to)] => replacing(renderer, text, name, (from, to)),
        _ => Ok(Value::Null),
    }
}

fn without_arguments<'s>(
    renderer: &mut Renderer<'s>,
    text: &str,
    name: &str,
) -> Result<Value<'s>, TemplateError> {
    match name {
        "length" => Ok(Value::size(units(text))),
        "isEmpty" => Ok(Value::Bool(text.is_empty())),
        "isBlank" => Ok(Value::Bool(text.trim().is_empty())),
        "toLowerCase" => renderer.made(&text.to_lowercase()),
        "toUpperCase" => renderer.made(&text.to_uppercase()),
        // Java's trim cuts everything up to the blank.
        "trim" => renderer.made(text.trim_matches(|character| character <= ' ')),
        "strip" => renderer.made(text.trim()),
        "intern" => renderer.made(text),
        "hashCode" => Ok(Value::Int(i128::from(java::hash_code(text)))),
        "toCharArray" => {
            let items = text
                .chars()
                .map(|character| Value::text(&character.to_string()));
            let items = items.collect();
            renderer.new_list(items, Kind::List)
        }
        _ => Ok(Value::Null),
    }
}

fn with_position<'s>(
    renderer: &mut Renderer<'s>,
    text: &str,
    name: &str,
    position: i128,
) -> Result<Value<'s>, TemplateError> {
    match name {
        "substring" => substring(renderer, text, position, None),
        "charAt" => substring(renderer, text, position, Some(position + 1)),
        "repeat" => {
            let count =
                usize::try_from(position).map_err(|_| failed("repeat", "count is negative"))?;
            renderer.budget.make(text.len().saturating_mul(count))?;
            Ok(Value::text(&text.repeat(count)))
        }
        _ => Ok(Value::Null),
    }
}

fn with_text<'s>(
    renderer: &mut Renderer<'s>,
    text: &str,
    name: &str,
    argument: &str,
) -> Result<Value<'s>, TemplateError> {
    Ok(match name {
        "contains" => Value::Bool(text.contains(argument)),
        "startsWith" => Value::Bool(text.starts_with(argument)),
        "endsWith" => Value::Bool(text.ends_with(argument)),
        "equalsIgnoreCase" => Value::Bool(text.to_lowercase() == argument.to_lowercase()),
        "indexOf" => unit_position(text, text.find(argument)),
        "lastIndexOf" => unit_position(text, text.rfind(argument)),
        "compareTo" => Value::Int(compare(text, argument)),
        "compareToIgnoreCase" => {
            Value::Int(compare(&text.to_lowercase(), &argument.to_lowercase()))
        }
        "concat" => renderer.made(&[text, argument].concat())?,
        "matches" => Value::Bool(
            pattern(name, argument)?
                .is_match_whole(text)
                .map_err(|error| failed(name, error.to_string()))?,
        ),
        "split" => split(renderer, text, argument, 0)?,
        _ => Value::Null,
    })
}

fn with_text_and_number<'s>(
    renderer: &mut Renderer<'s>,
    text: &str,
    name: &str,
    (argument, number): (&str, i128),
) -> Result<Value<'s>, TemplateError> {
    match name {
        "split" => split(renderer, text, argument, number),
        "indexOf" => {
            let from = usize::try_from(number).unwrap_or_default();
            let Some(start) = byte_position(text, from) else {
                return Ok(Value::Int(-1));
            };
            let rest = text.get(start..).unwrap_or_default();
            Ok(unit_position(
                text,
                rest.find(argument).map(|found| found + start),
            ))
        }
        "startsWith" => {
            let from = usize::try_from(number)
                .ok()
                .and_then(|from| byte_position(text, from));
            let rest = from.and_then(|from| text.get(from..));
            Ok(Value::Bool(
                rest.is_some_and(|rest| rest.starts_with(argument)),
            ))
        }
        _ => Ok(Value::Null),
    }
}

fn replacing<'s>(
    renderer: &mut Renderer<'s>,
    text: &str,
    name: &str,
    (from, to): (&str, &str),
) -> Result<Value<'s>, TemplateError> {
    let occurrences = if from.is_empty() {
        text.len() + 1
    } else {
        text.len() / from.len()
    };
    renderer.budget.make(occurrences.saturating_mul(to.len()))?;
    let replaced = match name {
        "replace" => text.replace(from, to),
        "replaceAll" | "replaceFirst" => {
            let limit = if name == "replaceAll" { usize::MAX } else { 1 };
            pattern(name, from)?
                .replace(text, to, limit)
                .map_err(|error| failed(name, error.to_string()))?
        }
        _ => return Ok(Value::Null),
    };
    renderer.made(&replaced)
}

fn split<'s>(
    renderer: &mut Renderer<'s>,
    text: &str,
    by: &str,
    limit: i128,
) -> Result<Value<'s>, TemplateError> {
    let parts = pattern("split", by)?
        .split(text, limit)
        .map_err(|error| failed("split", error.to_string()))?;
    let items = parts.into_iter().map(Value::text).collect();
    renderer.new_list(items, Kind::List)
}

fn pattern(method: &str, source: &str) -> Result<JavaPattern, TemplateError> {
    JavaPattern::parse(source).map_err(|error| failed(method, error.to_string()))
}

fn substring<'s>(
    renderer: &mut Renderer<'s>,
    text: &str,
    from: i128,
    to: Option<i128>,
) -> Result<Value<'s>, TemplateError> {
    let place = |position: i128| {
        usize::try_from(position)
            .ok()
            .and_then(|position| byte_position(text, position))
    };
    let from = place(from);
    let to = to.map_or(Some(text.len()), place);
    let part = from.zip(to).and_then(|(from, to)| text.get(from..to));
    renderer.made(part.ok_or_else(|| out_of_bounds("substring"))?)
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

fn unit_position<'s>(text: &str, byte: Option<usize>) -> Value<'s> {
    let before = byte.and_then(|byte| text.get(..byte));
    before.map_or(Value::Int(-1), |before| Value::size(units(before)))
}

/// The byte at which a UTF-16 position lies, if it lies between two characters.
fn byte_position(text: &str, position: usize) -> Option<usize> {
    let mut passed = 0;
    for (byte, character) in text.char_indices() {
        if passed >= position {
            return (passed == position).then_some(byte);
        }
        passed += character.len_utf16();
    }
    (passed == position).then_some(text.len())
}

/// `String.compareTo`: the difference of the first units that differ, or of the lengths.
fn compare(left: &str, right: &str) -> i128 {
    let mut pairs = left.encode_utf16().zip(right.encode_utf16());
    match pairs.find(|(left, right)| left != right) {
        Some((left, right)) => i128::from(left) - i128::from(right),
        None => units(left) as i128 - units(right) as i128,
    }
}
