//! What the function's answer means (Lambda developer guide, "Response payload format"): an object
//! with a `statusCode` describes a response, everything else is the body of one.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde_json::{Map, Value};

use super::refusal::Refusal;
use crate::headers::towards_client;
use crate::response::Reply;

/// The answer of a URL that does not stream.
pub(super) fn of(payload: &Bytes) -> Result<Reply, Refusal> {
    let Ok(answer) = serde_json::from_slice::<Value>(payload) else {
        return Ok(Reply::new(200, payload.clone()));
    };
    match answer {
        Value::Object(members) if members.contains_key("statusCode") => described(members),
        answer => Ok(Reply::new(200, body_text(answer))),
    }
}

/// The head of a streamed answer describes a response without its body.
pub(super) fn of_head(mut members: Map<String, Value>) -> Result<Reply, Refusal> {
    members.entry("statusCode").or_insert(Value::from(200));
    members.remove("body");
    described(members)
}

fn described(mut members: Map<String, Value>) -> Result<Reply, Refusal> {
    let status = status(members.remove("statusCode").as_ref())?;
    let body = members.remove("body").unwrap_or_default();
    let encoded = members.remove("isBase64Encoded") == Some(Value::Bool(true));
    let body = match (body, encoded) {
        (Value::Null, _) => Vec::new(),
        (Value::String(text), true) => STANDARD
            .decode(&text)
            .map_err(|_| malformed("its body is no base64"))?,
        (body, _) => body_text(body).into_bytes(),
    };
    let mut reply = Reply::new(status, body);
    for (name, value) in object(members.remove("headers"), "headers")? {
        let value = scalar(value).ok_or_else(|| malformed("a header is not a text"))?;
        if let Some(name) = towards_client(&name) {
            reply.add(name.into_owned(), value);
        }
    }
    if let Some(Value::Array(cookies)) = members.remove("cookies") {
        for cookie in cookies.into_iter().filter_map(scalar) {
            reply.add("Set-Cookie", cookie);
        }
    }
    Ok(reply)
}

/// A text is the body itself; anything else is written as JSON.
fn body_text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

fn status(value: Option<&Value>) -> Result<u16, Refusal> {
    let status = match value {
        Some(Value::Number(number)) => number.as_u64().and_then(|n| u16::try_from(n).ok()),
        Some(Value::String(text)) => text.trim().parse().ok(),
        _ => None,
    };
    status
        .filter(|status| (200..=599).contains(status))
        .ok_or_else(|| malformed("its statusCode is no status"))
}

fn object(value: Option<Value>, member: &str) -> Result<Map<String, Value>, Refusal> {
    match value {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(members)) => Ok(members),
        Some(_) => Err(malformed(&format!("its {member} are no object"))),
    }
}

fn scalar(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        Value::Null => Some(String::new()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

fn malformed(what: &str) -> Refusal {
    Refusal::Malformed(what.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` is `STATUS name=value,… body`, or a part of the error.
    #[track_caller]
    fn check(payload: &'static str, expected: Result<&str, &str>) {
        match (of(&Bytes::from_static(payload.as_bytes())), expected) {
            (Ok(reply), Ok(expected)) => {
                let headers = reply.headers.iter();
                let headers: Vec<_> = headers.map(|(n, v)| format!("{n}={v}")).collect();
                let body = String::from_utf8_lossy(&reply.body).into_owned();
                let shown = format!("{} {} {body}", reply.status, headers.join(","));
                assert_eq!(shown, expected, "{payload}");
            }
            (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{error}"),
            (seen, expected) => panic!("{payload}: {seen:?}, expected {expected:?}"),
        }
    }

    /// Rows of the recording test_lambda_url_invocation.
    #[test]
    fn an_answer_without_a_status_is_the_body() {
        check(r#"{"hello": "world"}"#, Ok(r#"200  {"hello":"world"}"#));
        check(r#"["hello", 3, true]"#, Ok(r#"200  ["hello",3,true]"#));
        check(r#""hello""#, Ok("200  hello"));
        check("3.1", Ok("200  3.1"));
        check("null", Ok("200  null"));
        check("not json", Ok("200  not json"));
        check(r#"{"body": "x"}"#, Ok(r#"200  {"body":"x"}"#));
    }

    #[test]
    fn an_answer_with_a_status_describes_the_response() {
        check(
            r#"{"statusCode": 200, "body": "body123"}"#,
            Ok("200  body123"),
        );
        check(r#"{"statusCode": "418", "body": "tea"}"#, Ok("418  tea"));
        check(
            r#"{"statusCode": 201, "headers": {"a": "1", "b": 2}, "cookies": ["c=d"], "body": {"e": 1}}"#,
            Ok(r#"201 a=1,b=2,Set-Cookie=c=d {"e":1}"#),
        );
        check(
            r#"{"statusCode": 200, "body": "aGk=", "isBase64Encoded": true}"#,
            Ok("200  hi"),
        );
        check(r#"{"statusCode": 204}"#, Ok("204  "));
    }

    #[test]
    fn what_describes_no_response_is_malformed() {
        check(r#"{"statusCode": "2xx"}"#, Err("statusCode"));
        check(r#"{"statusCode": 99}"#, Err("statusCode"));
        check(r#"{"statusCode": 101}"#, Err("statusCode"));
        check(r#"{"statusCode": 200, "headers": "x"}"#, Err("headers"));
        check(
            r#"{"statusCode": 200, "headers": {"a": []}}"#,
            Err("header"),
        );
        check(
            r#"{"statusCode": 200, "body": "?", "isBase64Encoded": true}"#,
            Err("base64"),
        );
    }
}
