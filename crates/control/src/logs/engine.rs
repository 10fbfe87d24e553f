//! Keeps what functions and API stages print, with the rights of the role they print with.
//!
//! `put` only queues; one task writes, in order. The queue is bounded in batches and in bytes, and
//! what does not fit is dropped, counted and said in the log, so that nobody waits for a log line.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ::lambda::{Lambda, LogBatch, LogSink};
use identity::{AccessDenied, Identity};
use journal::Journal;
use model::{LogGroupRecord, LogStreamRecord, Timestamp};
use store::Records;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::group::Group;
use super::keeping;
use super::subscriptions::{Arrived, Deliverer};
use crate::needs::Ask;
use crate::refused::Refused;
use crate::unattended::{Desk, Unattended, Way};
use crate::uses;

const MOST_BATCHES: usize = 4096;
const MOST_BYTES: usize = 32 * 1024 * 1024;
/// One in so many drops is said in the log.
const SAID_EVERY: u64 = 1000;
/// What came while one batch was written is written together, this many batches at most.
const TOGETHER: usize = 512;
/// How long lines may wait for others of their streams: under load a write then is for many
/// invocations, and a line after a silence is written at once.
const PACE: Duration = Duration::from_millis(20);

/// Takes log lines. Shared behind an `Arc`; [`Engine::drain`] ends it.
pub struct Engine {
    queue: Mutex<Option<mpsc::Sender<LogBatch>>>,
    waiting_bytes: Arc<AtomicUsize>,
    dropped: AtomicU64,
    writer: Mutex<Option<JoinHandle<()>>>,
    deliverer: Arc<Deliverer>,
}

impl Engine {
    /// Must run inside a tokio runtime.
    pub fn start(records: Records, identity: Arc<Identity>, journal: Arc<Journal>) -> Arc<Self> {
        let (sender, receiver) = mpsc::channel(MOST_BATCHES);
        let waiting_bytes = Arc::new(AtomicUsize::new(0));
        let deliverer = Arc::<Deliverer>::default();
        let writer = Writer {
            told: Mutex::default(),
            records,
            identity,
            journal,
            deliverer: Arc::clone(&deliverer),
            waiting_bytes: Arc::clone(&waiting_bytes),
        };
        let writer = tokio::spawn(writer.run(receiver));
        Arc::new(Self {
            queue: Mutex::new(Some(sender)),
            waiting_bytes,
            dropped: AtomicU64::new(0),
            writer: Mutex::new(Some(writer)),
            deliverer,
        })
    }

    /// What functions print goes to subscribed functions from now on.
    pub fn connect(&self, lambda: &Arc<Lambda>) {
        self.deliverer.connect(lambda);
    }

    /// Batches that were not written because the queue was full.
    pub fn dropped(&self) -> u64 {
        self.dropped.load(Ordering::Relaxed)
    }

    /// Takes nothing more, and writes what waits, for as long as `within`.
    pub async fn drain(&self, within: Duration) {
        drop(
            self.queue
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
        let writer = self
            .writer
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let Some(mut writer) = writer else {
            return;
        };
        if tokio::time::timeout(within, &mut writer).await.is_err() {
            tracing::warn!("log lines were still unwritten at the end of the drain");
            writer.abort();
        }
    }

    fn queue(&self, batch: LogBatch) -> bool {
        let bytes = weight(&batch);
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(queue) = queue.as_ref() else {
            return false;
        };
        let waiting = self.waiting_bytes.fetch_add(bytes, Ordering::Relaxed);
        if waiting + bytes <= MOST_BYTES && queue.try_send(batch).is_ok() {
            return true;
        }
        self.waiting_bytes.fetch_sub(bytes, Ordering::Relaxed);
        false
    }
}

impl LogSink for Engine {
    fn put(&self, batch: LogBatch) {
        if batch.events.is_empty() || self.queue(batch) {
            return;
        }
        let dropped = self.dropped.fetch_add(1, Ordering::Relaxed) + 1;
        if dropped % SAID_EVERY == 1 {
            tracing::warn!(
                dropped,
                "log lines were dropped: the queue was full or closed"
            );
        }
    }
}

fn weight(batch: &LogBatch) -> usize {
    const OF_EVENT: usize = 64;
    let events = batch
        .events
        .iter()
        .map(|event| event.message.len() + OF_EVENT);
    events.sum::<usize>() + batch.group.len() + batch.stream.len()
}

/// One batch for each stream, in the order in which they came, as long as the caller is the same.
fn by_stream(came: &mut Vec<LogBatch>) -> Vec<LogBatch> {
    let mut streams: Vec<LogBatch> = Vec::new();
    for batch in came.drain(..) {
        let is_its_stream = |one: &&mut LogBatch| {
            one.stream == batch.stream
                && one.group == batch.group
                && (&one.account, &one.region) == (&batch.account, &batch.region)
        };
        let last = streams.iter_mut().rev().find(is_its_stream);
        match last.filter(|last| last.caller.arn() == batch.caller.arn()) {
            Some(last) => last.events.extend(batch.events),
            None => streams.push(batch),
        }
    }
    streams
}

/// Roles and groups of which it was told that lines are not written.
const MOST_TOLD: usize = 1024;

struct Writer {
    /// Who may not do what with which group: told once, since lines come again and again.
    told: Mutex<HashSet<(String, String, String)>>,
    records: Records,
    identity: Arc<Identity>,
    journal: Arc<Journal>,
    deliverer: Arc<Deliverer>,
    waiting_bytes: Arc<AtomicUsize>,
}

impl Writer {
    /// Ends when the queue is closed and empty.
    async fn run(self, mut queue: mpsc::Receiver<LogBatch>) {
        let mut came = Vec::new();
        while queue.recv_many(&mut came, TOGETHER).await > 0 {
            let began = tokio::time::Instant::now();
            for batch in by_stream(&mut came) {
                let bytes = weight(&batch);
                let (group, stream) = (batch.group.clone(), batch.stream.clone());
                if let Err(refused) = self.write(batch).await {
                    tracing::debug!(group, stream, %refused, "log lines were not written");
                }
                self.waiting_bytes.fetch_sub(bytes, Ordering::Relaxed);
            }
            // A queue that is closed, or half full, is not waited for.
            if !queue.is_closed() && queue.len() < TOGETHER {
                tokio::time::sleep_until(began + PACE).await;
            }
        }
    }

