//! What goes leaves no trace: with its key or dash, its comma, its lines.

use document::Position;

use super::super::At;
use super::super::apply::Cut;
use super::{Holder, Page};

impl Page<'_> {
    pub(super) fn remove(&self, at: &At) -> Option<Vec<Cut>> {
        let (spot, missing) = self.reached(at)?;
        if !missing.is_empty() {
            return Some(Vec::new());
        }
        let (start, end) = (spot.node.position, self.behind(spot.node)?);
        let (begin, next, before, flow) = match spot.holder? {
            Holder::Map(map, entry) => {
                let own = self.own_entries(map)?;
                let at = own.iter().position(|other| other.key == entry.key)?;
                let neighbour = |at: Option<usize>| at.and_then(|at| own.get(at));
                let next = neighbour(Some(at + 1)).map(|entry| entry.key_span.start);
                let before = neighbour(at.checked_sub(1)).map(|entry| &entry.node);
                (entry.key_span.start, next, before, self.is_flow(map)?)
            }
            Holder::List(list, at) => {
                let items = list.items();
                let next = items.get(at + 1).map(|node| node.position);
                let before = at.checked_sub(1).and_then(|at| items.get(at));
                (start, next, before, self.is_flow(list)?)
            }
        };
        // The only one takes its holder with it, which nobody asked for.
        if next.is_none() && before.is_none() {
            return None;
        }
        if !flow {
            return Some(vec![self.lines_of(begin, spot.holder?, end)?]);
        }
        let cut = match (next, before) {
            (Some(next), _) => {
                let next = self.tagged(self.offset(next)?);
                Cut::new(self.tagged(self.offset(begin)?), next, "")
            }
            (None, Some(before)) => Cut::new(self.behind(before)?, end, ""),
            (None, None) => return None,
        };
        Some(vec![cut])
    }

    /// Whole lines, from that of the key or the dash to that of the end.
    fn lines_of(&self, begin: Position, holder: Holder<'_>, end: usize) -> Option<Cut> {
        let begin = self.offset(begin)?;
        let own = match holder {
            Holder::Map(..) => begin,
            Holder::List(list, at) => self.dash(list.items().get(at)?)?,
        };
        let start = self.line_start(own);
        let alone = self.text.get(start..own)?.trim().is_empty();
        let end = self.line_end(end);
        let end = if self.text.get(end..)?.starts_with('\n') {
            end + 1
        } else {
            end
        };
        alone.then(|| Cut::new(start, end, ""))
    }
}
