//! From the text of a pattern to its tokens.

use crate::context::Context;

use super::Syntax;

/// Whether letters compare exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Sensitive,
    Ignored,
}

#[derive(Debug)]
pub(super) enum Token {
    Text(Box<str>),
    AnyOne,
    Variable(Variable),
}

/// `${key}` or `${key, 'default'}`.
#[derive(Debug)]
pub(super) struct Variable {
    key: Box<str>,
    default: Option<Box<str>>,
}

impl Variable {
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// The text to compare with. Keys of several values cannot stand in a variable, and one with an
    /// empty value is as one without: nothing is equal to it or like it (IAM user guide, "Policy
    /// variables with no value").
    pub(super) fn resolve<'a>(&'a self, context: &'a Context) -> Option<&'a str> {
        match context.get(&self.key) {
            Some([value]) if value.is_empty() => self.default.as_deref(),
            Some([value]) => Some(value),
            Some(_) => None,
            None => self.default.as_deref(),
        }
    }
}

#[derive(Debug)]
pub(super) enum Piece {
    Char(char),
    AnyOne,
    Star,
    Variable(Variable),
}

/// Reads a pattern. Neighbouring stars say no more than one, so only the last is kept.
pub(super) fn pieces(text: &str, syntax: Syntax) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(opened) = rest.strip_prefix("${").filter(|_| syntax.variables) {
            let (inside, after) =
                closed(opened).ok_or_else(|| format!("the variable in {text:?} is not closed"))?;
            pieces.push(variable(inside)?);
            rest = after;
            continue;
        }
        push(&mut pieces, first, syntax);
        rest = rest.strip_prefix(first).unwrap_or_default();
    }
    Ok(pieces)
}

/// Splits at the brace that closes a variable; those in the quotes of its default do not.
pub(crate) fn closed(opened: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = opened.find(|letter| {
        quoted ^= letter == '\'';
        letter == '}' && !quoted
    })?;
    Some((opened.get(..end)?, opened.get(end + 1..)?))
}

fn push(pieces: &mut Vec<Piece>, next: char, syntax: Syntax) {
    match next {
        '*' if syntax.wildcards => {
            if !matches!(pieces.last(), Some(Piece::Star)) {
                pieces.push(Piece::Star);
            }
        }
        '?' if syntax.wildcards => pieces.push(Piece::AnyOne),
        other => pieces.push(Piece::Char(other)),
    }
}

/// What stands between `${` and `}`: one of the escapes, or a key with an optional default.
fn variable(inside: &str) -> Result<Piece, String> {
    let mut chars = inside.chars();
    if let (Some(only @ ('*' | '?' | '$')), None) = (chars.next(), chars.next()) {
        return Ok(Piece::Char(only));
    }
    let (key, default) = match inside.split_once(',') {
        None => (inside, None),
        Some((key, default)) => (key, Some(unquoted(default)?)),
    };
    let proper = !key.is_empty() && !key.contains(['$', '{', '*', '?', '\'', '"', ' ']);
    if !proper {
        return Err(format!("${{{inside}}} is not a policy variable"));
    }
    Ok(Piece::Variable(Variable {
        key: key.into(),
        default,
    }))
}

fn unquoted(default: &str) -> Result<Box<str>, String> {
    default
        .trim()
        .strip_prefix('\'')
        .and_then(|text| text.strip_suffix('\''))
        .map(Into::into)
        .ok_or_else(|| format!("the default value {default:?} of a variable is not quoted"))
}

/// Groups the pieces between stars, neighbouring characters as one text.
pub(super) fn runs(pieces: Vec<Piece>) -> Box<[Box<[Token]>]> {
    let mut runs = Vec::new();
    let mut run = Vec::new();
    let mut text = String::new();
    for piece in pieces {
        if let Piece::Char(next) = piece {
            text.push(next);
            continue;
        }
        flush(&mut text, &mut run);
        match piece {
            Piece::AnyOne => run.push(Token::AnyOne),
            Piece::Variable(variable) => run.push(Token::Variable(variable)),
            Piece::Star => runs.push(std::mem::take(&mut run).into()),
            Piece::Char(_) => {}
        }
    }
    flush(&mut text, &mut run);
    runs.push(run.into());
    runs.into()
}

fn flush(text: &mut String, run: &mut Vec<Token>) {
    if !text.is_empty() {
        run.push(Token::Text(std::mem::take(text).into()));
    }
}
