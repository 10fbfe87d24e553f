//! Licences, bans and sources of what is linked, by cargo-deny.
//!
//! A machine without it gets a pinned release below `target`, built for being built quickly.

use crate::tools::Tool;
use crate::workspace::Workspace;

const RELEASE: &str = "0.20.2";

/// Without the advisories: their database is on the network.
///
/// Gives what is missing when cargo-deny is neither here nor to be had.
pub(crate) fn check(workspace: &Workspace) -> anyhow::Result<Option<&'static str>> {
    let Some(program) = workspace.tool("cargo-deny", RELEASE)? else {
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
