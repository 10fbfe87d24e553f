//! The sequence in Mermaid's language, as Markdown pages draw it.

use std::fmt::Write as _;

use super::text::{duration, printable, shortened};
use crate::{Entry, Lane, Mark, Outcome, Step};

/// A `sequenceDiagram`, ending with a line break.
pub fn mermaid(entry: &Entry) -> String {
    let mut out = String::from("sequenceDiagram\n");
    for lane in lanes(entry) {
        let _ = writeln!(out, "    participant {}", lane.name());
    }
    let title = format!(
        "{} {} is {} in {}",
        entry.method,
        entry.path,
        entry.status,
        duration(entry.duration_micros)
    );
    let (first, last) = span(entry);
    let _ = writeln!(out, "    Note over {first},{last}: {}", escaped(&title));
    for step in &entry.steps {
        let _ = writeln!(out, "    {}", line(step));
    }
    if let Outcome::Refused(refusal) = &entry.outcome {
        let cause = format!("refused by {}: {}", refusal.layer.name(), refusal.cause);
        let _ = writeln!(out, "    Note over {first},{last}: {}", escaped(&cause));
    }
    out
}

/// Those who take part, in the order of a diagram.
pub(super) fn lanes(entry: &Entry) -> Vec<Lane> {
    let takes_part = |lane: &Lane| {
        entry
            .steps
            .iter()
            .any(|step| step.from == *lane || step.to == *lane)
    };
    let lanes: Vec<Lane> = Lane::ALL.into_iter().filter(takes_part).collect();
    if lanes.is_empty() {
        return vec![Lane::Client, Lane::Gateway];
    }
    lanes
}

fn span(entry: &Entry) -> (&'static str, &'static str) {
    let lanes = lanes(entry);
    let first = lanes.first().map_or("client", |lane| lane.name());
    (first, lanes.last().map_or(first, |lane| lane.name()))
}

fn line(step: &Step) -> String {
    let mark = match step.mark {
        Mark::Plain => "",
        Mark::Permitted => "yes: ",
        Mark::Refused => "no: ",
        Mark::Reported => "no, but only reported: ",
    };
    let text = escaped(&format!("{mark}{}", step.text));
    let (from, to) = (step.from.name(), step.to.name());
    if step.from == step.to {
        return format!("Note over {from}: {text}");
    }
    let back = step.from > step.to && step.to != Lane::Policy;
    let arrow = if back { "-->>" } else { "->>" };
    format!("{from}{arrow}{to}: {text}")
}

/// What would end a line or begin an entity is written as Mermaid's own entities.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in shortened(&printable(text)).chars() {
        match letter {
            '#' | ';' | '<' | '>' | '&' | '%' | '"' | '`' => {
                let _ = write!(out, "#{};", u32::from(letter));
            }
            plain => out.push(plain),
        }
    }
    out
}
