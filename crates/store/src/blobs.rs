//! Content-addressed files: what is too large for a record, named by its own SHA-256.
//!
//! A file is complete when it has its name, and never changes after that. Nothing but 64 lower-case
//! hex digits is ever joined to the directory's path.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use ring::digest::{SHA256, digest};
use tempfile::TempDir;

/// What a file is called until it is complete.
const UNFINISHED: &str = ".unfinished-";
/// Hexadecimal digits of a name.
const NAME_LENGTH: usize = 64;

#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    #[error("a blob's name is 64 lower-case hex digits")]
    Name,
    #[error("the blob {name} is not what its name says")]
    Damaged { name: String },
    #[error("the blob directory could not {doing}")]
    Io {
        doing: &'static str,
        #[source]
        source: io::Error,
    },
}

/// A cheap handle to a directory of blobs; its clones share the directory.
#[derive(Debug, Clone)]
pub struct Blobs {
    home: Arc<Home>,
}

#[derive(Debug)]
struct Home {
    directory: PathBuf,
    unfinished: AtomicU64,
    /// Held while files come and go.
    changing: Mutex<()>,
    /// Removes the directory with the last handle.
    _ephemeral: Option<TempDir>,
}

impl Blobs {
    /// Makes the directory if it is not there, and removes what an earlier process left half
    /// written. Only one process may use the directory: see the lock of the SQLite engine.
    pub fn open(directory: impl Into<PathBuf>) -> Result<Self, BlobError> {
        let directory = directory.into();
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&directory)
            .map_err(failed("be made"))?;
        remove_unfinished(&directory).map_err(failed("be cleaned"))?;
        Ok(Self::at(directory, None))
    }

    /// A directory of its own that goes away with the last handle.
    pub fn ephemeral() -> Result<Self, BlobError> {
        let directory = TempDir::with_prefix("portcullis-blobs-").map_err(failed("be made"))?;
        Ok(Self::at(directory.path().to_owned(), Some(directory)))
    }

    fn at(directory: PathBuf, ephemeral: Option<TempDir>) -> Self {
        Self {
            home: Arc::new(Home {
                directory,
                unfinished: AtomicU64::new(0),
                changing: Mutex::default(),
                _ephemeral: ephemeral,
            }),
        }
    }

    /// Keeps the bytes and returns their name, lower-case hex. When this returns, they survive
    /// kill -9 and loss of power. Putting the same bytes again changes nothing.
    pub async fn put(&self, bytes: Bytes) -> Result<String, BlobError> {
        let home = Arc::clone(&self.home);
        blocking("be written", move || home.put(&bytes)).await
    }

    /// The bytes, checked against their name, or nothing if there is no such blob.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, BlobError> {
        let path = self.path(name)?;
        let name = name.to_owned();
        blocking("be read", move || read(&path, name)).await
    }

    /// Where the blob is if there is one.
    pub fn path(&self, name: &str) -> Result<PathBuf, BlobError> {
        if !is_name(name) {
            return Err(BlobError::Name);
        }
        Ok(self.home.directory.join(name))
    }

    pub async fn contains(&self, name: &str) -> Result<bool, BlobError> {
        let path = self.path(name)?;
        tokio::fs::try_exists(path)
            .await
            .map_err(failed("be looked at"))
    }

    /// Whether there was such a blob to remove.
    pub async fn remove(&self, name: &str) -> Result<bool, BlobError> {
        let path = self.path(name)?;
        match tokio::fs::remove_file(path).await {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(source) => Err(failed("be cleaned")(source)),
        }
    }

    /// Removes the blobs that are not among those to keep and were put longer ago than this, and says
    /// how many there were.
    pub async fn sweep(&self, keep: HashSet<String>, age: Duration) -> Result<usize, BlobError> {
        let home = Arc::clone(&self.home);
        blocking("be cleaned", move || {
            home.sweep(&keep, age).map_err(failed("be cleaned"))
        })
        .await
    }

    /// Removes every blob.
    pub async fn clear(&self) -> Result<(), BlobError> {
        let home = Arc::clone(&self.home);
        blocking("be cleaned", move || {
            remove_files(&home.directory, is_name).map_err(failed("be cleaned"))
        })
        .await
    }
}

