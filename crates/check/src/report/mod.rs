//! The forms of the result: for people, for programs, for the places where findings are shown.

mod excerpt; // the lines that a finding points at
mod github; // annotations of GitHub Actions
mod json; // our own, versioned
mod junit; // for test reports
mod markdown; // for comments on changes
mod sarif; // for code scanning
mod text; // for terminals

pub use github::github;
pub use json::{json, mended_json};
pub use junit::junit;
pub use markdown::markdown;
pub use sarif::sarif;
pub use text::text;

use crate::checked::Checked;
use crate::found::{Place, Severity};

/// `name:line:column`; a finding about a server has no place.
fn located(checked: &Checked, place: Place) -> String {
    let name = checked
        .files
        .get(place.file)
        .map_or("", |file| file.name.as_str());
    let start = place.span.start;
    if start.line == 0 {
        return name.to_owned();
    }
    format!("{name}:{}:{}", start.line, start.column)
}

/// `3 errors, 1 warning`
fn summary(checked: &Checked) -> String {
    let counted = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        many => format!("{many} {what}s"),
    };
    let mut parts = vec![format!(
        "{} checked",
        counted(checked.files.len() - checked.not_checked.len(), "file")
    )];
    for (severity, name) in [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Note, "note"),
    ] {
        let count = checked.count(severity);
        if count > 0 {
            parts.push(counted(count, name));
        }
    }
    if checked.found.is_empty() {
        parts.push("nothing found".to_owned());
    }
    if !checked.unknown.is_empty() {
        parts.push(format!("{} unknown", checked.unknown.len()));
    }
    if !checked.ignored.is_empty() {
        parts.push(format!("{} ignored", checked.ignored.len()));
    }
    if !checked.not_checked.is_empty() {
        parts.push(format!("{} not checked", checked.not_checked.len()));
    }
    parts.join(", ")
}
