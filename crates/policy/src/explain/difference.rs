//! Where a pattern and a text part. Both are cut at colons and slashes, as ARNs and actions are, so
//! that what differs is a word such as the method of an API and not a letter of it.

use std::cmp::Reverse;

use crate::context::Context;
use crate::explanation::{Difference, Span};
use crate::glob::{Case, Glob, Reach, Syntax};

/// The pair of pattern and value of which the fewest words differ, the later the better.
pub(super) fn closest(patterns: &[String], values: &[String]) -> Option<Difference> {
    let pairs = patterns.iter().enumerate().flat_map(|(pattern, text)| {
        let values = values.iter().enumerate();
        values.map(move |(value, seen)| {
            let (in_pattern, in_value) = between(text, seen);
            Difference {
                pattern,
                value,
                in_pattern,
                in_value,
            }
        })
    });
    pairs.min_by_key(|difference| {
        let Difference {
            pattern,
            in_pattern,
            in_value,
            ..
        } = difference;
        let text = patterns.get(*pattern).map_or("", String::as_str);
        let part = text.get(in_pattern.start..in_pattern.end);
        let words = part.map_or(0, |part| words(part).len());
        let bytes = (in_pattern.end - in_pattern.start) + (in_value.end - in_value.start);
        (words, Reverse(in_pattern.start), bytes)
    })
}

/// What is left when the words that agree are taken from both ends.
fn between(pattern: &str, value: &str) -> (Span, Span) {
    let (own, seen) = (words(pattern), words(value));
    let (mut own, mut seen) = (own.as_slice(), seen.as_slice());
    let agree = |own: &Span, seen: &Span| {
        let word = pattern.get(own.start..own.end);
        let text = value.get(seen.start..seen.end);
        word.zip(text).is_some_and(|(word, text)| fits(word, text))
    };
    while let ([first, own_rest @ ..], [other, seen_rest @ ..]) = (own, seen) {
        if own_rest.is_empty() || seen_rest.is_empty() || !agree(first, other) {
            break;
        }
        (own, seen) = (own_rest, seen_rest);
    }
    while let ([own_rest @ .., last], [seen_rest @ .., other]) = (own, seen) {
        if own_rest.is_empty() || seen_rest.is_empty() || !agree(last, other) {
            break;
        }
        (own, seen) = (own_rest, seen_rest);
    }
    (whole(own), whole(seen))
}

/// The places of the words between colons and slashes.
fn words(text: &str) -> Vec<Span> {
    let mut words = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices([':', '/']) {
        words.push(Span { start, end: at });
        start = at + 1;
    }
    words.push(Span {
        start,
        end: text.len(),
    });
    words
}

/// Words that differ in case alone agree here, as they do in actions.
fn fits(word: &str, text: &str) -> bool {
    if word == "*" || !word.contains(['*', '?']) {
        return word == "*" || word.eq_ignore_ascii_case(text);
    }
    let syntax = Syntax {
        wildcards: true,
        variables: false,
        case: Case::Sensitive,
        reach: Reach::Anywhere,
    };
    Glob::parse(word, syntax).is_ok_and(|glob| glob.matches(text, &Context::new()))
}

fn whole(words: &[Span]) -> Span {
    let start = words.first().map_or(0, |word| word.start);
    let end = words.last().map_or(start, |word| word.end);
    Span { start, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, value: &str, expected: (&str, &str)) {
        let (own, seen) = between(pattern, value);
        let parts = (
            pattern.get(own.start..own.end).unwrap(),
            value.get(seen.start..seen.end).unwrap(),
        );
        assert_eq!(parts, expected);
    }

    #[test]
    fn the_words_that_differ_are_found() {
        check("api/*/POST/pets", "api/prod/GET/pets", ("POST", "GET"));
        check(
            "lambda:GetFunction",
            "lambda:InvokeFunction",
            ("GetFunction", "InvokeFunction"),
        );
        check("a:b:c", "a:x:y:c", ("b", "x:y"));
        check("a:b", "a:b:c", ("b", "b:c"));
        check("s3:*", "sqs:Send", ("s3", "sqs"));
        check("", "é/x", ("", "é/x"));
    }

    #[test]
    fn the_closest_pattern_is_named() {
        let own = ["arn:aws:s3:::other/*", "arn:aws:s3:::pets/a"].map(String::from);
        let seen = ["arn:aws:s3:::pets/b".to_owned()];
        assert_eq!(
            closest(&own, &seen).map(|difference| difference.pattern),
            Some(1)
        );
        assert_eq!(closest(&[], &seen), None);
    }
}
