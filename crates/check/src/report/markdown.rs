//! A table and the details, for a comment on a change.

use std::fmt::Write as _;

use super::{located, summary};
use crate::checked::Checked;

pub fn markdown(checked: &Checked) -> String {
    let mut out = format!("### portcullis check: {}\n", summary(checked));
    if !checked.found.is_empty() {
        out.push_str("\n| | rule | place | finding |\n|---|---|---|---|\n");
    }
    for found in &checked.found {
        let _ = writeln!(
            out,
            "| {} | {} | `{}` | {} |",
            found.severity,
            found.rule.id,
            cell(&located(checked, found.place)),
            cell(&found.message)
        );
    }
    for found in &checked.found {
        let Some(fix) = &found.fix else { continue };
        let Some(paste) = &fix.paste else { continue };
        let _ = write!(
            out,
            "\n<details><summary>{} {}: {}</summary>\n\n```\n{}\n```\n\n</details>\n",
            found.rule.id,
            cell(&found.subject),
            cell(&fix.title),
            paste.trim_end().replace("```", "'''")
        );
    }
    for one in &checked.not_checked {
        let name = checked
            .files
            .get(one.file)
            .map_or("", |file| file.name.as_str());
        let _ = write!(
            out,
            "\n`{}` was not checked: {}\n",
            cell(name),
            cell(&one.reason)
        );
    }
    if !checked.unknown.is_empty() {
        out.push_str("\nUnknown:\n\n");
        for (place, why) in &checked.unknown {
            let place = place.map(|place| format!("`{}`: ", cell(&located(checked, place))));
            let _ = writeln!(out, "- {}{}", place.unwrap_or_default(), cell(why));
        }
    }
    out
}

/// Nothing of a document ends a cell, or becomes a tag.
fn cell(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('|', "\\|")
        .replace('\n', " ")
        .replace('<', "&lt;")
        .replace('`', "'")
}
