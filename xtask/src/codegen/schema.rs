//! Writes a service's tables: one constant per operation, one line per shape and member.

use std::fmt::Write as _;

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::{
    HEADER,
    model::{Model, Object, expect_string, flag, is_required, members, reference, string, strings},
    names,
    overlay::Overlay,
};

/// What the tables may use of `wire::schema`.
const VOCABULARY: [&str; 12] = [
    "Kind",
    "Location",
    "OperationSchema",
    "Protocol",
    "ServiceInfo",
    "ServiceSchema",
    "ShapeSchema",
    "TimestampFormat",
    "XmlNamespace",
    "element",
    "member",
    "shape",
];

pub(super) fn render(model: &Model, overlay: &Overlay) -> anyhow::Result<String> {
    let mut body = service(model)?;
    for (name, operation) in &model.operations {
        let implemented = overlay.operations.contains(name);
        let written = write_operation(model, operation, implemented);
        body.push_str(&written.with_context(|| format!("operation {name}"))?);
    }
    write_list(&mut body, model);
    let _ = writeln!(
        body,
        "\nstatic SHAPES: [ShapeSchema; {}] = [",
        model.shapes.len()
    );
    for (name, shape) in &model.shapes {
        let written = write_shape(model, name, shape).with_context(|| format!("shape {name}"))?;
        let _ = writeln!(body, "    {written},");
    }
    body.push_str("];\n");
    let used = VOCABULARY
        .into_iter()
        .filter(|word| names::mentions(&body, word));
    let used: Vec<&str> = used.collect();
    Ok(format!(
        "{HEADER}//! Every operation and shape of the service.\n\nuse crate::schema::{{{}}};\n\n{body}",
        used.join(", ")
    ))
}

fn service(model: &Model) -> anyhow::Result<String> {
    let metadata = &model.metadata;
    let name = string(metadata, "signingName").or_else(|| string(metadata, "endpointPrefix"));
    let text = |key| format!("{:?}", string(metadata, key).unwrap_or(""));
    Ok(format!(
        "pub static SERVICE: ServiceSchema = \
         ServiceSchema {{ info: &INFO, operations: &OPERATIONS, shapes: &SHAPES }};\n\n\
         static INFO: ServiceInfo = ServiceInfo {{\n    name: {:?},\n    protocol: {},\n    \
         api_version: {},\n    target_prefix: {},\n    xml_namespace: {},\n}};\n",
        name.context("no name")?,
        protocol(metadata)?,
        text("apiVersion"),
        text("targetPrefix"),
        xml_namespace(metadata)?,
    ))
}

/// The model of S3 has none, and its answers have this one.
fn xml_namespace(metadata: &Object) -> anyhow::Result<String> {
    let named = string(metadata, "xmlNamespace").map(str::to_owned);
    if named.is_some() || expect_string(metadata, "protocol")? != "rest-xml" {
        return Ok(format!("{:?}", named.unwrap_or_default()));
    }
    let (name, version) = (
        expect_string(metadata, "endpointPrefix")?,
        expect_string(metadata, "apiVersion")?,
    );
    let uri = format!("http://{name}.amazonaws.com/doc/{version}/");
    Ok(format!("{uri:?}"))
}

fn protocol(metadata: &Object) -> anyhow::Result<&'static str> {
    Ok(
        match (
            expect_string(metadata, "protocol")?,
            string(metadata, "jsonVersion"),
        ) {
            ("rest-json", _) => "Protocol::RestJson",
            ("rest-xml", _) => "Protocol::RestXml",
            ("query", _) => "Protocol::Query",
            ("json", Some("1.0")) => "Protocol::Json10",
            ("json", Some("1.1")) => "Protocol::Json11",
            (other, version) => bail!("unknown protocol {other} {version:?}"),
        },
    )
}

