//! Which files of a saved image are its configuration and its layers.
//!
//! Two forms are read: the one of `docker save`, whose `manifest.json` lists images, and the image
//! layout of the Open Container Initiative, whose `index.json` leads to a manifest, if need be through an
//! index of platforms.

use serde::Deserialize;

use crate::archive::{Archive, Bytes};
use crate::digest::Digest;
use crate::error::ImageError;

/// "A maximum of 127 layers" is what container engines allow.
const MOST_LAYERS: usize = 128;
/// Indexes within indexes.
const MOST_INDEXES: usize = 4;

/// Names of files in the archive.
#[derive(Debug)]
pub(crate) struct Manifest {
    pub(crate) settings: String,
    /// The lowest first.
    pub(crate) layers: Vec<String>,
}

impl Manifest {
    pub(crate) fn find(archive: &Archive<'_, impl Bytes + ?Sized>) -> Result<Self, ImageError> {
        let manifest = if archive.has("manifest.json") {
            of_docker(&archive.description("manifest.json")?)?
        } else if archive.has("index.json") {
            of_layout(archive)?
        } else {
            return Err(ImageError::broken(
                "it has neither a manifest.json nor an index.json",
            ));
        };
        if manifest.layers.len() > MOST_LAYERS {
            return Err(ImageError::broken("it has too many layers"));
        }
        Ok(manifest)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Saved {
    config: String,
    #[serde(default)]
    layers: Option<Vec<String>>,
}

fn of_docker(text: &[u8]) -> Result<Manifest, ImageError> {
    let saved: Vec<Saved> = serde_json::from_slice(text).map_err(ImageError::broken)?;
    let [saved] = <[Saved; 1]>::try_from(saved)
        .map_err(|_| ImageError::broken("it is not exactly one image"))?;
    Ok(Manifest {
        settings: saved.config,
        layers: saved.layers.unwrap_or_default(),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Described {
    digest: String,
    #[serde(default)]
    media_type: String,
    #[serde(default)]
    platform: Option<Platform>,
}

#[derive(Deserialize)]
struct Platform {
    architecture: String,
    os: String,
}

/// An index, or a manifest: what they have tells them apart.
#[derive(Deserialize)]
struct Node {
    #[serde(default)]
    manifests: Option<Vec<Described>>,
    #[serde(default)]
    config: Option<Described>,
    #[serde(default)]
    layers: Option<Vec<Described>>,
}

fn of_layout(archive: &Archive<'_, impl Bytes + ?Sized>) -> Result<Manifest, ImageError> {
    let mut node = read_node(&archive.description("index.json")?)?;
    for _ in 0..MOST_INDEXES {
        if let Some(settings) = &node.config {
            let layers = node.layers.iter().flatten();
            let named = layers.map(|layer| {
                if layer.media_type.contains("encrypted") {
                    return Err(ImageError::Unsupported("an encrypted layer".to_owned()));
                }
                blob(&layer.digest)
            });
            return Ok(Manifest {
                settings: blob(&settings.digest)?,
                layers: named.collect::<Result<_, _>>()?,
            });
        }
        let manifests = node.manifests.unwrap_or_default();
        let chosen = choose(manifests)?;
        let text = archive.description(&blob(&chosen.digest)?)?;
        if Digest::parse(&chosen.digest) != Some(Digest::of(&text)) {
            return Err(ImageError::Hash { what: "manifest" });
        }
        node = read_node(&text)?;
    }
    Err(ImageError::broken("its indexes lead nowhere"))
}

fn read_node(text: &[u8]) -> Result<Node, ImageError> {
    serde_json::from_slice(text).map_err(ImageError::broken)
}

/// The image for this machine; the only one that is there needs no platform.
fn choose(manifests: Vec<Described>) -> Result<Described, ImageError> {
    let machine = match std::env::consts::ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        other => other,
    };
    let fits = |described: &Described| {
        let platform = described.platform.as_ref();
        platform.is_some_and(|platform| platform.os == "linux" && platform.architecture == machine)
    };
    let only = manifests.len() == 1;
    let mut manifests = manifests.into_iter();
    let chosen = manifests.find(|described| only || fits(described));
    chosen.ok_or_else(|| ImageError::Unsupported(format!("it is not for linux/{machine}")))
}

fn blob(digest: &str) -> Result<String, ImageError> {
    let known = Digest::parse(digest);
    let known =
        known.ok_or_else(|| ImageError::broken("a digest is not of the form sha256:HEX"))?;
    Ok(format!("blobs/sha256/{}", known.as_hex()))
}
