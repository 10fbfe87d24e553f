//! HTTP backends that hang, break off and talk nonsense; links and certificates on the way to good
//! ones.

use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::*;

/// Answers every connection with these bytes, and then closes it or leaves it open.
struct Socket {
    url: String,
    task: JoinHandle<()>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Closes,
    Hangs,
    Resets,
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Socket {
    async fn start(answer: &'static [u8], then: Then) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let task = tokio::spawn(async move {
            let mut open = Vec::new();
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut asked = [0; 4096];
                if then != Then::Resets {
                    let _read = stream.read(&mut asked).await;
                }
                let _written = stream.write_all(answer).await;
                if then == Then::Hangs {
                    open.push(stream);
                }
            }
        });
        Self { url, task }
    }
}

fn to(url: &str) -> Integration {
    Integration {
        http_method: Some("GET".to_owned()),
        uri: Some(url.to_owned()),
        timeout_millis: 300,
        ..integration(IntegrationKind::HttpProxy)
    }
}

const FAILED: &str = r#"{"message": "Network error communicating with endpoint"}"#;
const TIMED_OUT: &str = r#"{"message": "Endpoint request timed out"}"#;

#[tokio::test]
async fn a_backend_that_breaks_off_is_a_504_and_the_journal_knows_the_cause() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc";
    for (answer, then, body, cause) in [
        (&b""[..], Then::Closes, FAILED, "connection closed"),
        (b"", Then::Resets, FAILED, ""),
        (b"HTTP/1.1 200 OK\r\nConte", Then::Closes, FAILED, "closed"),
        (head, Then::Closes, FAILED, "end of file"),
        (b"nonsense\r\n\r\n", Then::Closes, FAILED, "invalid HTTP"),
        (
            b"HTTP/1.1 2000 OK\r\n\r\n",
            Then::Closes,
            FAILED,
            "invalid HTTP",
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            Then::Closes,
            FAILED,
            "content-length",
        ),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab",
            Then::Closes,
            FAILED,
            "chunk",
        ),
        (b"", Then::Hangs, TIMED_OUT, "in time"),
        (head, Then::Hangs, TIMED_OUT, "in time"),
    ] {
        let backend = Socket::start(answer, then).await;
        let mut house = House::new();
        house.method("GET /", method(to(&backend.url))).deploy();
        let told = String::from_utf8_lossy(answer).into_owned();
        let reply = house.get("/").await;
        assert_eq!((reply.status, reply.text().as_str()), (504, body), "{told}");
        let outcome = format!("{:?}", house.last().outcome);
        assert!(outcome.contains(cause), "{told}: {outcome}");
    }
}

/// How many connections three calls take, one after the other.
async fn connections_of(answer: &'static [u8]) -> usize {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let taken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&taken);
    let serving = tokio::spawn(async move {
        let mut open = Vec::new();
        while let Ok((mut stream, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::Relaxed);
            open.push(tokio::spawn(async move {
                let mut asked = [0; 4096];
                while stream.read(&mut asked).await.is_ok_and(|read| read > 0) {
                    stream.write_all(answer).await.unwrap();
                }
            }));
        }
    });
    let mut house = House::new();
    house.method("GET /", method(to(&url))).deploy();
    for _ in 0..3 {
        house.get("/").await.is(200, None, "ok");
    }
    serving.abort();
    taken.load(Ordering::Relaxed)
}

#[tokio::test]
async fn a_connection_is_used_again_unless_the_backend_says_that_it_is_the_end() {
    for (answer, expected) in [
        (&b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"[..], 1),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
            1,
        ),
        (
            b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
            3,
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more",
            3,
        ),
    ] {
        let told = String::from_utf8_lossy(answer).into_owned();
        assert_eq!(connections_of(answer).await, expected, "{told}");
    }
}

#[tokio::test]
async fn a_link_leads_to_where_the_uri_says_and_only_if_it_is_there() {
    let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    let backend = Socket::start(answer, Then::Closes).await;
    let linked = Integration {
        connection_type: Some(ConnectionType::VpcLink),
        connection_id: Some("${stageVariables.link}".to_owned()),
        ..to(&backend.url)
    };
    let mut house = House::new();
    house.variables = BTreeMap::from([("link".to_owned(), "abc".to_owned())]);
    house.method("GET /", method(linked)).deploy();
    let (status, kind, body) = INTERNAL;
    house.get("/").await.is(status, kind, body);
    assert!(format!("{:?}", house.last().outcome).contains("no VPC link"));
    let link = VpcLinkRecord {
        account: account(),
        region: region(),
        id: "abc".to_owned(),
        name: "link".to_owned(),
        description: None,
        target_arns: Vec::new(),
        status: VpcLinkStatus::Available,
        created: Timestamp::default(),
        tags: BTreeMap::new(),
    };
    house.gateway.apply(&[change(&link)]);
    house.get("/").await.is(200, None, "ok");
}

#[tokio::test]
async fn a_stage_whose_certificate_is_gone_calls_nobody() {
    let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    let backend = Socket::start(answer, Then::Closes).await;
    let mut house = House::new();
    house.of_stage = Box::new(|stage| stage.client_certificate_id = Some("abc".to_owned()));
    house.method("GET /", method(to(&backend.url))).deploy();
    assert_eq!(house.get("/").await.status, 500);
    assert!(format!("{:?}", house.last().outcome).contains("no client certificate"));
}
