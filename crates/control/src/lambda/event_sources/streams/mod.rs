//! Streams at work: one task finds the shards of a mapping's stream, one reads each of them, in order, and
//! remembers how far it came.
//!
//! What was read is given to the function at least once: a position is written when its records are done,
//! or given up.

mod batch; // records for one invocation
mod discard; // what is told of records that were given up
mod position; // how far a shard is done
mod shard; // one shard at work
mod source; // the calls to Kinesis and DynamoDB
mod window; // the time whose records are counted together
mod windowed; // one shard at work that has such windows

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use model::{EventSourceMappingRecord, StreamSettings};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::poller::{Trouble, session_of, tell};
use crate::control::Control;
use position::Positions;
use shard::ShardPoller;
pub(super) use source::Stream;

/// How often it is looked whether the stream has other shards.
const LOOK_EVERY: Duration = Duration::from_secs(20);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
const FIRST_PAUSE: Duration = Duration::from_secs(1);

pub(super) struct StreamPoller {
    pub(super) mapping: EventSourceMappingRecord,
    pub(super) settings: StreamSettings,
    pub(super) stream: Stream,
    pub(super) control: Arc<Control>,
}

impl StreamPoller {
    /// Goes on until it is told to stop; a batch that has begun is finished.
    pub(super) async fn run(self, stop: CancellationToken) {
        let poller = Arc::new(self);
        let mut shards = JoinSet::new();
        let mut known = HashSet::new();
        let mut pause = FIRST_PAUSE;
        loop {
            let round = poller.look(&mut known, &mut shards, &stop);
            let wait = match stop.run_until_cancelled(round).await {
                None => break,
                Some(Ok(())) => {
                    pause = FIRST_PAUSE;
                    LOOK_EVERY
                }
                Some(Err(trouble)) => {
                    let source = poller.mapping.source.to_string();
                    tracing::warn!(%trouble, source, "the shards of a stream could not be found");
                    tell(&poller.control, &poller.mapping, &trouble);
                    pause = (pause * 2).min(LONGEST_PAUSE);
                    pause
                }
            };
            tokio::select! {
                () = stop.cancelled() => break,
                () = tokio::time::sleep(wait) => {}
                // One that is done may be the parent of others.
                Some(_) = shards.join_next(), if !shards.is_empty() => {}
            }
        }
        while shards.join_next().await.is_some() {}
    }

    /// Begins to read each shard that is new and whose parent is done.
    async fn look(
        self: &Arc<Self>,
        known: &mut HashSet<String>,
        running: &mut JoinSet<()>,
        stop: &CancellationToken,
    ) -> Result<(), Trouble> {
        let caller = session_of(&self.control, &self.mapping)?;
        let found = self
            .stream
            .shards(&self.control, &caller, &self.mapping.source)
            .await?;
        let positions = Positions::new(&self.control, &self.mapping);
        let done: HashMap<String, bool> = positions.all().await?;
        let ids: HashSet<&str> = found.iter().map(|shard| shard.id.as_str()).collect();
        for shard in &found {
            let is_done = |id: &str| done.get(id).copied().unwrap_or_default();
            let waits = shard
                .parent
                .as_deref()
                .filter(|parent| ids.contains(parent));
            let waits = waits.is_some_and(|parent| !is_done(parent));
            if waits || is_done(&shard.id) || !known.insert(shard.id.clone()) {
                continue;
            }
            let poller = ShardPoller::new(Arc::clone(self), shard.id.clone());
            running.spawn(poller.run(stop.clone()));
        }
        Ok(())
    }
}
