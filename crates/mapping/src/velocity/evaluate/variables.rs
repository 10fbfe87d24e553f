//! Names and what they stand for: the template's variables, the parameters of macros, which are
//! evaluated anew each time they are named, and the variables of loops.

use std::collections::HashMap;
use std::sync::Arc;

use super::Renderer;
use crate::velocity::TemplateError;
use crate::velocity::ast::{Call, Expression, Macro, Name};
use crate::velocity::value::{Tool, Value};

pub(super) type Variables<'s> = HashMap<Name, Value<'s>>;

/// One call of a macro.
pub(super) struct Frame<'s> {
    /// The frame in which the arguments are evaluated.
    outer: usize,
    definition: Arc<Macro>,
    arguments: Arc<[Expression]>,
    content: Option<Value<'s>>,
    locals: Variables<'s>,
}

impl<'s> Frame<'s> {
    pub(super) fn new(
        outer: usize,
        definition: Arc<Macro>,
        call: &Call,
        content: Option<Value<'s>>,
    ) -> Self {
        let arguments = Arc::clone(&call.arguments);
        Self {
            outer,
            definition,
            arguments,
            content,
            locals: Variables::default(),
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        let mut parameters = self.definition.parameters.iter();
        let position = parameters.position(|parameter| **parameter == *name)?;
        (position < self.arguments.len()).then_some(position)
    }
}

pub(super) struct Loop {
    pub(super) index: usize,
    pub(super) has_next: bool,
}

impl<'s> Renderer<'s> {
    /// The value of a name, or nothing.
    pub(super) fn variable(&mut self, name: &str) -> Result<Value<'s>, TemplateError> {
        let mut level = self.level;
        while let Some(frame) = level
            .checked_sub(1)
            .and_then(|index| self.frames.get(index))
        {
            if let Some(value) = frame.locals.get(name) {
                return Ok(value.clone());
            }
            if let Some(position) = frame.position(name) {
                let (outer, arguments) = (frame.outer, Arc::clone(&frame.arguments));
                let argument = arguments.get(position);
                return argument.map_or(Ok(Value::Null), |found| self.argument_at(outer, found));
            }
            if let ("bodyContent", Some(content)) = (name, &frame.content) {
                return Ok(content.clone());
            }
            level = frame.outer;
        }
        Ok(self
            .variables
            .get(name)
            .cloned()
            .unwrap_or_else(|| self.provided(name)))
    }

    fn argument_at(
        &mut self,
        level: usize,
        argument: &Expression,
    ) -> Result<Value<'s>, TemplateError> {
        self.budget.enter()?;
        let inner = std::mem::replace(&mut self.level, level);
        let value = self.value(argument);
        self.level = inner;
        self.budget.leave();
        value
    }

    /// Sets a name in the macro at work and in all that called it, as Velocity 1.7 does.
    pub(super) fn set(&mut self, name: &Name, value: Value<'s>) {
        let mut level = self.level;
        while let Some(frame) = level
            .checked_sub(1)
            .and_then(|index| self.frames.get_mut(index))
        {
            frame.locals.insert(Arc::clone(name), value.clone());
            level = frame.outer;
        }
        self.variables.insert(Arc::clone(name), value);
    }

    fn unset(&mut self, name: &str) {
        let mut level = self.level;
        while let Some(frame) = level
            .checked_sub(1)
            .and_then(|index| self.frames.get_mut(index))
        {
            frame.locals.remove(name);
            level = frame.outer;
        }
        self.variables.remove(name);
    }

    /// Runs a loop's body once.
    pub(super) fn begin_round(
        &mut self,
        variable: &Name,
        index: usize,
        has_next: bool,
        item: Value<'s>,
    ) {
        if let Some(round) = self.loops.last_mut() {
            round.index = index;
            round.has_next = has_next;
        }
        self.set(variable, item);
    }

    pub(super) fn restore(&mut self, name: &Name, value: Option<Value<'s>>) {
        match value {
            Some(value) => self.set(name, value),
            None => self.unset(name),
        }
    }

    /// The names that API Gateway and the innermost loop provide, unless a template took them.
    fn provided(&self, name: &str) -> Value<'s> {
        match name {
            "input" => Value::Tool(Tool::Input),
            "util" => Value::Tool(Tool::Util),
            "context" => Value::Tool(Tool::Context),
            "stageVariables" => Value::Tool(Tool::StageVariables),
            _ => self
                .loops
                .last()
                .map_or(Value::Null, |innermost| match name {
                    "foreach" => Value::Loop(self.loops.len() - 1),
                    "velocityCount" => Value::size(innermost.index + 1),
                    "velocityHasNext" => Value::Bool(innermost.has_next),
                    _ => Value::Null,
                }),
        }
    }
}
