//! The sequence as a picture: one SVG without scripts, styles or fonts from elsewhere.

use std::fmt::Write as _;

use super::mermaid::lanes;
use super::text::{duration, printable, shortened};
use crate::{Entry, Lane, Mark, Step};

const MARGIN: usize = 90;
const COLUMN: usize = 150;
const ROW: usize = 34;
const HEAD: usize = 76;
const SAID: usize = 560;
/// A letter of the monospaced face at its size, in pixels.
const LETTER: usize = 7;

pub fn svg(entry: &Entry) -> String {
    let lanes = lanes(entry);
    let said_at = MARGIN + COLUMN * lanes.len();
    let width = said_at + SAID;
    let height = HEAD + ROW * (entry.steps.len() + 1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" font-family=\"ui-monospace, monospace\" font-size=\"12\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
    );
    let title = format!(
        "{} {} -> {} in {}",
        entry.method,
        entry.path,
        entry.status,
        duration(entry.duration_micros)
    );
    let _ = writeln!(
        out,
        "<text x=\"16\" y=\"24\" font-size=\"15\" font-weight=\"bold\">{}</text>",
        escaped(&cut(&title, (width - 32) / 9))
    );
    for (at, lane) in lanes.iter().enumerate() {
        let x = column(at);
        let _ = writeln!(
            out,
            "<text x=\"{x}\" y=\"56\" text-anchor=\"middle\" fill=\"#444\">{}</text>\n\
             <line x1=\"{x}\" y1=\"64\" x2=\"{x}\" y2=\"{}\" stroke=\"#ccc\"/>",
            lane.name(),
            height - 12
        );
    }
    for (at, step) in entry.steps.iter().enumerate() {
        let y = HEAD + ROW * at + ROW / 2;
        draw(&mut out, step, &lanes, (said_at, y));
    }
    out.push_str("</svg>\n");
    out
}

fn column(at: usize) -> usize {
    MARGIN + COLUMN * at + COLUMN / 2
}

fn draw(out: &mut String, step: &Step, lanes: &[Lane], (said_at, y): (usize, usize)) {
    let place = |lane: Lane| lanes.iter().position(|known| *known == lane).map(column);
    let (Some(from), Some(to)) = (place(step.from), place(step.to)) else {
        return;
    };
    let colour = match step.mark {
        Mark::Plain => "#333",
        Mark::Permitted => "#117733",
        Mark::Refused => "#bb2222",
        Mark::Reported => "#aa6600",
    };
    let _ = writeln!(
        out,
        "<text x=\"80\" y=\"{}\" text-anchor=\"end\" fill=\"#777\">{}</text>",
        y + 4,
        duration(step.at_micros)
    );
    if from == to {
        let _ = writeln!(
            out,
            "<circle cx=\"{from}\" cy=\"{y}\" r=\"4\" fill=\"{colour}\"/>"
        );
    } else {
        let (tip, back) = if to > from {
            (to - 2, to - 10)
        } else {
            (to + 2, to + 10)
        };
        let dash = if to < from {
            " stroke-dasharray=\"4 3\""
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "<line x1=\"{from}\" y1=\"{y}\" x2=\"{tip}\" y2=\"{y}\" stroke=\"{colour}\"{dash}/>\n\
             <polygon points=\"{tip},{y} {back},{} {back},{}\" fill=\"{colour}\"/>",
            y - 4,
            y + 4
        );
    }
    let mut said = step.text.to_string();
    if let Some(took) = step.took_micros {
        said = format!("{said} ({})", duration(took));
    }
    let shown = cut(&said, SAID / LETTER);
    let _ = writeln!(
        out,
        "<text x=\"{said_at}\" y=\"{}\" fill=\"{colour}\">{}<title>{}</title></text>",
        y + 4,
        escaped(&shown),
        escaped(&shortened(&printable(&said)))
    );
}

fn cut(text: &str, most: usize) -> String {
    let text = printable(text);
    if text.chars().count() <= most {
        return text;
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{kept}…")
}

/// What a stranger chose is text in a document, never a part of it.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            plain => out.push(plain),
        }
    }
    out
}
