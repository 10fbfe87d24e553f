//! One shard at work: reads it in order, gives its records to the function, tries again what failed, and
//! gives up what the mapping says.
//!
//! A position is written when all records before it are done or given up. A task that is told to stop
//! finishes the invocation that runs, and leaves the rest to whoever comes after it.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ::lambda::{Event, FunctionError};
use futures_util::future::join_all;
use identity::Caller;
use model::{EventSourcePositionRecord, StartingPosition, StreamWindow};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::super::filter::Pattern;
use super::super::poller::{Trouble, grant_for, session_of};
use super::StreamPoller;
use super::batch::{self, Failed, Form, Item};
use super::discard::{Condition, Discarded, Invoked};
use super::position::{Kept, Positions, Progress};
use super::source::{From, Stream};
use super::window::{Part, Windows};
use crate::clock::now;

/// After a shard had nothing new (Lambda developer guide: once a second of Kinesis, four times of DynamoDB).
const OF_KINESIS: Duration = Duration::from_secs(1);
const OF_DYNAMODB: Duration = Duration::from_millis(250);
pub(super) const FIRST_PAUSE: Duration = Duration::from_millis(500);
pub(super) const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// As AWS words it in `LastProcessingResult`.
const OK: &str = "OK";
pub(super) const PROBLEM: &str = "PROBLEM: Function call failed";

pub(super) struct ShardPoller {
    poller: Arc<StreamPoller>,
    shard: String,
    /// The window that is open; none of a mapping without windows.
    pub(super) windows: Mutex<Option<Windows>>,
}

/// Whether there is a point in going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Went {
    On,
    Stopped,
}

/// Where the reading is, and what was read and not yet given to the function.
struct Reading {
    iterator: Option<String>,
    /// Records from before it are not among the latest.
    since: Option<i64>,
    /// The last record that was read, wanted or not.
    seen: Option<String>,
    /// The window as it is written down.
    window: Option<StreamWindow>,
    is_closed: bool,
    /// Whether there is more than what was read last.
    is_behind: bool,
}

impl Reading {
    /// Whether nothing more is there now.
    const fn is_at_end(&self) -> bool {
        self.is_closed || (self.seen.is_none() && !self.is_behind)
    }
}

impl ShardPoller {
    pub(super) const fn new(poller: Arc<StreamPoller>, shard: String) -> Self {
        Self {
            poller,
            shard,
            windows: Mutex::new(None),
        }
    }

