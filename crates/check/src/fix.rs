//! Edits: what fixes change in the files, and how it reads.

use document::Position;

use crate::checked::Checked;
use crate::found::Edit;

/// A file with all its fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub file: usize,
    pub before: String,
    pub after: String,
    /// How many findings are mended.
    pub fixes: usize,
}

/// What the fixes of a check change. Of two that touch the same text, the first counts.
pub fn changes(checked: &Checked) -> Vec<Change> {
    let mut all = Vec::new();
    for (at, file) in checked.files.iter().enumerate() {
        let fixes = checked.found.iter().filter_map(|found| found.fix.as_ref());
        let edits = fixes
            .flat_map(|fix| &fix.edits)
            .filter(|edit| edit.place.file == at);
        let (after, fixes) = applied(&file.text, edits.collect());
        if fixes > 0 {
            all.push(Change {
                file: at,
                before: file.text.clone(),
                after,
                fixes,
            });
        }
    }
    all
}

fn applied(text: &str, edits: Vec<&Edit>) -> (String, usize) {
    let mut spans: Vec<(usize, usize, &str)> = edits
        .into_iter()
        .filter_map(|edit| {
            let span = edit.place.span;
            Some((
                offset(text, span.start)?,
                offset(text, span.end)?,
                edit.text.as_str(),
            ))
        })
        .collect();
    spans.sort_by_key(|(start, _, _)| *start);
    let mut after = String::with_capacity(text.len());
    let mut at = 0;
    let mut count = 0;
    for (start, end, new) in spans {
        if start < at || end < start {
            continue;
        }
        let replaced = text.get(start..end).unwrap_or_default();
        after.push_str(text.get(at..start).unwrap_or_default());
        after.push_str(&quoted_alike(replaced, new));
        at = end;
        count += 1;
    }
    after.push_str(text.get(at..).unwrap_or_default());
    (after, count)
}

/// The new text in the quotes of the old one.
fn quoted_alike(old: &str, new: &str) -> String {
    for quote in ['"', '\''] {
        if old.len() > 1 && old.starts_with(quote) && old.ends_with(quote) {
            return match new.strip_prefix("!Ref ") {
                // JSON has no short forms.
                Some(id) if quote == '"' => format!("{{\"Ref\": \"{id}\"}}"),
                Some(_) => new.to_owned(),
                None => format!("{quote}{new}{quote}"),
            };
        }
    }
    new.to_owned()
}

/// The byte at which a position stands.
fn offset(text: &str, position: Position) -> Option<usize> {
    let line = usize::try_from(position.line).ok()?.checked_sub(1)?;
    let column = usize::try_from(position.column).ok()?.checked_sub(1)?;
    let mut start = 0;
    for _ in 0..line {
        start += text.get(start..)?.find('\n')? + 1;
    }
    let rest = text.get(start..)?;
    let mut chars = rest.char_indices();
    let within = match chars.nth(column) {
        Some((at, _)) => at,
        None if rest.chars().count() == column => rest.len(),
        None => return None,
    };
    Some(start + within)
}

/// What changes, line by line, as `diff -u` shows it: one hunk from the first line that changes to the last.
pub fn diff(name: &str, before: &str, after: &str) -> String {
    const CONTEXT: usize = 3;
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let head = old
        .iter()
        .zip(&new)
        .take_while(|(one, other)| one == other)
        .count();
    let room = old.len().min(new.len()) - head;
    let backwards = old.iter().rev().zip(new.iter().rev()).take(room);
    let tail = backwards.take_while(|(one, other)| one == other).count();
    let (first, last) = (head.saturating_sub(CONTEXT), tail.min(CONTEXT));
    let part = |lines: &[&str], from: usize, to: usize, sign: char| -> String {
        let lines = lines.iter().take(to).skip(from);
        let lines: Vec<String> = lines.map(|line| format!("{sign}{line}\n")).collect();
        lines.concat()
    };
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    format!(
        "--- {name}\n+++ {name}\n@@ -{},{} +{},{} @@\n{}{}{}{}",
        first + 1,
        old_end + last - first,
        first + 1,
        new_end + last - first,
        part(&old, first, head, ' '),
        part(&old, head, old_end, '-'),
        part(&new, head, new_end, '+'),
        part(&old, old_end, old_end + last, ' '),
    )
}

#[cfg(test)]
mod tests {
    use document::Span;

    use super::*;
    use crate::found::Place;

    #[test]
    fn edits_are_written_where_they_belong_and_in_the_same_quotes() {
        let at = |line, from, to| Place {
            file: 0,
            span: Span {
                start: Position { line, column: from },
                end: Position { line, column: to },
            },
        };
        let edit = |place, text: &str| Edit {
            place,
            text: text.to_owned(),
        };
        let edits = [
            edit(at(2, 4, 9), "POST"),
            edit(at(1, 4, 5), "2"),
            edit(at(2, 4, 6), "no"),
        ];
        let (after, count) = applied("é: 1\nb: 'GET'\n", edits.iter().collect());
        assert_eq!((after.as_str(), count), ("é: 2\nb: 'POST'\n", 2));
    }

    #[test]
    fn a_diff_shows_what_changes_and_three_lines_around() {
        let before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let after = before.replace('5', "five");
        assert_eq!(
            diff("f", before, &after),
            "--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
        );
    }
}
