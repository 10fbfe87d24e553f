//! What a function finds in `/opt`: its layers laid over each other, a later one over an earlier.
//!
//! Each layer is unpacked by itself, as code is. Several are put together from links to their files,
//! without following a link of theirs: what a later layer has never lands outside of the folder.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use model::Version;
use store::Blobs;

use crate::event::InvokeError;
use crate::folders::{Folder, Folders};

/// Digits of each layer's hash in the name of what they make together.
const DIGITS: usize = 24;

/// The name of the folder that a version's layers make; none without layers.
pub(crate) fn folder_name(config: &Version) -> Option<String> {
    let hashes = config.layers.iter().map(|layer| layer.code.sha256.as_str());
    let hashes: Vec<&str> = hashes.collect();
    match hashes.as_slice() {
        [] => None,
        [only] => Some((*only).to_owned()),
        several => {
            let short = several.iter().filter_map(|hash| hash.get(..DIGITS));
            Some(format!("layers-{}", short.collect::<Vec<_>>().join("-")))
        }
    }
}

/// The folder itself, made when it is not there.
pub(crate) async fn staged(
    folders: &Arc<Folders>,
    config: &Version,
    blobs: &Blobs,
) -> Result<Option<Arc<Folder>>, InvokeError> {
    let mut layers = Vec::new();
    for layer in &config.layers {
        layers.push(folders.folder(&layer.code.sha256, blobs).await?);
    }
    let Some(name) = folder_name(config) else {
        return Ok(None);
    };
    if let [only] = layers.as_slice() {
        return Ok(Some(Arc::clone(only)));
    }
    let folders = Arc::clone(folders);
    let made = tokio::task::spawn_blocking(move || {
        folders.make(&name, |unfinished| {
            let mut layers = layers.iter();
            layers.try_for_each(|layer| lay(layer.path(), unfinished))
        })
    });
    let unusable = |reason: String| InvokeError::CodeUnavailable { reason };
    let made = made.await.map_err(|error| unusable(error.to_string()))?;
    let made = made.map_err(|error| unusable(format!("its layers: {error}")))?;
    Ok(Some(made))
}

/// Lays one folder over another.
fn lay(upper: &Path, lower: &Path) -> io::Result<()> {
    for entry in fs::read_dir(upper)? {
        let entry = entry?;
        let (from, to) = (entry.path(), lower.join(entry.file_name()));
        let kind = entry.file_type()?;
        let there = fs::symlink_metadata(&to).ok();
        if kind.is_dir() {
            if !there.as_ref().is_some_and(fs::Metadata::is_dir) {
                remove(&to, there.as_ref())?;
                fs::create_dir(&to)?;
                fs::set_permissions(&to, entry.metadata()?.permissions())?;
            }
            lay(&from, &to)?;
            continue;
        }
        remove(&to, there.as_ref())?;
        if kind.is_symlink() {
            std::os::unix::fs::symlink(fs::read_link(&from)?, &to)?;
        } else {
            fs::hard_link(&from, &to)?;
        }
    }
    Ok(())
}

fn remove(path: &Path, there: Option<&fs::Metadata>) -> io::Result<()> {
    match there {
        None => Ok(()),
        Some(found) if found.is_dir() => fs::remove_dir_all(path),
        Some(_) => fs::remove_file(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Layers as lists of paths with their contents; `->` before a content makes a link.
    #[track_caller]
    fn check(layers: &[&[(&str, &str)]], path: &str, expected: Option<&str>) {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("target");
        fs::create_dir(&target).unwrap();
        for (number, files) in layers.iter().enumerate() {
            let layer = place.path().join(number.to_string());
            for (name, content) in *files {
                let file = layer.join(name);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                match content.strip_prefix("->") {
                    Some(to) => std::os::unix::fs::symlink(to, file).unwrap(),
                    None => fs::write(file, content).unwrap(),
                }
            }
            lay(&layer, &target).unwrap();
        }
        let found = fs::read_to_string(target.join(path)).ok();
        assert_eq!(found.as_deref(), expected, "{path}");
    }

    #[test]
    fn a_later_layer_lies_over_an_earlier_one() {
        let layers: [&[(&str, &str)]; 2] = [
            &[("python/a.py", "1"), ("python/b.py", "1")],
            &[("python/b.py", "2")],
        ];
        check(&layers, "python/a.py", Some("1"));
        check(&layers, "python/b.py", Some("2"));
    }

    #[test]
    fn nothing_is_written_through_a_link_of_an_earlier_layer() {
        let outside = tempfile::tempdir().unwrap();
        let link = format!("->{}", outside.path().display());
        let layers: [&[(&str, &str)]; 2] = [&[("way", &link)], &[("way/file", "2")]];
        check(&layers, "way/file", Some("2"));
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_takes_the_place_of_a_folder() {
        let layers: [&[(&str, &str)]; 2] = [&[("a/b", "1")], &[("a", "2")]];
        check(&layers, "a", Some("2"));
    }
}
