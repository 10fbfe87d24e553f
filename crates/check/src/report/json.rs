//! Our own form, versioned: its members are only added to.

use serde_json::{Value as Json, json as object};

use crate::checked::Checked;
use crate::found::{Found, Place, Severity};
use crate::mend::{Mended, diff};

const VERSION: u32 = 2;

pub fn json(checked: &Checked) -> Json {
    let not_checked = checked.not_checked.iter().map(|one| {
        object!({
            "file": name(checked, one.file),
            "error": one.reason,
            "line": one.position.map(|at| at.line),
            "column": one.position.map(|at| at.column),
        })
    });
    let unknown = checked.unknown.iter().map(
        |(place, why)| object!({ "place": place.map(|place| placed(checked, place)), "why": why }),
    );
    let ignored = checked.ignored.iter().map(|(rule, place, reason)| {
        object!({ "rule": rule.id, "place": placed(checked, *place), "reason": reason })
    });
    object!({
        "version": VERSION,
        "files": checked.files.iter().map(|file| &file.name).collect::<Vec<_>>(),
        "findings": checked.found.iter().map(|one| found(checked, one)).collect::<Vec<_>>(),
        "notChecked": not_checked.collect::<Vec<_>>(),
        "unknown": unknown.collect::<Vec<_>>(),
        "ignored": ignored.collect::<Vec<_>>(),
        "summary": {
            "errors": checked.count(Severity::Error),
            "warnings": checked.count(Severity::Warning),
            "notes": checked.count(Severity::Note),
        },
    })
}

/// The check of what was mended, with what was, and why the rest was left.
pub fn mended_json(mended: &Mended) -> Json {
    let mut all = json(&mended.checked);
    let told = mended.mended.iter().map(|found| {
        object!({
            "rule": found.rule.id,
            "subject": found.subject,
            "message": found.message,
            "title": found.fix.as_ref().map(|fix| &fix.title),
            "file": name(&mended.checked, found.place.file),
        })
    });
    let left = mended.left.iter().map(|left| {
        object!({
            "rule": left.found.rule.id,
            "subject": left.found.subject,
            "place": placed(&mended.checked, left.found.place),
            "why": left.why,
        })
    });
    let changes = mended.changes.iter().map(|change| {
        let file = name(&mended.checked, change.file);
        object!({ "file": file, "diff": diff(file, &change.before, &change.after) })
    });
    if let Some(members) = all.as_object_mut() {
        members.insert("mended".to_owned(), told.collect());
        members.insert("left".to_owned(), left.collect());
        members.insert("changes".to_owned(), changes.collect());
    }
    all
}

fn name(checked: &Checked, file: usize) -> &str {
    checked
        .files
        .get(file)
        .map_or("", |file| file.name.as_str())
}

fn placed(checked: &Checked, place: Place) -> Json {
    let (start, end) = (place.span.start, place.span.end);
    object!({
        "file": name(checked, place.file),
        "start": { "line": start.line, "column": start.column },
        "end": { "line": end.line, "column": end.column },
    })
}

fn found(checked: &Checked, found: &Found) -> Json {
    let related = found
        .related
        .iter()
        .map(|(place, label)| object!({ "place": placed(checked, *place), "label": label }));
    let fix = found.fix.as_ref().map(|fix| {
        let edits = fix
            .edits
            .iter()
            .map(|edit| object!({ "place": placed(checked, edit.place), "text": edit.text }));
        object!({ "title": fix.title, "paste": fix.paste, "edits": edits.collect::<Vec<_>>() })
    });
    object!({
        "rule": found.rule.id,
        "name": found.rule.name,
        "severity": found.severity.name(),
        "message": found.message,
        "subject": found.subject,
        "place": placed(checked, found.place),
        "expected": found.expected,
        "found": found.found,
        "notes": found.notes,
        "related": related.collect::<Vec<_>>(),
        "fix": fix,
        "learnMore": found.learn_more,
        "fingerprint": found.fingerprint(name(checked, found.place.file)),
    })
}
