//! The text files that are or would be committed.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::workspace::Workspace;

#[derive(Debug, Default)]
pub(super) struct Files(Vec<File>);

#[derive(Debug)]
pub(super) struct File {
    /// Relative to the root of the repository.
    pub(super) path: PathBuf,
    pub(super) text: String,
}

impl Files {
    /// Reads all of them; a file that is no text is left out.
    pub(super) fn read(workspace: &Workspace) -> anyhow::Result<Self> {
        let mut files = Vec::new();
        for path in workspace.files()? {
            let bytes = std::fs::read(workspace.root().join(&path))
                .with_context(|| path.display().to_string())?;
            if let Ok(text) = String::from_utf8(bytes) {
                files.push(File { path, text });
            }
        }
        Ok(Self(files))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &File> {
        self.0.iter()
    }

    /// Those that a person wrote in Rust.
    pub(super) fn written_in_rust(&self) -> impl Iterator<Item = &File> {
        self.all()
            .filter(|file| file.is("rs") && !file.is_generated())
    }

    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File {
            path: path.into(),
            text: (*text).into(),
        };
        Self(files.iter().map(file).collect())
    }
}

impl File {
    pub(super) fn is(&self, extension: &str) -> bool {
        self.path.extension().is_some_and(|own| own == extension)
    }

    pub(super) fn is_generated(&self) -> bool {
        self.path
            .components()
            .any(|part| part.as_os_str() == "generated")
    }

    pub(super) fn is_below(&self, directory: &str) -> bool {
        self.path.starts_with(Path::new(directory))
    }

    /// Lines with their numbers, up to the unit tests.
    pub(super) fn product_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self
            .text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line));
        lines.take_while(|(_, line)| *line != "#[cfg(test)]")
    }
}

/// How many offences a rule finds in a single file.
#[cfg(test)]
#[track_caller]
pub(super) fn check(
    judge: fn(&Files) -> Vec<super::Offence>,
    (path, text): (&str, &str),
    offences: usize,
) {
    let found = judge(&Files::of(&[(path, text)]));
    assert_eq!(found.len(), offences, "{path} {text:?}: {found:?}");
}
