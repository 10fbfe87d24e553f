//! Expressions of `#if` and `#set`, and the simpler parameters of methods, lists, maps and
//! indexes.

use super::Parser;
use crate::velocity::TemplateError;
use crate::velocity::ast::{Expression, Operator};

/// Operators by how tightly they bind, loosest first; the longer spelling of two comes first.
const LEVELS: [&[(&str, Operator)]; 6] = [
    &[("||", Operator::Or), ("or", Operator::Or)],
    &[("&&", Operator::And), ("and", Operator::And)],
    &[
        ("==", Operator::Equal),
        ("eq", Operator::Equal),
        ("!=", Operator::NotEqual),
        ("ne", Operator::NotEqual),
    ],
    &[
        ("<=", Operator::LessOrEqual),
        ("le", Operator::LessOrEqual),
        (">=", Operator::GreaterOrEqual),
        ("ge", Operator::GreaterOrEqual),
        ("<", Operator::Less),
        ("lt", Operator::Less),
        (">", Operator::Greater),
        ("gt", Operator::Greater),
    ],
    &[("+", Operator::Add), ("-", Operator::Subtract)],
    &[
        ("*", Operator::Multiply),
        ("/", Operator::Divide),
        ("%", Operator::Modulo),
    ],
];

/// Where a parameter stands: a bare word is a value only among a method's arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Directive,
    Method,
}

impl Parser<'_, '_> {
    pub(super) fn expression(&mut self) -> Result<Expression, TemplateError> {
        self.deeper()?;
        let parsed = self.level(0);
        self.depth -= 1;
        parsed
    }

    fn level(&mut self, level: usize) -> Result<Expression, TemplateError> {
        let Some(operators) = LEVELS.get(level) else {
            return self.unary();
        };
        let mut left = self.level(level + 1)?;
        let mut chained = 0_u32;
        while let Some(operator) = self.operator(operators) {
            // A chain becomes a tree that is as deep as it is long.
            chained += 1;
            if self.depth + chained > super::DEPTH_LIMIT {
                return Err(TemplateError::Depth {
                    limit: super::DEPTH_LIMIT,
                });
            }
            let right = self.level(level + 1)?;
            left = Expression::Binary(operator, Box::new((left, right)));
        }
        Ok(left)
    }

    fn operator(&mut self, operators: &[(&str, Operator)]) -> Option<Operator> {
        // A minus sign before a digit belongs to a number, as in Velocity's lexer.
        let negative = self.cursor.peek() == Some(b'-')
            && self
                .cursor
                .peek_at(1)
                .is_some_and(|byte| byte.is_ascii_digit() || byte == b'.');
        if negative {
            return None;
        }
        let found = operators.iter().find(|(token, _)| self.eat_token(token));
        found.map(|(_, operator)| *operator)
    }

    fn eat_token(&mut self, token: &str) -> bool {
        let word = token
            .as_bytes()
            .first()
            .is_some_and(u8::is_ascii_alphabetic);
        let after = self.cursor.peek_at(token.len());
        if word && after.is_some_and(super::is_directive_byte) {
            return false;
        }
        self.cursor.eat(token)
    }

    fn unary(&mut self) -> Result<Expression, TemplateError> {
        self.cursor.skip_whitespace();
        let negated = self.cursor.peek_at(1) != Some(b'=') && self.eat_token("!");
        if !(negated || self.eat_token("not")) {
            return self.primary();
        }
        self.deeper()?;
        let operand = self.unary();
        self.depth -= 1;
        Ok(Expression::Not(Box::new(operand?)))
    }

    fn primary(&mut self) -> Result<Expression, TemplateError> {
        if !self.cursor.eat("(") {
            return self.parameter(Place::Directive);
        }
        let inner = self.expression()?;
        self.cursor.expect(b')', "a parenthesis is not closed")?;
        self.cursor.skip_whitespace();
        Ok(inner)
    }

    pub(super) fn directive_parameter(&mut self) -> Result<Expression, TemplateError> {
        self.parameter(Place::Directive)
    }

    pub(super) fn index_parameter(&mut self) -> Result<Expression, TemplateError> {
        let parsed = self.parameter(Place::Directive)?;
        match parsed {
            Expression::Text(_)
            | Expression::Interpolated { .. }
            | Expression::Int(_)
            | Expression::Bool(_)
            | Expression::Reference(_) => Ok(parsed),
            _ => Err(self
                .cursor
                .error("an index must be a string, a number or a reference")),
        }
    }

