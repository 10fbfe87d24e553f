//! The folder into which layers are laid, each over those before it.
//!
//! Links are text here: none is ever followed. Where an entry needs a folder and a link is in the way,
//! the folder takes its place, as an upper layer does on an overlay. Devices and pipes are left out: a
//! function has devices of its own. Owners are left out too, as on Lambda, where all is root's.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::error::ImageError;
use crate::layer::Layer;
use crate::tar::{Entry, Kind};

const LONGEST_NAME: usize = 4096;
/// Folders in each other, of which images have some dozens at most. Each costs every entry below it a
/// look, and whoever removes the tree a descriptor.
const DEEPEST: usize = 256;
/// A file that takes away what lower layers have at the rest of its name.
const WHITEOUT: &[u8] = b".wh.";
/// One that takes away all that lower layers have in its folder.
const OPAQUE: &[u8] = b".wh..wh..opq";

/// What every root has, real folders and files, so that something can be shown over them.
const FOLDERS: [&str; 6] = ["dev", "etc", "mnt", "proc", "tmp", "var/task"];
const FILES: [&str; 2] = ["etc/hosts", "etc/resolv.conf"];

pub(crate) struct Tree<'a> {
    root: &'a Path,
    entries_left: u64,
    most_entries: u64,
    /// What the present layer has brought, and the folders in which it has brought something.
    brought: HashSet<PathBuf>,
    /// The folders from which it has taken away what was there: a second time finds nothing, and looks
    /// at all that the layer has brought.
    emptied: HashSet<PathBuf>,
}

impl<'a> Tree<'a> {
    pub(crate) fn new(root: &'a Path, most_entries: u64) -> Self {
        Self {
            root,
            entries_left: most_entries,
            most_entries,
            brought: HashSet::new(),
            emptied: HashSet::new(),
        }
    }

    pub(crate) fn lay(&mut self, layer: &mut Layer<'_>) -> Result<(), ImageError> {
        self.brought.clear();
        self.emptied.clear();
        while let Some(entry) = layer.next()? {
            self.count()?;
            self.put(&entry, layer)?;
        }
        Ok(())
    }

    fn count(&mut self) -> Result<(), ImageError> {
        let left = self.entries_left.checked_sub(1);
        self.entries_left = left.ok_or(ImageError::TooMany(self.most_entries))?;
        Ok(())
    }

    /// Makes what a sandbox shows something over.
    pub(crate) fn finish(&mut self) -> Result<(), ImageError> {
        for folder in FOLDERS {
            self.make_folders(Path::new(folder))?;
        }
        for file in FILES {
            let path = self.root.join(file);
            if !found(&path)?.is_some_and(|found| found.is_file()) {
                self.clear(Path::new(file))?;
                File::create_new(&path)?.set_permissions(Permissions::from_mode(0o644))?;
            }
        }
        fs::set_permissions(self.root, Permissions::from_mode(0o755))?;
        Ok(())
    }

    fn put(&mut self, entry: &Entry, layer: &mut Layer<'_>) -> Result<(), ImageError> {
        let Some(path) = inner(&entry.name)? else {
            return Ok(());
        };
        let (folder, name) = match (path.parent(), path.file_name()) {
            (Some(folder), Some(name)) => (folder.to_owned(), name.as_bytes().to_owned()),
            (None, _) | (_, None) => return Ok(()),
        };
        if name == OPAQUE {
            if self.emptied.insert(folder.clone()) {
                self.empty(&folder)?;
            }
            return Ok(());
        }
        if let Some(name) = name.strip_prefix(WHITEOUT) {
            return self.take_away(&folder, name);
        }
        self.make_folders(&folder)?;
        match &entry.kind {
            Kind::Folder => self.put_folder(&path, entry)?,
            Kind::File => self.put_file(&path, entry, layer)?,
            Kind::Symlink(to) => {
                self.clear(&path)?;
                symlink(link_text(to)?, self.root.join(&path))?;
            }
            Kind::HardLink(to) => self.put_link(&path, to)?,
            Kind::Special => return Ok(()),
        }
        for path in path.ancestors() {
            if !self.brought.insert(path.to_owned()) {
                break;
            }
        }
        Ok(())
    }

    fn put_folder(&mut self, path: &Path, entry: &Entry) -> Result<(), ImageError> {
        self.make_folders(path)?;
        // Who unpacks must be able to write into it, and to remove it later.
        let mode = Permissions::from_mode(entry.mode & 0o777 | 0o700);
        fs::set_permissions(self.root.join(path), mode)?;
        Ok(())
    }

