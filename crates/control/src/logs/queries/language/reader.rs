//! Reads the tokens of one command from the front.

use super::malformed;
use super::tokens::{Kind, Token};
use crate::refused::Refused;

pub(super) struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn of(text: &'t str, tokens: &'t [Token]) -> Self {
        Self {
            text,
            tokens,
            at: 0,
        }
    }

    pub(super) fn peek(&self) -> Option<&'t Kind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    pub(super) fn next(&mut self) -> Option<&'t Kind> {
        let token = self.tokens.get(self.at)?;
        self.at += 1;
        Some(&token.kind)
    }

    pub(super) fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(super) fn takes_sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Some(Kind::Sign(next)) if *next == sign);
        self.at += usize::from(found);
        found
    }

    pub(super) fn takes_word(&mut self, word: &str) -> bool {
        let found =
            matches!(self.peek(), Some(Kind::Word(next)) if next.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    pub(super) fn sign(&mut self, sign: &str) -> Result<(), Refused> {
        if self.takes_sign(sign) {
            return Ok(());
        }
        Err(malformed(&format!("{sign} is missing")))
    }

    /// The name of a field.
    pub(super) fn name(&mut self) -> Result<String, Refused> {
        match self.next() {
            Some(Kind::Word(name) | Kind::Name(name)) => Ok(name.clone()),
            Some(_) | None => Err(malformed("the name of a field is missing")),
        }
    }

    pub(super) fn place(&self) -> usize {
        self.at
    }

    /// What was written between two places.
    pub(super) fn written(&self, from: usize) -> String {
        let start = self.tokens.get(from).map_or(0, |token| token.start);
        let last = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let end = last.map_or(start, |token| token.end);
        self.text.get(start..end).unwrap_or_default().to_owned()
    }

    /// Refuses what nobody read.
    pub(super) fn end(&self) -> Result<(), Refused> {
        if self.is_done() {
            return Ok(());
        }
        let start = self.tokens.get(self.at).map_or(0, |token| token.start);
        let end = self.tokens.last().map_or(start, |token| token.end);
        let rest = self.text.get(start..end).unwrap_or_default();
        Err(malformed(&format!("{rest} is not supported by Portcullis")))
    }
}
