//! Documented cases, one row each, asked of both evaluators.
//!
//! A row names its page under `docs.aws.amazon.com` (without a host: of the IAM user guide). A layer
//! is a document, or a list of statements of version 2012-10-17. Who asks is written as AWS prints
//! it: an ARN, a service, `anonymous`, or `federated:PROVIDER`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use policy::Principal;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::case::{Case, Layers, Verdict, Who};
use crate::{engine, evaluator};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    page: String,
    who: String,
    /// The ARN of the role, where it has a path.
    role: Option<String>,
    action: String,
    on: String,
    #[serde(default)]
    owner: String,
    #[serde(default)]
    context: BTreeMap<String, Value>,
    #[serde(default)]
    identity: Option<Value>,
    #[serde(default)]
    resource: Option<Value>,
    #[serde(default)]
    boundary: Option<Value>,
    #[serde(default)]
    session: Option<Value>,
    /// One entry for each level.
    #[serde(default)]
    scp: Vec<Value>,
    #[serde(default)]
    rcp: Vec<Value>,
    #[serde(default)]
    trust: Option<Value>,
    expect: Expected,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Expected {
    Allow,
    Implicit,
    Explicit,
}

/// A list of statements is a document of the newer version.
fn document(layer: Value) -> Value {
    match layer {
        Value::Array(_) => json!({ "Version": "2012-10-17", "Statement": layer }),
        other => other,
    }
}

pub(crate) fn who(text: &str, role: Option<String>) -> Who {
    let account = || text.split(':').nth(4).unwrap_or_default().to_owned();
    if text == "anonymous" {
        Who::Anonymous
    } else if let Some(provider) = text.strip_prefix("federated:") {
        Who::Federated(provider.to_owned())
    } else if text.ends_with(":root") {
        Who::Root(account())
    } else if text.contains(":federated-user/") {
        Who::FederatedUser(text.to_owned())
    } else if text.contains(":assumed-role/") {
        let name = text.split('/').nth(1).unwrap();
        let usual = format!("arn:aws:iam::{}:role/{name}", account());
        Who::Session {
            role: role.unwrap_or(usual),
            session: text.to_owned(),
        }
    } else if text.contains(":user/") {
        Who::User(text.to_owned())
    } else {
        assert!(text.ends_with(".amazonaws.com"), "who is {text}?");
        Who::Service(text.to_owned())
    }
}

/// The keys that follow from the principal are always there, unless the row sets them.
fn context(who: &Who, given: BTreeMap<String, Value>) -> BTreeMap<String, Vec<String>> {
    let mut described = policy::Context::new();
    Principal::describe(&engine::principal(who), &mut described);
    let mut all: BTreeMap<String, Vec<String>> = described
        .iter()
        .map(|(key, values)| (key.to_owned(), values.to_vec()))
        .collect();
    for (key, value) in given {
        let values = match value {
            Value::Array(several) => several
                .iter()
                .map(|one| one.as_str().unwrap().to_owned())
                .collect(),
            one => vec![one.as_str().unwrap().to_owned()],
        };
        all.retain(|other, _| !other.eq_ignore_ascii_case(&key));
        all.insert(key, values);
    }
    all
}

impl Row {
    fn case(self) -> (String, Case, Verdict) {
        let who = who(&self.who, self.role);
        let context = context(&who, self.context);
        let one = |layer: Option<Value>| layer.map(|layer| vec![document(layer)]);
        let levels = |levels: Vec<Value>| levels.into_iter().map(|l| vec![document(l)]).collect();
        let layers = Layers {
            identity: one(self.identity).unwrap_or_default(),
            resource: self.resource.map(document),
            boundary: one(self.boundary),
            session: one(self.session),
            scp: levels(self.scp),
            rcp: levels(self.rcp),
            trust: self.trust.map(document),
        };
        let expected = match self.expect {
            Expected::Allow => Verdict::Allow,
            Expected::Implicit => Verdict::Implicit,
            Expected::Explicit => Verdict::Explicit,
        };
        let case = Case {
            who,
            action: self.action,
            resource: self.on,
            owner: self.owner,
            context,
            layers,
        };
        (format!("{} ({})", self.name, self.page), case, expected)
    }
}

fn rows(file: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(file).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|cause| panic!("{}: {cause}", file.display()))
}

#[test]
fn documented_cases_are_decided_as_documented() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("malformed.json"))
        .collect();
    files.sort();
    let (mut names, mut wrong) = (BTreeSet::new(), Vec::new());
    for file in files {
        for row in rows(&file) {
            let (name, case, expected) = row.case();
            let engine = engine::ask(&case).map_err(|cause| cause.to_string());
            let oracle = evaluator::decide(&case);
            if engine != Ok(expected) || oracle != Ok(expected) {
                wrong.push(format!(
                    "{name}\n  expected {expected:?}, the engine says {engine:?}, the oracle {oracle:?}{case:?}"
                ));
            }
            assert!(names.insert(name.clone()), "{name} is there twice");
        }
    }
    println!("{} documented cases", names.len());
    assert!(names.len() >= 200, "the corpus has shrunk");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
