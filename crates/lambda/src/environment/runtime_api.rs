//! The Runtime API as the process sees it: version 2018-06-01, one invocation at a time.
//!
//! AWS: "Using the Lambda runtime API for custom runtimes". The process is a stranger: bodies are
//! bounded, an answer counts only for the invocation that runs, and only once.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::Incoming;
use tokio::net::TcpListener;
use tokio::sync::{Notify, mpsc, watch};
use tokio::task::AbortHandle;

use super::connections::{Connections, forward};
use super::extensions::{self, Extensions};
use super::replies::{
    accepted, elsewhere, headers, offering_turns, out_of_turn, too_large, unknown_path, wrong_id,
};
use super::telemetry::{self, Telemetry};
use crate::event::MAX_ANSWER_BYTES;
use crate::stream::{MAX_STREAMED_BYTES, Sink};

const PREFIX: &str = "/2018-06-01/runtime/";
const MAX_ERROR_BYTES: usize = 262_144;
/// One from the start and one answer to what was offered: see [`Turn`].
const MAX_EVENTS: usize = 2;
const ERROR_TYPE: &str = "lambda-runtime-function-error-type";
const RESPONSE_MODE: &str = "lambda-runtime-function-response-mode";
const ERROR_BODY: &str = "lambda-runtime-function-error-body";

/// One invocation for the process.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) request_id: String,
    /// Milliseconds since the epoch.
    pub(super) deadline_millis: i64,
    pub(super) invoked_arn: String,
    pub(super) trace: String,
    pub(super) client_context: Option<String>,
    pub(super) payload: Bytes,
    /// Who reads the answer while it is written.
    pub(super) sink: Option<Sink>,
}

/// What the process told.
#[derive(Debug)]
pub(super) enum RuntimeEvent {
    /// It has started, and waits before it loads the function's code.
    Held,
    /// It asked for the next event.
    Ready,
    InitError(Bytes),
    Response(Bytes),
    ResponseTooLarge,
    Error(Bytes),
    /// Something changed among the extensions.
    Extensions,
}

/// Whose turn it is.
#[derive(Debug)]
enum Turn {
    /// The process has not asked for an event yet.
    Starting,
    /// Ours: there is no event for the process.
    Idle,
    /// The process's, if it asks.
    Offered(Work),
    /// The process has taken the invocation with this id, and owes an answer.
    Running(Taken),
}

/// An invocation that the process has taken.
#[derive(Debug, Clone)]
struct Taken {
    request_id: String,
    sink: Option<Sink>,
}

/// Serves one process, while somebody waits for it. Dropping it closes every connection.
#[derive(Debug)]
pub(super) struct RuntimeApi {
    shared: Arc<Shared>,
    events: mpsc::Receiver<RuntimeEvent>,
    /// Absent when somebody else has taken over.
    connections: Option<Connections>,
    /// Carries calls to the AWS endpoint, whether somebody waits or not.
    endpoint: Option<AbortHandle>,
}

#[derive(Debug)]
pub(super) struct Shared {
    turn: Mutex<Turn>,
    /// There is an event for whoever asks.
    offered: Notify,
    events: mpsc::Sender<RuntimeEvent>,
    extensions: Extensions,
    telemetry: Arc<Telemetry>,
    /// Whether a runtime that was started before it is needed may load the function's code.
    released: watch::Sender<bool>,
}

impl RuntimeApi {
    /// Takes over the listener that the process reaches at `AWS_LAMBDA_RUNTIME_API`, and the one it
    /// reaches the AWS endpoint through, if it has no other way there.
    pub(super) fn serve(
        api: TcpListener,
        endpoint: Option<(TcpListener, SocketAddr)>,
        extensions: Extensions,
        telemetry: Arc<Telemetry>,
    ) -> Self {
        let (told, events) = mpsc::channel(MAX_EVENTS);
        let shared = Arc::new(Shared {
            turn: Mutex::new(Turn::Starting),
            offered: Notify::new(),
            events: told,
            extensions,
            telemetry,
            released: watch::Sender::new(false),
        });
        let endpoint = endpoint.map(|(listener, target)| {
            let forwarding = tokio::spawn(forward(listener, target));
            forwarding.abort_handle()
        });
        Self {
            shared,
            events,
            connections: Some(Connections::new(api)),
            endpoint,
        }
    }

    pub(super) async fn event(&mut self) -> RuntimeEvent {
        let shared = Arc::clone(&self.shared);
        let told = std::future::poll_fn(|context| self.poll_told(context));
        tokio::select! {
            biased;
            event = told => event,
            () = shared.extensions.changed() => RuntimeEvent::Extensions,
        }
    }

    /// What the process tells in its requests, which are served here.
    fn poll_told(&mut self, context: &mut Context<'_>) -> Poll<RuntimeEvent> {
        if let Some(connections) = &mut self.connections {
            connections.poll(&self.shared, context);
        }
        match self.events.poll_recv(context) {
            Poll::Ready(Some(event)) => Poll::Ready(event),
            // The sender is held by `shared`, which this value owns.
            Poll::Ready(None) | Poll::Pending => Poll::Pending,
        }
    }

