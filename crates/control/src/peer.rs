//! What the listener knows of whoever is at the other end.

use std::net::IpAddr;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer {
    pub ip: IpAddr,
    pub tls: bool,
    /// As `1.3`, where a connection speaks TLS.
    pub tls_version: Option<&'static str>,
}
