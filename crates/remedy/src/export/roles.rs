//! Roles: those that the API names, and those that stand in for permissions.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Estate;
use super::calls::{AUTHORIZER, At, Call, INTEGRATION, spelled};

/// IAM's limit for the name of a role.
const MOST_LETTERS: usize = 64;

/// A role with all that limits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    pub name: String,
    /// `/` or longer.
    pub path: String,
    pub trust: Value,
    /// By name.
    pub inline: BTreeMap<String, Value>,
    pub attached: Vec<String>,
    pub boundary: Option<String>,
}

impl Role {
    pub(super) fn told(&self) -> Value {
        let mut told = json!({
            "path": self.path,
            "trust": self.trust,
            "policies": self.inline,
            "managedPolicies": self.attached,
        });
        if let (Some(boundary), Some(members)) = (&self.boundary, told.as_object_mut()) {
            members.insert("permissionsBoundary".to_owned(), json!(boundary));
        }
        told
    }

    fn invoking(function: &str) -> Self {
        let statement = json!({
            "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": function,
        });
        let trust = json!({
            "Effect": "Allow",
            "Principal": {"Service": "apigateway.amazonaws.com"},
            "Action": "sts:AssumeRole",
        });
        Self {
            name: name(function),
            path: "/".to_owned(),
            trust: document(&trust),
            inline: BTreeMap::from([("invoke".to_owned(), document(&statement))]),
            attached: Vec::new(),
            boundary: None,
        }
    }
}

fn document(statement: &Value) -> Value {
    json!({"Version": "2012-10-17", "Statement": [statement]})
}

/// The document with a role at each chosen call that is permitted and names none, and all its roles.
pub(super) fn instead_of_grants(
    estate: &Estate,
    calls: &[Call],
    chosen: impl Fn(&Call) -> bool,
) -> (Value, Vec<Role>) {
    let mut document = estate.document.clone();
    let mut made: BTreeMap<String, Role> = BTreeMap::new();
    for call in calls {
        let Some(function) = &call.function else {
            continue;
        };
        if call.credentials.is_some() || !chosen(call) || !estate.permits(call) {
            continue;
        }
        let role = Role::invoking(function);
        let arn = format!("arn:aws:iam::{}:role/{}", estate.account, role.name);
        made.insert(role.name.clone(), role);
        put(&mut document, &call.at, &arn);
    }
    let roles = estate.roles.iter().cloned().chain(made.into_values());
    (document, roles.collect())
}

fn put(document: &mut Value, at: &At, role: &str) {
    let (described, member) = match at {
        At::Method { verb, path } => (integration(document, verb, path), "credentials"),
        At::Authorizer { name } => (authorizer(document, name), "authorizerCredentials"),
    };
    if let Some(members) = described.and_then(Value::as_object_mut) {
        members.insert(member.to_owned(), json!(role));
    }
}

fn integration<'d>(document: &'d mut Value, verb: &str, path: &str) -> Option<&'d mut Value> {
    let verbs = document.get_mut("paths")?.get_mut(path)?.as_object_mut()?;
    let (_, method) = verbs.iter_mut().find(|(name, _)| spelled(name) == verb)?;
    method.get_mut(INTEGRATION)
}

fn authorizer<'d>(document: &'d mut Value, name: &str) -> Option<&'d mut Value> {
    let schemes = if document.get("securityDefinitions").is_some() {
        document.get_mut("securityDefinitions")?
    } else {
        document.get_mut("components")?.get_mut("securitySchemes")?
    };
    schemes.get_mut(name)?.get_mut(AUTHORIZER)
}

/// `invoke-NAME` or `invoke-NAME-QUALIFIER`; what is too long ends with a sum over the whole.
fn name(function: &str) -> String {
    let called: Vec<&str> = function.split(':').skip(6).collect();
    let called = called.join("-").replace('$', "");
    let name = format!("invoke-{called}");
    if name.len() <= MOST_LETTERS {
        return name;
    }
    let sum = function
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    let kept: String = name.chars().take(MOST_LETTERS - 17).collect();
    format!("{kept}-{sum:016x}")
}
