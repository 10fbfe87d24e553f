//! HTTP and HTTP_PROXY against a backend on loopback that tells what it got.

use http_body_util::BodyExt as _;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::*;

/// Answers every request with what it saw; the status is the last part of the path.
struct Backend {
    url: String,
    task: JoinHandle<()>,
}

impl Drop for Backend {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Backend {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let task = tokio::spawn(async move {
            let mut connections = tokio::task::JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                connections.spawn(
                    hyper::server::conn::http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), service_fn(tell)),
                );
            }
        });
        Self { url, task }
    }
}

async fn tell(
    request: Request<hyper::body::Incoming>,
) -> Result<Response<Full<Bytes>>, hyper::Error> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await?.to_bytes();
    if parts.uri.path() == "/slow" {
        std::future::pending::<()>().await;
    }
    let headers: BTreeMap<&str, &str> = parts
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
        .collect();
    let told = json!({
        "method": parts.method.as_str(),
        "path": parts.uri.path(),
        "query": parts.uri.query(),
        "headers": headers,
        "body": String::from_utf8_lossy(&body),
    });
    let status = parts
        .uri
        .path()
        .rsplit('/')
        .next()
        .and_then(|s| s.parse().ok());
    Ok(Response::builder()
        .status(status.unwrap_or(200_u16))
        .header("server", "backend")
        .header("x-own", "1")
        .body(Full::from(told.to_string()))
        .unwrap())
}

fn mappings<T: From<BTreeMap<String, String>>>(all: &[(&str, &str)]) -> T {
    let pairs = all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
    pairs.collect::<BTreeMap<_, _>>().into()
}

fn proxied(backend: &Backend, path: &str) -> Integration {
    Integration {
        http_method: Some("ANY".to_owned()),
        uri: Some(format!("{}{path}", backend.url)),
        timeout_millis: 2000,
        ..integration(IntegrationKind::HttpProxy)
    }
}

fn house(integration: Integration) -> House {
    let mut house = House::new();
    house.method("ANY /{proxy+}", method(integration)).deploy();
    house
}

#[tokio::test]
async fn a_proxy_hands_the_request_on_and_the_answer_back() {
    let backend = Backend::start().await;
    let integration = Integration {
        request_parameters: mappings(&[
            (
                "integration.request.path.proxy",
                "method.request.path.proxy",
            ),
            ("integration.request.header.X-Fixed", "'fixed'"),
            ("integration.request.querystring.more", "'a b'"),
            ("integration.request.header.TE", "'trailers'"),
        ]),
        ..proxied(&backend, "/base/{proxy}")
    };
    let house = house(integration);
    let mut asked = with_header(request(Verb::PUT, "/a/404?q=1&q=2"), "x-mine", "yes");
    asked = with_header(asked, "content-encoding", "identity");
    let reply = house.send(with_body(asked, "hello")).await;
    assert_eq!(reply.status, 404);
    let told = reply.json();
    assert_eq!(told["method"], "PUT");
    assert_eq!(told["path"], "/base/a/404");
    assert_eq!(told["query"], "more=a%20b&q=1&q=2");
    assert_eq!(told["body"], "hello");
    let headers = &told["headers"];
    assert_eq!(headers["x-mine"], "yes");
    assert_eq!(headers["x-fixed"], "fixed");
    assert_eq!(headers["x-amzn-apigateway-api-id"], API);
    assert_eq!(headers["user-agent"], format!("AmazonAPIGateway_{API}"));
    assert_eq!(headers["host"], backend.url.trim_start_matches("http://"));
    assert!(headers.get("te").is_none() && headers.get("content-encoding").is_none());
    assert_eq!(reply.header("x-own"), Some("1"));
    assert_eq!(reply.header("x-amzn-remapped-server"), Some("backend"));
}

/// What a caller puts into a path ends neither the path nor what the URI has behind it.
#[tokio::test]
async fn a_value_stays_within_its_place_in_the_path() {
    let backend = Backend::start().await;
    let integration = Integration {
        request_parameters: mappings(&[(
            "integration.request.path.id",
            "method.request.querystring.id",
        )]),
        ..proxied(&backend, "/users/{id}/open")
    };
    let house = house(integration);
    for (id, path) in [
        ("7", "/users/7/open"),
        ("a%3Bb=c,d%26e%2Bf@g:h", "/users/a;b=c,d&e+f@g:h/open"),
        ("7%2Fsecret%3F", "/users/7/secret%3F/open"),
        ("7%2Fsecret%23", "/users/7/secret%23/open"),
        (
            "7%20HTTP%2F1.1%0D%0AX-A:%20b",
            "/users/7%20HTTP/1.1%0D%0AX-A:%20b/open",
        ),
        ("%7Bid%7D%C3%A4", "/users/%7Bid%7D%C3%A4/open"),
    ] {
        let told = house.get(&format!("/any?id={id}")).await.json();
        assert_eq!(told["path"], path, "{id}");
        assert!(told["query"].as_str().unwrap().starts_with("id="), "{id}");
    }
}

