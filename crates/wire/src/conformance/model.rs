//! Makes schema tables and documents from the JSON of a vector. The tables are leaked: they live
//! as long as the tables of a real service do.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::Value;

use crate::{
    document::{Document, Members},
    scalar,
    schema::{
        Element, Kind, Location, MemberSchema, OperationSchema, Protocol, ServiceInfo,
        ServiceSchema, ShapeId, ShapeSchema, TimestampFormat, element, member, shape,
    },
    timestamp::Timestamp,
};

/// One operation, with a service of its own.
pub(super) fn service(suite: &Value, given: &Value) -> &'static ServiceSchema {
    let metadata = &suite["metadata"];
    let protocol = match (text(metadata, "protocol"), text(metadata, "jsonVersion")) {
        ("rest-json", _) => Protocol::RestJson,
        ("query", _) => Protocol::Query,
        (_, "1.0") => Protocol::Json10,
        _ => Protocol::Json11,
    };
    let info: &'static ServiceInfo = leak(ServiceInfo {
        name: "vectors",
        protocol,
        api_version: text(metadata, "apiVersion"),
        target_prefix: text(metadata, "targetPrefix"),
        xml_namespace: "https://example.com/",
    });
    let shapes = shapes(suite);
    let id = |side: &str| given[side]["shape"].as_str().map(|name| find(suite, name));
    let name = text(given, "name");
    let wrapper = id("output").map(|_| leak(format!("{name}Result")).as_str());
    let errors = given["errors"].as_array().into_iter().flatten();
    let errors: Vec<ShapeId> = errors
        .map(|error| find(suite, text(error, "shape")))
        .collect();
    let operation: &'static OperationSchema = leak(OperationSchema {
        service: info,
        shapes,
        name,
        method: text(&given["http"], "method"),
        uri: text(&given["http"], "requestUri"),
        status: given["http"]["responseCode"]
            .as_u64()
            .unwrap_or(200)
            .try_into()
            .expect("a status"),
        input: id("input"),
        output: id("output"),
        errors: errors.leak(),
        result_wrapper: wrapper,
        unsigned: false,
        implemented: true,
    });
    leak(ServiceSchema {
        info,
        operations: vec![operation].leak(),
        shapes,
    })
}

fn shapes(suite: &Value) -> &'static [ShapeSchema] {
    let shapes: Vec<ShapeSchema> = sorted(suite)
        .into_iter()
        .map(|(name, json)| shape_of(suite, name, json))
        .collect();
    shapes.leak()
}

fn sorted(suite: &Value) -> BTreeMap<&str, &Value> {
    let shapes = suite["shapes"].as_object().into_iter().flatten();
    shapes.map(|(name, json)| (name.as_str(), json)).collect()
}

pub(super) fn find(suite: &Value, name: &str) -> ShapeId {
    let position = sorted(suite).into_keys().position(|shape| shape == name);
    position
        .expect("a shape that exists")
        .try_into()
        .expect("few shapes")
}

fn shape_of(suite: &Value, name: &str, json: &Value) -> ShapeSchema {
    let mut schema = shape(leak(name.to_owned()), kind(suite, json));
    schema.flattened = flag(json, "flattened");
    schema.payload = json["payload"]
        .as_str()
        .map(|payload| leak(payload.to_owned()).as_str());
    schema.timestamp_format = json["timestampFormat"].as_str().map(timestamp_format);
    if flag(json, "exception") {
        let code = json["error"]["code"].as_str().unwrap_or(name);
        let fault = if flag(json, "fault") { 500 } else { 400 };
        let status = json["error"]["httpStatusCode"].as_u64().unwrap_or(fault);
        let status = u16::try_from(status).expect("a status");
        schema = if flag(json, "fault") {
            schema.receiver_error(leak(code.to_owned()), status)
        } else {
            schema.sender_error(leak(code.to_owned()), status)
        };
    }
    schema
}

fn kind(suite: &Value, json: &Value) -> Kind {
    match text(json, "type") {
        "structure" if flag(json, "document") => Kind::Document,
        "structure" => {
            let members = json["members"].as_object().into_iter().flatten();
            let members: Vec<MemberSchema> = members
                .map(|(name, member)| member_of(suite, json, name, member))
                .collect();
            Kind::Structure(members.leak())
        }
        "list" => Kind::List(element_of(suite, &json["member"])),
        "map" => Kind::Map {
            key: element_of(suite, &json["key"]),
            value: element_of(suite, &json["value"]),
        },
        "string" => Kind::String,
        "boolean" => Kind::Boolean,
        "integer" => Kind::Integer,
        "long" => Kind::Long,
        "float" => Kind::Float,
        "double" => Kind::Double,
        "timestamp" => Kind::Timestamp,
        "blob" => Kind::Blob,
        other => panic!("unknown type {other}"),
    }
}

