//! The directory of contents, and who holds what.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tempfile::TempDir;

use crate::{ContentError, failed};

/// What a file is called until it is complete.
const UNFINISHED: &str = ".unfinished-";

/// A cheap handle to a directory of contents; its clones share it.
#[derive(Debug, Clone)]
pub struct Contents {
    pub(crate) home: Arc<Home>,
}

#[derive(Debug)]
pub(crate) struct Home {
    directory: PathBuf,
    unfinished: AtomicU64,
    /// How many hold each content. Names appear and disappear under this lock alone.
    holders: Mutex<HashMap<String, u64>>,
    pub(crate) most_bytes: u64,
    /// Removes the directory with the last handle.
    _ephemeral: Option<TempDir>,
}

impl Contents {
    /// Makes the directory if it is not there, and removes what an earlier process left half
    /// written. No content is longer than `most_bytes`. Only one process may use the directory.
    pub fn open(directory: impl Into<PathBuf>, most_bytes: u64) -> Result<Self, ContentError> {
        let directory = directory.into();
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&directory)
            .map_err(failed("be made"))?;
        remove_files(&directory, |name| name.starts_with(UNFINISHED))?;
        Ok(Self::at(directory, most_bytes, None))
    }

    /// A directory of its own that goes away with the last handle.
    pub fn ephemeral(most_bytes: u64) -> Result<Self, ContentError> {
        let directory = TempDir::with_prefix("portcullis-objects-").map_err(failed("be made"))?;
        Ok(Self::at(
            directory.path().to_owned(),
            most_bytes,
            Some(directory),
        ))
    }

    fn at(directory: PathBuf, most_bytes: u64, ephemeral: Option<TempDir>) -> Self {
        Self {
            home: Arc::new(Home {
                directory,
                unfinished: AtomicU64::new(0),
                holders: Mutex::default(),
                most_bytes,
                _ephemeral: ephemeral,
            }),
        }
    }

    /// For the start: whatever the records name is held once for each name, and whatever none of
    /// them names is removed.
    pub fn adopt(&self, names: impl IntoIterator<Item = String>) -> Result<(), ContentError> {
        let mut holders = self.home.holders();
        for name in names {
            *holders.entry(name).or_default() += 1;
        }
        remove_files(&self.home.directory, |name| {
            is_name(name) && !holders.contains_key(name)
        })
    }

    /// Holds a content once more; nothing if it is not there.
    pub fn hold(&self, name: &str) -> Option<Hold> {
        let mut holders = self.home.holders();
        let count = holders.get_mut(name)?;
        *count += 1;
        Some(Hold::new(&self.home, name))
    }

    /// What was held for longer than a [`Hold`] lives is let go.
    pub fn release(&self, name: &str) {
        self.home.release(name);
    }

    /// Removes every content.
    pub fn clear(&self) -> Result<(), ContentError> {
        let mut holders = self.home.holders();
        holders.clear();
        remove_files(&self.home.directory, is_name)
    }

    /// How many contents there are.
    pub fn count(&self) -> usize {
        self.home.holders().len()
    }

    /// The most bytes that a content may have.
    pub fn most_bytes(&self) -> u64 {
        self.home.most_bytes
    }
}

impl Home {
    fn holders(&self) -> std::sync::MutexGuard<'_, HashMap<String, u64>> {
        self.holders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn path(&self, name: &str) -> Result<PathBuf, ContentError> {
        if !is_name(name) {
            return Err(ContentError::Name);
        }
        Ok(self.directory.join(name))
    }

    pub(crate) fn new_unfinished(&self) -> PathBuf {
        let number = self.unfinished.fetch_add(1, Ordering::Relaxed);
        self.directory.join(format!("{UNFINISHED}{number}"))
    }

    /// Gives a complete file its name, durably, unless the content is there already.
    pub(crate) fn settle(
        self: &Arc<Self>,
        unfinished: &Path,
        name: &str,
    ) -> Result<Hold, ContentError> {
        let path = self.path(name)?;
        let mut holders = self.holders();
        if holders.get(name).is_none_or(|count| *count == 0) {
            fs::rename(unfinished, &path)
                .and_then(|()| File::open(&self.directory)?.sync_all())
                .map_err(failed("be written"))?;
        } else {
            fs::remove_file(unfinished).map_err(failed("be cleaned"))?;
        }
        *holders.entry(name.to_owned()).or_default() += 1;
        Ok(Hold::new(self, name))
    }

