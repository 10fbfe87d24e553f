//! A function's zip on its way to `/var/task`: checked whole before anything is written.
//!
//! AWS: "Lambda quotas". A zip comes from a stranger: every name, size and kind of entry is checked.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Cursor, Read, Write};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Component, Path, PathBuf};

use zip::ZipArchive;

/// Largest sum of the unpacked sizes, in bytes.
const MAX_UNPACKED_BYTES: u64 = 262_144_000;
/// Most entries; AWS names no number, memory does.
const MAX_ENTRIES: usize = 100_000;

/// Why a zip is not usable.
#[derive(Debug, thiserror::Error)]
pub enum CodeError {
    #[error("could not unzip uploaded file: {0}")]
    Broken(String),
    #[error("the zip holds {0:?}, which leads out of its folder")]
    Escapes(String),
    #[error("the zip holds {0:?}, which is a link that leads out of its folder or is not plain")]
    Link(String),
    #[error("the zip unpacks to more than {MAX_UNPACKED_BYTES} bytes")]
    TooLarge,
    #[error("the zip holds more than {MAX_ENTRIES} entries")]
    TooMany,
    #[error("the zip is empty")]
    Empty,
    #[error("could not write the code: {0}")]
    Io(#[from] io::Error),
}

/// Looks through a zip as [`unpack`] would, and writes nothing.
pub fn check_zip(zip: &[u8]) -> Result<(), CodeError> {
    let mut archive = open(zip)?;
    check_names(&mut archive)?;
    let mut left = MAX_UNPACKED_BYTES;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(broken)?;
        left -= copy(&mut entry, &mut io::sink(), left)?;
    }
    Ok(())
}

/// Where each entry would come to lie, and where each link leads. Unpacks nothing but the links.
fn check_names(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), CodeError> {
    let (mut links, mut others) = (HashSet::new(), Vec::new());
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(broken)?;
        let path = safe_path(&entry.name().map_err(broken)?)?;
        if entry.is_symlink() {
            check_link(&path, &read_link(&mut entry)?)?;
            links.insert(path.clone());
            others.extend(path.parent().map(Path::to_path_buf));
        } else {
            others.push(path);
        }
    }
    check_ways(&links, &others)
}

/// Nothing is written through a link: where it leads could differ from what its text says.
fn check_ways(links: &HashSet<PathBuf>, others: &[PathBuf]) -> Result<(), CodeError> {
    let through = others
        .iter()
        .find(|path| path.ancestors().any(|way| links.contains(way)));
    match through {
        Some(path) => Err(CodeError::Link(path.display().to_string())),
        None => Ok(()),
    }
}

/// How many bytes a zip unpacks to, by what it says itself: [`check_zip`] has read it when it came.
pub fn unpacked_size(zip: &[u8]) -> Result<u64, CodeError> {
    let mut archive = open(zip)?;
    let mut total = 0_u64;
    for index in 0..archive.len() {
        total = total.saturating_add(archive.by_index_raw(index).map_err(broken)?.size());
    }
    Ok(total)
}

/// Unpacks into `folder`, which appears only when it is complete: the work is done in `unfinished`.
pub(crate) fn unpack(zip: &[u8], unfinished: &Path, folder: &Path) -> Result<(), CodeError> {
    if folder.is_dir() {
        return Ok(());
    }
    let unpacked = create_folder(unfinished)
        .map_err(CodeError::Io)
        .and_then(|()| write_entries(zip, unfinished))
        .and_then(|()| Ok(fs::rename(unfinished, folder)?));
    if unpacked.is_err() {
        fs::remove_dir_all(unfinished)?;
        // Somebody else was quicker with the same content.
        if folder.is_dir() {
            return Ok(());
        }
    }
    unpacked
}

fn write_entries(zip: &[u8], folder: &Path) -> Result<(), CodeError> {
    let mut archive = open(zip)?;
    check_names(&mut archive)?;
    let mut left = MAX_UNPACKED_BYTES;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(broken)?;
        let relative = safe_path(&entry.name().map_err(broken)?)?;
        let target = folder.join(&relative);
        if entry.is_dir() {
            create_folders(folder, &relative)?;
            continue;
        }
        create_folders(folder, relative.parent().unwrap_or(Path::new("")))?;
        if entry.is_symlink() {
            std::os::unix::fs::symlink(read_link(&mut entry)?, &target)?;
            continue;
        }
        // Lambda shows files as at least readable; a program keeps its bit.
        let executable = entry.unix_mode().is_none_or(|mode| mode & 0o111 != 0);
        let mode = if executable { 0o755 } else { 0o644 };
        let mut file = File::create(&target)?;
        left -= copy(&mut entry, &mut file, left)?;
        file.set_permissions(fs::Permissions::from_mode(mode))?;
    }
    Ok(())
}

fn create_folders(folder: &Path, below: &Path) -> io::Result<()> {
    let mut path = folder.to_owned();
    for part in below.components() {
        path.push(part);
        if !path.is_dir() {
            create_folder(&path)?;
        }
    }
    Ok(())
}

/// Readable for the user that functions run as, whatever the server's own mask is.
pub(crate) fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

