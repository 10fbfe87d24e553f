//! AWS's own vectors, and `aws-sigv4` as a signer that is not ours.

use std::fs;
use std::path::{Path, PathBuf};

use http::{HeaderMap, HeaderName, HeaderValue};
use model::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::sigv4::presented::TokenPlace;
use crate::testing::{self, NOW, Signing};

/// Nothing vouches for these but themselves: their dates contradict each other, so that only the
/// canonical request can be compared, once the date is put right.
const CONTRADICTORY: [&str; 1] = ["double-encode-path"];
/// The secret of every vector.
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

#[test]
fn every_vector_of_aws_verifies() {
    let Some(folder) = vectors() else { return };
    let mut checked = 0;
    for entry in fs::read_dir(folder).unwrap() {
        check_vector(&entry.unwrap().path());
        checked += 1;
    }
    assert_eq!(checked, 40, "vectors came or went");
}

fn vectors() -> Option<PathBuf> {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/conformance");
    let root = std::env::var_os("PORTCULLIS_CONFORMANCE").map_or(default, PathBuf::from);
    let folder = root.join("sigv4");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: {} is not there", folder.display());
    None
}

#[track_caller]
fn check_vector(folder: &Path) {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let read = |file: &str| fs::read_to_string(folder.join(file)).ok();
    let mut message = Message::parse(&read("header-signed-request.txt").unwrap());
    let contradictory = CONTRADICTORY.contains(&name.as_str());
    if contradictory {
        let date = HeaderValue::from_static("20210511T154045Z");
        message.headers.insert("x-amz-date", date);
    }
    let request = message.request();
    let presented = Presented::read(&request).unwrap();
    let form = form_of(read("context.json").as_deref());
    let payload = payload_hash(&request).unwrap();
    let canonical = canonical::request(&request, &presented, form, TokenPlace::Signed, &payload);
    let expected = read("header-canonical-request.txt").unwrap();
    assert_eq!(
        String::from_utf8_lossy(&canonical),
        expected.trim_end(),
        "{name}"
    );
    if contradictory {
        return;
    }
    let expected = read("header-string-to-sign.txt").unwrap();
    assert_eq!(
        string_to_sign(&presented, &canonical),
        expected.trim_end(),
        "{name}"
    );
    if let Some(signature) = read("header-signature.txt") {
        assert_eq!(hex(presented.signature()), signature.trim(), "{name}");
    }
    let keys = SigningKeys::new();
    assert_eq!(
        verify(&request, &presented, form, SECRET, &keys),
        Ok(()),
        "{name}"
    );
    let wrong = verify(&request, &presented, form, "another", &keys);
    assert!(
        matches!(wrong, Err(AuthenticationFailure::Mismatch { .. })),
        "{name}"
    );
}

fn form_of(context: Option<&str>) -> PathForm {
    let normalise = context
        .map(|text| serde_json::from_str::<serde_json::Value>(text).unwrap())
        .is_none_or(|context| context["normalize"].as_bool().unwrap());
    if normalise {
        PathForm::Normalised
    } else {
        PathForm::AsSent
    }
}

/// An HTTP message as the vectors write it: with line breaks inside of headers, and with raw
/// characters in the path.
struct Message {
    method: String,
    path: String,
    query: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Message {
    fn parse(text: &str) -> Self {
        let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
        let unfolded = head.replace("\n ", " ");
        let mut lines = unfolded.lines();
        let (method, target) = lines.next().unwrap().split_once(' ').unwrap();
        let target = target.strip_suffix(" HTTP/1.1").unwrap_or(target);
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers = HeaderMap::new();
        for line in lines.filter(|line| !line.is_empty()) {
            let (name, value) = line.split_once(':').unwrap();
            let name: HeaderName = name.parse().unwrap();
            headers.append(
                name,
                HeaderValue::from_bytes(value.trim().as_bytes()).unwrap(),
            );
        }
        Self {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers,
            body: body.trim_end().as_bytes().to_vec(),
        }
    }

    fn request(&self) -> SignedRequest<'_> {
        SignedRequest {
            method: &self.method,
            path: &self.path,
            query: &self.query,
            headers: &self.headers,
            body: Payload::Bytes(&self.body),
        }
    }
}