    /// Serves the process, and keeps what it tells for later. Never ends.
    pub(super) async fn serve_on(&mut self) {
        std::future::poll_fn(|context| {
            if let Some(connections) = &mut self.connections {
                connections.poll(&self.shared, context);
            }
            Poll::<()>::Pending
        })
        .await;
    }

    /// Nobody waits for the process from here on.
    pub(super) fn rest(&mut self) {
        if let Some(connections) = &mut self.connections {
            connections.rest(&self.shared);
        }
    }

    /// Leaves an interface behind that serves nobody.
    pub(super) fn take(&mut self) -> Self {
        let (_, nothing) = mpsc::channel(1);
        Self {
            shared: Arc::clone(&self.shared),
            events: std::mem::replace(&mut self.events, nothing),
            connections: self.connections.take(),
            endpoint: self.endpoint.take(),
        }
    }

    /// Lets a runtime that waits load the function's code.
    pub(super) fn release(&self) {
        self.shared.released.send_replace(true);
    }

    pub(super) fn extensions(&self) -> &Extensions {
        &self.shared.extensions
    }

    pub(super) fn telemetry(&self) -> &Arc<Telemetry> {
        &self.shared.telemetry
    }

    /// What was told and not heard yet.
    pub(super) fn event_now(&mut self) -> Option<RuntimeEvent> {
        self.rest();
        self.events.try_recv().ok()
    }

    /// Hands over one invocation; the runtime takes it when it asks.
    pub(super) fn offer(&mut self, work: Work) {
        self.shared
            .extensions
            .tell_invoke(&extensions::invoke(&work));
        *self.shared.turn() = Turn::Offered(work);
        self.shared.offered.notify_one();
    }

    /// Whether the process has taken what was offered last.
    pub(super) fn was_taken(&self) -> bool {
        !matches!(*self.shared.turn(), Turn::Offered(_))
    }
}

impl Drop for RuntimeApi {
    fn drop(&mut self) {
        if let Some(endpoint) = &self.endpoint {
            endpoint.abort();
        }
    }
}

