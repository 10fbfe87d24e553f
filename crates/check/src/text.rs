//! Findings as a person reads them: what, where, and the line with a mark under it.

use std::fmt::Write as _;

use policy::{Extent, Finding, FindingKind};

use crate::findings::Findings;

/// A line of a document may be the whole document; only so much of it is shown.
const MOST_SHOWN: usize = 160;

/// `file` is the name under which the text is known; `text` is what was examined.
pub fn to_text(file: &str, text: &str, found: &Findings) -> String {
    let mut out = String::new();
    for finding in &found.findings {
        write_finding(&mut out, file, text, finding);
    }
    out
}

fn write_finding(out: &mut String, file: &str, text: &str, finding: &Finding) {
    let Extent { start, .. } = finding.extent;
    let number = start.line.to_string();
    let margin = " ".repeat(number.len());
    let _ = writeln!(
        out,
        "{}[{}]: {}",
        grade(finding.kind()),
        finding.code(),
        finding.details
    );
    let _ = writeln!(out, "{margin}--> {file}:{}:{}", start.line, start.column);
    if let Some((line, mark)) = excerpt(text, finding.extent) {
        let _ = writeln!(out, "{margin} |\n{number} | {line}\n{margin} | {mark}");
    }
    let _ = writeln!(out, "{margin} = see {}\n", finding.learn_more());
}

fn grade(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Error => "error",
        FindingKind::SecurityWarning => "security warning",
        FindingKind::Warning => "warning",
        FindingKind::Suggestion => "suggestion",
    }
}

/// The line on which the finding begins, from its first character at the earliest, and a mark as
/// wide as what was found on it.
fn excerpt(text: &str, extent: Extent) -> Option<(String, String)> {
    let line = text.lines().nth(place(extent.start.line))?;
    let length = line.chars().count();
    let begins = place(extent.start.column).min(length);
    let ends = if extent.end.line == extent.start.line {
        place(extent.end.column).clamp(begins, length)
    } else {
        length
    };
    let skipped = if ends > MOST_SHOWN { begins } else { 0 };
    let shown = line.chars().skip(skipped).take(MOST_SHOWN);
    // A tab, or what a terminal would obey, is shown as one blank.
    let shown = shown.map(|c| if c.is_control() { ' ' } else { c });
    let width = (ends - begins).clamp(1, MOST_SHOWN);
    let mark = format!("{}{}", " ".repeat(begins - skipped), "^".repeat(width));
    Some((shown.collect(), mark))
}

/// Lines and columns are counted from 1.
fn place(counted: u32) -> usize {
    usize::try_from(counted.saturating_sub(1)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use policy::PolicyType;

    use super::*;
    use crate::examine;

    #[test]
    fn a_finding_points_at_its_place() {
        let text = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": {\"Effect\": \"Allow\",\n    \"Action\": \"lambda:InvokFunction\", \"Resource\": \"*\"}\n}";
        let shown = to_text("p.json", text, &examine(text, PolicyType::Identity));
        let (head, _) = shown.split_once(" = see").unwrap();
        assert!(head.starts_with("error[INVALID_ACTION]: "), "{head}");
        assert!(
            head.ends_with(
                "
 --> p.json:4:15
  |
4 |     \"Action\": \"lambda:InvokFunction\", \"Resource\": \"*\"}
  |               ^^^^^^^^^^^^^^^^^^^^^^
 "
            ),
            "{head}"
        );
    }

    #[test]
    fn a_long_line_is_shown_from_what_was_found() {
        let blanks = " ".repeat(500);
        let text = format!(
            r#"{{"Version": "2012-10-17",{blanks}"Statement": {{"Effect": "Allow", "Action": "lambda:No", "Resource": "*"}}}}"#
        );
        let shown = to_text("p.json", &text, &examine(&text, PolicyType::Identity));
        let line = shown.lines().find(|line| line.starts_with("1 | ")).unwrap();
        assert!(line.starts_with("1 | \"lambda:No\", "), "{line}");
        assert!(line.chars().count() <= MOST_SHOWN + 4);
    }

    #[test]
    fn nothing_in_a_document_reaches_a_terminal_as_a_command() {
        let text = "{\"Statement\": {\"Effect\": \"\u{1b}[31mAllow\", \"Action\": \"*\"}}";
        let shown = to_text("p.json", text, &examine(text, PolicyType::Identity));
        let excerpts = shown.lines().filter(|line| line.contains(" | "));
        assert!(excerpts.clone().count() > 0);
        assert!(
            excerpts.clone().all(|line| !line.contains('\u{1b}')),
            "{shown:?}"
        );
    }
}
