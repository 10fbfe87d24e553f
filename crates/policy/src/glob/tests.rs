//! Rows for the glob, and a naive matcher beside it as a second opinion.

use proptest::prelude::*;

use super::*;

fn syntax(reach: Reach) -> Syntax {
    Syntax {
        wildcards: true,
        variables: true,
        case: Case::Sensitive,
        reach,
    }
}

#[track_caller]
fn check(pattern: &str, value: &str, expected: bool) {
    let glob = Glob::parse(pattern, syntax(Reach::Anywhere)).unwrap();
    assert_eq!(
        glob.matches(value, &Context::new()),
        expected,
        "{pattern:?} on {value:?}"
    );
}

#[track_caller]
fn check_resource(pattern: &str, value: &str, expected: bool) {
    let glob = Glob::parse(pattern, syntax(Reach::Resource)).unwrap();
    assert_eq!(
        glob.matches(value, &Context::new()),
        expected,
        "{pattern:?} on {value:?}"
    );
}

#[track_caller]
fn check_filled(pattern: &str, value: &str, expected: bool) {
    let mut context = Context::new();
    context.set("aws:username", "a*b");
    context.set_many("aws:TagKeys", vec!["x".into(), "y".into()]);
    let glob = Glob::parse(pattern, syntax(Reach::Anywhere)).unwrap();
    assert_eq!(
        glob.matches(value, &context),
        expected,
        "{pattern:?} on {value:?}"
    );
}

#[test]
fn stars_and_question_marks_cover_the_whole_value() {
    check("*", "", true);
    check("a*c", "abc", true);
    check("a*c", "abcd", false);
    check("a?c", "abc", true);
    check("a?c", "ac", false);
    check("*a*b*", "xxaxxbxx", true);
    check("**a", "a", true);
    check("ab*ba", "aba", false);
    check("", "", true);
    check("", "a", false);
}

#[test]
fn a_question_mark_is_one_character_and_not_one_byte() {
    check("a?c", "aéc", true);
    check("a??c", "aéc", false);
    check("*?", "日", true);
}

#[test]
fn a_newline_does_not_escape_a_pattern() {
    check("a*c", "a\nc", true);
    check("a?c", "a\nc", true);
    check("ac", "ac\n", false);
}

#[test]
fn a_substituted_star_is_only_a_star() {
    check_filled("home/${aws:username}/*", "home/a*b/x", true);
    check_filled("home/${aws:username}/*", "home/axb/x", false);
    check_filled("home/${AWS:UserName}", "home/a*b", true);
}

#[test]
fn a_variable_without_a_single_value_matches_nothing() {
    check_filled("home/${aws:missing}*", "home/", false);
    check_filled("*${aws:TagKeys}*", "x", false);
    check_filled("${aws:missing, 'anon'}/*", "anon/x", true);
    check_filled("${aws:username, 'anon'}", "anon", false);
}

/// IAM user guide, "Policy variables with no value".
#[test]
fn a_variable_of_an_empty_value_is_one_without_a_value() {
    let context: Context = [("a:empty", "")].into_iter().collect();
    for (pattern, value, expected) in [
        ("b/${a:empty}*", "b/x", false),
        ("${a:empty}", "", false),
        ("b/${a:empty, 'd'}/*", "b/d/x", true),
    ] {
        let glob = Glob::parse(pattern, syntax(Reach::Anywhere)).unwrap();
        assert_eq!(glob.matches(value, &context), expected, "{pattern}");
    }
}

#[test]
fn escapes_stand_for_themselves() {
    check("${*}", "*", true);
    check("${*}", "a", false);
    check("a${?}b", "a?b", true);
    check("a${?}b", "axb", false);
    check("${$}{x}", "${x}", true);
}

#[test]
fn variables_that_are_none_are_refused() {
    for text in ["${", "${}", "${a", "${a${b}}", "${a,b}", "${**}", "${a b}"] {
        assert!(
            Glob::parse(text, syntax(Reach::Anywhere)).is_err(),
            "{text}"
        );
    }
}

