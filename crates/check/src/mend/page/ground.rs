//! Where things stand in the text: bytes and positions, lines, and how far a value reaches.

use document::{Entry, Node, Position};

use super::Page;

impl Page<'_> {
    /// The byte at which a position stands.
    pub(super) fn offset(&self, position: Position) -> Option<usize> {
        let line = usize::try_from(position.line).ok()?.checked_sub(1)?;
        let column = usize::try_from(position.column).ok()?.checked_sub(1)?;
        let start = match self.lines.get(line) {
            Some(start) => *start,
            // Behind the last line, where a text without a line break at its end ends.
            None if line == self.lines.len() && column == 0 => return Some(self.text.len()),
            None => return None,
        };
        let rest = self.text.get(start..)?;
        let mut chars = rest.char_indices();
        match chars.nth(column) {
            Some((at, _)) => Some(start + at),
            None if rest.chars().count() == column => Some(self.text.len()),
            None => None,
        }
    }

    pub(super) fn position(&self, offset: usize) -> Option<Position> {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines.get(line.checked_sub(1)?)?;
        let column = self.text.get(*start..offset)?.chars().count() + 1;
        Some(Position {
            line: u32::try_from(line).ok()?,
            column: u32::try_from(column).ok()?,
        })
    }

    /// Entries that stand inside of the map: not those that `<<` takes from elsewhere.
    pub(super) fn own_entries<'n>(&self, map: &'n Node) -> Option<Vec<&'n Entry>> {
        let (start, end) = (self.offset(map.position)?, self.offset(map.end)?);
        let own = map.entries().iter().filter(|entry| {
            let key = self.offset(entry.key_span.start);
            key.is_some_and(|key| (start..=end).contains(&key))
        });
        Some(own.collect())
    }

    /// From the tag of a value to behind its last character.
    pub(super) fn extent(&self, node: &Node) -> Option<(usize, usize)> {
        let start = self.offset(node.position)?;
        Some((self.tagged(start), self.behind(node)?))
    }

    /// Where the tag begins that stands before a value, be it on the line above.
    pub(super) fn tagged(&self, start: usize) -> usize {
        let before = self.text.get(..start).unwrap_or_default();
        let trimmed = before.trim_end();
        let tag = trimmed
            .rfind([' ', '\t', '\n', '[', '{', ','])
            .map_or(trimmed, |at| trimmed.get(at + 1..).unwrap_or_default());
        if tag.starts_with('!') && before.len() > trimmed.len() {
            start - (before.len() - trimmed.len()) - tag.len()
        } else {
            start
        }
    }

    /// Behind the last character of a value that is no blank: blocks of lines reach into the next line.
    pub(super) fn behind(&self, node: &Node) -> Option<usize> {
        let (start, end) = (self.offset(node.position)?, self.offset(node.end)?);
        let text = self.text.get(start..end.max(start))?;
        Some(start + text.trim_end().len())
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|start| *start <= at);
        let line = line.checked_sub(1).and_then(|line| self.lines.get(line));
        line.copied().unwrap_or_default()
    }

    /// Before the line break, so that a comment at the end of the line stays there.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        at + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// The dash before an item of a block.
    pub(super) fn dash(&self, item: &Node) -> Option<usize> {
        let start = self.offset(item.position)?;
        let line = self.line_start(start);
        let before = self.text.get(line..start)?;
        Some(line + before.rfind('-')?)
    }

    pub(super) fn is_flow(&self, collection: &Node) -> Option<bool> {
        let start = self.offset(collection.position)?;
        Some(self.text.get(start..)?.starts_with(['{', '[']))
    }
}
