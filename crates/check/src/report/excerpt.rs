//! The line that a finding begins on, with a mark under it.

use document::Span;

/// A line of a document may be the whole document; only so much of it is shown.
const MOST_SHOWN: usize = 160;

/// The line from its first character, or from what was found where it is far to the right, and a mark as wide as what
/// was found on it.
pub(super) fn excerpt(text: &str, span: Span) -> Option<(String, String)> {
    let line = text.lines().nth(place(span.start.line)?)?;
    let length = line.chars().count();
    let begins = place(span.start.column)?.min(length);
    let ends = if span.end.line == span.start.line {
        place(span.end.column)?.clamp(begins, length)
    } else {
        length
    };
    let skipped = if ends > MOST_SHOWN { begins } else { 0 };
    let shown = line.chars().skip(skipped).take(MOST_SHOWN);
    // A tab, or what a terminal would obey, is shown as one blank.
    let shown = shown.map(|c| if c.is_control() { ' ' } else { c });
    let width = (ends - begins).clamp(1, MOST_SHOWN);
    let mark = format!("{}{}", " ".repeat(begins - skipped), "^".repeat(width));
    Some((shown.collect(), mark))
}

/// Lines and columns are counted from 1.
fn place(counted: u32) -> Option<usize> {
    usize::try_from(counted.checked_sub(1)?).ok()
}