fn as_signed(request: &http::Request<Vec<u8>>) -> SignedRequest<'_> {
    SignedRequest {
        method: request.method().as_str(),
        path: request.uri().path(),
        query: request.uri().query().unwrap_or_default(),
        headers: request.headers(),
        body: Payload::Bytes(request.body()),
    }
}

fn outcome(request: &http::Request<Vec<u8>>, secret: &str) -> Result<(), AuthenticationFailure> {
    let signed = as_signed(request);
    let presented = Presented::read(&signed)?;
    presented.check_time(NOW)?;
    let keys = SigningKeys::new();
    verify(&signed, &presented, PathForm::Normalised, secret, &keys)
}

prop_compose! {
    fn any_signing()(
        secret in "[A-Za-z0-9/+]{40}",
        token in proptest::option::of("[A-Za-z0-9/+=]{1,60}"),
        presigned_seconds in proptest::option::of(1_u64..=604_800),
        token_signed in any::<bool>(),
        body_hash_sent in any::<bool>(),
    ) -> Signing {
        Signing {
            id: "AKIDEXAMPLE".into(),
            secret,
            token,
            at: NOW,
            region: "us-east-1",
            service: "execute-api",
            presigned_seconds,
            token_signed,
            body_hash_sent,
        }
    }
}

