//! Code that lives in a folder of the host and is read again when it changes: for those who write it.
//!
//! A caller of CreateFunction names the folder, so that it must lie in the one that the operator has
//! opened for this, after all links are followed.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Entries that are looked at; a folder that holds more changes unseen beyond them.
const MAX_ENTRIES: usize = 20_000;
/// What changes without the code changing, or never.
const UNSEEN: [&str; 4] = [".git", "__pycache__", "node_modules", ".venv"];

/// Why a folder is not code.
#[derive(Debug, thiserror::Error)]
pub enum HotReloadRefused {
    #[error(
        "Code from a local folder is off: start the server with --hot-reload-root DIR to allow \
         folders below DIR"
    )]
    Off,
    #[error("The folder {0} is not below the one that --hot-reload-root names")]
    Outside(String),
    #[error("{0} is no folder of this machine")]
    NoFolder(String),
}

/// The folder of this name, if it may be code.
pub(crate) fn permitted(root: Option<&Path>, name: &str) -> Result<PathBuf, HotReloadRefused> {
    let no_folder = || HotReloadRefused::NoFolder(name.to_owned());
    let root = root.ok_or(HotReloadRefused::Off)?;
    let root = root.canonicalize().map_err(|_| HotReloadRefused::Off)?;
    let folder = Path::new(name).canonicalize().map_err(|_| no_folder())?;
    if !folder.starts_with(&root) {
        return Err(HotReloadRefused::Outside(name.to_owned()));
    }
    if folder.is_dir() {
        Ok(folder)
    } else {
        Err(no_folder())
    }
}

/// A number that is another when a file has changed, has come or has gone. Blocks.
pub(crate) fn fingerprint(folder: &Path) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    let mut folders = vec![folder.to_owned()];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<_> = fs::read_dir(&folder)?.collect::<Result<_, _>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            seen += 1;
            let name = entry.file_name();
            if seen > MAX_ENTRIES || UNSEEN.iter().any(|unseen| name == *unseen) {
                continue;
            }
            // A file may go while we look: the next look sees that.
            let Ok(found) = entry.metadata() else {
                continue;
            };
            if found.is_dir() {
                folders.push(entry.path());
            }
            let changed = found.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            (entry.path(), found.len(), changed).hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_must_lie_in_the_one_that_is_open() {
        let place = tempfile::tempdir().unwrap();
        let (root, outside) = (place.path().join("root"), place.path().join("outside"));
        fs::create_dir_all(root.join("code")).unwrap();
        fs::create_dir_all(&outside).unwrap();
        fs::write(root.join("file"), "").unwrap();
        std::os::unix::fs::symlink(&outside, root.join("link")).unwrap();
        let name = |path: &str| root.join(path).display().to_string();
        for (path, expected) in [
            ("code", true),
            ("", true),
            ("code/..", true),
            ("file", false),
            ("link", false),
            ("../outside", false),
            ("nowhere", false),
        ] {
            let found = permitted(Some(&root), &name(path));
            assert_eq!(found.is_ok(), expected, "{path} {found:?}");
        }
        assert!(matches!(
            permitted(None, &name("code")),
            Err(HotReloadRefused::Off)
        ));
    }

    #[test]
    fn a_change_of_a_file_is_seen() {
        let place = tempfile::tempdir().unwrap();
        let look = || fingerprint(place.path()).unwrap();
        let mut before = look();
        assert_eq!(look(), before);
        fs::create_dir(place.path().join("package")).unwrap();
        for (file, content) in [("main.py", "1"), ("main.py", "22"), ("package/a.py", "1")] {
            fs::write(place.path().join(file), content).unwrap();
            let now = look();
            assert_ne!(now, before, "{file} {content}");
            before = now;
        }
        fs::remove_file(place.path().join("main.py")).unwrap();
        assert_ne!(look(), before);
    }
}
