//! An issuer on this machine, asked as rarely as it may be.

use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;

const KEYS: &str = r#"{"keys":[{"kty":"RSA","kid":"k1","n":"AQAB","e":"AQAB"}]}"#;

/// Answers every connection with what `answer` has for the path, and counts the questions.
async fn issuer(answer: fn(&str, &str) -> (u16, String)) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(AtomicUsize::new(0));
    let (own, counted) = (url.clone(), Arc::clone(&asked));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = vec![0; 4096];
            let read = stream.read(&mut head).await.unwrap();
            let head = String::from_utf8_lossy(&head[..read]).into_owned();
            let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
            counted.fetch_add(1, Ordering::Relaxed);
            let (status, body) = answer(&own, &path);
            let reply = format!(
                "HTTP/1.1 {status} X\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
            stream.write_all(reply.as_bytes()).await.ok();
        }
    });
    (url, asked)
}

fn honest(url: &str, path: &str) -> (u16, String) {
    match path {
        CONFIGURATION => (
            200,
            format!(r#"{{"issuer":"{url}","jwks_uri":"{url}/keys"}}"#),
        ),
        "/keys" => (200, KEYS.to_owned()),
        _ => (404, String::new()),
    }
}

const CONFIGURATION: &str = "/.well-known/openid-configuration";

fn code(outcome: Result<Arc<KeySet>, Failure>) -> String {
    outcome.map_or_else(
        |failure| {
            failure
                .to_string()
                .split(':')
                .next()
                .unwrap_or_default()
                .to_owned()
        },
        |keys| format!("k1 {}", keys.has("k1")),
    )
}

#[tokio::test]
async fn keys_are_fetched_once_and_kept() {
    let (url, asked) = issuer(honest).await;
    let issuers = Issuers::default();
    for _ in 0..3 {
        assert_eq!(code(issuers.keys(&url, Some("k1")).await), "k1 true");
    }
    assert_eq!(asked.load(Ordering::Relaxed), 2);
    // A key that is not there makes us ask again, but not at once.
    assert_eq!(
        code(issuers.keys(&url, Some("k2")).await),
        "InvalidIdentityToken"
    );
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn keys_that_are_given_are_not_fetched() {
    let keys = KeySet::read(KEYS.as_bytes()).unwrap();
    let issuers = Issuers::new([("https://token.example.com".to_owned(), keys)]);
    let found = issuers
        .keys("https://token.example.com", Some("other"))
        .await;
    assert_eq!(code(found), "k1 true");
}

#[track_caller]
fn check(seen: &str, expected: &str, what: &str) {
    assert_eq!(seen, expected, "{what}");
}

#[tokio::test]
async fn an_issuer_that_answers_wrongly_has_no_keys() {
    type Answer = fn(&str, &str) -> (u16, String);
    let other: Answer = |_, _| {
        let found = r#"{"issuer":"http://127.0.0.1","jwks_uri":"x"}"#;
        (200, found.into())
    };
    let away: Answer = |url, _| {
        let found = format!(r#"{{"issuer":"{url}","jwks_uri":"http://192.0.2.1/keys"}}"#);
        (200, found)
    };
    let huge: Answer = |_, _| (200, "x".repeat(300 * 1024));
    let moved: Answer = |_, _| (302, String::new());
    for (what, answer) in [
        ("another issuer's configuration", other),
        ("keys elsewhere", away),
        ("too much", huge),
        ("a redirect", moved),
    ] {
        let (url, _) = issuer(answer).await;
        let outcome = Issuers::default().keys(&url, None).await;
        check(&code(outcome), "InvalidIdentityToken", what);
    }
}

#[tokio::test]
async fn an_issuer_that_is_not_there_can_be_asked_again_later() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let outcome = Issuers::default().keys(&url, None).await;
    check(&code(outcome), "IDPCommunicationError", &url);
    let outcome = Issuers::default().keys("http://192.0.2.1/x", None).await;
    check(
        &code(outcome),
        "InvalidIdentityToken",
        "plain HTTP elsewhere",
    );
}
