//! What changes, as `diff -u` shows it.

use std::fmt::Write as _;

/// Unchanged lines around a change.
const CONTEXT: usize = 3;
/// More lines that differ than this are shown as one change: finding the least would take too long.
const MOST_DIFFERING: usize = 2_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'t> {
    Both(&'t str),
    Old(&'t str),
    New(&'t str),
}

/// The differences of two texts in hunks with their line numbers; nothing if there are none.
pub fn diff(name: &str, before: &str, after: &str) -> String {
    let lines = compared(before, after);
    if lines.iter().all(|line| matches!(line, Line::Both(_))) {
        return String::new();
    }
    let mut out = format!("--- {name}\n+++ {name}\n");
    for (from, to) in hunks(&lines) {
        write_hunk(&mut out, &lines, from, to);
    }
    out
}

/// The hunks by the places of their lines.
fn hunks(lines: &[Line<'_>]) -> Vec<(usize, usize)> {
    let mut hunks: Vec<(usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if matches!(line, Line::Both(_)) {
            continue;
        }
        let (from, to) = (
            at.saturating_sub(CONTEXT),
            (at + CONTEXT + 1).min(lines.len()),
        );
        match hunks.last_mut() {
            Some((_, end)) if from <= *end => *end = to,
            _ => hunks.push((from, to)),
        }
    }
    hunks
}

fn write_hunk(out: &mut String, lines: &[Line<'_>], from: usize, to: usize) {
    let before = lines.get(..from).unwrap_or_default();
    let hunk = lines.get(from..to).unwrap_or_default();
    let old = |lines: &[Line<'_>]| count(lines, |line| !matches!(line, Line::New(_)));
    let new = |lines: &[Line<'_>]| count(lines, |line| !matches!(line, Line::Old(_)));
    let _ = writeln!(
        out,
        "@@ -{},{} +{},{} @@",
        old(before) + 1,
        old(hunk),
        new(before) + 1,
        new(hunk)
    );
    for line in hunk {
        let _ = match line {
            Line::Both(text) => writeln!(out, " {text}"),
            Line::Old(text) => writeln!(out, "-{text}"),
            Line::New(text) => writeln!(out, "+{text}"),
        };
    }
}

fn count(lines: &[Line<'_>], which: impl Fn(&Line<'_>) -> bool) -> usize {
    lines.iter().filter(|line| which(line)).count()
}

/// Every line of both texts, in order.
fn compared<'t>(before: &'t str, after: &'t str) -> Vec<Line<'t>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same = |pairs: usize, backwards: bool| {
        let pair = |at: usize| {
            if backwards {
                (old.iter().rev().nth(at), new.iter().rev().nth(at))
            } else {
                (old.get(at), new.get(at))
            }
        };
        (0..pairs)
            .take_while(|at| {
                let (one, other) = pair(*at);
                one == other
            })
            .count()
    };
    let shorter = old.len().min(new.len());
    let head = same(shorter, false);
    let tail = same(shorter - head, true);
    let middle = |lines: &[&'t str]| -> Vec<&'t str> {
        let kept = lines.get(head..lines.len() - tail).unwrap_or_default();
        kept.to_vec()
    };
    let mut lines: Vec<Line<'t>> = old.iter().take(head).map(|line| Line::Both(line)).collect();
    lines.extend(between(&middle(&old), &middle(&new)));
    lines.extend(
        old.iter()
            .skip(old.len() - tail)
            .map(|line| Line::Both(line)),
    );
    lines
}

/// The longest lines in common stay, by the table of their lengths.
fn between<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<Line<'t>> {
    if old.len().max(new.len()) > MOST_DIFFERING {
        let gone = old.iter().map(|line| Line::Old(line));
        return gone.chain(new.iter().map(|line| Line::New(line))).collect();
    }
    let width = new.len() + 1;
    let mut common = vec![0_u32; (old.len() + 1) * width];
    let of = |table: &[u32], one: usize, other: usize| {
        table.get(one * width + other).copied().unwrap_or_default()
    };
    for (one, old_line) in old.iter().enumerate().rev() {
        for (other, new_line) in new.iter().enumerate().rev() {
            let length = if old_line == new_line {
                of(&common, one + 1, other + 1) + 1
            } else {
                of(&common, one + 1, other).max(of(&common, one, other + 1))
            };
            if let Some(cell) = common.get_mut(one * width + other) {
                *cell = length;
            }
        }
    }
    let (mut one, mut other) = (0, 0);
    let mut lines = Vec::new();
    loop {
        match (old.get(one), new.get(other)) {
            (Some(old_line), Some(new_line)) if old_line == new_line => {
                lines.push(Line::Both(old_line));
                (one, other) = (one + 1, other + 1);
            }
            (Some(old_line), new_line)
                if new_line.is_none()
                    || of(&common, one + 1, other) >= of(&common, one, other + 1) =>
            {
                lines.push(Line::Old(old_line));
                one += 1;
            }
            (_, Some(new_line)) => {
                lines.push(Line::New(new_line));
                other += 1;
            }
            (_, None) => return lines,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_shows_what_changes_and_three_lines_around() {
        let before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let after = before.replace('5', "five");
        assert_eq!(
            diff("f", before, &after),
            "--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
        );
    }

    #[test]
    fn changes_that_are_far_apart_are_hunks_of_their_own() {
        let lines: Vec<String> = (1..=20).map(|number| number.to_string()).collect();
        let before = format!("{}\n", lines.join("\n"));
        let after = before.replace("2\n3\n", "3\n").replace("19\n", "19\nnew\n");
        assert_eq!(
            diff("f", &before, &after),
            "--- f\n+++ f\n@@ -1,5 +1,4 @@\n 1\n-2\n 3\n 4\n 5\n@@ -17,4 +16,5 @@\n 17\n 18\n 19\n+new\n 20\n"
        );
    }

    #[test]
    fn equal_texts_have_no_diff() {
        assert_eq!(diff("f", "a\n", "a\n"), "");
    }
}