#[tokio::test]
async fn a_custom_integration_maps_by_status_as_in_test_http_integration_status_code_selection() {
    let backend = Backend::start().await;
    let response = |pattern: Option<&str>| IntegrationResponse {
        selection_pattern: pattern.map(str::to_owned),
        ..IntegrationResponse::default()
    };
    let integration = Integration {
        kind: IntegrationKind::Http,
        http_method: Some("GET".to_owned()),
        request_parameters: mappings(&[(
            "integration.request.path.status",
            "method.request.path.proxy",
        )]),
        responses: BTreeMap::from([
            ("200".to_owned(), response(None)),
            ("400".to_owned(), response(Some("4\\d{2}"))),
        ]),
        ..proxied(&backend, "/status/{status}")
    };
    let house = house(integration);
    assert_eq!(house.get("/404").await.status, 400);
    let reply = house
        .send(with_header(request(Verb::GET, "/201"), "x-mine", "yes"))
        .await;
    assert_eq!(reply.status, 200);
    let headers = &reply.json()["headers"];
    assert!(headers.get("x-mine").is_none());
    assert_eq!(headers["accept"], "application/json");
    assert!(reply.header("x-amzn-trace-id").is_some());
    assert!(reply.header("server").is_none());
}

#[tokio::test]
async fn a_backend_that_is_slow_or_gone_fails_in_awss_words() {
    let backend = Backend::start().await;
    let kind = Some("InternalServerErrorException");
    let slow = Integration {
        timeout_millis: 50,
        ..proxied(&backend, "/slow")
    };
    let reply = house(slow).get("/x").await;
    reply.is(504, kind, r#"{"message": "Endpoint request timed out"}"#);
    // A port that was just given back refuses connections.
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let gone = Integration {
        uri: Some(format!("http://{}", free.local_addr().unwrap())),
        ..proxied(&backend, "/")
    };
    drop(free);
    let reply = house(gone).get("/x").await;
    reply.is(
        504,
        kind,
        r#"{"message": "Network error communicating with endpoint"}"#,
    );
}

#[tokio::test]
async fn a_mapping_that_can_not_be_sent_fails_the_request() {
    let backend = Backend::start().await;
    for mapped in [
        [("integration.request.header.Content-Length", "'1'")],
        [("integration.request.header.Transfer-Encoding", "'chunked'")],
    ] {
        let integration = Integration {
            request_parameters: mappings(&mapped),
            ..proxied(&backend, "/")
        };
        let (status, kind, body) = INTERNAL;
        house(integration).get("/x").await.is(status, kind, body);
    }
    let holed = house(proxied(&backend, "/{proxy}"));
    let (status, kind, body) = INTERNAL;
    holed.get("/x").await.is(status, kind, body);
}

#[tokio::test]
async fn a_mapped_host_is_the_one_that_the_backend_gets() {
    for kind in [IntegrationKind::Http, IntegrationKind::HttpProxy] {
        let backend = Backend::start().await;
        let integration = Integration {
            kind,
            request_parameters: mappings(&[("integration.request.header.Host", "'own.example'")]),
            responses: BTreeMap::from([("200".to_owned(), IntegrationResponse::default())]),
            ..proxied(&backend, "/200")
        };
        let told = told(integration, request(Verb::GET, "/")).await;
        assert_eq!(told["headers"]["host"], json!("own.example"), "{kind}");
    }
}

#[tokio::test]
async fn a_request_without_a_body_says_so_where_one_is_usual() {
    for (verb, length) in [("POST", Some("0")), ("PUT", Some("0")), ("GET", None)] {
        let backend = Backend::start().await;
        let integration = Integration {
            http_method: Some(verb.to_owned()),
            ..proxied(&backend, "/200")
        };
        let told = told(integration, request(Verb::GET, "/")).await;
        let seen = told["headers"]
            .get("content-length")
            .and_then(Value::as_str);
        assert_eq!(seen, length, "{verb}");
    }
}

#[tokio::test]
async fn a_mapping_to_transfer_encoding_is_left_out_of_the_answer() {
    let backend = Backend::start().await;
    let response = IntegrationResponse {
        response_parameters: mappings(&[
            ("method.response.header.Transfer-Encoding", "'deflate'"),
            ("method.response.header.X-Kept", "'yes'"),
        ]),
        ..IntegrationResponse::default()
    };
    let integration = Integration {
        kind: IntegrationKind::Http,
        responses: BTreeMap::from([("200".to_owned(), response)]),
        ..proxied(&backend, "/200")
    };
    let mut house = House::new();
    house.method("GET /", method(integration)).deploy();
    let reply = house.get("/").await;
    assert_eq!((reply.status, reply.header("x-kept")), (200, Some("yes")));
    assert_eq!(reply.header("transfer-encoding"), None);
}

async fn told(integration: Integration, asked: Request<Full<Bytes>>) -> Value {
    let mut house = House::new();
    house.method("ANY /", method(integration)).deploy();
    house.send(asked).await.json()
}
