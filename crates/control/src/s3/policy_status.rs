//! Whether a bucket's policy is public (S3 user guide, "The meaning of 'public'").

use serde_json::Value;

/// An Allow for everybody without a condition that narrows it to fixed values of one of the keys that
/// the guide lists. What is no policy is called public, so that nothing opens by it.
pub(super) fn is_public(document: &str) -> bool {
    let Ok(policy) = serde_json::from_str::<Value>(document) else {
        return true;
    };
    match policy.get("Statement") {
        Some(Value::Array(statements)) => statements.iter().any(statement_is_public),
        Some(statement) => statement_is_public(statement),
        None => true,
    }
}

fn statement_is_public(statement: &Value) -> bool {
    let allows = statement.get("Effect").and_then(Value::as_str) == Some("Allow");
    allows && is_everybody(statement) && !is_narrowed(statement.get("Condition"))
}

fn is_everybody(statement: &Value) -> bool {
    let holds_star = |value: &Value| match value {
        Value::String(text) => text == "*",
        Value::Array(items) => items.iter().any(|item| item.as_str() == Some("*")),
        _ => false,
    };
    match statement.get("Principal") {
        Some(Value::Object(kinds)) => kinds.values().any(holds_star),
        Some(other) => holds_star(other),
        None => statement.get("NotPrincipal").is_some(),
    }
}

const NARROWING: [&str; 13] = [
    "aws:sourcearn",
    "aws:sourceaccount",
    "aws:sourceorgid",
    "aws:sourceip",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:userid",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
    "s3:x-amz-server-side-encryption-aws-kms-key-id",
];

fn is_narrowed(conditions: Option<&Value>) -> bool {
    let Some(Value::Object(operators)) = conditions else {
        return false;
    };
    operators.iter().any(|(operator, keys)| {
        let negates = operator.contains("Not") || operator.ends_with("IfExists");
        let Value::Object(keys) = keys else {
            return false;
        };
        !negates && keys.iter().any(|(key, values)| narrows(key, values))
    })
}

fn narrows(key: &str, values: &Value) -> bool {
    let key = key.to_ascii_lowercase();
    let values = match values {
        Value::Array(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    let is_fixed = |value: &Value| match value.as_str() {
        Some(text) if key == "aws:sourceip" => !text.ends_with("/0"),
        Some(text) => !text.contains(['*', '?', '$']),
        None => false,
    };
    NARROWING.contains(&key.as_str()) && values.iter().all(is_fixed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(principal: &str, condition: &str, expected: bool) {
        let document = format!(
            r#"{{"Statement":[{{"Effect":"Allow","Principal":{principal},"Action":"s3:*","Resource":"*","Condition":{condition}}}]}}"#
        );
        assert_eq!(is_public(&document), expected, "{document}");
    }

    #[test]
    fn everybody_is_public_unless_a_fixed_value_narrows_it() {
        check("\"*\"", "{}", true);
        check(r#"{"AWS":["*"]}"#, "{}", true);
        check(r#"{"AWS":"111111111111"}"#, "{}", false);
        check(
            "\"*\"",
            r#"{"StringEquals":{"aws:SourceAccount":"1"}}"#,
            false,
        );
        check("\"*\"", r#"{"StringLike":{"aws:SourceArn":"arn:*"}}"#, true);
        check(
            "\"*\"",
            r#"{"StringNotEquals":{"aws:SourceAccount":"1"}}"#,
            true,
        );
        check(
            "\"*\"",
            r#"{"IpAddress":{"aws:SourceIp":["10.0.0.0/8","0.0.0.0/0"]}}"#,
            true,
        );
        check("\"*\"", r#"{"Bool":{"aws:SecureTransport":"true"}}"#, true);
        assert!(!is_public(
            r#"{"Statement":{"Effect":"Deny","Principal":"*"}}"#
        ));
        assert!(is_public("no policy"));
    }
}