fn write_operation(model: &Model, operation: &Object, implemented: bool) -> anyhow::Result<String> {
    let name = expect_string(operation, "name")?;
    let http = operation
        .get("http")
        .and_then(Value::as_object)
        .context("no http")?;
    let status = http
        .get("responseCode")
        .and_then(Value::as_u64)
        .unwrap_or(200);
    let unsigned = string(operation, "authtype") == Some("none");
    let wrapper = operation
        .get("output")
        .and_then(|output| output.get("resultWrapper"));
    let mut text = format!(
        "\npub static {}: OperationSchema = OperationSchema {{\n",
        names::constant(name)
    );
    let _ = writeln!(
        text,
        "    service: &INFO,\n    shapes: &SHAPES,\n    name: {name:?},"
    );
    let _ = writeln!(text, "    method: {:?},", expect_string(http, "method")?);
    let _ = writeln!(text, "    uri: {:?},", expect_string(http, "requestUri")?);
    let _ = writeln!(text, "    status: {status},");
    let _ = writeln!(text, "    input: {:?},", target(model, operation, "input")?);
    let _ = writeln!(
        text,
        "    output: {:?},",
        target(model, operation, "output")?
    );
    let _ = writeln!(text, "    errors: &{:?},", errors(model, operation)?);
    let _ = writeln!(
        text,
        "    result_wrapper: {:?},",
        wrapper.and_then(Value::as_str)
    );
    let _ = writeln!(
        text,
        "    unsigned: {unsigned},\n    implemented: {implemented},\n}};"
    );
    Ok(text)
}

fn target(model: &Model, operation: &Object, key: &str) -> anyhow::Result<Option<usize>> {
    if !operation.contains_key(key) {
        return Ok(None);
    }
    model.id(reference(operation, key)?).map(Some)
}

fn errors(model: &Model, operation: &Object) -> anyhow::Result<Vec<usize>> {
    let errors = operation
        .get("errors")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    errors
        .map(|error| {
            model.id(error
                .get("shape")
                .and_then(Value::as_str)
                .context("no shape")?)
        })
        .collect()
}

fn write_list(text: &mut String, model: &Model) {
    let count = model.operations.len();
    let _ = writeln!(text, "\nstatic OPERATIONS: [&OperationSchema; {count}] = [");
    for name in model.operations.keys() {
        let _ = writeln!(text, "    &{},", names::constant(name));
    }
    text.push_str("];\n");
}

fn write_shape(model: &Model, name: &str, shape: &Object) -> anyhow::Result<String> {
    let mut text = format!("shape({name:?}, {})", kind(model, shape)?);
    for limit in ["min", "max"] {
        if let Some(value) = shape.get(limit) {
            let _ = write!(text, ".{limit}({})", separated(whole(value)?));
        }
    }
    if let Some(pattern) = string(shape, "pattern") {
        let _ = write!(text, ".pattern({pattern:?})");
    }
    let values: Vec<&str> = strings(shape, "enum").collect();
    if !values.is_empty() {
        let _ = write!(text, ".values(&{values:?})");
    }
    if let Some(payload) = string(shape, "payload") {
        let _ = write!(text, ".payload({payload:?})");
    }
    if let Some(media) = string(shape, "media") {
        let _ = write!(text, ".media({media:?})");
    }
    text.push_str(&error(name, shape));
    text.push_str(&naming(shape, "named")?);
    for (key, call) in FLAGS {
        if flag(shape, key) {
            let _ = write!(text, ".{call}()");
        }
    }
    Ok(text)
}

const FLAGS: [(&str, &str); 6] = [
    ("dense", "dense"),
    ("flattened", "flattened"),
    ("streaming", "streaming"),
    ("eventstream", "event_stream"),
    ("union", "union"),
    ("sensitive", "sensitive"),
];

fn kind(model: &Model, shape: &Object) -> anyhow::Result<String> {
    Ok(match expect_string(shape, "type")? {
        "structure" if flag(shape, "document") => "Kind::Document".to_owned(),
        "structure" => write_members(model, shape)?,
        "list" => format!("Kind::List({})", element(model, shape, "member")?),
        "map" => format!(
            "Kind::Map {{ key: {}, value: {} }}",
            element(model, shape, "key")?,
            element(model, shape, "value")?
        ),
        "string" => "Kind::String".to_owned(),
        "boolean" => "Kind::Boolean".to_owned(),
        "integer" => "Kind::Integer".to_owned(),
        "long" => "Kind::Long".to_owned(),
        "float" => "Kind::Float".to_owned(),
        "double" => "Kind::Double".to_owned(),
        "timestamp" => "Kind::Timestamp".to_owned(),
        "blob" => "Kind::Blob".to_owned(),
        other => bail!("unknown type {other}"),
    })
}

