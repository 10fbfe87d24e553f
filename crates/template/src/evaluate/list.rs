//! `Fn::Select`, `Fn::Length`, `Fn::GetAZs`.

use document::{Fault, Node};

use super::{Evaluator, computed, fault};
use crate::value::{Evaluated, Unknown, Value};

impl Evaluator<'_> {
    pub(super) fn select(&self, argument: &Node) -> Result<Value, Fault> {
        let wrong = || {
            fault(
                argument,
                "Template error: Fn::Select requires a list argument with two elements: an integer index and a list",
            )
        };
        let [index, list] = argument.items() else {
            return Err(wrong());
        };
        let (index, list) = (self.evaluate(index)?, self.evaluate(list)?);
        if index.first_unknown().is_some() {
            return Ok(computed(&format!("Select {}", index.shown()), &list));
        }
        let index: usize = index
            .known_text()
            .and_then(|text| text.parse().ok())
            .ok_or_else(wrong)?;
        match &list.value {
            Value::List(items) => match items.get(index) {
                Some(item) => Ok(item.value.clone()),
                None => Err(fault(
                    argument,
                    &format!(
                        "Template error: Fn::Select cannot select nonexistent value at index {index}"
                    ),
                )),
            },
            Value::Unknown(_) => Ok(computed(&format!("Select {index}"), &list)),
            _ => Err(wrong()),
        }
    }

    pub(super) fn length(&self, argument: &Node) -> Result<Value, Fault> {
        self.extended("Fn::Length", argument)?;
        let list = self.evaluate(argument)?;
        match &list.value {
            Value::List(items) => Ok(Value::Number(items.len().to_string())),
            Value::Unknown(_) => Ok(computed("Length", &list)),
            _ => Err(fault(
                argument,
                "Template error: Fn::Length requires a list",
            )),
        }
    }

    pub(super) fn zones(&self, argument: &Node) -> Result<Value, Fault> {
        let region = self.evaluate(argument)?;
        let named = match region.known_text() {
            Some(text) if text.is_empty() => self.inputs.pseudo.region.clone(),
            other => other,
        };
        let zones = named.as_ref().and_then(|name| self.inputs.zones.get(name));
        Ok(match zones {
            Some(zones) => Value::List(
                zones
                    .iter()
                    .map(|zone| Evaluated::text(zone, argument.span()))
                    .collect(),
            ),
            None => Value::Unknown(Unknown::Computed(format!("GetAZs {}", region.shown()))),
        })
    }
}
