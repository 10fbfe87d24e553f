//! A position in a template's source. All syntax is ASCII, so positions are bytes; text between
//! them passes through untouched.

use super::TemplateError;

#[derive(Debug, Clone)]
pub(super) struct Cursor<'a> {
    source: &'a str,
    position: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            position: 0,
        }
    }

    pub(super) fn position(&self) -> usize {
        self.position
    }

    pub(super) fn seek(&mut self, position: usize) {
        self.position = position;
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.peek_at(0)
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<u8> {
        self.source.as_bytes().get(self.position + ahead).copied()
    }

    pub(super) fn rest(&self) -> &'a str {
        self.source.get(self.position..).unwrap_or_default()
    }

    pub(super) fn since(&self, start: usize) -> &'a str {
        self.source.get(start..self.position).unwrap_or_default()
    }

    pub(super) fn at_end(&self) -> bool {
        self.position >= self.source.len()
    }

    pub(super) fn skip(&mut self, bytes: usize) {
        self.position += bytes;
    }

    pub(super) fn eat(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.position += expected.len();
        }
        found
    }

    pub(super) fn take_while(&mut self, wanted: impl Fn(u8) -> bool) -> &'a str {
        let start = self.position;
        while self.peek().is_some_and(&wanted) {
            self.position += 1;
        }
        self.since(start)
    }

    /// Moves to the next occurrence of `wanted` and returns what was passed.
    pub(super) fn take_until(&mut self, wanted: &str) -> Option<&'a str> {
        let found = self.rest().find(wanted)?;
        let start = self.position;
        self.position += found;
        Some(self.since(start))
    }

    pub(super) fn skip_whitespace(&mut self) {
        self.take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// Skips blanks and the line end behind them; without a line end, skips nothing.
    pub(super) fn skip_line_end(&mut self) {
        let start = self.position;
        self.take_while(|byte| matches!(byte, b' ' | b'\t'));
        if !(self.eat("\r\n") || self.eat("\n") || self.eat("\r")) {
            self.position = start;
        }
    }

    pub(super) fn expect(&mut self, wanted: u8, reason: &'static str) -> Result<(), TemplateError> {
        if self.peek() == Some(wanted) {
            self.position += 1;
            return Ok(());
        }
        Err(self.error(reason))
    }

    pub(super) fn error(&self, reason: &'static str) -> TemplateError {
        let (line, column) = self.place();
        TemplateError::Syntax {
            line,
            column,
            reason,
        }
    }

    pub(super) fn place(&self) -> (usize, usize) {
        let before = self.source.get(..self.position).unwrap_or(self.source);
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .map_or(0, |last| last.chars().count())
            + 1;
        (line, column)
    }
}
