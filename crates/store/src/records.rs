//! The typed handle to a store, which every room holds: records go in and come out, and the
//! engine behind it is forgotten.

use std::collections::HashSet;
use std::ops::Deref;
use std::sync::Arc;

use bytes::Bytes;
use model::{Kind, Record};

use crate::blobs;
use crate::erased::Engine;
use crate::key::decode;
use crate::{
    Entry, Expected, Key, Listing, Revision, Store, StoreError, UpdateError, Versioned, Watch,
};

const PAGE: usize = 256;

/// How often an update starts again because somebody else was faster. Each lost race means that
/// another writer of the same record succeeded, so this many writers at once get through.
const MOST_ATTEMPTS: usize = 64;

/// A cheap handle to a store; its clones share the engine.
#[derive(Clone)]
pub struct Records {
    engine: Arc<dyn Engine>,
}

/// A record and the version that it has in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored<R> {
    pub record: R,
    pub version: Revision,
}

impl<R> Deref for Stored<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.record
    }
}

/// What an update left in the store, and what the change returned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Updated<R, T> {
    pub stored: Stored<R>,
    pub output: T,
}

impl Records {
    pub fn new(engine: impl Store) -> Self {
        Self {
            engine: Arc::new(engine),
        }
    }

    pub async fn get<R: Record>(&self, id: &str) -> Result<Option<Stored<R>>, StoreError> {
        let key = Key::new(R::KIND, id);
        let Some(Versioned { value, version }) = self.engine.get(&key).await? else {
            return Ok(None);
        };
        let record = decode(&key, &value)?;
        Ok(Some(Stored { record, version }))
    }

    /// Writes a record that is not there yet; [`StoreError::Conflict`] if it is.
    pub async fn create<R: Record>(&self, record: &R) -> Result<Revision, StoreError> {
        self.write(record, Expected::Absent).await
    }

    /// Writes over the version that was read; [`StoreError::Conflict`] if it is no longer there.
    pub async fn replace<R: Record>(
        &self,
        record: &R,
        version: Revision,
    ) -> Result<Revision, StoreError> {
        self.write(record, Expected::At(version)).await
    }

    pub async fn delete<R: Record>(
        &self,
        id: &str,
        version: Revision,
    ) -> Result<Revision, StoreError> {
        self.engine.delete(&Key::new(R::KIND, id), version).await
    }

