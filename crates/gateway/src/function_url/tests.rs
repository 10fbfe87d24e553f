//! Requests to function URLs against the whole way.

use bytes::Bytes;
use http::{HeaderMap, Request};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Body as _;
use lambda::{InvokeError, Throttle};
use model::{FunctionUrl, InvokeMode, Timestamp, UrlAuth, UrlCors};
use serde_json::{Value, json};
use store::View as _;

use crate::exchange::Peer;
use crate::tests::{ACCOUNT, Answer, House, change, function_record};

const ID: &str = "abcdefghijklmnopqrstuvwxyz012345";

fn url(auth: UrlAuth, cors: Option<UrlCors>) -> FunctionUrl {
    FunctionUrl {
        id: ID.to_owned(),
        auth,
        cors,
        invoke_mode: InvokeMode::Buffered,
        created: Timestamp::default(),
        modified: Timestamp::default(),
    }
}

fn open_to_all() -> [Value; 2] {
    [
        json!({"Effect": "Allow", "Principal": "*", "Action": "lambda:InvokeFunctionUrl",
            "Resource": "*", "Condition": {"StringEquals": {"lambda:FunctionUrlAuthType": "NONE"}}}),
        json!({"Effect": "Allow", "Principal": "*", "Action": "lambda:InvokeFunction",
            "Resource": "*", "Condition": {"Bool": {"lambda:InvokedViaFunctionUrl": "true"}}}),
    ]
}

/// A world with the function `f` and its URL.
fn world(url: FunctionUrl, statements: &[Value]) -> House {
    let world = House::new();
    let mut record = function_record(ACCOUNT, "f", &[]);
    let mut policy = model::ResourcePolicy::default();
    for (number, statement) in statements.iter().enumerate() {
        policy.statements.push(model::PermissionStatement {
            sid: number.to_string(),
            document: statement.to_string(),
        });
    }
    record.policies.insert(String::new(), policy);
    record.urls.insert(String::new(), url);
    world.identity.apply(&[change(&record)]);
    world.gateway.apply(&[change(&record)]);
    world
}

