//! Matching a value against the runs and stars of a pattern.

use crate::context::Context;

use super::token::{Case, Token};
use super::{Glob, Star};

/// A pattern and the context that its variables are filled from.
#[derive(Clone, Copy)]
pub(super) struct Walk<'g> {
    pub(super) glob: &'g Glob,
    pub(super) context: &'g Context,
}

/// Where a walk stands: the run to look for next, and the text not yet consumed.
type Stand<'v> = (usize, &'v str);

impl Walk<'_> {
    /// Takes, after each star that reaches anywhere, the leftmost place at which the runs up to the
    /// next such star fit. No later place can leave more text for what follows.
    pub(super) fn greedy(self, value: &str) -> bool {
        let Some((mut next, mut rest)) = self.group(0, value) else {
            return false;
        };
        while next < self.glob.runs.len() {
            match self.find_group(next, rest) {
                Some(stand) => (next, rest) = stand,
                None => return false,
            }
        }
        true
    }

    /// Matches the run `first` at the start of the text, and those behind it as long as only stars
    /// within the segment lie between. The last run must end where the text ends.
    fn group(self, first: usize, text: &str) -> Option<Stand<'_>> {
        let mut index = first;
        let mut rest = self.eat(self.run(index)?, text)?;
        loop {
            match self.glob.stars.get(index) {
                None => return rest.is_empty().then_some((index + 1, rest)),
                Some(Star::Anywhere) => return Some((index + 1, rest)),
                Some(Star::WithinSegment) => {}
            }
            index += 1;
            rest = if self.is_last(index) {
                let gap = self.eat_back(self.run(index)?, rest)?;
                (!gap.contains(':')).then_some("")?
            } else {
                self.find_in_segment(self.run(index)?, rest)?
            };
        }
    }

    /// The leftmost place at which the group of the run `first` fits.
    fn find_group(self, first: usize, text: &str) -> Option<Stand<'_>> {
        let run = self.run(first)?;
        if self.is_last(first) {
            return self.eat_back(run, text).map(|_| (first + 1, ""));
        }
        let mut rest = text;
        loop {
            rest = self.skip_to_first_text(run, rest)?;
            if let Some(stand) = self.group(first, rest) {
                return Some(stand);
            }
            rest = without_first(rest)?;
        }
    }

    /// Jumps to where the run can begin at the earliest, if it begins with plain text.
    fn skip_to_first_text<'v>(self, run: &[Token], rest: &'v str) -> Option<&'v str> {
        match (run.first(), self.glob.case) {
            (Some(Token::Text(text)), Case::Sensitive) => rest.get(rest.find(&**text)?..),
            _ => Some(rest),
        }
    }

    fn find_in_segment<'v>(self, run: &[Token], text: &'v str) -> Option<&'v str> {
        let mut rest = text;
        loop {
            if let Some(after) = self.eat(run, rest) {
                return Some(after);
            }
            if rest.starts_with(':') {
                return None;
            }
            rest = without_first(rest)?;
        }
    }

    /// What remains of the text after a run at its start.
    fn eat<'v>(self, run: &[Token], text: &'v str) -> Option<&'v str> {
        run.iter().try_fold(text, |rest, token| match token {
            Token::Text(text) => self.strip_prefix(rest, text),
            Token::AnyOne => without_first(rest).filter(|_| self.takes_one(rest.chars().next())),
            Token::Variable(variable) => self.strip_prefix(rest, variable.resolve(self.context)?),
        })
    }

    /// What remains of the text before a run at its end.
    fn eat_back<'v>(self, run: &[Token], text: &'v str) -> Option<&'v str> {
        run.iter().rev().try_fold(text, |rest, token| match token {
            Token::Text(text) => self.strip_suffix(rest, text),
            Token::AnyOne => {
                without_last(rest).filter(|_| self.takes_one(rest.chars().next_back()))
            }
            Token::Variable(variable) => self.strip_suffix(rest, variable.resolve(self.context)?),
        })
    }

    /// Whether a `?` may stand for the letter.
    fn takes_one(self, letter: Option<char>) -> bool {
        self.glob.any_one == Star::Anywhere || letter != Some(':')
    }

    fn strip_prefix<'v>(self, text: &'v str, prefix: &str) -> Option<&'v str> {
        match self.glob.case {
            Case::Sensitive => text.strip_prefix(prefix),
            Case::Ignored => strip_folded_prefix(text, prefix),
        }
    }

    fn strip_suffix<'v>(self, text: &'v str, suffix: &str) -> Option<&'v str> {
        match self.glob.case {
            Case::Sensitive => text.strip_suffix(suffix),
            Case::Ignored => strip_folded_suffix(text, suffix),
        }
    }

    fn run(&self, index: usize) -> Option<&[Token]> {
        self.glob.runs.get(index).map(AsRef::as_ref)
    }

    fn is_last(&self, index: usize) -> bool {
        index + 1 == self.glob.runs.len()
    }
}

fn without_first(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    chars.next()?;
    Some(chars.as_str())
}

fn without_last(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    chars.next_back()?;
    Some(chars.as_str())
}

/// Plain ASCII, which actions are, is compared at once; it has no equals outside ASCII.
fn strip_folded_prefix<'v>(text: &'v str, prefix: &str) -> Option<&'v str> {
    if prefix.is_ascii() {
        let (head, rest) = text.split_at_checked(prefix.len())?;
        return head.eq_ignore_ascii_case(prefix).then_some(rest);
    }
    let mut rest = text.chars();
    for expected in prefix.chars() {
        rest.next().filter(|seen| same_letter(*seen, expected))?;
    }
    Some(rest.as_str())
}

fn strip_folded_suffix<'v>(text: &'v str, suffix: &str) -> Option<&'v str> {
    if suffix.is_ascii() {
        let (rest, tail) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
        return tail.eq_ignore_ascii_case(suffix).then_some(rest);
    }
    let mut rest = text.chars();
    for expected in suffix.chars().rev() {
        rest.next_back()
            .filter(|seen| same_letter(*seen, expected))?;
    }
    Some(rest.as_str())
}

fn same_letter(one: char, other: char) -> bool {
    one.eq_ignore_ascii_case(&other)
        || (!one.is_ascii() && !other.is_ascii() && one.to_lowercase().eq(other.to_lowercase()))
}
