//! All pollers of a server: each enabled mapping has one, and a mapping that changes gets another.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use model::{EventSourceMappingRecord, Kind};
use store::{Change, View};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::poller::Poller;
use super::streams::{Stream, StreamPoller};
use crate::control::Control;

/// Shared behind an `Arc`; [`EventSources::drain`] ends it.
pub struct EventSources {
    /// There once the server is; pollers wait for it.
    control: watch::Sender<Option<Weak<Control>>>,
    running: Mutex<HashMap<String, CancellationToken>>,
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Default for EventSources {
    fn default() -> Self {
        Self {
            control: watch::Sender::new(None),
            running: Mutex::default(),
            tasks: TaskTracker::new(),
            stop: CancellationToken::new(),
        }
    }
}

impl EventSources {
    /// Lets the pollers begin.
    pub fn lead_to(&self, control: &Arc<Control>) {
        self.control.send_replace(Some(Arc::downgrade(control)));
    }

    /// Receives nothing more, and lets what was received be finished for as long as `within`.
    pub async fn drain(&self, within: Duration) {
        self.stop.cancel();
        self.tasks.close();
        if tokio::time::timeout(within, self.tasks.wait())
            .await
            .is_err()
        {
            tracing::warn!("batches of event sources were still running at the end of the drain");
        }
    }

    fn start(&self, mapping: EventSourceMappingRecord) -> CancellationToken {
        let stop = self.stop.child_token();
        let mut control = self.control.subscribe();
        let stopped = stop.clone();
        self.tasks.spawn(async move {
            if let Some(control) = found(&mut control, &stopped).await {
                match Stream::of(&mapping.source).zip(mapping.stream.clone()) {
                    Some((stream, settings)) => {
                        let poller = StreamPoller {
                            mapping,
                            settings,
                            stream,
                            control,
                        };
                        poller.run(stopped).await;
                    }
                    None => Poller { mapping, control }.run(stopped).await,
                }
            }
        });
        stop
    }

    fn take_over(&self, change: &Change) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = running.remove(&change.key.id) {
            before.cancel();
        }
        match change.record::<EventSourceMappingRecord>() {
            Ok(Some(mapping)) if mapping.enabled => {
                running.insert(change.key.id.clone(), self.start(mapping));
            }
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "an event source mapping can't be read"),
        }
    }
}

/// Waits until the control plane is there; `None` if there is no point in waiting any longer.
async fn found(
    control: &mut watch::Receiver<Option<Weak<Control>>>,
    stop: &CancellationToken,
) -> Option<Arc<Control>> {
    let there = stop.run_until_cancelled(control.wait_for(Option::is_some));
    let found = there.await?.ok()?;
    found.as_ref().and_then(Weak::upgrade)
}

impl View for EventSources {
    fn kinds(&self) -> &'static [Kind] {
        &[Kind::EventSourceMapping]
    }

    fn apply(&self, changes: &[Change]) {
        for change in changes {
            self.take_over(change);
        }
    }
}
