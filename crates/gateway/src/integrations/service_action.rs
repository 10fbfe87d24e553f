//! What API Gateway does for actions and for services that speak the query protocol.
//!
//! An action of DynamoDB, Kinesis or Step Functions becomes its target header; that of Systems Manager
//! goes by the query protocol that the service once had, so its parameters come from the query string
//! and its answer is wrapped (recorded by `test_ssm_aws_integration`); of every other service it
//! becomes the parameter `Action`, so that a template must set the target of EventBridge itself
//! (recorded by `test_apigateway_to_eventbridge`). Services of the query protocol answer JSON to who
//! accepts it.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response, header};
use serde_json::{Map, Value, json};

use super::service_uri::{ServiceUri, Target};

/// Services whose actions become targets, with the prefix and the version of JSON.
const TARGETS: [(&str, &str, &str); 4] = [
    (
        "dynamodb",
        "DynamoDB_20120810",
        "application/x-amz-json-1.0",
    ),
    ("kinesis", "Kinesis_20131202", "application/x-amz-json-1.1"),
    ("states", "AWSStepFunctions", "application/x-amz-json-1.0"),
    ("ssm", "AmazonSSM", "application/x-amz-json-1.1"),
];
const WRAPPED: &str = "ssm";
/// Members that the query protocol shows where there are none (recorded by the same test).
const NULLS: [(&str, &str, &str); 2] = [
    ("GetParameter", "Parameter", "Selector"),
    ("GetParameter", "Parameter", "SourceResult"),
];
/// Nested deeper than this is no answer of a service.
const MAX_DEPTH: usize = 64;

/// Adds what an action needs to a request, and gives its body.
pub(super) fn prepare(
    uri: &ServiceUri,
    query: &mut Vec<(String, String)>,
    headers: &mut HeaderMap,
    body: Bytes,
) -> Bytes {
    let Target::Action { name, parameters } = &uri.target else {
        return body;
    };
    query.extend(parameters.iter().cloned());
    let known = TARGETS.iter().find(|(service, ..)| *service == uri.service);
    let Some((service, prefix, content_type)) = known else {
        query.push(("Action".to_owned(), name.clone()));
        return body;
    };
    if let Ok(target) = HeaderValue::from_str(&format!("{prefix}.{name}")) {
        headers.insert("x-amz-target", target);
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    if *service != WRAPPED {
        return body;
    }
    let members = query.drain(..).map(|(name, value)| (name, value.into()));
    Bytes::from(Value::Object(members.collect::<Map<_, _>>()).to_string())
}

/// To whom an answer is shown.
pub(super) struct Shown<'a> {
    /// What the request accepted; a mapping may have changed it.
    pub(super) accepts: Option<&'a HeaderValue>,
    pub(super) request_id: &'a str,
}

/// The answer as API Gateway gets it.
pub(super) fn answer(
    uri: &ServiceUri,
    answer: Response<Bytes>,
    shown: &Shown<'_>,
) -> Response<Bytes> {
    let accepts_json = shown
        .accepts
        .is_some_and(|value| value.as_bytes().starts_with(b"application/json"));
    let content_type = answer.headers().get(header::CONTENT_TYPE);
    let is_xml = content_type.is_some_and(|value| {
        let value = value.as_bytes();
        value.starts_with(b"text/xml") || value.starts_with(b"application/xml")
    });
    let changed = match (&uri.target, &*uri.service) {
        (Target::Action { name, .. }, WRAPPED) if answer.status().is_success() => {
            wrapped(name, answer.body(), shown.request_id)
        }
        (Target::Path(_) | Target::Action { .. }, service)
            if is_xml && accepts_json && service != "s3" =>
        {
            std::str::from_utf8(answer.body()).ok().and_then(json_of)
        }
        (Target::Path(_) | Target::Action { .. }, _) => None,
    };
    let Some(changed) = changed else {
        return answer;
    };
    let mut answer = answer.map(|_| Bytes::from(changed.to_string()));
    let headers = answer.headers_mut();
    headers.remove(header::CONTENT_LENGTH);
    let json = HeaderValue::from_static("application/json");
    headers.insert(header::CONTENT_TYPE, json);
    answer
}

fn wrapped(action: &str, body: &[u8], request_id: &str) -> Option<Value> {
    let mut result: Value = serde_json::from_slice(body).ok()?;
    for (of, member, name) in NULLS {
        let member = result.get_mut(member).and_then(Value::as_object_mut);
        if let (true, Some(member)) = (of == action, member) {
            member.entry(name).or_insert(Value::Null);
        }
    }
    Some(json!({ format!("{action}Response"): {
        format!("{action}Result"): result,
        "ResponseMetadata": { "RequestId": request_id },
    }}))
}

