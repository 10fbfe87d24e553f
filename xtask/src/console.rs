//! The web console: its pages are built with npm, and committed, so that `cargo build` needs none.
//!
//! Nothing is installed outside `crates/console/web/node_modules`.

use std::fs;
use std::path::PathBuf;

use crate::report::say;
use crate::tools::Tool;
use crate::workspace::Workspace;

const STAMP: &str = "node_modules/.installed-lock";
/// Exits with 0 only for a Node that is new enough for what builds the pages.
const PROBE: &str = "const [major, minor] = process.versions.node.split('.').map(Number);\
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)";
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// What keeps the pages from being built here; none where nothing does.
pub(crate) fn lacks() -> anyhow::Result<Option<&'static str>> {
    if !Tool::new("node").args(["-e", PROBE]).succeeds()? {
        return Ok(Some("Node.js 20.19 or newer is not installed"));
    }
    if !Tool::new("npm").arg("--version").succeeds()? {
        return Ok(Some("npm is not installed"));
    }
    Ok(None)
}

/// What keeps the browser tests from running here.
pub(crate) fn lacks_browser() -> anyhow::Result<Option<&'static str>> {
    if let Some(lacking) = lacks()? {
        return Ok(Some(lacking));
    }
    if std::env::var_os("CHROMIUM").is_some() {
        return Ok(None);
    }
    for browser in BROWSERS {
        if Tool::new(browser).arg("--version").succeeds()? {
            return Ok(None);
        }
    }
    Ok(Some("no Chromium is installed: `apt-get install chromium`"))
}

/// Builds the pages and puts them where the crate embeds them.
pub(crate) fn build(workspace: &Workspace) -> anyhow::Result<()> {
    install(workspace)?;
    run(workspace, "build")?;
    run(workspace, "pack")
}

/// Types, lints, and that what is committed is what would be built.
pub(crate) fn check(workspace: &Workspace) -> anyhow::Result<()> {
    install(workspace)?;
    for script in ["types", "lint", "build"] {
        run(workspace, script)?;
    }
    npm(workspace)
        .args(["run", "--silent", "pack", "--", "--check"])
        .run()
}

/// The tests in a browser, against the release binary.
pub(crate) fn end_to_end(workspace: &Workspace) -> anyhow::Result<()> {
    install(workspace)?;
    workspace.build_release()?;
    npm(workspace)
        .args(["run", "--silent", "e2e"])
        .env("PORTCULLIS_BIN", workspace.binary("release")?)
        .run()
}

fn install(workspace: &Workspace) -> anyhow::Result<()> {
    let web = web(workspace);
    let wanted = fs::read_to_string(web.join("package-lock.json"))?;
    let stamp = web.join(STAMP);
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    say("installing what the console is built with");
    npm(workspace).args(["ci", "--ignore-scripts"]).run()?;
    fs::write(stamp, wanted)?;
    Ok(())
}

fn run(workspace: &Workspace, script: &str) -> anyhow::Result<()> {
    npm(workspace).args(["run", "--silent", script]).run()
}

fn npm(workspace: &Workspace) -> Tool {
    Tool::new("npm").within(&web(workspace))
}

fn web(workspace: &Workspace) -> PathBuf {
    workspace.root().join("crates/console/web")
}
