//! Unpacked code on disk, by the content's hash: made once, shared by every environment of the same
//! content, removed when no version names it and no process reads it.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use store::Blobs;

use crate::code;
use crate::event::InvokeError;

/// What is not, or no longer, the code that its name says.
const UNFINISHED: &str = "unfinished-";

/// One version's code, for as long as somebody may read it.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    /// Held by whoever fills it: the others wait, and find it filled.
    filling: tokio::sync::Mutex<()>,
}

impl Folder {
    /// A folder of somebody else's, which stays whatever becomes of this value.
    pub(crate) fn of_host(path: PathBuf) -> Arc<Self> {
        Arc::new(Self::at(path))
    }

    fn at(path: PathBuf) -> Self {
        let filling = tokio::sync::Mutex::default();
        Self { path, filling }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

#[derive(Debug)]
pub(crate) struct Folders {
    place: PathBuf,
    /// Folders that somebody uses or has just used.
    known: Mutex<HashMap<String, Arc<Folder>>>,
}

impl Folders {
    /// Takes over a directory, and removes what an earlier process left half written.
    pub(crate) fn open(place: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&place)?;
        for name in names(&place)? {
            if name.contains(UNFINISHED) {
                fs::remove_dir_all(place.join(name))?;
            }
        }
        let known = Mutex::default();
        Ok(Self { place, known })
    }

    /// The unpacked zip of this hash.
    pub(crate) async fn folder(
        &self,
        sha256: &str,
        blobs: &Blobs,
    ) -> Result<Arc<Folder>, InvokeError> {
        let unavailable = |reason: String| InvokeError::CodeUnavailable { reason };
        // In use from here on, so that it stays once it is there.
        let folder = self.hold(sha256);
        if folder.path.is_dir() {
            return Ok(folder);
        }
        let filling = folder.filling.lock().await;
        if folder.path.is_dir() {
            drop(filling);
            return Ok(folder);
        }
        let zip = blobs.get(sha256).await;
        let zip = zip.map_err(|error| unavailable(error.to_string()))?;
        let zip = zip.ok_or_else(|| unavailable("its zip is gone".to_owned()))?;
        let target = folder.path.clone();
        let unfinished = self.unfinished();
        let unpacked =
            tokio::task::spawn_blocking(move || code::unpack(&zip, &unfinished, &target)).await;
        unpacked
            .map_err(|error| unavailable(error.to_string()))?
            .map_err(|error| unavailable(error.to_string()))?;
        drop(filling);
        Ok(folder)
    }

    /// The folder of this name, if it is there.
    pub(crate) fn there(&self, name: &str) -> Option<Arc<Folder>> {
        Some(self.hold(name)).filter(|folder| folder.path.is_dir())
    }

    /// The folder of this name, filled in by `fill` if it is not there. Blocks.
    pub(crate) fn make<E: From<io::Error>>(
        &self,
        name: &str,
        fill: impl FnOnce(&Path) -> Result<(), E>,
    ) -> Result<Arc<Folder>, E> {
        let folder = self.hold(name);
        if folder.path.is_dir() {
            return Ok(folder);
        }
        let unfinished = self.unfinished();
        code::create_folder(&unfinished)?;
        if let Err(error) = fill(&unfinished) {
            fs::remove_dir_all(&unfinished)?;
            return Err(error);
        }
        match fs::rename(&unfinished, &folder.path) {
            Err(_) if folder.path.is_dir() => fs::remove_dir_all(&unfinished)?,
            renamed => renamed?,
        }
        Ok(folder)
    }

    /// Removes what is neither among those to keep nor used by a process. Blocks.
    pub(crate) fn sweep(&self, keep: &HashSet<String>) -> io::Result<()> {
        let mut gone = Vec::new();
        {
            let mut known = self.known();
            known.retain(|_, folder| Arc::strong_count(folder) > 1);
            for name in names(&self.place)? {
                if !keep.contains(&name) && !known.contains_key(&name) && !name.contains(UNFINISHED)
                {
                    let aside = self.unfinished();
                    fs::rename(self.place.join(name), &aside)?;
                    gone.push(aside);
                }
            }
        }
        gone.into_iter().try_for_each(fs::remove_dir_all)
    }

    fn hold(&self, sha256: &str) -> Arc<Folder> {
        let mut known = self.known();
        let new = || Arc::new(Folder::at(self.place.join(sha256)));
        Arc::clone(known.entry(sha256.to_owned()).or_insert_with(new))
    }

    fn unfinished(&self) -> PathBuf {
        self.place
            .join(format!("{UNFINISHED}{}", uuid::Uuid::new_v4()))
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, Arc<Folder>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn names(place: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(place)?;
    let name =
        |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
    entries.map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(keep: &[&str], used: &[&str], expected: &[&str]) {
        let place = tempfile::tempdir().unwrap();
        for name in ["a", "b", "unfinished-x"] {
            fs::create_dir(place.path().join(name)).unwrap();
        }
        let folders = Folders::open(place.path().to_owned()).unwrap();
        let held: Vec<Arc<Folder>> = used.iter().map(|name| folders.hold(name)).collect();
        let keep = keep.iter().map(|name| (*name).to_owned()).collect();
        folders.sweep(&keep).unwrap();
        let mut left = names(place.path()).unwrap();
        left.sort();
        assert_eq!(left, expected);
        drop(held);
    }

    #[test]
    fn what_a_version_names_or_a_process_reads_stays() {
        check(&["a"], &["b"], &["a", "b"]);
        check(&["a"], &[], &["a"]);
        check(&[], &["b"], &["b"]);
        check(&[], &[], &[]);
    }
}
