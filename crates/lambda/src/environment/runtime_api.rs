//! The Runtime API as the process sees it: version 2018-06-01, one invocation at a time.
//!
//! AWS: "Using the Lambda runtime API for custom runtimes". The process is a stranger: bodies are
//! bounded, an answer counts only for the invocation that runs, and only once.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio::task::{AbortHandle, JoinSet};

use crate::event::MAX_ANSWER_BYTES;

/// A runtime and ten extensions, as on AWS, with some room for reconnecting.
const MAX_CONNECTIONS: usize = 32;
const PREFIX: &str = "/2018-06-01/runtime/";
const MAX_ERROR_BYTES: usize = 262_144;

/// One invocation for the process.
#[derive(Debug)]
pub(crate) struct Work {
    pub(crate) request_id: Arc<str>,
    /// Milliseconds since the epoch.
    pub(crate) deadline_millis: i64,
    pub(crate) invoked_arn: String,
    pub(crate) trace: String,
    pub(crate) client_context: Option<String>,
    pub(crate) payload: Bytes,
}

/// What the process told.
#[derive(Debug)]
pub(super) enum RuntimeEvent {
    /// It asked for the next event.
    Ready,
    InitError(Bytes),
    Response(Bytes),
    ResponseTooLarge(usize),
    Error(Bytes),
}

/// Serves one process. Dropping it closes every connection.
#[derive(Debug)]
pub(super) struct RuntimeApi {
    shared: Arc<Shared>,
    work: mpsc::Sender<Work>,
    events: mpsc::Receiver<RuntimeEvent>,
    servers: Vec<AbortHandle>,
}

#[derive(Debug)]
struct Shared {
    work: tokio::sync::Mutex<mpsc::Receiver<Work>>,
    /// The invocation that the process has taken and not yet answered.
    running: Mutex<Option<Arc<str>>>,
    events: mpsc::Sender<RuntimeEvent>,
}

impl RuntimeApi {
    /// Takes over the listener that the process reaches at `AWS_LAMBDA_RUNTIME_API`, and the one it
    /// reaches the AWS endpoint through, if it has no other way there.
    pub(super) fn serve(api: TcpListener, endpoint: Option<(TcpListener, SocketAddr)>) -> Self {
        let (work, taken) = mpsc::channel(1);
        let (told, events) = mpsc::channel(8);
        let shared = Arc::new(Shared {
            work: tokio::sync::Mutex::new(taken),
            running: Mutex::new(None),
            events: told,
        });
        let mut servers = vec![tokio::spawn(accept(api, Arc::clone(&shared))).abort_handle()];
        if let Some((listener, target)) = endpoint {
            servers.push(tokio::spawn(forward(listener, target)).abort_handle());
        }
        Self {
            shared,
            work,
            events,
            servers,
        }
    }

    pub(super) async fn event(&mut self) -> RuntimeEvent {
        match self.events.recv().await {
            Some(event) => event,
            // The sender is held by `shared`, which this value owns.
            None => std::future::pending().await,
        }
    }

    /// Hands over one invocation; the runtime takes it when it asks.
    pub(super) fn offer(&mut self, work: Work) -> Result<(), Busy> {
        while self.events.try_recv().is_ok() {}
        self.work.try_send(work).map_err(|_| Busy)
    }

    /// Whether the process has taken this invocation and not yet answered it.
    pub(super) fn is_running(&self, request_id: &str) -> bool {
        let running = self
            .shared
            .running
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        running.as_deref() == Some(request_id)
    }
}

/// The process has not taken the invocation before.
#[derive(Debug)]
pub(super) struct Busy;

impl Drop for RuntimeApi {
    fn drop(&mut self) {
        for server in &self.servers {
            server.abort();
        }
    }
}

/// Connections belong to this task and end with it.
async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        let Ok((stream, _)) = listener.accept().await else {
            return;
        };
        if connections.len() >= MAX_CONNECTIONS {
            continue;
        }
        let shared = Arc::clone(&shared);
        connections.spawn(async move { converse(stream, &shared).await });
    }
}

async fn converse(stream: TcpStream, shared: &Arc<Shared>) {
    if stream.set_nodelay(true).is_err() {
        return;
    }
    let service = service_fn(|request| {
        let shared = Arc::clone(shared);
        async move { Ok::<_, Infallible>(shared.answer(request).await) }
    });
    let served = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
    if let Err(error) = served {
        tracing::debug!(%error, "runtime closed its connection");
    }
}

/// Lets the process reach the AWS endpoint from a network of its own.
async fn forward(listener: TcpListener, target: SocketAddr) {
    let slots = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        let Ok(slot) = Arc::clone(&slots).acquire_owned().await else {
            return;
        };
        let Ok((mut inside, _)) = listener.accept().await else {
            return;
        };
        connections.spawn(async move {
            if let Ok(mut outside) = TcpStream::connect(target).await {
                // Whichever side closes first ends the pair; its error concerns nobody else.
                drop(tokio::io::copy_bidirectional(&mut inside, &mut outside).await);
            }
            drop(slot);
        });
    }
}

