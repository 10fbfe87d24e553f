//! Where things are in the repository and in the target directory.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::report::say;
use crate::tools::Tool;

#[derive(Debug, Clone)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    pub(crate) fn find() -> Self {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self {
            root: own.parent().unwrap_or(own).to_owned(),
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The clients' virtual environment; beside the build products, whatever
    /// `CARGO_TARGET_DIR` says, because codegen looks for its botocore there.
    pub(crate) fn environment(&self) -> PathBuf {
        self.root.join("target/venv")
    }

    pub(crate) fn end_to_end_tests(&self) -> PathBuf {
        self.root.join("tests-e2e")
    }

    pub(crate) fn build_release(&self) -> anyhow::Result<()> {
        Tool::cargo(self)
            .args(["build", "--release", "--package", "portcullis"])
            .run()
    }

    /// The binary that a build of this profile made.
    pub(crate) fn binary(&self, profile: &str) -> anyhow::Result<PathBuf> {
        let target = std::env::var_os("CARGO_TARGET_DIR");
        let target = target.map_or_else(|| self.root.join("target"), |path| self.root.join(path));
        let binary = target.join(profile).join("portcullis");
        if !binary.is_file() {
            bail!("{} is not there after a build", binary.display());
        }
        binary
            .canonicalize()
            .with_context(|| binary.display().to_string())
    }

    /// A program of cargo's: whoever installed it, or this release of it below `target`, built for
    /// being built quickly; none when it is neither here nor to be had.
    pub(crate) fn tool(&self, name: &str, release: &str) -> anyhow::Result<Option<PathBuf>> {
        let ours = self.root.join("target/tools/bin").join(name);
        for program in [PathBuf::from(name), ours.clone()] {
            if Tool::new(&program).arg("--version").succeeds()? {
                return Ok(Some(program));
            }
        }
        say(&format!("installing {name} {release} into target/tools"));
        let installed = Tool::cargo(self)
            .args(["install", name, "--locked", "--quiet"])
            .args(["--version", release, "--root", "target/tools"])
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .succeeds()?;
        Ok(installed.then_some(ours))
    }

    /// Files that are or would be committed, relative to the root.
    pub(crate) fn files(&self) -> anyhow::Result<Vec<PathBuf>> {
        let listed = Tool::new("git")
            .within(&self.root)
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .output()?;
        let files = listed
            .split('\0')
            .filter(|name| !name.is_empty())
            .map(PathBuf::from);
        Ok(files
            .filter(|file| self.root.join(file).is_file())
            .collect())
    }
}
