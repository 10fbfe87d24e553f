//! The protocols' vectors, from the server's side: a client's request must decode to the
//! parameters it was made from, and a result must encode to the answer that a client reads it from.

use bytes::Bytes;
use http::{Request, Response, request::Parts};
use serde_json::Value;

use super::{model, read, xml::Element};
use crate::{
    document::{Document, Members},
    failure::Failure,
    json, query,
    request::route_within,
    response, rest_json, rest_xml,
    schema::{Kind, Location, OperationSchema, Protocol, ServiceSchema},
};

/// What a server cannot see, or a client only tolerates.
const SKIPPED: &[(&str, &str)] = &[
    (
        "AwsJson11FooErrorUsingXAmznErrorType",
        "we name the error in the body",
    ),
    (
        "AwsJson10FooErrorUsingXAmznErrorType",
        "we name the error in the body",
    ),
    (
        "RestJsonHttpWithEmptyStructurePayload",
        "the client writes {} for an absent structure",
    ),
    (
        "RestJsonHttpWithHeadersButNoPayload",
        "the client writes {} for an absent structure",
    ),
    (
        "RestJsonQueryIdempotencyTokenAutoFill",
        "the token is made by the client",
    ),
    (
        "QueryProtocolIdempotencyTokenAutoFill",
        "the token is made by the client",
    ),
    (
        "RestJsonQueryParamsStringListMap",
        "a server's map holds all parameters, the named one too",
    ),
    (
        "RestJsonQueryPrecedence",
        "the parameter that the named one displaced is not on the wire",
    ),
    (
        "SDKAppliedContentEncoding_restJson1",
        "the vector has no body",
    ),
    (
        "SDKAppendedGzipAfterProvidedEncoding_restJson1",
        "the vector has no body",
    ),
    (
        "SDKAppliedContentEncoding_awsQuery",
        "the vector has no body",
    ),
    (
        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsQuery",
        "the vector has no body",
    ),
    (
        "SDKAppliedContentEncoding_awsJson1_1",
        "the vector has no body",
    ),
    (
        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1",
        "the vector has no body",
    ),
    (
        "SDKAppliedContentEncoding_awsJson1_0",
        "the vector has no body",
    ),
    (
        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_0",
        "the vector has no body",
    ),
    (
        "RestJsonHostWithPath",
        "the prefix of the path belongs to the endpoint",
    ),
    (
        "QueryHostWithPath",
        "the prefix of the path belongs to the endpoint",
    ),
    (
        "RestJsonDateTimeWithNegativeOffset",
        "we write UTC; clients read any offset",
    ),
    (
        "RestJsonDateTimeWithPositiveOffset",
        "we write UTC; clients read any offset",
    ),
    (
        "AwsQueryDateTimeWithNegativeOffset",
        "we write UTC; clients read any offset",
    ),
    (
        "AwsQueryDateTimeWithPositiveOffset",
        "we write UTC; clients read any offset",
    ),
    (
        "AwsJson11DateTimeWithNegativeOffset",
        "we write UTC; clients read any offset",
    ),
    (
        "AwsJson11DateTimeWithPositiveOffset",
        "we write UTC; clients read any offset",
    ),
    (
        "RestJsonDeserializesDenseSetMapAndSkipsNull",
        "we write no null; clients pass over it",
    ),
    (
        "RestJsonDoesntDeserializeNullStructureValues",
        "we write no null; clients pass over it",
    ),
    (
        "AwsJson11StructuresDontDeserializeNullValues",
        "we write no null; clients pass over it",
    ),
    (
        "RestJsonDeserializeIgnoreType",
        "we write no __type; clients pass over it",
    ),
    (
        "AwsJson11DeserializeIgnoreType",
        "we write no __type; clients pass over it",
    ),
    (
        "AwsJson10DeserializeIgnoreType",
        "we write no __type; clients pass over it",
    ),
    (
        "AwsJson10DeserializeAllowNulls",
        "we write no null; clients pass over it",
    ),
    (
        "handles_unexpected_json_output",
        "we write no unknown members; clients pass over them",
    ),
    (
        "AwsJson10HandlesUnexpectedJsonOutput",
        "we write no unknown members; clients pass over them",
    ),
    (
        "json_1_1_service_responds_with_no_payload",
        "we write {}; clients read an empty body too",
    ),
    (
        "AwsJson10ServiceRespondsWithNoPayload",
        "we write {}; clients read an empty body too",
    ),
];