    fn release(&self, name: &str) {
        let mut holders = self.holders();
        let Some(count) = holders.get_mut(name) else {
            return;
        };
        *count = count.saturating_sub(1);
        if *count > 0 {
            return;
        }
        holders.remove(name);
        let removed = self.path(name).map(fs::remove_file);
        if let Ok(Err(error)) = removed {
            tracing::warn!(name, %error, "a content that nobody holds could not be removed");
        }
    }
}

/// Keeps a content from being removed.
#[derive(Debug)]
pub struct Hold {
    home: Arc<Home>,
    name: String,
    held: bool,
}

impl Hold {
    fn new(home: &Arc<Home>, name: &str) -> Self {
        Self {
            home: Arc::clone(home),
            name: name.to_owned(),
            held: true,
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// A record holds it from now on, until [`Contents::release`].
    pub fn keep(mut self) -> String {
        self.held = false;
        std::mem::take(&mut self.name)
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if self.held {
            self.home.release(&self.name);
        }
    }
}

fn remove_files(directory: &Path, chosen: impl Fn(&str) -> bool) -> Result<(), ContentError> {
    let entries = fs::read_dir(directory).map_err(failed("be cleaned"))?;
    for entry in entries {
        let entry = entry.map_err(failed("be cleaned"))?;
        if !entry.file_name().to_str().is_some_and(&chosen) {
            continue;
        }
        match fs::remove_file(entry.path()) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(failed("be cleaned")(error)),
        }
    }
    Ok(())
}

fn is_name(name: &str) -> bool {
    name.len() == 64
        && name
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(contents: &Contents) -> usize {
        fs::read_dir(&contents.home.directory).unwrap().count()
    }

    async fn put(contents: &Contents, bytes: &'static [u8]) -> Hold {
        let mut writing = contents.write(None).await.unwrap();
        writing
            .push(bytes::Bytes::from_static(bytes))
            .await
            .unwrap();
        writing.finish().await.unwrap().hold
    }

    #[tokio::test]
    async fn a_content_is_there_as_long_as_somebody_holds_it() {
        let contents = Contents::ephemeral(100).unwrap();
        let first = put(&contents, b"zip").await;
        let second = put(&contents, b"zip").await;
        assert_eq!(files(&contents), 1);
        drop(first);
        assert_eq!(files(&contents), 1);
        let name = second.keep();
        assert_eq!(files(&contents), 1);
        let third = contents.hold(&name).unwrap();
        contents.release(&name);
        assert_eq!(files(&contents), 1);
        drop(third);
        assert_eq!(files(&contents), 0);
        assert!(contents.hold(&name).is_none());
    }

    #[tokio::test]
    async fn what_no_record_names_is_removed_at_the_start() {
        let home = tempfile::tempdir().unwrap();
        let directory = home.path().join("objects");
        let (kept, lost) = {
            let contents = Contents::open(&directory, 100).unwrap();
            let kept = put(&contents, b"kept").await.keep();
            let lost = put(&contents, b"lost").await.keep();
            (kept, lost)
        };
        fs::write(directory.join(".unfinished-7"), b"half").unwrap();
        let contents = Contents::open(&directory, 100).unwrap();
        contents.adopt([kept.clone(), kept.clone()]).unwrap();
        assert_eq!(files(&contents), 1);
        assert!(contents.hold(&lost).is_none());
        contents.release(&kept);
        assert_eq!(files(&contents), 1);
        contents.release(&kept);
        assert_eq!(files(&contents), 0);
    }

    #[tokio::test]
    async fn what_is_given_up_leaves_nothing() {
        let contents = Contents::ephemeral(3).unwrap();
        let mut writing = contents.write(None).await.unwrap();
        writing
            .push(bytes::Bytes::from_static(b"zip"))
            .await
            .unwrap();
        drop(writing);
        assert_eq!(files(&contents), 0);
        let mut writing = contents.write(None).await.unwrap();
        let pushed = writing.push(bytes::Bytes::from_static(b"four")).await;
        assert!(matches!(pushed, Err(ContentError::TooLarge(3))));
        drop(writing);
        assert_eq!(files(&contents), 0);
    }
}
