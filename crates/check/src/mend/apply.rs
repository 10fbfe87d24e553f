//! Edits of a text: those of one fix together or not at all, and of two that touch the same text, the first.

use crate::found::Edit;

use super::Page;

/// From one byte to another, and what stands there afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: String,
}

impl Cut {
    pub(super) fn at(at: usize, text: impl Into<String>) -> Self {
        Self::new(at, at, text)
    }

    pub(super) fn new(start: usize, end: usize, text: impl Into<String>) -> Self {
        Self {
            start,
            end,
            text: text.into(),
        }
    }

    /// Two insertions at one place follow one another; anything else that overlaps does not go together.
    fn disturbs(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The text with the edits of several fixes, and which of the fixes are in it.
pub(super) fn applied(text: &str, fixes: &[Vec<Edit>]) -> (String, Vec<bool>) {
    let page = Page::new(text);
    let mut taken: Vec<Cut> = Vec::new();
    let mut used = Vec::new();
    for edits in fixes {
        let cuts: Option<Vec<Cut>> = edits.iter().map(|edit| page.cut(edit)).collect();
        let fits = |cuts: &Vec<Cut>| {
            cuts.iter()
                .all(|cut| cut.start <= cut.end && !taken.iter().any(|other| cut.disturbs(other)))
        };
        let cuts = cuts.filter(fits);
        used.push(cuts.is_some());
        taken.extend(cuts.into_iter().flatten());
    }
    taken.sort_by_key(|cut| (cut.start, cut.end));
    let mut after = String::with_capacity(text.len());
    let mut at = 0;
    for cut in &taken {
        after.push_str(text.get(at..cut.start).unwrap_or_default());
        after.push_str(&cut.text);
        at = cut.end;
    }
    after.push_str(text.get(at..).unwrap_or_default());
    (after, used)
}

#[cfg(test)]
mod tests {
    use document::{Position, Span};

    use super::*;
    use crate::found::Place;

    fn edit(line: u32, from: u32, to: u32, text: &str) -> Edit {
        let at = |column| Position { line, column };
        Edit {
            place: Place {
                file: 0,
                span: Span {
                    start: at(from),
                    end: at(to),
                },
            },
            text: text.to_owned(),
        }
    }

    #[test]
    fn edits_are_written_where_they_belong() {
        let fixes = [
            vec![edit(2, 4, 9, "'POST'")],
            vec![edit(1, 4, 5, "2"), edit(1, 5, 5, "!")],
            vec![edit(2, 4, 6, "no"), edit(1, 1, 1, "never")],
        ];
        let (after, used) = applied("é: 1\nb: 'GET'\n", &fixes);
        assert_eq!(after, "é: 2!\nb: 'POST'\n");
        assert_eq!(used, [true, true, false]);
    }
}