prop_compose! {
    fn any_request()(
        method in prop::sample::select(vec!["GET", "POST", "PUT", "DELETE", "PATCH"]),
        path in "(/([a-zA-Z0-9_.~$@:!*'(),-]|%[2-7][0-9A-F]){0,8}){1,4}",
        query in "([a-zA-Z0-9_.~-]{1,4}(=([a-zA-Z0-9_.~/:@$-]|%[2-7][0-9A-F]){0,6})?&){0,4}",
        headers in prop::collection::vec(("x-[a-z]{1,5}", "[!-~]{0,5}( {0,3}[!-~]{1,5}){0,3}"), 0..4),
        body in prop::collection::vec(any::<u8>(), 0..64),
    ) -> http::Request<Vec<u8>> {
        let query = query.trim_end_matches('&');
        let uri = format!("https://api.example.com{path}?{query}");
        let mut request = http::Request::builder().method(method).uri(uri).body(body).unwrap();
        request.headers_mut().insert("host", HeaderValue::from_static("api.example.com"));
        for (name, value) in headers {
            let name: HeaderName = name.parse().unwrap();
            request.headers_mut().append(name, value.parse().unwrap());
        }
        request
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn what_the_sdk_signs_verifies_and_with_another_secret_does_not(
        signing in any_signing(),
        mut request in any_request(),
    ) {
        testing::sign(&mut request, &signing);
        prop_assert_eq!(outcome(&request, &signing.secret), Ok(()));
        let wrong = outcome(&request, "another secret");
        let is_mismatch = matches!(wrong, Err(AuthenticationFailure::Mismatch { .. }));
        prop_assert!(is_mismatch);
    }

    #[test]
    fn a_signature_does_not_cover_another_body(
        signing in any_signing(),
        mut request in any_request(),
        more in any::<u8>(),
    ) {
        testing::sign(&mut request, &signing);
        request.body_mut().push(more);
        prop_assert!(outcome(&request, &signing.secret).is_err());
    }

    #[test]
    fn no_header_and_no_query_makes_it_fail_badly(header in "\\PC{0,200}", query in "\\PC{0,200}") {
        let mut headers = HeaderMap::new();
        if let Ok(value) = HeaderValue::from_str(&header) {
            headers.insert("authorization", value);
        }
        let request = SignedRequest {
            method: "GET",
            path: &header,
            query: &query,
            headers: &headers,
            body: Payload::Bytes(b""),
        };
        prop_assert!(Presented::read(&request).is_err());
    }
}

fn simple(authorization: Option<&str>, headers: &[(&'static str, &str)], query: &str) -> Message {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(*name, value.parse().unwrap());
    }
    if let Some(value) = authorization {
        map.insert("authorization", value.parse().unwrap());
    }
    Message {
        method: "GET".into(),
        path: "/".into(),
        query: query.into(),
        headers: map,
        body: Vec::new(),
    }
}

/// Reads, then looks at the time.
#[track_caller]
fn check(message: &Message, now: Timestamp, expected: Result<(), (&str, &str)>) {
    let read = Presented::read(&message.request());
    let outcome = read.and_then(|presented| presented.check_time(now));
    let said = outcome.map_err(|failure| {
        (
            failure.code(Dialect::Query),
            failure.message(Dialect::Query),
        )
    });
    let expected = expected.map_err(|(code, text)| (code, text.to_owned()));
    assert_eq!(said, expected);
}

const DATE: (&str, &str) = ("x-amz-date", "20150830T123600Z");
const WHOLE: &str = "AWS4-HMAC-SHA256 Credential=A/20150830/us-east-1/iam/aws4_request, \
    SignedHeaders=host, Signature=00";

#[test]
fn what_is_not_signed_says_so() {
    check(
        &simple(None, &[], "a=b"),
        NOW,
        Err((
            "MissingAuthenticationToken",
            "Request is missing Authentication Token",
        )),
    );
}

#[test]
fn everything_missing_from_the_header_is_named() {
    check(
        &simple(Some("Bearer x"), &[], ""),
        NOW,
        Err((
            "IncompleteSignature",
            "Authorization header requires 'Credential' parameter. Authorization header requires \
             'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. \
             Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. \
             (Hashed with SHA-256 and encoded with Base64) \
             Authorization=uTem/WB082UJMN2ajD6lH6UChGpTAddMJSx2iu923No=",
        )),
    );
    check(
        &simple(Some(&WHOLE.replace("host", "date")), &[DATE], ""),
        NOW,
        Err((
            "IncompleteSignature",
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
        )),
    );
    check(
        &simple(Some(&WHOLE.replace("/iam/", "/")), &[DATE], ""),
        NOW,
        Err((
            "IncompleteSignature",
            "Credential must have exactly 5 slash-delimited elements, e.g. \
             keyid/date/region/service/term, got 'A/20150830/us-east-1/aws4_request'",
        )),
    );
    check(
        &simple(Some(WHOLE), &[("x-amz-date", "yesterday")], ""),
        NOW,
        Err((
            "IncompleteSignature",
            "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See \
             http://en.wikipedia.org/wiki/ISO_8601",
        )),
    );
}

#[test]
fn a_signature_is_good_for_five_minutes_either_way() {
    let message = simple(Some(WHOLE), &[DATE], "");
    check(&message, NOW, Ok(()));
    check(&message, NOW.plus_seconds(300), Ok(()));
    check(&message, NOW.plus_seconds(-300), Ok(()));
    check(
        &message,
        NOW.plus_seconds(301),
        Err((
            "SignatureDoesNotMatch",
            "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z \
             (20150830T124101Z - 5 min.)",
        )),
    );
    check(
        &message,
        NOW.plus_seconds(-301),
        Err((
            "SignatureDoesNotMatch",
            "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z \
             (20150830T123059Z + 5 min.)",
        )),
    );
    let by_date = [("date", "Sun, 30 Aug 2015 12:36:00 GMT")];
    check(&simple(Some(WHOLE), &by_date, ""), NOW, Ok(()));
}

fn presigned(expires: &str) -> Message {
    let query = format!(
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A%2F20150830%2Fus-east-1%2Fiam%2F\
         aws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires={expires}\
         &X-Amz-SignedHeaders=host&X-Amz-Signature=00"
    );
    simple(None, &[], &query)
}

#[test]
fn a_presigned_request_is_good_for_as_long_as_it_says() {
    check(&presigned("3600"), NOW.plus_seconds(3600), Ok(()));
    check(
        &presigned("3600"),
        NOW.plus_seconds(3601),
        Err((
            "SignatureDoesNotMatch",
            "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z \
             (20150830T133601Z - 60 min.)",
        )),
    );
    check(&presigned("604800"), NOW, Ok(()));
    check(
        &presigned("604801"),
        NOW,
        Err((
            "IncompleteSignature",
            "X-Amz-Expires must be less than a week (in seconds); that is, the given \
             X-Amz-Expires must be less than 604800 seconds",
        )),
    );
    check(
        &presigned("-1"),
        NOW,
        Err(("IncompleteSignature", "X-Amz-Expires must be non-negative")),
    );
    check(
        &presigned("1&X-Amz-Expires=2"),
        NOW,
        Err((
            "IncompleteSignature",
            "AWS query-string parameter 'X-Amz-Expires' must stand only once.",
        )),
    );
    check(
        &simple(None, &[], "X-Amz-Algorithm=AWS4-HMAC-SHA256"),
        NOW,
        Err((
            "IncompleteSignature",
            "AWS query-string parameters must include 'X-Amz-Credential'. Re-examine the \
             query-string parameters.",
        )),
    );
}

#[test]
fn a_streaming_payload_is_refused_by_name() {
    let name = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    let message = simple(Some(WHOLE), &[DATE, ("x-amz-content-sha256", name)], "");
    let refused = payload_hash(&message.request());
    assert_eq!(
        refused,
        Err(AuthenticationFailure::Unsupported(name.into()))
    );
}

#[test]
fn an_unsigned_payload_is_signed_as_those_words() {
    let header = ("x-amz-content-sha256", UNSIGNED_PAYLOAD);
    let message = simple(Some(WHOLE), &[DATE, header], "");
    assert_eq!(
        payload_hash(&message.request()).as_deref(),
        Ok(UNSIGNED_PAYLOAD)
    );
}

/// A signed request to which somebody adds a header; the one that is named as unsigned, if any is.
#[track_caller]
fn check_added(header: (&'static str, &'static str), form: PathForm, unsigned: Option<&str>) {
    let mut request = http::Request::put("https://s3.example.com/k")
        .header("host", "s3.example.com")
        .header("x-amz-acl", "private")
        .body(Vec::new())
        .unwrap();
    let signing = Signing {
        id: "AKIDEXAMPLE".into(),
        secret: SECRET.into(),
        token: None,
        at: NOW,
        region: "us-east-1",
        service: "s3",
        presigned_seconds: None,
        token_signed: true,
        body_hash_sent: true,
    };
    testing::sign(&mut request, &signing);
    let (name, value) = header;
    request.headers_mut().insert(name, value.parse().unwrap());
    let signed = as_signed(&request);
    let presented = Presented::read(&signed).unwrap();
    let outcome = verify(&signed, &presented, form, SECRET, &SigningKeys::new());
    let expected = unsigned.map(|name| AuthenticationFailure::UnsignedHeaders(name.to_owned()));
    assert_eq!(outcome.err(), expected, "{header:?}");
}

#[test]
fn s3_takes_no_header_of_its_own_that_was_not_signed() {
    let copy = ("x-amz-copy-source", "secret/k");
    check_added(copy, PathForm::AsSent, Some("x-amz-copy-source"));
    check_added(copy, PathForm::Normalised, None);
    check_added(
        ("x-amz-tagging", "a=1"),
        PathForm::AsSent,
        Some("x-amz-tagging"),
    );
    check_added(("x-amzn-trace-id", "Root=1"), PathForm::AsSent, None);
    check_added(("range", "bytes=0-1"), PathForm::AsSent, None);
}
