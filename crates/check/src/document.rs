//! What a document is, by what it says of itself.

use policy::PolicyType;
use serde_json::{Map, Value};

/// A document of AWS's is far smaller; more is no policy.
const MOST_BYTES: usize = 1024 * 1024;

/// Definitions that are not policies, by a member that only they have.
const OTHERS: [(&str, &str); 4] = [
    ("swagger", "a Swagger definition"),
    ("openapi", "an OpenAPI definition"),
    ("AWSTemplateFormatVersion", "a CloudFormation template"),
    ("Resources", "a CloudFormation template"),
];

/// Why a text was not examined.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("it is larger than a policy document can be ({MOST_BYTES} bytes)")]
    TooLarge,
    #[error("it is {0}; policy documents are what can be checked")]
    Other(&'static str),
    #[error("it is no policy document: it has no Statement")]
    NoStatement,
    #[error("it is no JSON object")]
    NoObject,
}

/// Which kind of policy a text is. A document whose statements name a principal stands on a
/// resource; if all they speak of is becoming a role, it is a trust policy. Control policies look
/// like others, so they are told apart only by whoever asks.
pub fn kind_of(text: &str) -> Result<PolicyType, Unreadable> {
    if text.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    match serde_json::from_str(text) {
        Ok(Value::Object(document)) => kind_of_object(&document),
        // What is broken is for the lint to say, if it looks like a policy at all.
        Err(_) if text.contains("\"Statement\"") => Ok(PolicyType::Identity),
        Ok(_) | Err(_) => Err(Unreadable::NoObject),
    }
}

fn kind_of_object(document: &Map<String, Value>) -> Result<PolicyType, Unreadable> {
    let Some(statements) = document.get("Statement") else {
        let other = OTHERS.iter().find(|(key, _)| document.contains_key(*key));
        return Err(other.map_or(Unreadable::NoStatement, |(_, name)| Unreadable::Other(name)));
    };
    let statements = listed(statements);
    let names_somebody = |statement: &Value| {
        ["Principal", "NotPrincipal"]
            .iter()
            .any(|key| statement.get(key).is_some())
    };
    if !statements.iter().any(names_somebody) {
        return Ok(PolicyType::Identity);
    }
    let actions = statements
        .iter()
        .filter_map(|statement| statement.get("Action"))
        .flat_map(listed);
    let mut actions = actions.filter_map(Value::as_str).peekable();
    let becomes = |action: &str| action.to_ascii_lowercase().starts_with("sts:");
    if actions.peek().is_some() && actions.all(becomes) {
        return Ok(PolicyType::Trust);
    }
    Ok(PolicyType::Resource)
}

/// Every list of a policy may be a single value.
fn listed(value: &Value) -> &[Value] {
    value
        .as_array()
        .map_or_else(|| std::slice::from_ref(value), Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<PolicyType, Unreadable>) {
        let shown = text.get(..80).unwrap_or(text);
        assert_eq!((kind_of(text), shown), (expected, shown));
    }

    #[test]
    fn a_policy_is_known_by_whom_it_names_and_what_it_speaks_of() {
        check(r#"{"Statement": []}"#, Ok(PolicyType::Identity));
        check(
            r#"{"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}}"#,
            Ok(PolicyType::Identity),
        );
        check(
            r#"{"Statement": {"Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}}"#,
            Ok(PolicyType::Trust),
        );
        check(
            r#"{"Statement": [{"Principal": "*", "Action": ["STS:AssumeRole", "sts:TagSession"]}]}"#,
            Ok(PolicyType::Trust),
        );
        check(
            r#"{"Statement": [{"Principal": "*", "Action": "lambda:InvokeFunction", "Resource": "*"}]}"#,
            Ok(PolicyType::Resource),
        );
        check(
            r#"{"Statement": [{"NotPrincipal": "*", "NotAction": "s3:*"}]}"#,
            Ok(PolicyType::Resource),
        );
    }

    #[test]
    fn what_is_no_policy_is_never_called_one() {
        check("", Err(Unreadable::NoObject));
        check("[]", Err(Unreadable::NoObject));
        check("swagger: '2.0'", Err(Unreadable::NoObject));
        check("{}", Err(Unreadable::NoStatement));
        check(
            r#"{"swagger": "2.0"}"#,
            Err(Unreadable::Other("a Swagger definition")),
        );
        check(
            r#"{"Resources": {}}"#,
            Err(Unreadable::Other("a CloudFormation template")),
        );
        check(&" ".repeat(MOST_BYTES + 1), Err(Unreadable::TooLarge));
    }

    #[test]
    fn a_broken_policy_is_for_the_lint() {
        check(r#"{"Statement": [{]}"#, Ok(PolicyType::Identity));
    }

    #[test]
    fn deep_nesting_is_refused_without_harm() {
        check(&"[".repeat(100_000), Err(Unreadable::NoObject));
    }
}
