//! Java regular expressions, as selection patterns, `identityValidationExpression` and templates
//! use them.
//!
//! A pattern is translated to the dialect of a maintained engine. What can't be translated is refused
//! by name, and matching gives up at a limit of steps.

mod class;
mod translate;

use fancy_regex::{Captures, Regex, RegexBuilder};

/// How often a pattern with look-around or back-references may step back.
const BACKTRACK_LIMIT: usize = 200_000;
const LENGTH_LIMIT: usize = 4096;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    #[error("{reason} at offset {offset} of the pattern")]
    Syntax { offset: usize, reason: &'static str },
    #[error("the pattern is not supported: {0}")]
    Unsupported(String),
    #[error("matching was given up: {0}")]
    Exhausted(String),
    #[error("the replacement refers to a group that the pattern doesn't have")]
    Replacement,
}

/// A compiled `java.util.regex` pattern.
#[derive(Debug, Clone)]
pub struct JavaPattern {
    anywhere: Regex,
    whole: Regex,
}

impl JavaPattern {
    pub fn parse(source: &str) -> Result<Self, PatternError> {
        if source.len() > LENGTH_LIMIT {
            return Err(PatternError::Syntax {
                offset: LENGTH_LIMIT,
                reason: "too long",
            });
        }
        let translated = translate::translate(source)?;
        let anywhere = compile(&translated)?;
        let whole = compile(&format!(r"\A(?:{translated})\z"))?;
        Ok(Self { anywhere, whole })
    }

    /// `Matcher.matches`: whether the whole text matches.
    pub fn is_match_whole(&self, text: &str) -> Result<bool, PatternError> {
        self.whole.is_match(text).map_err(exhausted)
    }

    /// `String.replaceAll` and `replaceFirst`: replaces up to `limit` matches.
    pub(crate) fn replace(
        &self,
        text: &str,
        replacement: &str,
        limit: usize,
    ) -> Result<String, PatternError> {
        let mut out = String::new();
        let mut last = 0;
        for found in self.anywhere.captures_iter(text).take(limit) {
            let found = found.map_err(exhausted)?;
            let Some(whole) = found.get(0) else { continue };
            out.push_str(text.get(last..whole.start()).unwrap_or_default());
            expand(&mut out, replacement, &found)?;
            last = whole.end();
        }
        out.push_str(text.get(last..).unwrap_or_default());
        Ok(out)
    }

    /// `String.split`: a limit of zero drops the empty parts at the end, a positive one ends the
    /// splitting, a negative one keeps everything.
    pub(crate) fn split<'t>(
        &self,
        text: &'t str,
        limit: i128,
    ) -> Result<Vec<&'t str>, PatternError> {
        let mut parts = Vec::new();
        let mut last = 0;
        for found in self.anywhere.find_iter(text) {
            let found = found.map_err(exhausted)?;
            if limit > 0 && parts.len() as i128 == limit - 1 {
                break;
            }
            // An empty match at the very beginning makes no empty part.
            if found.end() == 0 {
                continue;
            }
            parts.push(text.get(last..found.start()).unwrap_or_default());
            last = found.end();
        }
        if parts.is_empty() {
            return Ok(vec![text]);
        }
        parts.push(text.get(last..).unwrap_or_default());
        if limit == 0 {
            while parts.last().is_some_and(|part| part.is_empty()) {
                parts.pop();
            }
        }
        Ok(parts)
    }
}

fn compile(translated: &str) -> Result<Regex, PatternError> {
    let mut builder = RegexBuilder::new(translated);
    builder
        .backtrack_limit(BACKTRACK_LIMIT)
        .delegate_size_limit(1 << 20)
        .max_prog_size(1 << 14);
    builder
        .build()
        .map_err(|error| PatternError::Unsupported(error.to_string()))
}

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err calls")]
fn exhausted(error: fancy_regex::Error) -> PatternError {
    PatternError::Exhausted(error.to_string())
}

/// Java's replacement syntax: `$1`, `${name}`, and a backslash before what is meant literally.
fn expand(
    out: &mut String,
    replacement: &str,
    found: &Captures<'_, str>,
) -> Result<(), PatternError> {
    let mut rest = replacement;
    while let Some(special) = rest.find(['$', '\\']) {
        out.push_str(rest.get(..special).unwrap_or_default());
        let after = rest.get(special + 1..).unwrap_or_default();
        if rest.get(special..=special) == Some("\\") {
            let escaped = after.chars().next().ok_or(PatternError::Replacement)?;
            out.push(escaped);
            rest = after.get(escaped.len_utf8()..).unwrap_or_default();
        } else {
            rest = group(out, after, found)?;
        }
    }
    out.push_str(rest);
    Ok(())
}

/// Writes the group that is named behind a dollar sign; returns what follows its name.
fn group<'r>(
    out: &mut String,
    after: &'r str,
    found: &Captures<'_, str>,
) -> Result<&'r str, PatternError> {
    if let Some((name, rest)) = after
        .strip_prefix('{')
        .and_then(|named| named.split_once('}'))
    {
        out.push_str(found.name(name).map_or("", |group| group.as_str()));
        return Ok(rest);
    }
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits.min(1);
    // Java takes further digits as long as they name a group that exists.
    while length < digits && number(after, length + 1).is_some_and(|next| next < found.len()) {
        length += 1;
    }
    let group = number(after, length).filter(|group| *group < found.len());
    let group = group.ok_or(PatternError::Replacement)?;
    out.push_str(found.get(group).map_or("", |group| group.as_str()));
    Ok(after.get(length..).unwrap_or_default())
}

fn number(text: &str, length: usize) -> Option<usize> {
    text.get(..length).and_then(|digits| digits.parse().ok())
}

#[cfg(test)]
mod tests;
