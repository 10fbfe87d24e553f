//! Keeps the records: the persistence contract, its contract suite, the in-memory and the SQLite
//! engine, the typed handle that the other rooms use, and the views that follow what changes.
//!
//! This crate must never know what a record means, and nothing outside `sqlite` may know SQL: an
//! engine is anything that passes the suite in `contract`.

mod engine;
mod error;
mod feed;
mod key;
mod memory;
mod sqlite;

mod erased;
mod records;

mod followers;

mod blobs;

#[cfg(any(test, feature = "contract"))]
pub mod contract;

pub use blobs::{BlobError, Blobs};
pub use bytes::Bytes;
pub use engine::Store;
pub use error::{StoreError, UpdateError};
pub use feed::Watch;
pub use followers::{Followers, Lagging, View};
pub use key::{Change, Entry, Expected, Key, Listing, Revision, Versioned};
pub use memory::Memory;
pub use records::{Records, Stored, Updated};
pub use sqlite::Sqlite;
