//! The answer that a proxy function must give: `statusCode`, `headers`, `multiValueHeaders`,
//! `body`, `isBase64Encoded`, and nothing else.
//!
//! What is accepted follows the recording `test_aws_proxy_response_payload_format_validation`.

use serde_json::{Map, Value};

#[derive(Debug, PartialEq, Eq)]
pub(super) struct ProxyResponse {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
    pub(super) is_base64_encoded: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Malformed {
    #[error("it is not a JSON object")]
    NoObject,
    #[error("it has the unknown member {0}")]
    Unknown(String),
    #[error("its {0} is not what it should be")]
    Member(&'static str),
}

impl ProxyResponse {
    pub(super) fn parse(answer: &[u8]) -> Result<Self, Malformed> {
        let Ok(Value::Object(mut members)) = serde_json::from_slice(answer) else {
            return Err(Malformed::NoObject);
        };
        let response = Self {
            status: status(members.remove("statusCode"))?,
            headers: headers(&mut members)?,
            body: body(members.remove("body"))?,
            is_base64_encoded: flag(members.remove("isBase64Encoded").as_ref())?,
        };
        match members.into_iter().next() {
            Some((name, _)) => Err(Malformed::Unknown(name)),
            None => Ok(response),
        }
    }
}

/// A number, or a number as text; 200 when there is none. No interim status is an answer.
fn status(value: Option<Value>) -> Result<u16, Malformed> {
    let status = match value {
        None | Some(Value::Null) => Some(200),
        Some(Value::Number(number)) => number.as_u64().and_then(|n| u16::try_from(n).ok()),
        Some(Value::String(text)) => text.trim().parse().ok(),
        Some(Value::Bool(_) | Value::Array(_) | Value::Object(_)) => None,
    };
    status
        .filter(|status| (200..=599).contains(status))
        .ok_or(Malformed::Member("statusCode"))
}

fn body(value: Option<Value>) -> Result<String, Malformed> {
    match value {
        None | Some(Value::Null) => Ok(String::new()),
        Some(Value::String(text)) => Ok(text),
        Some(Value::Number(_) | Value::Bool(_)) => Ok(value.unwrap_or_default().to_string()),
        Some(Value::Array(_) | Value::Object(_)) => Err(Malformed::Member("body")),
    }
}

fn flag(value: Option<&Value>) -> Result<bool, Malformed> {
    match value {
        None | Some(Value::Null) => Ok(false),
        Some(Value::Bool(flag)) => Ok(*flag),
        Some(_) => Err(Malformed::Member("isBase64Encoded")),
    }
}

/// The values of `multiValueHeaders` come first; a single value that is among them isn't repeated.
fn headers(members: &mut Map<String, Value>) -> Result<Vec<(String, String)>, Malformed> {
    let mut headers = Vec::new();
    for (name, values) in object(members.remove("multiValueHeaders"), "multiValueHeaders")? {
        let Value::Array(values) = values else {
            return Err(Malformed::Member("multiValueHeaders"));
        };
        for value in values {
            headers.push((name.clone(), scalar(&value, "multiValueHeaders")?));
        }
    }
    for (name, value) in object(members.remove("headers"), "headers")? {
        let value = scalar(&value, "headers")?;
        let is_there = headers
            .iter()
            .any(|(own, known)| own.eq_ignore_ascii_case(&name) && *known == value);
        if !is_there {
            headers.push((name, value));
        }
    }
    Ok(headers)
}

fn object(value: Option<Value>, member: &'static str) -> Result<Map<String, Value>, Malformed> {
    match value {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(fields)) => Ok(fields),
        Some(_) => Err(Malformed::Member(member)),
    }
}

fn scalar(value: &Value, member: &'static str) -> Result<String, Malformed> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(_) | Value::Bool(_) => Ok(value.to_string()),
        Value::Null => Ok(String::new()),
        Value::Array(_) | Value::Object(_) => Err(Malformed::Member(member)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` is `STATUS name=value,… body`, or a part of the error.
    #[track_caller]
    fn check(answer: &str, expected: Result<&str, &str>) {
        match (ProxyResponse::parse(answer.as_bytes()), expected) {
            (Ok(response), Ok(expected)) => {
                let headers: Vec<String> = response
                    .headers
                    .iter()
                    .map(|(n, v)| format!("{n}={v}"))
                    .collect();
                let shown = format!(
                    "{} {} {}",
                    response.status,
                    headers.join(","),
                    response.body
                );
                assert_eq!(shown, expected, "{answer}");
            }
            (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{error}"),
            (seen, expected) => panic!("{answer}: {seen:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn everything_may_be_absent() {
        check("{}", Ok("200  "));
        check(r#"{"statusCode":201}"#, Ok("201  "));
        check(
            r#"{"statusCode":"404","body":null,"headers":null}"#,
            Ok("404  "),
        );
        check(r#"{"body":"x","isBase64Encoded":false}"#, Ok("200  x"));
    }

    #[test]
    fn header_values_become_text_and_both_maps_are_joined() {
        check(r#"{"headers":{"a":true,"b":1}}"#, Ok("200 a=true,b=1 "));
        check(
            r#"{"headers":{"tesT":"solo"},"multiValueHeaders":{"test":["multi"]}}"#,
            Ok("200 test=multi,tesT=solo "),
        );
        check(
            r#"{"headers":{"a":"1"},"multiValueHeaders":{"a":["1","2"]}}"#,
            Ok("200 a=1,a=2 "),
        );
    }

    #[test]
    fn anything_else_is_malformed() {
        for (answer, part) in [
            (r#""just a string""#, "not a JSON object"),
            ("null", "not a JSON object"),
            ("[]", "not a JSON object"),
            ("", "not a JSON object"),
            (
                r#"{"statusCode":200,"message":"x"}"#,
                "unknown member message",
            ),
            (r#"{"statusCode":"2xx"}"#, "statusCode"),
            (r#"{"statusCode":99}"#, "statusCode"),
            (r#"{"statusCode":101}"#, "statusCode"),
            (r#"{"statusCode":true}"#, "statusCode"),
            (r#"{"body":{"a":1}}"#, "body"),
            (r#"{"headers":"x"}"#, "headers"),
            (r#"{"headers":{"a":{}}}"#, "headers"),
            (r#"{"multiValueHeaders":{"a":"x"}}"#, "multiValueHeaders"),
            (r#"{"isBase64Encoded":"true"}"#, "isBase64Encoded"),
        ] {
            check(answer, Err(part));
        }
    }
}
