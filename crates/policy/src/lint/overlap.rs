//! When one pattern says all or something of what another says.

use std::collections::BTreeSet;

use super::view::Spot;
use crate::context::Context;
use crate::glob::{Case, Glob, Reach, Syntax};

/// A pattern, read once.
pub(super) struct Pattern<'t> {
    text: &'t str,
    glob: Option<Glob>,
}

impl<'t> Pattern<'t> {
    pub(super) fn of(text: &'t str, case: Case, reach: Reach) -> Self {
        let syntax = Syntax {
            wildcards: true,
            variables: false,
            case,
            reach,
        };
        Self {
            text,
            glob: Glob::parse(text, syntax).ok(),
        }
    }

    /// Whether whatever fits `other` fits this pattern, where that can be told from the texts.
    pub(super) fn covers(&self, other: &str) -> bool {
        // A question mark would take a star for one letter.
        if self.text.contains('?') && other.contains('*') {
            return self.text == other;
        }
        let glob = self.glob.as_ref();
        glob.is_some_and(|glob| glob.matches(other, &Context::new()))
    }
}

/// Whether whatever fits `other` fits `pattern`, where that can be told from the texts.
pub(super) fn covers(pattern: &str, other: &str, case: Case, reach: Reach) -> bool {
    Pattern::of(pattern, case, reach).covers(other)
}

/// The texts that another of the list covers; of two alike the later. Only patterns with wildcards
/// are compared with all.
pub(super) fn covered<'d>(
    texts: &[(&'d str, Spot<'d>)],
    case: Case,
    reach: Reach,
) -> Vec<(&'d str, Spot<'d>)> {
    let plain = |text: &str| !text.contains(['*', '?']);
    let key = |text: &str| match case {
        Case::Sensitive => text.to_owned(),
        Case::Ignored => text.to_ascii_lowercase(),
    };
    let wild: Vec<(usize, Pattern<'_>)> = texts
        .iter()
        .enumerate()
        .filter(|(_, (text, _))| !plain(text))
        .map(|(at, (text, _))| (at, Pattern::of(text, case, reach)))
        .collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (at, (text, spot)) in texts.iter().enumerate() {
        let again = !seen.insert(key(text));
        let by_wild = || {
            wild.iter().any(|(index, pattern)| {
                let alike = || !plain(text) && covers(text, pattern.text, case, reach);
                *index != at && pattern.covers(text) && (*index < at || !alike())
            })
        };
        if again || by_wild() {
            found.push((*text, spot.clone()));
        }
    }
    found
}

/// Whether some text fits both patterns; `${…}` stands for any text in either.
pub(super) fn meet(one: &str, other: &str) -> bool {
    let (one, other) = (letters(one), letters(other));
    // Which places of `other` are reached with what came of `one`.
    let mut reached = closure(&other, std::iter::once(0).collect());
    for letter in one {
        let mut next = vec![false; other.len() + 1];
        for (at, seen) in other.iter().map(Some).chain([None]).enumerate() {
            if !reached.get(at).copied().unwrap_or(false) {
                continue;
            }
            for place in steps(letter, at, seen.copied()) {
                if let Some(place) = next.get_mut(place) {
                    *place = true;
                }
            }
        }
        if letter == '*' {
            let first = next.iter().position(|reached| *reached);
            let from = first.unwrap_or(next.len());
            next.iter_mut().skip(from).for_each(|place| *place = true);
        }
        let places = next.iter().enumerate().filter(|(_, reached)| **reached);
        reached = closure(&other, places.map(|(at, _)| at).collect());
    }
    reached.last().copied().unwrap_or(false)
}

/// Where one letter of the first pattern leads from a place of the second.
fn steps(letter: char, at: usize, seen: Option<char>) -> Vec<usize> {
    match (letter, seen) {
        ('*', _) | (_, Some('*')) => vec![at],
        ('?', Some(_)) | (_, Some('?')) => vec![at + 1],
        (letter, Some(seen)) if letter == seen => vec![at + 1],
        (_, Some(_) | None) => Vec::new(),
    }
}

/// A star of the second pattern may stand for nothing.
fn closure(other: &[char], places: Vec<usize>) -> Vec<bool> {
    let mut reached = vec![false; other.len() + 1];
    for place in places {
        let stars = other
            .iter()
            .skip(place)
            .take_while(|letter| **letter == '*');
        let end = place + stars.count();
        for at in place..=end {
            if let Some(at) = reached.get_mut(at) {
                *at = true;
            }
        }
    }
    reached
}

/// The letters of a pattern, each variable as a star.
fn letters(pattern: &str) -> Vec<char> {
    let mut letters = Vec::new();
    let mut rest = pattern;
    while let Some(letter) = rest.chars().next() {
        let variable = rest
            .strip_prefix("${")
            .and_then(|inside| inside.split_once('}'));
        if let Some((_, after)) = variable {
            letters.push('*');
            rest = after;
            continue;
        }
        letters.push(letter);
        rest = rest.strip_prefix(letter).unwrap_or_default();
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn patterns_meet_where_a_text_fits_both() {
        for (one, other, expected) in [
            ("function:*", "function:${Name}", true),
            ("function:f", "function:${Name}:${Alias}", false),
            ("*", "layer:${Name}", true),
            ("a?c", "a${X}", true),
            ("ab", "a", false),
            ("", "${X}", true),
            ("*a", "b*", true),
            ("?", "", false),
        ] {
            assert_eq!(meet(one, other), expected, "{one} {other}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_text_that_fits_both_makes_patterns_meet(one in "[ab*?]{0,5}", other in "[ab*?]{0,5}", text in "[ab]{0,5}") {
            let fits = |pattern: &str| covers(pattern, &text, Case::Sensitive, Reach::Anywhere);
            prop_assert!(!(fits(&one) && fits(&other)) || meet(&one, &other));
            prop_assert_eq!(meet(&one, &other), meet(&other, &one));
            prop_assert_eq!(meet(&one, &text), fits(&one));
        }
    }
}
