//! Patterns with `*` and `?`, compiled once and matched without building strings.
//!
//! A pattern is a list of runs with a star between each two. A run has no star, so at a given place
//! it either matches, and then its end is known, or it does not; what a variable stands for is
//! compared as text and never read as a pattern. Time: each run is looked for from left to right
//! and never moved back, so a match costs at most the value's length times the pattern's, and the
//! value's length alone for runs of plain text.

mod reach;
mod token;
mod walk;

use crate::context::Context;
pub(crate) use reach::Reach;
use reach::Star;
pub(crate) use token::{Case, closed};
use token::{Piece, Token};

/// How the text of an element is to be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Syntax {
    pub(crate) wildcards: bool,
    pub(crate) variables: bool,
    pub(crate) case: Case,
    pub(crate) reach: Reach,
}

/// A compiled pattern; the text it was made of is kept for explanations.
#[derive(Debug)]
pub(crate) struct Glob {
    text: Box<str>,
    /// One more than there are stars.
    runs: Box<[Box<[Token]>]>,
    stars: Box<[Star]>,
    /// Whether `?` may stand for a colon.
    any_one: Star,
    case: Case,
}

impl Glob {
    /// Fails with the reason when a `${` opens no proper variable.
    pub(crate) fn parse(text: &str, syntax: Syntax) -> Result<Self, String> {
        let pieces = token::pieces(text, syntax)?;
        let stars = reach::stars(&pieces, syntax.reach);
        let runs = token::runs(pieces);
        Ok(Self {
            text: text.into(),
            runs,
            stars,
            any_one: reach::any_one(syntax.reach),
            case: syntax.case,
        })
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether the whole value fits the pattern. A variable without a value fits nothing.
    pub(crate) fn matches(&self, value: &str, context: &Context) -> bool {
        let walk = walk::Walk {
            glob: self,
            context,
        };
        walk.greedy(value)
    }

    pub(crate) fn has_variable(&self) -> bool {
        self.variables().next().is_some()
    }

    /// The keys of the policy variables in the pattern.
    pub(crate) fn variables(&self) -> impl Iterator<Item = &str> {
        self.tokens().filter_map(|token| match token {
            Token::Variable(variable) => Some(variable.key()),
            Token::Text(_) | Token::AnyOne => None,
        })
    }

    fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.runs.iter().flat_map(|run| run.iter())
    }
}

#[cfg(test)]
mod tests;
