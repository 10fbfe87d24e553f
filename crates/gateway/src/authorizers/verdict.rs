//! What a Lambda authorizer answered, read as strictly as AWS reads it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use policy::Policy;
use serde_json::{Map, Value};

use crate::refusal::AuthorizerFault;

/// A resource in an authorizer's policy may be this long (API Gateway quotas).
const MOST_RESOURCE_CHARACTERS: usize = 512;

/// A policy and whom it is for.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) principal_id: String,
    pub(crate) policy: Policy,
    /// The policy as the function wrote it.
    pub(crate) document: String,
    /// `$context.authorizer`: all values are text by now.
    pub(crate) context: BTreeMap<String, String>,
    /// `usageIdentifierKey`: the API key of the client, where the API's keys come from authorizers.
    pub(crate) usage_key: Option<String>,
    /// For which call it was given.
    pub(crate) made: Option<Made>,
}

/// The call for which an authorizer was asked, and when.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) authorizer: String,
    pub(crate) method_arn: String,
    pub(crate) at: Instant,
    pub(crate) ttl: Duration,
}

impl Verdict {
    pub(crate) fn parse(answer: &[u8]) -> Result<Self, AuthorizerFault> {
        let answer: Value = serde_json::from_slice(answer)
            .map_err(|error| bad(format!("Invalid JSON in response: {error}")))?;
        let Value::Object(mut fields) = answer else {
            return Err(bad("Could not parse policy"));
        };
        refuse_unknown(&fields)?;
        let document = fields.remove("policyDocument").filter(|d| !d.is_null());
        let document = document.ok_or_else(|| bad("Could not parse policy: no policyDocument"))?;
        Ok(Self {
            principal_id: principal_id(&fields)?,
            policy: policy(&document)?,
            document: document.to_string(),
            context: context(fields.remove("context"))?,
            usage_key: usage_key(&fields)?,
            made: None,
        })
    }
}

fn bad(reason: impl Into<String>) -> AuthorizerFault {
    AuthorizerFault::BadOutput(reason.into())
}

/// The text is AWS's, observed in execution logs.
fn refuse_unknown(fields: &Map<String, Value>) -> Result<(), AuthorizerFault> {
    const KNOWN: [&str; 4] = [
        "principalId",
        "policyDocument",
        "context",
        "usageIdentifierKey",
    ];
    match fields.keys().find(|name| !KNOWN.contains(&name.as_str())) {
        Some(name) => Err(bad(format!(
            "Invalid JSON in response: Unrecognized field \"{name}\" , not marked as ignorable"
        ))),
        None => Ok(()),
    }
}

fn principal_id(fields: &Map<String, Value>) -> Result<String, AuthorizerFault> {
    match fields.get("principalId") {
        Some(Value::String(id)) => Ok(id.clone()),
        Some(Value::Number(id)) => Ok(id.to_string()),
        _ => Err(bad("the answer has no principalId")),
    }
}

fn usage_key(fields: &Map<String, Value>) -> Result<Option<String>, AuthorizerFault> {
    match fields.get("usageIdentifierKey") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(key)) => Ok(Some(key.clone())),
        Some(Value::Number(key)) => Ok(Some(key.to_string())),
        Some(Value::Bool(_) | Value::Array(_) | Value::Object(_)) => {
            Err(bad("the usageIdentifierKey is no text"))
        }
    }
}

fn policy(document: &Value) -> Result<Policy, AuthorizerFault> {
    if longest_resource(document) > MOST_RESOURCE_CHARACTERS {
        return Err(bad(
            "a resource in the policy is longer than 512 characters",
        ));
    }
    Policy::parse(&document.to_string(), policy::Kind::Authorizer)
        .map_err(|malformed| bad(format!("Could not parse policy: {}", malformed.detail())))
}

fn longest_resource(document: &Value) -> usize {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let listed = |value: &Value| match value {
        Value::Array(all) => all.iter().map(length).max().unwrap_or(0),
        one => length(one),
    };
    let of_statement = |statement: &Value| {
        ["Resource", "NotResource"]
            .iter()
            .filter_map(|name| statement.get(name))
            .map(listed)
            .max()
            .unwrap_or(0)
    };
    match document.get("Statement") {
        Some(Value::Array(all)) => all.iter().map(of_statement).max().unwrap_or(0),
        Some(one) => of_statement(one),
        None => 0,
    }
}

/// Only text, numbers and booleans may come downstream, and they come as text.
fn context(context: Option<Value>) -> Result<BTreeMap<String, String>, AuthorizerFault> {
    let fields = match context {
        None | Some(Value::Null) => return Ok(BTreeMap::new()),
        Some(Value::Object(fields)) => fields,
        Some(_) => return Err(bad("the context is not an object")),
    };
    fields
        .into_iter()
        .map(|(name, value)| match value {
            Value::String(text) => Ok((name, text)),
            Value::Number(_) | Value::Bool(_) => Ok((name, value.to_string())),
            Value::Null | Value::Array(_) | Value::Object(_) => Err(bad(format!(
                "the context's value {name} is neither text nor number nor boolean"
            ))),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]}"#;

    /// `expected` is the context as `name=value,…`, or a part of the error.
    #[track_caller]
    fn check(answer: &str, expected: Result<&str, &str>) {
        match (Verdict::parse(answer.as_bytes()), expected) {
            (Ok(verdict), Ok(expected)) => {
                let shown: Vec<String> = verdict
                    .context
                    .iter()
                    .map(|(n, v)| format!("{n}={v}"))
                    .collect();
                assert_eq!(shown.join(","), expected);
            }
            (Err(fault), Err(part)) => assert!(fault.to_string().contains(part), "{fault}"),
            (seen, expected) => panic!("{answer}: {seen:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn context_values_become_text() {
        check(
            &format!(
                r#"{{"principalId":"p","policyDocument":{POLICY},"context":{{"a":"x","b":1,"c":true}}}}"#
            ),
            Ok("a=x,b=1,c=true"),
        );
        check(
            &format!(r#"{{"principalId":7,"policyDocument":{POLICY}}}"#),
            Ok(""),
        );
        check(
            &format!(r#"{{"principalId":"p","policyDocument":{POLICY},"usageIdentifierKey":"k"}}"#),
            Ok(""),
        );
    }

    #[test]
    fn anything_else_in_the_context_is_refused() {
        for value in ["null", "[1]", "{}"] {
            check(
                &format!(
                    r#"{{"principalId":"p","policyDocument":{POLICY},"context":{{"a":{value}}}}}"#
                ),
                Err("neither text nor number nor boolean"),
            );
        }
    }

    #[test]
    fn an_unknown_field_is_refused_in_awss_words() {
        check(
            &format!(r#"{{"principalId":"p","policyDocument":{POLICY},"x":1}}"#),
            Err(r#"Invalid JSON in response: Unrecognized field "x" , not marked as ignorable"#),
        );
    }

    #[test]
    fn an_answer_without_a_policy_is_refused() {
        check("null", Err("Could not parse policy"));
        check(r#""Allow""#, Err("Could not parse policy"));
        check(r#"{"principalId":"p"}"#, Err("no policyDocument"));
        check("{", Err("Invalid JSON in response"));
        check(
            &format!(r#"{{"policyDocument":{POLICY}}}"#),
            Err("no principalId"),
        );
        check(
            r#"{"principalId":"p","policyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Maybe"}]}}"#,
            Err("Could not parse policy"),
        );
        let long = POLICY.replace('*', &"r".repeat(513));
        check(
            &format!(r#"{{"principalId":"p","policyDocument":{long}}}"#),
            Err("longer than 512"),
        );
    }
}
