//! The shape of the file, and how connections to it are opened.

use std::path::Path;
use std::time::Duration;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags};

use crate::{Revision, StoreError};

/// Raised with every change of the tables, so that an older program refuses a newer file.
const VERSION: i64 = 1;

/// `head` has one row: deletions take revisions too, so the last one can't be read from `records`.
const TABLES: &str = "
    CREATE TABLE records (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        value BLOB NOT NULL,
        PRIMARY KEY (kind, id)
    ) STRICT;
    CREATE TABLE head (
        only INTEGER PRIMARY KEY CHECK (only = 0),
        revision INTEGER NOT NULL
    ) STRICT;
    INSERT INTO head (only, revision) VALUES (0, 0);
";

/// `synchronous = FULL` makes SQLite sync the log with every commit, also in WAL mode
/// (sqlite.org/pragma.html#pragma_synchronous): that is the acknowledgement's durability.
const WRITER: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA trusted_schema = OFF;
    PRAGMA cache_size = -2048;
";

const READER: &str = "
    PRAGMA query_only = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cache_size = -1024;
";

/// Only a checkpoint can hold a connection up, and only for moments.
const BUSY: Duration = Duration::from_secs(5);

pub(super) fn open_for_writing(path: &Path) -> Result<Connection, StoreError> {
    let mut connection = connect(path).map_err(StoreError::engine("open the database"))?;
    connection
        .execute_batch(WRITER)
        .map_err(StoreError::engine("set the database up"))?;
    match version(&connection)? {
        VERSION => {}
        0 => create(&mut connection).map_err(StoreError::engine("make the tables"))?,
        found => {
            return Err(StoreError::Schema {
                found,
                supported: VERSION,
            });
        }
    }
    Ok(connection)
}

pub(super) fn open_for_reading(path: &Path) -> Result<Connection, StoreError> {
    let connection = connect(path).map_err(StoreError::engine("open the database"))?;
    connection
        .execute_batch(READER)
        .map_err(StoreError::engine("set the database up"))?;
    Ok(connection)
}

pub(super) fn revision(connection: &Connection) -> Result<Revision, StoreError> {
    connection
        .query_row("SELECT revision FROM head", [], |row| row.get(0))
        .map_err(StoreError::engine("read its revision"))
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY)?;
    Ok(connection)
}

fn version(connection: &Connection) -> Result<i64, StoreError> {
    connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(StoreError::engine("read its schema version"))
}

fn create(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(TABLES)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()
}

/// SQLite's integers are signed; a revision beyond them is refused, as is a negative one.
impl ToSql for Revision {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        i64::try_from(self.0)
            .map(ToSqlOutput::from)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
    }
}

impl FromSql for Revision {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        u64::try_from(number)
            .map(Self)
            .map_err(|_| FromSqlError::OutOfRange(number))
    }
}
