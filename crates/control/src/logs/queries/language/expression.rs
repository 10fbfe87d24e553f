//! Expressions: fields, values, operators and calls of functions.

use std::cmp::Ordering;

use fancy_regex::Regex;

use super::functions::Function;
use super::line::Line;
use super::malformed;
use super::reader::Reader;
use super::tokens::Kind;
use super::value::Value;
use crate::expressions;
use crate::refused::Refused;

#[derive(Debug)]
pub(super) enum Expression {
    Field(String),
    Literal(Value),
    Either(Box<Self>, Box<Self>),
    Both(Box<Self>, Box<Self>),
    Not(Box<Self>),
    Compared(Box<Self>, Comparison, Box<Self>),
    Like(Box<Self>, Like),
    Among(Box<Self>, Vec<Self>),
    Computed(Box<Self>, char, Box<Self>),
    Call(Function, Vec<Self>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    Different,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

#[derive(Debug)]
pub(super) enum Like {
    Part(Box<Expression>),
    Pattern(Regex),
}

/// How deep expressions may lie in each other.
const DEEPEST: usize = 32;
/// How many operators may join them: each one lies around all that stands before it.
const MOST_JOINED: usize = 512;

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Expression, Refused> {
    let mut parser = Parser {
        reader,
        depth: 0,
        joined: 0,
    };
    parser.either()
}

struct Parser<'r, 't> {
    reader: &'r mut Reader<'t>,
    depth: usize,
    joined: usize,
}

impl Parser<'_, '_> {
    fn deeper(&mut self) -> Result<(), Refused> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(malformed("it is nested too deeply"));
        }
        Ok(())
    }

    fn join(&mut self) -> Result<(), Refused> {
        self.joined += 1;
        if self.joined > MOST_JOINED {
            return Err(malformed("an expression has too many operators"));
        }
        Ok(())
    }