fn member_of(suite: &Value, structure: &Value, name: &str, json: &Value) -> MemberSchema {
    let mut schema = member(leak(name.to_owned()), find(suite, text(json, "shape")));
    schema.location = match text(json, "location") {
        "" => Location::Body,
        "uri" => Location::Uri,
        "querystring" => Location::Query,
        "header" => Location::Header,
        "headers" => Location::Headers,
        "statusCode" => Location::StatusCode,
        other => panic!("unknown location {other}"),
    };
    schema.location_name = json["locationName"]
        .as_str()
        .map(|name| leak(name.to_owned()).as_str());
    schema.timestamp_format = json["timestampFormat"].as_str().map(timestamp_format);
    schema.flattened = flag(json, "flattened");
    schema.json_value = flag(json, "jsonvalue");
    let required = structure["required"].as_array().into_iter().flatten();
    schema.required = required.into_iter().any(|required| required == name);
    if let Some((prefix, uri)) = namespace(json) {
        schema = schema.xmlns(prefix, uri);
    }
    schema
}

fn element_of(suite: &Value, json: &Value) -> Element {
    let mut schema = element(find(suite, text(json, "shape")));
    schema.wire_name = json["locationName"]
        .as_str()
        .map(|name| leak(name.to_owned()).as_str());
    match namespace(json) {
        Some((prefix, uri)) => schema.xmlns(prefix, uri),
        None => schema,
    }
}

/// A namespace is an object, or its URI alone.
fn namespace(json: &Value) -> Option<(Option<&'static str>, &'static str)> {
    let namespace = json.get("xmlNamespace")?;
    let prefix = namespace["prefix"]
        .as_str()
        .map(|prefix| leak(prefix.to_owned()).as_str());
    let uri = namespace.as_str().or(namespace["uri"].as_str())?;
    Some((prefix, leak(uri.to_owned())))
}

fn timestamp_format(name: &str) -> TimestampFormat {
    match name {
        "unixTimestamp" => TimestampFormat::EpochSeconds,
        "iso8601" => TimestampFormat::Iso8601,
        "rfc822" => TimestampFormat::HttpDate,
        other => panic!("unknown timestamp format {other}"),
    }
}

/// The document that a vector's parameters stand for.
pub(super) fn document(service: &ServiceSchema, shape: ShapeId, json: &Value) -> Document {
    let schema = &service.shapes[usize::from(shape)];
    match (schema.kind, json) {
        (_, Value::Null) => Document::Null,
        (Kind::Structure(members), Value::Object(values)) => {
            let known = members.iter().filter_map(|member| {
                let value = values.get(member.name).filter(|value| !value.is_null())?;
                Some((member.name, member_value(service, member, value)))
            });
            Document::Members(known.collect())
        }
        (Kind::List(element), Value::Array(items)) => Document::List(
            items
                .iter()
                .map(|item| document(service, element.shape, item))
                .collect(),
        ),
        (Kind::Map { value, .. }, Value::Object(entries)) => {
            let entries = entries.iter();
            let entries =
                entries.map(|(key, item)| (key.clone(), document(service, value.shape, item)));
            Document::Members(entries.collect::<Members>())
        }
        (Kind::Document, value) => Document::Value(value.clone()),
        (Kind::String, Value::String(text)) => Document::String(text.clone()),
        (Kind::Boolean, Value::Bool(value)) => Document::Boolean(*value),
        (Kind::Integer | Kind::Long, value) => {
            Document::Integer(value.as_i64().expect("an integer"))
        }
        (Kind::Float | Kind::Double, Value::String(text)) => {
            Document::Float(scalar::parse_float(text).expect("a float"))
        }
        (Kind::Float | Kind::Double, value) => Document::Float(value.as_f64().expect("a float")),
        (Kind::Timestamp, value) => {
            Document::Timestamp(Timestamp(value.as_f64().expect("seconds")))
        }
        (Kind::Blob, Value::String(text)) => Document::Blob(Bytes::from(text.clone())),
        (kind, value) => panic!("{value} is no {kind:?}"),
    }
}

fn member_value(service: &ServiceSchema, member: &MemberSchema, json: &Value) -> Document {
    if member.json_value {
        let text = json.as_str().expect("JSON in a string");
        return Document::Value(serde_json::from_str(text).expect("JSON in a string"));
    }
    document(service, member.shape, json)
}

pub(super) fn text(json: &Value, key: &str) -> &'static str {
    json[key]
        .as_str()
        .map_or("", |text| leak(text.to_owned()).as_str())
}

fn flag(json: &Value, key: &str) -> bool {
    json[key].as_bool().unwrap_or(false)
}

fn leak<T>(value: T) -> &'static mut T {
    Box::leak(Box::new(value))
}