    /// The arguments of a method, behind its opening parenthesis.
    pub(super) fn method_arguments(&mut self) -> Result<Box<[Expression]>, TemplateError> {
        self.list_until(b')', Place::Method)
    }

    fn parameter(&mut self, place: Place) -> Result<Expression, TemplateError> {
        self.deeper()?;
        self.cursor.skip_whitespace();
        let parsed = self.parameter_at(place)?;
        self.cursor.skip_whitespace();
        self.depth -= 1;
        Ok(parsed)
    }

    fn parameter_at(&mut self, place: Place) -> Result<Expression, TemplateError> {
        match self.cursor.peek() {
            Some(quote @ (b'"' | b'\'')) => self.string(quote),
            Some(b'$') => Ok(Expression::Reference(Box::new(self.required_reference()?))),
            Some(b'[') => self.list_or_range(place),
            Some(b'{') => self.map(place),
            Some(b'0'..=b'9' | b'-' | b'.') => self.number(),
            _ => self.word(place),
        }
    }

    fn word(&mut self, place: Place) -> Result<Expression, TemplateError> {
        match (self.identifier(), place) {
            (Some("true"), _) => Ok(Expression::Bool(true)),
            (Some("false"), _) => Ok(Expression::Bool(false)),
            (Some(_), Place::Method) => Ok(Expression::Absent),
            _ => Err(self.cursor.error("a value is expected")),
        }
    }

    fn list_or_range(&mut self, place: Place) -> Result<Expression, TemplateError> {
        self.cursor.skip(1);
        self.cursor.skip_whitespace();
        if self.cursor.eat("]") {
            return Ok(Expression::List(Box::default()));
        }
        let start = self.cursor.position();
        let first = self.parameter(place)?;
        if self.cursor.eat("..") {
            let last = self.parameter(place)?;
            self.cursor.expect(b']', "a range must end in a bracket")?;
            return Ok(Expression::Range(Box::new((first, last))));
        }
        self.cursor.seek(start);
        Ok(Expression::List(self.list_until(b']', place)?))
    }

    fn list_until(&mut self, close: u8, place: Place) -> Result<Box<[Expression]>, TemplateError> {
        let mut items = Vec::new();
        self.cursor.skip_whitespace();
        if self.cursor.peek() == Some(close) {
            self.cursor.skip(1);
            return Ok(items.into());
        }
        loop {
            items.push(self.parameter(place)?);
            if !self.cursor.eat(",") {
                self.cursor.expect(close, "a list is not closed")?;
                return Ok(items.into());
            }
        }
    }

    fn map(&mut self, place: Place) -> Result<Expression, TemplateError> {
        self.cursor.skip(1);
        let mut entries = Vec::new();
        self.cursor.skip_whitespace();
        if self.cursor.eat("}") {
            return Ok(Expression::Map(entries.into()));
        }
        loop {
            let key = self.parameter(place)?;
            self.cursor
                .expect(b':', "a map's key must precede a colon")?;
            entries.push((key, self.parameter(place)?));
            if !self.cursor.eat(",") {
                self.cursor.expect(b'}', "a map is not closed")?;
                return Ok(Expression::Map(entries.into()));
            }
        }
    }

    /// An integer is also what stands before two dots, so that `1..3` is a range.
    fn number(&mut self) -> Result<Expression, TemplateError> {
        let start = self.cursor.position();
        self.cursor.eat("-");
        let digits = self.cursor.take_while(|byte| byte.is_ascii_digit()).len();
        let mut double = false;
        if self.cursor.peek() == Some(b'.') && self.cursor.peek_at(1) != Some(b'.') {
            self.cursor.skip(1);
            let decimals = self.cursor.take_while(|byte| byte.is_ascii_digit()).len();
            double = digits + decimals > 0;
        }
        double |= (digits > 0 || double) && self.exponent();
        let literal = self.cursor.since(start);
        let number = if double {
            literal.parse().ok().map(Expression::Double)
        } else {
            literal.parse().ok().map(Expression::Int)
        };
        number.ok_or_else(|| self.cursor.error("a number is expected"))
    }

    fn exponent(&mut self) -> bool {
        let start = self.cursor.position();
        if self.cursor.eat("e") || self.cursor.eat("E") {
            if !self.cursor.eat("-") {
                self.cursor.eat("+");
            }
            if !self
                .cursor
                .take_while(|byte| byte.is_ascii_digit())
                .is_empty()
            {
                return true;
            }
        }
        self.cursor.seek(start);
        false
    }
}
