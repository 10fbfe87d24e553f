//! Translates `java.util.regex` syntax: Java's classes are ASCII, its dot stops at five kinds of
//! line ends, and its dollar sign also matches before the last one.

use super::PatternError;
use super::class;

const DEPTH_LIMIT: usize = 50;
const LINE_ENDS: &str = r"\n\r\x{85}\x{2028}\x{2029}";

pub(super) fn translate(source: &str) -> Result<String, PatternError> {
    let mut translator = Translator::new(source);
    translator.alternatives()?;
    if translator.peek().is_some() {
        return Err(translator.error("a parenthesis closes nothing"));
    }
    Ok(translator.out)
}

pub(super) struct Translator<'a> {
    source: &'a str,
    pub(super) position: usize,
    pub(super) out: String,
    depth: usize,
    flags: Flags,
}

#[derive(Debug, Clone, Copy, Default)]
struct Flags {
    dot_all: bool,
    multiline: bool,
}

impl<'a> Translator<'a> {
    fn new(source: &'a str) -> Self {
        let out = String::with_capacity(source.len() * 2);
        Self {
            source,
            position: 0,
            out,
            depth: 0,
            flags: Flags::default(),
        }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.source.get(self.position..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.position += character.len_utf8();
        Some(character)
    }

    pub(super) fn eat(&mut self, wanted: &str) -> bool {
        let found = self.rest().starts_with(wanted);
        if found {
            self.position += wanted.len();
        }
        found
    }

    pub(super) fn error(&self, reason: &'static str) -> PatternError {
        PatternError::Syntax {
            offset: self.position,
            reason,
        }
    }

    pub(super) fn deeper(&mut self) -> Result<(), PatternError> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            return Err(self.error("groups nest too deeply"));
        }
        Ok(())
    }

    pub(super) fn shallower(&mut self) {
        self.depth -= 1;
    }

    /// Reads up to the end or to the parenthesis that closes the group.
    fn alternatives(&mut self) -> Result<(), PatternError> {
        self.deeper()?;
        let mut repeatable = false;
        while let Some(character) = self.peek().filter(|next| *next != ')') {
            self.position += character.len_utf8();
            repeatable = match character {
                '*' | '+' | '?' | '{' if repeatable => self.quantifier(character)?,
                '*' | '+' | '?' | '{' => return Err(self.error("there is nothing to repeat")),
                '(' => self.group()?,
                '|' => {
                    self.out.push('|');
                    false
                }
                other => self.atom(other)?,
            };
        }
        self.shallower();
        Ok(())
    }

    /// Says, like the other parts of an alternative, whether it can be repeated.
    fn atom(&mut self, character: char) -> Result<bool, PatternError> {
        match character {
            '.' => self.dot(),
            '^' if self.flags.multiline => self.out.push_str("(?m:^)"),
            '^' => self.out.push_str(r"\A"),
            '$' if self.flags.multiline => self.out.push_str("(?m:$)"),
            '$' => self.before_last_line_end(),
            '[' => class::class(self)?,
            '\\' => self.escape()?,
            other => push_literal(&mut self.out, other),
        }
        Ok(true)
    }

    fn dot(&mut self) {
        if self.flags.dot_all {
            self.out.push_str("(?s:.)");
        } else {
            self.out.push_str(&["[^", LINE_ENDS, "]"].concat());
        }
    }

    fn before_last_line_end(&mut self) {
        self.out
            .push_str(&[r"(?=(?:\r\n|[", LINE_ENDS, r"])?\z)"].concat());
    }

    fn quantifier(&mut self, first: char) -> Result<bool, PatternError> {
        self.out.push(first);
        if first == '{' {
            self.counts()?;
        }
        if self.eat("?") {
            self.out.push('?');
        } else if self.eat("+") {
            self.out.push('+');
        }
        Ok(false)
    }

    fn counts(&mut self) -> Result<(), PatternError> {
        let Some(end) = self.rest().find('}') else {
            return Err(self.error("a repetition is not closed"));
        };
        let inside = self.rest().get(..end).unwrap_or_default();
        let (least, most) = inside.split_once(',').unwrap_or((inside, ""));
        let numbers = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if least.is_empty() || !numbers(least) || !numbers(most) {
            return Err(self.error("a repetition needs numbers"));
        }
        self.out.push_str(inside);
        self.out.push('}');
        self.position += end + 1;
        Ok(())
    }

    /// A group, behind its parenthesis. Says whether it can be repeated: flags can't.
    fn group(&mut self) -> Result<bool, PatternError> {
        let outer = self.flags;
        if !self.eat("?") {
            self.out.push('(');
        } else if !self.special_group()? {
            return Ok(false);
        }
        self.alternatives()?;
        if !self.eat(")") {
            return Err(self.error("a group is not closed"));
        }
        self.out.push(')');
        self.flags = outer;
        Ok(true)
    }

    /// What follows `(?`. Says whether a group follows: a change of flags may stand alone.
    fn special_group(&mut self) -> Result<bool, PatternError> {
        for opening in [":", "=", "!", ">", "<=", "<!"] {
            if self.eat(opening) {
                self.out.push_str("(?");
                self.out.push_str(opening);
                return Ok(true);
            }
        }
        if self.eat("<") {
            let name = self.rest().split('>').next().unwrap_or_default();
            let first = name
                .bytes()
                .next()
                .is_some_and(|byte| byte.is_ascii_alphabetic());
            if !first || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                return Err(self.error("a group's name must be letters and digits"));
            }
            self.position += name.len() + 1;
            self.out.push_str("(?<");
            self.out.push_str(name);
            self.out.push('>');
            return Ok(true);
        }
        self.flags()
    }

    fn flags(&mut self) -> Result<bool, PatternError> {
        let mut on = true;
        let mut ignore_case = None;
        let mut unicode = false;
        loop {
            match self.next() {
                Some('-') => on = false,
                Some('i') => ignore_case = Some(on),
                Some('s') => self.flags.dot_all = on,
                Some('m') => self.flags.multiline = on,
                Some('u') => unicode = on,
                // Without `u`, Java folds the case of ASCII only. For a pattern in ASCII the engine
                // differs in two letters of the text, the Kelvin sign and the long s.
                Some(')' | ':')
                    if ignore_case == Some(true) && !unicode && !self.source.is_ascii() =>
                {
                    return Err(self.error("(?i) needs u where the pattern is not ASCII"));
                }
                Some(end @ (')' | ':')) => {
                    self.out.push_str(match ignore_case {
                        Some(true) => "(?i",
                        Some(false) => "(?-i",
                        None if end == ':' => "(?",
                        None => return Ok(false),
                    });
                    self.out.push(end);
                    return Ok(end == ':');
                }
                _ => return Err(self.error("the flag is not supported")),
            }
        }
    }

    fn escape(&mut self) -> Result<(), PatternError> {
        let Some(character) = self.next() else {
            return Err(self.error("a backslash ends the pattern"));
        };
        match character {
            'A' | 'z' => {
                self.out.push('\\');
                self.out.push(character);
            }
            'b' | 'B' => self
                .out
                .push_str(if character == 'b' { r"\b" } else { r"\B" }),
            'Z' => self.before_last_line_end(),
            'R' => self
                .out
                .push_str(&[r"(?:\r\n|[", r"\x{b}\x{c}", LINE_ENDS, "])"].concat()),
            'Q' => self.quotation(),
            '1'..='9' => {
                self.out.push_str("(?:\\");
                self.out.push(character);
                self.out.push(')');
            }
            'k' => self.named_reference()?,
            other => {
                if let Some(class) = class::predefined(self, other)? {
                    self.out.push('[');
                    self.out.push_str(&class);
                    self.out.push(']');
                } else {
                    let literal = class::escaped_character(self, other)?;
                    push_literal(&mut self.out, literal);
                }
            }
        }
        Ok(())
    }

    /// `\Q…\E`: text without syntax. A quantifier behind it repeats its last character.
    fn quotation(&mut self) {
        let text = self.rest().split(r"\E").next().unwrap_or_default();
        self.position += text.len();
        self.eat(r"\E");
        text.chars()
            .for_each(|character| push_literal(&mut self.out, character));
    }

    fn named_reference(&mut self) -> Result<(), PatternError> {
        let named = self
            .rest()
            .strip_prefix('<')
            .and_then(|rest| rest.split_once('>'));
        let Some((name, _)) = named else {
            return Err(self.error("a back-reference needs a name"));
        };
        self.position += name.len() + 2;
        self.out.push_str(r"\k<");
        self.out.push_str(name);
        self.out.push('>');
        Ok(())
    }
}

/// Writes a character so that it means itself, inside a class as well as outside.
pub(super) fn push_literal(out: &mut String, character: char) {
    use std::fmt::Write;
    if character.is_alphanumeric() || character == '_' {
        out.push(character);
    } else {
        // Writing to a String can't fail.
        let _ = write!(out, "\\x{{{:x}}}", u32::from(character));
    }
}
