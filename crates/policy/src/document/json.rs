//! A small JSON reader that knows where each value stands, and refuses what is ambiguous in a
//! policy: a key given twice. Size and depth are bounded, so a stranger's text costs bounded memory.

use std::collections::HashSet;
use std::iter::Peekable;
use std::str::Chars;

use super::Spanned;
use crate::malformed::{Malformed, Position};

/// AWS's largest policies are below 20,480 bytes; its own managed ones somewhat above.
const MOST_BYTES: usize = 128 * 1024;
/// A policy nests six deep at most.
const MOST_DEPTH: u32 = 16;

/// A value and where it begins and ends: the end is the place behind its last character.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) position: Position,
    pub(crate) end: Position,
}

#[derive(Debug, Clone)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    /// As written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Member>),
}

#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) key: Spanned<String>,
    pub(crate) node: Node,
}

pub(crate) fn read(text: &str) -> Result<Node, Malformed> {
    let mut reader = Reader {
        rest: text.chars().peekable(),
        at: Position { line: 1, column: 1 },
        depth: 0,
    };
    if text.len() > MOST_BYTES {
        return reader.refuse(format!("a policy has at most {MOST_BYTES} bytes"));
    }
    reader.skip_space();
    let node = reader.value()?;
    reader.skip_space();
    match reader.rest.peek() {
        None => Ok(node),
        Some(_) => reader.refuse("text follows the end of the document"),
    }
}

struct Reader<'t> {
    rest: Peekable<Chars<'t>>,
    at: Position,
    depth: u32,
}