impl Shared {
    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let path = request.uri().path().to_owned();
        let Some(call) = path.strip_prefix(PREFIX) else {
            return unknown_path();
        };
        if request.method() == Method::GET {
            return if call == "invocation/next" {
                self.next().await
            } else {
                unknown_path()
            };
        }
        if request.method() != Method::POST {
            return unknown_path();
        }
        let invocation = call
            .strip_prefix("invocation/")
            .and_then(|rest| rest.split_once('/'));
        match (call, invocation) {
            ("init/error", _) => self.init_error(request).await,
            (_, Some((id, "response"))) => self.response(id, request).await,
            (_, Some((id, "error"))) => self.error(id, request).await,
            _ => unknown_path(),
        }
    }

    async fn next(&self) -> Response<Full<Bytes>> {
        let mut queue = self.work.lock().await;
        self.tell(RuntimeEvent::Ready).await;
        let Some(work) = queue.recv().await else {
            return unknown_path();
        };
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Arc::clone(&work.request_id));
        let headers = headers(&work);
        let mut response = Response::new(Full::new(work.payload));
        *response.headers_mut() = headers;
        response
    }

    async fn init_error(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        match body(request, MAX_ERROR_BYTES).await {
            Ok(error) => {
                self.tell(RuntimeEvent::InitError(error)).await;
                accepted()
            }
            Err(_) => too_large(),
        }
    }

    async fn response(&self, id: &str, request: Request<Incoming>) -> Response<Full<Bytes>> {
        if !self.is_running(id) {
            return wrong_id();
        }
        match body(request, MAX_ANSWER_BYTES).await {
            Ok(answer) if self.finish(id) => {
                self.tell(RuntimeEvent::Response(answer)).await;
                accepted()
            }
            Ok(_) => wrong_id(),
            Err(size) => {
                self.finish(id);
                self.tell(RuntimeEvent::ResponseTooLarge(size)).await;
                too_large()
            }
        }
    }

    async fn error(&self, id: &str, request: Request<Incoming>) -> Response<Full<Bytes>> {
        match body(request, MAX_ANSWER_BYTES).await {
            Ok(error) if self.finish(id) => {
                self.tell(RuntimeEvent::Error(error)).await;
                accepted()
            }
            Ok(_) => wrong_id(),
            Err(_) => too_large(),
        }
    }

    fn is_running(&self, id: &str) -> bool {
        self.running
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .as_deref()
            == Some(id)
    }

    /// Ends the invocation if it is the one that runs: a second answer changes nothing.
    fn finish(&self, id: &str) -> bool {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = running.as_deref() == Some(id);
        if is_it {
            *running = None;
        }
        is_it
    }

    async fn tell(&self, event: RuntimeEvent) {
        // The environment is gone, and with it whoever wanted to know.
        drop(self.events.send(event).await);
    }
}

/// The whole body, or how many bytes of it were seen before it was too large.
async fn body(request: Request<Incoming>, limit: usize) -> Result<Bytes, usize> {
    let stated = request
        .headers()
        .get(http::header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    match Limited::new(request.into_body(), limit).collect().await {
        Ok(whole) => Ok(whole.to_bytes()),
        Err(_) => Err(stated.unwrap_or(limit + 1)),
    }
}

fn headers(work: &Work) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(8);
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set("content-type", "application/json");
    set("lambda-runtime-aws-request-id", &work.request_id);
    set(
        "lambda-runtime-deadline-ms",
        &work.deadline_millis.to_string(),
    );
    set("lambda-runtime-invoked-function-arn", &work.invoked_arn);
    set("lambda-runtime-trace-id", &work.trace);
    if let Some(context) = &work.client_context {
        set("lambda-runtime-client-context", context);
    }
    headers
}

fn accepted() -> Response<Full<Bytes>> {
    answer(StatusCode::ACCEPTED, r#"{"status":"OK"}"#)
}

fn wrong_id() -> Response<Full<Bytes>> {
    answer(
        StatusCode::BAD_REQUEST,
        r#"{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}"#,
    )
}

fn too_large() -> Response<Full<Bytes>> {
    answer(
        StatusCode::PAYLOAD_TOO_LARGE,
        r#"{"errorMessage":"Exceeded maximum allowed payload size (6291556 bytes).","errorType":"RequestEntityTooLarge"}"#,
    )
}

fn unknown_path() -> Response<Full<Bytes>> {
    answer(
        StatusCode::NOT_FOUND,
        r#"{"errorMessage":"404 page not found","errorType":"NotFound"}"#,
    )
}

fn answer(status: StatusCode, body: &'static str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from_static(body.as_bytes())));
    *response.status_mut() = status;
    response.headers_mut().insert(
        http::header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    response
}
