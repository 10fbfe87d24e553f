//! Columns that stand below each other.

use std::fmt::Write as _;

use journal::why::Colours;

use super::terminal;

/// What a stranger chose, without anything that a terminal would obey.
pub(super) fn plain(text: &str) -> String {
    let blank = |letter: char| if letter.is_control() { ' ' } else { letter };
    text.chars().map(blank).collect()
}

/// Cells are plain; the words for what is wrong are painted where there are colours.
pub(super) struct Table<const N: usize> {
    heads: [String; N],
    rows: Vec<[String; N]>,
}

impl<const N: usize> Table<N> {
    pub(super) fn new(heads: [&str; N]) -> Self {
        Self {
            heads: heads.map(str::to_owned),
            rows: Vec::new(),
        }
    }

    pub(super) fn row(&mut self, cells: [String; N]) {
        self.rows.push(cells);
    }

    /// Lines with an indent of two, each with its line break. Where the terminal is narrower than they are, each row
    /// is as many lines as it has columns.
    pub(super) fn text(&self, colours: Colours) -> String {
        self.within(terminal::narrow(), colours)
    }

    fn within(&self, room: Option<usize>, colours: Colours) -> String {
        let beside = self.beside(colours);
        let widest = beside.lines().map(shown_width).max().unwrap_or_default();
        if room.is_some_and(|room| widest > room) {
            return self.below(colours);
        }
        beside
    }

    /// Each cell on a line of its own, behind the head of its column.
    fn below(&self, colours: Colours) -> String {
        let widest = self.heads.iter().map(|head| head.chars().count()).max();
        let widest = widest.unwrap_or_default();
        let mut out = String::new();
        for row in &self.rows {
            for (at, (head, cell)) in self.heads.iter().zip(row).enumerate() {
                if head.is_empty() && cell.is_empty() {
                    continue;
                }
                let (indent, width) = if at == 0 {
                    ("  ", widest + 2)
                } else {
                    ("    ", widest)
                };
                let _ = writeln!(out, "{indent}{head:<width$}  {}", painted(cell, colours));
            }
        }
        out
    }

    fn beside(&self, colours: Colours) -> String {
        let mut widths = self.heads.each_ref().map(|head| head.chars().count());
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let mut out = String::new();
        for row in std::iter::once(&self.heads).chain(&self.rows) {
            let mut line = String::from(" ");
            for (width, cell) in widths.iter().zip(row) {
                let padding = width.saturating_sub(cell.chars().count());
                line.push(' ');
                line.push_str(&painted(cell, colours));
                line.push_str(&" ".repeat(padding + 1));
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }
}

/// Colours take no room.
fn shown_width(line: &str) -> usize {
    let codes = line.matches('\u{1b}').count();
    // Each is ESC [ 3 x m or ESC [ 0 m, and both come together.
    line.chars().count().saturating_sub(codes / 2 * 9)
}

fn painted(cell: &str, colours: Colours) -> String {
    let code = match cell {
        "missing" | "denied" => "31",
        "granted" | "needed" => "32",
        "wider than needed" | "orphaned" | "shadowed" | "duplicate" | "unknown" => "33",
        _ => return cell.to_owned(),
    };
    match colours {
        Colours::None => cell.to_owned(),
        Colours::Ansi => format!("\x1b[{code}m{cell}\x1b[0m"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_is_too_wide_stands_below_itself() {
        let mut table = Table::new(["call", "permission"]);
        table.row(["GET /pets".to_owned(), "missing".to_owned()]);
        insta::assert_snapshot!(table.within(Some(24), Colours::None), @r"
          call       permission
          GET /pets  missing
        ");
        insta::assert_snapshot!(table.within(Some(20), Colours::None), @r"
          call          GET /pets
            permission  missing
        ");
        let painted = table.within(Some(24), Colours::Ansi);
        assert!(
            painted.starts_with("  call       permission\n"),
            "{painted:?}"
        );
    }
}
