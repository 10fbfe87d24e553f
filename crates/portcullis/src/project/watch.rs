//! Notices that files changed, by their times and sizes: works on every file system, and needs nothing of
//! the machine.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Files below a folder that are looked at.
const MOST_FILES: usize = 10_000;

/// Files as they were.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Snapshot {
    roots: Vec<PathBuf>,
    files: BTreeMap<PathBuf, (Option<SystemTime>, u64)>,
}

impl Snapshot {
    /// Of files, and of folders with all that is in them.
    pub(super) fn of(roots: Vec<PathBuf>) -> Self {
        let mut files = BTreeMap::new();
        for root in &roots {
            add(&mut files, root);
        }
        Self { roots, files }
    }

    /// Ends when something is no longer as it was.
    pub(super) async fn changed(self, look_every: Duration) {
        loop {
            tokio::time::sleep(look_every).await;
            let roots = self.roots.clone();
            let now = tokio::task::spawn_blocking(move || Self::of(roots)).await;
            if now.is_ok_and(|now| now != self) {
                return;
            }
        }
    }
}

fn add(files: &mut BTreeMap<PathBuf, (Option<SystemTime>, u64)>, path: &Path) {
    if files.len() >= MOST_FILES {
        return;
    }
    let Ok(metadata) = fs::metadata(path) else {
        // What is gone is a change too.
        files.insert(path.to_owned(), (None, 0));
        return;
    };
    if !metadata.is_dir() {
        files.insert(path.to_owned(), (metadata.modified().ok(), metadata.len()));
        return;
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    for entry in entries {
        add(files, &entry.path());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_size_and_a_new_file_are_seen() {
        let folder = tempfile::tempdir().unwrap();
        let of = || Snapshot::of(vec![folder.path().to_owned()]);
        fs::write(folder.path().join("a"), "1").unwrap();
        let before = of();
        assert_eq!(of(), before);
        fs::write(folder.path().join("a"), "22").unwrap();
        let after = of();
        assert_ne!(after, before);
        fs::write(folder.path().join("b"), "").unwrap();
        assert_ne!(of(), after);
        fs::remove_file(folder.path().join("b")).unwrap();
        assert_eq!(of(), after);
    }
}
