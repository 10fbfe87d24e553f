//! Do the host names of APIs lead to this machine?

use super::Finding;

const WHAT: &str = "names";
const NAME: &str = "a1b2c3.execute-api.us-east-1.localhost";

pub(super) async fn look() -> Finding {
    let found = tokio::net::lookup_host((NAME, 80)).await;
    let addresses: Vec<_> = found.map_or_else(|_| Vec::new(), Iterator::collect);
    if !addresses.is_empty() && addresses.iter().all(|address| address.ip().is_loopback()) {
        return Finding::good(WHAT, format!("{NAME} is this machine"));
    }
    let seen = match addresses.first() {
        Some(address) => format!("{NAME} is {}", address.ip()),
        None => format!("{NAME} has no address"),
    };
    Finding::limited(
        WHAT,
        seen,
        "browsers and curl know that *.localhost is this machine; for other clients use nss-myhostname \
         or systemd-resolved,\nor address APIs by path: http://127.0.0.1:4566/_aws/execute-api/API/STAGE/…",
    )
}
