//! The layers of a version on their way to `/opt`: one folder with the files of all, in which a later
//! layer has the word (Lambda developer guide, "Accessing layer content from your function").
//!
//! Every zip is checked as code is. That no entry is written through a link that another layer brought
//! is seen to here, since a zip alone does not show it.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use bytes::Bytes;
use model::LayerUse;

use crate::code::{self, CodeError};

/// What tells folders of layers from those of code.
const PREFIX: &str = "layers-";
/// As much of each hash as tells layers apart, so that five of them fit into the name of a folder.
const HASH_LENGTH: usize = 40;

/// The folder's name; the same layers in the same order share one. None without layers.
pub(crate) fn folder_name(layers: &[LayerUse]) -> Option<String> {
    if layers.is_empty() {
        return None;
    }
    let hash = |layer: &LayerUse| {
        let sha256 = &layer.code.sha256;
        sha256.get(..HASH_LENGTH).unwrap_or(sha256).to_owned()
    };
    let hashes: Vec<String> = layers.iter().map(hash).collect();
    Some(format!("{PREFIX}{}", hashes.join("-")))
}

/// Unpacks all into `folder`, which appears only when it is complete: the work is done in
/// `unfinished`. Blocks.
pub(crate) fn unpack(zips: &[Bytes], unfinished: &Path, folder: &Path) -> Result<(), CodeError> {
    for zip in zips {
        code::check_zip(zip)?;
    }
    if folder.is_dir() {
        return Ok(());
    }
    let unpacked = code::create_folder(unfinished)
        .map_err(CodeError::Io)
        .and_then(|()| zips.iter().try_for_each(|zip| lay(zip, unfinished)))
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

/// Puts one layer over those that lie there.
fn lay(zip: &[u8], folder: &Path) -> Result<(), CodeError> {
    let mut archive = code::open(zip)?;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(code::broken)?;
        let relative = code::safe_path(&entry.name().map_err(code::broken)?)?;
        if entry.is_dir() {
            make_way(folder, &relative)?;
            continue;
        }
        make_way(folder, relative.parent().unwrap_or(Path::new("")))?;
        let target = folder.join(&relative);
        clear(&target)?;
        if entry.is_symlink() {
            std::os::unix::fs::symlink(code::read_link(&mut entry)?, &target)?;
            continue;
        }
        let executable = entry.unix_mode().is_none_or(|mode| mode & 0o111 != 0);
        let mut file = File::create_new(&target)?;
        io::copy(&mut entry, &mut file)?;
        let mode = if executable { 0o755 } else { 0o644 };
        file.set_permissions(fs::Permissions::from_mode(mode))?;
    }
    Ok(())
}

/// Folders all the way; whatever else an earlier layer has there gives way, links above all.
fn make_way(folder: &Path, below: &Path) -> io::Result<()> {
    let mut path = folder.to_owned();
    for part in below.components() {
        path.push(part);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => {
                fs::remove_file(&path)?;
                code::create_folder(&path)?;
            }
            Err(_) => code::create_folder(&path)?,
        }
    }
    Ok(())
}

fn clear(target: &Path) -> io::Result<()> {
    match fs::symlink_metadata(target) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(target),
        Ok(_) => fs::remove_file(target),
        Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::write::SimpleFileOptions;

    use super::*;

    fn zip_of(entries: &[(&str, &str)]) -> Bytes {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        for (name, content) in entries {
            if let Some(target) = content.strip_prefix("-> ") {
                writer.add_symlink(*name, target, options).unwrap();
            } else {
                writer.start_file(*name, options).unwrap();
                writer.write_all(content.as_bytes()).unwrap();
            }
        }
        writer.finish().unwrap().into_inner().into()
    }

    /// What a file of the folder holds once all layers lie there.
    #[track_caller]
    fn check(layers: &[&[(&str, &str)]], file: &str, expected: &str) {
        let place = tempfile::tempdir().unwrap();
        let zips: Vec<Bytes> = layers.iter().map(|entries| zip_of(entries)).collect();
        let folder = place.path().join("opt");
        unpack(&zips, &place.path().join("unfinished"), &folder).unwrap();
        assert_eq!(fs::read_to_string(folder.join(file)).unwrap(), expected);
        let inside = fs::read_dir(place.path()).unwrap();
        assert_eq!(inside.count(), 1, "something was written outside");
    }

    #[test]
    fn a_later_layer_has_the_word() {
        let (first, second) = ([("python/a.py", "1"), ("b", "1")], [("python/a.py", "2")]);
        check(&[&first, &second], "python/a.py", "2");
        check(&[&first, &second], "b", "1");
        check(&[&[("a/b", "1")], &[("a", "2")]], "a", "2");
        check(&[&[("a", "1")], &[("a/b", "2")]], "a/b", "2");
        check(&[&[("l", "-> b"), ("b", "1")], &[("l", "2")]], "l", "2");
        check(&[&[("l", "-> b"), ("b", "1")], &[("l", "2")]], "b", "1");
    }

    #[test]
    fn no_layer_writes_through_a_link_of_another() {
        let link = [("d", "-> ."), ("x", "1")];
        check(
            &[&link, &[("d/q", "-> ..")], &[("d/q/y", "2")]],
            "d/q/y",
            "2",
        );
    }

    #[test]
    fn the_same_layers_in_the_same_order_share_a_folder() {
        let layer = |hash: &str| LayerUse {
            arn: String::new(),
            code: model::Code {
                sha256: hash.repeat(64),
                size: 1,
            },
        };
        let (a, b) = (layer("a"), layer("b"));
        assert_eq!(folder_name(&[]), None);
        let both = folder_name(&[a.clone(), b.clone()]);
        assert_ne!(both, folder_name(&[b.clone(), a.clone()]));
        assert_eq!(both, folder_name(&[a.clone(), b]));
        let five = folder_name(&std::array::from_fn::<_, 5, _>(|_| a.clone()));
        assert!(five.unwrap().len() < 255);
    }
}