    /// All records whose ids begin with the prefix, in the order of their ids.
    pub async fn list<R: Record>(&self, prefix: &str) -> Result<Vec<Stored<R>>, StoreError> {
        let mut all = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let page = self.entries(R::KIND, prefix, after.as_deref()).await?;
            let more = page.len() == PAGE;
            after = page.last().map(|entry| entry.id.clone());
            for entry in page {
                all.push(read_entry(entry)?);
            }
            if !more {
                return Ok(all);
            }
        }
    }

    /// What any record of these kinds could mean by the name of a blob: 64 lower-case hexadecimal
    /// digits, wherever they stand.
    pub async fn blob_names(&self, kinds: &[Kind]) -> Result<HashSet<String>, StoreError> {
        let mut names = HashSet::new();
        for kind in kinds {
            let mut after: Option<String> = None;
            loop {
                let page = self.entries(*kind, "", after.as_deref()).await?;
                for entry in &page {
                    names.extend(blobs::names_in(&entry.value));
                }
                if page.len() < PAGE {
                    break;
                }
                after = page.last().map(|entry| entry.id.clone());
            }
        }
        Ok(names)
    }

    /// At most `limit` records whose ids begin with the prefix and come after `after`.
    pub async fn page<R: Record>(
        &self,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Stored<R>>, StoreError> {
        let listing = Listing {
            kind: R::KIND,
            prefix,
            after,
            limit,
        };
        let entries = self.engine.list(listing).await?;
        entries.into_iter().map(read_entry).collect()
    }

    /// Reads the record, changes it and writes it back. The change runs again on what is there
    /// then if somebody else wrote meanwhile, so it must do nothing but change the record. A
    /// change that leaves the record as it was writes nothing.
    pub async fn update<R: Record, T, E>(
        &self,
        id: &str,
        mut change: impl FnMut(&mut R) -> Result<T, E>,
    ) -> Result<Updated<R, T>, UpdateError<E>> {
        let key = Key::new(R::KIND, id);
        let mut attempt = 1;
        loop {
            match self.attempt(&key, &mut change).await {
                Err(UpdateError::Store(StoreError::Conflict { .. })) if attempt < MOST_ATTEMPTS => {
                    attempt += 1;
                    tokio::task::yield_now().await;
                }
                outcome => return outcome,
            }
        }
    }

    async fn attempt<R: Record, T, E>(
        &self,
        key: &Key,
        change: &mut impl FnMut(&mut R) -> Result<T, E>,
    ) -> Result<Updated<R, T>, UpdateError<E>> {
        let Some(before) = self.engine.get(key).await? else {
            return Err(UpdateError::NotFound);
        };
        let mut record: R = decode(key, &before.value)?;
        let output = change(&mut record).map_err(UpdateError::Refused)?;
        check_id(key, &record)?;
        let value = encode(key, &record)?;
        let version = if value == before.value {
            before.version
        } else {
            let expected = Expected::At(before.version);
            self.engine.put(key, expected, value).await?
        };
        let stored = Stored { record, version };
        Ok(Updated { stored, output })
    }

    /// Deletes every record of every kind.
    pub async fn clear(&self) -> Result<(), StoreError> {
        for kind in Kind::ALL {
            loop {
                let page = self.entries(kind, "", None).await?;
                if page.is_empty() {
                    break;
                }
                for entry in page {
                    self.remove(&Key::new(kind, entry.id), entry.version)
                        .await?;
                }
            }
        }
        Ok(())
    }

    /// A record that changed since it was listed is met again on the next page.
    async fn remove(&self, key: &Key, version: Revision) -> Result<(), StoreError> {
        match self.engine.delete(key, version).await {
            Ok(_) | Err(StoreError::Conflict { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// The revision of the last write.
    pub fn revision(&self) -> Revision {
        self.engine.revision()
    }

    pub(crate) fn watch(&self, from: Revision) -> Watch {
        self.engine.watch(from)
    }

    /// A page of [`PAGE`] entries; a shorter one is the last.
    pub(crate) async fn entries(
        &self,
        kind: Kind,
        prefix: &str,
        after: Option<&str>,
    ) -> Result<Vec<Entry>, StoreError> {
        let listing = Listing {
            kind,
            prefix,
            after,
            limit: PAGE,
        };
        self.engine.list(listing).await
    }

    async fn write<R: Record>(
        &self,
        record: &R,
        expected: Expected,
    ) -> Result<Revision, StoreError> {
        let key = Key::new(R::KIND, record.id());
        let value = encode(&key, record)?;
        self.engine.put(&key, expected, value).await
    }
}

fn encode<R: Record>(key: &Key, record: &R) -> Result<Bytes, StoreError> {
    let value = serde_json::to_vec(record).map_err(|source| StoreError::Unwritable {
        key: key.clone(),
        source,
    })?;
    Ok(value.into())
}

fn read_entry<R: Record>(entry: Entry) -> Result<Stored<R>, StoreError> {
    let record = decode(&Key::new(R::KIND, entry.id), &entry.value)?;
    Ok(Stored {
        record,
        version: entry.version,
    })
}

fn check_id<R: Record>(key: &Key, record: &R) -> Result<(), StoreError> {
    let id = record.id();
    if id == key.id {
        return Ok(());
    }
    Err(StoreError::IdChanged {
        key: key.clone(),
        id,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::convert::Infallible;

    use model::{AccountId, LogGroupRecord, Region, Timestamp};

    use super::*;
    use crate::Memory;

    fn group(name: &str) -> LogGroupRecord {
        LogGroupRecord {
            account: AccountId::new("123456789012").unwrap(),
            region: Region::new("eu-west-1").unwrap(),
            name: name.to_owned(),
            created: Timestamp::default(),
            retention_days: None,
            tags: BTreeMap::new(),
            metric_filters: BTreeMap::new(),
            subscriptions: BTreeMap::new(),
        }
    }

    fn raise(group: &mut LogGroupRecord) -> Result<u32, &'static str> {
        let days = group.retention_days.unwrap_or(0).checked_add(1);
        group.retention_days = days;
        days.ok_or("too many")
    }

    #[tokio::test]
    async fn a_record_comes_out_as_it_went_in() {
        let records = Records::new(Memory::new());
        let group = group("a");
        let version = records.create(&group).await.unwrap();
        let stored = records
            .get::<LogGroupRecord>(&group.id())
            .await
            .unwrap()
            .unwrap();
        assert_eq!((&stored.record, stored.version), (&group, version));
        assert!(matches!(
            records.create(&group).await,
            Err(StoreError::Conflict { found: Some(found), .. }) if found == version
        ));
        let version = records.replace(&group, version).await.unwrap();
        records
            .delete::<LogGroupRecord>(&group.id(), version)
            .await
            .unwrap();
        assert_eq!(
            records.get::<LogGroupRecord>(&group.id()).await.unwrap(),
            None
        );
    }

    #[tokio::test]
    async fn a_list_is_longer_than_a_page() {
        let records = Records::new(Memory::new());
        for number in 0..PAGE * 2 {
            records
                .create(&group(&format!("{number:05}")))
                .await
                .unwrap();
        }
        let all = records.list::<LogGroupRecord>("").await.unwrap();
        assert_eq!(all.len(), PAGE * 2);
        assert!(all.is_sorted_by_key(|stored| stored.name.clone()));
        let some = records
            .list::<LogGroupRecord>(&group("0000").id())
            .await
            .unwrap();
        assert_eq!(some.len(), 10);
        let page = records
            .page::<LogGroupRecord>("", Some(&group("00003").id()), 2)
            .await
            .unwrap();
        let names: Vec<&str> = page.iter().map(|stored| stored.name.as_str()).collect();
        assert_eq!(names, ["00004", "00005"]);
        records.clear().await.unwrap();
        assert!(records.list::<LogGroupRecord>("").await.unwrap().is_empty());
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn updates_at_the_same_time_are_all_done() {
        let records = Records::new(Memory::new());
        let id = group("a").id();
        records.create(&group("a")).await.unwrap();
        let tasks: Vec<_> = (0..40)
            .map(|_| {
                let (records, id) = (records.clone(), id.clone());
                tokio::spawn(async move { records.update(&id, raise).await.unwrap().output })
            })
            .collect();
        let mut outputs = Vec::new();
        for task in tasks {
            outputs.push(task.await.unwrap());
        }
        outputs.sort_unstable();
        assert_eq!(outputs, (1..=40).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn an_update_that_changes_nothing_writes_nothing() {
        let records = Records::new(Memory::new());
        let version = records.create(&group("a")).await.unwrap();
        let keep = |_: &mut LogGroupRecord| Ok::<_, Infallible>(());
        let updated = records.update(&group("a").id(), keep).await.unwrap();
        assert_eq!(updated.stored.version, version);
        assert_eq!(records.revision(), version);
    }

    #[tokio::test]
    async fn an_update_that_fails_leaves_the_record() {
        let records = Records::new(Memory::new());
        let absent = records.update(&group("a").id(), raise).await;
        assert!(matches!(absent, Err(UpdateError::NotFound)));
        let version = records.create(&group("a")).await.unwrap();
        let refuse = |_: &mut LogGroupRecord| Err::<(), _>("no");
        let refused = records.update(&group("a").id(), refuse).await;
        assert!(matches!(refused, Err(UpdateError::Refused("no"))));
        let rename = |group: &mut LogGroupRecord| {
            group.name = "b".to_owned();
            Ok::<_, Infallible>(())
        };
        let renamed = records.update(&group("a").id(), rename).await;
        let Err(UpdateError::Store(StoreError::IdChanged { .. })) = renamed else {
            panic!("{renamed:?}");
        };
        assert_eq!(records.revision(), version);
    }

    #[tokio::test]
    async fn an_unreadable_value_is_an_error_that_names_it() {
        let engine = Memory::new();
        let key = Key::new(Kind::LogGroup, "a");
        Store::put(&engine, &key, Expected::Absent, "{".into())
            .await
            .unwrap();
        let error = Records::new(engine)
            .get::<LogGroupRecord>("a")
            .await
            .unwrap_err();
        assert_eq!(error.to_string(), "log-group a can't be read");
    }
}
