//! What an answer is made of: bytes that are there, or bytes that are still on their way.

use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::{Body as _, Frame, Incoming, SizeHint};
use lambda::Part;
use tokio::sync::mpsc;
use tokio::time::{Instant, Sleep};

/// How long a streamed answer may stand still ("Stream the integration response for your proxy
/// integrations", developer guide): five minutes, and half a minute behind CloudFront.
const IDLE: Duration = Duration::from_mins(5);
const IDLE_EDGE: Duration = Duration::from_secs(30);
/// A function ends after 15 minutes, and then its answer does.
const FUNCTION: Duration = Duration::from_mins(16);

/// The body of an answer.
#[derive(Debug)]
pub struct Body(Kind);

#[derive(Debug)]
enum Kind {
    Whole(Full<Bytes>),
    Coming(Box<Coming>),
}

/// An answer that has begun, and ends in time or not at all.
#[derive(Debug)]
pub(crate) struct Coming {
    source: Source,
    idle: Duration,
    until: Instant,
    patience: Pin<Box<Sleep>>,
}

/// Whose answer it is.
#[derive(Debug)]
pub(crate) enum Source {
    Backend(Incoming),
    /// With what was read behind the metadata already.
    Function {
        first: Option<Bytes>,
        parts: mpsc::Receiver<Part>,
    },
}

impl Coming {
    /// `until` is the end of the integration's time.
    pub(crate) fn new(source: Source, until: Instant, is_edge: bool) -> Self {
        let idle = if is_edge { IDLE_EDGE } else { IDLE };
        Self::within(source, until, idle)
    }

    /// Of a function that is asked without an API between: nobody but itself ends it.
    pub(crate) fn of_function(source: Source) -> Self {
        Self::within(source, Instant::now() + FUNCTION, FUNCTION)
    }

    fn within(source: Source, until: Instant, idle: Duration) -> Self {
        let patience = Box::pin(tokio::time::sleep_until(until.min(Instant::now() + idle)));
        Self {
            source,
            idle,
            until,
            patience,
        }
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, BodyError>>> {
        match self.source.poll(context) {
            Poll::Ready(next) => {
                let next_deadline = self.until.min(Instant::now() + self.idle);
                self.patience.as_mut().reset(next_deadline);
                Poll::Ready(next)
            }
            Poll::Pending if self.patience.as_mut().poll(context).is_ready() => {
                Poll::Ready(Some(Err("the answer took too long".into())))
            }
            Poll::Pending => Poll::Pending,
        }
    }
}

type BodyError = Box<dyn Error + Send + Sync>;

impl Source {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, BodyError>>> {
        match self {
            Self::Backend(body) => poll_backend(body, context),
            Self::Function { first, parts } => match first.take() {
                Some(first) => Poll::Ready(Some(Ok(first))),
                None => parts.poll_recv(context).map(|part| match part {
                    Some(Part::Chunk(bytes)) => Some(Ok(bytes)),
                    Some(Part::Complete(end)) => {
                        let failed = end.error.map(|_| Err("the function failed".into()));
                        failed.or(None)
                    }
                    None => Some(Err("the function is gone".into())),
                }),
            },
        }
    }
}

/// Trailers are not handed on.
fn poll_backend(
    body: &mut Incoming,
    context: &mut Context<'_>,
) -> Poll<Option<Result<Bytes, BodyError>>> {
    loop {
        match Pin::new(&mut *body).poll_frame(context) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(None) => return Poll::Ready(None),
            Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error.into()))),
            Poll::Ready(Some(Ok(frame))) => {
                if let Ok(data) = frame.into_data() {
                    return Poll::Ready(Some(Ok(data)));
                }
            }
        }
    }
}

impl Body {
    pub(crate) fn coming(coming: Coming) -> Self {
        Self(Kind::Coming(Box::new(coming)))
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Kind::Whole(Full::new(bytes)))
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        match &mut self.0 {
            Kind::Whole(whole) => Pin::new(whole)
                .poll_frame(context)
                .map_err(|never| match never {}),
            Kind::Coming(coming) => coming.poll(context).map_ok(Frame::data),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Kind::Whole(whole) => whole.is_end_stream(),
            Kind::Coming(_) => false,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Whole(whole) => whole.size_hint(),
            Kind::Coming(_) => SizeHint::default(),
        }
    }
}
