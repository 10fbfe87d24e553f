//! How the program of an image is started, and what its layers hash to.

use serde::{Deserialize, Serialize};

use crate::archive::{Archive, Bytes};
use crate::digest::Digest;
use crate::error::ImageError;
use crate::manifest::Manifest;

/// What an image says of its program. AWS: "Container image settings"; a function may replace them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The program and its first arguments.
    pub entry_point: Vec<String>,
    /// The arguments after it, or the program if there is no entry point.
    pub command: Vec<String>,
    /// Empty for the root.
    pub working_directory: String,
    pub environment: Vec<(String, String)>,
    /// As images write it: `amd64`, `arm64`.
    pub architecture: String,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    architecture: String,
    os: String,
    #[serde(default)]
    config: Option<Config>,
    rootfs: RootFs,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
struct Config {
    env: Option<Vec<String>>,
    entrypoint: Option<Vec<String>>,
    cmd: Option<Vec<String>>,
    working_dir: Option<String>,
}

#[derive(Deserialize)]
struct RootFs {
    diff_ids: Vec<String>,
}

impl Settings {
    /// With the hash of each layer, uncompressed, the lowest first.
    pub(crate) fn read(
        archive: &Archive<'_, impl Bytes + ?Sized>,
        manifest: &Manifest,
    ) -> Result<(Self, Vec<Digest>), ImageError> {
        let text = archive.description(&manifest.settings)?;
        let name = manifest.settings.rsplit('/').next().unwrap_or_default();
        let stated = Digest::of_hex(name.strip_suffix(".json").unwrap_or(name));
        if stated.is_some_and(|stated| stated != Digest::of(&text)) {
            return Err(ImageError::Hash {
                what: "configuration",
            });
        }
        let file: File = serde_json::from_slice(&text).map_err(ImageError::broken)?;
        if file.os != "linux" {
            let os: String = file.os.chars().take(40).collect();
            return Err(ImageError::Unsupported(format!("it is for {os}")));
        }
        let hashes = file.rootfs.diff_ids.iter().map(|text| Digest::parse(text));
        let hashes: Option<Vec<Digest>> = hashes.collect();
        let hashes = hashes.ok_or_else(|| ImageError::broken("a layer has no hash"))?;
        if hashes.len() != manifest.layers.len() {
            return Err(ImageError::broken(
                "it has more or fewer layers than hashes",
            ));
        }
        let config = file.config.unwrap_or_default();
        Ok((config.settings(file.architecture)?, hashes))
    }
}

impl Settings {
    fn texts(&self) -> impl Iterator<Item = &String> {
        let arguments = self.entry_point.iter().chain(&self.command);
        let variables = self.environment.iter();
        let variables = variables.flat_map(|(name, value)| [name, value]);
        arguments.chain(variables).chain([&self.working_directory])
    }
}

impl Config {
    fn settings(self, architecture: String) -> Result<Settings, ImageError> {
        let settings = Settings {
            entry_point: self.entrypoint.unwrap_or_default(),
            command: self.cmd.unwrap_or_default(),
            working_directory: self.working_dir.unwrap_or_default(),
            environment: self
                .env
                .unwrap_or_default()
                .into_iter()
                .filter_map(|variable| {
                    let (name, value) = variable.split_once('=')?;
                    (!name.is_empty()).then(|| (name.to_owned(), value.to_owned()))
                })
                .collect(),
            architecture,
        };
        if settings.texts().any(|text| text.contains('\0')) {
            return Err(ImageError::broken("its configuration holds a zero byte"));
        }
        Ok(settings)
    }
}
