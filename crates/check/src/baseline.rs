//! A file of findings that are known already: they are left out, until they go and come back.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use crate::checked::Checked;

const VERSION: u64 = 1;

/// Fingerprints of findings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeSet<String>,
}

/// A file that is no baseline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("it is no baseline of portcullis check, version {VERSION}")]
pub struct NotABaseline;

impl Baseline {
    pub fn read(text: &str) -> Result<Self, NotABaseline> {
        let json: Json = serde_json::from_str(text).map_err(|_| NotABaseline)?;
        if json.get("version").and_then(Json::as_u64) != Some(VERSION) {
            return Err(NotABaseline);
        }
        let listed = json
            .get("findings")
            .and_then(Json::as_array)
            .ok_or(NotABaseline)?;
        let known = listed.iter().map(|one| {
            let print = one.get("fingerprint").and_then(Json::as_str);
            print.map(str::to_owned).ok_or(NotABaseline)
        });
        Ok(Self {
            known: known.collect::<Result<_, _>>()?,
        })
    }

    /// The baseline that knows all findings of a check.
    pub fn write(checked: &Checked) -> String {
        let findings = checked.found.iter().map(|found| {
            let file = checked
                .files
                .get(found.place.file)
                .map_or("", |file| file.name.as_str());
            json!({
                "fingerprint": found.fingerprint(file),
                "rule": found.rule.id,
                "file": file,
                "subject": found.subject,
            })
        });
        let findings: Vec<Json> = findings.collect();
        let whole = json!({ "version": VERSION, "findings": findings });
        format!("{whole:#}\n")
    }

    /// Leaves out what is known; how many that were.
    pub fn apply(&self, checked: &mut Checked) -> usize {
        let before = checked.found.len();
        let files = &checked.files;
        checked.found.retain(|found| {
            let file = files
                .get(found.place.file)
                .map_or("", |file| file.name.as_str());
            !self.known.contains(&found.fingerprint(file))
        });
        before - checked.found.len()
    }
}
