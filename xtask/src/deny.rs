//! Licences, bans and sources of what is linked, by cargo-deny.
//!
//! A machine without it gets a pinned release below `target`, built for being built quickly.

use std::path::PathBuf;

use crate::report::say;
use crate::tools::Tool;
use crate::workspace::Workspace;

const RELEASE: &str = "0.20.2";

/// Without the advisories: their database is on the network.
///
/// Gives what is missing when cargo-deny is neither here nor to be had.
pub(crate) fn check(workspace: &Workspace) -> anyhow::Result<Option<&'static str>> {
    let Some(program) = program(workspace)? else {
        return Ok(Some(
            "cargo-deny is not installed, and could not be: `cargo install cargo-deny`",
        ));
    };
    let arguments = ["--offline", "check", "bans", "licenses", "sources"];
    Tool::new(program)
        .within(workspace.root())
        .args(arguments)
        .run()?;
    Ok(None)
}

fn program(workspace: &Workspace) -> anyhow::Result<Option<PathBuf>> {
    let everybodys = PathBuf::from("cargo-deny");
    let ours = workspace.root().join("target/tools/bin/cargo-deny");
    for program in [&everybodys, &ours] {
        if Tool::new(program).arg("--version").succeeds()? {
            return Ok(Some(program.clone()));
        }
    }
    say(&format!(
        "installing cargo-deny {RELEASE} into target/tools"
    ));
    let installed = Tool::cargo(workspace)
        .args(["install", "cargo-deny", "--locked", "--quiet"])
        .args(["--version", RELEASE, "--root", "target/tools"])
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .succeeds()?;
    Ok(installed.then_some(ours))
}