    /// Asks for each permission that a client would need, every time: a role may lose them.
    async fn write(&self, batch: LogBatch) -> Result<(), Refused> {
        let now = Timestamp::from_millis(jiff::Timestamp::now().as_millisecond());
        let group = Group {
            account: batch.account.clone(),
            region: batch.region.clone(),
            name: batch.group.clone(),
        };
        let stream_id = group.stream_id(&batch.stream);
        if self
            .records
            .get::<LogStreamRecord>(&stream_id)
            .await?
            .is_none()
        {
            self.create_stream(&batch, &group, now).await?;
        }
        self.ask(&batch, group.ask("logs:PutLogEvents", &batch.stream))?;
        self.forget(&batch);
        let chunk = keeping::append(&self.records, &stream_id, batch.events, now).await?;
        let arrived = Arrived {
            group: &group,
            stream: &batch.stream,
            chunk: &chunk,
        };
        let desk = Desk {
            identity: &self.identity,
            journal: &self.journal,
        };
        self.deliverer.deliver(&self.records, desk, &arrived).await;
        Ok(())
    }

    async fn create_stream(
        &self,
        batch: &LogBatch,
        group: &Group,
        now: Timestamp,
    ) -> Result<(), Refused> {
        if self
            .records
            .get::<LogGroupRecord>(&group.id())
            .await?
            .is_none()
        {
            self.ask(batch, group.ask("logs:CreateLogGroup", ""))?;
            keeping::create_group(&self.records, group, std::collections::BTreeMap::new(), now)
                .await?;
        }
        self.ask(batch, group.ask("logs:CreateLogStream", &batch.stream))?;
        keeping::create_stream(&self.records, group, &batch.stream, now).await
    }

    fn ask(&self, batch: &LogBatch, ask: Ask) -> Result<(), Refused> {
        let ask = ask.key("aws:RequestedRegion", batch.region.as_str());
        let asked = ask.put_to(&self.identity, &batch.caller);
        asked.inspect_err(|denied| self.tell(batch, denied))?;
        let resources = ask.resources().iter().map(|one| uses::any_stream(one));
        let resources: Vec<String> = resources.collect();
        uses::note(&self.journal, &batch.caller, ask.action(), &resources);
        Ok(())
    }

    fn tell(&self, batch: &LogBatch, denied: &AccessDenied) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.len() >= MOST_TOLD {
            told.clear();
        }
        let (who, group) = key(batch);
        if !told.insert((who, group, denied.explanation.action.clone())) {
            return;
        }
        let writing = Unattended {
            way: Way::LogLines,
            service: "logs",
            name: &batch.group,
            function: None,
            started: Timestamp::from_millis(jiff::Timestamp::now().as_millisecond()),
        };
        let desk = Desk {
            identity: &self.identity,
            journal: &self.journal,
        };
        writing.denied(desk, &batch.caller, denied);
    }

    fn forget(&self, batch: &LogBatch) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if !told.is_empty() {
            let (who, group) = key(batch);
            told.retain(|(one, of, _)| (one, of) != (&who, &group));
        }
    }
}

fn key(batch: &LogBatch) -> (String, String) {
    (batch.caller.arn(), batch.group.clone())
}
