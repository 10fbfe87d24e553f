//! Who listens where a server would.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};

use super::Finding;
use crate::client::{Client, Keys, get};
use crate::server::reachable;

const WHAT: &str = "port";
const ANSWERS_WITHIN: Duration = Duration::from_secs(2);

pub(super) async fn look(listen: SocketAddr) -> Finding {
    let connected = tokio::time::timeout(ANSWERS_WITHIN, TcpStream::connect(reachable(listen)));
    if !matches!(connected.await, Ok(Ok(_))) {
        return match TcpListener::bind(listen).await {
            Ok(_) => Finding::good(WHAT, format!("{listen} is free: portcullis up takes it")),
            Err(error) => Finding::broken(
                WHAT,
                format!("{listen} can't be taken: {error}"),
                "portcullis up --listen 127.0.0.1:PORT takes another",
            ),
        };
    }
    let answered = tokio::time::timeout(ANSWERS_WITHIN, health(listen)).await;
    match answered {
        Ok(Ok(health)) => of_server(listen, &health),
        Ok(Err(_)) | Err(_) => Finding::broken(
            WHAT,
            format!("another program listens on {listen}"),
            "end it, or start with portcullis up --listen 127.0.0.1:PORT",
        ),
    }
}

async fn health(listen: SocketAddr) -> anyhow::Result<serde_json::Value> {
    let nobody = Keys {
        access_key_id: String::new(),
        secret_access_key: String::new(),
        session_token: None,
    };
    let client = Client::new(
        &format!("http://{}", reachable(listen)),
        nobody,
        "us-east-1",
    )?;
    let answer = client.plain(get("/_portcullis/health")?).await?.success()?;
    answer.json()
}

fn of_server(listen: SocketAddr, health: &serde_json::Value) -> Finding {
    let field = |name: &str| {
        health
            .get(name)
            .and_then(|value| value.as_str())
            .unwrap_or("?")
    };
    let (version, permissions) = (field("version"), field("permissions"));
    let seen = format!("portcullis {version} listens on {listen}, permissions: {permissions}");
    if permissions == "report" {
        let advice = "nothing is refused: start it without --permissions report to enforce them";
        return Finding::limited(WHAT, seen, advice);
    }
    Finding::good(WHAT, seen)
}
