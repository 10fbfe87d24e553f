//! A test report: each file is a suite, each finding a failed test of it.

use std::fmt::Write as _;

use super::located;
use crate::checked::Checked;
use crate::found::{Found, Severity};

pub fn junit(checked: &Checked) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let failures = checked
        .found
        .iter()
        .filter(|found| found.severity != Severity::Note)
        .count();
    let _ = writeln!(
        out,
        "<testsuites name=\"portcullis check\" tests=\"{}\" failures=\"{failures}\" errors=\"{}\">",
        checked.found.len().max(checked.files.len()),
        checked.not_checked.len()
    );
    for (at, file) in checked.files.iter().enumerate() {
        suite(&mut out, checked, at, &file.name);
    }
    out.push_str("</testsuites>");
    out
}

fn suite(out: &mut String, checked: &Checked, at: usize, name: &str) {
    let found: Vec<&Found> = checked
        .found
        .iter()
        .filter(|found| found.place.file == at)
        .collect();
    let failed = found
        .iter()
        .filter(|found| found.severity != Severity::Note)
        .count();
    let broken: Vec<_> = checked
        .not_checked
        .iter()
        .filter(|one| one.file == at)
        .collect();
    let _ = writeln!(
        out,
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{failed}\" errors=\"{}\">",
        escaped(name),
        found.len().max(1),
        broken.len()
    );
    for one in &broken {
        let _ = writeln!(
            out,
            "    <testcase classname=\"{}\" name=\"analysis\"><error message=\"{}\"/></testcase>",
            escaped(name),
            escaped(&one.reason)
        );
    }
    if found.is_empty() && broken.is_empty() {
        let _ = writeln!(
            out,
            "    <testcase classname=\"{}\" name=\"all rules\"/>",
            escaped(name)
        );
    }
    for one in found {
        case(out, checked, one, name);
    }
    out.push_str("  </testsuite>\n");
}

fn case(out: &mut String, checked: &Checked, found: &Found, name: &str) {
    let _ = write!(
        out,
        "    <testcase classname=\"{}\" name=\"{} {}\">",
        escaped(name),
        found.rule.id,
        escaped(&found.subject)
    );
    let body = format!("{}\n{}", located(checked, found.place), found.message);
    if found.severity == Severity::Note {
        let _ = write!(out, "<system-out>{}</system-out>", escaped(&body));
    } else {
        let _ = write!(
            out,
            "<failure type=\"{}\" message=\"{}\">{}</failure>",
            found.severity,
            escaped(&found.message),
            escaped(&body)
        );
    }
    out.push_str("</testcase>\n");
}

/// What XML doesn't take at all is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
