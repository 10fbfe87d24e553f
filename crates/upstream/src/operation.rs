//! Which operation a request is, and with which parameters.

use std::collections::HashSet;

use http::request::Parts;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::address::Address;
use crate::protocol::{Protocol, is_form};
use crate::targets;

/// A request as far as it was understood.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    /// The signing name, such as `dynamodb`.
    pub(crate) service: String,
    /// What stands before the colon of the service's actions.
    pub(crate) prefix: String,
    /// `None` where only the service's model tells.
    pub(crate) name: Option<String>,
    /// Whether the request names an operation of another service.
    pub(crate) is_foreign: bool,
    /// Whether a parameter of a form stands more than once, which each server may read in its own way.
    pub(crate) is_ambiguous: bool,
    /// An object; empty where the input can't be read.
    pub(crate) parameters: Value,
    pub(crate) address: Option<Address>,
}

/// Signing names that are not the prefix of their service's actions (service authorization
/// reference).
const PREFIXES: [(&str, &str); 6] = [
    ("monitoring", "cloudwatch"),
    ("email", "ses"),
    ("tagging", "tag"),
    ("wisdom", "wisdom"),
    ("model.lex.v2", "lex"),
    ("s3-outposts", "s3-outposts"),
];

pub(crate) fn prefix_of(service: &str) -> &str {
    let known = PREFIXES.iter().find(|(name, _)| *name == service);
    known.map_or(service, |(_, prefix)| *prefix)
}

impl Operation {
    pub(crate) fn read(service: &str, parts: &Parts, body: &[u8]) -> Self {
        let protocol = Protocol::of(service, parts, body);
        let query = parts.uri.query().unwrap_or_default();
        let (name, parameters) = match protocol {
            Protocol::Json => (target(parts), json(body)),
            Protocol::Query => {
                let form = if is_form(&parts.headers) { body } else { b"" };
                let parameters = pairs(query.as_bytes(), form);
                let name = parameters.get("Action").and_then(Value::as_str);
                (name.map(str::to_owned), parameters)
            }
            Protocol::Cbor => (last_segment(parts), Value::Object(Map::new())),
            Protocol::RestXml => (None, pairs(query.as_bytes(), b"")),
            Protocol::Rest => (None, Value::Object(Map::new())),
        };
        let parameters = with_queue(service, parts, parameters);
        let address = (protocol == Protocol::RestXml).then(|| Address::of(parts));
        Self {
            is_ambiguous: protocol == Protocol::Query && has_duplicates(query, parts, body),
            is_foreign: protocol == Protocol::Json && !has_own_target(service, parts),
            service: service.to_owned(),
            prefix: prefix_of(service).to_owned(),
            name: name.filter(|name| is_name(name)),
            parameters,
            address,
        }
    }

    /// For the log and the journal.
    pub(crate) fn text(&self) -> String {
        let name = self.name.as_deref().unwrap_or("an operation");
        format!("{}:{name}", self.prefix)
    }
}

/// In the query protocol of SQS a queue may be named by the path alone: `/ACCOUNT/NAME`.
fn with_queue(service: &str, parts: &Parts, mut parameters: Value) -> Value {
    let path = parts.uri.path();
    let is_queue = path.split('/').filter(|part| !part.is_empty()).count() == 2;
    if let ("sqs", true, Some(members)) = (service, is_queue, parameters.as_object_mut()) {
        members.entry("QueueUrl").or_insert_with(|| path.into());
    }
    parameters
}

/// An operation's name becomes part of an action, so it must look like one.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= 128 && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn has_duplicates(query: &str, parts: &Parts, body: &[u8]) -> bool {
    let form: &[u8] = if is_form(&parts.headers) { body } else { b"" };
    let pairs = [query.as_bytes(), form];
    let pairs = pairs
        .into_iter()
        .flat_map(|text| text.split(|byte| *byte == b'&'));
    let names = pairs.filter_map(|pair| pair.split(|byte| *byte == b'=').next());
    let mut seen = HashSet::new();
    let mut names = names.filter(|name| !name.is_empty());
    names.any(|name| !seen.insert(decode(&String::from_utf8_lossy(name))))
}

fn has_own_target(service: &str, parts: &Parts) -> bool {
    let target = parts
        .headers
        .get("x-amz-target")
        .and_then(|value| value.to_str().ok());
    let prefix = target.and_then(|target| target.rsplit_once('.'));
    prefix.is_some_and(|(prefix, _)| targets::belongs(prefix, service))
}

