//! What can go wrong with the store.

use std::path::PathBuf;

use crate::{Key, Revision};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else wrote meanwhile, or the record is (not) there against expectation.
    #[error("{key} is not what the writer expected: found {}", found_text(*.found))]
    Conflict { key: Key, found: Option<Revision> },
    /// The changes asked for are no longer kept; load everything and watch from there.
    #[error("changes after revision {from} are no longer kept")]
    HistoryGone { from: Revision },
    /// Another process uses the data directory.
    #[error("the data directory {} is in use by another process", .directory.display())]
    InUse { directory: PathBuf },
    /// The file was made by another version of the program.
    #[error("the store has schema version {found}, and this program reads version {supported}")]
    Schema { found: i64, supported: i64 },
    /// The stored value is no such record.
    #[error("{key} can't be read")]
    Unreadable {
        key: Key,
        #[source]
        source: serde_json::Error,
    },
    #[error("{key} can't be written")]
    Unwritable {
        key: Key,
        #[source]
        source: serde_json::Error,
    },
    #[error("{key} was asked for as a {asked}")]
    WrongKind { key: Key, asked: &'static str },
    /// An update changed the parts of the record that make its id.
    #[error("an update of {key} changed its id to {id}")]
    IdChanged { key: Key, id: String },
    /// No answer in time. A write may have happened or may yet happen.
    #[error("the store did not answer in time")]
    TimedOut,
    /// The store is shut down.
    #[error("the store is closed")]
    Closed,
    /// The engine failed.
    #[error("the store could not {doing}")]
    Engine {
        doing: &'static str,
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl StoreError {
    pub(crate) fn engine<E>(doing: &'static str) -> impl FnOnce(E) -> Self
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        move |source| Self::Engine {
            doing,
            source: source.into(),
        }
    }
}

fn found_text(found: Option<Revision>) -> String {
    found.map_or_else(
        || "nothing".to_owned(),
        |version| format!("version {version}"),
    )
}

/// Why an update did not happen.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError<E> {
    #[error("there is no such record")]
    NotFound,
    /// The caller's own change refused.
    #[error("the change was refused")]
    Refused(E),
    #[error(transparent)]
    Store(#[from] StoreError),
}