#[test]
fn without_variables_the_braces_are_literal_text() {
    let plain = Syntax {
        variables: false,
        ..syntax(Reach::Anywhere)
    };
    let glob = Glob::parse("a/${aws:username}", plain).unwrap();
    assert!(glob.matches("a/${aws:username}", &Context::new()));
    assert!(!glob.has_variable());
}

#[test]
fn case_is_ignored_only_where_asked() {
    let folded = Syntax {
        case: Case::Ignored,
        ..syntax(Reach::Anywhere)
    };
    let glob = Glob::parse("Lambda:*Function", folded).unwrap();
    assert!(glob.matches("lambda:invokefunction", &Context::new()));
    assert!(!glob.matches("lambda:invoke", &Context::new()));
    let kelvin = Glob::parse("k", folded).unwrap();
    assert!(!kelvin.matches("\u{212a}", &Context::new()));
    let umlaut = Glob::parse("É*é", folded).unwrap();
    assert!(umlaut.matches("éxÉ", &Context::new()));
    check("Lambda:*", "lambda:x", false);
}

#[test]
fn a_star_that_ends_a_segment_reaches_beyond_colons() {
    check_resource(
        "arn:aws:lambda:us-east-1:1:function:f*",
        "arn:aws:lambda:us-east-1:1:function:f:prod",
        true,
    );
    check_resource(
        "arn:aws:lambda:*:function:f",
        "arn:aws:lambda:us-east-1:1:function:f",
        true,
    );
    check_resource("arn:aws:s3:::b/*", "arn:aws:s3:::b/x/y:z", true);
    check_resource("*", "arn:aws:s3:::b", true);
}

#[test]
fn an_inner_star_stays_in_its_segment_but_crosses_slashes() {
    check_resource("arn:aws:s3:::b/*/x", "arn:aws:s3:::b/a/b/x", true);
    check_resource("arn:aws:s3:::b/*/x", "arn:aws:s3:::b/a:b/x", false);
    check_resource("arn:aws:s3:::b*d", "arn:aws:s3:::bc:d", false);
    check_resource("a*?c:*", "axc:y", true);
}

/// IAM user guide, "IAM JSON policy elements: Resource": wildcards stand within a segment.
#[test]
fn a_question_mark_stays_in_its_segment() {
    check_resource(
        "arn:aws:lambda:r:1:function:f?live",
        "arn:aws:lambda:r:1:function:f:live",
        false,
    );
    check_resource(
        "arn:aws:lambda:r:1:function:f?live",
        "arn:aws:lambda:r:1:function:f-live",
        true,
    );
    check_resource("arn:aws:s:?:*:", "arn:aws:s::::", false);
    check_resource("*?", "a:", false);
    check_resource("*:?", "a:b", true);
}

#[test]
fn a_function_does_not_cover_its_alias() {
    let function = "arn:aws:lambda:us-east-1:1:function:f";
    check_resource(
        function,
        "arn:aws:lambda:us-east-1:1:function:f:prod",
        false,
    );
}

#[test]
fn hostile_patterns_stay_cheap() {
    let pattern = "*a".repeat(1000) + "b";
    let value = "a".repeat(2000);
    let begin = std::time::Instant::now();
    check(&pattern, &value, false);
    check_resource(&pattern, &value, false);
    check_resource(&(pattern + "?"), &value, false);
    assert!(begin.elapsed().as_secs() < 5);
}

/// Reads a pattern the slow way, straight from the documentation: no compile step, no state.
fn naive(pattern: &[char], value: &[char], reach: Reach) -> bool {
    let Some((first, more)) = pattern.split_first() else {
        return value.is_empty();
    };
    match first {
        '*' => naive_star(more, value, reach),
        '?' => value.split_first().is_some_and(|(seen, rest)| {
            (reach == Reach::Anywhere || *seen != ':') && naive(more, rest, reach)
        }),
        letter => value
            .split_first()
            .is_some_and(|(seen, rest)| seen == letter && naive(more, rest, reach)),
    }
}

