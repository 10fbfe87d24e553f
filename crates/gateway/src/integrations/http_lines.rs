//! Connections to HTTP backends, each served by the request that is on it: what is sent and what comes
//! back costs no way from one task to another.
//!
//! One that nobody uses is kept for the next request to the same backend, for a while and up to a
//! number. It must never be used again unless its last answer was read to the end.

use std::collections::HashMap;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::{Context, Waker};
use std::time::Duration;

use bytes::Bytes;
use http::header::HOST;
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{HeaderValue, Request, Response, Uri};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::client::conn::TrySendError;
use hyper::client::conn::http1::{self, Connection, SendRequest};
use hyper::service::Service as _;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::task::AbortHandle;
use tokio::time::Instant;

use super::http_client::told;
use super::outward::Outward;

const IDLE: Duration = Duration::from_mins(1);
const LOOKED_AT_EVERY: Duration = Duration::from_secs(15);
const MOST_IDLE: usize = 1024;

/// The longest head of an answer. It is also what is read in one piece: a backend that sends nothing
/// but interim answers (`100 Continue`) holds its task for no longer than they take.
pub(super) const MOST_HEAD_BYTES: usize = 32 * 1024;

pub(super) type Connector = HttpsConnector<HttpConnector<Outward>>;
type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;
type Served = Connection<Stream, Full<Bytes>>;
type Backend = (Scheme, Authority);

/// The ways to backends that nobody uses now.
pub(super) struct Lines {
    connector: TowerToHyperService<Connector>,
    most_bytes: usize,
    idle: Mutex<Idle>,
}

#[derive(Default)]
struct Idle {
    by_backend: HashMap<Backend, Vec<Line>>,
    /// Ends those that were idle for long, while there are any.
    sweeper: Option<AbortHandle>,
}

/// One connection.
struct Line {
    sender: SendRequest<Full<Bytes>>,
    /// Absent once it has ended.
    connection: Option<Pin<Box<Served>>>,
    used: Instant,
}

/// Why a connection gave no answer.
enum Lost {
    /// It had ended before: the request may be sent on another one.
    Unsent(Box<Request<Full<Bytes>>>),
    Failed(String),
}

impl Lines {
    /// No answer may be longer than `most_bytes`.
    pub(super) fn new(connector: Connector, most_bytes: usize) -> Arc<Self> {
        Arc::new(Self {
            connector: TowerToHyperService::new(connector),
            most_bytes,
            idle: Mutex::default(),
        })
    }

