//! AWS's recorded answers, and how one compares with ours.

use std::path::PathBuf;

use serde_json::Value;

/// The folder of recordings; they are data that is not ours, so it may be absent.
pub(crate) fn conformance(file: &str) -> Option<Value> {
    let folder = std::env::var_os("PORTCULLIS_CONFORMANCE").map_or_else(
        || {
            PathBuf::from(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../shared/conformance"
            ))
        },
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(folder.join(file)) else {
        println!("skipped: {file} is not there");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

/// One recorded answer. A value in angle brackets stands for whatever AWS made up; the recorder
/// put it there, and the same token stands for the same text.
#[derive(Debug, Default)]
pub(crate) struct Recording {
    tokens: std::collections::BTreeMap<String, String>,
}

impl Recording {
    /// Compares strictly: every member, in both directions.
    #[track_caller]
    pub(crate) fn check(&mut self, name: &str, recorded: &Value, ours: &Value) {
        if let Err(difference) = self.same("", recorded, ours) {
            panic!("{name}{difference}\n  recorded {recorded}\n  ours     {ours}");
        }
    }

    fn same(&mut self, at: &str, recorded: &Value, ours: &Value) -> Result<(), String> {
        match (recorded, ours) {
            (Value::Object(left), Value::Object(right)) => {
                let keys: std::collections::BTreeSet<_> = left.keys().chain(right.keys()).collect();
                for key in keys {
                    let at = format!("{at}.{key}");
                    let (left, right) = (left.get(key), right.get(key));
                    let left = left.ok_or_else(|| format!("{at}: not recorded"))?;
                    let right = right.ok_or_else(|| format!("{at}: missing"))?;
                    self.same(&at, left, right)?;
                }
                Ok(())
            }
            (Value::Array(left), Value::Array(right)) if left.len() == right.len() => left
                .iter()
                .zip(right)
                .enumerate()
                .try_for_each(|(i, (l, r))| self.same(&format!("{at}[{i}]"), l, r)),
            // Angle brackets may also be what was said.
            (Value::String(left), Value::String(right)) if left == right => Ok(()),
            (Value::String(left), Value::String(right)) => self.fits(at, left, right),
            (Value::String(left), _) if is_token(left) => Ok(()),
            _ if recorded == ours => Ok(()),
            _ => Err(format!("{at}: {recorded} != {ours}")),
        }
    }

    /// `left` may hold tokens; what stands between them must be there.
    fn fits(&mut self, at: &str, left: &str, right: &str) -> Result<(), String> {
        if left == right || self.binds(&parts(left), right) {
            return Ok(());
        }
        Err(format!(
            "{at}: {left:?} != {right:?} with {:?}",
            self.tokens
        ))
    }

    /// Whether the parts make up the text, with one value for each numbered token.
    fn binds(&mut self, parts: &[Part<'_>], text: &str) -> bool {
        let Some((first, others)) = parts.split_first() else {
            return text.is_empty();
        };
        let token = match first {
            Part::Literal(literal) => {
                let rest = text.strip_prefix(literal);
                return rest.is_some_and(|rest| self.binds(others, rest));
            }
            Part::Token(token) => *token,
        };
        if let Some(known) = self.tokens.get(token).cloned() {
            let rest = text.strip_prefix(known.as_str());
            return rest.is_some_and(|rest| self.binds(others, rest));
        }
        // The longest value first, so that a token at the end takes everything.
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let ends: Vec<_> = ends.collect();
        ends.into_iter()
            .rev()
            .any(|end| self.takes(token, text.split_at(end), others))
    }

    fn takes(&mut self, token: &str, (value, rest): (&str, &str), others: &[Part<'_>]) -> bool {
        if !is_identity(token) {
            return self.binds(others, rest);
        }
        self.tokens.insert(token.to_owned(), value.to_owned());
        let fits = self.binds(others, rest);
        if !fits {
            self.tokens.remove(token);
        }
        fits
    }
}

enum Part<'a> {
    Literal(&'a str),
    Token(&'a str),
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((start, length)) = next_token(rest) {
        let (literal, after) = rest.split_at(start);
        let (token, after) = after.split_at(length);
        parts.extend([Part::Literal(literal), Part::Token(token)]);
        rest = after;
    }
    parts.push(Part::Literal(rest));
    parts
}

/// Where the next token begins, and how long it is.
fn next_token(text: &str) -> Option<(usize, usize)> {
    text.match_indices('<').find_map(|(start, _)| {
        let (token, _) = text.split_at(start).1.split_once('>')?;
        let name = token.trim_start_matches('<');
        let is_name = |c: char| c.is_ascii_alphanumeric() || ":_- ".contains(c);
        let is_token = !name.is_empty() && name.chars().all(is_name);
        is_token.then_some((start, token.len() + 1))
    })
}

fn is_token(text: &str) -> bool {
    text.starts_with('<') && text.ends_with('>')
}

/// Numbered tokens name one thing; the others, such as `<date>`, stand for a form.
fn is_identity(token: &str) -> bool {
    token
        .trim_end_matches('>')
        .ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pairs: &[(&str, &str)], expected: bool) {
        let mut recording = Recording::default();
        let fits = pairs
            .iter()
            .all(|(left, right)| recording.fits("", left, right).is_ok());
        assert_eq!(fits, expected, "{pairs:?}");
    }

    #[test]
    fn a_numbered_token_stands_for_one_thing() {
        check(&[("a:<id:1>", "a:x"), ("<id:1>", "x")], true);
        check(&[("a:<id:1>", "a:x"), ("<id:1>", "y")], false);
        check(&[("<date>", "x"), ("<date>", "y")], true);
    }

    #[test]
    fn what_stands_around_tokens_must_be_there() {
        check(&[("<id:1>:alias", "f:alias")], true);
        check(&[("<arn>a", "arn:aaa")], true);
        check(&[("<id:1>:alias", "f")], false);
        check(&[("<p>text</p>", "<p>text</p>")], true);
    }
}
