//! Reads, each on a connection that nobody else uses meanwhile.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use model::Kind;
use rusqlite::{Connection, OptionalExtension, Row};
use tokio::sync::Semaphore;

use crate::{Entry, Key, Listing, StoreError, Versioned};

use super::schema;

/// Reads at the same time, and so connections at most.
const AT_ONCE: usize = 4;

const GET: &str = "SELECT value, revision FROM records WHERE kind = ?1 AND id = ?2";
const LIST: &str =
    "SELECT id, value, revision FROM records WHERE kind = ?1 AND id >= ?2 ORDER BY id";

#[derive(Debug)]
pub(super) struct Readers {
    pool: Arc<Pool>,
    turns: Semaphore,
}

#[derive(Debug)]
struct Pool {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn of(path: &Path) -> Self {
        Self {
            pool: Arc::new(Pool {
                path: path.to_owned(),
                idle: Mutex::new(Vec::new()),
            }),
            turns: Semaphore::new(AT_ONCE),
        }
    }

    pub(super) async fn get(&self, key: Key) -> Result<Option<Versioned>, StoreError> {
        self.read(move |connection| get(connection, &key)).await
    }

    pub(super) async fn list(&self, listing: Listing<'_>) -> Result<Vec<Entry>, StoreError> {
        let page = Page::of(listing);
        self.read(move |connection| page.read(connection)).await
    }

    async fn read<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let _turn = self.turns.acquire().await.map_err(|_| StoreError::Closed)?;
        let pool = Arc::clone(&self.pool);
        tokio::task::spawn_blocking(move || pool.read(query))
            .await
            .map_err(StoreError::engine("read"))?
    }
}

impl Pool {
    fn read<T>(
        &self,
        query: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let idle = self.lock().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => schema::open_for_reading(&self.path)?,
        };
        let answer = query(&connection).map_err(StoreError::engine("read"))?;
        self.lock().push(connection);
        Ok(answer)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn get(connection: &Connection, key: &Key) -> rusqlite::Result<Option<Versioned>> {
    connection
        .prepare_cached(GET)?
        .query_row((key.kind.name(), &key.id), |row| {
            Ok(Versioned {
                value: bytes(row, 0)?,
                version: row.get(1)?,
            })
        })
        .optional()
}

/// A [`Listing`] that can be sent to another thread.
struct Page {
    kind: Kind,
    prefix: String,
    after: Option<String>,
    limit: usize,
}

impl Page {
    fn of(listing: Listing<'_>) -> Self {
        Self {
            kind: listing.kind,
            prefix: listing.prefix.to_owned(),
            after: listing.after.map(ToOwned::to_owned),
            limit: listing.limit,
        }
    }

    /// The rows come one by one, so stopping at the end of the prefix reads one row too many.
    fn read(&self, connection: &Connection) -> rusqlite::Result<Vec<Entry>> {
        let listing = Listing {
            kind: self.kind,
            prefix: &self.prefix,
            after: self.after.as_deref(),
            limit: self.limit,
        };
        let mut statement = connection.prepare_cached(LIST)?;
        let mut rows = statement.query((listing.kind.name(), listing.start()))?;
        let mut entries = Vec::new();
        while entries.len() < listing.limit {
            let Some(row) = rows.next()? else { break };
            let id: String = row.get(0)?;
            if !id.starts_with(listing.prefix) {
                break;
            }
            if !listing.already_seen(&id) {
                let version = row.get(2)?;
                let value = bytes(row, 1)?;
                entries.push(Entry { id, value, version });
            }
        }
        Ok(entries)
    }
}

fn bytes(row: &Row<'_>, column: usize) -> rusqlite::Result<Bytes> {
    row.get::<_, Vec<u8>>(column).map(Bytes::from)
}
