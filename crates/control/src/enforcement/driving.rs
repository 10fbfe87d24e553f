//! Calls an operation by its schema, whatever the protocol, and brings back what it asked.

use std::fmt::Write as _;

use bytes::Bytes;
use http::Request;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};
use wire::Service;
use wire::schema::{Location, OperationSchema, Protocol};

use super::inputs;
use crate::needs::observed::{self, Asked};
use crate::testing::{Answer, World, sign};

/// One call and what came of it.
pub(super) struct Call {
    pub(super) asked: Vec<Asked>,
    /// What root was answered.
    pub(super) answer: String,
    /// The action and the resource that somebody without any permission was told, if nothing was
    /// asked for root.
    pub(super) denied: Option<(String, String)>,
}

const NOBODY: (&str, &str) = ("AKIANOBODYNOBODYNOBO", "secret");
pub(super) const ROOT: (&str, &str) = (crate::testing::ROOT_KEY, crate::testing::ROOT_SECRET);

/// Each call has a world of its own, so that none is disturbed by another.
pub(super) async fn call(service: Service, operation: &'static OperationSchema) -> Call {
    let world = World::strict().await;
    let input = inputs::of(&world, service, operation).await;
    observed::take();
    let answer = send(&world, service, operation, &input, ROOT).await;
    let asked = observed::take();
    let by_root = |asked: &Asked| asked.caller.ends_with(":root");
    let asked = asked.into_iter().filter(by_root).collect();
    let mut call = Call {
        asked,
        answer: format!("{} {} to {input}", answer.status, answer.text()),
        denied: None,
    };
    if call.asked.is_empty() {
        world.user("nobody", NOBODY).await;
        let answer = send(&world, service, operation, &input, NOBODY).await;
        call.denied = denial(&answer.text());
    }
    call
}

/// Root's call, which must succeed, to make what another operation needs.
pub(super) async fn make(world: &World, service: Service, name: &str, input: &Value) -> Answer {
    let operation = service.schema().operation(name).unwrap();
    let answer = send(world, service, operation, input, ROOT).await;
    assert!(answer.status < 300, "{name}: {}", answer.text());
    answer
}

pub(super) async fn send(
    world: &World,
    service: Service,
    operation: &'static OperationSchema,
    input: &Value,
    key: (&str, &str),
) -> Answer {
    let nothing = Map::new();
    let input = input.as_object().unwrap_or(&nothing);
    let mut request = match operation.service.protocol {
        Protocol::RestJson => rest(operation, input),
        Protocol::RestXml => rest_xml(operation, input),
        Protocol::Query => query(operation, input),
        Protocol::Json10 | Protocol::Json11 => json(operation, input),
    };
    sign(&mut request, key, service.name());
    world.send(request).await
}

/// The names of the input are those on the wire.
fn rest(operation: &'static OperationSchema, input: &Map<String, Value>) -> Request<Bytes> {
    let shape = operation.input_shape();
    let payload = shape.and_then(|shape| shape.payload);
    let mut uri = operation.uri.to_owned();
    let mut parameters = Vec::new();
    let mut body = Map::new();
    let mut raw = None;
    for member in inputs::members(operation) {
        let Some(value) = input.get(member.wire_name()) else {
            continue;
        };
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        let encoded = utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string();
        match member.location {
            Location::Uri => uri = uri.replace(&format!("{{{}}}", member.wire_name()), &encoded),
            Location::Query => parameters.extend(repeated(member.wire_name(), value)),
            Location::Body if payload == Some(member.name) => raw = Some(text),
            Location::Body => {
                body.insert(member.wire_name().to_owned(), value.clone());
            }
            Location::Header | Location::Headers | Location::StatusCode => {}
        }
    }
    if !parameters.is_empty() {
        let joint = if uri.contains('?') { '&' } else { '?' };
        uri = format!("{uri}{joint}{}", parameters.join("&"));
    }
    let body = raw.unwrap_or_else(|| Value::Object(body).to_string());
    let has_body = operation.method != "GET" && operation.method != "DELETE";
    Request::builder()
        .method(operation.method)
        .uri(format!("http://127.0.0.1:4566{uri}"))
        .header("host", "127.0.0.1:4566")
        .body(Bytes::from(if has_body { body } else { String::new() }))
        .unwrap()
}