/// Other spellings of an error's name that clients read; we write `__type` or the header plainly.
const OTHER_SPELLINGS: [&str; 4] = ["WithUri", "UsingCode", "Namespace", "DunderType"];

fn is_skipped(id: &str) -> bool {
    let other_spelling =
        id.contains("FooError") && OTHER_SPELLINGS.iter().any(|other| id.contains(other));
    other_spelling || SKIPPED.iter().any(|(skipped, _)| *skipped == id)
}

fn cases(path: &str, check: impl Fn(&Value, &Value)) {
    let Some(suites) = read(path) else { return };
    let mut checked = 0;
    for suite in suites.as_array().expect("suites") {
        for case in suite["cases"].as_array().expect("cases") {
            if !is_skipped(model::text(case, "id")) {
                check(suite, case);
                checked += 1;
            }
        }
    }
    println!("{path}: {checked} cases");
    assert!(checked > 10, "{path} has {checked} cases");
}

fn decodes(suite: &Value, case: &Value) {
    let id = model::text(case, "id");
    let service = model::service(suite, &case["given"]);
    let operation = service.operations[0];
    let (mut parts, body) = request(&case["serialized"]);
    // Some vectors leave the target out.
    let target = format!("{}.{}", service.info.target_prefix, operation.name);
    parts
        .headers
        .entry("x-amz-target")
        .or_insert(target.parse().expect("a target"));
    let routed =
        route_within(service, &parts, &body).unwrap_or_else(|failure| panic!("{id}: {failure}"));
    let decoded = routed
        .decode(&parts, &body)
        .unwrap_or_else(|failure| panic!("{id}: {failure}"));
    let expected = operation
        .input
        .map_or(Document::Members(Members::new()), |shape| {
            model::document(service, shape, &case["params"])
        });
    let (found, expected) = (
        visible(operation, decoded.document()),
        visible(operation, &expected),
    );
    assert!(
        same(&found, &expected),
        "{id}: decoded {found:?}, expected {expected:?}"
    );
}

fn request(serialized: &Value) -> (Parts, Bytes) {
    let mut request = Request::builder()
        .method(model::text(serialized, "method"))
        .uri(model::text(serialized, "uri"));
    for (name, value) in serialized["headers"].as_object().into_iter().flatten() {
        request = request.header(name, value.as_str().expect("a header"));
    }
    let body = Bytes::from(model::text(serialized, "body"));
    let (parts, ()) = request.body(()).expect("a request").into_parts();
    (parts, body)
}

/// Empty collections outside the body, and empty maps of a form, leave nothing on the wire.
fn visible(operation: &OperationSchema, input: &Document) -> Document {
    let Document::Members(values) = input else {
        return input.clone();
    };
    let Some(Kind::Structure(members)) = operation.input_shape().map(|shape| shape.kind) else {
        return input.clone();
    };
    let form = operation.service.protocol == Protocol::Query;
    let is_invisible = |name: &str, value: &Document| {
        let body = members
            .iter()
            .any(|member| member.name == name && member.location == Location::Body);
        match value {
            Document::List(items) => !body && items.is_empty(),
            Document::Members(entries) => (!body || form) && entries.is_empty(),
            _ => false,
        }
    };
    let values = values
        .iter()
        .filter(|(name, value)| !is_invisible(name, value));
    Document::Members(
        values
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect(),
    )
}

/// Equality in which not-a-number equals itself.
fn same(one: &Document, other: &Document) -> bool {
    match (one, other) {
        (Document::Float(one), Document::Float(other)) => one.total_cmp(other).is_eq(),
        (Document::List(one), Document::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Document::Members(one), Document::Members(other)) => {
            let equals = |(name, value)| other.get(name).is_some_and(|other| same(value, other));
            one.len() == other.len() && one.iter().all(equals)
        }
        _ => one == other,
    }
}

fn encodes(suite: &Value, case: &Value) {
    let service = model::service(suite, &case["given"]);
    if case["errorCode"].is_null() {
        encodes_result(service, case);
    } else {
        encodes_error(suite, service, case);
    }
}

fn encodes_result(service: &'static ServiceSchema, case: &Value) {
    let operation = service.operations[0];
    let output = operation
        .output
        .map_or(Document::Members(Members::new()), |shape| {
            model::document(service, shape, &case["result"])
        });
    let response = response::encode(operation, output, "id");
    compare(operation, case, &response);
}