struct Reply {
    status: u16,
    headers: HeaderMap,
    /// Whether all of the body was there at once.
    sized: bool,
    body: String,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

async fn send(world: &House, request: Request<Full<Bytes>>) -> Reply {
    let host = request.headers()["host"].to_str().unwrap().to_owned();
    let path = request.uri().to_string();
    let addressed = world.gateway.function_url(&host, &path).unwrap();
    let peer = Peer {
        ip: [127, 0, 0, 9].into(),
        tls: false,
        protocol: http::Version::HTTP_11,
        certificate: None,
        asked_for: None,
        vpc_endpoint: None,
        encryption: None,
    };
    let served = world.gateway.serve_function_url(addressed, request, peer);
    let (parts, body) = served.await.into_parts();
    let sized = body.size_hint().exact().is_some();
    let body = body.collect().await.unwrap().to_bytes();
    Reply {
        status: parts.status.as_u16(),
        headers: parts.headers,
        sized,
        body: String::from_utf8_lossy(&body).into_owned(),
    }
}

fn request(line: &str) -> http::request::Builder {
    let (method, path) = line.split_once(' ').unwrap();
    Request::builder()
        .method(method)
        .uri(path)
        .header("host", format!("{ID}.lambda-url.us-east-1.localhost:4566"))
}

fn get(line: &str) -> Request<Full<Bytes>> {
    request(line).body(Full::default()).unwrap()
}

const FORBIDDEN: &str = r#"{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}"#;

#[tokio::test]
async fn the_function_gets_the_event_and_the_caller_its_answer() {
    let world = world(url(UrlAuth::None, None), &open_to_all());
    let answer = json!({"statusCode": 201, "headers": {"a": "b"}, "body": "made"});
    world.answer("f", Answer::Payload(answer.to_string()));
    let request = request("POST /pa2%25Fth/1?q=query&m=foo&m=%2Fbar")
        .header("Content-Type", "application/json")
        .header("Cookie", "a=1; b=2")
        .header("x-two", "1")
        .header("x-two", "2")
        .body(Full::from(r#"{"foo": "bar"}"#))
        .unwrap();
    let reply = send(&world, request).await;
    assert_eq!((reply.status, reply.body.as_str()), (201, "made"));
    assert_eq!(reply.header("a"), Some("b"));
    assert_eq!(reply.header("content-type"), Some("application/json"));
    let call = world.calls().pop().unwrap();
    assert_eq!(call.by, "anonymous");
    let event: Value = serde_json::from_slice(&call.payload).unwrap();
    let expected = json!({
        "version": "2.0", "routeKey": "$default", "rawPath": "/pa2%Fth/1",
        "rawQueryString": "q=query&m=foo&m=%2Fbar", "cookies": ["a=1", "b=2"],
        "queryStringParameters": {"q": "query", "m": "foo,/bar"},
        "body": r#"{"foo": "bar"}"#, "isBase64Encoded": false,
    });
    for (member, value) in expected.as_object().unwrap() {
        assert_eq!(&event[member], value, "{member}");
    }
    assert_eq!(event["headers"]["x-two"], "1,2");
    assert_eq!(event["headers"]["x-forwarded-for"], "127.0.0.9");
    assert!(event["headers"].get("cookie").is_none());
    let context = &event["requestContext"];
    assert_eq!(context["accountId"], "anonymous");
    assert_eq!(context["apiId"], ID);
    assert_eq!(context["http"]["path"], "/pa2%Fth/1");
    assert_eq!(
        reply.header("x-amzn-requestid"),
        context["requestId"].as_str()
    );
}

#[tokio::test]
async fn a_refusal_has_aws_words_and_the_journal_its_cause_and_fix() {
    let none = url(UrlAuth::None, None);
    let [url_only, _] = open_to_all();
    for statements in [vec![], vec![url_only]] {
        let world = world(none.clone(), &statements);
        let reply = send(&world, get("GET /")).await;
        assert_eq!((reply.status, reply.body.as_str()), (403, FORBIDDEN));
        assert_eq!(
            reply.header("x-amzn-errortype"),
            Some("AccessDeniedException")
        );
        assert!(world.calls().is_empty());
        let entry = world.journal.last().unwrap();
        let journal::Outcome::Refused(refusal) = &entry.outcome else {
            panic!("{entry:?}");
        };
        let fix = refusal.fix.as_deref().unwrap();
        assert!(
            fix.starts_with("aws lambda add-permission --function-name f"),
            "{fix}"
        );
        assert_eq!((&*entry.api_id, &*entry.stage), (ID, "function-url"));
    }
}

#[tokio::test]
async fn an_unknown_url_and_an_unsigned_request_are_forbidden() {
    let world = world(url(UrlAuth::AwsIam, None), &open_to_all());
    let reply = send(&world, get("GET /")).await;
    assert_eq!((reply.status, reply.body.as_str()), (403, FORBIDDEN));
    let elsewhere = Request::get("/_aws/lambda-url/other/").header("host", "localhost");
    let reply = send(&world, elsewhere.body(Full::default()).unwrap()).await;
    assert_eq!(
        (reply.status, reply.body.as_str()),
        (403, r#"{"Message":null}"#)
    );
    assert_eq!(
        reply.header("x-amzn-errortype"),
        Some("AccessDeniedException")
    );
    assert_eq!(reply.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn a_signature_with_another_secret_is_refused_by_name() {
    let world = world(url(UrlAuth::AwsIam, None), &[]);
    let date = jiff::Timestamp::now();
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential=AKIAROOT000000000000/{}/us-east-1/lambda/aws4_request, \
         SignedHeaders=host;x-amz-date, Signature={}",
        date.strftime("%Y%m%d"),
        "0".repeat(64)
    );
    let request = request("GET /")
        .header("x-amz-date", date.strftime("%Y%m%dT%H%M%SZ").to_string())
        .header("authorization", authorization);
    let reply = send(&world, request.body(Full::default()).unwrap()).await;
    assert_eq!(reply.status, 403);
    assert_eq!(
        reply.header("x-amzn-errortype"),
        Some("InvalidSignatureException")
    );
    assert!(
        reply
            .body
            .starts_with(r#"{"message":"The request signature we calculated"#)
    );
}

/// What the caller reads of a function that does not answer.
#[tokio::test]
async fn failures_are_told_as_on_aws() {
    let throttled = r#"{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}"#;
    for (answer, status, body) in [
        (
            Answer::Failure("broken".to_owned()),
            502,
            "Internal Server Error",
        ),
        (
            Answer::Error(InvokeError::Lost),
            502,
            "Internal Server Error",
        ),
        (Answer::Panic, 502, "Internal Server Error"),
        (
            Answer::Error(InvokeError::Throttled(Throttle::Reserved)),
            429,
            throttled,
        ),
    ] {
        let world = world(url(UrlAuth::None, None), &open_to_all());
        world.answer("f", answer);
        let reply = send(&world, get("GET /")).await;
        assert_eq!((reply.status, reply.body.as_str()), (status, body));
    }
}

#[tokio::test]
async fn browsers_are_told_what_they_may() {
    let cors = UrlCors {
        allow_origins: Some(vec!["https://a.example".to_owned()]),
        allow_methods: Some(vec!["GET".to_owned(), "PUT".to_owned()]),
        allow_headers: Some(vec!["x-one".to_owned()]),
        expose_headers: Some(vec!["x-two".to_owned()]),
        allow_credentials: Some(true),
        max_age: Some(60),
    };
    let world = world(url(UrlAuth::None, Some(cors)), &open_to_all());
    let own = json!({"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "*"}});
    world.answer("f", Answer::Payload(own.to_string()));
    let ask = |line: &str, origin: &str| {
        let request = request(line).header("origin", origin);
        send(&world, request.body(Full::default()).unwrap())
    };
    let reply = ask("OPTIONS /", "https://a.example").await;
    for (name, value) in [
        ("access-control-allow-origin", "https://a.example"),
        ("access-control-allow-methods", "GET,PUT"),
        ("access-control-allow-headers", "x-one"),
        ("access-control-allow-credentials", "true"),
        ("access-control-max-age", "60"),
    ] {
        assert_eq!(reply.header(name), Some(value));
    }
    assert!(world.calls().is_empty());
    let reply = ask("GET /", "https://a.example").await;
    assert_eq!(
        reply.header("access-control-allow-origin"),
        Some("https://a.example")
    );
    assert_eq!(reply.header("access-control-expose-headers"), Some("x-two"));
    let reply = ask("GET /", "https://b.example").await;
    assert_eq!(reply.header("access-control-allow-origin"), None);
}

/// The reply of a URL that streams to a function that answers so.
async fn streamed(answer: Answer) -> Reply {
    let url = FunctionUrl {
        invoke_mode: InvokeMode::ResponseStream,
        ..url(UrlAuth::None, None)
    };
    let world = world(url, &open_to_all());
    world.answer("f", answer);
    send(&world, get("GET /")).await
}

#[tokio::test]
async fn a_streamed_answer_has_its_head_in_front_and_comes_in_pieces() {
    let head = r#"{"statusCode":201,"headers":{"a":"b"},"cookies":["c=d"]}"#;
    let chunks = [head, "\0\0\0\0", "\0\0\0\0one", " two"].map(str::to_owned);
    let reply = streamed(Answer::Stream(chunks.to_vec(), None)).await;
    assert_eq!((reply.status, reply.body.as_str()), (201, "one two"));
    assert_eq!(reply.header("a"), Some("b"));
    assert_eq!(reply.header("set-cookie"), Some("c=d"));
    assert_eq!(
        reply.header("content-type"),
        Some("application/octet-stream")
    );
    assert!(!reply.sized);
    let reply = streamed(Answer::Plain("text/html", "<p>")).await;
    assert_eq!((reply.status, reply.body.as_str()), (200, "<p>"));
    assert_eq!(reply.header("content-type"), Some("text/html"));
    assert!(!reply.sized);
}

#[tokio::test]
async fn a_function_that_does_not_stream_answers_a_streaming_url_whole() {
    for (payload, kind) in [
        ("plain", "application/octet-stream"),
        (r#"{"body": 1}"#, "application/json"),
    ] {
        let reply = streamed(Answer::Payload(payload.to_owned())).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, payload));
        assert_eq!(reply.header("content-type"), Some(kind));
        assert!(reply.sized);
    }
}

#[tokio::test]
async fn a_stream_that_never_begins_is_a_failure() {
    let long = "x".repeat(17_000);
    for (chunks, error) in [
        (vec![], Some(r#"{"errorMessage": "no"}"#)),
        (vec!["{}".to_owned()], None),
        (vec!["[]\0\0\0\0\0\0\0\0".to_owned()], None),
        (vec![long], None),
    ] {
        let reply = streamed(Answer::Stream(chunks, error)).await;
        assert_eq!(
            (reply.status, reply.body.as_str()),
            (502, "Internal Server Error")
        );
    }
}
