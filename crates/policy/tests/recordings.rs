//! Every policy that AWS was recorded to answer with must be one that we take.

use std::path::{Path, PathBuf};

use policy::{Kind, Policy};
use serde_json::Value;

/// CloudWatch Logs keeps the access policy of a destination unread, so one recording names a service
/// under `AWS`. IAM refuses that, and so do we.
const SERVICE_UNDER_AWS: &str = r#"Invalid principal in policy: "AWS":"logs.amazonaws.com""#;

/// The folder of recordings, which is not part of the repository.
fn recordings() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/conformance");
    let root = std::env::var_os("PORTCULLIS_CONFORMANCE").unwrap_or(beside.into());
    Some(Path::new(&root).join("aws-recordings")).filter(|folder| folder.is_dir())
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            found.push(path);
        }
    }
}

/// Recordings name what differs between runs `<account-id>`, `<region>` and the like.
fn filled(text: &str) -> String {
    let text = text
        .replace("<partition>", "aws")
        .replace("<region>", "us-east-1");
    let mut filled = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        let (name, after) = after.split_once('>').unwrap_or((after, ""));
        filled.push_str(before);
        filled.push_str(if name.contains("arn") {
            "arn:aws:logs:::name"
        } else {
            "name"
        });
        rest = after;
    }
    filled + rest
}

fn documents<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| documents(item, found)),
        Value::Object(members) => {
            if members.contains_key("Version") && members.contains_key("Statement") {
                found.push(value);
            }
            members.values().for_each(|member| documents(member, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn kind(document: &str) -> Kind {
    match (
        document.contains("\"Principal\""),
        document.contains("\"Resource\""),
    ) {
        (true, true) => Kind::Resource,
        (true, false) => Kind::Trust,
        (false, _) => Kind::Identity,
    }
}

#[test]
fn recorded_policies_are_taken() {
    let Some(folder) = recordings() else {
        println!("skipped: there are no recordings");
        return;
    };
    let mut paths = Vec::new();
    files(&folder, &mut paths);
    let mut taken = 0;
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let Ok(recording) = serde_json::from_str::<Value>(&text) else {
            continue;
        };
        let mut found = Vec::new();
        documents(&recording, &mut found);
        for document in found {
            let document = filled(&document.to_string());
            match Policy::parse(&document, kind(&document)) {
                Ok(_) => taken += 1,
                Err(cause) if cause.message() == SERVICE_UNDER_AWS => {}
                Err(cause) => panic!("{}: {cause}\n{document}", path.display()),
            }
        }
    }
    assert!(taken > 100, "only {taken} policies were found");
}
