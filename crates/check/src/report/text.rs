//! Findings as a person reads them: what, where, the line with a mark under it, and what to do.

use std::fmt::Write as _;

use super::excerpt::excerpt;
use super::{located, summary};
use crate::checked::Checked;
use crate::found::{Found, Place};

pub fn text(checked: &Checked) -> String {
    let mut out = String::new();
    for found in &checked.found {
        write_found(&mut out, checked, found);
    }
    for not_checked in &checked.not_checked {
        let name = checked
            .files
            .get(not_checked.file)
            .map_or("", |file| file.name.as_str());
        let place = not_checked
            .position
            .map(|at| format!(":{}:{}", at.line, at.column));
        let _ = writeln!(
            out,
            "{name}{} was not checked: {}\n",
            place.unwrap_or_default(),
            plain(&not_checked.reason)
        );
    }
    for (place, why) in &checked.unknown {
        let place = place.map(|place| format!("{}: ", located(checked, place)));
        let _ = writeln!(out, "unknown: {}{}", place.unwrap_or_default(), plain(why));
    }
    if !checked.unknown.is_empty() {
        out.push('\n');
    }
    out.push_str(&summary(checked));
    out
}

fn write_found(out: &mut String, checked: &Checked, found: &Found) {
    let number = found.place.span.start.line.to_string();
    let margin = " ".repeat(number.len());
    let _ = writeln!(
        out,
        "{}[{}]: {}",
        found.severity,
        found.rule.id,
        plain(&found.message)
    );
    write_place(out, checked, found.place, &number);
    for (place, label) in &found.related {
        let _ = writeln!(
            out,
            "{margin} ::: {}: {}",
            located(checked, *place),
            plain(label)
        );
    }
    if let Some(expected) = &found.expected {
        let _ = writeln!(out, "{margin} = expected: {}", plain(expected));
    }
    if let Some(instead) = &found.found {
        let _ = writeln!(out, "{margin} =    found: {}", plain(instead));
    }
    for note in &found.notes {
        let _ = writeln!(out, "{margin} = note: {}", plain(note));
    }
    if let Some(fix) = &found.fix {
        let by_itself = if fix.edits.is_empty() {
            ""
        } else {
            " (--fix writes it)"
        };
        let _ = writeln!(out, "{margin} = help: {}{by_itself}", plain(&fix.title));
        for line in fix.paste.iter().flat_map(|paste| paste.lines()) {
            let _ = writeln!(out, "{margin}     {}", plain(line));
        }
    }
    match &found.learn_more {
        Some(page) => {
            let _ = writeln!(out, "{margin} = see {page}\n");
        }
        None => {
            let _ = writeln!(
                out,
                "{margin} = see portcullis check --explain {}\n",
                found.rule.id
            );
        }
    }
}

fn write_place(out: &mut String, checked: &Checked, place: Place, number: &str) {
    let margin = " ".repeat(number.len());
    let _ = writeln!(out, "{margin}--> {}", located(checked, place));
    let text = checked
        .files
        .get(place.file)
        .map_or("", |file| file.text.as_str());
    if let Some((line, mark)) = excerpt(text, place.span) {
        let _ = writeln!(out, "{margin} |\n{number} | {line}\n{margin} | {mark}");
    }
}

/// Nothing of a document reaches a terminal as a command.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
