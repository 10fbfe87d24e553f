//! An answer that is passed on while the function still writes it.
//!
//! AWS: "Response streaming for Lambda functions". A function that does not stream answers here too:
//! in one part.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot};

use crate::event::{InvokeError, Outcome};

/// Largest streamed answer, in bytes (Lambda quotas: 200 MB).
pub(crate) const MAX_STREAMED_BYTES: usize = 200 * 1024 * 1024;
/// Parts that wait for whoever reads them; then the function waits.
const MAX_PARTS: usize = 16;

/// An answer that has begun.
#[derive(Debug)]
pub struct Streamed {
    pub request_id: String,
    /// `$LATEST` or a number: what runs behind the alias.
    pub executed_version: String,
    /// What the runtime calls the answer, such as
    /// `application/vnd.awslambda.http-integration-response`; none when it does not stream.
    pub content_type: Option<String>,
    /// Chunks, and [`Part::Complete`] at the end. Dropping it leaves the function running.
    pub parts: mpsc::Receiver<Part>,
}

#[derive(Debug)]
pub enum Part {
    Chunk(Bytes),
    Complete(Box<Completion>),
}

/// How a streamed answer ended.
#[derive(Debug)]
pub struct Completion {
    /// A failure of the function: its error as JSON text. It may come after parts of an answer.
    pub error: Option<Bytes>,
    /// The last 4 KB of the log, when they were asked for.
    pub log_tail: Option<String>,
    /// Time spent in the function, in microseconds.
    pub duration_micros: u64,
    pub init_micros: Option<u64>,
}

/// Where an answer goes while it is written. Its clones lead to the same reader.
#[derive(Debug, Clone)]
pub(crate) struct Sink(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// Taken by whoever begins the answer.
    begun: Mutex<Option<oneshot::Sender<Beginning>>>,
    version: OnceLock<String>,
    parts: mpsc::Sender<Part>,
}

#[derive(Debug)]
struct Beginning {
    version: String,
    content_type: Option<String>,
}

/// The other end of a [`Sink`].
pub(crate) struct Reader {
    begins: oneshot::Receiver<Beginning>,
    parts: mpsc::Receiver<Part>,
}

pub(crate) fn open() -> (Sink, Reader) {
    let (begun, begins) = oneshot::channel();
    let (sender, parts) = mpsc::channel(MAX_PARTS);
    let inner = Inner {
        begun: Mutex::new(Some(begun)),
        version: OnceLock::new(),
        parts: sender,
    };
    (Sink(Arc::new(inner)), Reader { begins, parts })
}

impl Sink {
    /// Says which version runs.
    pub(crate) fn runs(&self, version: &str) {
        self.0.version.get_or_init(|| version.to_owned());
    }

    /// The function begins to answer.
    pub(crate) fn begin(&self, content_type: Option<String>) {
        let mut begun = self.0.begun.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(begun) = begun.take() {
            let version = self.0.version.get().cloned().unwrap_or_default();
            // Nobody may be waiting any more: the function goes on all the same.
            drop(begun.send(Beginning {
                version,
                content_type,
            }));
        }
    }

    /// Waits until there is room; what nobody reads is dropped.
    pub(crate) async fn write(&self, chunk: Bytes) {
        if !chunk.is_empty() {
            drop(self.0.parts.send(Part::Chunk(chunk)).await);
        }
    }

    /// Ends the answer. What the function did not stream is written now; a failure is an answer too,
    /// unless a part of another one has been sent.
    pub(crate) async fn finish(self, outcome: Outcome) {
        let streamed = self.has_begun();
        self.begin(None);
        if !streamed {
            self.write(outcome.payload.clone()).await;
        }
        let completion = Completion {
            error: outcome.error.map(|_| outcome.payload),
            log_tail: outcome.log_tail,
            duration_micros: outcome.duration_micros,
            init_micros: outcome.init_micros,
        };
        drop(
            self.0
                .parts
                .send(Part::Complete(Box::new(completion)))
                .await,
        );
    }

    fn has_begun(&self) -> bool {
        let begun = self.0.begun.lock().unwrap_or_else(PoisonError::into_inner);
        begun.is_none()
    }
}

impl Reader {
    /// Waits until the function answers, or has ended without: then `ended` says how.
    pub(crate) async fn answer(
        self,
        request_id: String,
        ended: impl Future<Output = Result<(), InvokeError>>,
    ) -> Result<Streamed, InvokeError> {
        let Self { mut begins, parts } = self;
        let begun = tokio::select! {
            biased;
            // Without a beginning `ended` says why there is none.
            Ok(begun) = &mut begins => begun,
            result = ended => {
                result?;
                begins.try_recv().map_err(|_| InvokeError::Lost)?
            }
        };
        Ok(Streamed {
            request_id,
            executed_version: begun.version,
            content_type: begun.content_type,
            parts,
        })
    }
}
