//! Directives, comments and unparsed text: all that a hash sign can begin.

use std::sync::Arc;

use super::{Ended, Parser, push_text};
use crate::velocity::TemplateError;
use crate::velocity::ast::{Block, Call, Expression, Macro, Name, Node};

/// The words that a backslash can take their meaning from.
pub(super) const NAMES: [&str; 14] = [
    "if", "elseif", "else", "end", "set", "foreach", "macro", "define", "evaluate", "stop",
    "break", "literal", "include", "parse",
];

/// An argument of a directive: what is in its parentheses.
enum Argument {
    Word(Name),
    Value(Expression),
}

impl Parser<'_, '_> {
    /// Reads what begins with a hash sign; says so if it ends the statements around it.
    pub(super) fn hash(&mut self, nodes: &mut Vec<Node>) -> Result<Option<Ended>, TemplateError> {
        if self.cursor.eat("##") {
            self.line_comment();
            return Ok(None);
        }
        if self.cursor.eat("#*") {
            self.skip_past("*#");
            return Ok(None);
        }
        if self.cursor.eat("#[[") {
            let text = self.cursor.take_until("]]#");
            let text = text.ok_or_else(|| self.cursor.error("unparsed text is not closed"))?;
            push_text(nodes, text);
            self.cursor.skip(3);
            return Ok(None);
        }
        self.directive(nodes)
    }

    fn line_comment(&mut self) {
        self.cursor
            .take_while(|byte| !matches!(byte, b'\n' | b'\r'));
        self.cursor.skip_line_end();
    }

    /// A comment that is never closed reaches to the end, as in Velocity.
    fn skip_past(&mut self, close: &str) {
        let rest = self.cursor.rest();
        self.cursor.skip(
            rest.find(close)
                .map_or(rest.len(), |found| found + close.len()),
        );
    }

    fn directive(&mut self, nodes: &mut Vec<Node>) -> Result<Option<Ended>, TemplateError> {
        let start = self.cursor.position();
        let word = self.directive_word().map(str::to_owned);
        let node = match word.as_deref() {
            None => {
                self.cursor.skip(1);
                self.push_sign(nodes, "#");
                return Ok(None);
            }
            Some("end") => return Ok(Some(self.closing(Ended::End))),
            Some("else") => return Ok(Some(self.closing(Ended::Else))),
            Some("elseif") => return Ok(Some(Ended::ElseIf)),
            Some("if") => self.conditional()?,
            Some("foreach") => self.foreach()?,
            Some("define") => self.define()?,
            Some("macro") => {
                self.macro_definition()?;
                return Ok(None);
            }
            Some("evaluate") => Node::Evaluate(self.single_argument()?),
            Some("break") => Node::Break(self.optional_argument()?),
            Some("stop") => self.optional_argument().map(|_| Node::Stop)?,
            Some("literal") => self.literal()?,
            Some("include") => return Err(self.unavailable("include")),
            Some("parse") => return Err(self.unavailable("parse")),
            Some(name) => self.call(name, start)?,
        };
        nodes.push(node);
        Ok(None)
    }

    fn closing(&mut self, ended: Ended) -> Ended {
        self.cursor.skip_line_end();
        ended
    }

    fn unavailable(&self, directive: &'static str) -> TemplateError {
        let (line, column) = self.cursor.place();
        TemplateError::Directive {
            line,
            column,
            directive,
        }
    }

    /// The inside of `#set(`. The closing parenthesis takes the line end behind it along.
    pub(super) fn set(&mut self) -> Result<Node, TemplateError> {
        self.cursor.skip_whitespace();
        let target = self.required_reference()?;
        self.cursor.skip_whitespace();
        self.cursor.expect(b'=', "#set needs an equals sign")?;
        let value = self.expression()?;
        self.close_parenthesis()?;
        Ok(Node::Set { target, value })
    }

    fn conditional(&mut self) -> Result<Node, TemplateError> {
        let mut arms = Vec::new();
        loop {
            let condition = self.condition()?;
            let (body, ended) = self.statements()?;
            arms.push((condition, body));
            match ended {
                Ended::ElseIf => {}
                Ended::End => {
                    return Ok(Node::If {
                        arms: arms.into(),
                        otherwise: None,
                    });
                }
                Ended::Else => {
                    let otherwise = Some(self.body()?);
                    return Ok(Node::If {
                        arms: arms.into(),
                        otherwise,
                    });
                }
                Ended::Source => return Err(self.cursor.error("an #if has no #end")),
            }
        }
    }

    fn condition(&mut self) -> Result<Expression, TemplateError> {
        self.cursor.skip_whitespace();
        self.cursor
            .expect(b'(', "a condition must stand in parentheses")?;
        let condition = self.expression()?;
        self.close_parenthesis()?;
        Ok(condition)
    }

    fn close_parenthesis(&mut self) -> Result<(), TemplateError> {
        self.cursor.expect(b')', "a parenthesis is not closed")?;
        self.cursor.skip_line_end();
        Ok(())
    }

