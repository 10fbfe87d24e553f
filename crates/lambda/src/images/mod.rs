//! Container images of functions: taken out of the store of podman or docker once, unpacked, and kept as
//! folders beside those of zips. See docs/decisions/0014.

mod engine;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use image::{ImageError, Limits, Settings};
use tokio::sync::Mutex;

pub use engine::Engine;
use engine::Found;

use crate::event::InvokeError;
use crate::folders::{Folder, Folders};

/// In an image's folder: the root of its files.
const ROOT: &str = "root";
/// In an image's folder: how its program is started.
const SETTINGS: &str = "settings.json";
const LONGEST_NAME: usize = 1024;

/// Why an image cannot be a function.
#[derive(Debug, thiserror::Error)]
pub enum ImageRefused {
    #[error("container images are off: the server was started with --function-images off")]
    Off,
    #[error(
        "container images need a file tree of their own, which this machine does not allow: see the \
         isolation that the server printed when it started"
    )]
    Isolation,
    #[error(
        "neither podman nor docker is on the PATH of the server: install one of them, pull or build \
         the image there, and try again"
    )]
    NoEngine,
    /// The first sentence is AWS's.
    #[error(
        "Source image {uri} is not valid. Provide a valid source image. The local store of {stores} \
         has none of this name: pull it (`{engine} pull {uri}`) or build it (`{engine} build -t {uri} .`), \
         and try again"
    )]
    Missing {
        uri: String,
        stores: String,
        engine: &'static str,
    },
    #[error("Source image {0} is not valid. Provide a valid source image")]
    Name(String),
    #[error("{engine} could not tell or give the image: {said}")]
    Engine { engine: &'static str, said: String },
    #[error(transparent)]
    Unusable(#[from] ImageError),
    #[error("the image could not be kept: {0}")]
    Io(#[from] std::io::Error),
}

/// An image that is unpacked, and stays so as long as this is held.
#[derive(Debug)]
pub struct TakenImage {
    /// The store's id, in hex: by this its folder is found again.
    pub id: String,
    /// In hex.
    pub digest: String,
    pub settings: Settings,
    _folder: Arc<Folder>,
}

pub(crate) struct Images {
    folders: Arc<Folders>,
    scratch: PathBuf,
    engines: Vec<Engine>,
    /// Whether this machine allows processes a root of their own.
    has_roots: bool,
    /// One at a time: an image may fill ten gigabytes.
    taking: Mutex<()>,
}

/// The name of an image's folder.
pub(crate) fn folder_name(id: &str) -> String {
    format!("image-{id}")
}

/// Where the files of an unpacked image are.
pub(crate) fn root(folder: &Folder) -> PathBuf {
    folder.path().join(ROOT)
}

impl Images {
    pub(crate) fn new(
        folders: Arc<Folders>,
        scratch: PathBuf,
        (engines, has_roots): (Vec<Engine>, bool),
    ) -> Self {
        Self {
            folders,
            scratch,
            engines,
            has_roots,
            taking: Mutex::default(),
        }
    }

    /// The image that this name means now.
    pub(crate) async fn take(&self, uri: &str) -> Result<TakenImage, ImageRefused> {
        let found = self.find(uri).await?;
        let folder = self.unpacked(&found).await?;
        let settings = fs::read(folder.path().join(SETTINGS))?;
        let settings = serde_json::from_slice(&settings).map_err(std::io::Error::other)?;
        Ok(TakenImage {
            id: found.id,
            digest: found.digest,
            settings,
            _folder: folder,
        })
    }

    /// The folder of an image that a version has. Should it be gone, the store may still have it.
    pub(crate) async fn folder(&self, id: &str) -> Result<Arc<Folder>, InvokeError> {
        if let Some(folder) = self.folders.there(&folder_name(id)) {
            return Ok(folder);
        }
        let unavailable = |refused: ImageRefused| InvokeError::CodeUnavailable {
            reason: format!("its image is no longer unpacked, and {refused}"),
        };
        let found = self.find(id).await.map_err(unavailable)?;
        if found.id != id {
            return Err(unavailable(ImageRefused::Name(id.to_owned())));
        }
        self.unpacked(&found).await.map_err(unavailable)
    }

    async fn find(&self, uri: &str) -> Result<Found, ImageRefused> {
        if self.engines.is_empty() {
            return Err(ImageRefused::Off);
        }
        if !self.has_roots {
            return Err(ImageRefused::Isolation);
        }
        check_name(uri)?;
        let there: Vec<Engine> = self
            .engines
            .iter()
            .copied()
            .filter(|engine| engine.is_there())
            .collect();
        let Some(first) = there.first() else {
            return Err(ImageRefused::NoEngine);
        };
        for engine in &there {
            if let Some(found) = engine.find(uri).await? {
                return Ok(found);
            }
        }
        let names: Vec<&str> = there.iter().map(|engine| engine.name()).collect();
        Err(ImageRefused::Missing {
            uri: uri.to_owned(),
            stores: names.join(" and of "),
            engine: first.name(),
        })
    }

    async fn unpacked(&self, found: &Found) -> Result<Arc<Folder>, ImageRefused> {
        let name = folder_name(&found.id);
        let _one = self.taking.lock().await;
        if let Some(folder) = self.folders.there(&name) {
            return Ok(folder);
        }
        let limits = Limits::AWS;
        let saved = found.engine.save(&found.id, &self.scratch, limits).await?;
        let folders = Arc::clone(&self.folders);
        let made = tokio::task::spawn_blocking(move || {
            folders.make(&name, |unfinished| {
                let root = unfinished.join(ROOT);
                fs::create_dir(&root)?;
                let settings = image::unpack(&saved, &root, limits)?;
                let settings = serde_json::to_vec(&settings).map_err(std::io::Error::other)?;
                fs::write(unfinished.join(SETTINGS), settings)?;
                Ok(())
            })
        });
        made.await.map_err(std::io::Error::other)?
    }
}

/// What names of images are made of. None begins like an option.
fn check_name(uri: &str) -> Result<(), ImageRefused> {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b"._-/:@".contains(&byte);
    let begins = uri
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphanumeric());
    if begins && uri.len() <= LONGEST_NAME && uri.bytes().all(known) {
        return Ok(());
    }
    Err(ImageRefused::Name(uri.chars().take(LONGEST_NAME).collect()))
}
