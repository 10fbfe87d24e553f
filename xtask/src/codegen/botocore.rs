//! Finds the pinned botocore, installing it into `target/codegen-venv` when it is not there yet.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;

/// The release whose models are committed. Raise it together with the regenerated files.
pub(super) const VERSION: &str = "1.44.5";

/// The `data` directory of the pinned release.
pub(super) fn data_directory(root: &Path) -> anyhow::Result<PathBuf> {
    let target = root.join("target");
    if let Some(found) = installed(&target.join("venv")) {
        return Ok(found);
    }
    let own = target.join("codegen-venv");
    if let Some(found) = installed(&own) {
        return Ok(found);
    }
    install(&own)?;
    installed(&own).with_context(|| format!("botocore {VERSION} is not in {}", own.display()))
}

/// Reads the newest API version of a service.
pub(super) fn service_model(data: &Path, service: &str) -> anyhow::Result<Value> {
    let directory = data.join(service);
    let mut versions: Vec<PathBuf> = entries(&directory)?;
    versions.sort();
    let newest = versions
        .pop()
        .with_context(|| format!("no versions in {service}"))?;
    let file = newest.join("service-2.json.gz");
    let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text)?;
    Ok(serde_json::from_str(&text)?)
}

fn installed(environment: &Path) -> Option<PathBuf> {
    let pythons = entries(&environment.join("lib")).ok()?;
    pythons
        .into_iter()
        .map(|python| python.join("site-packages"))
        .find_map(|packages| {
            let release = packages.join(format!("botocore-{VERSION}.dist-info"));
            let data = packages.join("botocore/data");
            (release.is_dir() && data.is_dir()).then_some(data)
        })
}

fn install(environment: &Path) -> anyhow::Result<()> {
    succeed(
        Command::new("python3")
            .args(["-m", "venv"])
            .arg(environment),
    )?;
    let pinned = format!("botocore=={VERSION}");
    succeed(Command::new(environment.join("bin/pip")).args(["install", "--quiet", &pinned]))
}

fn succeed(command: &mut Command) -> anyhow::Result<()> {
    let status = command
        .status()
        .with_context(|| format!("running {command:?}"))?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}

fn entries(directory: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !directory.is_dir() {
        bail!("{} is not a directory", directory.display());
    }
    fs::read_dir(directory)?
        .map(|entry| Ok(entry?.path()))
        .collect()
}
