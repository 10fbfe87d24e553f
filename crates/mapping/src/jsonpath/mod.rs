//! JSONPath as Jayway's library for Java reads it, which is the one that API Gateway uses.
//!
//! A definite path gives one value, or says that there is none; any other path gives a list, which
//! may be empty. Evaluation borrows the document where it can, must never recurse deeper than the
//! path and the document themselves, and stops at its limit of visited nodes.

mod filter;
mod function;
mod parse;
mod walk;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use serde_json::Value;

use self::filter::Filter;
use self::function::Function;

/// How many nodes of a document one path may visit.
const VISIT_LIMIT: usize = 1_000_000;

/// What a path finds.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'a> {
    One(Cow<'a, Value>),
    Many(Vec<&'a Value>),
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    #[error("{reason} at offset {offset} of the path")]
    Syntax { offset: usize, reason: &'static str },
    #[error("the path finds nothing")]
    NotFound,
    #[error("the path visits more than {limit} nodes")]
    Visits { limit: usize },
}

/// A parsed path.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Whether it begins at the node that a filter looks at, instead of the document.
    relative: bool,
    steps: Vec<Step>,
    function: Option<Function>,
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// One name, or several: at the end of a path several give one object with these members.
    Names(Vec<String>),
    Indexes(Vec<i64>),
    Slice {
        from: Option<i64>,
        to: Option<i64>,
    },
    Wildcard,
    /// `..`: the next step applies to every descendant.
    Descend,
    Filter(Box<Filter>),
}

impl Path {
    /// Parses a path. A path without `$` begins at the document as well.
    pub fn parse(source: &str) -> Result<Self, PathError> {
        parse::path(source)
    }

    /// Whether the path can find at most one value.
    pub fn is_definite(&self) -> bool {
        let last = self.steps.len().saturating_sub(1);
        self.steps
            .iter()
            .enumerate()
            .all(|(position, step)| match step {
                Step::Names(names) => names.len() == 1 || position == last,
                Step::Indexes(indexes) => indexes.len() == 1,
                Step::Slice { .. } | Step::Wildcard | Step::Descend | Step::Filter(_) => false,
            })
    }

    pub fn find<'a>(&self, document: &'a Value) -> Result<Found<'a>, PathError> {
        let mut visits = Visits::default();
        let found = walk::find(self, document, document, &mut visits)?;
        match self.function {
            Some(function) => function
                .apply(&found)
                .map(|value| Found::One(Cow::Owned(value))),
            None => Ok(found),
        }
    }
}

/// Counts the nodes visited by a path and the filters in it.
#[derive(Debug, Default)]
struct Visits(usize);

impl Visits {
    fn count(&mut self) -> Result<(), PathError> {
        self.0 += 1;
        if self.0 > VISIT_LIMIT {
            return Err(PathError::Visits { limit: VISIT_LIMIT });
        }
        Ok(())
    }
}