    pub(super) async fn run(self, stop: CancellationToken) {
        let mut pause = FIRST_PAUSE;
        let mut reading = None;
        loop {
            match self.round(&mut reading, &stop).await {
                Ok(Went::On) => pause = FIRST_PAUSE,
                Ok(Went::Stopped) => return,
                Err(trouble) => {
                    // Iterators expire; a position does not.
                    reading = None;
                    let source = self.poller.mapping.source.to_string();
                    tracing::warn!(%trouble, source, shard = self.shard, "a shard could not be read");
                    if sleep(pause, &stop).await == Went::Stopped {
                        return;
                    }
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
        }
    }

    /// Reads some records, has them done, and writes down how far that was.
    async fn round(
        &self,
        reading: &mut Option<Reading>,
        stop: &CancellationToken,
    ) -> Result<Went, Trouble> {
        if stop.is_cancelled() {
            return Ok(Went::Stopped);
        }
        let caller = session_of(&self.poller.control, &self.poller.mapping)?;
        let mut now_reading = match reading.take() {
            Some(reading) => reading,
            None => match self.open(&caller).await? {
                Some(reading) => reading,
                None => return Ok(Went::Stopped),
            },
        };
        let gathered = stop
            .run_until_cancelled(self.gather(&mut now_reading, &caller))
            .await;
        let Some(items) = gathered.transpose()? else {
            return Ok(Went::Stopped);
        };
        let had_any = !items.is_empty();
        if self.process(items, &caller, stop).await == Went::Stopped {
            return Ok(Went::Stopped);
        }
        let ends = now_reading.is_at_end();
        if ends && self.end_window(now_reading.is_closed, &caller, stop).await == Went::Stopped {
            return Ok(Went::Stopped);
        }
        self.write_down(&mut now_reading).await?;
        if now_reading.is_closed {
            return Ok(Went::Stopped);
        }
        *reading = Some(now_reading);
        if had_any {
            return Ok(Went::On);
        }
        Ok(sleep(self.pace(), stop).await)
    }

    /// How far it is done, and with it what the function has made of the window that is open.
    async fn write_down(&self, reading: &mut Reading) -> Result<(), Trouble> {
        let window = self.windows().as_ref().and_then(Windows::kept);
        let is_new = window != reading.window;
        let progress = Progress {
            sequence: reading.seen.take(),
            is_finished: reading.is_closed,
            // What had failed and was given up has said so itself.
            result: "",
            window: if is_new {
                Kept::As(window.clone())
            } else {
                Kept::AsItWas
            },
        };
        if progress.sequence.is_some() || progress.is_finished || is_new {
            self.positions().write(&self.shard, &progress).await?;
            reading.window = window;
        }
        Ok(())
    }

    fn positions(&self) -> Positions<'_> {
        Positions::new(&self.poller.control, &self.poller.mapping)
    }

    fn pace(&self) -> Duration {
        match self.poller.stream {
            Stream::Kinesis => OF_KINESIS,
            Stream::DynamoDb => OF_DYNAMODB,
        }
    }

    /// Where the reading goes on; none if the shard is done.
    async fn open(&self, caller: &Caller) -> Result<Option<Reading>, Trouble> {
        let position = self.positions().begin(&self.shard).await?;
        if position.is_finished {
            return Ok(None);
        }
        let seconds = self.poller.settings.window_seconds;
        *self.windows() = Windows::of(seconds, position.window.as_ref());
        let (from, since) = self.beginning(&position);
        let by = (caller, &self.poller.mapping.source);
        let stream = self.poller.stream;
        let opened = stream.iterator(&self.poller.control, by, &self.shard, &from);
        let iterator = opened.await?;
        Ok(Some(Reading {
            is_closed: iterator.is_none(),
            iterator,
            since,
            seen: None,
            window: position.window,
            is_behind: false,
        }))
    }

    /// With the moment, in milliseconds, before which records are not wanted.
    fn beginning(&self, position: &EventSourcePositionRecord) -> (From, Option<i64>) {
        let StreamPoller {
            settings, stream, ..
        } = &*self.poller;
        match (&position.sequence, settings.position) {
            (Some(sequence), _) => (From::After(sequence.clone()), None),
            (None, StartingPosition::TrimHorizon) => (From::Horizon, None),
            (None, StartingPosition::AtTimestamp(moment)) => (From::At(moment), None),
            // Not where the shard ends now: the latest are those since the mapping was made.
            (None, StartingPosition::Latest) => match stream {
                Stream::Kinesis => (From::At(settings.since), None),
                // Which tells the times of changes in seconds, and opens no shard at a time.
                Stream::DynamoDb => (From::Horizon, Some(settings.since.seconds() * 1000)),
            },
        }
    }

    /// A batch is complete when it is full, when its window is over, or at the end of the shard.
    async fn gather(&self, reading: &mut Reading, caller: &Caller) -> Result<Vec<Item>, Trouble> {
        let mapping = &self.poller.mapping;
        let filters = mapping.filters.iter().map(|text| Pattern::read(text));
        let filters: Vec<Pattern> = filters.flatten().collect();
        let wanted = usize::try_from(mapping.batch_size * self.poller.settings.parallelization);
        let wanted = wanted.unwrap_or(usize::MAX);
        let window = Duration::from_secs(u64::from(mapping.batching_window_seconds));
        let mut items: Vec<Item> = Vec::new();
        let mut until: Option<Instant> = None;
        loop {
            let missing = wanted.saturating_sub(items.len());
            let found = self.read(reading, caller, (missing, &filters)).await?;
            let had_none = found.is_empty();
            items.extend(found);
            if !items.is_empty() {
                until.get_or_insert_with(|| Instant::now() + window);
            }
            let is_over = until.is_none_or(|until| Instant::now() >= until);
            if items.len() >= wanted || reading.is_closed || is_over {
                return Ok(items);
            }
            if had_none {
                tokio::time::sleep(self.pace()).await;
            }
        }
    }

    async fn read(
        &self,
        reading: &mut Reading,
        caller: &Caller,
        (most, filters): (usize, &[Pattern]),
    ) -> Result<Vec<Item>, Trouble> {
        let StreamPoller {
            mapping,
            stream,
            control,
            ..
        } = &*self.poller;
        let Some(iterator) = reading.iterator.take() else {
            reading.is_closed = true;
            return Ok(Vec::new());
        };
        let by = (caller, &mapping.source);
        let read = stream.records(control, by, (&iterator, most)).await?;
        reading.is_closed = read.next.is_none();
        reading.iterator = read.next;
        reading.is_behind = read.is_behind;
        let resolved = control.rooms().lambda.resolve(&mapping.function);
        let role = resolved
            .map_err(Trouble::Function)?
            .config()
            .role
            .to_string();
        let form = Form {
            stream: *stream,
            source: &mapping.source,
            shard: &self.shard,
            role: &role,
        };
        let items: Vec<Item> = read
            .records
            .iter()
            .filter_map(|raw| form.item(raw))
            .collect();
        if let Some(last) = items.last() {
            reading.seen = Some(last.sequence.clone());
        }
        let is_late = |item: &Item| {
            reading
                .since
                .is_none_or(|since| item.arrived.millis() >= since)
        };
        let wanted = items
            .into_iter()
            .filter(|item| is_late(item) && batch::fits(item, *stream, filters));
        Ok(wanted.collect())
    }

    /// Records of one key stay in order; with a factor, those of other keys go beside them.
    async fn process(&self, items: Vec<Item>, caller: &Caller, stop: &CancellationToken) -> Went {
        let factor = u64::from(self.poller.settings.parallelization);
        let mut lanes: HashMap<u64, Vec<Item>> = HashMap::new();
        for item in items {
            let mut hasher = DefaultHasher::new();
            item.key.hash(&mut hasher);
            lanes
                .entry(hasher.finish() % factor.max(1))
                .or_default()
                .push(item);
        }
        let lanes = lanes
            .into_values()
            .map(|lane| self.lane(lane, caller, stop));
        let went = join_all(lanes).await;
        if went.contains(&Went::Stopped) {
            Went::Stopped
        } else {
            Went::On
        }
    }

    async fn lane(&self, mut items: Vec<Item>, caller: &Caller, stop: &CancellationToken) -> Went {
        let most = usize::try_from(self.poller.mapping.batch_size).unwrap_or(1);
        while !items.is_empty() {
            let Some(within) = self.enter_window(&items, caller, stop).await else {
                return Went::Stopped;
            };
            let batch = batch::take(&mut items, most.min(within));
            if self.deliver(batch, caller, stop).await == Went::Stopped
                || self.shed(caller, stop).await == Went::Stopped
            {
                return Went::Stopped;
            }
        }
        Went::On
    }

    /// Gives a batch to the function until it is done or given up.
    async fn deliver(
        &self,
        mut items: Vec<Item>,
        caller: &Caller,
        stop: &CancellationToken,
    ) -> Went {
        let settings = &self.poller.settings;
        let (mut attempts, mut pause) = (0_u32, FIRST_PAUSE);
        let mut last: Option<Invoked> = None;
        loop {
            let old = batch::expired(&items, &self.poller.mapping, now());
            if old > 0 {
                let given_up: Vec<Item> = items.drain(..old).collect();
                let told = (Condition::TooOld, attempts);
                self.give_up(&given_up, told, last.as_ref(), caller).await;
            }
            if items.is_empty() {
                return Went::On;
            }
            let Some((failed, invoked)) = self.invoke(&items, Part::Records, caller).await else {
                // It was not invoked: that counts for nothing but the age of the records.
                self.note(PROBLEM).await;
                if sleep(pause, stop).await == Went::Stopped {
                    return Went::Stopped;
                }
                pause = (pause * 2).min(LONGEST_PAUSE);
                continue;
            };
            attempts += 1;
            let Failed::From(first) = failed else {
                self.note(OK).await;
                return Went::On;
            };
            self.note(PROBLEM).await;
            items.drain(..first.min(items.len()));
            let is_whole = invoked.error.is_some();
            last = Some(invoked);
            if settings
                .maximum_retry_attempts
                .is_some_and(|most| attempts > most)
            {
                let told = (Condition::RetriesExhausted, attempts);
                self.give_up(&items, told, last.as_ref(), caller).await;
                return Went::On;
            }
            if sleep(pause, stop).await == Went::Stopped {
                return Went::Stopped;
            }
            if settings.bisects && is_whole && items.len() > 1 {
                return self.halves(items, caller, stop).await;
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Halves are tried as batches of their own ("Bisecting a batch does not count towards the retry
    /// quota"). Behind a pointer, because they may be halved again.
    fn halves<'a>(
        &'a self,
        mut items: Vec<Item>,
        caller: &'a Caller,
        stop: &'a CancellationToken,
    ) -> Pin<Box<dyn Future<Output = Went> + Send + 'a>> {
        Box::pin(async move {
            let second = items.split_off(items.len() / 2);
            if self.deliver(items, caller, stop).await == Went::Stopped {
                return Went::Stopped;
            }
            self.deliver(second, caller, stop).await
        })
    }

    /// None if the function was not invoked at all.
    pub(super) async fn invoke(
        &self,
        items: &[Item],
        part: Part,
        caller: &Caller,
    ) -> Option<(Failed, Invoked)> {
        let StreamPoller {
            mapping,
            stream,
            control,
            ..
        } = &*self.poller;
        let action = format!("{}:GetRecords", stream.service());
        let grant = grant_for(control, mapping, caller, &action)?;
        let told = |windows: &Windows| windows.told(mapping, &self.shard, part);
        let window = self.windows().as_ref().and_then(told);
        let event = Event {
            payload: batch::event(items, window),
            ..Event::default()
        };
        match control.rooms().lambda.invoke(grant, event).await {
            Ok(outcome) => {
                let failed = if outcome.error.is_some() || !self.keeps(&outcome.payload, part) {
                    Failed::From(0)
                } else if mapping.reports_item_failures {
                    batch::failed(&outcome.payload, items)
                } else {
                    Failed::Nothing
                };
                let invoked = Invoked {
                    request_id: outcome.request_id,
                    version: outcome.executed_version,
                    error: outcome.error.map(FunctionError::as_str),
                };
                Some((failed, invoked))
            }
            Err(error) => {
                let function = mapping.function.to_string();
                tracing::warn!(%error, function, "records could not be given to their function");
                None
            }
        }
    }

    /// Whether an answer is one: with windows, it has a state.
    fn keeps(&self, answer: &[u8], part: Part) -> bool {
        let mut windows = self.windows();
        windows
            .as_mut()
            .is_none_or(|windows| windows.keep(answer, part))
    }

    async fn give_up(
        &self,
        items: &[Item],
        (condition, attempts): (Condition, u32),
        last: Option<&Invoked>,
        caller: &Caller,
    ) {
        let discarded = Discarded {
            items,
            shard: &self.shard,
            condition,
            attempts,
            last,
        };
        let StreamPoller {
            mapping,
            stream,
            control,
            ..
        } = &*self.poller;
        discarded.tell(control, mapping, (caller, *stream)).await;
    }

    /// What came of a batch; that it could not be written down changes nothing else.
    pub(super) async fn note(&self, result: &'static str) {
        let progress = Progress {
            result,
            ..Progress::default()
        };
        if let Err(error) = self.positions().write(&self.shard, &progress).await {
            tracing::warn!(%error, shard = self.shard, "the result of a batch could not be kept");
        }
    }
}

/// Waits, unless there is no point in waiting any longer.
pub(super) async fn sleep(pause: Duration, stop: &CancellationToken) -> Went {
    let slept = stop.run_until_cancelled(tokio::time::sleep(pause)).await;
    slept.map_or(Went::Stopped, |()| Went::On)
}
