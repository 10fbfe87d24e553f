//! The models' regular expressions are Java's, and must match the whole string.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, PoisonError, RwLock},
};

use fancy_regex::{Regex, RegexBuilder};

/// Steps after which a match is given up, and counts as none.
const BACKTRACK_LIMIT: usize = 100_000;

type Compiled = HashMap<&'static str, Option<Arc<Regex>>>;

/// Compiled once each; only the constants of the schema tables come here, so it stays small.
static COMPILED: LazyLock<RwLock<Compiled>> = LazyLock::new(RwLock::default);

/// Whether the whole text matches. An expression that does not compile matches nothing.
pub(super) fn matches(source: &'static str, text: &str) -> bool {
    compiled(source).is_some_and(|regex| regex.is_match(text).unwrap_or(false))
}

fn compiled(source: &'static str) -> Option<Arc<Regex>> {
    let known = COMPILED
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .get(source)
        .cloned();
    known.unwrap_or_else(|| {
        let regex = compile(source).ok().map(Arc::new);
        let mut compiled = COMPILED.write().unwrap_or_else(PoisonError::into_inner);
        compiled.entry(source).or_insert(regex).clone()
    })
}

fn compile(source: &str) -> Result<Regex, Box<fancy_regex::Error>> {
    let whole = format!(r"\A(?:{})\z", translate(source));
    let mut builder = RegexBuilder::new(&whole);
    builder.backtrack_limit(BACKTRACK_LIMIT);
    builder.build().map_err(Box::new)
}

/// Java's classes are ASCII, and its `\u` takes four digits.
fn translate(source: &str) -> String {
    let mut translated = String::with_capacity(source.len() + 16);
    let mut characters = source.chars().peekable();
    let mut class_depth = 0_usize;
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                let escaped = characters.next();
                let digits = if escaped == Some('u') { 4 } else { 0 };
                let digits: String = characters.by_ref().take(digits).collect();
                translated.push_str(&escape(escaped, &digits, class_depth > 0));
                let is_set = matches!(escaped, Some('d' | 'w' | 's'));
                // A set begins no range: Java reads the hyphen after it as itself.
                if is_set && class_depth > 0 && characters.next_if_eq(&'-').is_some() {
                    translated.push_str(r"\-");
                }
            }
            '[' => {
                class_depth += 1;
                translated.push('[');
            }
            ']' => {
                class_depth = class_depth.saturating_sub(1);
                translated.push(']');
            }
            other => translated.push(other),
        }
    }
    translated
}

const DIGIT: &str = "0-9";
const WORD: &str = "a-zA-Z0-9_";
const SPACE: &str = r" \t\n\x0B\f\r";

fn escape(escaped: Option<char>, digits: &str, in_class: bool) -> String {
    let positive = |set: &str| {
        if in_class {
            set.to_owned()
        } else {
            format!("[{set}]")
        }
    };
    match escaped {
        Some('d') => positive(DIGIT),
        Some('w') => positive(WORD),
        Some('s') => positive(SPACE),
        Some('D') => format!("[^{DIGIT}]"),
        Some('W') => format!("[^{WORD}]"),
        Some('S') => format!("[^{SPACE}]"),
        Some('u') => format!(r"\x{{{digits}}}"),
        Some(other) => format!(r"\{other}"),
        None => r"\\".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::Service;

    fn check(source: &'static str, text: &str, expected: bool) {
        assert_eq!(matches(source, text), expected, "{source} on {text}");
    }

    /// A repetition of 100,000 is more than an expression may grow to. Only operations of Systems
    /// Manager that are not served have it, and what does not compile matches nothing.
    const TOO_LARGE: &str = "^.{1,100000}$";

    #[test]
    fn every_pattern_of_every_model_compiles() {
        for service in Service::ALL {
            for shape in service.schema().shapes {
                let Some(source) = shape.pattern else {
                    continue;
                };
                assert_eq!(
                    compile(source).is_ok(),
                    source != TOO_LARGE,
                    "{} {}: {source}",
                    service.name(),
                    shape.name
                );
            }
        }
    }

    #[test]
    fn the_whole_string_must_match() {
        check(r"[1-5]\d\d", "200", true);
        check(r"[1-5]\d\d", "2000", false);
        check(r"[\w+=,.@-]*", "Session1:2", false);
        check(r"[\w+=,.@-]*", "", true);
        check(r"[\w-\/.@]+", "team-a/b", true);
        check(r"[\w-\/.@]+", "a+b", false);
        check(r"(?!^[0-9]+$)([a-zA-Z0-9-_]+)", "2024", false);
        check(r"(?!^[0-9]+$)([a-zA-Z0-9-_]+)", "v2024", true);
    }

    #[test]
    fn classes_are_ascii() {
        check(r"\d{1}", "٣", false);
        check(r"[\w]+", "é", false);
        check(r"[\s\S]*", "é\n", true);
        check("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+", "{\n}é", true);
    }
}
