//! The words of the contract: keys, revisions, and what is written and read under them.

use std::fmt;

use bytes::Bytes;
use model::{Kind, Record};

use crate::StoreError;

/// Where a record is: its kind, and its id within the kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub kind: Kind,
    pub id: String,
}

impl Key {
    pub fn new(kind: Kind, id: impl Into<String>) -> Self {
        Self {
            kind,
            id: id.into(),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.name(), self.id)
    }
}

/// A point in the life of a store. Every write takes the next one, so revisions order all changes
/// of a store, and the revision of a record's last write is its version.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub u64);

impl Revision {
    /// The revision of a store to which nothing was ever written.
    pub const ZERO: Self = Self(0);

    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A value and the revision that wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned {
    pub value: Bytes,
    pub version: Revision,
}

/// What a writer believes to be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Absent,
    At(Revision),
}

impl Expected {
    /// Whether the belief holds for the version that was found.
    pub fn holds(self, found: Option<Revision>) -> bool {
        match self {
            Self::Absent => found.is_none(),
            Self::At(version) => found == Some(version),
        }
    }
}

/// A part of a kind, in ascending byte order of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing<'a> {
    pub kind: Kind,
    /// Only ids that begin with this.
    pub prefix: &'a str,
    /// Only ids that come after this one: the last id of the page before.
    pub after: Option<&'a str>,
    /// At most so many entries.
    pub limit: usize,
}

impl Listing<'_> {
    /// Whether an id at or behind [`Self::start`] is skipped because the page before ended with it.
    pub(crate) fn already_seen(&self, id: &str) -> bool {
        self.after.is_some_and(|after| id <= after)
    }

    /// The smallest id that can be listed.
    pub(crate) fn start(&self) -> &str {
        self.after
            .map_or(self.prefix, |after| after.max(self.prefix))
    }
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: String,
    pub value: Bytes,
    pub version: Revision,
}

/// What one write did: the value that is now under the key, or that there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub key: Key,
    pub revision: Revision,
    pub value: Option<Bytes>,
}

impl Change {
    /// The record as it is after the change; nothing after a deletion.
    ///
    /// Asking for a record of another kind than the key's is an error, as is a value that is no
    /// such record.
    pub fn record<R: Record>(&self) -> Result<Option<R>, StoreError> {
        if self.key.kind != R::KIND {
            return Err(StoreError::WrongKind {
                key: self.key.clone(),
                asked: R::KIND.name(),
            });
        }
        let Some(value) = &self.value else {
            return Ok(None);
        };
        decode(&self.key, value).map(Some)
    }
}

pub(crate) fn decode<R: Record>(key: &Key, value: &[u8]) -> Result<R, StoreError> {
    serde_json::from_slice(value).map_err(|source| StoreError::Unreadable {
        key: key.clone(),
        source,
    })
}
