//! The words and signs of a query, each with its place in the text.

use super::malformed;
use crate::refused::Refused;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// A name, a keyword or a period such as `5m`.
    Word(String),
    /// A name in back quotes, which is never a keyword.
    Name(String),
    Number(f64),
    Text(String),
    /// What stands between slashes.
    Pattern(String),
    Sign(&'static str),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Longer ones first.
const SIGNS: [&str; 20] = [
    "!=", "<=", ">=", "=~", "=", "<", ">", "+", "-", "*", "/", "%", "^", "(", ")", "[", "]", ",",
    "|", ";",
];

pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Refused> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else {
            break;
        };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        if first == '#' {
            at += rest.find('\n').unwrap_or(rest.len());
            continue;
        }
        let (kind, length) = token(rest, first, takes_pattern(&tokens))?;
        tokens.push(Token {
            kind,
            start: at,
            end: at + length,
        });
        at += length;
    }
    Ok(tokens)
}

fn token(rest: &str, first: char, pattern: bool) -> Result<(Kind, usize), Refused> {
    match first {
        '"' | '\'' => quoted(rest, first).map(|(text, length)| (Kind::Text(text), length)),
        '`' => quoted(rest, first).map(|(text, length)| (Kind::Name(text), length)),
        '/' if pattern => quoted(rest, '/').map(|(text, length)| (Kind::Pattern(text), length)),
        first if is_name(first) => {
            let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            let word = rest.get(..end).unwrap_or_default();
            let number = first.is_ascii_digit().then(|| word.parse().ok()).flatten();
            let kind = number.map_or_else(|| Kind::Word(word.to_owned()), Kind::Number);
            Ok((kind, end))
        }
        other => {
            let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
            let sign = sign.ok_or_else(|| malformed(&format!("{other} means nothing here")))?;
            Ok((Kind::Sign(sign), sign.len()))
        }
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '@' | '_' | '.')
}

/// What stands between two of the same sign, of which one that is escaped is none. In a pattern the
/// escapes are the pattern's own.
fn quoted(rest: &str, sign: char) -> Result<(String, usize), Refused> {
    let mut text = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, c)) = letters.next() {
        match c {
            '\\' => {
                let (_, next) = letters
                    .next()
                    .ok_or_else(|| malformed("something is not closed"))?;
                if sign == '/' && next != '/' || sign != '/' && next != sign && next != '\\' {
                    text.push('\\');
                }
                text.push(next);
            }
            c if c == sign => return Ok((text, at + c.len_utf8())),
            c => text.push(c),
        }
    }
    Err(malformed("something is not closed"))
}

/// A slash opens a pattern behind `like` and `=~`, and where `parse` has its pattern.
fn takes_pattern(before: &[Token]) -> bool {
    let is_word = |token: &Token, wanted: &str| matches!(&token.kind, Kind::Word(word) if word.eq_ignore_ascii_case(wanted));
    let Some(last) = before.last() else {
        return false;
    };
    if is_word(last, "like") || last.kind == Kind::Sign("=~") || is_word(last, "parse") {
        return true;
    }
    let before_last = before.len().checked_sub(2).and_then(|at| before.get(at));
    before_last.is_some_and(|token| is_word(token, "parse"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_signs_texts_and_patterns_are_told_apart() {
        let kinds = |text: &str| -> Vec<Kind> {
            let tokens = tokens(text).unwrap();
            tokens.into_iter().map(|token| token.kind).collect()
        };
        let word = |text: &str| Kind::Word(text.to_owned());
        assert_eq!(
            kinds("a.b >= 1.5 | b / 2 # gone\n| x like /a\\/|b/"),
            [
                word("a.b"),
                Kind::Sign(">="),
                Kind::Number(1.5),
                Kind::Sign("|"),
                word("b"),
                Kind::Sign("/"),
                Kind::Number(2.0),
                Kind::Sign("|"),
                word("x"),
                word("like"),
                Kind::Pattern("a/|b".to_owned()),
            ]
        );
        assert_eq!(
            kinds("parse @message /(?<x>\\d+)/ 'it\\'s' `a-b` 5m"),
            [
                word("parse"),
                word("@message"),
                Kind::Pattern("(?<x>\\d+)".to_owned()),
                Kind::Text("it's".to_owned()),
                Kind::Name("a-b".to_owned()),
                word("5m"),
            ]
        );
    }
}
