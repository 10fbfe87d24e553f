//! `portcullis check`: what is wrong or dangerous in policy documents. Offline and without keys.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;

use check::{Findings, examine, kind_of, to_text};
use policy::PolicyType;
use serde_json::{Value, json};

use super::{pretty, print};
use crate::settings::{Check, CheckedAs, Format};

/// Something needs attention.
const FINDINGS: u8 = 1;
/// Some file could not be examined; a usage error is 2.
const NOT_EXAMINED: u8 = 3;
/// Read of a file at most: one byte more than can be a policy.
const MOST_BYTES: u64 = 1024 * 1024 + 1;
/// The version of the JSON form.
const VERSION: u32 = 1;

/// A file and what came of it.
struct Examined {
    name: String,
    text: String,
    outcome: Result<Findings, String>,
}

pub(super) fn run(asked: &Check) -> ExitCode {
    let examined: Vec<Examined> = asked
        .files
        .iter()
        .map(|file| examined(file, asked.policy_type))
        .collect();
    print(&match asked.format {
        Format::Text => text(&examined),
        Format::Json => pretty(&json(&examined)),
    });
    code(&examined)
}

fn examined(file: &Path, checked_as: Option<CheckedAs>) -> Examined {
    let name = file.display().to_string();
    match read(file) {
        Err(error) => Examined {
            name,
            text: String::new(),
            outcome: Err(error.to_string()),
        },
        Ok(text) => {
            let kind = kind_of(&text);
            let kind = kind.map(|guessed| checked_as.map_or(guessed, PolicyType::from));
            Examined {
                name,
                outcome: kind
                    .map(|kind| examine(&text, kind))
                    .map_err(|unreadable| unreadable.to_string()),
                text,
            }
        }
    }
}

/// `-` is standard input.
fn read(file: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    if file == Path::new("-") {
        std::io::stdin()
            .take(MOST_BYTES)
            .read_to_string(&mut text)?;
    } else {
        let file = std::fs::File::open(file)?;
        file.take(MOST_BYTES).read_to_string(&mut text)?;
    }
    Ok(text)
}

fn code(examined: &[Examined]) -> ExitCode {
    let outcomes = || examined.iter().map(|file| &file.outcome);
    if outcomes().any(Result::is_err) {
        ExitCode::from(NOT_EXAMINED)
    } else if outcomes().flatten().any(Findings::needs_attention) {
        ExitCode::from(FINDINGS)
    } else {
        ExitCode::SUCCESS
    }
}

fn text(examined: &[Examined]) -> String {
    let mut out = String::new();
    for file in examined {
        match &file.outcome {
            Ok(found) => out.push_str(&to_text(&file.name, &file.text, found)),
            Err(why) => {
                let _ = writeln!(out, "{} was not checked: {why}\n", file.name);
            }
        }
    }
    let read: Vec<&Findings> = examined.iter().flat_map(|file| &file.outcome).collect();
    let findings: usize = read.iter().map(|found| found.findings.len()).sum();
    let left = examined.len() - read.len();
    let _ = write!(out, "{} checked, {findings} found", read.len());
    if left > 0 {
        let _ = write!(out, ", {left} not checked");
    }
    out
}

fn json(examined: &[Examined]) -> Value {
    let files: Vec<Value> = examined.iter().map(json_of).collect();
    json!({ "version": VERSION, "files": files })
}

fn json_of(file: &Examined) -> Value {
    let outcome = file.outcome.as_ref().map(serde_json::to_value);
    let mut shown = match outcome {
        Ok(found) => found.unwrap_or_default(),
        Err(why) => json!({ "error": why }),
    };
    if let Some(members) = shown.as_object_mut() {
        members.insert("file".to_owned(), json!(file.name));
    }
    shown
}

impl From<CheckedAs> for PolicyType {
    fn from(checked_as: CheckedAs) -> Self {
        match checked_as {
            CheckedAs::Identity => Self::Identity,
            CheckedAs::Resource => Self::Resource,
            CheckedAs::Trust => Self::Trust,
            CheckedAs::ServiceControl => Self::ServiceControl,
            CheckedAs::ResourceControl => Self::ResourceControl,
        }
    }
}