fn naive_star(more: &[char], value: &[char], reach: Reach) -> bool {
    if more.first() == Some(&'*') {
        return naive_star(&more[1..], value, reach);
    }
    let far = reach == Reach::Anywhere || matches!(more.first(), None | Some(':'));
    for taken in 0..=value.len() {
        if !far && value[..taken].contains(&':') {
            return false;
        }
        if naive(more, &value[taken..], reach) {
            return true;
        }
    }
    false
}

fn agrees(pattern: &str, value: &str, reach: Reach) -> bool {
    let letters: Vec<char> = pattern.chars().collect();
    let seen: Vec<char> = value.chars().collect();
    let glob = Glob::parse(pattern, syntax(reach)).unwrap();
    glob.matches(value, &Context::new()) == naive(&letters, &seen, reach)
}

/// Every text of at most so many letters.
fn all_texts(letters: &[char], most: usize) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut last = texts.clone();
    for _ in 0..most {
        let longer = |text: &String| -> Vec<String> {
            letters
                .iter()
                .map(|letter| format!("{text}{letter}"))
                .collect()
        };
        last = last.iter().flat_map(longer).collect();
        texts.extend(last.iter().cloned());
    }
    texts
}

/// The number of pairs on which compiled and naive matching were compared.
fn prove(pattern_letters: &[char], value_letters: &[char], most: usize) -> usize {
    let values = all_texts(value_letters, most);
    let context = Context::new();
    let mut compared = 0;
    for pattern in all_texts(pattern_letters, most) {
        let letters: Vec<char> = pattern.chars().collect();
        for reach in [Reach::Anywhere, Reach::Resource] {
            let glob = Glob::parse(&pattern, syntax(reach)).unwrap();
            for value in &values {
                let seen: Vec<char> = value.chars().collect();
                let expected = naive(&letters, &seen, reach);
                assert_eq!(
                    glob.matches(value, &context),
                    expected,
                    "{pattern:?} {value:?}"
                );
                compared += 1;
            }
        }
    }
    compared
}

/// Exhaustive within its bounds: no pattern so short behaves otherwise than it is defined.
#[test]
fn every_short_pattern_means_what_it_is_defined_to_mean() {
    assert_eq!(
        prove(&['a', '*', '?', ':'], &['a', 'b', ':'], 5),
        2 * 1_365 * 364
    );
    let hostile = ['a', '*', '?', ':', '/', '\n'];
    assert_eq!(prove(&hostile, &['a', ':', '/', '\n'], 3), 2 * 259 * 85);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_glob_agrees_with_the_naive_matcher(pattern in "[ab*?:/é\n]{0,9}", value in "[ab:/é\n]{0,9}") {
        prop_assert!(agrees(&pattern, &value, Reach::Anywhere));
    }

    #[test]
    fn the_resource_glob_agrees_with_the_naive_matcher(pattern in "[ab*?:]{0,10}", value in "[ab:]{0,10}") {
        prop_assert!(agrees(&pattern, &value, Reach::Resource));
    }

    #[test]
    fn a_folded_glob_is_the_glob_of_folded_text(pattern in "[aAbB*?é]{0,9}", value in "[aAbBé]{0,9}") {
        let folded = Syntax { case: Case::Ignored, ..syntax(Reach::Anywhere) };
        let glob = Glob::parse(&pattern, folded).unwrap();
        let lower = Glob::parse(&pattern.to_lowercase(), syntax(Reach::Anywhere)).unwrap();
        let context = Context::new();
        prop_assert_eq!(glob.matches(&value, &context), lower.matches(&value.to_lowercase(), &context));
    }
}
