//! SARIF 2.1.0, as code scanning takes it: stable rule ids and fingerprints.

use serde_json::{Value as Json, json};

use crate::checked::Checked;
use crate::found::{Found, Place, Severity};
use crate::rules::{Rule, all};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub fn sarif(checked: &Checked) -> Json {
    let rules: Vec<Json> = all().map(rule).collect();
    let results: Vec<Json> = checked
        .found
        .iter()
        .map(|found| result(checked, found))
        .collect();
    let failures: Vec<Json> = checked
        .not_checked
        .iter()
        .map(|one| {
            json!({
                "level": "error",
                "message": { "text": one.reason },
                "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(checked, one.file) } } }],
            })
        })
        .collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "portcullis",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                },
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": checked.not_checked.is_empty(),
                "toolExecutionNotifications": failures,
            }],
            "results": results,
        }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn rule(rule: &'static Rule) -> Json {
    json!({
        "id": rule.id,
        "name": rule.name,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": rule.why },
        "help": { "text": rule.mend },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn result(checked: &Checked, found: &Found) -> Json {
    let mut message = found.message.clone();
    if let (Some(expected), Some(instead)) = (&found.expected, &found.found) {
        message = format!("{message}\nexpected: {expected}\nfound: {instead}");
    }
    if let Some(paste) = found.fix.as_ref().and_then(|fix| fix.paste.as_ref()) {
        message = format!("{message}\nfix:\n{paste}");
    }
    let index = all().position(|rule| rule == found.rule);
    let mut whole = json!({
        "ruleId": found.rule.id,
        "ruleIndex": index,
        "level": level(found.severity),
        "message": { "text": message },
        "locations": [location(checked, found.place, None)],
        "partialFingerprints": { "portcullis/v1": found.fingerprint(uri(checked, found.place.file)) },
    });
    let related: Vec<Json> = found
        .related
        .iter()
        .map(|(place, label)| location(checked, *place, Some(label)))
        .collect();
    let fixes = fixes(checked, found);
    if let Some(members) = whole.as_object_mut() {
        if !related.is_empty() {
            members.insert("relatedLocations".to_owned(), Json::Array(related));
        }
        members.extend(fixes.map(|fixes| ("fixes".to_owned(), fixes)));
    }
    whole
}

fn uri(checked: &Checked, file: usize) -> &str {
    checked
        .files
        .get(file)
        .map_or("", |file| file.name.as_str())
}

/// Lines and columns are counted from 1; what has no place is on the first line.
fn region(place: Place) -> Json {
    let (start, end) = (place.span.start, place.span.end);
    json!({
        "startLine": start.line.max(1),
        "startColumn": start.column.max(1),
        "endLine": end.line.max(1),
        "endColumn": end.column.max(1),
    })
}

fn location(checked: &Checked, place: Place, label: Option<&str>) -> Json {
    let physical = json!({
        "artifactLocation": { "uri": uri(checked, place.file) },
        "region": region(place),
    });
    match label {
        Some(label) => json!({ "physicalLocation": physical, "message": { "text": label } }),
        None => json!({ "physicalLocation": physical }),
    }
}

fn fixes(checked: &Checked, found: &Found) -> Option<Json> {
    let fix = found.fix.as_ref().filter(|fix| !fix.edits.is_empty())?;
    let changes: Vec<Json> = fix
        .edits
        .iter()
        .map(|edit| {
            json!({
                "artifactLocation": { "uri": uri(checked, edit.place.file) },
                "replacements": [{
                    "deletedRegion": region(edit.place),
                    "insertedContent": { "text": edit.text },
                }],
            })
        })
        .collect();
    Some(json!([{ "description": { "text": fix.title }, "artifactChanges": changes }]))
}