impl Reader<'_> {
    fn value(&mut self) -> Result<Node, Malformed> {
        let position = self.at;
        let value = match self.rest.peek() {
            Some('{') => self.nested(Self::map)?,
            Some('[') => self.nested(Self::list)?,
            Some('"') => Value::Text(self.text()?),
            Some('-' | '0'..='9') => Value::Number(self.number()?),
            Some('t') => self.word("true", Value::Bool(true))?,
            Some('f') => self.word("false", Value::Bool(false))?,
            Some('n') => self.word("null", Value::Null)?,
            Some(_) => return self.refuse("a JSON value was expected"),
            None => return self.refuse("the document ends too early"),
        };
        let end = self.at;
        Ok(Node {
            value,
            position,
            end,
        })
    }

    fn nested(
        &mut self,
        inner: fn(&mut Self) -> Result<Value, Malformed>,
    ) -> Result<Value, Malformed> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return self.refuse(format!("values nest more than {MOST_DEPTH} deep"));
        }
        self.next();
        self.skip_space();
        let value = inner(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn map(&mut self) -> Result<Value, Malformed> {
        let mut members = Vec::new();
        let mut seen = HashSet::new();
        if self.take('}') {
            return Ok(Value::Map(members));
        }
        loop {
            let member = self.member()?;
            if !seen.insert(member.key.value.clone()) {
                let detail = format!("the element {:?} is given twice", member.key.value);
                return Err(Malformed::syntax(detail, member.key.position));
            }
            members.push(member);
            if !self.goes_on('}')? {
                return Ok(Value::Map(members));
            }
        }
    }

    fn member(&mut self) -> Result<Member, Malformed> {
        let position = self.at;
        let key = Spanned {
            value: self.text()?,
            position,
        };
        self.skip_space();
        if !self.take(':') {
            return self.refuse("a colon was expected");
        }
        self.skip_space();
        Ok(Member {
            key,
            node: self.value()?,
        })
    }

    fn list(&mut self) -> Result<Value, Malformed> {
        let mut nodes = Vec::new();
        if self.take(']') {
            return Ok(Value::List(nodes));
        }
        loop {
            nodes.push(self.value()?);
            if !self.goes_on(']')? {
                return Ok(Value::List(nodes));
            }
        }
    }

    /// After an item: whether another follows, or the bracket closes.
    fn goes_on(&mut self, close: char) -> Result<bool, Malformed> {
        self.skip_space();
        if self.take(close) {
            return Ok(false);
        }
        if !self.take(',') {
            return self.refuse(format!("a comma or {close:?} was expected"));
        }
        self.skip_space();
        Ok(true)
    }

    fn text(&mut self) -> Result<String, Malformed> {
        if !self.take('"') {
            return self.refuse("a string was expected");
        }
        let mut text = String::new();
        loop {
            match self.next() {
                Some('"') => return Ok(text),
                Some('\\') => text.push(self.escape()?),
                Some(letter) if letter >= ' ' => text.push(letter),
                Some(_) => return self.refuse("a control character stands in a string"),
                None => return self.refuse("a string is not closed"),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Malformed> {
        Ok(match self.next() {
            Some(letter @ ('"' | '\\' | '/')) => letter,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => return self.unicode(),
            _ => return self.refuse("an escape is unknown"),
        })
    }

    /// `\uXXXX`, or two of them that make one character together.
    fn unicode(&mut self) -> Result<char, Malformed> {
        let mut unit = self.hexadecimal()?;
        if (0xD800..0xDC00).contains(&unit) {
            if !(self.take('\\') && self.take('u')) {
                return self.refuse("half a surrogate pair stands alone");
            }
            let low = self.hexadecimal()?;
            if !(0xDC00..0xE000).contains(&low) {
                return self.refuse("half a surrogate pair stands alone");
            }
            unit = 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        }
        match char::from_u32(unit) {
            Some(letter) => Ok(letter),
            None => self.refuse("half a surrogate pair stands alone"),
        }
    }

    fn hexadecimal(&mut self) -> Result<u32, Malformed> {
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = self.next().and_then(|letter| letter.to_digit(16)) else {
                return self.refuse("four hexadecimal digits were expected");
            };
            unit = unit * 16 + digit;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Result<String, Malformed> {
        let mut text = String::new();
        while let Some(letter) = self.rest.peek().copied() {
            if !matches!(letter, '0'..='9' | '-' | '+' | '.' | 'e' | 'E') {
                break;
            }
            text.push(letter);
            self.next();
        }
        if is_number(&text) {
            Ok(text)
        } else {
            self.refuse(format!("{text} is not a number"))
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Malformed> {
        for letter in word.chars() {
            if !self.take(letter) {
                return self.refuse("a JSON value was expected");
            }
        }
        Ok(value)
    }

    fn skip_space(&mut self) {
        while self
            .rest
            .peek()
            .is_some_and(|letter| matches!(letter, ' ' | '\t' | '\n' | '\r'))
        {
            self.next();
        }
    }

    fn take(&mut self, expected: char) -> bool {
        let found = self.rest.peek() == Some(&expected);
        if found {
            self.next();
        }
        found
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.rest.next()?;
        if letter == '\n' {
            self.at = Position {
                line: self.at.line + 1,
                column: 1,
            };
        } else {
            self.at.column += 1;
        }
        Some(letter)
    }

    fn refuse<T>(&self, detail: impl Into<String>) -> Result<T, Malformed> {
        Err(Malformed::syntax(detail, self.at))
    }
}

/// RFC 8259, section 6.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        None => (unsigned, "0"),
        Some((mantissa, power)) => (mantissa, power.strip_prefix(['+', '-']).unwrap_or(power)),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    digits(whole) && digits(fraction) && digits(exponent) && !leading_zero
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, line: u32, column: u32, detail: &str) {
        let cause = read(text).unwrap_err();
        assert_eq!(cause.position(), Position { line, column }, "{cause}");
        assert!(cause.detail().contains(detail), "{cause}");
    }

    #[test]
    fn a_fault_is_named_with_its_place() {
        check("", 1, 1, "ends too early");
        check(
            "{\n  \"a\": 1,\n  \"a\": 2\n}",
            3,
            3,
            "\"a\" is given twice",
        );
        check("{\"a\" 1}", 1, 6, "colon");
        check("[1,]", 1, 4, "value was expected");
        check("[1] x", 1, 5, "follows");
        check("\"a", 1, 3, "not closed");
        check("[01]", 1, 4, "not a number");
        check("\"\\ud800\"", 1, 8, "surrogate");
        check("\"\u{1}\"", 1, 3, "control character");
    }

    #[test]
    fn depth_and_size_are_bounded() {
        check(&"[".repeat(100_000), 1, 17, "nest");
        check(&" ".repeat(200_000), 1, 1, "bytes");
    }

    #[test]
    fn columns_count_characters() {
        check("[\"é日\", x]", 1, 8, "value was expected");
    }

    fn plain(node: &Node) -> serde_json::Value {
        match &node.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(value) => (*value).into(),
            Value::Number(text) => serde_json::from_str(text).unwrap(),
            Value::Text(text) => text.as_str().into(),
            Value::List(nodes) => nodes.iter().map(plain).collect(),
            Value::Map(members) => members
                .iter()
                .map(|m| (m.key.value.clone(), plain(&m.node)))
                .collect(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_read_is_what_serde_json_reads(text in "[\\[\\]{}\",:0-2a\\\\unte. -]{0,14}") {
            if let Ok(node) = read(&text) {
                prop_assert_eq!(plain(&node), serde_json::from_str::<serde_json::Value>(&text).unwrap());
            }
        }

        #[test]
        fn any_string_survives(text in "\\PC{0,20}") {
            let written = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(plain(&read(&written).unwrap()), serde_json::Value::from(text));
        }
    }
}
