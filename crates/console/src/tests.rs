//! The console as a browser meets it: links, cookies, credentials, and pages of other origins.

use identity::{AuthMode, Config, Permissions, RootKey};
use model::{AccountId, Region};

use super::*;

const NOW: Timestamp = Timestamp::from_millis(1_800_000_000_000);
const HOST: &str = "127.0.0.1:4566";

fn console() -> Console {
    Console::new(Arc::new(Identity::new(Config {
        account: AccountId::new("111111111111").unwrap(),
        region: Region::new("eu-west-1").unwrap(),
        root_key: RootKey {
            id: "AKIAROOT".to_owned(),
            secret: "secret".to_owned(),
        },
        seal: [7; 32],
        auth: AuthMode::Strict,
        permissions: Permissions::Enforce,
    })))
}

fn post(path: &str, cookie: &str, body: &str) -> Request<Bytes> {
    let request = Request::post(path)
        .header("host", HOST)
        .header("origin", format!("http://{HOST}"))
        .header("cookie", cookie);
    request.body(Bytes::from(body.to_owned())).unwrap()
}

fn secret(link: &Link) -> String {
    let path = link.path();
    json!({ "link": path.rsplit('/').next() }).to_string()
}

fn cookie_of(response: &Response<Bytes>) -> String {
    let line = response.headers()[header::SET_COOKIE].to_str().unwrap();
    assert!(
        line.contains("; Path=/console; HttpOnly; SameSite=Strict;"),
        "{line}"
    );
    line.split(';').next().unwrap().to_owned()
}

fn signed_in(console: &Console) -> String {
    let link = console.link(console.identity.root_seat(NOW), NOW).unwrap();
    let answer = console.answer(&post("/console/session", "", &secret(&link)), false, NOW);
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    cookie_of(&answer)
}

#[track_caller]
fn check_credentials(console: &Console, cookie: &str, now: Timestamp, status: u16) {
    let answer = console.answer(&post("/console/credentials", cookie, ""), false, now);
    assert_eq!(answer.status(), status);
    let body: serde_json::Value = serde_json::from_slice(answer.body()).unwrap();
    assert_eq!(body.get("accessKeyId").is_some(), status == 200, "{body}");
}

#[test]
fn a_link_signs_one_browser_in() {
    let console = console();
    let link = console.link(console.identity.root_seat(NOW), NOW).unwrap();
    let request = post("/console/session", "", &secret(&link));
    assert_eq!(
        console.answer(&request, false, NOW).status(),
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        console.answer(&request, false, NOW).status(),
        StatusCode::FORBIDDEN
    );
}

#[test]
fn a_session_gives_credentials_until_it_ends() {
    let console = console();
    check_credentials(&console, "", NOW, 401);
    check_credentials(&console, "portcullis-console-4566=guess", NOW, 401);
    let cookie = signed_in(&console);
    check_credentials(&console, &cookie, NOW, 200);
    check_credentials(&console, &format!("a=b; {cookie}"), NOW, 200);
    check_credentials(&console, &cookie, NOW.plus_seconds(12 * 3_600), 401);
    let out = console.answer(&post("/console/sign-out", &cookie, ""), false, NOW);
    assert_eq!(out.status(), StatusCode::NO_CONTENT);
    check_credentials(&console, &cookie, NOW, 401);
}

/// Whoever has only some seconds left gets credentials for those, and then has to sign in again.
#[test]
fn credentials_say_whose_they_are() {
    let console = console();
    let cookie = signed_in(&console);
    let answer = console.answer(&post("/console/credentials", &cookie, ""), false, NOW);
    let told: serde_json::Value = serde_json::from_slice(answer.body()).unwrap();
    assert_eq!(told["caller"], "arn:aws:iam::111111111111:root");
    assert_eq!(
        (&told["root"], &told["expiresInSeconds"]),
        (&json!(true), &json!(900))
    );
}

#[test]
fn a_link_that_is_old_or_made_up_opens_nothing() {
    let console = console();
    let link = console.link(console.identity.root_seat(NOW), NOW).unwrap();
    let later = NOW.plus_seconds(24 * 3_600);
    for (body, now) in [
        (secret(&link), later),
        (r#"{"link":"guess"}"#.to_owned(), NOW),
        ("{".to_owned(), NOW),
        (String::new(), NOW),
    ] {
        let answer = console.answer(&post("/console/session", "", &body), false, now);
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{body}");
    }
}

#[test]
fn a_page_of_another_origin_can_do_nothing() {
    let console = console();
    let cookie = signed_in(&console);
    let rows = [
        [("host", HOST), ("origin", "http://evil.example")],
        [("host", HOST), ("origin", "null")],
        [
            ("host", "evil.example:4566"),
            ("origin", "http://evil.example:4566"),
        ],
        [("host", HOST), ("x-nothing", "no origin at all")],
        [("host", HOST), ("sec-fetch-site", "cross-site")],
    ];
    for row in rows {
        for path in [
            "/console/credentials",
            "/console/session",
            "/console/sign-out",
        ] {
            let mut request = Request::post(path).header("cookie", &cookie);
            for (name, value) in row {
                request = request.header(name, value);
            }
            let answer = console.answer(&request.body(Bytes::new()).unwrap(), false, NOW);
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path} {row:?}");
        }
    }
    check_credentials(&console, &cookie, NOW, 200);
}

#[test]
fn every_answer_forbids_what_the_console_does_not_need() {
    let console = console();
    for path in ["/console/", "/console/nowhere", "/console"] {
        let request = Request::get(path)
            .header("host", HOST)
            .body(Bytes::new())
            .unwrap();
        let answer = console.answer(&request, false, NOW);
        let policy = answer.headers()[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"));
        assert!(policy.contains("frame-ancestors 'none'"));
        assert!(!answer.headers().contains_key("access-control-allow-origin"));
    }
}

#[test]
fn the_cookie_of_an_encrypted_connection_stays_on_such() {
    let console = console();
    let link = console.link(console.identity.root_seat(NOW), NOW).unwrap();
    let answer = console.answer(&post("/console/session", "", &secret(&link)), true, NOW);
    let line = answer.headers()[header::SET_COOKIE].to_str().unwrap();
    assert!(line.ends_with("; Secure"), "{line}");
}

#[test]
fn paths_below_console_are_the_consoles() {
    for (path, ours) in [
        ("/console", true),
        ("/console/", true),
        ("/console/assets/a.js", true),
        ("/consoles", false),
        ("/", false),
    ] {
        assert_eq!(Console::owns(path), ours, "{path}");
    }
}
