//! References: `$name`, `$!name`, `${name}`, with properties, methods and indexes behind them.

use super::{Parser, push_text};
use crate::velocity::TemplateError;
use crate::velocity::ast::{Escape, Node, Reference, Step};

/// What a reference ends in, which decides how the text that touches it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Touching {
    Name,
    Property,
    Call,
}

impl Touching {
    fn of(last: Option<&Step>) -> Self {
        match last {
            None => Self::Name,
            Some(Step::Property(_)) => Self::Property,
            Some(Step::Method { .. } | Step::Index(_)) => Self::Call,
        }
    }
}

impl<'a> Parser<'a, '_> {
    /// A dollar sign in text, behind a run of `slashes`: a reference, or itself.
    pub(super) fn dollar(
        &mut self,
        slashes: usize,
        nodes: &mut Vec<Node>,
    ) -> Result<(), TemplateError> {
        let start = self.cursor.position();
        if let Some(mut reference) = self.reference()? {
            reference.escape = escape(slashes, &reference.literal);
            let open = !reference.literal.ends_with('}');
            let touching = Touching::of(reference.steps.last());
            nodes.push(Node::Reference(reference));
            return if open {
                self.touching(touching, nodes)
            } else {
                Ok(())
            };
        }
        self.cursor.skip(1);
        self.cursor.eat("!");
        if self.cursor.at_end() {
            // AWS's recordings answer such a template with a 500.
            return Err(self.cursor.error("a template can't end in a dollar sign"));
        }
        push_text(nodes, &"\\".repeat(slashes));
        let sign = self.cursor.since(start);
        self.push_sign(nodes, sign);
        Ok(())
    }

    /// Text that touches the end of a reference. Velocity's lexer is still reading the reference
    /// there: behind a call it takes `a.b` for one without a dollar sign, behind anything `{a.b}` and
    /// `$.a.b`, and prints the first tokens only; behind a property it knows no line comment.
    fn touching(
        &mut self,
        mut touching: Touching,
        nodes: &mut Vec<Node>,
    ) -> Result<(), TemplateError> {
        if touching == Touching::Property && self.cursor.eat("##") {
            push_text(nodes, "##");
            return Ok(());
        }
        if self.braced_runt()? {
            push_text(nodes, "{");
            return Ok(());
        }
        if self.cursor.eat("$.") {
            push_text(nodes, "$.");
            touching = Touching::Call;
        }
        while touching == Touching::Call {
            let Some(word) = self.identifier() else {
                return Ok(());
            };
            if matches!(word, "true" | "false") {
                return Err(self.cursor.error("a truth value can't touch a call"));
            }
            push_text(nodes, word);
            touching = Touching::of(self.steps()?.last());
        }
        Ok(())
    }

    fn braced_runt(&mut self) -> Result<bool, TemplateError> {
        let start = self.cursor.position();
        if !self.cursor.eat("{") {
            return Ok(false);
        }
        if self.cursor.eat("$") {
            self.cursor.eat("!");
        }
        if self.identifier().is_none() {
            self.cursor.seek(start);
            return Ok(false);
        }
        self.steps()?;
        self.cursor
            .expect(b'}', "a brace that touches a reference must be closed")?;
        Ok(true)
    }

    /// Reads a reference, or reads nothing if there is none.
    pub(super) fn reference(&mut self) -> Result<Option<Reference>, TemplateError> {
        let start = self.cursor.position();
        self.cursor.skip(1);
        self.cursor.eat("!");
        let formal = self.cursor.eat("{");
        let Some(root) = self.identifier() else {
            self.cursor.seek(start);
            return Ok(None);
        };
        let root = root.into();
        let steps = self.steps()?;
        if formal {
            self.cursor
                .expect(b'}', "a formal reference must end in a brace")?;
        }
        let literal = self.cursor.since(start).into();
        Ok(Some(Reference {
            root,
            steps,
            literal,
            escape: Escape::Prefix("".into()),
        }))
    }

    pub(super) fn required_reference(&mut self) -> Result<Reference, TemplateError> {
        let found = if self.cursor.peek() == Some(b'$') {
            self.reference()?
        } else {
            None
        };
        found.ok_or_else(|| self.cursor.error("a reference is expected"))
    }

    pub(super) fn identifier(&mut self) -> Option<&'a str> {
        let first = self.cursor.peek()?;
        if !(first.is_ascii_alphabetic() || first == b'_') {
            return None;
        }
        Some(
            self.cursor
                .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')),
        )
    }

    fn steps(&mut self) -> Result<Box<[Step]>, TemplateError> {
        let mut steps = Vec::new();
        loop {
            match (self.cursor.peek(), self.cursor.peek_at(1)) {
                (Some(b'['), _) => steps.push(self.index()?),
                (Some(b'.'), Some(after)) if after.is_ascii_alphabetic() => {
                    steps.push(self.member()?);
                }
                _ => return Ok(steps.into()),
            }
        }
    }

    fn index(&mut self) -> Result<Step, TemplateError> {
        self.cursor.skip(1);
        let index = self.index_parameter()?;
        self.cursor.expect(b']', "an index must end in a bracket")?;
        Ok(Step::Index(index))
    }

    fn member(&mut self) -> Result<Step, TemplateError> {
        self.cursor.skip(1);
        let name = self.identifier().unwrap_or_default().into();
        if !self.cursor.eat("(") {
            return Ok(Step::Property(name));
        }
        let arguments = self.method_arguments()?;
        Ok(Step::Method { name, arguments })
    }
}

fn escape(slashes: usize, literal: &str) -> Escape {
    let prefix = "\\".repeat(slashes / 2);
    if slashes.is_multiple_of(2) {
        return Escape::Prefix(prefix.into());
    }
    Escape::Literal((prefix + literal).into())
}
