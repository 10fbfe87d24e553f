//! Where telemetry goes: an HTTP server that an extension runs inside its environment.
//!
//! An environment with a network of its own is reached by sockets that were made in it: there are a
//! few, and each makes one connection.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpStream as StdStream};
use std::os::fd::OwnedFd;
use std::sync::{Mutex, PoisonError};

use http::Uri;
use tokio::net::{TcpSocket, TcpStream};

/// AWS's name of the environment itself, and what stands for it here.
const NAMES: [&str; 4] = ["sandbox.localdomain", "sandbox", "localhost", "127.0.0.1"];

/// How connections into an environment are made.
#[derive(Debug)]
pub(crate) enum Ways {
    /// Into a network of its own, as often as there are sockets.
    Sockets(Mutex<Vec<OwnedFd>>),
    /// It shares the host's network.
    Host,
}

/// An address inside the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Destination {
    pub(super) port: u16,
    pub(super) path: String,
    pub(super) host: String,
}

impl Destination {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let invalid = |reason: &str| format!("URI {text}: {reason}");
        let uri: Uri = text.parse().map_err(|_| invalid("it is no URI"))?;
        if uri.scheme_str() != Some("http") {
            return Err(invalid("it must begin with http://"));
        }
        let host = uri.host().unwrap_or_default();
        if !NAMES.contains(&host) {
            return Err(invalid("its host must be sandbox.localdomain"));
        }
        let port = uri.port_u16().unwrap_or(80);
        // The Runtime API's own port is no destination.
        if port == 9001 {
            return Err(invalid("port 9001 is taken"));
        }
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        Ok(Self {
            port,
            path: path.to_owned(),
            host: format!("{host}:{port}"),
        })
    }
}

impl Ways {
    pub(super) async fn connect(&self, port: u16) -> io::Result<TcpStream> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        match self {
            Self::Host => TcpStream::connect(address).await,
            Self::Sockets(sockets) => {
                let socket = {
                    let mut sockets = sockets.lock().unwrap_or_else(PoisonError::into_inner);
                    sockets.pop()
                };
                let used_up = || io::Error::other("no way into the environment is left");
                let socket = StdStream::from(socket.ok_or_else(used_up)?);
                socket.set_nonblocking(true)?;
                TcpSocket::from_std_stream(socket).connect(address).await
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(uri: &str, expected: Option<(u16, &str)>) {
        let parsed = Destination::parse(uri).ok();
        let found = parsed.as_ref().map(|to| (to.port, to.path.as_str()));
        assert_eq!(found, expected, "{uri}");
    }

    #[test]
    fn a_destination_is_inside_the_environment() {
        check(
            "http://sandbox.localdomain:8080/lambda/logs",
            Some((8080, "/lambda/logs")),
        );
        check("http://sandbox:1234", Some((1234, "/")));
        check("http://169.254.169.254/", None);
        check("https://sandbox.localdomain:8080", None);
        check("http://sandbox.localdomain:9001", None);
        check("8080", None);
    }
}
