//! Keeps what the gateway counts: once a second, sooner when much was counted, and at the end.
//!
//! A server that is killed loses what was counted since the last time, which is a second's or a
//! thousand requests; counts that were kept are never written over by smaller ones.

use std::future::ready;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use gateway::{Gateway, UnsavedUsage};
use model::{Record as _, UsageRecord};
use store::{Records, StoreError, UpdateError};
use tokio::task::JoinHandle;

/// Writes that wait for the store at once; it commits what waits together.
const TOGETHER: usize = 64;
const EVERY: Duration = Duration::from_secs(1);
/// How long one time may take before it is given up, and tried again with the next.
const WITHIN: Duration = Duration::from_secs(10);

/// Shared behind an `Arc`; [`UsageKeeper::drain`] ends it.
pub struct UsageKeeper {
    desk: Arc<Desk>,
    task: Mutex<Option<JoinHandle<()>>>,
}

struct Desk {
    records: Records,
    gateway: Arc<Gateway>,
    /// One at a time, so that whoever waits for it finds everything kept.
    turn: tokio::sync::Mutex<()>,
}

impl UsageKeeper {
    /// Must run inside a tokio runtime.
    pub fn start(records: Records, gateway: Arc<Gateway>) -> Arc<Self> {
        let desk = Arc::new(Desk {
            records,
            gateway,
            turn: tokio::sync::Mutex::default(),
        });
        let task = tokio::spawn(Arc::clone(&desk).run());
        Arc::new(Self {
            desk,
            task: Mutex::new(Some(task)),
        })
    }

    /// Keeps everything that was counted until now.
    pub(crate) async fn flush(&self) -> Result<(), StoreError> {
        self.desk.keep().await
    }

    /// Ends the task and keeps the rest, for as long as `within`.
    pub async fn drain(&self, within: Duration) {
        self.stop();
        match tokio::time::timeout(within, self.desk.keep()).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "usage was not kept at the end"),
            Err(_) => tracing::error!("usage was still not kept at the end of the drain"),
        }
    }

    fn stop(&self) {
        let task = self
            .task
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(task) = task {
            task.abort();
        }
    }
}

impl Drop for UsageKeeper {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Desk {
    async fn run(self: Arc<Self>) {
        loop {
            // Either way something is to be kept now.
            let _elapsed = tokio::time::timeout(EVERY, self.gateway.usage_pressed()).await;
            match tokio::time::timeout(WITHIN, self.keep()).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::warn!(%error, "usage was not kept and waits"),
                Err(_) => tracing::warn!("usage could not be kept in time and waits"),
            }
        }
    }

    /// What can't be kept stays unsaved and comes with the next time.
    async fn keep(&self) -> Result<(), StoreError> {
        let _turn = self.turn.lock().await;
        let unsaved = stream::iter(self.gateway.unsaved_usage());
        unsaved
            .map(|usage| self.save(usage))
            .buffer_unordered(TOGETHER)
            .try_for_each(|()| ready(Ok(())))
            .await
    }

    async fn save(&self, usage: UnsavedUsage) -> Result<(), StoreError> {
        self.write(&usage).await?;
        self.gateway.usage_saved(&usage);
        Ok(())
    }

    async fn write(&self, usage: &UnsavedUsage) -> Result<(), StoreError> {
        let record = &usage.record;
        loop {
            let merge = |stored: &mut UsageRecord| {
                stored.learn(record);
                Ok::<_, std::convert::Infallible>(())
            };
            match self.records.update(&record.id(), merge).await {
                Ok(_) => return Ok(()),
                Err(UpdateError::NotFound) => {}
                Err(UpdateError::Store(error)) => return Err(error),
                Err(UpdateError::Refused(never)) => match never {},
            }
            match self.records.create(record).await {
                Ok(_) => return Ok(()),
                // Somebody else made it meanwhile.
                Err(StoreError::Conflict { .. }) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl std::fmt::Debug for UsageKeeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UsageKeeper").finish_non_exhaustive()
    }
}
