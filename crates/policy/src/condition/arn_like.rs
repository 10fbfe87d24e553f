//! ArnLike and ArnEquals: the six parts of an ARN, each against its own pattern.

use super::Variables;
use crate::context::Context;
use crate::glob::{Case, Glob, Reach, Syntax};

#[derive(Debug)]
pub(super) enum ArnPattern {
    /// Six parts; a star in one of the first five never reaches into the next, and one in the last
    /// crosses slashes and colons.
    Parts(Box<[Glob; 6]>),
    /// Fewer than six parts are written out, because a variable supplies several of them.
    Whole(Glob),
    /// Neither: no ARN looks like this.
    Nothing,
}

impl ArnPattern {
    pub(super) fn parse(text: &str, variables: Variables) -> Result<Self, String> {
        if text == "*" {
            return Self::parse("*:*:*:*:*:*", Variables::Literal);
        }
        let parts = split(text, variables)
            .into_iter()
            .map(|part| glob(part, variables, Reach::Anywhere))
            .collect::<Result<Vec<_>, _>>()?;
        if let Ok(parts) = <[Glob; 6]>::try_from(parts) {
            return Ok(Self::Parts(Box::new(parts)));
        }
        let whole = glob(text, variables, Reach::TrailingOnly)?;
        Ok(if whole.has_variable() {
            Self::Whole(whole)
        } else {
            Self::Nothing
        })
    }

    pub(super) fn patterns(&self) -> &[Glob] {
        match self {
            Self::Nothing => &[],
            Self::Whole(glob) => std::slice::from_ref(glob),
            Self::Parts(globs) => &**globs,
        }
    }

    pub(super) fn matches(&self, seen: &str, context: &Context) -> bool {
        match self {
            Self::Nothing => false,
            Self::Whole(glob) => glob.matches(seen, context),
            Self::Parts(globs) => {
                let mut parts = seen.splitn(6, ':');
                globs
                    .iter()
                    .all(|glob| parts.next().is_some_and(|part| glob.matches(part, context)))
            }
        }
    }
}

fn glob(text: &str, variables: Variables, reach: Reach) -> Result<Glob, String> {
    let variables = variables == Variables::Substituted;
    Glob::parse(
        text,
        Syntax {
            wildcards: true,
            variables,
            case: Case::Sensitive,
            reach,
        },
    )
}

/// Splits at the first five colons that do not stand inside `${…}`.
pub(crate) fn split(text: &str, variables: Variables) -> Vec<&str> {
    let mut parts = Vec::with_capacity(6);
    let mut rest = text;
    while parts.len() < 5 {
        let Some((part, after)) = split_once(rest, variables) else {
            break;
        };
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

fn split_once(text: &str, variables: Variables) -> Option<(&str, &str)> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let colon = rest.find(':')?;
        let opened = rest
            .find("${")
            .filter(|_| variables == Variables::Substituted);
        match opened {
            Some(opened) if opened < colon => {
                let inside = rest.get(opened + 2..)?;
                let (_, after) = crate::glob::closed(inside)?;
                from = text.len() - after.len();
            }
            _ => return Some((text.get(..from + colon)?, text.get(from + colon + 1..)?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A part of a pattern by its definition; the parts here have at most one wildcard.
    fn fits(pattern: &str, text: &str) -> bool {
        match pattern.split_once('*') {
            Some((start, end)) => {
                let long = text.len() >= start.len() + end.len();
                long && text.starts_with(start) && text.ends_with(end)
            }
            None => pattern == text || (pattern == "?" && text.chars().count() == 1),
        }
    }

    /// Every way to choose one of the texts for each of the parts, joined by colons.
    fn joined(parts: &[&[&str]]) -> Vec<String> {
        let [first, more @ ..] = parts else {
            return vec![String::new()];
        };
        let rest = joined(more);
        let with = |start: &&str| {
            let start = (*start).to_owned();
            let colon = if more.is_empty() { "" } else { ":" };
            rest.iter()
                .map(move |end| format!("{start}{colon}{end}"))
                .collect::<Vec<_>>()
        };
        first.iter().flat_map(with).collect()
    }

    /// Exhaustive over four patterns and two texts for each part, of which the last may have colons.
    #[test]
    fn every_part_is_compared_with_its_own_pattern() {
        let patterns = joined(&[&["", "a", "*", "?"][..]; 6]);
        let plain: &[&str] = &["", "a"];
        let last: &[&str] = &["", "a", "a:a", ":"];
        let values = joined(&[plain, plain, plain, plain, plain, last]);
        let context = Context::new();
        for pattern in &patterns {
            let compiled = ArnPattern::parse(pattern, Variables::Literal).unwrap();
            for value in &values {
                let mut parts = pattern.splitn(6, ':').zip(value.splitn(6, ':'));
                let expected = parts.all(|(pattern, part)| fits(pattern, part));
                assert_eq!(
                    compiled.matches(value, &context),
                    expected,
                    "{pattern} {value}"
                );
            }
        }
        assert_eq!((patterns.len(), values.len()), (4_096, 128));
    }

    #[test]
    fn what_is_no_arn_fits_no_pattern() {
        let context = Context::new();
        let any = ArnPattern::parse("*", Variables::Literal).unwrap();
        for value in ["", "a", "a:b:c:d:e", "*"] {
            assert!(!any.matches(value, &context), "{value}");
        }
        for pattern in ["arn:*", "*:*:*:*:*", "", "**"] {
            let compiled = ArnPattern::parse(pattern, Variables::Literal).unwrap();
            assert!(!compiled.matches("arn:aws:s3:::b", &context), "{pattern}");
        }
    }
}
