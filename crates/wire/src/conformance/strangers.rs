//! Whatever bytes arrive, decoding answers with a value or a failure, and never panics.

use bytes::Bytes;
use http::Request;
use proptest::prelude::*;

use crate::{Service, decode, detect};

fn service() -> impl Strategy<Value = Service> {
    prop::sample::select(Service::ALL.to_vec())
}

/// Paths, targets and forms that get past routing now and then.
fn uri() -> impl Strategy<Value = String> {
    prop_oneof![
        "/[ -~]{0,40}".prop_map(|path| path.replace(
            [' ', '"', '<', '>', '\\', '^', '`', '{', '|', '}', '#'],
            "%"
        )),
        "/restapis/[a-z%0-9]{1,8}/(resources|stages|authorizers)(\\?limit=[a-z0-9%]{0,4})?",
        "/2015-03-31/functions/[a-z%0-9]{0,8}/(invocations|policy|configuration)?",
        "/tags/[a-z%0-9]{0,12}\\?tagKeys=[a-z%0-9]{0,6}",
    ]
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..256),
        "Action=(GetUser|CreateRole|TagRole|AssumeRole)(&[A-Za-z.0-9%=]{0,24}){0,6}".prop_map(String::into_bytes),
        r#"\{"(name|FunctionName|logGroupName|patchOperations|Tags)":(null|true|-?[0-9]{1,30}|"[a-z]{0,4}"|\[(null)?\]|\{"a":[0-9]\})\}"#
            .prop_map(String::into_bytes),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(
        service in service(),
        method in prop::sample::select(vec!["GET", "POST", "PUT", "PATCH", "DELETE"]),
        uri in uri(),
        target in "Logs_20140328\\.(CreateLogGroup|PutLogEvents|[a-zA-Z]{0,8})|[ -~]{0,20}",
        body in body(),
    ) {
        let request = Request::builder().method(method).uri(uri).header("x-amz-target", target);
        let Ok(request) = request.body(()) else { return Ok(()) };
        let (parts, ()) = request.into_parts();
        let _ = detect(&parts, &body);
        match decode(service, &parts, &Bytes::from(body)) {
            Ok(decoded) => {
                let operation = decoded.operation();
                if let Err(failure) = decoded.validate() {
                    let _ = failure.render(service, Some(operation), "id");
                }
            }
            Err(failure) => {
                let _ = failure.render(service, None, "id");
            }
        }
    }
}

#[test]
fn an_input_that_is_nested_too_deep_is_refused() {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let body = Bytes::from(format!(r#"{{"logGroupName":{deep}}}"#));
    let request = Request::post("/").header("x-amz-target", "Logs_20140328.CreateLogGroup");
    let (parts, ()) = request.body(()).expect("a request").into_parts();
    let failure = decode(Service::Logs, &parts, &body).expect_err("too deep");
    assert_eq!(failure.code, "SerializationException");

    let key = "a.".repeat(100_000);
    let body = Bytes::from(format!("Action=GetUser&{key}=1"));
    let (parts, ()) = Request::post("/").body(()).expect("a request").into_parts();
    let failure = decode(Service::Iam, &parts, &body).expect_err("too deep");
    assert_eq!(failure.code, "MalformedInput");
}