fn encodes_error(suite: &Value, service: &'static ServiceSchema, case: &Value) {
    let code = model::text(case, "errorCode");
    let given = service.operations[0];
    let shape = service
        .shapes
        .iter()
        .find(|shape| shape.error.is_some_and(|error| error.code == code));
    let name = shape.expect("an error shape").name;
    let id = model::find(suite, name);
    let operation = OperationSchema {
        errors: vec![id].leak(),
        ..copy(given)
    };
    let Document::Members(mut fields) = model::document(service, id, &case["error"]) else {
        panic!("an error is a structure")
    };
    let message = match fields.remove("Message") {
        Some(Document::String(message)) => message,
        _ => String::new(),
    };
    let failure = Failure {
        fields: Box::new(fields),
        ..Failure::modelled(&operation, code, message)
    };
    let response = match operation.service.protocol {
        Protocol::RestJson => rest_json::render(Some(&operation), failure),
        Protocol::RestXml => rest_xml::render(failure, "foo-id"),
        Protocol::Query => query::render(operation.service, Some(&operation), failure, "foo-id"),
        Protocol::Json10 | Protocol::Json11 => {
            json::render(operation.service, Some(&operation), failure)
        }
    };
    compare(&operation, case, &response);
}

fn copy(operation: &OperationSchema) -> OperationSchema {
    OperationSchema {
        service: operation.service,
        shapes: operation.shapes,
        name: operation.name,
        method: operation.method,
        uri: operation.uri,
        status: operation.status,
        input: operation.input,
        output: operation.output,
        errors: operation.errors,
        result_wrapper: operation.result_wrapper,
        unsigned: operation.unsigned,
        implemented: operation.implemented,
    }
}

fn compare(operation: &OperationSchema, case: &Value, found: &Response<Bytes>) {
    let (id, expected) = (model::text(case, "id"), &case["response"]);
    let status = expected["status_code"].as_u64();
    assert_eq!(
        Some(u64::from(found.status().as_u16())),
        status,
        "{id}: status"
    );
    let body = model::text(expected, "body");
    for (name, value) in expected["headers"].as_object().into_iter().flatten() {
        let is_bodiless = found.body().is_empty() && name == "Content-Type";
        if !is_bodiless
            && name != "Content-Length"
            && name != "X-Amz-Target"
            && name != "X-Amzn-Requestid"
        {
            let found = found
                .headers()
                .get(name)
                .map(|value| value.to_str().expect("text"));
            assert_eq!(found, value.as_str(), "{id}: header {name}");
        }
    }
    let text = std::str::from_utf8(found.body()).expect("text");
    if operation.service.protocol == Protocol::Query {
        compare_xml(id, body, text);
    } else {
        compare_json(id, body, text);
    }
}

/// An answer without members in the body may be `{}` or nothing.
fn compare_json(id: &str, expected: &str, found: &str) {
    let is_nothing = |text: &str| text.is_empty() || text == "{}";
    if is_nothing(expected) && is_nothing(found) {
        return;
    }
    match (
        serde_json::from_str::<Value>(expected),
        serde_json::from_str::<Value>(found),
    ) {
        (Ok(mut expected), Ok(found)) => {
            without_namespace(&mut expected);
            assert_eq!(found, expected, "{id}: body");
        }
        _ => assert_eq!(found, expected, "{id}: body"),
    }
}

/// Clients pass over the namespace of an error's name, and no service of ours has one.
fn without_namespace(error: &mut Value) {
    let Some(Value::String(name)) = error.get_mut("__type") else {
        return;
    };
    if let Some((_, plain)) = name.split_once('#') {
        *name = plain.to_owned();
    }
}

/// The vectors leave out the metadata, and the namespace of errors.
fn compare_xml(id: &str, expected: &str, found: &str) {
    if expected.is_empty() {
        return;
    }
    let found = Element::parse(found).without("ResponseMetadata").sorted();
    let expected = Element::parse(expected).sorted();
    if expected == found {
        return;
    }
    assert_eq!(found.root_without_namespace(), expected, "{id}: body");
}

#[test]
fn requests_decode_to_the_parameters_they_were_made_from() {
    for protocol in ["rest-json", "query", "json", "json_1_0"] {
        cases(&format!("protocol/input/{protocol}.json"), decodes);
    }
}

#[test]
fn results_encode_to_the_answers_that_clients_read_them_from() {
    for protocol in ["rest-json", "query", "json", "json_1_0"] {
        cases(&format!("protocol/output/{protocol}.json"), encodes);
    }
}