    /// Sends the request and reads the whole answer. Whoever stops waiting closes the connection.
    pub(super) async fn send(
        self: &Arc<Self>,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Bytes>, String> {
        let whole = request.uri().clone();
        let backend = backend(&whole)?;
        let mut request = in_origin_form(request)?;
        while let Some(line) = self.take(&backend) {
            match self.converse(line, &backend, request).await {
                Ok(answer) => return Ok(answer),
                Err(Lost::Unsent(back)) => request = *back,
                Err(Lost::Failed(cause)) => return Err(cause),
            }
        }
        let line = self.connect(whole).await?;
        let answer = self.converse(line, &backend, request).await;
        answer.map_err(|lost| match lost {
            Lost::Unsent(_) => "the backend closed the connection at once".to_owned(),
            Lost::Failed(cause) => cause,
        })
    }

    async fn connect(&self, whole: Uri) -> Result<Line, String> {
        let stream = self.connector.call(whole).await;
        let stream = stream.map_err(|error| told(&*error))?;
        let mut shaking = http1::Builder::new();
        let shaken = shaking
            .max_buf_size(MOST_HEAD_BYTES)
            .handshake(stream)
            .await;
        let (sender, connection) = shaken.map_err(|error| told(&error))?;
        Ok(Line {
            sender,
            connection: Some(Box::pin(connection)),
            used: Instant::now(),
        })
    }

    async fn converse(
        self: &Arc<Self>,
        mut line: Line,
        backend: &Backend,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Bytes>, Lost> {
        let answer = line.send(request, self.most_bytes).await?;
        if line.is_free() {
            line.used = Instant::now();
            self.keep(backend, line);
        }
        Ok(answer)
    }

    fn idle(&self) -> MutexGuard<'_, Idle> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The one that was used last.
    fn take(&self, backend: &Backend) -> Option<Line> {
        loop {
            let mut line = self.idle().by_backend.get_mut(backend)?.pop()?;
            if line.is_free() {
                return Some(line);
            }
        }
    }

    fn keep(self: &Arc<Self>, backend: &Backend, line: Line) {
        let mut idle = self.idle();
        match idle.by_backend.get_mut(backend) {
            Some(lines) if lines.len() >= MOST_IDLE => return,
            Some(lines) => lines.push(line),
            None => drop(idle.by_backend.insert(backend.clone(), vec![line])),
        }
        if idle.sweeper.is_none() {
            let sweeping = tokio::spawn(sweep(Arc::downgrade(self)));
            idle.sweeper = Some(sweeping.abort_handle());
        }
    }
}

impl Drop for Lines {
    fn drop(&mut self) {
        if let Some(sweeper) = self.idle().sweeper.take() {
            sweeper.abort();
        }
    }
}

async fn sweep(lines: Weak<Lines>) {
    loop {
        tokio::time::sleep(LOOKED_AT_EVERY).await;
        let Some(lines) = lines.upgrade() else { return };
        let mut idle = lines.idle();
        for kept in idle.by_backend.values_mut() {
            kept.retain_mut(|line| line.used.elapsed() < IDLE && line.is_free());
        }
        idle.by_backend.retain(|_, kept| !kept.is_empty());
        if idle.by_backend.is_empty() {
            idle.sweeper = None;
            return;
        }
    }
}

impl Line {
    async fn send(
        &mut self,
        request: Request<Full<Bytes>>,
        most_bytes: usize,
    ) -> Result<Response<Bytes>, Lost> {
        let asked = self.sender.try_send_request(request);
        let answer = self.while_served(asked).await;
        let (parts, body) = answer.map_err(Lost::of)?.into_parts();
        let collected = Limited::new(body, most_bytes).collect();
        let body = self.while_served(collected).await;
        let body = body.map_err(|error| Lost::Failed(told(&*error)))?;
        Ok(Response::from_parts(parts, body.to_bytes()))
    }

    /// Does what needs the connection, and serves the connection meanwhile.
    async fn while_served<T>(&mut self, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        std::future::poll_fn(|context| {
            self.serve(context);
            work.as_mut().poll(context)
        })
        .await
    }

    fn serve(&mut self, context: &mut Context<'_>) {
        if let Some(connection) = &mut self.connection
            && connection.as_mut().poll(context).is_ready()
        {
            self.connection = None;
        }
    }

    /// Whether the next request could be sent: the answer before it came whole, and nobody has closed
    /// the connection.
    fn is_free(&mut self) -> bool {
        self.serve(&mut Context::from_waker(Waker::noop()));
        self.connection.is_some() && self.sender.is_ready()
    }
}

impl Lost {
    fn of(mut error: TrySendError<Request<Full<Bytes>>>) -> Self {
        match error.take_message() {
            Some(request) => Self::Unsent(Box::new(request)),
            None => Self::Failed(told(error.error())),
        }
    }
}

fn backend(whole: &Uri) -> Result<Backend, String> {
    let parts = whole.scheme().cloned().zip(whole.authority().cloned());
    parts.ok_or_else(|| format!("{whole} names no backend"))
}

/// The path alone in the first line, and the backend's name in `Host`, unless one is given (RFC 9112,
/// section 3.2).
fn in_origin_form(mut request: Request<Full<Bytes>>) -> Result<Request<Full<Bytes>>, String> {
    if !request.headers().contains_key(HOST) {
        let host = host(request.uri());
        let host = HeaderValue::from_maybe_shared(Bytes::from(host));
        let host = host.map_err(|error| error.to_string())?;
        request.headers_mut().insert(HOST, host);
    }
    let path = request.uri().path_and_query();
    let path = path.cloned().unwrap_or(PathAndQuery::from_static("/"));
    *request.uri_mut() = Uri::from(path);
    Ok(request)
}

/// With the port, unless it is the scheme's own.
fn host(whole: &Uri) -> String {
    let name = whole.host().unwrap_or_default();
    let usual = match whole.scheme_str() {
        Some("https") => 443,
        _ => 80,
    };
    match whole.port_u16() {
        Some(port) if port != usual => format!("{name}:{port}"),
        Some(_) | None => name.to_owned(),
    }
}

impl std::fmt::Debug for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lines").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(uri: &str, expected: (&str, &str)) {
        let mut request = Request::new(Full::default());
        *request.uri_mut() = uri.parse().unwrap();
        let request = in_origin_form(request).unwrap();
        let host = request.headers().get(HOST).unwrap().to_str().unwrap();
        assert_eq!((host, request.uri().to_string().as_str()), expected);
    }

    #[test]
    fn the_first_line_has_the_path_and_host_the_backend() {
        check("http://a.b/c?d=e", ("a.b", "/c?d=e"));
        check("http://a.b:80", ("a.b", "/"));
        check("http://a.b:8080/", ("a.b:8080", "/"));
        check("https://u:p@a.b:443/x", ("a.b", "/x"));
        check("https://[::1]:8443/x", ("[::1]:8443", "/x"));
    }
}
