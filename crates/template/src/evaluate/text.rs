//! `Fn::Sub`, `Fn::Join`, `Fn::Split`, `Fn::Base64`, `Fn::ToJsonString`, and dynamic references.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use document::{Fault, Node};

use super::{Evaluator, computed, fault};
use crate::value::{Evaluated, Part, Unknown, Value, of_parts};

impl Evaluator<'_> {
    pub(super) fn substitute(&self, argument: &Node) -> Result<Value, Fault> {
        let (text, variables) = match (argument.text(), argument.items()) {
            (Some(text), _) => (text, None),
            (None, [text, variables]) if variables.is_map() => match text.text() {
                Some(text) => (text, Some(variables)),
                None => return Err(wrong_sub(argument)),
            },
            _ => return Err(wrong_sub(argument)),
        };
        let mut parts = Vec::new();
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => match dynamic(text) {
                    Value::Partly(more) => parts.extend(more),
                    Value::Unknown(unknown) => parts.push(Part::Unknown(unknown)),
                    _ => parts.push(Part::Known(text.to_owned())),
                },
                Piece::Literal(name) => parts.push(Part::Known(format!("${{{name}}}"))),
                Piece::Name(name) => parts.extend(self.variable(name, variables, argument)?),
            }
        }
        self.made(parts, argument)
    }

    fn variable(
        &self,
        name: &str,
        variables: Option<&Node>,
        at: &Node,
    ) -> Result<Vec<Part>, Fault> {
        if let Some(own) = variables.and_then(|variables| variables.get(name)) {
            return self.text_of(own);
        }
        let value = match name.split_once('.') {
            Some((resource, attribute)) => self.attribute_value(resource, attribute),
            None => self.named_value(name),
        };
        let Some(value) = value else {
            let reason = format!(
                "Template format error: Unresolved resource dependencies [{}] in the Resources block of the template",
                name.split('.').next().unwrap_or_default()
            );
            return Err(fault(at, &reason));
        };
        scalar_parts(&Evaluated::new(value, at.span()), at)
    }

    /// The parts of a text that an expression gives.
    fn text_of(&self, node: &Node) -> Result<Vec<Part>, Fault> {
        scalar_parts(&self.evaluate(node)?, node)
    }

    fn made(&self, parts: Vec<Part>, at: &Node) -> Result<Value, Fault> {
        let length = parts.iter().map(|part| match part {
            Part::Known(text) => text.len(),
            Part::Unknown(_) => 1,
        });
        self.spend(length.sum(), at)?;
        Ok(of_parts(parts))
    }

    pub(super) fn join(&self, argument: &Node) -> Result<Value, Fault> {
        let wrong = || {
            fault(
                argument,
                "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.",
            )
        };
        let [delimiter, list] = argument.items() else {
            return Err(wrong());
        };
        let delimiter = delimiter.scalar().ok_or_else(wrong)?;
        let list = self.evaluate(list)?;
        let Value::List(items) = &list.value else {
            if list.first_unknown().is_some() {
                return Ok(computed(&format!("Join {delimiter}"), &list));
            }
            return Err(wrong());
        };
        let mut parts = Vec::with_capacity(items.len() * 2);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                parts.push(Part::Known(delimiter.clone()));
            }
            parts.extend(item.parts().ok_or_else(wrong)?);
        }
        self.made(parts, argument)
    }

    pub(super) fn split(&self, argument: &Node) -> Result<Value, Fault> {
        let wrong = || {
            fault(
                argument,
                "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.",
            )
        };
        let [delimiter, text] = argument.items() else {
            return Err(wrong());
        };
        let delimiter = delimiter.scalar().ok_or_else(wrong)?;
        let text = self.evaluate(text)?;
        if let Some(known) = text.known_text() {
            let pieces = known.split(delimiter.as_str());
            let pieces = pieces.map(|piece| Evaluated::text(piece, argument.span()));
            return Ok(Value::List(pieces.collect()));
        }
        if let Some(Value::List(pieces)) = split_parts(&text, &delimiter, argument) {
            return Ok(Value::List(pieces));
        }
        match text.first_unknown() {
            Some(_) => Ok(computed(&format!("Split {delimiter}"), &text)),
            None => Err(wrong()),
        }
    }

    pub(super) fn base64(&self, argument: &Node) -> Result<Value, Fault> {
        let value = self.evaluate(argument)?;
        match value.known_text() {
            Some(text) => Ok(Value::Text(STANDARD.encode(text))),
            None if value.first_unknown().is_some() => Ok(computed("Base64", &value)),
            None => Err(fault(
                argument,
                "Template error: every Fn::Base64 object must have a String-typed value.",
            )),
        }
    }

    pub(super) fn to_json_string(&self, argument: &Node) -> Result<Value, Fault> {
        self.extended("Fn::ToJsonString", argument)?;
        let value = self.evaluate(argument)?;
        match value.to_json() {
            Ok(json) => Ok(Value::Text(json.to_string())),
            Err(_) => Ok(computed("ToJsonString", &value)),
        }
    }
}

