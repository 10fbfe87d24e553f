//! The one thread that writes. It takes all writes that wait, commits them together and only then
//! answers, so that a slow disk costs one sync for many writers.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};

use crate::feed::Feed;
use crate::{Change, Expected, Key, Revision, StoreError};

/// Writes that wait while one batch is committed; further writers wait for a place.
const WAITING: usize = 512;

/// Writes in one transaction.
const TOGETHER: usize = 256;

const FIND: &str = "SELECT revision FROM records WHERE kind = ?1 AND id = ?2";
const WRITE: &str = "INSERT INTO records (kind, id, revision, value) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (kind, id) DO UPDATE SET revision = excluded.revision, value = excluded.value";
const REMOVE: &str = "DELETE FROM records WHERE kind = ?1 AND id = ?2";
const ADVANCE: &str = "UPDATE head SET revision = ?1";

#[derive(Debug)]
pub(super) struct Writer {
    /// Nothing once the writer is being dropped: the thread ends with the last sender.
    queue: Option<mpsc::Sender<Write>>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Write {
    key: Key,
    expected: Expected,
    value: Option<Bytes>,
    answer: oneshot::Sender<Result<Revision, StoreError>>,
}

impl Writer {
    pub(super) fn start(connection: Connection, feed: Arc<Feed>) -> Result<Self, StoreError> {
        let (queue, waiting) = mpsc::channel(WAITING);
        let thread = thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || write_all(connection, &feed, waiting))
            .map_err(StoreError::engine("start its writer"))?;
        Ok(Self {
            queue: Some(queue),
            thread: Some(thread),
        })
    }

    pub(super) async fn write(
        &self,
        key: Key,
        expected: Expected,
        value: Option<Bytes>,
    ) -> Result<Revision, StoreError> {
        let (answer, answered) = oneshot::channel();
        let write = Write {
            key,
            expected,
            value,
            answer,
        };
        let queue = self.queue.as_ref().ok_or(StoreError::Closed)?;
        queue.send(write).await.map_err(|_| StoreError::Closed)?;
        answered.await.map_err(|_| StoreError::Closed)?
    }
}

impl Drop for Writer {
    /// Waits for the batch that is being committed, so that the file is closed when the engine is
    /// gone.
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the store's writer had panicked");
        }
    }
}

fn write_all(mut connection: Connection, feed: &Feed, mut waiting: mpsc::Receiver<Write>) {
    let mut batch = Vec::with_capacity(TOGETHER);
    while waiting.blocking_recv_many(&mut batch, TOGETHER) > 0 {
        commit(&mut connection, feed, &mut batch);
    }
}

/// Commits the batch, shows it to the watchers and answers its writers. It leaves the batch empty.
fn commit(connection: &mut Connection, feed: &Feed, batch: &mut Vec<Write>) {
    let writes = std::mem::take(batch);
    match try_commit(connection, feed.latest(), &writes) {
        Ok(results) => {
            feed.publish(changes(&writes, &results));
            for (write, result) in writes.into_iter().zip(results) {
                answer(write, result);
            }
        }
        Err(error) => {
            tracing::error!(%error, writes = writes.len(), "a batch of writes failed");
            let failure = Arc::new(error);
            for write in writes {
                let error = StoreError::engine("write")(Arc::clone(&failure));
                answer(write, Err(error));
            }
        }
    }
}

fn answer(write: Write, result: Result<Revision, StoreError>) {
    // A writer who stopped waiting gets no answer.
    let _gone = write.answer.send(result);
}

fn changes(writes: &[Write], results: &[Result<Revision, StoreError>]) -> Vec<Change> {
    let written = writes.iter().zip(results).filter_map(|(write, result)| {
        let revision = *result.as_ref().ok()?;
        Some(Change {
            key: write.key.clone(),
            revision,
            value: write.value.clone(),
        })
    });
    written.collect()
}

/// One result per write if the commit succeeded. A conflict touches nothing but its own write.
fn try_commit(
    connection: &mut Connection,
    latest: Revision,
    writes: &[Write],
) -> rusqlite::Result<Vec<Result<Revision, StoreError>>> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut revision = latest;
    let mut results = Vec::with_capacity(writes.len());
    for write in writes {
        let found = find(&transaction, &write.key)?;
        if !write.expected.holds(found) {
            results.push(Err(StoreError::Conflict {
                key: write.key.clone(),
                found,
            }));
            continue;
        }
        revision = revision.next();
        perform(&transaction, write, revision)?;
        results.push(Ok(revision));
    }
    transaction.prepare_cached(ADVANCE)?.execute([revision])?;
    transaction.commit()?;
    Ok(results)
}

fn find(transaction: &Transaction<'_>, key: &Key) -> rusqlite::Result<Option<Revision>> {
    transaction
        .prepare_cached(FIND)?
        .query_row((key.kind.name(), &key.id), |row| row.get(0))
        .optional()
}

fn perform(
    transaction: &Transaction<'_>,
    write: &Write,
    revision: Revision,
) -> rusqlite::Result<()> {
    let kind = write.key.kind.name();
    let id = &write.key.id;
    match &write.value {
        Some(value) => {
            transaction
                .prepare_cached(WRITE)?
                .execute((kind, id, revision, value.as_ref()))?
        }
        None => transaction.prepare_cached(REMOVE)?.execute((kind, id))?,
    };
    Ok(())
}