fn write_members(model: &Model, shape: &Object) -> anyhow::Result<String> {
    let mut text = "Kind::Structure(&[".to_owned();
    for (name, traits) in members(shape) {
        let traits = traits.as_object().context("a member is not an object")?;
        let required = is_required(shape, name);
        let written = write_member(model, name, traits, required);
        let _ = write!(
            text,
            "\n        {},",
            written.with_context(|| format!("member {name}"))?
        );
    }
    text.push_str(if text.ends_with('[') {
        "])"
    } else {
        "\n    ])"
    });
    Ok(text)
}

fn write_member(
    model: &Model,
    name: &str,
    traits: &Object,
    required: bool,
) -> anyhow::Result<String> {
    let mut text = format!(
        "member({name:?}, {})",
        model.id(expect_string(traits, "shape")?)?
    );
    if let Some(location) = string(traits, "location") {
        let _ = write!(text, ".at(Location::{})", location_variant(location)?);
    }
    text.push_str(&naming(traits, "named")?);
    if required {
        text.push_str(".required()");
    }
    for (key, call) in MEMBER_FLAGS {
        if flag(traits, key) {
            let _ = write!(text, ".{call}()");
        }
    }
    Ok(text)
}

const MEMBER_FLAGS: [(&str, &str); 6] = [
    ("flattened", "flattened"),
    ("jsonvalue", "json_value"),
    ("idempotencyToken", "idempotency_token"),
    ("streaming", "streaming"),
    ("eventpayload", "event_payload"),
    ("xmlAttribute", "xml_attribute"),
];

fn location_variant(location: &str) -> anyhow::Result<&'static str> {
    Ok(match location {
        "uri" => "Uri",
        "querystring" => "Query",
        "header" => "Header",
        "headers" => "Headers",
        "statusCode" => "StatusCode",
        other => bail!("unknown location {other}"),
    })
}

fn element(model: &Model, shape: &Object, key: &str) -> anyhow::Result<String> {
    let traits = shape
        .get(key)
        .and_then(Value::as_object)
        .with_context(|| format!("no {key}"))?;
    Ok(format!(
        "element({}){}",
        model.id(reference(shape, key)?)?,
        naming(traits, "named")?
    ))
}

/// The traits that members, elements and shapes share.
fn naming(traits: &Object, named: &str) -> anyhow::Result<String> {
    let mut text = String::new();
    if let Some(name) = string(traits, "locationName") {
        let _ = write!(text, ".{named}({name:?})");
    }
    if let Some(format) = string(traits, "timestampFormat") {
        let _ = write!(
            text,
            ".timestamp(TimestampFormat::{})",
            timestamp_variant(format)?
        );
    }
    if let Some(namespace) = traits.get("xmlNamespace").and_then(Value::as_object) {
        let (prefix, uri) = (
            string(namespace, "prefix"),
            expect_string(namespace, "uri")?,
        );
        let _ = write!(text, ".xmlns({prefix:?}, {uri:?})");
    }
    Ok(text)
}

fn timestamp_variant(format: &str) -> anyhow::Result<&'static str> {
    Ok(match format {
        "unixTimestamp" => "EpochSeconds",
        "iso8601" => "Iso8601",
        "rfc822" => "HttpDate",
        other => bail!("unknown timestamp format {other}"),
    })
}

/// Errors without a code are known by the name of their shape, as in the JSON protocols.
fn error(name: &str, shape: &Object) -> String {
    if !flag(shape, "exception") && !shape.contains_key("error") {
        return String::new();
    }
    let traits = shape.get("error").and_then(Value::as_object);
    let code = traits
        .and_then(|error| string(error, "code"))
        .unwrap_or(name);
    let fault = flag(shape, "fault");
    let status = traits
        .and_then(|error| error.get("httpStatusCode"))
        .and_then(Value::as_u64);
    let status = status.unwrap_or(if fault { 500 } else { 400 });
    let side = if fault || status >= 500 {
        "receiver"
    } else {
        "sender"
    };
    format!(".{side}_error({code:?}, {status})")
}

fn whole(value: &Value) -> anyhow::Result<i64> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the fraction is checked to be zero"
    )]
    let from_float = value
        .as_f64()
        .filter(|float| float.fract() == 0.0)
        .map(|float| float as i64);
    value
        .as_i64()
        .or(from_float)
        .with_context(|| format!("{value} is no whole number"))
}

/// 1048576 becomes `1_048_576`.
fn separated(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    if value < 0 { format!("-{text}") } else { text }
}
