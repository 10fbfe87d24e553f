//! Sends events in batches, as many as a subscriber wants at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, header};
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::SendRequest;
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::sync::{Notify, mpsc};

use super::destination::{Destination, Ways};
use crate::report;

/// Events that wait to be sent; more are dropped and counted.
const MAX_WAITING: usize = 10_000;
/// How long a subscriber may take for a batch.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);

#[derive(Debug, Clone, Copy)]
pub(super) struct Buffering {
    pub(super) items: usize,
    pub(super) bytes: usize,
    pub(super) time: Duration,
}

#[derive(Debug)]
pub(super) struct Sender {
    events: mpsc::Sender<Arc<str>>,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    dropped: AtomicU64,
    flush: Notify,
}

struct Sending {
    destination: Destination,
    ways: Arc<Ways>,
    buffering: Buffering,
    events: mpsc::Receiver<Arc<str>>,
    shared: Arc<Shared>,
    connection: Option<SendRequest<Full<Bytes>>>,
}

/// A sender, and the work that it needs done.
pub(super) fn open(
    destination: Destination,
    ways: Arc<Ways>,
    buffering: Buffering,
) -> (Sender, impl Future<Output = ()> + Send + 'static) {
    let (sender, events) = mpsc::channel(MAX_WAITING);
    let shared = Arc::new(Shared::default());
    let sending = Sending {
        destination,
        ways,
        buffering,
        events,
        shared: Arc::clone(&shared),
        connection: None,
    };
    let events = sender;
    (Sender { events, shared }, sending.run())
}

impl Sender {
    pub(super) fn send(&self, event: Arc<str>) {
        if self.events.try_send(event).is_err() {
            self.shared.dropped.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(super) fn flush(&self) {
        self.shared.flush.notify_one();
    }
}

impl Sending {
    async fn run(mut self) {
        while let Some(first) = self.events.recv().await {
            let mut batch = self.batch(first).await;
            let dropped = self.shared.dropped.swap(0, Ordering::Relaxed);
            if dropped > 0 {
                batch.push(lost(dropped));
            }
            let body = format!("[{}]", batch.join(","));
            let sent = tokio::time::timeout(ANSWER_WITHIN, self.post(body.into())).await;
            if !matches!(sent, Ok(Ok(()))) {
                self.connection = None;
                let count = u64::try_from(batch.len()).unwrap_or_default();
                self.shared.dropped.fetch_add(count, Ordering::Relaxed);
                tracing::debug!(
                    port = self.destination.port,
                    count,
                    "telemetry was not taken"
                );
            }
        }
    }

    /// The first event and those that come within the buffer's time, as many as it holds.
    async fn batch(&mut self, first: Arc<str>) -> Vec<Arc<str>> {
        let until = tokio::time::sleep(self.buffering.time);
        tokio::pin!(until);
        let mut bytes = first.len();
        let mut batch = vec![first];
        while batch.len() < self.buffering.items && bytes < self.buffering.bytes {
            tokio::select! {
                biased;
                event = self.events.recv() => match event {
                    Some(event) => {
                        bytes += event.len();
                        batch.push(event);
                    }
                    None => break,
                },
                () = self.shared.flush.notified() => break,
                () = &mut until => break,
            }
        }
        batch
    }

    async fn post(&mut self, body: Bytes) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let mut connection = match self.connection.take().filter(|open| !open.is_closed()) {
            Some(open) => open,
            None => self.connect().await?,
        };
        let request = Request::post(&self.destination.path)
            .header(header::HOST, &self.destination.host)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Full::new(body))?;
        connection.ready().await?;
        let answer = connection.send_request(request).await?;
        answer.into_body().collect().await?;
        self.connection = Some(connection);
        Ok(())
    }

    async fn connect(
        &self,
    ) -> Result<SendRequest<Full<Bytes>>, Box<dyn std::error::Error + Send + Sync>> {
        let stream = self.ways.connect(self.destination.port).await?;
        let (sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        // Ends with the connection, which ends with the sender or with the environment.
        tokio::spawn(async move { drop(connection.await) });
        Ok(sender)
    }
}

fn lost(count: u64) -> Arc<str> {
    let event = json!({
        "time": report::instant(),
        "type": "platform.logsDropped",
        "record": {
            "reason": "Some logs were dropped because the subscriber did not take them in time.",
            "droppedRecords": count,
        },
    });
    event.to_string().into()
}
