//! Patterns over unstructured text: terms that must, may or must not be in the message, and regular
//! expressions between percent signs.

use super::super::failures::invalid;
use super::regular::{Expression, percent};
use crate::refused::Refused;

#[derive(Debug, Default)]
pub(super) struct Terms {
    required: Vec<Term>,
    any: Vec<Term>,
    excluded: Vec<Term>,
}

#[derive(Debug)]
enum Term {
    Text(String),
    Regular(Expression),
}

impl Term {
    fn is_in(&self, message: &str) -> bool {
        match self {
            Self::Text(text) => message.contains(text.as_str()),
            Self::Regular(expression) => expression.is_in(message),
        }
    }
}

impl Terms {
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        let mut pattern = Self::default();
        let mut rest = text;
        while !rest.is_empty() {
            let (sign, after) = sign(rest);
            let (term, after) = term(after)?;
            match sign {
                Sign::Required => pattern.required.push(term),
                Sign::Any => pattern.any.push(term),
                Sign::Excluded => pattern.excluded.push(term),
            }
            rest = after.trim_start();
        }
        Ok(pattern)
    }

    /// Terms with a question mark count only where nothing else must match.
    pub(super) fn matches(&self, message: &str) -> bool {
        let has = |term: &Term| term.is_in(message);
        let any = self.any.is_empty() || !self.required.is_empty() || self.any.iter().any(has);
        self.required.iter().all(has) && any && !self.excluded.iter().any(has)
    }
}

enum Sign {
    Required,
    Any,
    Excluded,
}

fn sign(text: &str) -> (Sign, &str) {
    if let Some(after) = text.strip_prefix('?') {
        return (Sign::Any, after);
    }
    match text.strip_prefix('-') {
        Some(after) => (Sign::Excluded, after),
        None => (Sign::Required, text),
    }
}

fn term(text: &str) -> Result<(Term, &str), Refused> {
    let broken = || invalid("Invalid filter pattern");
    if let Some(quoted) = text.strip_prefix('"') {
        let (term, rest) = quoted_term(quoted).ok_or_else(broken)?;
        return Ok((Term::Text(term), rest));
    }
    if text.starts_with('%') {
        let (expression, rest) = percent(text)?;
        return Ok((Term::Regular(expression), rest));
    }
    let (term, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    // Anything but letters, digits and underscores has to be quoted.
    let is_plain = |c: char| c.is_alphanumeric() || c == '_';
    if term.is_empty() || !term.chars().all(is_plain) {
        return Err(broken());
    }
    Ok((Term::Text(term.to_owned()), rest))
}

/// A backslash takes the next character as it is.
pub(super) fn quoted_term(text: &str) -> Option<(String, &str)> {
    let mut term = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((term, text.get(at + 1..)?)),
            '\\' => term.push(characters.next()?.1),
            other => term.push(other),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, message: &str, expected: bool) {
        let parsed = Terms::parse(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
        assert_eq!(parsed.matches(message), expected, "{pattern} on {message}");
    }

    #[test]
    fn every_plain_term_must_be_there() {
        check("", "anything", true);
        check("ERROR", "an ERROR here", true);
        check("ERROR", "an error here", false);
        check("ERROR timeout", "timeout: ERROR", true);
        check("ERROR timeout", "ERROR", false);
    }

    #[test]
    fn one_of_the_optional_terms_is_enough() {
        check("?ERROR ?WARN", "WARN", true);
        check("?ERROR ?WARN", "INFO", false);
    }

    #[test]
    fn excluded_terms_must_not_be_there() {
        check("ERROR -expected", "ERROR", true);
        check("ERROR -expected", "expected ERROR", false);
        check(r#"-"two words""#, "one two words", false);
    }

    #[test]
    fn quoted_terms_hold_spaces_and_quotes() {
        check(r#""an ERROR""#, "here an ERROR", true);
        check(r#""an ERROR""#, "ERROR an", false);
        check(r#""say \"hi\"""#, r#"say "hi""#, true);
    }

    #[test]
    fn a_regular_expression_stands_between_percent_signs() {
        check("%E[RS]+OR%", "an ERROR", true);
        check("%^E%", "an ERROR", false);
        check("-%[0-9]{3}%", "status 404", false);
        check("ERROR %4\\d\\d%", "ERROR 404", true);
    }

    #[test]
    fn what_is_broken_is_refused() {
        for pattern in ["\"open", "a.b", "?", "- a", "%open", "%(%"] {
            assert!(Terms::parse(pattern).is_err(), "{pattern}");
        }
    }
}
