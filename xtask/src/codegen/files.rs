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
    let stale: Vec<String> = generated
        .iter()
        .filter(|file| {
            fs::read_to_string(target.join(&file.path)).ok().as_ref() != Some(&file.text)
        })
        .map(|file| file.path.display().to_string())
        .collect();
    ensure!(
        stale.is_empty(),
        "run `cargo xtask codegen`: stale are {}",
        stale.join(", ")
    );
    Ok(())
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
