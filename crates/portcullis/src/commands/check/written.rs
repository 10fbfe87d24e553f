//! Files that are replaced as a whole, all of them or none: what is new is written beside each, and only then put in its
//! place.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// Each file with its new text.
pub(super) fn replace(files: &[(&Path, &str)]) -> anyhow::Result<()> {
    let mut ready: Vec<(PathBuf, PathBuf)> = Vec::new();
    for (path, text) in files {
        match beside(path, text).with_context(|| path.display().to_string()) {
            Ok(pair) => ready.push(pair),
            Err(error) => {
                forget(&ready);
                return Err(error);
            }
        }
    }
    for (at, (new, path)) in ready.iter().enumerate() {
        if let Err(error) = std::fs::rename(new, path) {
            forget(ready.get(at..).unwrap_or_default());
            return Err(error).with_context(|| path.display().to_string());
        }
    }
    Ok(())
}

/// The new file, and the one that it will replace: what a link leads to, and not the link.
fn beside(path: &Path, text: &str) -> std::io::Result<(PathBuf, PathBuf)> {
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".portcullis-new");
    let new = path.with_file_name(name);
    let written = std::fs::write(&new, text).and_then(|()| match std::fs::metadata(&path) {
        Ok(known) => std::fs::set_permissions(&new, known.permissions()),
        Err(_) => Ok(()),
    });
    if let Err(error) = written {
        drop(std::fs::remove_file(&new));
        return Err(error);
    }
    Ok((new, path))
}

fn forget(ready: &[(PathBuf, PathBuf)]) {
    for (new, _) in ready {
        drop(std::fs::remove_file(new));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_files_are_replaced_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        std::fs::write(&one, "old").unwrap();
        std::fs::write(&other, "old").unwrap();
        let nowhere = folder.path().join("no/where");
        assert!(replace(&[(&one, "new"), (&nowhere, "new")]).is_err());
        assert_eq!(std::fs::read_to_string(&one).unwrap(), "old");
        replace(&[(&one, "new"), (&other, "new")]).unwrap();
        assert_eq!(std::fs::read_to_string(&other).unwrap(), "new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        std::fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        replace(&[(&link, "new")]).unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "new");
    }
}
