//! The contract in the shape that a trait object can have, so that [`crate::Records`] names no
//! engine.

use bytes::Bytes;
use futures_util::future::BoxFuture;

use crate::{Entry, Expected, Key, Listing, Revision, Store, StoreError, Versioned, Watch};

/// What [`Store`] says, said of a boxed engine.
pub(crate) trait Engine: Send + Sync {
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Versioned>, StoreError>>;
    fn put<'a>(
        &'a self,
        key: &'a Key,
        expected: Expected,
        value: Bytes,
    ) -> BoxFuture<'a, Result<Revision, StoreError>>;
    fn delete<'a>(
        &'a self,
        key: &'a Key,
        version: Revision,
    ) -> BoxFuture<'a, Result<Revision, StoreError>>;
    fn list<'a>(&'a self, listing: Listing<'a>) -> BoxFuture<'a, Result<Vec<Entry>, StoreError>>;
    fn watch(&self, from: Revision) -> Watch;
    fn revision(&self) -> Revision;
}

impl<S: Store> Engine for S {
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Versioned>, StoreError>> {
        Box::pin(Store::get(self, key))
    }

    fn put<'a>(
        &'a self,
        key: &'a Key,
        expected: Expected,
        value: Bytes,
    ) -> BoxFuture<'a, Result<Revision, StoreError>> {
        Box::pin(Store::put(self, key, expected, value))
    }

    fn delete<'a>(
        &'a self,
        key: &'a Key,
        version: Revision,
    ) -> BoxFuture<'a, Result<Revision, StoreError>> {
        Box::pin(Store::delete(self, key, version))
    }

    fn list<'a>(&'a self, listing: Listing<'a>) -> BoxFuture<'a, Result<Vec<Entry>, StoreError>> {
        Box::pin(Store::list(self, listing))
    }

    fn watch(&self, from: Revision) -> Watch {
        Store::watch(self, from)
    }

    fn revision(&self) -> Revision {
        Store::revision(self)
    }
}
