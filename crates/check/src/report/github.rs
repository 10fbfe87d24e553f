//! Annotations of GitHub Actions ("Workflow commands for GitHub Actions").

use std::fmt::Write as _;

use super::summary;
use crate::checked::Checked;
use crate::found::Severity;

pub fn github(checked: &Checked) -> String {
    let mut out = String::new();
    for found in &checked.found {
        let kind = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let file = checked
            .files
            .get(found.place.file)
            .map_or("", |file| file.name.as_str());
        let (start, end) = (found.place.span.start, found.place.span.end);
        let mut message = found.message.clone();
        if let (Some(expected), Some(instead)) = (&found.expected, &found.found) {
            message = format!("{message}\nexpected: {expected}\nfound: {instead}");
        }
        let _ = writeln!(
            out,
            "::{kind} file={},line={},col={},endLine={},title={}::{}",
            property(file),
            start.line.max(1),
            start.column.max(1),
            end.line.max(1),
            property(&format!("{} {}", found.rule.id, found.rule.name)),
            data(&message)
        );
    }
    for one in &checked.not_checked {
        let file = checked
            .files
            .get(one.file)
            .map_or("", |file| file.name.as_str());
        let _ = writeln!(
            out,
            "::error file={}::{}",
            property(file),
            data(&one.reason)
        );
    }
    out.push_str(&summary(checked));
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
