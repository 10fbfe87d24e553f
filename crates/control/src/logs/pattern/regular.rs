//! Regular expressions between percent signs. AWS takes a subset of the usual syntax; whatever this
//! engine takes of it means the same.

use fancy_regex::Regex;

use super::super::failures::invalid;
use crate::expressions;
use crate::refused::Refused;

#[derive(Debug)]
pub(super) struct Expression(Regex);

impl Expression {
    pub(super) fn is_in(&self, text: &str) -> bool {
        // An expression that takes too long on a text does not match it.
        self.0.is_match(text).unwrap_or(false)
    }
}

/// Reads `%EXPRESSION%`, and gives what comes after it.
pub(super) fn percent(text: &str) -> Result<(Expression, &str), Refused> {
    let broken = || invalid("Invalid filter pattern");
    let inner = text.strip_prefix('%').ok_or_else(broken)?;
    let (expression, rest) = inner.split_once('%').ok_or_else(broken)?;
    let expression = expressions::compile(expression).map_err(|_| broken())?;
    Ok((Expression(expression), rest))
}