fn open(zip: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, CodeError> {
    let archive = ZipArchive::new(Cursor::new(zip)).map_err(broken)?;
    match archive.len() {
        0 => Err(CodeError::Empty),
        1..=MAX_ENTRIES => Ok(archive),
        _ => Err(CodeError::TooMany),
    }
}

fn broken(error: impl std::fmt::Display) -> CodeError {
    CodeError::Broken(error.to_string())
}

/// The entry's place below the folder; refused when it is absolute or climbs.
fn safe_path(name: &str) -> Result<PathBuf, CodeError> {
    let escapes = || CodeError::Escapes(name.chars().take(200).collect());
    if name.contains(['\0', '\\']) || name.len() > 4096 {
        return Err(escapes());
    }
    let mut path = PathBuf::new();
    for component in Path::new(name).components() {
        match component {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                return Err(escapes());
            }
        }
    }
    Ok(path)
}

fn read_link(entry: &mut impl Read) -> Result<String, CodeError> {
    let mut target = String::new();
    entry
        .take(4096)
        .read_to_string(&mut target)
        .map_err(broken)?;
    Ok(target)
}

/// A link may point to a place inside the zip, and nowhere else. It may not climb again once it has
/// named something: that could be a link itself, whose parent is not where the name stands.
fn check_link(link: &Path, target: &str) -> Result<(), CodeError> {
    let refused = || CodeError::Link(link.display().to_string());
    let mut depth = link.components().count().saturating_sub(1);
    let mut climbs = true;
    for component in Path::new(target).components() {
        match component {
            Component::Normal(_) => climbs = false,
            Component::CurDir => {}
            Component::ParentDir if climbs => depth = depth.checked_sub(1).ok_or_else(refused)?,
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                return Err(refused());
            }
        }
    }
    Ok(())
}

/// Reads to the end, which proves the checksum, without trusting the size that the zip states.
fn copy(entry: &mut impl Read, to: &mut impl Write, allowed: u64) -> Result<u64, CodeError> {
    let mut entry = Readable(entry.take(allowed + 1));
    match io::copy(&mut entry, to) {
        Ok(copied) if copied > allowed => Err(CodeError::TooLarge),
        Ok(copied) => Ok(copied),
        Err(error) => Err(match error.downcast::<CodeError>() {
            Ok(broken) => broken,
            Err(error) => CodeError::Io(error),
        }),
    }
}

/// Tells what is wrong with a zip from what is wrong with the disk.
struct Readable<R>(R);

impl<R: Read> Read for Readable<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(buffer);
        read.map_err(|error| io::Error::other(broken(error)))
    }
}

#[cfg(test)]
mod tests {
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zip_of(entries: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in entries {
            if let Some(target) = content.strip_prefix("-> ") {
                writer
                    .add_symlink(*name, target, SimpleFileOptions::default())
                    .unwrap();
            } else {
                writer
                    .start_file(*name, SimpleFileOptions::default())
                    .unwrap();
                writer.write_all(content.as_bytes()).unwrap();
            }
        }
        writer.finish().unwrap().into_inner()
    }

    #[track_caller]
    fn check(entries: &[(&str, &str)], expected: Result<(), &str>) {
        let found = check_zip(&zip_of(entries)).map_err(|error| error.to_string());
        match expected {
            Ok(()) => assert_eq!(found, Ok(())),
            Err(part) => assert!(found.unwrap_err().contains(part)),
        }
    }

    #[test]
    fn plain_files_are_taken() {
        check(&[("index.py", "x = 1"), ("lib/a.py", "")], Ok(()));
        check(&[("a", "1"), ("lib/link", "-> ../a")], Ok(()));
    }

    #[test]
    fn what_climbs_out_is_refused() {
        check(&[("../evil", "")], Err("leads out"));
        check(&[("a/../../evil", "")], Err("leads out"));
        check(&[("/etc/passwd", "")], Err("leads out"));
        check(&[("link", "-> ../../etc")], Err("link"));
        check(&[("link", "-> /etc/shadow")], Err("link"));
        check(
            &[("p/q", "-> ."), ("p/q/r", "-> ../.."), ("p/q/r/x", "")],
            Err("link"),
        );
        check(&[("a", "-> b"), ("a/x", "")], Err("link"));
        check(
            &[("d/e/up", "-> ../.."), ("x/y/out", "-> ../../d/e/up/..")],
            Err("link"),
        );
    }

    #[test]
    fn a_broken_zip_is_named_so() {
        let mut damaged = zip_of(&[("a.py", "print('a long enough text to be compressed')")]);
        damaged[40] ^= 0xff;
        for bytes in [&b"not a zip"[..], &[], &damaged] {
            assert!(matches!(check_zip(bytes), Err(CodeError::Broken(_))));
        }
        assert!(matches!(check_zip(&zip_of(&[])), Err(CodeError::Empty)));
    }

    #[test]
    fn what_is_refused_leaves_nothing() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("code");
        let mut damaged = zip_of(&[("a.py", "x = 1"), ("b.py", "y = 2 and so on")]);
        let name = damaged.windows(4).position(|part| part == b"b.py");
        damaged[name.unwrap() + 8] ^= 0xff;
        for zip in [damaged, zip_of(&[("a", "1"), ("link", "-> /etc")])] {
            unpack(&zip, &place.path().join("unfinished"), &folder).unwrap_err();
            assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
        }
    }

    #[test]
    fn the_folder_appears_complete() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("code");
        let zip = zip_of(&[("index.py", "x = 1"), ("lib/b.py", "y = 2")]);
        unpack(&zip, &place.path().join("unfinished"), &folder).unwrap();
        assert_eq!(
            fs::read_to_string(folder.join("lib/b.py")).unwrap(),
            "y = 2"
        );
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    }
}
