//! Columns that stand below each other.

use journal::why::Colours;

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

    /// Lines with an indent of two, each with its line break.
    pub(super) fn text(&self, colours: Colours) -> String {
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
