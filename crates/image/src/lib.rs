//! A saved container image on its way to a folder: which of its files are its layers, what they lay over
//! each other, how its program is started.
//!
//! An image comes from a stranger: every name, link, size and kind of entry is checked, hashes are
//! computed, and nothing is ever written through a link. This room must never run a program, contact a
//! registry, or write outside of the folder that it was given.

mod archive; // the saved image as one file with many in it
mod layer; // one of the layers as a stream of entries
mod manifest; // which of them are the configuration and the layers
mod settings; // how its program is started
mod tree; // the folder that they are laid into

mod digest;
mod error;
mod tar;
mod zstd;

pub mod testing;

pub use archive::Bytes;
pub use error::ImageError;
pub use settings::Settings;

use std::path::Path;

use archive::Archive;
use layer::Layer;
use manifest::Manifest;
use tree::Tree;

/// What an image may be at most.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Of all layers together, uncompressed.
    pub bytes: u64,
    /// Files, folders and links of all layers together.
    pub entries: u64,
}

impl Limits {
    /// "Maximum (uncompressed) container image code package size: 10 GB, including all layers" (Lambda
    /// developer guide, "Lambda quotas"). AWS names no number of entries; a disk does.
    pub const AWS: Self = Self {
        bytes: 10 * 1024 * 1024 * 1024,
        entries: 500_000,
    };
}

/// Lays the layers of an image, as `docker save` or `podman save` wrote it, into an empty folder.
/// Whatever becomes of it, nothing is written elsewhere.
pub fn unpack(
    saved: &(impl Bytes + ?Sized),
    folder: &Path,
    limits: Limits,
) -> Result<Settings, ImageError> {
    let archive = Archive::index(saved, limits)?;
    let manifest = Manifest::find(&archive)?;
    let (settings, hashes) = Settings::read(&archive, &manifest)?;
    let mut tree = Tree::new(folder, limits.entries);
    let mut bytes_left = limits.bytes;
    for (place, hash) in manifest.layers.iter().zip(&hashes) {
        let mut layer = Layer::open(archive.content(place)?, bytes_left)?;
        tree.lay(&mut layer)?;
        bytes_left = layer.finish(hash)?;
    }
    tree.finish()?;
    Ok(settings)
}

#[cfg(test)]
mod tests;
