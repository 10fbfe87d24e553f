//! Conditions: true, false, or not known.

use document::{Fault, Node};

use super::{Evaluator, fault, function};
use crate::value::{Unknown, Value};

/// Whether a condition holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Truth {
    Known(bool),
    Unknown(Unknown),
}

/// What is known of a condition that has a name.
#[derive(Debug, Clone)]
pub(super) enum State {
    /// Who asks for it now asks in a circle.
    Open,
    Closed(Truth),
}

impl Truth {
    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Known(flag) => Value::Bool(flag),
            Self::Unknown(unknown) => Value::Unknown(unknown),
        }
    }

    fn not(self) -> Self {
        match self {
            Self::Known(flag) => Self::Known(!flag),
            unknown @ Self::Unknown(_) => unknown,
        }
    }
}

impl Evaluator<'_> {
    /// Whether a condition of the template holds.
    pub fn condition(&self, name: &str) -> Result<Truth, Fault> {
        if let Some(supposed) = self.inputs.conditions.get(name) {
            return Ok(Truth::Known(*supposed));
        }
        let state = self.conditions.borrow().get(name).cloned();
        let Some(declared) = self.template.declared("Conditions", name) else {
            return Err(Fault {
                reason: format!(
                    "Template format error: Unresolved condition dependency {name} in the Conditions block of the template"
                ),
                position: None,
            });
        };
        match state {
            Some(State::Closed(truth)) => return Ok(truth),
            Some(State::Open) => {
                let reason = format!("Template error: condition {name} depends on itself");
                return Err(Fault::at(declared.name_span.start, reason));
            }
            None => {}
        }
        self.remember(name, State::Open);
        let truth = match self.truth(declared.body)? {
            Truth::Known(flag) => Truth::Known(flag),
            Truth::Unknown(_) => Truth::Unknown(Unknown::Condition(name.to_owned())),
        };
        self.remember(name, State::Closed(truth.clone()));
        Ok(truth)
    }

    fn remember(&self, name: &str, state: State) {
        self.conditions.borrow_mut().insert(name.to_owned(), state);
    }

    /// Whether an expression holds.
    pub(crate) fn truth(&self, node: &Node) -> Result<Truth, Fault> {
        self.deeper(node, || self.truth_of(node))
    }

    fn truth_of(&self, node: &Node) -> Result<Truth, Fault> {
        if let [entry] = node.entries() {
            match entry.key.as_str() {
                "Condition" => return self.named(&entry.node),
                "Fn::Not" => return self.not(&entry.node),
                "Fn::And" => return self.all(&entry.node, true),
                "Fn::Or" => return self.all(&entry.node, false),
                "Fn::Equals" => return self.equals(&entry.node),
                _ => {}
            }
        }
        if function(node).is_none() && node.flag().is_none() {
            return Err(fault(
                node,
                "Template format error: Conditions can only be boolean operations on parameters and other conditions",
            ));
        }
        let value = self.evaluate(node)?;
        Ok(match value.known_text().as_deref() {
            Some("true") => Truth::Known(true),
            Some("false") => Truth::Known(false),
            _ => Truth::Unknown(Unknown::Computed(value.shown().to_string())),
        })
    }

    fn named(&self, node: &Node) -> Result<Truth, Fault> {
        let Some(name) = node.text() else {
            return Err(fault(node, "Template error: Condition must be a string"));
        };
        self.condition(name).map_err(|at| placed(at, node))
    }

    fn not(&self, node: &Node) -> Result<Truth, Fault> {
        match node.items() {
            [one] => Ok(self.truth(one)?.not()),
            _ => Err(fault(
                node,
                "Template error: every Fn::Not object requires one argument.",
            )),
        }
    }

    /// `Fn::And` if `wanted`, `Fn::Or` otherwise: one that is not as wanted decides, an unknown one leaves it open.
    fn all(&self, node: &Node, wanted: bool) -> Result<Truth, Fault> {
        let items = node.items();
        if !(2..=10).contains(&items.len()) {
            let name = if wanted { "Fn::And" } else { "Fn::Or" };
            let reason = format!(
                "Template error: every {name} object requires a list of at least 2 and at most 10 boolean parameters."
            );
            return Err(fault(node, &reason));
        }
        let mut open = None;
        for item in items {
            match self.truth(item)? {
                Truth::Known(flag) if flag != wanted => return Ok(Truth::Known(!wanted)),
                Truth::Known(_) => {}
                Truth::Unknown(unknown) => open = Some(unknown),
            }
        }
        Ok(open.map_or(Truth::Known(wanted), Truth::Unknown))
    }

    fn equals(&self, node: &Node) -> Result<Truth, Fault> {
        let [left, right] = node.items() else {
            return Err(fault(
                node,
                "Template error: every Fn::Equals object requires a list of 2 string parameters.",
            ));
        };
        let (left, right) = (self.evaluate(left)?, self.evaluate(right)?);
        let shown = (left.shown(), right.shown());
        if left.is_known() && right.is_known() {
            let texts = (left.known_text(), right.known_text());
            let same = match texts {
                (Some(left), Some(right)) => left == right,
                _ => shown.0 == shown.1,
            };
            return Ok(Truth::Known(same));
        }
        if shown.0 == shown.1 {
            return Ok(Truth::Known(true));
        }
        let text = format!("{} = {}", shown.0, shown.1);
        Ok(Truth::Unknown(Unknown::Computed(text)))
    }

    pub(super) fn choose(&self, argument: &Node) -> Result<Value, Fault> {
        let [condition, yes, no] = argument.items() else {
            return Err(fault(
                argument,
                "Template error: Fn::If requires a list argument with three parameters",
            ));
        };
        let truth = match condition.text() {
            Some(name)
                if self.template.declared("Conditions", name).is_none()
                    && !self.inputs.conditions.contains_key(name) =>
            {
                // In AWS's words, which are others than for a resource's condition.
                let reason =
                    format!("Template error: unresolved condition dependency {name} in Fn::If");
                return Err(Fault::at(condition.position, reason));
            }
            Some(name) => self.condition(name).map_err(|at| placed(at, condition))?,
            None => self.truth(condition)?,
        };
        match truth {
            Truth::Known(true) => Ok(self.evaluate(yes)?.value),
            Truth::Known(false) => Ok(self.evaluate(no)?.value),
            Truth::Unknown(unknown) => {
                let (yes, no) = (self.evaluate(yes)?, self.evaluate(no)?);
                if yes.value == no.value {
                    return Ok(yes.value);
                }
                Ok(Value::Unknown(unknown))
            }
        }
    }
}

/// A fault that has no place of its own is where the name was used.
fn placed(fault: Fault, node: &Node) -> Fault {
    Fault {
        position: fault.position.or(Some(node.position)),
        ..fault
    }
}
