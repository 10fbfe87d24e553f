//! Renders a parsed template for one scope.

mod expression;
mod number;
mod overrides;
mod print;
mod reference;
mod tools;
mod variables;

use std::rc::Rc;
use std::sync::Arc;

use serde_json::Value as Json;

use self::variables::{Frame, Loop, Variables};
use super::TemplateError;
use super::ast::{Block, Call, Expression, Macro, Name, Node, Reference};
use super::budget::Budget;
use super::parse;
use super::value::{Heap, Key, MapId, Value};
use crate::{Rendered, Scope};

/// API Gateway ends a `#foreach` after this many rounds (AWS: "Amazon API Gateway quotas").
const LOOP_LIMIT: usize = 1000;
/// `velocimacro.max.depth` of Velocity 1.7.
const MACRO_LIMIT: usize = 20;
/// `directive.define.max.depth`: how often a block may stand inside itself.
const DEFINE_LIMIT: u32 = 2;

pub(super) struct Renderer<'s> {
    pub(super) scope: &'s Scope<'s>,
    pub(super) heap: Heap<'s>,
    pub(super) budget: Budget,
    variables: Variables<'s>,
    frames: Vec<Frame<'s>>,
    /// The number of the frame that names are looked up in; zero is outside of all macros.
    level: usize,
    loops: Vec<Loop>,
    defined: Vec<Defined>,
    macros: Vec<Arc<Macro>>,
    document: Option<Rc<Json>>,
    overrides: Option<Overrides>,
    stage_variables: Option<MapId>,
    /// A `#stop` was met inside of a string or a block, where only text can be given back.
    stopped: bool,
}

struct Defined {
    body: Block,
    depth: u32,
}

#[derive(Debug, Clone, Copy)]
struct Overrides {
    request: MapId,
    response: MapId,
}

/// What a statement asks of those around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    Next,
    /// Leave the innermost loop, macro or block, or the loop with this number.
    Break(Option<usize>),
    Stop,
}

pub(super) fn render(
    body: &Block,
    macros: &[Arc<Macro>],
    scope: &Scope<'_>,
) -> Result<Rendered, TemplateError> {
    let mut renderer = Renderer::new(scope, macros);
    let mut text = String::new();
    renderer.block(body, &mut text)?;
    let (request_override, response_override) = renderer.taken_overrides()?;
    Ok(Rendered {
        text,
        request_override,
        response_override,
    })
}

impl<'s> Renderer<'s> {
    fn new(scope: &'s Scope<'s>, macros: &[Arc<Macro>]) -> Self {
        Self {
            scope,
            heap: Heap::default(),
            budget: Budget::default(),
            variables: Variables::default(),
            frames: Vec::new(),
            level: 0,
            loops: Vec::new(),
            defined: Vec::new(),
            macros: macros.to_vec(),
            document: None,
            overrides: None,
            stage_variables: None,
            stopped: false,
        }
    }

    fn block(&mut self, nodes: &Block, out: &mut String) -> Result<Flow, TemplateError> {
        self.budget.enter()?;
        let mut flow = Flow::Next;
        for node in nodes.iter() {
            flow = self.node(node, out)?;
            if self.stopped {
                flow = Flow::Stop;
            }
            if flow != Flow::Next {
                break;
            }
        }
        self.budget.leave();
        Ok(flow)
    }