/// An XML answer of the query protocol as JSON: an element with elements is an object, one of
/// `member`s is a list, and so is a name that comes twice.
fn json_of(xml: &str) -> Option<Value> {
    let mut rest = xml.trim_start();
    if rest.starts_with("<?") {
        (_, rest) = rest.split_once("?>")?;
    }
    let (name, value, _) = element(rest.trim_start(), 0)?;
    Some(json!({ name: value }))
}

/// One element: its name, its value, and what follows it.
fn element(text: &str, depth: usize) -> Option<(&str, Value, &str)> {
    let inner = text.strip_prefix('<').filter(|_| depth < MAX_DEPTH)?;
    let (head, after) = inner.split_once('>')?;
    let name = head.split_ascii_whitespace().next()?.trim_end_matches('/');
    if head.ends_with('/') {
        return Some((name, Value::Null, after));
    }
    let close = format!("</{name}>");
    let mut rest = after;
    let mut members: Vec<(&str, Value)> = Vec::new();
    loop {
        let trimmed = rest.trim_start();
        if let Some(after) = trimmed.strip_prefix(close.as_str()) {
            let value = if members.is_empty() {
                Value::String(String::new())
            } else {
                object(members)
            };
            return Some((name, value, after));
        }
        if trimmed.starts_with('<') {
            let (name, value, after) = element(trimmed, depth + 1)?;
            members.push((name, value));
            rest = after;
        } else {
            let (text, after) = rest.split_once(close.as_str())?;
            return Some((name, Value::String(unescape(text)), after));
        }
    }
}

fn object(members: Vec<(&str, Value)>) -> Value {
    if members.iter().all(|(name, _)| *name == "member") {
        return members.into_iter().map(|(_, value)| value).collect();
    }
    let mut object = Map::new();
    for (name, value) in members {
        match object.get_mut(name) {
            Some(Value::Array(values)) => values.push(value),
            Some(known) => *known = Value::Array(vec![known.take(), value]),
            None => {
                object.insert(name.to_owned(), value);
            }
        }
    }
    Value::Object(object)
}

fn unescape(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let text = text.replace("&quot;", "\"").replace("&apos;", "'");
    text.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(rest: &str) -> ServiceUri {
        ServiceUri::parse(&format!("arn:aws:apigateway:us-east-1:{rest}")).unwrap()
    }

    #[track_caller]
    fn check(rest: &str, query: &[(&str, &str)], expected: (&[&str], Option<&str>, &str)) {
        let mut query: Vec<_> = query
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let mut headers = HeaderMap::new();
        let body = prepare(&uri(rest), &mut query, &mut headers, Bytes::from("body"));
        let query: Vec<_> = query
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let target = headers
            .get("x-amz-target")
            .map(|value| value.to_str().unwrap());
        let body = std::str::from_utf8(&body).unwrap();
        assert_eq!(
            (query, target, body),
            (
                expected.0.iter().map(ToString::to_string).collect(),
                expected.1,
                expected.2
            )
        );
    }

    #[test]
    fn an_action_becomes_a_target_or_a_parameter() {
        check(
            "dynamodb:action/PutItem",
            &[],
            (&[], Some("DynamoDB_20120810.PutItem"), "body"),
        );
        check(
            "events:action/PutEvents",
            &[],
            (&["Action=PutEvents"], None, "body"),
        );
        check(
            "sns:action/Publish&Message=m",
            &[("TopicArn", "t")],
            (&["TopicArn=t", "Message=m", "Action=Publish"], None, "body"),
        );
        check(
            "ssm:action/GetParameter",
            &[("Name", "n")],
            (&[], Some("AmazonSSM.GetParameter"), r#"{"Name":"n"}"#),
        );
        check("sqs:path/1/q", &[("a", "b")], (&["a=b"], None, "body"));
    }

    #[track_caller]
    fn check_json(xml: &str, expected: Option<&Value>) {
        assert_eq!(json_of(xml).as_ref(), expected, "{xml}");
    }

    #[test]
    fn answers_of_the_query_protocol_are_json() {
        let xml = "<?xml version=\"1.0\"?>\n<R xmlns=\"x\">\n <A><Id>a&amp;b</Id></A>\n <L><member>1</member><member>2</member></L><N/><E></E>\n</R>";
        check_json(
            xml,
            Some(&json!({"R": {"A": {"Id": "a&b"}, "L": ["1", "2"], "N": null, "E": ""}})),
        );
        check_json(
            "<R><M>1</M><M>2</M><M>3</M></R>",
            Some(&json!({"R": {"M": ["1", "2", "3"]}})),
        );
        check_json("<R><A></R>", None);
        check_json("no xml", None);
        check_json(&"<a>".repeat(100), None);
    }
}
