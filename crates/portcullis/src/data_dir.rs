//! What is kept between runs: the root key, the seal of session tokens, the certificate authority,
//! the records and the code. Secrets are files of mode 0600 in a directory of mode 0700.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use identity::RootKey;
use ring::rand::{SecureRandom as _, SystemRandom};
use serde::{Deserialize, Serialize};

const ROOT_KEY: &str = "root-key.json";
const SEAL: &str = "session-seal";
const AUTHORITY: &str = "ca.pem";
const AUTHORITY_KEY: &str = "ca-key.pem";
const RECORDS: &str = "records.sqlite";
const BLOBS: &str = "code";
const OBJECTS: &str = "objects";
const SCRATCH: &str = "scratch";

/// A directory that this server alone uses.
#[derive(Debug)]
pub(crate) struct DataDir {
    path: PathBuf,
    /// Removes the directory at the end, when nothing is to be kept.
    _ephemeral: Option<tempfile::TempDir>,
}

#[derive(Serialize, Deserialize)]
struct StoredRootKey {
    access_key_id: String,
    secret_access_key: String,
}

impl DataDir {
    pub(crate) fn open(path: PathBuf) -> anyhow::Result<Self> {
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&path)
            .with_context(|| format!("the data directory {} could not be made", path.display()))?;
        let data = Self {
            path,
            _ephemeral: None,
        };
        data.close_scratch()?;
        Ok(data)
    }

    /// A directory that was there before may be open to others, and the code of functions is nobody's to
    /// read. Everything else in it is made for the owner alone where it is made.
    fn close_scratch(&self) -> anyhow::Result<()> {
        let scratch = self.scratch();
        let made = fs::DirBuilder::new().recursive(true).create(&scratch);
        let closed = fs::Permissions::from_mode(0o700);
        made.and_then(|()| fs::set_permissions(&scratch, closed))
            .with_context(|| format!("{} could not be written", scratch.display()))
    }

    /// Holds what cannot be held in memory (unpacked code), and goes away with the server.
    pub(crate) fn ephemeral() -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("portcullis-").tempdir()?;
        Ok(Self {
            path: folder.path().to_owned(),
            _ephemeral: Some(folder),
        })
    }

    pub(crate) fn records(&self) -> PathBuf {
        self.path.join(RECORDS)
    }

    pub(crate) fn blobs(&self) -> PathBuf {
        self.path.join(BLOBS)
    }

    /// The bytes of S3's objects.
    pub(crate) fn objects(&self) -> PathBuf {
        self.path.join(OBJECTS)
    }

    /// Unpacked code and bootstraps: made anew from the blobs at need.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.path.join(SCRATCH)
    }

    pub(crate) fn authority(&self) -> PathBuf {
        self.path.join(AUTHORITY)
    }

    pub(crate) fn authority_key(&self) -> PathBuf {
        self.path.join(AUTHORITY_KEY)
    }

    /// The key of the account's root; made on the first start.
    pub(crate) fn root_key(&self) -> anyhow::Result<RootKey> {
        if let Some(key) = self.known_root_key()? {
            return Ok(key);
        }
        let key = new_root_key()?;
        let stored = StoredRootKey {
            access_key_id: key.id.clone(),
            secret_access_key: key.secret.clone(),
        };
        write_secret(
            &self.path.join(ROOT_KEY),
            &serde_json::to_vec_pretty(&stored)?,
        )?;
        Ok(key)
    }

    /// The key of the account's root, if a server was ever started here.
    pub(crate) fn known_root_key(&self) -> anyhow::Result<Option<RootKey>> {
        let Some(text) = read_secret(&self.path.join(ROOT_KEY))? else {
            return Ok(None);
        };
        let stored: StoredRootKey =
            serde_json::from_slice(&text).with_context(|| format!("{ROOT_KEY} is damaged"))?;
        Ok(Some(RootKey {
            id: stored.access_key_id,
            secret: stored.secret_access_key,
        }))
    }

    /// What session tokens are sealed with; sessions outlive a restart because it is kept.
    pub(crate) fn seal(&self) -> anyhow::Result<[u8; 32]> {
        let path = self.path.join(SEAL);
        if let Some(kept) = read_secret(&path)? {
            return kept
                .try_into()
                .map_err(|_| anyhow::anyhow!("{SEAL} is damaged"));
        }
        let seal = random::<32>()?;
        write_secret(&path, &seal)?;
        Ok(seal)
    }
}

/// `AKIA` and sixteen characters of base32; a secret of forty characters, as AWS makes them.
fn new_root_key() -> anyhow::Result<RootKey> {
    const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let letters = random::<16>()?;
    let letters = letters
        .iter()
        .filter_map(|byte| BASE32.get(usize::from(byte % 32)));
    let id = "AKIA"
        .chars()
        .chain(letters.map(|byte| char::from(*byte)))
        .collect();
    Ok(RootKey {
        id,
        secret: STANDARD.encode(random::<30>()?),
    })
}

fn random<const N: usize>() -> anyhow::Result<[u8; N]> {
    let mut bytes = [0; N];
    let filled = SystemRandom::new().fill(&mut bytes);
    filled.map_err(|_| anyhow::anyhow!("the system gave no random numbers"))?;
    Ok(bytes)
}

pub(crate) fn read_secret(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => bail!("{} could not be read: {error}", path.display()),
    };
    let mut content = Vec::new();
    file.read_to_end(&mut content)?;
    Ok(Some(content))
}

/// Readable by the owner alone, and complete or absent: it is written beside its place first.
pub(crate) fn write_secret(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    let unfinished = path.with_extension("unfinished");
    let mut file = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&unfinished)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_once_and_readable_by_the_owner_alone() {
        let place = tempfile::tempdir().unwrap();
        let first = DataDir::open(place.path().join("data")).unwrap();
        assert!(first.known_root_key().unwrap().is_none());
        let (key, seal) = (first.root_key().unwrap(), first.seal().unwrap());
        let again = DataDir::open(place.path().join("data")).unwrap();
        assert_eq!(again.root_key().unwrap().secret, key.secret);
        assert_eq!(again.seal().unwrap(), seal);
        assert_eq!((key.id.len(), key.secret.len()), (20, 40));
        for name in [ROOT_KEY, SEAL] {
            let mode = fs::metadata(first.path.join(name))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }

    #[test]
    fn code_is_for_the_owner_alone_in_a_directory_that_was_open() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("data");
        fs::create_dir_all(path.join(SCRATCH)).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let data = DataDir::open(path).unwrap();
        let mode = fs::metadata(data.scratch()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