    fn put_file(
        &self,
        path: &Path,
        entry: &Entry,
        layer: &mut Layer<'_>,
    ) -> Result<(), ImageError> {
        self.clear(path)?;
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(self.root.join(path))?;
        layer.copy(&mut file)?;
        // Programs compare these times with what they keep of their sources.
        let modified = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(entry.modified));
        if let Some(modified) = modified {
            // A time that the file system has not got is not worth a failure.
            let _kept_or_not: io::Result<()> = file.set_modified(modified);
        }
        file.set_permissions(Permissions::from_mode(entry.mode & 0o777 | 0o400))?;
        Ok(())
    }

    fn put_link(&self, path: &Path, to: &[u8]) -> Result<(), ImageError> {
        let refused = || ImageError::escapes(to);
        let target = inner(to)?.ok_or_else(refused)?;
        let folder = target.parent().unwrap_or(Path::new(""));
        if !self.is_real_folder(folder)? {
            return Err(refused());
        }
        let there = found(&self.root.join(&target))?;
        if !there.is_some_and(|there| there.is_file() || there.is_symlink()) {
            return Err(ImageError::broken(format!(
                "{} is a link to what is not there",
                path.display()
            )));
        }
        if target == path {
            return Ok(());
        }
        self.clear(path)?;
        fs::hard_link(self.root.join(&target), self.root.join(path))?;
        Ok(())
    }

    /// Whether it, and all above it, are folders and no links.
    fn is_real_folder(&self, path: &Path) -> Result<bool, ImageError> {
        let mut place = self.root.to_owned();
        for part in path.components() {
            place.push(part);
            if !found(&place)?.is_some_and(|found| found.is_dir()) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn make_folders(&mut self, path: &Path) -> Result<(), ImageError> {
        let mut place = self.root.to_owned();
        for part in path.components() {
            place.push(part);
            match found(&place)? {
                Some(found) if found.is_dir() => continue,
                Some(_) => fs::remove_file(&place)?,
                None => {}
            }
            self.count()?;
            fs::create_dir(&place)?;
            fs::set_permissions(&place, Permissions::from_mode(0o755))?;
        }
        Ok(())
    }

    /// Makes room for what is to be at a path whose folder is there.
    fn clear(&self, path: &Path) -> Result<(), ImageError> {
        remove(&self.root.join(path))
    }

    fn take_away(&self, folder: &Path, name: &[u8]) -> Result<(), ImageError> {
        // Marks of other file systems begin with a second mark, and take nothing away.
        let is_mark = name.starts_with(WHITEOUT) || name.is_empty();
        let path = folder.join(OsStr::from_bytes(name));
        if is_mark || name == b"." || name == b".." || !self.is_real_folder(folder)? {
            return Ok(());
        }
        self.remove_lower(&path)
    }

    /// Takes away what lower layers have in a folder.
    fn empty(&self, folder: &Path) -> Result<(), ImageError> {
        if !self.is_real_folder(folder)? {
            return Ok(());
        }
        for entry in fs::read_dir(self.root.join(folder))? {
            self.remove_lower(&folder.join(entry?.file_name()))?;
        }
        Ok(())
    }

    /// Takes away a path, but for what the present layer has brought at or below it.
    fn remove_lower(&self, path: &Path) -> Result<(), ImageError> {
        let place = self.root.join(path);
        let is_folder = found(&place)?.is_some_and(|found| found.is_dir());
        match (self.brought.contains(path), is_folder) {
            (false, _) => remove(&place),
            (true, true) => self.empty(path),
            (true, false) => Ok(()),
        }
    }
}

fn found(path: &Path) -> Result<Option<Metadata>, ImageError> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn remove(path: &Path) -> Result<(), ImageError> {
    match found(path)? {
        None => {}
        Some(found) if found.is_dir() => fs::remove_dir_all(path)?,
        Some(_) => fs::remove_file(path)?,
    }
    Ok(())
}

/// The place of an entry below the root; none for the root itself.
fn inner(name: &[u8]) -> Result<Option<PathBuf>, ImageError> {
    if name.len() > LONGEST_NAME || name.contains(&0) {
        return Err(ImageError::escapes(name));
    }
    let mut path = PathBuf::new();
    for part in name.split(|byte| *byte == b'/') {
        match part {
            b"" | b"." => {}
            b".." => return Err(ImageError::escapes(name)),
            part => path.push(OsStr::from_bytes(part)),
        }
    }
    if path.components().count() > DEEPEST {
        return Err(ImageError::broken("folders lie too deep in each other"));
    }
    Ok((!path.as_os_str().is_empty()).then_some(path))
}

fn link_text(to: &[u8]) -> Result<&OsStr, ImageError> {
    if to.is_empty() || to.len() > LONGEST_NAME || to.contains(&0) {
        return Err(ImageError::broken("a link leads nowhere"));
    }
    Ok(OsStr::from_bytes(to))
}
