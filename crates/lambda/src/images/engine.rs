//! What podman and docker are asked for: which image a name means, and its content as one file.
//!
//! They are asked when a function is given an image, never while a call waits, and never to run one.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde::Deserialize;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::Command;

use super::ImageRefused;

const INSPECT_WITHIN: Duration = Duration::from_secs(30);
const SAVE_WITHIN: Duration = Duration::from_mins(10);
/// Of what is told of an image.
const LONGEST_ANSWER: usize = 4 * 1024 * 1024;
/// A saved image is its layers and some descriptions.
const DESCRIPTIONS: u64 = 64 * 1024 * 1024;

/// A program that has a store of images.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Podman,
    Docker,
}

impl Engine {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Podman => "podman",
            Self::Docker => "docker",
        }
    }

    fn program(self) -> Option<PathBuf> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path)
            .map(|folder| folder.join(self.name()))
            .find(|file| file.is_file())
    }

    /// Whether this machine has it.
    pub fn is_there(self) -> bool {
        self.program().is_some()
    }

    /// What its store has under this name, if it has the name.
    pub(super) async fn find(self, name: &str) -> Result<Option<Found>, ImageRefused> {
        let Some(program) = self.program() else {
            return Ok(None);
        };
        let asked = Command::new(program)
            .args(["image", "inspect", "--", name])
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .output();
        let answer = tokio::time::timeout(INSPECT_WITHIN, asked).await;
        let answer = answer.map_err(|_| self.failed("did not answer in time"))?;
        let answer = answer.map_err(|error| self.failed(error))?;
        if !answer.status.success() || answer.stdout.len() > LONGEST_ANSWER {
            let said = String::from_utf8_lossy(&answer.stderr).into_owned();
            return if is_absence(&said) {
                Ok(None)
            } else {
                Err(self.failed(first_line(&said)))
            };
        }
        let told: Vec<Told> =
            serde_json::from_slice(&answer.stdout).map_err(|error| self.failed(error))?;
        let told = told.into_iter().next();
        Ok(told.and_then(|told| told.found(self, name)))
    }

    /// Writes the image to a file that has no name.
    pub(super) async fn save(
        self,
        id: &str,
        scratch: &Path,
        limits: image::Limits,
    ) -> Result<File, ImageRefused> {
        let saving = self.save_in_time(id, scratch, limits);
        let saved = tokio::time::timeout(SAVE_WITHIN, saving).await;
        saved.map_err(|_| self.failed("did not save the image in time"))?
    }

    async fn save_in_time(
        self,
        id: &str,
        scratch: &Path,
        limits: image::Limits,
    ) -> Result<File, ImageRefused> {
        let failed = |error: io::Error| self.failed(error);
        let program = self.program().ok_or(ImageRefused::NoEngine)?;
        let mut child = Command::new(program)
            .args(["save", id])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(failed)?;
        let mut file = tokio::fs::File::from_std(tempfile::tempfile_in(scratch).map_err(failed)?);
        let most = limits.bytes.saturating_add(DESCRIPTIONS);
        let output = child.stdout.take();
        let complaints = child.stderr.take();
        let content = async {
            let Some(output) = output else {
                return Ok(0);
            };
            tokio::io::copy(&mut output.take(most + 1), &mut file).await
        };
        let told = async {
            let mut text = String::new();
            if let Some(mut complaints) = complaints {
                // What cannot be read explains nothing.
                let _read: io::Result<usize> = complaints.read_to_string(&mut text).await;
            }
            text
        };
        let (copied, told) = tokio::join!(content, told);
        if copied.map_err(failed)? > most {
            return Err(image::ImageError::TooLarge(limits.bytes).into());
        }
        let status = child.wait().await.map_err(failed)?;
        if !status.success() {
            return Err(self.failed(first_line(&told)));
        }
        file.flush().await.map_err(failed)?;
        Ok(file.into_std().await)
    }

    fn failed(self, said: impl std::fmt::Display) -> ImageRefused {
        ImageRefused::Engine {
            engine: self.name(),
            said: said.to_string(),
        }
    }
}

/// An image of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) engine: Engine,
    /// The store's own name for it, in hex.
    pub(super) id: String,
    /// The digest under which a registry has it, else the id.
    pub(super) digest: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Told {
    id: String,
    #[serde(default)]
    digest: Option<String>,
    #[serde(default)]
    repo_digests: Option<Vec<String>>,
}

impl Told {
    fn found(self, engine: Engine, name: &str) -> Option<Found> {
        let id = hex(&self.id)?;
        let names = self.repo_digests.unwrap_or_default();
        let own = |listed: &&String| name.starts_with(listed.split('@').next().unwrap_or_default());
        let listed = names.iter().find(own).or(names.first());
        let listed = listed.and_then(|listed| listed.rsplit('@').next());
        let digest = listed.and_then(hex);
        let digest = digest.or_else(|| self.digest.as_deref().and_then(hex));
        Some(Found {
            engine,
            digest: digest.unwrap_or_else(|| id.clone()),
            id,
        })
    }
}

/// Sixty-four hex digits, with or without the name of their kind before them.
fn hex(text: &str) -> Option<String> {
    let text = text.strip_prefix("sha256:").unwrap_or(text);
    let is_hex = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| text.to_lowercase())
}

/// The words in which both say that their stores have no such image.
fn is_absence(said: &str) -> bool {
    let said = said.to_lowercase();
    [
        "no such image",
        "image not known",
        "unable to inspect",
        "failed to find image",
        // Without a server docker has no store.
        "cannot connect to the docker daemon",
    ]
    .iter()
    .any(|words| said.contains(words))
}

fn first_line(said: &str) -> String {
    const LONGEST: usize = 300;
    let line = said.lines().find(|line| !line.trim().is_empty());
    let line = line.unwrap_or("it failed without a word");
    line.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(told: &str, name: &str, expected: Option<(&str, &str)>) {
        let told: Told = serde_json::from_str(told).unwrap();
        let found = told.found(Engine::Podman, name);
        let found = found.map(|found| {
            let short = |text: String| text.chars().take(2).collect::<String>();
            (short(found.id), short(found.digest))
        });
        let expected = expected.map(|(id, digest)| (id.to_owned(), digest.to_owned()));
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn an_image_is_known_by_its_id_and_by_its_digest_in_a_registry() {
        let (a, b, c) = ("a".repeat(64), "b".repeat(64), "c".repeat(64));
        let docker = format!(r#"{{"Id":"sha256:{a}","RepoDigests":[]}}"#);
        check(&docker, "pets", Some(("aa", "aa")));
        let podman = format!(r#"{{"Id":"{a}","Digest":"sha256:{b}","RepoDigests":null}}"#);
        check(&podman, "pets", Some(("aa", "bb")));
        let listed =
            format!(r#"{{"Id":"{a}","RepoDigests":["other@sha256:{b}","host/pets@sha256:{c}"]}}"#);
        check(&listed, "host/pets:1", Some(("aa", "cc")));
        check(&listed, "unlisted", Some(("aa", "bb")));
        check(r#"{"Id":"../etc"}"#, "pets", None);
    }
}
