//! Documented cases, one row each, asked of both evaluators.
//!
//! A row names its page under `docs.aws.amazon.com` (without a host: of the IAM user guide). A layer
//! is a document, or a list of statements of version 2012-10-17. Who asks is written as AWS prints
//! it: an ARN, a service, `anonymous`, or `federated:PROVIDER`. With `api`, the resource policy may name
//! resources as `execute-api:/STAGE/METHOD/PATH`, which API Gateway expands when it is stored (API
//! Gateway developer guide, "API Gateway resource policy examples").

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

use policy::{Policy, Principal};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::case::{Case, Layers, Verdict, Who};
use crate::engine::{self, Compiled};
use crate::evaluator;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    page: String,
    who: String,
    /// The user or role behind the session; for a role only where it has a path.
    of: Option<String>,
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
    /// `arn:aws:execute-api:REGION:ACCOUNT:API`, when the resource policy is in the short form.
    api: Option<String>,
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

fn who(text: &str, of: Option<String>) -> Who {
    let account = || text.split(':').nth(4).unwrap_or_default().to_owned();
    if text == "anonymous" {
        Who::Anonymous
    } else if let Some(provider) = text.strip_prefix("federated:") {
        Who::Federated(provider.to_owned())
    } else if text.ends_with(":root") {
        Who::Root(account())
    } else if text.contains(":federated-user/") {
        Who::FederatedUser {
            arn: text.to_owned(),
            user: of,
        }
    } else if text.contains(":assumed-role/") {
        let name = text.split('/').nth(1).unwrap();
        let usual = format!("arn:aws:iam::{}:role/{name}", account());
        Who::Session {
            role: of.unwrap_or(usual),
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
    /// The verdict on the short form, which only the engine knows.
    fn in_short_form(&self, expanded: &Case) -> Option<Verdict> {
        let (api, written) = (self.api.as_ref()?, self.resource.clone()?);
        let policy = Policy::parse_for_api(&document(written).to_string(), api).unwrap();
        let compiled = Compiled {
            resource: Some(policy),
            ..Compiled::new(&expanded.layers).unwrap()
        };
        Some(compiled.decide(expanded))
    }

    fn expanded(&self) -> Option<Value> {
        let (written, api) = (
            self.resource.clone()?,
            self.api.as_deref().unwrap_or_default(),
        );
        let text = written
            .to_string()
            .replace("\"execute-api:/", &format!("\"{api}/"));
        Some(document(serde_json::from_str(&text).unwrap()))
    }

    fn case(&self) -> Case {
        let who = who(&self.who, self.of.clone());
        let one = |layer: &Option<Value>| layer.clone().map(|layer| vec![document(layer)]);
        let levels = |all: &[Value]| all.iter().map(|one| vec![document(one.clone())]).collect();
        let layers = Layers {
            identity: one(&self.identity).unwrap_or_default(),
            resource: self.expanded(),
            boundary: one(&self.boundary),
            session: one(&self.session),
            scp: levels(&self.scp),
            rcp: levels(&self.rcp),
            trust: self.trust.clone().map(document),
        };
        Case {
            context: context(&who, self.context.clone()),
            who,
            action: self.action.clone(),
            resource: self.on.clone(),
            owner: self.owner.clone(),
            layers: Rc::new(layers),
        }
    }

    fn expected(&self) -> Verdict {
        match self.expect {
            Expected::Allow => Verdict::Allow,
            Expected::Implicit => Verdict::Implicit,
            Expected::Explicit => Verdict::Explicit,
        }
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
            let name = format!("{} ({})", row.name, row.page);
            let (case, expected) = (row.case(), row.expected());
            let engine = engine::ask(&case).map_err(|cause| cause.to_string());
            let oracle = evaluator::decide(&case);
            let short = row.in_short_form(&case).unwrap_or(expected);
            if engine != Ok(expected) || oracle != Ok(expected) || short != expected {
                wrong.push(format!(
                    "{name}\n  expected {expected:?}, the engine says {engine:?}, the oracle {oracle:?}, the short form {short:?}{case:?}"
                ));
            }
            assert!(names.insert(name.clone()), "{name} is there twice");
        }
    }
    println!("{} documented cases", names.len());
    assert!(names.len() >= 200, "the corpus has shrunk");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