    fn body(&mut self) -> Result<Block, TemplateError> {
        let (body, ended) = self.statements()?;
        if ended != Ended::End {
            return Err(self.cursor.error("a directive has no #end"));
        }
        Ok(body)
    }

    fn foreach(&mut self) -> Result<Node, TemplateError> {
        let arguments = <[Argument; 3]>::try_from(self.arguments()?);
        let Ok(
            [
                Argument::Value(Expression::Reference(variable)),
                Argument::Word(word),
                over,
            ],
        ) = arguments
        else {
            return Err(self
                .cursor
                .error("#foreach needs a reference, in, and a value"));
        };
        let Argument::Value(over) = over else {
            return Err(self.cursor.error("#foreach needs a value"));
        };
        if *word != *"in" {
            return Err(self.cursor.error("#foreach needs the word in"));
        }
        Ok(Node::Foreach {
            variable: variable.root,
            over,
            body: self.body()?,
        })
    }

    fn define(&mut self) -> Result<Node, TemplateError> {
        let Expression::Reference(reference) = self.single_argument()? else {
            return Err(self.cursor.error("#define needs a reference"));
        };
        Ok(Node::Define {
            name: reference.root,
            body: self.body()?,
        })
    }

    fn macro_definition(&mut self) -> Result<(), TemplateError> {
        let mut arguments = self.arguments()?.into_iter();
        let Some(Argument::Word(name)) = arguments.next() else {
            return Err(self.cursor.error("#macro needs a name"));
        };
        let parameters = arguments.map(|argument| match argument {
            Argument::Value(Expression::Reference(reference)) => Ok(reference.root),
            _ => Err(self.cursor.error("a macro's parameters must be references")),
        });
        let parameters = parameters.collect::<Result<_, _>>()?;
        let body = self.body()?;
        // The first definition of a name stays.
        if !self.macros.iter().any(|known| known.name == name) {
            self.macros.push(Arc::new(Macro {
                name,
                parameters,
                body,
            }));
        }
        Ok(())
    }

    fn literal(&mut self) -> Result<Node, TemplateError> {
        self.arguments()?;
        let start = self.cursor.position();
        self.body()?;
        let inside = self.cursor.since(start);
        let end = inside.rfind('#').unwrap_or_default();
        Ok(Node::Text(inside.get(..end).unwrap_or_default().into()))
    }

    fn call(&mut self, word: &str, start: usize) -> Result<Node, TemplateError> {
        let mut arguments = Vec::new();
        let mut body = None;
        if self.parenthesis_follows() {
            for argument in self.arguments()? {
                arguments.push(match argument {
                    Argument::Value(value) => value,
                    Argument::Word(_) => Expression::Absent,
                });
            }
            if word.starts_with('@') {
                body = Some(self.body()?);
            }
        }
        let name = word.strip_prefix('@').unwrap_or(word).into();
        let literal = self.cursor.since(start).into();
        Ok(Node::Call(Call {
            name,
            arguments: arguments.into(),
            body,
            literal,
        }))
    }

    fn parenthesis_follows(&self) -> bool {
        self.cursor
            .rest()
            .trim_start_matches([' ', '\t', '\n', '\r'])
            .starts_with('(')
    }

    fn optional_argument(&mut self) -> Result<Option<Expression>, TemplateError> {
        if !self.parenthesis_follows() {
            return Ok(None);
        }
        let mut arguments = self.arguments()?;
        match (arguments.pop(), arguments.is_empty()) {
            (None, _) => Ok(None),
            (Some(Argument::Value(value)), true) => Ok(Some(value)),
            _ => Err(self.cursor.error("the directive takes one value")),
        }
    }

    fn single_argument(&mut self) -> Result<Expression, TemplateError> {
        let argument = self.optional_argument()?;
        argument.ok_or_else(|| self.cursor.error("the directive needs one value"))
    }

    /// Arguments stand apart by blanks, by commas or by both.
    fn arguments(&mut self) -> Result<Vec<Argument>, TemplateError> {
        self.cursor.skip_whitespace();
        self.cursor
            .expect(b'(', "the directive needs parentheses")?;
        let mut arguments = Vec::new();
        loop {
            self.cursor.skip_whitespace();
            if self.cursor.peek() == Some(b')') {
                self.close_parenthesis()?;
                return Ok(arguments);
            }
            self.cursor.eat(",");
            self.cursor.skip_whitespace();
            arguments.push(self.argument()?);
        }
    }

    fn argument(&mut self) -> Result<Argument, TemplateError> {
        let starts_word = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'@');
        if !self.cursor.peek().is_some_and(starts_word) {
            return Ok(Argument::Value(self.directive_parameter()?));
        }
        let word = self.cursor.take_while(super::is_directive_byte);
        Ok(match word {
            "true" => Argument::Value(Expression::Bool(true)),
            "false" => Argument::Value(Expression::Bool(false)),
            word => Argument::Word(word.into()),
        })
    }
}
