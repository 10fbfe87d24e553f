//! The changes of a running store, kept for a while, so that watchers read them at their own pace.
//!
//! Writers never wait for a watcher: the feed keeps a bounded part of the past, and who falls
//! further behind is told so.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use crate::{Change, Revision, StoreError};

const MOST_CHANGES: usize = 1024;
const MOST_BYTES: usize = 8 * 1024 * 1024;

#[derive(Debug)]
pub(crate) struct Feed {
    past: Mutex<Past>,
    latest: watch::Sender<Revision>,
}

#[derive(Debug)]
struct Past {
    changes: VecDeque<Change>,
    bytes: usize,
    /// Everything after this revision is in `changes`.
    complete_after: Revision,
}

impl Feed {
    /// A feed of a store that is at `revision`.
    pub(crate) fn starting_at(revision: Revision) -> Arc<Self> {
        let past = Past {
            changes: VecDeque::new(),
            bytes: 0,
            complete_after: revision,
        };
        Arc::new(Self {
            past: Mutex::new(past),
            latest: watch::Sender::new(revision),
        })
    }

    /// Adds changes, which must come in the order of their revisions, from one writer at a time.
    pub(crate) fn publish(&self, changes: Vec<Change>) {
        let Some(last) = changes.last().map(|change| change.revision) else {
            return;
        };
        let mut past = self.lock();
        for change in changes {
            past.add(change);
        }
        drop(past);
        self.latest.send_replace(last);
    }

    pub(crate) fn latest(&self) -> Revision {
        *self.latest.borrow()
    }

    pub(crate) fn watch(self: &Arc<Self>, from: Revision) -> Watch {
        Watch {
            feed: Arc::clone(self),
            latest: self.latest.subscribe(),
            seen: from,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Past> {
        self.past.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Past {
    fn add(&mut self, change: Change) {
        self.bytes = self.bytes.saturating_add(weight(&change));
        self.changes.push_back(change);
        while self.changes.len() > MOST_CHANGES
            || (self.bytes > MOST_BYTES && self.changes.len() > 1)
        {
            let Some(oldest) = self.changes.pop_front() else {
                return;
            };
            self.bytes = self.bytes.saturating_sub(weight(&oldest));
            self.complete_after = oldest.revision;
        }
    }

    fn after(&self, seen: Revision) -> Result<Vec<Change>, StoreError> {
        if seen < self.complete_after {
            return Err(StoreError::HistoryGone { from: seen });
        }
        let first = self
            .changes
            .partition_point(|change| change.revision <= seen);
        Ok(self.changes.range(first..).cloned().collect())
    }
}

fn weight(change: &Change) -> usize {
    size_of::<Change>()
        .saturating_add(change.key.id.len())
        .saturating_add(change.value.as_ref().map_or(0, bytes::Bytes::len))
}

/// A reader of changes. It holds no place in the store: dropping it costs nothing.
#[derive(Debug)]
pub struct Watch {
    feed: Arc<Feed>,
    latest: watch::Receiver<Revision>,
    seen: Revision,
}

impl Watch {
    /// Waits for changes and returns all that are there, at least one. Cancelling the wait loses
    /// nothing.
    pub async fn next(&mut self) -> Result<Vec<Change>, StoreError> {
        let seen = self.seen;
        // The feed lives as long as this watch, so the sender can't be gone.
        self.latest
            .wait_for(|latest| *latest > seen)
            .await
            .map_err(|_| StoreError::Closed)?;
        let changes = self.feed.lock().after(seen)?;
        if let Some(last) = changes.last() {
            self.seen = last.revision;
        }
        Ok(changes)
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use futures_util::FutureExt;
    use model::Kind;

    use super::*;
    use crate::Key;

    fn change(revision: u64, bytes: usize) -> Change {
        Change {
            key: Key::new(Kind::Role, "a"),
            revision: Revision(revision),
            value: Some(Bytes::from(vec![0; bytes])),
        }
    }

    /// How many changes a watcher of everything gets after these were published; nothing if it is
    /// told that some are gone.
    fn check(count: u64, bytes: usize, expected: Option<usize>) {
        let feed = Feed::starting_at(Revision::ZERO);
        let mut watch = feed.watch(Revision::ZERO);
        for revision in 1..=count {
            feed.publish(vec![change(revision, bytes)]);
        }
        let seen = watch.next().now_or_never().unwrap();
        match expected {
            Some(length) => assert_eq!(seen.unwrap().len(), length),
            None => assert!(matches!(seen, Err(StoreError::HistoryGone { .. }))),
        }
    }

    #[test]
    fn a_watcher_that_keeps_up_gets_everything() {
        check(1, 10, Some(1));
        check(1024, 10, Some(1024));
        check(1, MOST_BYTES * 2, Some(1));
    }

    #[test]
    fn a_watcher_that_falls_behind_is_told() {
        check(1025, 10, None);
        check(2, MOST_BYTES, None);
        check(9, 1 << 20, None);
    }

    #[test]
    fn a_watcher_waits_for_what_comes() {
        let feed = Feed::starting_at(Revision(5));
        let mut watch = feed.watch(Revision(5));
        assert!(watch.next().now_or_never().is_none());
        feed.publish(vec![change(6, 1), change(7, 1)]);
        assert_eq!(watch.next().now_or_never().unwrap().unwrap().len(), 2);
        assert!(watch.next().now_or_never().is_none());
    }
}
