//! Reads paths and the filters in them. It must never recurse deeper than its limit.

use serde_json::Value;

use super::filter::{Comparison, Filter, Operand, Pattern};
use super::function::Function;
use super::{Path, PathError, Step};
use crate::pattern::JavaPattern;

const DEPTH_LIMIT: usize = 32;
const LENGTH_LIMIT: usize = 16_384;

pub(super) fn path(source: &str) -> Result<Path, PathError> {
    let source = source.trim();
    if source.len() > LENGTH_LIMIT {
        return Err(PathError::Syntax {
            offset: LENGTH_LIMIT,
            reason: "the path is too long",
        });
    }
    let mut reader = Reader {
        source,
        position: 0,
        depth: 0,
    };
    let path = reader.path(Place::Whole)?;
    if reader.peek().is_some() {
        return Err(reader.error("the path does not end here"));
    }
    Ok(path)
}

struct Reader<'a> {
    source: &'a str,
    position: usize,
    depth: usize,
}

/// Where a path stands: alone, or in a filter, where a blank or an operator ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    Filter,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.source.get(self.position..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, wanted: &str) -> bool {
        let found = self.rest().starts_with(wanted);
        if found {
            self.position += wanted.len();
        }
        found
    }

    fn expect(&mut self, wanted: &str, reason: &'static str) -> Result<(), PathError> {
        if self.eat(wanted) {
            Ok(())
        } else {
            Err(self.error(reason))
        }
    }

    fn blanks(&mut self) {
        self.take_while(char::is_whitespace);
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest
            .find(|character| !wanted(character))
            .unwrap_or(rest.len());
        self.position += end;
        rest.get(..end).unwrap_or_default()
    }

    fn error(&self, reason: &'static str) -> PathError {
        PathError::Syntax {
            offset: self.position,
            reason,
        }
    }

    fn deeper(&mut self) -> Result<(), PathError> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            return Err(self.error("the path nests too deeply"));
        }
        Ok(())
    }

    fn path(&mut self, place: Place) -> Result<Path, PathError> {
        let relative = self.eat("@");
        let mut steps = Vec::new();
        if !relative && !self.eat("$") {
            // Jayway puts `$.` before a path that begins with neither.
            steps.push(self.name(place)?);
        }
        let mut function = None;
        loop {
            if self.eat("..") {
                steps.push(Step::Descend);
                if self.peek() != Some('[') {
                    steps.push(self.name_or_wildcard(place)?);
                }
            } else if self.eat(".") {
                function = self.function();
                if function.is_some() {
                    break;
                }
                if self.peek() != Some('[') {
                    steps.push(self.name_or_wildcard(place)?);
                }
            } else if self.peek() == Some('[') {
                steps.push(self.bracket()?);
            } else {
                break;
            }
        }
        Ok(Path {
            relative,
            steps,
            function,
        })
    }

    fn function(&mut self) -> Option<Function> {
        let start = self.position;
        let name = self.take_while(|character| character.is_ascii_alphabetic());
        let function = Function::named(name);
        if function.is_some() && self.eat("()") {
            return function;
        }
        self.position = start;
        None
    }

    fn name_or_wildcard(&mut self, place: Place) -> Result<Step, PathError> {
        if self.eat("*") {
            return Ok(Step::Wildcard);
        }
        self.name(place)
    }

    fn name(&mut self, place: Place) -> Result<Step, PathError> {
        let name = self.take_while(|character| match place {
            Place::Whole => !matches!(character, '.' | '[' | '(' | ' '),
            Place::Filter => !character.is_whitespace() && !".[()=<>!&|,]~".contains(character),
        });
        if name.is_empty() {
            return Err(self.error("a name is expected"));
        }
        Ok(Step::Names(vec![name.to_owned()]))
    }

    fn bracket(&mut self) -> Result<Step, PathError> {
        self.expect("[", "a bracket is expected")?;
        self.blanks();
        let step = match self.peek() {
            Some('\'' | '"') => self.names()?,
            Some('*') => {
                self.eat("*");
                Step::Wildcard
            }
            Some('?') => self.filter_step()?,
            _ => self.indexes()?,
        };
        self.blanks();
        self.expect("]", "a bracket is not closed")?;
        Ok(step)
    }

    fn names(&mut self) -> Result<Step, PathError> {
        let mut names = Vec::new();
        loop {
            self.blanks();
            names.push(self.quoted()?);
            self.blanks();
            if !self.eat(",") {
                return Ok(Step::Names(names));
            }
        }
    }

    fn quoted(&mut self) -> Result<String, PathError> {
        let quote = self.peek().filter(|quote| matches!(quote, '\'' | '"'));
        let quote = quote.ok_or_else(|| self.error("a quoted string is expected"))?;
        self.position += 1;
        let mut text = String::new();
        let mut characters = self.rest().char_indices();
        while let Some((offset, character)) = characters.next() {
            if character == quote {
                self.position += offset + 1;
                return Ok(text);
            }
            if character != '\\' {
                text.push(character);
            } else if let Some((_, escaped)) = characters.next() {
                text.push(escaped);
            }
        }
        Err(self.error("a string is not closed"))
    }

    fn indexes(&mut self) -> Result<Step, PathError> {
        let first = self.index()?;
        self.blanks();
        if self.eat(":") {
            self.blanks();
            let to = self.index()?;
            return Ok(Step::Slice { from: first, to });
        }
        let mut indexes = vec![first.ok_or_else(|| self.error("an index is expected"))?];
        while self.eat(",") {
            self.blanks();
            indexes.push(
                self.index()?
                    .ok_or_else(|| self.error("an index is expected"))?,
            );
            self.blanks();
        }
        Ok(Step::Indexes(indexes))
    }

    fn index(&mut self) -> Result<Option<i64>, PathError> {
        let text = self.take_while(|character| character.is_ascii_digit() || character == '-');
        if text.is_empty() {
            return Ok(None);
        }
        text.parse()
            .map(Some)
            .map_err(|_| self.error("an index is not a number"))
    }

    fn filter_step(&mut self) -> Result<Step, PathError> {
        self.expect("?", "a filter is expected")?;
        self.blanks();
        self.expect("(", "a filter must stand in parentheses")?;
        let filter = self.any()?;
        self.expect(")", "a filter is not closed")?;
        Ok(Step::Filter(Box::new(filter)))
    }

    fn any(&mut self) -> Result<Filter, PathError> {
        self.deeper()?;
        let mut filters = vec![self.all()?];
        while self.eat("||") {
            filters.push(self.all()?);
        }
        self.depth -= 1;
        Ok(single(filters, Filter::Or))
    }

    fn all(&mut self) -> Result<Filter, PathError> {
        let mut filters = vec![self.condition()?];
        while self.eat("&&") {
            filters.push(self.condition()?);
        }
        Ok(single(filters, Filter::And))
    }

    fn condition(&mut self) -> Result<Filter, PathError> {
        self.blanks();
        self.deeper()?;
        let condition = if self.rest().starts_with("!=") {
            return Err(self.error("a comparison lacks its left side"));
        } else if self.eat("!") {
            Filter::Not(Box::new(self.condition()?))
        } else if self.eat("(") {
            let inner = self.any()?;
            self.expect(")", "a parenthesis is not closed")?;
            inner
        } else {
            self.comparison()?
        };
        self.depth -= 1;
        self.blanks();
        Ok(condition)
    }

    fn comparison(&mut self) -> Result<Filter, PathError> {
        let left = self.operand()?;
        self.blanks();
        if self.eat("=~") {
            self.blanks();
            return Ok(Filter::Matches(left, self.pattern()?));
        }
        let Some(comparison) = self.operator() else {
            return match left {
                Operand::Path(path) => Ok(Filter::Exists(path)),
                Operand::Literal(_) => Err(self.error("a value alone is no condition")),
            };
        };
        self.blanks();
        Ok(Filter::Compare(left, comparison, self.operand()?))
    }

    fn operator(&mut self) -> Option<Comparison> {
        const SIGNS: [(&str, Comparison); 6] = [
            ("==", Comparison::Equal),
            ("!=", Comparison::NotEqual),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        if let Some((_, comparison)) = SIGNS.iter().find(|(sign, _)| self.eat(sign)) {
            return Some(*comparison);
        }
        let start = self.position;
        let word = self.take_while(|character| character.is_ascii_alphabetic());
        let comparison = match word.to_ascii_lowercase().as_str() {
            "in" => Some(Comparison::In),
            "nin" => Some(Comparison::NotIn),
            "contains" => Some(Comparison::Contains),
            "subsetof" => Some(Comparison::SubsetOf),
            "all" => Some(Comparison::All),
            "size" => Some(Comparison::Size),
            "empty" => Some(Comparison::Empty),
            _ => None,
        };
        if comparison.is_none() {
            self.position = start;
        }
        comparison
    }

    fn operand(&mut self) -> Result<Operand, PathError> {
        self.deeper()?;
        let operand = match self.peek() {
            Some('@' | '$') => Operand::Path(self.path(Place::Filter)?),
            Some('\'' | '"') => Operand::Literal(Value::String(self.quoted()?)),
            Some('[') => Operand::Literal(self.list()?),
            _ => Operand::Literal(self.scalar()?),
        };
        self.depth -= 1;
        Ok(operand)
    }

    fn list(&mut self) -> Result<Value, PathError> {
        self.expect("[", "a list is expected")?;
        let mut items = Vec::new();
        self.blanks();
        while !self.eat("]") {
            match self.operand()? {
                Operand::Literal(item) => items.push(item),
                Operand::Path(_) => return Err(self.error("a list holds values only")),
            }
            self.blanks();
            if !self.eat(",") && self.peek() != Some(']') {
                return Err(self.error("a list is not closed"));
            }
            self.blanks();
        }
        Ok(Value::Array(items))
    }

    fn scalar(&mut self) -> Result<Value, PathError> {
        let word = self.take_while(|character| {
            character.is_ascii_alphanumeric() || matches!(character, '-' | '+' | '.')
        });
        let scalar = serde_json::from_str::<Value>(word).ok();
        let scalar = scalar.filter(|value| !value.is_string());
        scalar.ok_or_else(|| self.error("a value is expected"))
    }

    fn pattern(&mut self) -> Result<Pattern, PathError> {
        self.expect("/", "a regular expression is expected")?;
        let mut source = String::new();
        let mut characters = self.rest().char_indices();
        let mut end = None;
        while let Some((offset, character)) = characters.next() {
            match character {
                '/' => {
                    end = Some(offset + 1);
                    break;
                }
                '\\' => {
                    let escaped = characters.next().map(|(_, escaped)| escaped);
                    if escaped != Some('/') {
                        source.push('\\');
                    }
                    source.extend(escaped);
                }
                other => source.push(other),
            }
        }
        let end = end.ok_or_else(|| self.error("a regular expression is not closed"))?;
        self.position += end;
        let flags = self.take_while(|character| character.is_ascii_alphabetic());
        if !flags.is_empty() {
            source = format!("(?{flags}){source}");
        }
        let compiled = JavaPattern::parse(&source);
        let compiled = compiled.map_err(|_| self.error("the regular expression is not valid"))?;
        Ok(Pattern { source, compiled })
    }
}

fn single(mut filters: Vec<Filter>, many: impl Fn(Vec<Filter>) -> Filter) -> Filter {
    match (filters.pop(), filters.is_empty()) {
        (Some(only), true) => only,
        (Some(last), false) => {
            filters.push(last);
            many(filters)
        }
        (None, _) => many(filters),
    }
}
