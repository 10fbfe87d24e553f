//! Texts and times as a diagram shows them.

/// Control characters, line breaks and characters that turn the direction of writing would let a
/// request rewrite the terminal of who reads about it.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\r' | '\t' => ' ',
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                '\u{fffd}'
            }
            control if control.is_control() => '\u{fffd}',
            printable => printable,
        })
        .collect()
}

/// Lines of at most `width` characters, broken between words where that is possible.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        for piece in pieces(word, width) {
            let room = width.saturating_sub(line.chars().count());
            if !line.is_empty() && piece.chars().count() + 1 > room {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&piece);
        }
    }
    lines.push(line);
    lines
}

/// Longer words are for machines: a sealed message is drawn by its beginning, and the entry's JSON has
/// all of it, in one piece.
const LONGEST_WORD: usize = 256;
const BEGINNING: usize = 24;

/// The text with words beyond reading cut.
pub(super) fn shortened(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let length = word.chars().count();
        if length <= LONGEST_WORD {
            return word.to_owned();
        }
        let beginning: String = word.chars().take(BEGINNING).collect();
        format!("{beginning}... ({length} characters, whole with --format json)")
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A word that fits no line is cut into pieces that do.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let characters: Vec<char> = word.chars().collect();
    characters
        .chunks(width)
        .map(|piece| piece.iter().collect())
        .collect()
}

/// `870 us`, `12.3 ms`, `3.04 s`.
pub(super) fn duration(micros: u32) -> String {
    let number = f64::from(micros);
    match micros {
        0..1_000 => format!("{micros} us"),
        1_000..10_000 => format!("{:.2} ms", number / 1e3),
        10_000..1_000_000 => format!("{:.1} ms", number / 1e3),
        _ => format!("{:.2} s", number / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_machines_is_drawn_by_its_beginning() {
        let (long, longest) = ("x".repeat(300), "x".repeat(256));
        for (text, expected) in [
            ("a  b", "a  b".to_owned()),
            (longest.as_str(), longest.clone()),
            (
                &format!("see {long} there"),
                format!(
                    "see {}... (300 characters, whole with --format json) there",
                    "x".repeat(24)
                ),
            ),
        ] {
            assert_eq!(shortened(text), expected);
        }
    }

    #[test]
    fn nothing_that_moves_the_cursor_is_printable() {
        for (text, expected) in [
            ("/pets/é", "/pets/é"),
            ("a\u{1b}[2Jb", "a\u{fffd}[2Jb"),
            ("a\r\nb\tc", "a  b c"),
            ("a\u{202e}b\u{7f}\u{9b}", "a\u{fffd}b\u{fffd}\u{fffd}"),
        ] {
            assert_eq!(printable(text), expected);
        }
    }

    #[test]
    fn lines_are_broken_between_words() {
        for (text, width, expected) in [
            ("", 5, vec![""]),
            ("one two", 7, vec!["one two"]),
            ("one two", 6, vec!["one", "two"]),
            ("  one   two ", 20, vec!["one two"]),
            ("abcdefgh", 3, vec!["abc", "def", "gh"]),
            ("a bcdefg h", 4, vec!["a", "bcde", "fg h"]),
            ("äöü äöü", 3, vec!["äöü", "äöü"]),
        ] {
            assert_eq!(wrap(text, width), expected, "{text:?} at {width}");
        }
    }

    #[test]
    fn a_duration_has_the_unit_that_reads_best() {
        for (micros, expected) in [
            (0, "0 us"),
            (999, "999 us"),
            (1_000, "1.00 ms"),
            (12_345, "12.3 ms"),
            (999_900, "999.9 ms"),
            (3_040_000, "3.04 s"),
        ] {
            assert_eq!(duration(micros), expected);
        }
    }
}
