//! `portcullis check --fix`: what is written, what it came to, and why the rest was left.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use check::{Baseline, Checked, File, Mended};

use super::super::table::plain;
use super::super::{pretty, print};
use super::{checked_texts, code, complain, read, shown, usage, written};
use crate::settings::{Check, CheckFormat};

/// Several files are written together or not at all; with `--diff`, nothing is.
pub(super) fn run(asked: &Check, before: Checked, known: &Baseline) -> ExitCode {
    let reads_input = asked.files.iter().any(|path| path == Path::new("-"));
    if reads_input && !asked.diff {
        return usage(
            "--fix can't write to standard input: --fix --diff shows what it would write",
        );
    }
    if !before.not_checked.is_empty() && !asked.diff {
        complain("nothing is written, since a file could not be analysed");
        print(&shown(asked.format, &before));
        return code(&before);
    }
    let as_found = code(&before);
    let check = |files: Vec<File>| {
        let mut checked = checked_texts(asked, files);
        known.apply(&mut checked);
        checked
    };
    let mended = check::mend(before, &check);
    if asked.diff {
        tell(asked, &mended);
        return as_found;
    }
    if let Err(error) = write(asked, &mended) {
        return usage(&format!("{error:#}"));
    }
    tell(asked, &mended);
    code(&mended.checked)
}

/// Only over the text that was checked.
fn write(asked: &Check, mended: &Mended) -> anyhow::Result<()> {
    let mut files = Vec::new();
    for change in &mended.changes {
        let Some(path) = asked.files.get(change.file) else {
            continue;
        };
        if read(path)? != change.before {
            anyhow::bail!(
                "{} was changed meanwhile: nothing is written",
                path.display()
            );
        }
        files.push((path.as_path(), change.after.as_str()));
    }
    written::replace(&files)
}

fn tell(asked: &Check, mended: &Mended) {
    match asked.format {
        CheckFormat::Text => print(&text(asked, mended)),
        CheckFormat::Json => print(&pretty(&check::mended_json(mended))),
        CheckFormat::Sarif | CheckFormat::Github | CheckFormat::Junit | CheckFormat::Markdown => {
            print(&shown(asked.format, &mended.checked));
        }
    }
}

/// The difference, what was left and why, and what is found now.
fn text(asked: &Check, mended: &Mended) -> String {
    let name = |file: usize| {
        let file = mended.checked.files.get(file);
        file.map_or("", |file| file.name.as_str())
    };
    let mut out = String::new();
    for change in &mended.changes {
        let diff = check::diff(name(change.file), &change.before, &change.after);
        for line in diff.lines() {
            let _ = writeln!(out, "{}", plain(line));
        }
        out.push('\n');
    }
    for left in &mended.left {
        let at = left.found.place;
        let _ = writeln!(
            out,
            "left: {} at {}:{}: {}",
            left.found.rule.id,
            name(at.file),
            at.span.start.line,
            plain(&left.why)
        );
    }
    let what = if asked.diff {
        "would be mended"
    } else {
        "mended"
    };
    let _ = writeln!(
        out,
        "{} {what} in {} files, {} left\n",
        mended.mended.len(),
        mended.changes.len(),
        mended.left.len()
    );
    if asked.diff {
        return out.trim_end().to_owned();
    }
    out.push_str(&shown(asked.format, &mended.checked));
    out
}
