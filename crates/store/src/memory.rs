//! The engine that keeps nothing on disk, for `--ephemeral` and for tests.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

use crate::feed::Feed;
use crate::{Change, Entry, Expected, Key, Listing, Revision, Store, StoreError, Versioned, Watch};

#[derive(Debug)]
pub struct Memory {
    records: Mutex<BTreeMap<Key, Versioned>>,
    feed: Arc<Feed>,
}

impl Memory {
    pub fn new() -> Self {
        Self {
            records: Mutex::new(BTreeMap::new()),
            feed: Feed::starting_at(Revision::ZERO),
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<Key, Versioned>> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The lock is held until the change is published, so that revisions and the feed agree.
    fn write(
        &self,
        key: &Key,
        expected: Expected,
        value: Option<Bytes>,
    ) -> Result<Revision, StoreError> {
        let mut records = self.lock();
        let found = records.get(key).map(|versioned| versioned.version);
        if !expected.holds(found) {
            return Err(StoreError::Conflict {
                key: key.clone(),
                found,
            });
        }
        let revision = self.feed.latest().next();
        match value.clone() {
            Some(value) => records.insert(
                key.clone(),
                Versioned {
                    value,
                    version: revision,
                },
            ),
            None => records.remove(key),
        };
        self.feed.publish(vec![Change {
            key: key.clone(),
            revision,
            value,
        }]);
        Ok(revision)
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl Store for Memory {
    async fn get(&self, key: &Key) -> Result<Option<Versioned>, StoreError> {
        Ok(self.lock().get(key).cloned())
    }

    async fn put(
        &self,
        key: &Key,
        expected: Expected,
        value: Bytes,
    ) -> Result<Revision, StoreError> {
        self.write(key, expected, Some(value))
    }

    async fn delete(&self, key: &Key, version: Revision) -> Result<Revision, StoreError> {
        self.write(key, Expected::At(version), None)
    }

    async fn list(&self, listing: Listing<'_>) -> Result<Vec<Entry>, StoreError> {
        let start = Key::new(listing.kind, listing.start());
        let records = self.lock();
        let entries = records
            .range(start..)
            .take_while(|(key, _)| key.kind == listing.kind && key.id.starts_with(listing.prefix))
            .filter(|(key, _)| !listing.already_seen(&key.id))
            .take(listing.limit)
            .map(|(key, versioned)| Entry {
                id: key.id.clone(),
                value: versioned.value.clone(),
                version: versioned.version,
            });
        Ok(entries.collect())
    }

    fn watch(&self, from: Revision) -> Watch {
        self.feed.watch(from)
    }

    fn revision(&self) -> Revision {
        self.feed.latest()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn memory_passes_the_contract() {
        crate::contract::check(Memory::new).await.unwrap();
    }
}