fn target(parts: &Parts) -> Option<String> {
    let target = parts.headers.get("x-amz-target")?.to_str().ok()?;
    let (_, name) = target.rsplit_once('.')?;
    Some(name.to_owned())
}

/// `/service/NAME/operation/OPERATION`
fn last_segment(parts: &Parts) -> Option<String> {
    let (_, name) = parts.uri.path().rsplit_once("/operation/")?;
    Some(name.to_owned())
}

fn json(body: &[u8]) -> Value {
    let read = serde_json::from_slice(body).ok();
    read.filter(Value::is_object)
        .unwrap_or_else(|| Value::Object(Map::new()))
}

/// A form as an object; of a name that comes twice the first value stays, as the services have it.
fn pairs(query: &[u8], form: &[u8]) -> Value {
    let mut members = Map::new();
    for pair in [query, form]
        .into_iter()
        .flat_map(|text| text.split(|byte| *byte == b'&'))
    {
        let pair = String::from_utf8_lossy(pair);
        let (name, value) = pair.split_once('=').unwrap_or((&pair, ""));
        if name.is_empty() {
            continue;
        }
        members
            .entry(decode(name))
            .or_insert_with(|| Value::String(decode(value)));
    }
    Value::Object(members)
}

fn decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        service: &str,
        head: http::request::Builder,
        body: &str,
        expected: (Option<&str>, &str),
    ) {
        let (parts, ()) = head.body(()).unwrap().into_parts();
        let read = Operation::read(service, &parts, body.as_bytes());
        let (name, parameters) = expected;
        assert_eq!(read.name.as_deref(), name);
        let parameters: Value = serde_json::from_str(parameters).unwrap();
        assert_eq!(read.parameters, parameters);
    }

    #[test]
    fn each_protocol_names_its_operation_elsewhere() {
        let json = || http::Request::post("/").header("x-amz-target", "DynamoDB_20120810.PutItem");
        check(
            "dynamodb",
            json(),
            r#"{"TableName":"t"}"#,
            (Some("PutItem"), r#"{"TableName":"t"}"#),
        );
        check("dynamodb", json(), "no json", (Some("PutItem"), "{}"));
        let form =
            http::Request::post("/").header("content-type", "application/x-www-form-urlencoded");
        let body = "Action=Publish&TopicArn=arn%3Aa&Message=a+b";
        let read = r#"{"Action":"Publish","TopicArn":"arn:a","Message":"a b"}"#;
        check("sns", form, body, (Some("Publish"), read));
        let cbor = http::Request::post("/service/GraniteService/operation/PutMetricData")
            .header("smithy-protocol", "rpc-v2-cbor");
        check("monitoring", cbor, "", (Some("PutMetricData"), "{}"));
        check(
            "s3",
            http::Request::get("/b?list-type=2"),
            "",
            (None, r#"{"list-type":"2"}"#),
        );
        check(
            "batch",
            http::Request::post("/v1/submitjob"),
            "{}",
            (None, "{}"),
        );
    }

    #[test]
    fn a_parameter_that_stands_twice_is_ambiguous() {
        for (uri, body, ambiguous) in [
            ("/", "Action=A&TopicArn=b", false),
            ("/", "Action=A&TopicArn=b&Topic%41rn=c", true),
            ("/?Action=B", "Action=A", true),
        ] {
            let form = "application/x-www-form-urlencoded";
            let request = http::Request::post(uri).header("content-type", form);
            let (parts, ()) = request.body(()).unwrap().into_parts();
            let read = Operation::read("sns", &parts, body.as_bytes());
            assert_eq!(read.is_ambiguous, ambiguous, "{uri} {body}");
        }
    }

    #[test]
    fn a_target_of_another_service_is_foreign() {
        for (target, foreign) in [
            ("DynamoDB_20120810.PutItem", false),
            ("AmazonSQS.SendMessage", true),
        ] {
            let request = http::Request::post("/").header("x-amz-target", target);
            let (parts, ()) = request.body(()).unwrap().into_parts();
            assert_eq!(
                Operation::read("dynamodb", &parts, b"{}").is_foreign,
                foreign
            );
        }
    }

    #[test]
    fn a_name_that_is_none_is_no_name() {
        let odd = http::Request::post("/").header("x-amz-target", "DynamoDB_20120810.Put*");
        check("dynamodb", odd, "{}", (None, "{}"));
    }
}
