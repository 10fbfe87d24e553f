//! The engine that keeps records in one SQLite file.
//!
//! All writes go through one thread, which commits what waits together; reads have connections of
//! their own. An acknowledged write is on the disk. SQL must not leave this folder.

mod files;
mod reader;
mod schema;
mod writer;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::time::timeout;

use crate::feed::Feed;
use crate::{Entry, Expected, Key, Listing, Revision, Store, StoreError, Versioned, Watch};

use files::Claim;
use reader::Readers;
use writer::Writer;

/// How long a caller waits for an answer. Far more than a healthy disk needs.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Debug)]
pub struct Sqlite {
    // Dropped in this order: the directory is given back when nobody uses the file any more.
    readers: Readers,
    writer: Writer,
    feed: Arc<Feed>,
    _claim: Claim,
}

impl Sqlite {
    /// Opens the database file, or makes it, with its directory, if it is not there. The directory
    /// then belongs to this process: [`StoreError::InUse`] if it belongs to another one.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let path = path.as_ref();
        let claim = files::claim(path)?;
        let connection = schema::open_for_writing(path)?;
        files::sync_directory(path)?;
        let feed = Feed::starting_at(schema::revision(&connection)?);
        let writer = Writer::start(connection, Arc::clone(&feed))?;
        Ok(Self {
            readers: Readers::of(path),
            writer,
            feed,
            _claim: claim,
        })
    }

    async fn write(
        &self,
        key: &Key,
        expected: Expected,
        value: Option<Bytes>,
    ) -> Result<Revision, StoreError> {
        timeout(PATIENCE, self.writer.write(key.clone(), expected, value))
            .await
            .map_err(|_| StoreError::TimedOut)?
    }
}

impl Store for Sqlite {
    async fn get(&self, key: &Key) -> Result<Option<Versioned>, StoreError> {
        timeout(PATIENCE, self.readers.get(key.clone()))
            .await
            .map_err(|_| StoreError::TimedOut)?
    }

    async fn put(
        &self,
        key: &Key,
        expected: Expected,
        value: Bytes,
    ) -> Result<Revision, StoreError> {
        self.write(key, expected, Some(value)).await
    }

    async fn delete(&self, key: &Key, version: Revision) -> Result<Revision, StoreError> {
        self.write(key, Expected::At(version), None).await
    }

    async fn list(&self, listing: Listing<'_>) -> Result<Vec<Entry>, StoreError> {
        timeout(PATIENCE, self.readers.list(listing))
            .await
            .map_err(|_| StoreError::TimedOut)?
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
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::sync::atomic::{AtomicU32, Ordering};

    use model::Kind;

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn sqlite_passes_the_contract() {
        let home = tempfile::tempdir().unwrap();
        let number = AtomicU32::new(0);
        let open = || {
            let directory = number.fetch_add(1, Ordering::Relaxed).to_string();
            Sqlite::open(home.path().join(directory).join("store.db")).unwrap()
        };
        crate::contract::check(open).await.unwrap();
    }

    #[tokio::test]
    async fn sqlite_keeps_its_writes() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("store.db");
        crate::contract::check_durable(|| Sqlite::open(&path).unwrap())
            .await
            .unwrap();
    }

    #[tokio::test]
    async fn a_directory_belongs_to_one_store_at_a_time() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("store.db");
        let store = Sqlite::open(&path).unwrap();
        let second = Sqlite::open(&path).unwrap_err();
        assert!(matches!(second, StoreError::InUse { directory } if directory == home.path()));
        drop(store);
        Sqlite::open(&path).unwrap();
    }

    #[tokio::test]
    async fn only_the_owner_can_read_the_files() {
        let home = tempfile::tempdir().unwrap();
        let directory = home.path().join("data");
        let path = directory.join("store.db");
        let store = Sqlite::open(&path).unwrap();
        let key = Key::new(Kind::User, "a");
        store
            .put(&key, Expected::Absent, "secret".into())
            .await
            .unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&directory), 0o700);
        let mut seen = 0;
        for file in fs::read_dir(&directory).unwrap() {
            assert_eq!(mode(&file.unwrap().path()), 0o600);
            seen += 1;
        }
        assert_eq!(
            seen, 4,
            "the database, its log, the log's index and the lock"
        );
    }

    #[test]
    fn a_file_of_another_version_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("store.db");
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.pragma_update(None, "user_version", 7).unwrap();
        drop(connection);
        let error = Sqlite::open(&path).unwrap_err();
        assert!(matches!(
            error,
            StoreError::Schema {
                found: 7,
                supported: 1
            }
        ));
    }

    #[test]
    fn a_file_that_is_no_database_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("store.db");
        fs::write(
            &path,
            "this was never a database, and it is long enough to tell",
        )
        .unwrap();
        let error = Sqlite::open(&path).unwrap_err();
        assert!(matches!(error, StoreError::Engine { .. }));
    }
}