/// Splits a text of which some is unknown, supposing that what is unknown doesn't hold the delimiter where it is an
/// identifier: an account, a region or the name of a resource never holds `:`, `/`, `,` or `|`.
fn split_parts(text: &Evaluated, delimiter: &str, at: &Node) -> Option<Value> {
    let Value::Partly(parts) = &text.value else {
        return None;
    };
    if !matches!(delimiter, ":" | "/" | "," | "|") {
        return None;
    }
    let mut pieces: Vec<Vec<Part>> = vec![Vec::new()];
    for part in parts {
        match part {
            Part::Unknown(Unknown::Pseudo(_) | Unknown::Resource(_)) => {
                pieces.last_mut()?.push(part.clone());
            }
            Part::Unknown(_) => return None,
            Part::Known(known) => {
                for (index, piece) in known.split(delimiter).enumerate() {
                    if index > 0 {
                        pieces.push(Vec::new());
                    }
                    pieces.last_mut()?.push(Part::Known(piece.to_owned()));
                }
            }
        }
    }
    let pieces = pieces.into_iter();
    let pieces = pieces.map(|parts| Evaluated::new(of_parts(parts), at.span()));
    Some(Value::List(pieces.collect()))
}

fn wrong_sub(at: &Node) -> Fault {
    fault(
        at,
        "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string",
    )
}

fn scalar_parts(value: &Evaluated, at: &Node) -> Result<Vec<Part>, Fault> {
    match &value.value {
        Value::Absent => Ok(Vec::new()),
        Value::Unknown(_)
        | Value::Partly(_)
        | Value::Text(_)
        | Value::Number(_)
        | Value::Bool(_) => Ok(value.parts().unwrap_or_default()),
        Value::List(_) | Value::Map(_) | Value::Null => Err(fault(
            at,
            "Template error: Fn::Sub expression does not resolve to a string",
        )),
    }
}

enum Piece<'a> {
    Text(&'a str),
    /// `${!Name}`, which stays as `${Name}`.
    Literal(&'a str),
    Name(&'a str),
}

/// Cuts a text at its `${…}`.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        let Some((name, behind)) = after.split_once('}') else {
            break;
        };
        pieces.push(Piece::Text(before));
        pieces.push(match name.strip_prefix('!') {
            Some(literal) => Piece::Literal(literal),
            None => Piece::Name(name.trim()),
        });
        rest = behind;
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// The names that a text of `Fn::Sub` asks for.
pub(crate) fn names(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Name(name) => Some(name),
        Piece::Text(_) | Piece::Literal(_) => None,
    })
}

/// `{{resolve:…}}` is replaced when the stack is made.
pub(super) fn dynamic(text: &str) -> Value {
    if !text.contains("{{resolve:") {
        return Value::Text(text.to_owned());
    }
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{resolve:") {
        let Some((reference, behind)) = after.split_once("}}") else {
            break;
        };
        parts.push(Part::Known(before.to_owned()));
        let whole = format!("{{{{resolve:{reference}}}}}");
        parts.push(Part::Unknown(Unknown::Dynamic(whole)));
        rest = behind;
    }
    parts.push(Part::Known(rest.to_owned()));
    of_parts(parts)
}
