//! The statements of the functions' resource policies that are about this API.

use serde_json::{Map, Value};

use super::Estate;

/// A statement as AddPermission takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Without a qualifier.
    pub function: String,
    pub qualifier: Option<String>,
    pub sid: String,
    pub action: String,
    pub principal: String,
    pub source_arn: Option<SourceArn>,
    pub source_account: Option<String>,
    pub organization: Option<String>,
}

/// Which calls a statement is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceArn {
    /// Calls of this API: what stands before its id, and after it.
    Api { before: String, after: String },
    /// Calls of one of its authorizers.
    Authorizer { before: String, name: String },
    /// A pattern that does not name the API.
    Pattern(String),
}

impl Grant {
    pub(super) fn names_no_authorizer(&self) -> bool {
        !matches!(self.source_arn, Some(SourceArn::Authorizer { .. }))
    }

    pub(super) fn qualified(&self) -> String {
        match &self.qualifier {
            Some(qualifier) => format!("{}:{qualifier}", self.function),
            None => self.function.clone(),
        }
    }
}

/// The grants, and a note for each statement that could not be written as one.
pub fn grants(estate: &Estate) -> (Vec<Grant>, Vec<String>) {
    let (mut grants, mut notes) = (Vec::new(), Vec::new());
    for (function, policy) in &estate.policies {
        let policy: Value = serde_json::from_str(policy).unwrap_or_default();
        for statement in policy
            .get("Statement")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            if !is_for_gateway(statement) {
                continue;
            }
            match grant(estate, function, statement) {
                Ok(Some(grant)) => grants.push(grant),
                Ok(None) => {}
                Err(why) => notes.push(format!("a statement of {function} was left out: {why}")),
            }
        }
    }
    (grants, notes)
}

fn is_for_gateway(statement: &Value) -> bool {
    let service = || statement.get("Principal")?.get("Service")?.as_str();
    let everyone = statement.get("Principal").and_then(Value::as_str) == Some("*");
    everyone || service() == Some("apigateway.amazonaws.com")
}

/// `None` for a statement about another API.
fn grant(estate: &Estate, function: &str, statement: &Value) -> Result<Option<Grant>, String> {
    let text = |name: &str| {
        let text = statement.get(name).and_then(Value::as_str);
        text.map(str::to_owned)
            .ok_or_else(|| format!("it has no {name}"))
    };
    if text("Effect")? != "Allow" {
        return Err("it does not allow".to_owned());
    }
    let principal = if statement.get("Principal").is_some_and(Value::is_string) {
        "*"
    } else {
        "apigateway.amazonaws.com"
    };
    let mut conditions = Conditions::read(statement)?;
    let source_arn = match conditions.take("aws:sourcearn") {
        Some(arn) => match source(estate, &arn) {
            Some(source) => Some(source),
            None => return Ok(None),
        },
        None => None,
    };
    let (source_account, organization) = (
        conditions.take("aws:sourceaccount"),
        conditions.take("aws:principalorgid"),
    );
    conditions.must_be_empty()?;
    let (function, qualifier) = split(function);
    Ok(Some(Grant {
        function,
        qualifier,
        sid: text("Sid")?,
        action: text("Action")?,
        principal: principal.to_owned(),
        source_arn,
        source_account,
        organization,
    }))
}

/// `arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]`
fn split(function: &str) -> (String, Option<String>) {
    let parts: Vec<&str> = function.splitn(8, ':').collect();
    match parts.as_slice() {
        [start @ .., qualifier] if start.len() == 7 => {
            (start.join(":"), Some((*qualifier).to_owned()))
        }
        _ => (function.to_owned(), None),
    }
}

/// `None` if it names another API.
fn source(estate: &Estate, arn: &str) -> Option<SourceArn> {
    let place = arn.match_indices(':').nth(4).map(|(at, _)| at + 1);
    let (before, resource) = place.and_then(|at| arn.split_at_checked(at))?;
    let (api, after) = match resource.find('/') {
        Some(at) => resource.split_at_checked(at)?,
        None => (resource, ""),
    };
    if api == estate.api {
        let named = |id: &str| {
            let mut authorizers = estate.authorizers.iter();
            authorizers.find_map(|(name, known)| (known == id).then(|| name.clone()))
        };
        let authorizer = after.strip_prefix("/authorizers/").and_then(named);
        let before = before.to_owned();
        return Some(match authorizer {
            Some(name) => SourceArn::Authorizer { before, name },
            None => SourceArn::Api {
                before,
                after: after.to_owned(),
            },
        });
    }
    api.contains(['*', '?'])
        .then(|| SourceArn::Pattern(arn.to_owned()))
}

/// The values of a statement's conditions by key; the operators are those that AddPermission writes.
struct Conditions(Map<String, Value>);

impl Conditions {
    fn read(statement: &Value) -> Result<Self, String> {
        let mut all = Map::new();
        let conditions = statement.get("Condition").and_then(Value::as_object);
        for (operator, keys) in conditions.into_iter().flatten() {
            if !["ArnLike", "StringEquals"].contains(&operator.as_str()) {
                return Err(format!("AddPermission writes no {operator}"));
            }
            for (key, value) in keys.as_object().into_iter().flatten() {
                all.insert(key.to_ascii_lowercase(), value.clone());
            }
        }
        Ok(Self(all))
    }

    fn take(&mut self, key: &str) -> Option<String> {
        let value = self.0.get(key)?.as_str()?.to_owned();
        self.0.remove(key);
        Some(value)
    }

    fn must_be_empty(&self) -> Result<(), String> {
        match self.0.keys().next() {
            Some(key) => Err(format!(
                "its condition on {key} has no option of AddPermission"
            )),
            None => Ok(()),
        }
    }
}
