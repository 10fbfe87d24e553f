//! Rows for Java patterns: a pattern, a text, whether the whole text matches.

use super::*;

fn check(pattern: &str, text: &str, expected: bool) {
    let parsed = JavaPattern::parse(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
    assert_eq!(
        parsed.is_match_whole(text),
        Ok(expected),
        "{pattern} on {text:?}"
    );
}

#[test]
fn a_pattern_must_match_the_whole_text() {
    check("a", "a", true);
    check("a", "ab", false);
    check("a|ab", "ab", true);
    check("", "", true);
    check(".*Error.*", "an Error here", true);
    check("^.*$", "text", true);
}

#[test]
fn a_dot_stops_at_javas_line_ends() {
    check(".*", "a\nb", false);
    check(".*", "a\u{2028}b", false);
    check("(?s).*", "a\nb", true);
    check("(?s:.)*b", "a\nb", true);
    check("(\\n|.)+", "a\nb", true);
}

#[test]
fn classes_are_ascii() {
    check(r"\d+", "12", true);
    check(r"\d+", "٣", false);
    check(r"\w+", "é", false);
    check(r"\s", "\u{a0}", false);
    check(r"[\w.-]+@[\w]+", "a.b-c@d", true);
    check(r"\p{Alpha}+", "é", false);
    check(r"\p{L}+", "é", true);
    check(r"[^\d]", "a", true);
}

#[test]
fn classes_unite_and_intersect() {
    check("[a-c[x-z]]+", "abz", true);
    check("[a-z&&[^b]]", "b", false);
    check("[a-z&&[def]]", "e", true);
    check("[]a]+", "]a", true);
    check("[+--]+", ",-+", true);
    check("[[:a:]]+", "a:", true);
    check("[[:alpha:]]", "x", false);
}

#[test]
fn quantifiers_may_be_lazy_or_possessive() {
    check("a{2,3}", "aaa", true);
    check("a*+a", "aaa", false);
    check("a+?b", "aab", true);
}

#[test]
fn look_around_and_back_references_work() {
    check("(?=.*x).+", "axb", true);
    check("(?!a).*", "abc", false);
    check("(a|b)\\1", "aa", true);
    check("(?<q>['\"]).*\\k<q>", "'x'", true);
    check("(?i)bearer .+", "BEARER x", true);
    check("(?iu)É", "é", true);
}

#[test]
fn quotations_and_escapes_mean_characters() {
    check(r"\Qa.b\E+", "a.ba.b", false);
    check(r"\u0041\x42\0103", "ABC", true);
    check(r"a\.b", "a.b", true);
}

#[test]
fn what_can_not_be_translated_is_refused() {
    for pattern in [
        "(",
        ")",
        "[a",
        "*",
        "a{,2}",
        r"\G",
        r"\X",
        r"\p{Nope}",
        "(?x)a",
        "a\\",
    ] {
        assert!(JavaPattern::parse(pattern).is_err(), "{pattern}");
    }
}

#[test]
fn a_runaway_pattern_gives_up() {
    let pattern = JavaPattern::parse(r"(?=(a+)+$)b|(a+)+\2").unwrap();
    let text = "a".repeat(40) + "!";
    assert!(matches!(
        pattern.is_match_whole(&text),
        Ok(false) | Err(PatternError::Exhausted(_))
    ));
}

#[test]
fn replacements_name_groups_as_in_java() {
    let pattern = JavaPattern::parse("(a)(?<n>b)?").unwrap();
    assert_eq!(
        pattern.replace("abxa", "[$1${n}\\$]", usize::MAX).unwrap(),
        "[ab$]x[a$]"
    );
    assert_eq!(pattern.replace("aa", "-", 1).unwrap(), "-a");
    assert_eq!(
        pattern.replace("a", "$9", 1),
        Err(PatternError::Replacement)
    );
}

#[test]
fn splitting_drops_empty_parts_at_the_end() {
    let pattern = JavaPattern::parse(",").unwrap();
    assert_eq!(pattern.split(",a,,b,,", 0).unwrap(), ["", "a", "", "b"]);
    assert_eq!(pattern.split("a,b,c", 2).unwrap(), ["a", "b,c"]);
    assert_eq!(pattern.split("a,", -1).unwrap(), ["a", ""]);
    assert_eq!(
        JavaPattern::parse("").unwrap().split("abc", 0).unwrap(),
        ["a", "b", "c"]
    );
}
