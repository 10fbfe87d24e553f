//! A real server is started, used and stopped. Without a built binary the tests say so and pass:
//! `cargo xtask check` builds it before.

#![cfg(test)]

use serde_json::{Value, json};
use testkit::{Flags, Server, binary};

fn server() -> Option<Server> {
    if let Err(missing) = binary() {
        eprintln!("skipped: {missing}");
        return None;
    }
    Some(Server::start(&Flags::open_and_ephemeral()).unwrap())
}

#[test]
fn a_server_is_ready_when_it_says_so_and_drains_when_it_is_asked() {
    let Some(server) = server() else { return };
    let health = server
        .client()
        .send("GET /_portcullis/health", &[], b"")
        .unwrap();
    assert_eq!(health.json().unwrap().get("auth"), Some(&json!("open")));
    assert!(server.stop().unwrap().success());
}

#[test]
fn the_client_is_the_root_of_its_account() {
    let Some(server) = server() else { return };
    let apis = server
        .client()
        .rest("apigateway", "GET /restapis", &Value::Null)
        .unwrap();
    assert_eq!(apis.get("item"), Some(&json!([])));
}

#[test]
fn a_wrong_flag_is_an_error_at_the_start() {
    if binary().is_ok() {
        let flags = Flags::open_and_ephemeral().and("--unknown");
        assert!(
            Server::start(&flags)
                .unwrap_err()
                .to_string()
                .contains("ended at its start")
        );
    }
}