    fn either(&mut self) -> Result<Expression, Refused> {
        self.deeper()?;
        let mut left = self.both()?;
        while self.reader.takes_word("or") {
            self.join()?;
            left = Expression::Either(Box::new(left), Box::new(self.both()?));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn both(&mut self) -> Result<Expression, Refused> {
        let mut left = self.negation()?;
        while self.reader.takes_word("and") {
            self.join()?;
            left = Expression::Both(Box::new(left), Box::new(self.negation()?));
        }
        Ok(left)
    }

    fn negation(&mut self) -> Result<Expression, Refused> {
        if !self.reader.takes_word("not") {
            return self.comparison();
        }
        self.deeper()?;
        let negated = self.negation()?;
        self.depth -= 1;
        Ok(Expression::Not(Box::new(negated)))
    }

    fn comparison(&mut self) -> Result<Expression, Refused> {
        let left = self.sum()?;
        let negated = self.reader.takes_word("not");
        let tested = if self.reader.takes_word("like") || self.reader.takes_sign("=~") {
            Expression::Like(Box::new(left), self.like()?)
        } else if self.reader.takes_word("in") {
            Expression::Among(Box::new(left), self.list()?)
        } else if negated {
            return Err(malformed("like or in is missing"));
        } else {
            return self.compared(left);
        };
        Ok(if negated {
            Expression::Not(Box::new(tested))
        } else {
            tested
        })
    }

    fn compared(&mut self, left: Expression) -> Result<Expression, Refused> {
        let comparison = match self.reader.peek() {
            Some(Kind::Sign("=")) => Comparison::Equal,
            Some(Kind::Sign("!=")) => Comparison::Different,
            Some(Kind::Sign("<")) => Comparison::Less,
            Some(Kind::Sign("<=")) => Comparison::AtMost,
            Some(Kind::Sign(">")) => Comparison::Greater,
            Some(Kind::Sign(">=")) => Comparison::AtLeast,
            _ => return Ok(left),
        };
        self.reader.next();
        let right = self.sum()?;
        Ok(Expression::Compared(
            Box::new(left),
            comparison,
            Box::new(right),
        ))
    }

    fn like(&mut self) -> Result<Like, Refused> {
        if let Some(Kind::Pattern(text)) = self.reader.peek() {
            self.reader.next();
            return Ok(Like::Pattern(pattern(text)?));
        }
        Ok(Like::Part(Box::new(self.sum()?)))
    }

    fn list(&mut self) -> Result<Vec<Expression>, Refused> {
        self.reader.sign("[")?;
        let mut items = vec![self.sum()?];
        while self.reader.takes_sign(",") {
            items.push(self.sum()?);
        }
        self.reader.sign("]")?;
        Ok(items)
    }

    fn sum(&mut self) -> Result<Expression, Refused> {
        let mut left = self.product()?;
        while let Some(Kind::Sign(sign @ ("+" | "-"))) = self.reader.peek() {
            self.reader.next();
            self.join()?;
            left = computed(left, sign, self.product()?);
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Expression, Refused> {
        let mut left = self.primary()?;
        while let Some(Kind::Sign(sign @ ("*" | "/" | "%" | "^"))) = self.reader.peek() {
            self.reader.next();
            self.join()?;
            left = computed(left, sign, self.primary()?);
        }
        Ok(left)
    }

    fn primary(&mut self) -> Result<Expression, Refused> {
        match self.reader.next() {
            Some(Kind::Number(number)) => Ok(Expression::Literal(Value::Number(*number))),
            Some(Kind::Text(text)) => Ok(Expression::Literal(Value::Text(text.clone()))),
            Some(Kind::Name(name)) => Ok(Expression::Field(name.clone())),
            Some(Kind::Sign("(")) => {
                let inner = self.either()?;
                self.reader.sign(")")?;
                Ok(inner)
            }
            Some(Kind::Sign("-")) => {
                self.deeper()?;
                let zero = Expression::Literal(Value::Number(0.0));
                let negative = computed(zero, "-", self.primary()?);
                self.depth -= 1;
                Ok(negative)
            }
            Some(Kind::Word(word)) if self.reader.takes_sign("(") => self.call(word),
            Some(Kind::Word(word)) => Ok(Expression::Field(word.clone())),
            Some(Kind::Sign(sign)) => Err(malformed(&format!("{sign} is not expected"))),
            Some(Kind::Pattern(_)) => Err(malformed("a pattern is not expected")),
            None => Err(malformed("it ends too early")),
        }
    }

    fn call(&mut self, name: &str) -> Result<Expression, Refused> {
        let mut given = Vec::new();
        if !self.reader.takes_sign(")") {
            given.push(self.either()?);
            while self.reader.takes_sign(",") {
                given.push(self.either()?);
            }
            self.reader.sign(")")?;
        }
        let function = Function::named(name, &given)?;
        Ok(Expression::Call(function, given))
    }
}

fn computed(left: Expression, sign: &str, right: Expression) -> Expression {
    let sign = sign.chars().next().unwrap_or('+');
    Expression::Computed(Box::new(left), sign, Box::new(right))
}

pub(super) fn pattern(text: &str) -> Result<Regex, Refused> {
    expressions::compile(text).map_err(|_| malformed(&format!("/{text}/ is no regular expression")))
}

impl Expression {
    pub(super) fn value(&self, line: &Line<'_>) -> Value {
        match self {
            Self::Field(name) => line.value(name),
            Self::Literal(value) => value.clone(),
            Self::Either(one, other) => Value::Truth(one.holds(line) || other.holds(line)),
            Self::Both(one, other) => Value::Truth(one.holds(line) && other.holds(line)),
            Self::Not(inner) => Value::Truth(!inner.holds(line)),
            Self::Compared(left, comparison, right) => {
                Value::Truth(comparison.holds(&left.value(line), &right.value(line)))
            }
            Self::Like(left, like) => Value::Truth(like.holds(&left.value(line), line)),
            Self::Among(left, items) => {
                let left = left.value(line);
                let mut items = items.iter().map(|item| item.value(line));
                Value::Truth(items.any(|item| Comparison::Equal.holds(&left, &item)))
            }
            Self::Computed(left, sign, right) => {
                compute(&left.value(line), *sign, &right.value(line))
            }
            Self::Call(function, given) => function.call(given, line),
        }
    }

    pub(super) fn holds(&self, line: &Line<'_>) -> bool {
        self.value(line).is_true()
    }
}

fn compute(left: &Value, sign: char, right: &Value) -> Value {
    let (Some(left), Some(right)) = (left.number(), right.number()) else {
        return Value::Missing;
    };
    let number = match sign {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        '/' => left / right,
        '%' => left % right,
        _ => left.powf(right),
    };
    if number.is_finite() {
        Value::Number(number)
    } else {
        Value::Missing
    }
}

impl Comparison {
    /// What is missing is different from everything, and nothing else.
    fn holds(self, left: &Value, right: &Value) -> bool {
        if left.is_missing() || right.is_missing() {
            return self == Self::Different;
        }
        let order = left.order(right);
        match self {
            Self::Equal => order == Ordering::Equal,
            Self::Different => order != Ordering::Equal,
            Self::Less => order == Ordering::Less,
            Self::AtMost => order != Ordering::Greater,
            Self::Greater => order == Ordering::Greater,
            Self::AtLeast => order != Ordering::Less,
        }
    }
}

impl Like {
    fn holds(&self, value: &Value, line: &Line<'_>) -> bool {
        let Some(text) = value.text() else {
            return false;
        };
        match self {
            Self::Part(part) => {
                let part = part.value(line).text();
                part.is_some_and(|part| text.contains(&part))
            }
            Self::Pattern(pattern) => pattern.is_match(&text).unwrap_or(false),
        }
    }
}
