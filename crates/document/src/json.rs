//! JSON (RFC 8259), strictly, with a position for every value.

use crate::node::{Entry, Node, Position, Span, Value};
use crate::read::{Budget, Fault, MAX_DEPTH, map};

pub(crate) fn read(text: &str) -> Result<Node, Fault> {
    let mut reader = Reader::new(text);
    reader.skip_space();
    let root = reader.value(0)?;
    reader.skip_space();
    match reader.peek() {
        Some(_) => Err(reader.fault("something stands after the end of the document")),
        None => Ok(root),
    }
}

struct Reader<'a> {
    rest: std::str::Chars<'a>,
    position: Position,
    budget: Budget,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            rest: text.chars(),
            position: Position { line: 1, column: 1 },
            budget: Budget::default(),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node, Fault> {
        let position = self.position;
        self.budget.spend(1, position)?;
        if depth >= MAX_DEPTH {
            return Err(self.fault(format!("nested more than {MAX_DEPTH} deep")));
        }
        let value = match self.peek() {
            Some('{') => map(self.map(depth)?)?,
            Some('[') => Value::List(self.list(depth)?),
            Some('"') => Value::Text(self.string()?),
            Some('-' | '0'..='9') => Value::Number(self.number()?),
            _ => self.word()?,
        };
        Ok(Node::new(value, self.since(position)))
    }

    fn map(&mut self, depth: usize) -> Result<Vec<Entry>, Fault> {
        let mut entries = Vec::new();
        self.advance();
        self.skip_space();
        if self.take('}') {
            return Ok(entries);
        }
        loop {
            entries.push(self.entry(depth)?);
            if !self.goes_on('}')? {
                return Ok(entries);
            }
        }
    }

    fn entry(&mut self, depth: usize) -> Result<Entry, Fault> {
        if self.peek() != Some('"') {
            return Err(self.fault("expected a key in double quotes"));
        }
        let before = self.position;
        let key = self.string()?;
        let key_span = self.since(before);
        self.skip_space();
        if !self.take(':') {
            return Err(self.fault("expected `:` after the key"));
        }
        self.skip_space();
        let node = self.value(depth + 1)?;
        Ok(Entry {
            key,
            key_span,
            node,
        })
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node>, Fault> {
        let mut items = Vec::new();
        self.advance();
        self.skip_space();
        if self.take(']') {
            return Ok(items);
        }
        loop {
            items.push(self.value(depth + 1)?);
            if !self.goes_on(']')? {
                return Ok(items);
            }
        }
    }

    /// After a member: whether another one follows.
    fn goes_on(&mut self, end: char) -> Result<bool, Fault> {
        self.skip_space();
        if self.take(end) {
            return Ok(false);
        }
        if !self.take(',') {
            return Err(self.fault(format!("expected `,` or `{end}`")));
        }
        self.skip_space();
        Ok(true)
    }

    fn string(&mut self) -> Result<String, Fault> {
        let mut text = String::new();
        self.advance();
        loop {
            match self.peek() {
                None => return Err(self.fault("the document ends inside a string")),
                Some('"') => break,
                Some('\\') => text.push(self.escape()?),
                Some(c) if c < ' ' => return Err(self.fault("control character in a string")),
                Some(c) => text.push(c),
            }
            self.advance();
        }
        self.advance();
        Ok(text)
    }

    /// Leaves the reader on the last character of the escape.
    fn escape(&mut self) -> Result<char, Fault> {
        let at = self.position;
        self.advance();
        let escaped = match self.peek() {
            Some(c @ ('"' | '\\' | '/')) => Some(c),
            Some('b') => Some('\u{8}'),
            Some('f') => Some('\u{c}'),
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some('u') => self.unicode(),
            _ => None,
        };
        escaped.ok_or_else(|| Fault::at(at, "unknown escape in a string"))
    }

    fn unicode(&mut self) -> Option<char> {
        let first = self.hex4()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        self.advance();
        (self.peek() == Some('\\')).then_some(())?;
        self.advance();
        (self.peek() == Some('u')).then_some(())?;
        let second = self
            .hex4()?
            .checked_sub(0xdc00)
            .filter(|low| *low < 0x400)?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second)
    }

    fn hex4(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            self.advance();
            code = code * 16 + self.peek()?.to_digit(16)?;
        }
        Some(code)
    }

    fn number(&mut self) -> Result<String, Fault> {
        let at = self.position;
        let text = self.run(|c| matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E'));
        if serde_json::from_str::<serde_json::Number>(&text).is_err() {
            return Err(Fault::at(at, format!("`{text}` is not a number")));
        }
        Ok(text)
    }

    fn word(&mut self) -> Result<Value, Fault> {
        let at = self.position;
        match self.run(|c| c.is_ascii_alphabetic()).as_str() {
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            "null" => Ok(Value::Null),
            _ => Err(Fault::at(at, "expected a value")),
        }
    }

    fn run(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let mut text = String::new();
        while let Some(c) = self.peek().filter(|c| belongs(*c)) {
            text.push(c);
            self.advance();
        }
        text
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(' ' | '\t' | '\r' | '\n')) {
            self.advance();
        }
    }

    fn since(&self, start: Position) -> Span {
        Span {
            start,
            end: self.position,
        }
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.advance();
        }
        found
    }

    fn advance(&mut self) {
        match self.rest.next() {
            Some('\n') => {
                self.position.line += 1;
                self.position.column = 1;
            }
            Some(_) => self.position.column += 1,
            None => {}
        }
    }

    fn fault(&self, reason: impl Into<String>) -> Fault {
        Fault::at(self.position, reason)
    }
}
