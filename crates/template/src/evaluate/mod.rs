//! From what a template says to values. One file for each family of functions.
//!
//! A function of something unknown is unknown itself, or partly so where the rest of a text is known. A fault is what
//! CloudFormation refuses whatever the inputs are.

mod cidr;
mod condition;
mod list;
mod lookup;
mod text;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use document::{Entry, Fault, Node, Value as Written};

use crate::inputs::{Inputs, Resources};
use crate::parameters::Parameters;
use crate::template::Template;
use crate::value::{Evaluated, Member, Unknown, Value};

use condition::State;
pub use condition::Truth;
pub(crate) use text::names as names_in;

/// How many values and characters an evaluation may make altogether: far more than a template has.
const MOST_MADE: usize = 20_000_000;
/// What each value costs beside its characters.
const VALUE_COST: usize = 16;
/// How deep an evaluation may go: into a document, and from condition to condition. Each step takes of the
/// stack, and whoever submits a template chooses how many there are.
const DEEPEST: usize = 250;
const SUPPORTED: &str = "[Fn::Base64, Fn::GetAtt, Fn::GetAZs, Fn::ImportValue, Fn::Join, Fn::Split, Fn::FindInMap, Fn::Select, Ref, Fn::Equals, Fn::If, Fn::Not, Condition, Fn::And, Fn::Or, Fn::Contains, Fn::EachMemberEquals, Fn::EachMemberIn, Fn::ValueOf, Fn::ValueOfAll, Fn::RefAll, Fn::Sub, Fn::Cidr]";

pub struct Evaluator<'a> {
    template: &'a Template,
    inputs: &'a Inputs,
    parameters: Parameters,
    resources: &'a dyn Resources,
    conditions: RefCell<BTreeMap<String, State>>,
    made: Cell<usize>,
    depth: Cell<usize>,
}

impl<'a> Evaluator<'a> {
    pub fn new(
        template: &'a Template,
        inputs: &'a Inputs,
        parameters: Parameters,
        resources: &'a dyn Resources,
    ) -> Self {
        Self {
            template,
            inputs,
            parameters,
            resources,
            conditions: RefCell::default(),
            made: Cell::new(0),
            depth: Cell::new(0),
        }
    }

    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// The value of a part of the template.
    pub fn evaluate(&self, node: &Node) -> Result<Evaluated, Fault> {
        self.deeper(node, || self.value_of(node))
    }

    fn value_of(&self, node: &Node) -> Result<Evaluated, Fault> {
        self.spend(VALUE_COST, node)?;
        let value = match &node.value {
            Written::Null => Value::Null,
            Written::Bool(flag) => Value::Bool(*flag),
            Written::Number(text) => Value::Number(text.clone()),
            Written::Text(text) => {
                self.spend(text.len(), node)?;
                text::dynamic(text)
            }
            Written::List(items) => self.list(items)?,
            Written::Map(_) => match function(node) {
                Some(entry) => self.call(entry, node)?,
                None => self.map(node)?,
            },
        };
        Ok(Evaluated::new(value, node.span()))
    }

    fn list(&self, items: &[Node]) -> Result<Value, Fault> {
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            let value = self.evaluate(item)?;
            if value.value != Value::Absent {
                values.push(value);
            }
        }
        Ok(Value::List(values))
    }

    fn map(&self, node: &Node) -> Result<Value, Fault> {
        let mut members = Vec::with_capacity(node.entries().len());
        for entry in node.entries() {
            let value = self.evaluate(&entry.node)?;
            if value.value != Value::Absent {
                members.push(Member {
                    key: entry.key.clone(),
                    key_span: entry.key_span,
                    value,
                });
            }
        }
        Ok(Value::Map(members))
    }

    fn call(&self, entry: &Entry, node: &Node) -> Result<Value, Fault> {
        let argument = &entry.node;
        let value = match entry.key.as_str() {
            "Ref" => self.reference(argument)?,
            "Fn::GetAtt" => self.attribute(argument)?,
            "Fn::FindInMap" => self.find_in_map(argument)?,
            "Fn::ImportValue" => self.import(argument)?,
            "Fn::Sub" => self.substitute(argument)?,
            "Fn::Join" => self.join(argument)?,
            "Fn::Split" => self.split(argument)?,
            "Fn::Base64" => self.base64(argument)?,
            "Fn::ToJsonString" => self.to_json_string(argument)?,
            "Fn::Select" => self.select(argument)?,
            "Fn::Length" => self.length(argument)?,
            "Fn::GetAZs" => self.zones(argument)?,
            "Fn::Cidr" => self.cidr(argument)?,
            "Fn::If" => self.choose(argument)?,
            "Fn::And" | "Fn::Or" | "Fn::Not" | "Fn::Equals" => self.truth(node)?.into_value(),
            "Fn::Transform" => {
                let name = argument.get("Name").and_then(Node::scalar);
                Value::Unknown(Unknown::Transform(name.unwrap_or_default()))
            }
            other => return Err(unsupported(other, entry)),
        };
        Ok(value)
    }

    fn deeper<T>(&self, at: &Node, work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
        let depth = self.depth.get();
        if depth >= DEEPEST {
            return Err(fault(
                at,
                "the template refers to itself too many times over",
            ));
        }
        self.depth.set(depth + 1);
        let done = work();
        self.depth.set(depth);
        done
    }

    /// Takes from what may be made.
    fn spend(&self, cost: usize, at: &Node) -> Result<(), Fault> {
        let made = self.made.get().saturating_add(cost);
        self.made.set(made);
        if made > MOST_MADE {
            return Err(fault(at, "the template makes more values than can be held"));
        }
        Ok(())
    }

    /// The functions of `AWS::LanguageExtensions` are there for those alone who ask for them.
    fn extended(&self, function: &str, at: &Node) -> Result<(), Fault> {
        if self.template.extends_the_language() {
            return Ok(());
        }
        Err(fault(at, &unsupported_text(function)))
    }
}

/// The one entry of a map that calls a function.
fn function(node: &Node) -> Option<&Entry> {
    let [entry] = node.entries() else {
        return None;
    };
    (entry.key == "Ref" || entry.key.starts_with("Fn::")).then_some(entry)
}

fn unsupported(function: &str, entry: &Entry) -> Fault {
    Fault::at(entry.key_span.start, unsupported_text(function))
}

fn unsupported_text(function: &str) -> String {
    format!(
        "Template error: Encountered unsupported function: {function} Supported functions are: {SUPPORTED}"
    )
}

fn fault(at: &Node, reason: &str) -> Fault {
    Fault::at(at.position, reason)
}

/// A calculation that can't be done: the same for the same arguments.
fn computed(function: &str, argument: &Evaluated) -> Value {
    Value::Unknown(Unknown::Computed(format!(
        "{function} {}",
        argument.shown()
    )))
}

#[cfg(test)]
mod tests;