impl Home {
    fn put(&self, bytes: &[u8]) -> Result<String, BlobError> {
        let name = name_of(bytes);
        let path = self.directory.join(&name);
        let _changing = self.lock();
        // A file of another length is a write that a failing disk left behind: it is replaced.
        if fs::metadata(&path).is_ok_and(|found| found.len() == bytes.len() as u64) {
            renew(&path).map_err(failed("be written"))?;
            return Ok(name);
        }
        let number = self.unfinished.fetch_add(1, Ordering::Relaxed);
        let unfinished = self.directory.join(format!("{UNFINISHED}{number}"));
        let written = write_durably(&unfinished, bytes)
            .and_then(|()| fs::rename(&unfinished, &path))
            .and_then(|()| File::open(&self.directory)?.sync_all());
        if written.is_err() {
            let _already_gone = fs::remove_file(&unfinished);
        }
        written.map_err(failed("be written"))?;
        Ok(name)
    }
}

impl Home {
    /// Looks and removes in one piece, so that what is put again meanwhile stays.
    fn sweep(&self, keep: &HashSet<String>, age: Duration) -> io::Result<usize> {
        let mut removed = 0;
        for entry in fs::read_dir(&self.directory)? {
            let entry = entry?;
            let name = entry.file_name();
            let is_unnamed = |name: &str| is_name(name) && !keep.contains(name);
            if !name.to_str().is_some_and(is_unnamed) {
                continue;
            }
            let _changing = self.lock();
            let put = entry.metadata()?.modified()?;
            if put.elapsed().is_ok_and(|since| since >= age) {
                fs::remove_file(entry.path())?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    fn lock(&self) -> MutexGuard<'_, ()> {
        self.changing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// It was put now.
fn renew(path: &Path) -> io::Result<()> {
    OpenOptions::new()
        .append(true)
        .open(path)?
        .set_modified(SystemTime::now())
}

/// What could be names of blobs in the bytes of a record.
pub(crate) fn names_in(record: &[u8]) -> impl Iterator<Item = String> {
    let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let runs = record.split(move |byte| !is_digit(byte));
    let names = runs.filter(|run| run.len() == NAME_LENGTH);
    names.filter_map(|run| std::str::from_utf8(run).ok().map(str::to_owned))
}

async fn blocking<T: Send + 'static>(
    doing: &'static str,
    work: impl FnOnce() -> Result<T, BlobError> + Send + 'static,
) -> Result<T, BlobError> {
    let joined = tokio::task::spawn_blocking(work).await;
    joined.map_err(|error| failed(doing)(io::Error::other(error)))?
}

fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn read(path: &Path, name: String) -> Result<Option<Bytes>, BlobError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(failed("be read")(source)),
    };
    if name_of(&bytes) != name {
        return Err(BlobError::Damaged { name });
    }
    Ok(Some(bytes.into()))
}

fn remove_unfinished(directory: &Path) -> io::Result<()> {
    remove_files(directory, |name| name.starts_with(UNFINISHED))
}

fn remove_files(directory: &Path, chosen: impl Fn(&str) -> bool) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(&chosen) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn name_of(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let nibbles = digest(&SHA256, bytes)
        .as_ref()
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .collect::<Vec<u8>>();
    nibbles
        .into_iter()
        .filter_map(|nibble| DIGITS.get(usize::from(nibble)))
        .collect()
}

fn is_name(name: &str) -> bool {
    name.len() == NAME_LENGTH
        && name
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn failed(doing: &'static str) -> impl FnOnce(io::Error) -> BlobError {
    move |source| BlobError::Io { doing, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    fn files(directory: &Path) -> Vec<String> {
        let names = fs::read_dir(directory)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    }

    #[tokio::test]
    async fn what_no_record_names_goes_when_it_is_old() {
        let blobs = Blobs::ephemeral().unwrap();
        let kept = blobs.put(Bytes::from_static(b"kept")).await.unwrap();
        let old = blobs.put(Bytes::from_static(b"old")).await.unwrap();
        let record = format!(r#"{{"code":{{"sha256":"{kept}"}},"other":"{old}0"}}"#);
        let keep: HashSet<String> = names_in(record.as_bytes()).collect();
        assert_eq!(keep, HashSet::from([kept.clone()]));
        let hour = Duration::from_hours(1);
        assert_eq!(blobs.sweep(keep.clone(), hour).await.unwrap(), 0);
        let long_ago = SystemTime::now() - 2 * hour;
        let file = OpenOptions::new()
            .append(true)
            .open(blobs.path(&old).unwrap());
        file.unwrap().set_modified(long_ago).unwrap();
        blobs.put(Bytes::from_static(b"old")).await.unwrap();
        assert_eq!(
            blobs.sweep(keep.clone(), hour).await.unwrap(),
            0,
            "it was put again"
        );
        let file = OpenOptions::new()
            .append(true)
            .open(blobs.path(&old).unwrap());
        file.unwrap().set_modified(long_ago).unwrap();
        assert_eq!(blobs.sweep(keep, hour).await.unwrap(), 1);
        assert!(blobs.contains(&kept).await.unwrap());
        assert!(!blobs.contains(&old).await.unwrap());
    }

    #[tokio::test]
    async fn what_is_put_is_found_under_its_hash() {
        let blobs = Blobs::ephemeral().unwrap();
        let name = blobs.put(Bytes::new()).await.unwrap();
        assert_eq!(name, EMPTY);
        assert!(blobs.contains(EMPTY).await.unwrap());
        let name = blobs.put(Bytes::from_static(b"zip")).await.unwrap();
        assert_eq!(blobs.get(&name).await.unwrap().unwrap(), "zip");
        assert_eq!(fs::read(blobs.path(&name).unwrap()).unwrap(), b"zip");
        assert_eq!(blobs.put(Bytes::from_static(b"zip")).await.unwrap(), name);
        assert_eq!(files(&blobs.home.directory).len(), 2);
    }

    #[tokio::test]
    async fn what_is_removed_is_gone() {
        let blobs = Blobs::ephemeral().unwrap();
        let name = blobs.put(Bytes::from_static(b"zip")).await.unwrap();
        assert!(blobs.remove(&name).await.unwrap());
        assert!(!blobs.remove(&name).await.unwrap());
        assert!(!blobs.contains(&name).await.unwrap());
        assert_eq!(blobs.get(&name).await.unwrap(), None);
        blobs.put(Bytes::from_static(b"zip")).await.unwrap();
        blobs.clear().await.unwrap();
        assert!(files(&blobs.home.directory).is_empty());
    }

    #[tokio::test]
    async fn nothing_but_a_hash_becomes_a_path() {
        let blobs = Blobs::ephemeral().unwrap();
        let upper = EMPTY.to_uppercase();
        let climbing = format!("../{}", "a".repeat(61));
        for name in [
            "",
            "a",
            "../../etc/passwd",
            &upper,
            &climbing,
            &format!("{EMPTY}0"),
        ] {
            assert!(matches!(blobs.path(name), Err(BlobError::Name)), "{name}");
            assert!(
                matches!(blobs.get(name).await, Err(BlobError::Name)),
                "{name}"
            );
        }
    }

    #[tokio::test]
    async fn a_damaged_blob_is_named_and_can_be_put_again() {
        let blobs = Blobs::ephemeral().unwrap();
        let name = blobs.put(Bytes::from_static(b"zip")).await.unwrap();
        fs::write(blobs.path(&name).unwrap(), b"zi").unwrap();
        let error = blobs.get(&name).await.unwrap_err();
        assert!(matches!(error, BlobError::Damaged { name: damaged } if damaged == name));
        blobs.put(Bytes::from_static(b"zip")).await.unwrap();
        assert_eq!(blobs.get(&name).await.unwrap().unwrap(), "zip");
    }

    #[tokio::test]
    async fn what_a_killed_process_left_is_removed() {
        let home = tempfile::tempdir().unwrap();
        let directory = home.path().join("blobs");
        let name = Blobs::open(&directory)
            .unwrap()
            .put(Bytes::from_static(b"zip"))
            .await
            .unwrap();
        fs::write(directory.join(format!("{UNFINISHED}3")), b"half").unwrap();
        let blobs = Blobs::open(&directory).unwrap();
        assert_eq!(files(&directory), std::slice::from_ref(&name));
        assert!(blobs.contains(&name).await.unwrap());
    }

    #[tokio::test]
    async fn an_ephemeral_directory_goes_with_its_last_handle() {
        let blobs = Blobs::ephemeral().unwrap();
        let directory = blobs.home.directory.clone();
        let second = blobs.clone();
        drop(blobs);
        assert!(directory.exists());
        drop(second);
        assert!(!directory.exists());
    }
}
