//! HTTP and HTTPS on one port: the first byte of a connection tells which.
//!
//! A connection is a stranger: it has a deadline for its first byte, its handshake and its headers,
//! and there is a bound to how many there are.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use gateway::Encryption;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use nix::sys::resource::{Resource, getrlimit};
use rustls::{CipherSuite, ProtocolVersion};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_rustls::server::TlsStream;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::handshake::Tls;
use super::heads::{Heads, Watched};
use super::planes::{Peer, Planes};
use super::spelling;

const MAX_CONNECTIONS: usize = 16_384;
/// For the first byte, the TLS handshake, and the headers of a request.
const PATIENCE: Duration = Duration::from_secs(20);
const MAX_HTTP2_STREAMS: u32 = 256;
/// API Gateway refuses headers above 20,480 bytes; these bounds leave the refusal to it.
const MAX_HTTP1_HEAD_BYTES: usize = 64 * 1024;
const MAX_HTTP2_HEAD_BYTES: u32 = 64 * 1024;
/// The first byte of a TLS handshake record (RFC 8446, section 5.1).
const TLS_HANDSHAKE: u8 = 0x16;
/// How long to wait when the system is out of descriptors.
const BREATH: Duration = Duration::from_millis(50);

/// Serves until the token is cancelled, then waits for the connections that are open.
pub(super) async fn serve(socket: TcpListener, tls: Tls, planes: Planes, stop: CancellationToken) {
    let door = Arc::new(Door {
        tls,
        http: http(),
        planes: Arc::new(planes),
    });
    let graceful = GracefulShutdown::new();
    let connections = TaskTracker::new();
    let slots = Arc::new(Semaphore::new(most_connections()));
    let accepting = async {
        loop {
            let Ok(slot) = Arc::clone(&slots).acquire_owned().await else {
                return;
            };
            match socket.accept().await {
                Ok((stream, peer)) => {
                    let door = Arc::clone(&door);
                    let watcher = graceful.watcher();
                    connections.spawn(async move {
                        door.converse(stream, peer, watcher).await;
                        drop(slot);
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(BREATH).await;
                }
            }
        }
    };
    let _: Option<()> = stop.run_until_cancelled(accepting).await;
    drop(socket);
    connections.close();
    // Idle connections are closed, busy ones after their request.
    graceful.shutdown().await;
    connections.wait().await;
}

/// A quarter of the descriptors stays for functions, backends and files: without them nobody who is
/// connected could be answered.
fn most_connections() -> usize {
    let descriptors = getrlimit(Resource::RLIMIT_NOFILE).map_or(1024, |(soft, _)| soft);
    let descriptors = usize::try_from(descriptors).unwrap_or(usize::MAX);
    MAX_CONNECTIONS.min(descriptors / 4 * 3)
}

fn http() -> auto::Builder<TokioExecutor> {
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http1()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(MAX_HTTP1_HEAD_BYTES);
    http.http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(MAX_HTTP2_STREAMS)
        .max_header_list_size(MAX_HTTP2_HEAD_BYTES)
        .keep_alive_interval(Some(PATIENCE));
    http
}

/// What `s3:TlsVersion` compares.
fn encryption(stream: &TlsStream<TcpStream>) -> Option<Encryption> {
    let (_, session) = stream.get_ref();
    let version = match session.protocol_version()? {
        ProtocolVersion::TLSv1_2 => "TLSv1.2",
        ProtocolVersion::TLSv1_3 => "TLSv1.3",
        // The server speaks no other.
        _ => return None,
    };
    let suite = session.negotiated_cipher_suite()?.suite();
    let suite = iana_name(suite);
    Some(Encryption { version, suite })
}

/// The library puts the version into the names of the suites of TLS 1.3, IANA does not.
fn iana_name(suite: CipherSuite) -> &'static str {
    match suite {
        CipherSuite::TLS13_AES_128_GCM_SHA256 => "TLS_AES_128_GCM_SHA256",
        CipherSuite::TLS13_AES_256_GCM_SHA384 => "TLS_AES_256_GCM_SHA384",
        CipherSuite::TLS13_CHACHA20_POLY1305_SHA256 => "TLS_CHACHA20_POLY1305_SHA256",
        suite => suite.as_str().unwrap_or_default(),
    }
}

struct Door {
    tls: Tls,
    http: auto::Builder<TokioExecutor>,
    planes: Arc<Planes>,
}

impl Door {
    async fn converse(&self, stream: TcpStream, address: SocketAddr, watcher: Watcher) {
        if stream.set_nodelay(true).is_err() {
            return;
        }
        let mut first = [0];
        let peeked = tokio::time::timeout(PATIENCE, stream.peek(&mut first)).await;
        if !matches!(peeked, Ok(Ok(1))) {
            return;
        }
        let peer = Peer {
            address,
            tls: first == [TLS_HANDSHAKE],
            encryption: None,
            certificate: None,
            asked_for: None,
        };
        if !peer.tls {
            return self.answer(stream, peer, watcher).await;
        }
        match tokio::time::timeout(PATIENCE, self.tls.accept(stream)).await {
            Ok(Ok(accepted)) => {
                let peer = Peer {
                    encryption: encryption(&accepted.stream),
                    certificate: accepted.certificate,
                    asked_for: accepted.asked_for,
                    ..peer
                };
                self.answer(accepted.stream, peer, watcher).await;
            }
            Ok(Err(error)) => tracing::debug!(%error, "the TLS handshake failed"),
            Err(_) => tracing::debug!("the TLS handshake took too long"),
        }
    }

    async fn answer<S>(&self, stream: S, peer: Peer, watcher: Watcher)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        // HTTP/2 runs each request as a task of its own, which outlives this borrow.
        let planes = Arc::clone(&self.planes);
        let heads = Heads::default();
        let stream = Watched::new(stream, heads.clone());
        let service = service_fn(move |mut request: hyper::Request<Incoming>| {
            let (planes, peer) = (Arc::clone(&planes), peer.clone());
            if let Some(head) = heads.take() {
                let spelling = gateway::HeaderSpelling::of_head(head);
                request.extensions_mut().insert(spelling);
            }
            async move {
                let is_http_1 = request.version() != hyper::Version::HTTP_2;
                let mut answer = planes.answer(request, peer).await;
                if is_http_1 {
                    spelling::apply(&mut answer).await;
                }
                Ok::<_, Infallible>(answer)
            }
        });
        let connection = self.http.serve_connection(TokioIo::new(stream), service);
        if let Err(error) = watcher.watch(connection).await {
            tracing::debug!(%error, "a connection ended with an error");
        }
    }
}
