//! The way to an endpoint and back: pooled connections, TLS that is verified, an end to every wait.
//!
//! A redirect is an answer like any other: nothing is contacted because an answer says so.

use std::error::Error;
use std::pin::Pin;
use std::sync::OnceLock;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{Request, Response};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Frame, Incoming, SizeHint};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::{Instant, Sleep};

use crate::refusal::Refused;

type BoxError = Box<dyn Error + Send + Sync>;
/// An answer's body as it comes.
pub type Body = UnsyncBoxBody<Bytes, Box<dyn Error + Send + Sync>>;

const CONNECT_WITHIN: Duration = Duration::from_secs(5);
/// Until the head of the answer is there. A synchronous execution of Step Functions takes five
/// minutes.
const ANSWER_WITHIN: Duration = Duration::from_secs(310);
/// Between two parts of an answer.
const PART_WITHIN: Duration = Duration::from_mins(1);
const IDLE: Duration = Duration::from_mins(1);
const MOST_IDLE_PER_HOST: usize = 64;
/// Of answers that are read whole.
const MOST_BYTES: usize = 16 * 1024 * 1024;

type Https = hyper_util::client::legacy::Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// Made when the first request is sent, since many servers send none.
#[derive(Default)]
pub(crate) struct Client(OnceLock<Result<Https, String>>);

impl Client {
    /// Sends, and gives the answer as soon as its head is there.
    pub(crate) async fn send(
        &self,
        request: Request<Bytes>,
        endpoint: &str,
    ) -> Result<Response<Body>, Refused> {
        let client = self.0.get_or_init(connect).as_ref();
        let client = client.map_err(|cause| Refused::Unsendable(cause.clone()))?;
        let sending = client.request(request.map(Full::new));
        let answer = tokio::time::timeout(ANSWER_WITHIN, sending).await;
        let answer = answer.map_err(|_| Refused::Late {
            endpoint: endpoint.to_owned(),
        })?;
        let answer = answer.map_err(|error| Refused::Unreachable {
            endpoint: endpoint.to_owned(),
            cause: chain(&error),
        })?;
        Ok(answer.map(|body| Patient::new(body).boxed_unsync()))
    }
}

/// Reads an answer to its end, within a bound.
pub(crate) async fn whole(
    answer: Response<Body>,
    endpoint: &str,
) -> Result<Response<Bytes>, Refused> {
    let (parts, mut body) = answer.into_parts();
    let broken = |cause: String| Refused::Unreachable {
        endpoint: endpoint.to_owned(),
        cause,
    };
    let mut whole = BytesMut::new();
    while let Some(part) = body.frame().await {
        let part = part.map_err(|cause| broken(cause.to_string()))?;
        let Some(data) = part.data_ref() else {
            continue;
        };
        if whole.len() + data.len() > MOST_BYTES {
            return Err(broken(format!(
                "its answer is longer than {MOST_BYTES} bytes"
            )));
        }
        whole.extend_from_slice(data);
    }
    Ok(Response::from_parts(parts, whole.freeze()))
}

pub(crate) fn body_of(bytes: Bytes) -> Body {
    Full::new(bytes)
        .map_err(|never| match never {})
        .boxed_unsync()
}

fn connect() -> Result<Https, String> {
    let mut http = HttpConnector::new();
    http.enforce_http(false);
    http.set_connect_timeout(Some(CONNECT_WITHIN));
    http.set_nodelay(true);
    let provider = rustls::crypto::ring::default_provider();
    let connector = HttpsConnectorBuilder::new()
        .with_provider_and_webpki_roots(provider)
        .map_err(|error| error.to_string())?
        .https_or_http()
        .enable_http1()
        .wrap_connector(http);
    let client = hyper_util::client::legacy::Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(IDLE)
        .pool_max_idle_per_host(MOST_IDLE_PER_HOST)
        .build(connector);
    Ok(client)
}

fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

/// A body whose parts must come in time.
struct Patient {
    body: Incoming,
    end: Pin<Box<Sleep>>,
}

impl Patient {
    fn new(body: Incoming) -> Self {
        let end = Box::pin(tokio::time::sleep(PART_WITHIN));
        Self { body, end }
    }
}

impl hyper::body::Body for Patient {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if let Poll::Ready(part) = Pin::new(&mut self.body).poll_frame(context) {
            self.end.as_mut().reset(Instant::now() + PART_WITHIN);
            return Poll::Ready(part.map(|part| part.map_err(Into::into)));
        }
        ready!(self.end.as_mut().poll(context));
        Poll::Ready(Some(Err("the upstream stopped in the middle".into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
