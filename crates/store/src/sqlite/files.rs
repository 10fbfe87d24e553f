//! The files around the database: who may read them, and which process owns them.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use crate::StoreError;

const LOCK: &str = "portcullis.lock";

/// The right of this process to use the directory. The system takes it back when the process ends.
#[derive(Debug)]
pub(super) struct Claim {
    lock: File,
}

impl Drop for Claim {
    /// Closing the file is not enough: a child that is forked at this moment has it open too until
    /// it becomes another program.
    fn drop(&mut self) {
        if let Err(error) = self.lock.unlock() {
            tracing::error!(%error, "the data directory could not be unlocked");
        }
    }
}

/// Makes the directory and the file, for the owner's eyes only, and claims the directory for this
/// process.
pub(super) fn claim(database: &Path) -> Result<Claim, StoreError> {
    let directory = directory_of(database);
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(directory)
        .map_err(StoreError::engine("make the data directory"))?;
    let lock = private_file(&directory.join(LOCK)).map_err(StoreError::engine("make its lock"))?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(StoreError::InUse {
                directory: directory.to_owned(),
            });
        }
        Err(TryLockError::Error(source)) => {
            return Err(StoreError::engine("lock the data directory")(source));
        }
    }
    // SQLite gives its side files (-wal, -shm) the mode of the database.
    private_file(database).map_err(StoreError::engine("make the database file"))?;
    Ok(Claim { lock })
}

/// Makes the names of new files as durable as what is in them.
pub(super) fn sync_directory(database: &Path) -> Result<(), StoreError> {
    File::open(directory_of(database))
        .and_then(|directory| directory.sync_all())
        .map_err(StoreError::engine("make the data directory durable"))
}

fn directory_of(database: &Path) -> &Path {
    match database.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn private_file(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path)?;
    fs::set_permissions(path, Permissions::from_mode(0o600))?;
    Ok(file)
}
