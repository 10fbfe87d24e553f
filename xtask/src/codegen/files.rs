//! Puts generated text where it belongs, or compares it with what is there.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, ensure};

/// One file, by its path below the generated folder.
pub(super) struct Generated {
    path: PathBuf,
    text: String,
}

impl Generated {
    pub(super) fn new(path: impl Into<PathBuf>, text: String) -> Self {
        Self {
            path: path.into(),
            text,
        }
    }
}

pub(super) fn write(target: &Path, generated: &[Generated]) -> anyhow::Result<()> {
    for file in generated {
        let path = target.join(&file.path);
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory)?;
        }
        fs::write(&path, &file.text).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

pub(super) fn compare(target: &Path, generated: &[Generated]) -> anyhow::Result<()> {
    let differs = |file: &&Generated| {
        fs::read_to_string(target.join(&file.path)).ok().as_ref() != Some(&file.text)
    };
    let mut stale: Vec<PathBuf> = generated
        .iter()
        .filter(differs)
        .map(|file| file.path.clone())
        .collect();
    let written: Vec<PathBuf> = generated
        .iter()
        .map(|file| target.join(&file.path))
        .collect();
    stale.extend(
        files(target)?
            .into_iter()
            .filter(|path| !written.contains(path)),
    );
    ensure!(
        stale.is_empty(),
        "run `cargo xtask codegen`; stale or not generated: {stale:?}"
    );
    Ok(())
}

/// All files below a directory; generated folders hold nothing else.
fn files(directory: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// Runs rustfmt over the text, with the repository's own settings.
pub(super) fn format(text: &str) -> anyhow::Result<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args([
            "--edition",
            "2024",
            "--config",
            "max_width=100,use_field_init_shorthand=true",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting rustfmt")?;
    let mut stdin = rustfmt
        .stdin
        .take()
        .context("rustfmt has no standard input")?;
    let bytes = text.as_bytes().to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = rustfmt.wait_with_output()?;
    writer
        .join()
        .map_err(|_| anyhow::anyhow!("the writer to rustfmt panicked"))??;
    ensure!(
        output.status.success(),
        "rustfmt ended with {}",
        output.status
    );
    Ok(String::from_utf8(output.stdout)?)
}
