//! The persistence contract: what an engine does, and what must hold.

use std::future::Future;

use bytes::Bytes;

use crate::{Entry, Expected, Key, Listing, Revision, StoreError, Versioned, Watch};

/// An engine. The suite in `contract` checks each sentence below.
pub trait Store: Send + Sync + 'static {
    /// The value under a key with its version, or nothing. Shows every write that was
    /// acknowledged before the call.
    fn get(&self, key: &Key) -> impl Future<Output = Result<Option<Versioned>, StoreError>> + Send;

    /// Writes if the expectation holds, and returns the revision of the write, which is greater
    /// than every revision before it. Else [`StoreError::Conflict`] and nothing is changed: of
    /// many writers with the same expectation exactly one succeeds. Once the answer is there, a
    /// durable engine keeps the write through kill -9 and loss of power. A caller who stops
    /// waiting does not know whether the write happens, but it happens wholly or not at all.
    fn put(
        &self,
        key: &Key,
        expected: Expected,
        value: Bytes,
    ) -> impl Future<Output = Result<Revision, StoreError>> + Send;

    /// Removes the record if it is at that version, with the promises of `put`. The deletion
    /// takes a revision of its own, which is returned.
    fn delete(
        &self,
        key: &Key,
        version: Revision,
    ) -> impl Future<Output = Result<Revision, StoreError>> + Send;

    /// The entries of a kind in ascending byte order of ids. One page is one consistent view;
    /// between two pages there may be writes.
    fn list(
        &self,
        listing: Listing<'_>,
    ) -> impl Future<Output = Result<Vec<Entry>, StoreError>> + Send;

    /// Every change after `from`, exactly once, in the order of revisions, as long as the reader
    /// keeps up. If the changes right after `from` are no longer kept, the watch says
    /// [`StoreError::HistoryGone`] instead of leaving any out. A write is in the watch at the
    /// latest when its revision is returned.
    fn watch(&self, from: Revision) -> Watch;

    /// The revision of the last write: at least that of every write acknowledged before the call.
    fn revision(&self) -> Revision;
}