impl Shared {
    pub(super) async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let path = request.uri().path().to_owned();
        let Some(call) = path.strip_prefix(PREFIX) else {
            return self.answer_extension(&path, request).await;
        };
        if call == "invocation/next" && request.method() == Method::GET {
            return offering_turns(self.next().await);
        }
        if call == "portcullis/hold" && request.method() == Method::GET {
            return self.hold().await;
        }
        if request.method() != Method::POST {
            return unknown_path();
        }
        if let Some(id) = call.strip_prefix("portcullis/turn/") {
            return self.turn_over(id, request).await;
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

    /// Our own bootstraps ask for it, before they load the function's code.
    async fn hold(&self) -> Response<Full<Bytes>> {
        if matches!(*self.turn(), Turn::Starting) {
            let mut released = self.released.subscribe();
            self.tell(RuntimeEvent::Held);
            // The sender lives as long as this value.
            drop(released.wait_for(|released| *released).await);
        }
        accepted()
    }

    /// Our own bootstraps answer and ask for the next event in one request, where AWS's protocol has
    /// two: a warm invocation is one way to the process and back.
    async fn turn_over(&self, id: &str, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let reply = self.response(id, request).await;
        if reply.status() != StatusCode::ACCEPTED {
            return reply;
        }
        self.next().await
    }

    async fn answer_extension(
        &self,
        path: &str,
        request: Request<Incoming>,
    ) -> Response<Full<Bytes>> {
        if path == telemetry::PATH {
            return self.telemetry.answer(&self.extensions, request).await;
        }
        match path.strip_prefix(extensions::PREFIX) {
            Some(call) => self.extensions.answer(call, request).await,
            None => elsewhere(path),
        }
    }

    async fn next(&self) -> Response<Full<Bytes>> {
        loop {
            match self.take() {
                Ok(Some(work)) => {
                    let headers = headers(&work);
                    let mut response = Response::new(Full::new(work.payload));
                    *response.headers_mut() = headers;
                    return response;
                }
                Ok(None) => self.offered.notified().await,
                Err(OutOfTurn) => return out_of_turn(),
            }
        }
    }

    /// The offered invocation, which runs from now on.
    fn take(&self) -> Result<Option<Work>, OutOfTurn> {
        let mut turn = self.turn();
        match std::mem::replace(&mut *turn, Turn::Idle) {
            Turn::Starting => {
                self.tell(RuntimeEvent::Ready);
                Ok(None)
            }
            Turn::Idle => Ok(None),
            Turn::Offered(work) => {
                *turn = Turn::Running(Taken {
                    request_id: work.request_id.clone(),
                    sink: work.sink.clone(),
                });
                Ok(Some(work))
            }
            running @ Turn::Running(_) => {
                *turn = running;
                Err(OutOfTurn)
            }
        }
    }

    async fn init_error(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let Ok(error) = body(request, MAX_ERROR_BYTES).await else {
            return too_large();
        };
        let mut turn = self.turn();
        if !matches!(*turn, Turn::Starting) {
            return out_of_turn();
        }
        *turn = Turn::Idle;
        self.tell(RuntimeEvent::InitError(error.content));
        accepted()
    }

    async fn response(&self, id: &str, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let Some(taken) = self.taken(id) else {
            return wrong_id();
        };
        let read = match taken.sink.filter(|_| streams(&request)) {
            Some(sink) => pass_on(request, &sink).await,
            None => body(request, MAX_ANSWER_BYTES).await,
        };
        let (told, reply) = match read {
            Ok(Body {
                failed: Some(error),
                ..
            }) => (RuntimeEvent::Error(error), accepted()),
            Ok(Body { content, .. }) => (RuntimeEvent::Response(content), accepted()),
            Err(Unread::TooLarge) => (RuntimeEvent::ResponseTooLarge, too_large()),
            Err(Unread::Broken) => return wrong_id(),
        };
        self.finish(id, told, reply)
    }

    async fn error(&self, id: &str, request: Request<Incoming>) -> Response<Full<Bytes>> {
        if self.taken(id).is_none() {
            return wrong_id();
        }
        match body(request, MAX_ANSWER_BYTES).await {
            Ok(error) => self.finish(id, RuntimeEvent::Error(error.content), accepted()),
            Err(_) => too_large(),
        }
    }

    fn turn(&self) -> MutexGuard<'_, Turn> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The invocation with this id, if it is the one that runs.
    fn taken(&self, id: &str) -> Option<Taken> {
        match &*self.turn() {
            Turn::Running(taken) if taken.request_id == id => Some(taken.clone()),
            Turn::Running(_) | Turn::Starting | Turn::Idle | Turn::Offered(_) => None,
        }
    }

    /// Ends the invocation if it is the one that runs: a second answer changes nothing.
    fn finish(
        &self,
        id: &str,
        told: RuntimeEvent,
        reply: Response<Full<Bytes>>,
    ) -> Response<Full<Bytes>> {
        let mut turn = self.turn();
        if !matches!(&*turn, Turn::Running(taken) if taken.request_id == id) {
            return wrong_id();
        }
        *turn = Turn::Idle;
        // Told before anybody else can see whose turn it is.
        self.tell(told);
        reply
    }

    /// There is room: only a change of turn tells, and the environment listens after each.
    fn tell(&self, event: RuntimeEvent) {
        if let Err(error) = self.events.try_send(event) {
            tracing::debug!(%error, "runtime spoke to an environment that is gone");
        }
    }
}

/// The process asked for an event before it had answered the one it has.
struct OutOfTurn;

/// What was sent whole.
struct Body {
    content: Bytes,
    /// A streamed answer may fail at its end; its trailers then hold the error.
    failed: Option<Bytes>,
}

/// Why there is no answer.
enum Unread {
    /// It is more than an answer may be.
    TooLarge,
    /// It broke off, most likely because the process ended, which is told elsewhere.
    Broken,
}

async fn body(request: Request<Incoming>, limit: usize) -> Result<Body, Unread> {
    match Limited::new(request.into_body(), limit).collect().await {
        Ok(whole) => Ok(Body {
            failed: whole.trailers().and_then(streamed_error),
            content: whole.to_bytes(),
        }),
        Err(error) if error.is::<LengthLimitError>() => Err(Unread::TooLarge),
        Err(_) => Err(Unread::Broken),
    }
}

/// Whether the runtime says that it writes the answer bit by bit.
fn streams(request: &Request<Incoming>) -> bool {
    let mode = request.headers().get(RESPONSE_MODE);
    mode.is_some_and(|mode| mode.as_bytes().eq_ignore_ascii_case(b"streaming"))
}

/// Passes an answer on as it comes; what is left of it is how it ended.
async fn pass_on(request: Request<Incoming>, sink: &Sink) -> Result<Body, Unread> {
    let content_type = request.headers().get(http::header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    sink.begin(Some(
        content_type
            .unwrap_or("application/octet-stream")
            .to_owned(),
    ));
    let mut passed = 0;
    let mut failed = None;
    let mut answer = request.into_body();
    while let Some(frame) = answer.frame().await {
        match frame.map_err(|_| Unread::Broken)?.into_data() {
            Ok(chunk) => {
                passed += chunk.len();
                if passed > MAX_STREAMED_BYTES {
                    return Err(Unread::TooLarge);
                }
                sink.write(chunk).await;
            }
            Err(frame) => failed = frame.trailers_ref().and_then(streamed_error),
        }
    }
    Ok(Body {
        content: Bytes::new(),
        failed,
    })
}

/// AWS: "Response streaming" of the Runtime API. The body is JSON in base64.
fn streamed_error(trailers: &HeaderMap) -> Option<Bytes> {
    let kind = trailers.get(ERROR_TYPE)?;
    let stated = trailers
        .get(ERROR_BODY)
        .and_then(|body| BASE64.decode(body).ok());
    Some(stated.map_or_else(
        || {
            let kind = String::from_utf8_lossy(kind.as_bytes());
            serde_json::json!({ "errorType": kind }).to_string().into()
        },
        Bytes::from,
    ))
}