/// The same with headers, and a body that is written as it stands.
fn rest_xml(operation: &'static OperationSchema, input: &Map<String, Value>) -> Request<Bytes> {
    let payload = operation.input_shape().and_then(|shape| shape.payload);
    let mut uri = operation.uri.to_owned();
    let mut parameters = Vec::new();
    let mut request = Request::builder().method(operation.method);
    let mut body = String::new();
    for member in inputs::members(operation) {
        let Some(value) = input.get(member.wire_name()) else {
            continue;
        };
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        let encoded = utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string();
        match member.location {
            Location::Uri => {
                for label in [
                    format!("{{{}}}", member.wire_name()),
                    format!("{{{}+}}", member.wire_name()),
                ] {
                    uri = uri.replace(&label, &encoded);
                }
            }
            Location::Query => parameters.extend(repeated(member.wire_name(), value)),
            Location::Header => request = request.header(member.wire_name(), text),
            Location::Body if payload == Some(member.name) => body = text,
            Location::Body | Location::Headers | Location::StatusCode => {}
        }
    }
    if !parameters.is_empty() {
        let joint = if uri.contains('?') { '&' } else { '?' };
        uri = format!("{uri}{joint}{}", parameters.join("&"));
    }
    request
        .uri(format!("http://127.0.0.1:4566{uri}"))
        .header("host", "127.0.0.1:4566")
        .body(Bytes::from(body))
        .unwrap()
}

/// A list comes once for each of its items.
fn repeated(name: &str, value: &Value) -> Vec<String> {
    let items = match value {
        Value::Array(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    let text = |item: &Value| {
        item.as_str()
            .map_or_else(|| item.to_string(), str::to_owned)
    };
    let parameter = |item| {
        format!(
            "{name}={}",
            utf8_percent_encode(&text(item), NON_ALPHANUMERIC)
        )
    };
    items.iter().map(parameter).collect()
}

fn query(operation: &OperationSchema, input: &Map<String, Value>) -> Request<Bytes> {
    let mut form = format!(
        "Action={}&Version={}",
        operation.name, operation.service.api_version
    );
    for (name, value) in input {
        flatten(&mut form, name, value);
    }
    post("application/x-www-form-urlencoded", form)
}

fn flatten(form: &mut String, name: &str, value: &Value) {
    match value {
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                flatten(form, &format!("{name}.member.{}", place + 1), item);
            }
        }
        Value::Object(members) => {
            for (member, value) in members {
                flatten(form, &format!("{name}.{member}"), value);
            }
        }
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            let text = utf8_percent_encode(&text, NON_ALPHANUMERIC);
            let _ = write!(form, "&{name}={text}");
        }
    }
}

fn json(operation: &OperationSchema, input: &Map<String, Value>) -> Request<Bytes> {
    let body = Value::Object(input.clone()).to_string();
    let mut request = post("application/x-amz-json-1.1", body);
    let target = format!("{}.{}", operation.service.target_prefix, operation.name);
    request
        .headers_mut()
        .insert("x-amz-target", target.parse().unwrap());
    request
}

fn post(content_type: &'static str, body: String) -> Request<Bytes> {
    Request::post("http://127.0.0.1:4566/")
        .header("host", "127.0.0.1:4566")
        .header("content-type", content_type)
        .body(Bytes::from(body))
        .unwrap()
}

/// `… is not authorized to perform: ACTION on resource: RESOURCE because …`
fn denial(text: &str) -> Option<(String, String)> {
    let (_, rest) = text.split_once("not authorized to perform: ")?;
    let (action, rest) = rest.split_once(" on resource: ")?;
    let resource = rest.split([' ', '<', '"']).next()?;
    Some((action.to_owned(), resource.to_owned()))
}