    fn node(&mut self, node: &Node, out: &mut String) -> Result<Flow, TemplateError> {
        self.budget.step()?;
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Reference(reference) => return self.insert(reference, out),
            Node::Set { target, value } => self.assign(target, value)?,
            Node::If { arms, otherwise } => return self.choose(arms, otherwise.as_ref(), out),
            Node::Foreach {
                variable,
                over,
                body,
            } => {
                return self.foreach(variable, over, body, out);
            }
            Node::Define { name, body } => {
                let block = self.define(body);
                self.set(name, block);
            }
            Node::Call(call) => return self.call(call, out),
            Node::Evaluate(source) => return self.evaluate(source, out),
            Node::Break(None) => return Ok(Flow::Break(None)),
            Node::Break(Some(scope)) => return self.break_from(scope),
            Node::Stop => return Ok(Flow::Stop),
        }
        Budget::fits(out.len())?;
        Ok(Flow::Next)
    }

    fn define(&mut self, body: &Block) -> Value<'s> {
        self.defined.push(Defined {
            body: Arc::clone(body),
            depth: 0,
        });
        Value::Defined(self.defined.len() - 1)
    }

    /// Assigning nothing leaves the target as it was: `directive.set.null.allowed` is false.
    fn assign(&mut self, target: &Reference, value: &Expression) -> Result<(), TemplateError> {
        match self.value(value)? {
            Value::Null => Ok(()),
            value => self.assign_value(target, value),
        }
    }

    fn choose(
        &mut self,
        arms: &[(Expression, Block)],
        otherwise: Option<&Block>,
        out: &mut String,
    ) -> Result<Flow, TemplateError> {
        for (condition, body) in arms {
            if self.holds(condition)? {
                return self.block(body, out);
            }
        }
        otherwise.map_or(Ok(Flow::Next), |body| self.block(body, out))
    }

    fn foreach(
        &mut self,
        variable: &Name,
        over: &Expression,
        body: &Block,
        out: &mut String,
    ) -> Result<Flow, TemplateError> {
        let over = self.value(over)?;
        let Some(items) = self.elements(&over)? else {
            return Ok(Flow::Next);
        };
        let saved = self.variables.get(variable).cloned();
        self.loops.push(Loop {
            index: 0,
            has_next: false,
        });
        let flow = self.rounds(variable, (&over, items), body, out);
        self.loops.pop();
        self.restore(variable, saved);
        flow
    }

    fn rounds(
        &mut self,
        variable: &Name,
        (over, items): (&Value<'s>, Vec<Value<'s>>),
        body: &Block,
        out: &mut String,
    ) -> Result<Flow, TemplateError> {
        let id = self.loops.len() - 1;
        let count = items.len();
        for (index, item) in items.into_iter().take(LOOP_LIMIT).enumerate() {
            // Java's iterators end where the size says so, and notice any other change of it.
            match self.size(over) {
                Some(size) if size == index => break,
                Some(size) if size != count => {
                    return Err(failed(
                        "#foreach",
                        "what it goes over was changed meanwhile",
                    ));
                }
                _ => {}
            }
            self.begin_round(variable, index, index + 1 < count, item);
            match self.block(body, out)? {
                Flow::Next => {}
                Flow::Break(None) => break,
                Flow::Break(Some(target)) if target == id => break,
                outer => return Ok(outer),
            }
        }
        Ok(Flow::Next)
    }

    /// The size of a list or map that a template can change.
    fn size(&self, value: &Value<'s>) -> Option<usize> {
        match value {
            Value::List(id) => Some(self.heap.items(*id).len()),
            Value::Map(id) => Some(self.heap.entries(*id).len()),
            _ => None,
        }
    }

    fn break_from(&mut self, scope: &Expression) -> Result<Flow, TemplateError> {
        match self.value(scope)? {
            Value::Loop(id) => Ok(Flow::Break(Some(id))),
            _ => Err(failed("#break", "its argument is no loop")),
        }
    }

    fn call(&mut self, call: &Call, out: &mut String) -> Result<Flow, TemplateError> {
        let found = self
            .macros
            .iter()
            .find(|known| known.name == call.name)
            .cloned();
        let Some(definition) = found else {
            out.push_str(&call.literal);
            Budget::fits(out.len())?;
            return Ok(Flow::Next);
        };
        if self.frames.len() >= MACRO_LIMIT {
            return Err(TemplateError::MacroDepth);
        }
        let content = call.body.as_ref().map(|body| self.define(body));
        let outer = self.level;
        self.frames
            .push(Frame::new(outer, Arc::clone(&definition), call, content));
        self.level = self.frames.len();
        let flow = self.block(&definition.body, out);
        self.frames.pop();
        self.level = outer;
        flow.map(contained)
    }

    fn evaluate(&mut self, source: &Expression, out: &mut String) -> Result<Flow, TemplateError> {
        let source = self.value(source)?;
        let source = if matches!(source, Value::Null) {
            "".into()
        } else {
            self.text(&source)?
        };
        self.budget.make(source.len().saturating_mul(16))?;
        let parsed = parse::parse(&source, &self.macros)?;
        self.macros = parsed.macros;
        let flow = self.block(&parsed.body, out)?;
        Ok(contained(flow))
    }
}

/// A `#break` without a target ends at the macro, block or evaluation that it stands in.
fn contained(flow: Flow) -> Flow {
    if flow == Flow::Break(None) {
        Flow::Next
    } else {
        flow
    }
}

pub(super) fn key_of(value: &Value<'_>) -> Result<Key, TemplateError> {
    Key::of(value).ok_or_else(|| failed("a map", "a list or a map can't be its key"))
}

pub(super) fn failed(method: &str, reason: impl Into<String>) -> TemplateError {
    TemplateError::Method {
        method: method.to_owned(),
        reason: reason.into(),
    }
}
