//! Filter patterns over unstructured text: terms that must, may or must not be in the message
//! (CloudWatch Logs user guide, "Filter pattern syntax"). JSON, column and regular-expression
//! patterns are refused by name.

use super::failures::invalid;
use crate::refused::Refused;

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    required: Vec<String>,
    any: Vec<String>,
    excluded: Vec<String>,
}

impl Pattern {
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        let text = text.trim();
        for (start, name) in [
            ('{', "A JSON filter pattern"),
            ('[', "A space-delimited filter pattern"),
            ('%', "A regular expression in a filter pattern"),
        ] {
            if text.starts_with(start) {
                return Err(invalid(format!("{name} is not supported by Portcullis.")));
            }
        }
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
        let has = |term: &String| message.contains(term.as_str());
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

fn term(text: &str) -> Result<(String, &str), Refused> {
    let broken = || invalid("Invalid filter pattern");
    if let Some(quoted) = text.strip_prefix('"') {
        return quoted_term(quoted).ok_or_else(broken);
    }
    let (term, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    // Anything but letters, digits and underscores has to be quoted.
    let is_plain = |c: char| c.is_alphanumeric() || c == '_';
    if term.is_empty() || !term.chars().all(is_plain) {
        return Err(broken());
    }
    Ok((term.to_owned(), rest))
}

/// A backslash takes the next character as it is.
fn quoted_term(text: &str) -> Option<(String, &str)> {
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
        let parsed = Pattern::parse(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
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
    fn what_is_not_served_or_broken_is_refused() {
        for pattern in ["{ $.a = 1 }", "[a, b]", "%x%", "\"open", "a.b", "?", "- a"] {
            assert!(Pattern::parse(pattern).is_err(), "{pattern}");
        }
    }
}
